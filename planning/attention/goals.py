"""Signals of the goals: milestones that are late."""

from datetime import date

from planning.attention.service import Signal
from planning.goals.plan import Plan
from planning.goals.standing import late_milestones


def goal_signals(plan: Plan | None, as_of: date) -> tuple[Signal, ...]:
    """What is late in the plan in force; none where all is on time.

    `plan` is as it is now; None where there is none, or where the goals are not this person's to look after.
    """
    late = late_milestones(plan.on(as_of), as_of) if plan else ()
    return (Signal("late_milestone", (), day=as_of, milestones=late),) if late else ()
