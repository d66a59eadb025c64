"""The goals of one year as a page shows them: the plan on the reference date, how it stands, what is measured of it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pages.goals.data import measured_on, plan_of, plan_years
from pages.parts.frame import Frame
from planning.goals.figures import Figure
from planning.goals.measures import Measurements
from planning.goals.plan import Plan, SubGoal, since_day, year_in_force
from planning.goals.standing import RecentChanges, Standing, changed_since, standings


@dataclass(frozen=True)
class GoalsView:
    """What a page asks of a plan year in one run."""

    frame: Frame
    kept: Plan  # as it is now: what people change
    plan: Plan  # as it was on the reference date: what people see

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How every goal stands."""
        return standings(self.plan, self.frame.as_of)

    @cached_property
    def measured(self) -> Measurements:
        """What is measured on the reference date."""
        return self._measured(self.frame.as_of)

    @cached_property
    def meeting(self) -> date | None:
        """The last board meeting before the reference date."""
        return self.plan.last_meeting(self.frame.as_of)

    @cached_property
    def since_day(self) -> date:
        """What "before" means: the last board meeting, else a quarter of a year ago."""
        return since_day(self.plan.meetings, self.frame.as_of)

    @cached_property
    def since(self) -> RecentChanges:
        """What changed since then."""
        return changed_since(self.plan, self.since_day)

    def figures(self, part: SubGoal) -> tuple[tuple[Figure, Figure | None], ...]:
        """What is measured of a sub-goal: each figure with the same one at the last board meeting."""
        now = self.measured.get(part.measure, ())
        if not now:
            return ()
        before = {figure.code: figure for figure in self._measured(self.since_day).get(part.measure, ())}
        return tuple((figure, before.get(figure.code)) for figure in now)

    def _measured(self, day: date) -> Measurements:
        return measured_on(self.frame, self.plan.year, day)


def goals_view(frame: Frame, year: int) -> GoalsView | None:
    """The view of a year; None where nothing is planned for it."""
    kept = plan_of(frame, year)
    return None if kept is None else GoalsView(frame, kept, kept.on(frame.as_of))


def goals_in_force(frame: Frame) -> GoalsView | None:
    """The view of the year whose goals hold on the reference date; None where there is none."""
    year = year_in_force(plan_years(frame), frame.as_of)
    return None if year is None else goals_view(frame, year)


def last_meeting(frame: Frame) -> tuple[date, bool]:
    """(Since when something is news, whether the board met on that day), for any page."""
    view = goals_in_force(frame)
    return (since_day((), frame.as_of), False) if view is None else (view.since_day, view.meeting is not None)
