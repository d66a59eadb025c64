"""Signals of the goals: milestones that are late."""

from dataclasses import dataclass
from datetime import date

from planning.attention.signal import Signal
from planning.goals.plan import Milestone, Plan
from planning.goals.standing import late_milestones


@dataclass(frozen=True)
class LateMilestones(Signal):
    """The milestones that are late on a day, the one that is so longest first."""

    milestones: tuple[Milestone, ...]
    as_of: date

    @property
    def days_late(self) -> int:
        """How late the first is."""
        return max(milestone.days_late(self.as_of) for milestone in self.milestones)


def goal_signals(plan: Plan | None, as_of: date) -> tuple[LateMilestones, ...]:
    """What is late in the plan in force; none where all is on time.

    `plan` is as it is now; None where there is none, or where the goals are not this person's to look after.
    """
    late = late_milestones(plan.on(as_of), as_of) if plan else ()
    return (LateMilestones("late_milestone", (), late, as_of),) if late else ()
