"""A plan on the day it was, and a year that follows another."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from planning.goals.changes import is_own_page, is_safe_link
from planning.goals.plan import CREATED, Goal, Milestone, MilestoneChange, Plan, State, SubGoal, copied, differences
from planning.goals.reference import shipped_plan

NOON = datetime(2018, 1, 1, 12, tzinfo=UTC)
CONCEPT = Milestone(1, 1, 1, "Concept besproken", "concept", "beleidsmedewerker", date(2018, 4, 15))


def line(number: int, day: date, field: str, before: str | None, after: str, milestone: int = 1) -> MilestoneChange:
    return MilestoneChange(milestone, number, day, NOON, "Bestuursvoorzitter", field, before, after, "omdat")


def plan(*milestones: Milestone, log: tuple[MilestoneChange, ...] = (), meetings: tuple[date, ...] = ()) -> Plan:
    return Plan(
        2018, (Goal(1, "Kerncompetenties", "Kern"),), (SubGoal(1, 1, "Verkennen"),), milestones, log, (), meetings
    )


MOVED = plan(
    CONCEPT,
    log=(
        line(1, date(2018, 1, 10), CREATED, None, "Concept besproken"),
        line(2, date(2018, 3, 1), "due", "2018-03-28", "2018-04-01"),
        line(3, date(2018, 4, 2), "due", "2018-04-01", "2018-04-15"),
        line(4, date(2018, 4, 2), "state", "not_started", "under_way"),
    ),
)


def test_a_plan_on_an_earlier_day_has_the_dates_and_states_of_that_day() -> None:
    now = replace(MOVED, milestones=(replace(CONCEPT, state=State.UNDER_WAY),))
    before, between, after = (now.on(date(2018, *day)).milestones[0] for day in ((2, 1), (4, 1), (4, 2)))
    assert (before.due, before.state) == (date(2018, 3, 28), State.NOT_STARTED)
    assert (between.due, between.state) == (date(2018, 4, 1), State.NOT_STARTED)
    assert (after.due, after.state) == (date(2018, 4, 15), State.UNDER_WAY)


def test_a_milestone_is_not_there_before_somebody_added_it() -> None:
    assert MOVED.on(date(2018, 1, 9)).milestones == ()
    assert len(MOVED.on(date(2018, 1, 10)).milestones) == 1


def test_a_copied_year_keeps_goals_and_open_milestones_and_drops_what_was_done() -> None:
    done = replace(CONCEPT, milestone=2, title="Verkenning", state=State.DONE, evidence="Verslag")
    stopped = replace(CONCEPT, milestone=3, state=State.STOPPED)
    under_way = replace(CONCEPT, milestone=4, due=date(2018, 9, 20), state=State.UNDER_WAY, evidence="half")
    found = copied(plan(done, stopped, CONCEPT, under_way), 2019)
    assert (found.year, found.goals, found.sub_goals) == (2019, MOVED.goals, MOVED.sub_goals)
    assert [(m.milestone, m.due, m.state, m.evidence) for m in found.milestones] == [
        (1, date(2019, 4, 15), State.NOT_STARTED, ""),
        (2, date(2019, 9, 20), State.NOT_STARTED, ""),
    ]
    assert (found.log, found.judgements) == ((), ())


def test_differences_are_told_field_by_field() -> None:
    changed = replace(CONCEPT, due=date(2018, 5, 1), state=State.DONE)
    assert differences(CONCEPT, changed) == [("due", "2018-04-15", "2018-05-01"), ("state", "not_started", "done")]


def test_on_the_day_of_a_meeting_the_last_meeting_is_the_one_before() -> None:
    found = plan(meetings=(date(2018, 1, 24), date(2018, 3, 21)))
    assert found.last_meeting(date(2018, 3, 21)) == date(2018, 1, 24)
    assert found.last_meeting(date(2018, 3, 22)) == date(2018, 3, 21)
    assert found.last_meeting(date(2018, 1, 24)) is None


def test_2018_ships_with_the_four_goals_of_the_plan_word_for_word() -> None:
    shipped = shipped_plan()
    assert shipped.year == 2018
    assert [goal.title for goal in shipped.goals] == [
        "Bepalen kerncompetenties leraren",
        "Opzetten kwaliteitsteams",
        "Investeren in ICT",
        "Opzetten en uitvoeren IBP-beleid",
    ]
    assert [part.title for goal in (2, 3) for part in shipped.parts(goal)] == [
        "Verder uitwerken kwaliteitsteam met i-Coaches",
        "Opzetten meerdere kwaliteitsteams",
        "Uitbreiden devices",
        "Vervangen en vernieuwen",
    ]
    assert shipped.parts(1)[0].title.endswith("Wat moeten zij kunnen om de onderwijsvisie vorm te geven?")


@pytest.mark.parametrize(
    ("link", "is_safe"),
    [
        ("/leernetwerk?deel=bijeenkomsten&bijeenkomst=2&netwerk=N0001", True),
        ("//elders.example/leernetwerk", False),
        ("/leernetwerk?deel=<b>", False),
        ("/../beheer", False),
        ("javascript:1", False),
    ],
)
def test_a_milestone_points_at_a_page_of_ours_and_never_elsewhere_by_it(link: str, is_safe: bool) -> None:
    assert is_safe_link(link) is is_safe
    assert is_own_page(link) is is_safe
