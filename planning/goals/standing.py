"""How the goals of a plan stand on a day: what is late, what comes next, what changed. Pure.

A plan comes in as it was on that day (`Plan.on`).

A goal is late when a milestone of it is, whatever anybody thinks; else it is what people judge of it, the worst of its
sub-goals; else what its calendar says. Where it comes from is said with it. What is measured stands beside it and
never goes into it: one grade would hide two figures.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from planning.goals.plan import Course, Judgement, Milestone, MilestoneChange, Plan, State

WORST_FIRST: Final = tuple(Course)
Source = Literal["milestone", "judgement", "calendar", "nothing"]


@dataclass(frozen=True)
class Standing:
    """How one goal stands, and on what ground."""

    goal: int
    course: Course | None  # None: nothing is planned or judged
    source: Source
    late: tuple[Milestone, ...]  # longest late first
    next: Milestone | None  # the first open one that is not late
    done: int  # milestones done
    planned: int  # milestones that were not stopped

    @property
    def is_well(self) -> bool:
        """On course, or reached."""
        return self.course in (Course.ON_COURSE, Course.DONE)


def standing(plan: Plan, goal: int, day: date) -> Standing:
    """How a goal stands on a day."""
    milestones = plan.milestones_of(goal)
    late = tuple(m for m in milestones if m.days_late(day))
    course, source = _course(plan, goal, late)
    return Standing(
        goal,
        course,
        source,
        late,
        next((m for m in milestones if m.is_open and not m.days_late(day)), None),
        sum(m.state is State.DONE for m in milestones),
        sum(m.state is not State.STOPPED for m in milestones),
    )


def _course(plan: Plan, goal: int, late: tuple[Milestone, ...]) -> tuple[Course | None, Source]:
    if late:
        return Course.LATE, "milestone"
    parts = plan.parts(goal)
    judged = [judgement.course for part in parts if (judgement := plan.judged(goal, part.sub_goal))]
    if judged:
        worst = min(judged, key=WORST_FIRST.index)
        # a goal is reached when all of its parts are; a part nobody judged is not
        whole = worst is not Course.DONE or len(judged) == len(parts)
        return (worst if whole else Course.ON_COURSE), "judgement"
    milestones = plan.milestones_of(goal)
    if any(m.is_open for m in milestones):
        return Course.ON_COURSE, "calendar"
    return (Course.DONE, "calendar") if any(m.state is State.DONE for m in milestones) else (None, "nothing")


def standings(plan: Plan, day: date) -> tuple[Standing, ...]:
    """How every goal stands, in the order of the plan."""
    return tuple(standing(plan, goal.goal, day) for goal in plan.goals)


def late_milestones(plan: Plan, day: date) -> tuple[Milestone, ...]:
    """Every milestone that is late on a day, longest late first."""
    return tuple(m for m in plan.milestones if m.days_late(day))


@dataclass(frozen=True)
class RecentChanges:
    """What was changed after one day, up to and including another."""

    milestones: tuple[MilestoneChange, ...]  # newest first
    judgements: tuple[tuple[Judgement | None, Judgement], ...]  # the one before (None: none), the new one; newest first


def changed_since(plan: Plan, day: date) -> RecentChanges:
    """What changed in a plan after a day (that of the last board meeting)."""
    before = {(j.goal, j.sub_goal): j for j in plan.judgements if j.day <= day}
    judged = []
    for judgement in (j for j in plan.judgements if j.day > day):
        key = (judgement.goal, judgement.sub_goal)
        judged.append((before.get(key), judgement))
        before[key] = judgement
    return RecentChanges(tuple(line for line in reversed(plan.log) if line.day > day), tuple(reversed(judged)))
