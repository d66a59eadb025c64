"""On course, attention, late or reached; and what changed since the board met."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from planning.goals.plan import Confidence, Course, Judgement, Milestone, Plan, State, SubGoal
from planning.goals.standing import RecentChanges, changed_since, late_milestones, standing
from tests.goals.test_plan import CONCEPT, MOVED, line, plan

DAY = date(2018, 5, 1)
LATER = replace(CONCEPT, milestone=2, due=date(2018, 9, 20))


def judgement(course: Course, sub_goal: int = 1, number: int = 1, day: date = DAY) -> Judgement:
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return Judgement(1, sub_goal, number, day, at, "Bestuursvoorzitter", course, Confidence.FAIR, "omdat")


def judged(of: Plan, *judgements: Judgement) -> Plan:
    return replace(of, judgements=judgements)


def test_a_late_milestone_makes_its_goal_late_whatever_anybody_thinks() -> None:
    found = standing(judged(plan(CONCEPT, LATER), judgement(Course.ON_COURSE)), 1, DAY)
    assert (found.course, found.source, found.late, found.next) == (Course.LATE, "milestone", (CONCEPT,), LATER)
    assert found.late[0].days_late(DAY) == 16


def test_a_milestone_is_not_late_on_its_own_day_nor_when_it_is_closed() -> None:
    assert late_milestones(plan(CONCEPT), CONCEPT.due) == ()
    closed = (replace(CONCEPT, state=State.DONE), replace(CONCEPT, milestone=2, state=State.STOPPED))
    assert late_milestones(plan(*closed), DAY) == ()


def test_without_late_milestones_the_worst_judgement_of_its_parts_tells() -> None:
    of = replace(plan(LATER), sub_goals=(SubGoal(1, 1, "a"), SubGoal(1, 2, "b")))
    found = standing(judged(of, judgement(Course.ON_COURSE, 1), judgement(Course.ATTENTION, 2)), 1, DAY)
    assert (found.course, found.source, found.is_well) == (Course.ATTENTION, "judgement", False)


def test_the_last_judgement_counts() -> None:
    first, second = judgement(Course.LATE, number=1), judgement(Course.ON_COURSE, number=2)
    assert standing(judged(plan(LATER), first, second), 1, DAY).course is Course.ON_COURSE


def test_a_goal_is_not_reached_while_a_part_of_it_is_not_judged() -> None:
    of = replace(plan(LATER), sub_goals=(SubGoal(1, 1, "a"), SubGoal(1, 2, "b")))
    assert standing(judged(of, judgement(Course.DONE)), 1, DAY).course is Course.ON_COURSE


@pytest.mark.parametrize(
    ("milestones", "course", "source"),
    [
        ((LATER,), Course.ON_COURSE, "calendar"),
        ((replace(CONCEPT, state=State.DONE),), Course.DONE, "calendar"),
        ((replace(CONCEPT, state=State.STOPPED),), None, "nothing"),
        ((), None, "nothing"),
    ],
)
def test_what_nobody_judged_goes_by_its_calendar(
    milestones: tuple[Milestone, ...], course: Course | None, source: str
) -> None:
    found = standing(plan(*milestones), 1, DAY)
    assert (found.course, found.source) == (course, source)


def test_a_stopped_milestone_is_not_planned_any_more() -> None:
    found = standing(plan(replace(CONCEPT, state=State.STOPPED), LATER), 1, DAY)
    assert (found.done, found.planned) == (0, 1)


def test_what_changed_after_a_meeting_is_told_newest_first_with_the_judgement_before() -> None:
    meeting = date(2018, 3, 21)
    first = judgement(Course.ON_COURSE, 1, 1, date(2018, 2, 1))
    second = judgement(Course.ATTENTION, 1, 2, date(2018, 4, 20))
    found = changed_since(judged(MOVED, first, second), meeting)
    assert [(one.line, one.field) for one in found.milestones] == [(4, "state"), (3, "due")]
    assert found.judgements == ((first, second),)


def test_what_changed_on_the_day_of_the_meeting_was_said_there() -> None:
    of = plan(CONCEPT, log=(line(1, date(2018, 3, 21), "milestone", None, "Concept"),))
    assert changed_since(of, date(2018, 3, 21)) == RecentChanges((), ())
