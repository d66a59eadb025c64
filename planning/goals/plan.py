"""A plan year: goals, their sub-goals and milestones, what people judged of them and who changed what. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from planning.ratios.rules import years_later


class State(StrEnum):
    """How far a milestone is."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    STOPPED = "stopped"


class Course(StrEnum):
    """How a goal goes; worst first."""

    LATE = "late"
    ATTENTION = "attention"
    ON_COURSE = "on_course"
    DONE = "done"


class Confidence(StrEnum):
    """How sure a person is that a sub-goal will be reached within its year."""

    LOW = "low"
    FAIR = "fair"
    HIGH = "high"


QUARTER: Final = timedelta(days=91)
OPEN: Final = (State.NOT_STARTED, State.UNDER_WAY)
CREATED: Final = "milestone"
"""The `field` of the first log line of a milestone; the lines after it name a field of Milestone."""
FIELDS: Final = ("title", "short", "owner", "due", "state", "evidence", "link")
"""What people may change of a milestone, in the order in which it is told."""


@dataclass(frozen=True)
class Goal:
    """A goal of a plan year, by its number in that year."""

    goal: int
    title: str
    short: str  # for charts


@dataclass(frozen=True)
class SubGoal:
    """A part of a goal, and the code of what measures it (measures.MEASURES); "" is judged only."""

    goal: int
    sub_goal: int
    title: str
    measure: str = ""


@dataclass(frozen=True)
class Milestone:
    """Something that is to be there on a day. `owner` is a role or a label, never asked to be a person's name."""

    milestone: int
    goal: int
    sub_goal: int
    title: str
    short: str  # for charts
    owner: str
    due: date
    state: State = State.NOT_STARTED
    evidence: str = ""
    link: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in OPEN

    def days_late(self, day: date) -> int:
        """Days that it is late on a day; 0 on its own day, and when it is closed."""
        return max(0, (day - self.due).days) if self.is_open else 0


@dataclass(frozen=True)
class MilestoneChange:
    """One change of one field of a milestone."""

    milestone: int
    line: int  # from 1 for each milestone
    day: date  # the board's own day; an example group stands still
    at: datetime
    person_name: str
    field: str  # CREATED or one of FIELDS
    before: str | None
    after: str
    reason: str


@dataclass(frozen=True)
class Judgement:
    """What a person thinks of a sub-goal, and why."""

    goal: int
    sub_goal: int
    line: int  # from 1 for each sub-goal
    day: date
    at: datetime
    person_name: str
    course: Course
    confidence: Confidence
    reason: str


@dataclass(frozen=True)
class Plan:
    """One year of a board, with its history; `on` is what it was on a day."""

    year: int
    goals: tuple[Goal, ...]
    sub_goals: tuple[SubGoal, ...]
    milestones: tuple[Milestone, ...]  # by day
    log: tuple[MilestoneChange, ...]  # oldest first
    judgements: tuple[Judgement, ...]  # oldest first
    meetings: tuple[date, ...]  # of the board, of every year, oldest first

    def on(self, day: date) -> "Plan":
        """The plan at the end of a day: later changes undone one by one, later milestones and judgements left out."""
        known = {milestone.milestone: milestone for milestone in self.milestones}
        for line in reversed(self.log):
            if line.day <= day:
                continue
            if line.field == CREATED:
                known.pop(line.milestone, None)
            elif line.milestone in known:
                known[line.milestone] = replace(
                    known[line.milestone], **{line.field: from_text(line.field, line.before or "")}
                )
        return replace(
            self,
            milestones=tuple(sorted(known.values(), key=by_day)),
            log=tuple(line for line in self.log if line.day <= day),
            judgements=tuple(judgement for judgement in self.judgements if judgement.day <= day),
        )

    def goal(self, goal: int) -> Goal:
        """A goal by its number; LookupError where the year has none such."""
        found = next((g for g in self.goals if g.goal == goal), None)
        if found is None:
            raise LookupError(goal)
        return found

    def parts(self, goal: int) -> tuple[SubGoal, ...]:
        """The sub-goals of a goal."""
        return tuple(part for part in self.sub_goals if part.goal == goal)

    def part(self, goal: int, sub_goal: int) -> SubGoal:
        """A sub-goal by its number; LookupError where the goal has none such."""
        found = next((part for part in self.parts(goal) if part.sub_goal == sub_goal), None)
        if found is None:
            raise LookupError(goal, sub_goal)
        return found

    def milestones_of(self, goal: int, sub_goal: int | None = None) -> tuple[Milestone, ...]:
        """The milestones of a goal, or of one sub-goal of it, by day."""
        return tuple(m for m in self.milestones if m.goal == goal and sub_goal in (None, m.sub_goal))

    def judged(self, goal: int, sub_goal: int) -> Judgement | None:
        """What was judged last of a sub-goal."""
        found = [j for j in self.judgements if (j.goal, j.sub_goal) == (goal, sub_goal)]
        return found[-1] if found else None

    def log_of(self, milestone: int) -> tuple[MilestoneChange, ...]:
        """Who changed what of a milestone, oldest first."""
        return tuple(line for line in self.log if line.milestone == milestone)

    def last_meeting(self, day: date) -> date | None:
        """The last board meeting before a day: on the day of a meeting people ask what changed since the one before."""
        return max((meeting for meeting in self.meetings if meeting < day), default=None)


def since_day(meetings: Iterable[date], day: date) -> date:
    """From when on something is news: the last board meeting before a day, else a quarter of a year ago."""
    return max((meeting for meeting in meetings if meeting < day), default=day - QUARTER)


def year_in_force(years: Iterable[int], day: date) -> int | None:
    """The year whose goals hold on a day: its own, else the last one before it."""
    return max((year for year in years if year <= day.year), default=None)


def by_day(milestone: Milestone) -> tuple[date, int]:
    """The order of milestones."""
    return milestone.due, milestone.milestone


def to_text(value: Any) -> str:
    """A field of a milestone as the log keeps it."""
    return value.isoformat() if isinstance(value, date) else str(value)


def from_text(field: str, text: str) -> Any:
    """What to_text kept."""
    if field == "due":
        return date.fromisoformat(text)
    return State(text) if field == "state" else text


def differences(before: Milestone, after: Milestone) -> list[tuple[str, str, str]]:
    """(field, before, after) of every field that differs, in the order of FIELDS."""
    pairs = [(field, to_text(getattr(before, field)), to_text(getattr(after, field))) for field in FIELDS]
    return [(field, was, now) for field, was, now in pairs if was != now]


def copied(plan: Plan, year: int) -> Plan:
    """The same goals for another year: what was done or stopped stays behind, what is open moves along, not started.

    Judgements and the log belong to the year they were made in.
    """
    moved = [
        replace(m, due=years_later(m.due, year - plan.year), state=State.NOT_STARTED, evidence="", link="")
        for m in plan.milestones
        if m.is_open
    ]
    numbered = tuple(replace(m, milestone=n) for n, m in enumerate(sorted(moved, key=by_day), 1))
    return Plan(year, plan.goals, plan.sub_goals, numbered, (), (), plan.meetings)
