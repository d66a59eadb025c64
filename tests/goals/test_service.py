"""Plan years on both engines: who may what, the log of a milestone, and a year that follows another."""

from dataclasses import replace
from datetime import date, timedelta

import icalendar
import pytest

from planning.core.database import Database
from planning.core.rights import Role
from planning.core.service import audit
from planning.goals import service
from planning.goals.plan import Confidence, Course, Goal, Milestone, Plan, State, SubGoal
from tests.conftest import NOW, person
from tests.refusals import refused

CHAIR, GROUP_ICT = person(Role.CHAIR), person(Role.GROUP_ICT)
CONCEPT = Milestone(0, 1, 1, "Concept besproken", "concept", "beleidsmedewerker onderwijs", date(2018, 4, 15))


@pytest.fixture
def begun(database: Database) -> Database:
    """2018 as it is shipped, with one milestone."""
    service.begin_year(CHAIR, database, NOW, 2018, with_goals=True)
    service.add_milestone(CHAIR, database, NOW, 2018, CONCEPT)
    return database


def plan(database: Database, year: int = 2018) -> Plan:
    found = service.plan(CHAIR, database, year)
    assert found
    return found


def only(database: Database) -> Milestone:
    (found,) = plan(database).milestones
    return found


def test_2018_begins_with_the_shipped_goals_and_another_year_with_none(database: Database) -> None:
    service.begin_year(CHAIR, database, NOW, 2018, with_goals=True)
    service.begin_year(CHAIR, database, NOW, 2020, with_goals=False)
    assert service.years(CHAIR, database) == (2018, 2020)
    assert (len(plan(database).goals), len(plan(database).sub_goals), plan(database, 2020).goals) == (4, 7, ())


def test_a_year_begins_once(begun: Database) -> None:
    with refused(("plan_is_there", None)):
        service.begin_year(CHAIR, begun, NOW, 2018, with_goals=True)
    with refused(("plan_year_out_of_range", None)):
        service.begin_year(CHAIR, begun, NOW, 1018, with_goals=True)


def test_another_board_sees_nothing_of_it(begun: Database) -> None:
    stranger = person(Role.CHAIR, board_id="22222")
    assert service.years(stranger, begun) == ()
    assert service.plan(stranger, begun, 2018) is None


def test_a_milestone_that_moves_shows_who_moved_it_and_why(begun: Database) -> None:
    service.change_milestone(
        GROUP_ICT, begun, NOW, 2018, replace(only(begun), due=date(2018, 6, 1)), "Overleg verzet", seen=1
    )
    assert only(begun).due == date(2018, 6, 1)
    created, moved = plan(begun).log_of(1)
    assert (created.person_name, created.before, created.after) == ("Test chair", None, "Concept besproken")
    assert (moved.person_name, moved.field, moved.before, moved.after, moved.reason) == (
        "Test group_ict", "due", "2018-04-15", "2018-06-01", "Overleg verzet",
    )  # fmt: skip
    last = audit(CHAIR, begun).iloc[0]
    assert (last["what"], last["before"]) == ("milestone", {"due": "2018-04-15"})
    assert last["after"] == {"due": "2018-06-01", "reason": "Overleg verzet"}


@pytest.mark.parametrize(
    ("change", "code"),
    [({"due": date(2018, 6, 1)}, "moved_without_reason"), ({"state": State.STOPPED}, "stopped_without_reason")],
)
def test_moving_or_stopping_a_milestone_asks_why(begun: Database, change: dict[str, object], code: str) -> None:
    with refused((code, "reason")):
        service.change_milestone(CHAIR, begun, NOW, 2018, replace(only(begun), **change), " ", seen=1)
    assert len(plan(begun).log) == 1


def test_what_is_done_needs_no_reason_and_keeps_its_evidence(begun: Database) -> None:
    done = replace(only(begun), state=State.DONE, evidence="Verslag", link="https://example.org/verslag")
    service.change_milestone(CHAIR, begun, NOW, 2018, done, "", seen=1)
    assert only(begun) == done
    assert [line.field for line in plan(begun).log_of(1)] == ["milestone", "state", "evidence", "link"]


@pytest.mark.parametrize("link", ["http://example.org", "javascript:alert(1)", "https://a b", "https://", "//x"])
def test_evidence_links_are_https_or_refused(begun: Database, link: str) -> None:
    with refused(("link_unsafe", "link")):
        service.change_milestone(CHAIR, begun, NOW, 2018, replace(only(begun), link=link), "", seen=1)


def test_whoever_looked_before_a_colleague_changed_it_is_told_so(begun: Database) -> None:
    mine = replace(only(begun), owner="coördinator")
    service.change_milestone(GROUP_ICT, begun, NOW, 2018, replace(only(begun), state=State.UNDER_WAY), "", seen=1)
    with refused(("milestone_changed_meanwhile", None)):
        service.change_milestone(CHAIR, begun, NOW, 2018, mine, "", seen=1)
    assert only(begun).state is State.UNDER_WAY


def test_keeping_what_did_not_change_is_refused(begun: Database) -> None:
    with refused(("milestone_unchanged", None)):
        service.change_milestone(CHAIR, begun, NOW, 2018, only(begun), "", seen=1)


def test_all_that_is_the_matter_with_a_milestone_is_said_at_once(begun: Database) -> None:
    with refused(
        ("milestone_without_text", "title"),
        ("milestone_without_owner", "owner"),
        ("milestone_far_from_year", "due"),
        ("link_unsafe", "link"),
    ):
        service.add_milestone(
            CHAIR, begun, NOW, 2018, replace(CONCEPT, title=" ", owner="", due=date(2025, 1, 1), link="x")
        )


def test_a_judgement_says_how_sure_and_why_and_the_one_before_stays(begun: Database) -> None:
    part = plan(begun).parts(1)[0]
    service.judge(CHAIR, begun, NOW, 2018, part, Course.ON_COURSE, Confidence.FAIR, "Loopt")
    service.judge(CHAIR, begun, NOW, 2018, part, Course.ATTENTION, Confidence.LOW, "Concept is te laat")
    assert [(j.line, j.course, j.reason) for j in plan(begun).judgements] == [
        (1, Course.ON_COURSE, "Loopt"),
        (2, Course.ATTENTION, "Concept is te laat"),
    ]
    with refused(("judgement_without_reason", "reason")):
        service.judge(CHAIR, begun, NOW, 2018, part, Course.DONE, Confidence.HIGH, "")


def test_copying_2018_to_2019_keeps_goals_and_drops_what_was_done(begun: Database) -> None:
    done = service.add_milestone(CHAIR, begun, NOW, 2018, replace(CONCEPT, title="Verkend", state=State.DONE))
    service.judge(CHAIR, begun, NOW, 2018, plan(begun).parts(1)[0], Course.ON_COURSE, Confidence.FAIR, "Loopt")
    service.copy_year(CHAIR, begun, NOW, 2018, 2019)
    new = plan(begun, 2019)
    assert (new.goals, new.sub_goals) == (plan(begun).goals, plan(begun).sub_goals)
    assert [(m.title, m.due, m.state) for m in new.milestones] == [
        ("Concept besproken", date(2019, 4, 15), State.NOT_STARTED)
    ]
    assert done.title not in {m.title for m in new.milestones}
    assert new.judgements == ()
    assert new.log[0].reason == "Overgenomen uit 2018"
    assert len(plan(begun).milestones) == 2


def test_a_goal_can_be_added_and_taken_back_until_something_hangs_on_it(begun: Database) -> None:
    goal = service.save_goal(CHAIR, begun, NOW, 2018, Goal(0, "Visie uitrollen", "Visie"))
    assert goal.goal == 5
    part = service.save_sub_goal(CHAIR, begun, NOW, 2018, SubGoal(5, 0, "Met partners", "devices.expansion"))
    with refused(("goal_in_use", None)):
        service.remove_goal(CHAIR, begun, NOW, 2018, goal)
    service.remove_goal(CHAIR, begun, NOW, 2018, part)
    service.remove_goal(CHAIR, begun, NOW, 2018, goal)
    assert len(plan(begun).goals) == 4


def test_the_days_of_board_meetings_are_those_of_a_year(begun: Database) -> None:
    service.set_meetings(CHAIR, begun, NOW, 2018, [date(2018, 3, 21), date(2018, 1, 24)])
    service.set_meetings(CHAIR, begun, NOW, 2019, [date(2019, 1, 23)])
    service.set_meetings(CHAIR, begun, NOW, 2018, [date(2018, 3, 21)])
    assert plan(begun).meetings == (date(2018, 3, 21), date(2019, 1, 23))
    with refused(("meeting_outside_year", "new")):
        service.set_meetings(CHAIR, begun, NOW, 2018, [date(2017, 12, 31)])


def test_a_calendar_opens_the_milestones_as_whole_days(begun: Database) -> None:
    service.change_milestone(
        CHAIR, begun, NOW + timedelta(days=1), 2018, replace(only(begun), state=State.STOPPED), "Niet nodig", seen=1
    )
    service.add_milestone(CHAIR, begun, NOW, 2018, replace(CONCEPT, title="Vast; gesteld,\nja", due=date(2018, 9, 20)))
    calendar = icalendar.Calendar.from_ical(service.calendar(CHAIR, begun, 2018))
    stopped, planned = calendar.walk("VEVENT")
    assert (planned["SUMMARY"], planned.decoded("DTSTART"), planned["STATUS"], planned["SEQUENCE"]) == (
        "Vast; gesteld,\nja", date(2018, 9, 20), "CONFIRMED", 0,
    )  # fmt: skip
    assert (stopped["STATUS"], stopped["SEQUENCE"]) == ("CANCELLED", 1)
    assert len({stopped["UID"], planned["UID"]}) == 2
    assert "beleidsmedewerker onderwijs" in planned["DESCRIPTION"]
