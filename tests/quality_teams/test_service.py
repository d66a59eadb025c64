"""Teams, visits and requests on both engines: who may what, what is refused, and what the log keeps."""

from dataclasses import replace
from datetime import date, time

import pytest

from planning.core.database import Database
from planning.core.rights import NotAllowed, Person, Role
from planning.core.service import audit
from planning.organisation.records import School, write_schools
from planning.quality_teams.model import Member, Team, TeamState, Visit, VisitState
from planning.quality_teams.request_service import ask, decline, reopen, withdraw
from planning.quality_teams.service import TeamsView, progress_of, teams_view
from planning.quality_teams.team_service import remove_member, remove_team, save_member, save_team
from planning.quality_teams.visit_service import book, change_visit, put_back, take_back
from tests.conftest import NOW, person
from tests.quality_teams.visits import AS_OF, A, B, done, planned
from tests.refusals import refused

CHAIR, GROUP, COACH = person(Role.CHAIR), person(Role.GROUP_ICT), person(Role.ICOACH)
SCHOOL_A, READER = person(Role.SCHOOL_ICT, A), person(Role.READER)
DAY = date(2018, 5, 17)


@pytest.fixture
def board(database: Database) -> Database:
    """Two schools in each board; in the first a team of one coach."""
    for who in (GROUP, person(Role.GROUP_ICT, board_id="22222")):
        with database.change(who, NOW) as change:
            write_schools(change, [School(A, "De Brink", "Horst", "Bo"), School(B, "Sint Anna", "Horst", "Bo")])
            change.log("test", "scholen")
    _before, team = save_team(GROUP, database, NOW, Team(0, "ICT", "ICT in de klas", started_on=date(2017, 9, 1)))
    save_member(GROUP, database, NOW, Member(0, team.team_id, "i-Coach 1", COACH.person_id, hours=((2017, 40),)))
    return database


def seen(database: Database, who: Person = GROUP) -> TeamsView:
    return teams_view(who, database)


def coach_of(database: Database) -> Member:
    return seen(database).members[0]


def a_visit(database: Database, visit: Visit) -> Visit:
    return book(COACH, database, NOW, replace(visit, member_id=coach_of(database).member_id))


def test_a_team_and_its_member_come_back_as_they_were_kept(board: Database) -> None:
    member = replace(coach_of(board), school_ids=frozenset({A, B}), hours=((2016, 10), (2017, 40)))
    before, kept = save_member(GROUP, board, NOW, member)
    assert before is not None
    assert (before.school_ids, seen(board).members) == (frozenset(), (kept,))
    assert [(team.name, team.state) for team in seen(board).teams] == [("ICT", TeamState.ACTIVE)]


def test_readers_see_nothing_and_a_school_its_own(board: Database) -> None:
    for school_id in (A, B):
        a_visit(board, done(school_id, AS_OF))
        ask(GROUP, board, NOW, school_id, "advice", "Wie helpt ons?")
    own = seen(board, SCHOOL_A)
    assert {visit.school_id for visit in own.visits} == {request.school_id for request in own.requests} == {A}
    assert len(seen(board, CHAIR).visits) == len(seen(board, COACH).visits) == 2
    with pytest.raises(NotAllowed):
        seen(board, READER)


def test_another_board_sees_none_of_it(board: Database) -> None:
    a_visit(board, done(A, AS_OF))
    other = seen(board, person(Role.GROUP_ICT, board_id="22222"))
    assert (other.teams, other.members, other.visits, other.requests) == ((), (), (), ())


def test_a_visit_comes_back_as_it_was_booked(board: Database) -> None:
    kept = a_visit(
        board,
        planned(
            A, DAY, time(13, 0), 90, asked="Scratch", competence="2.1", follow_up="Tweede les", follow_up_on=DAY
        ),
    )  # fmt: skip
    assert seen(board).visits == (kept,)
    assert (kept.changed_at, kept.sequence) == (NOW, 0)


def test_the_same_coach_is_not_booked_twice_at_the_same_hour_also_in_another_team(board: Database) -> None:
    a_visit(board, planned(B, DAY, time(13, 0)))
    _before, young = save_team(GROUP, board, NOW, Team(0, "Het jonge kind"))
    _before, again = save_member(GROUP, board, NOW, Member(0, young.team_id, "Coach jonge kind", COACH.person_id))
    with refused(("hour_taken", "at")):
        book(COACH, board, NOW, planned(A, DAY, time(13, 30), member_id=again.member_id))
    assert len(seen(board).visits) == 1


def test_a_correction_keeps_what_it_was_in_the_log(board: Database) -> None:
    kept = a_visit(board, done(A, AS_OF, 60))
    before = change_visit(COACH, board, NOW, replace(kept, minutes=90))
    assert (before.minutes, seen(board).visits[0].minutes) == (60, 90)
    line = audit(GROUP, board, 1, ["visit"]).iloc[0]
    assert (line["subject"], line["before"]["minutes"], line["after"]["minutes"]) == ("De Brink", 60, 90)


def test_a_correction_can_be_put_back_and_a_booking_taken_back(board: Database) -> None:
    kept = a_visit(board, planned(A, DAY, time(9, 0)))
    before = change_visit(COACH, board, NOW, replace(kept, state=VisitState.CANCELLED))
    put_back(COACH, board, NOW, before)
    assert [(visit.state, visit.sequence) for visit in seen(board).visits] == [(VisitState.PLANNED, 2)]
    take_back(COACH, board, NOW, kept.visit_id)
    assert seen(board).visits == ()
    assert audit(GROUP, board, 1, ["visit"]).iloc[0]["before"]["at"] == "09:00"


def test_a_visit_that_a_colleague_changed_meanwhile_is_not_overwritten(board: Database) -> None:
    kept = a_visit(board, planned(A, DAY))
    change_visit(COACH, board, NOW, replace(kept, minutes=30))
    with refused(("visit_changed_meanwhile", None)):
        change_visit(GROUP, board, NOW, replace(kept, minutes=45))
    assert seen(board).visits[0].minutes == 30


def test_a_visit_that_is_gone_is_told_so(board: Database) -> None:
    kept = a_visit(board, planned(A, DAY))
    take_back(COACH, board, NOW, kept.visit_id)
    with refused(("visit_gone", None)):
        change_visit(COACH, board, NOW, kept)


def test_a_school_asks_for_itself_only(board: Database) -> None:
    kept = ask(SCHOOL_A, board, NOW, A, "in_class", "  Wie helpt groep 5?  ")
    assert (kept.asked, kept.asked_on) == ("Wie helpt groep 5?", AS_OF)
    with pytest.raises(NotAllowed):
        ask(SCHOOL_A, board, NOW, B, "in_class", "Wie helpt groep 5?")
    with pytest.raises(NotAllowed):
        ask(COACH, board, NOW, A, "in_class", "Wie helpt groep 5?")


def test_a_request_without_a_question_is_refused(board: Database) -> None:
    with refused(("request_empty", "asked")):
        ask(SCHOOL_A, board, NOW, A, "in_class", "  ")


def test_a_request_is_answered_by_one_visit_only(board: Database) -> None:
    asked = ask(SCHOOL_A, board, NOW, A, "advice", "Wie helpt ons?")
    a_visit(board, planned(A, DAY, request_id=asked.request_id))
    with refused(("request_answered_meanwhile", None)):
        a_visit(board, planned(A, DAY, request_id=asked.request_id))
    with refused(("request_planned_meanwhile", None)):
        decline(COACH, board, NOW, asked.request_id, "Geen tijd.")
    with refused(("request_planned", None)):
        withdraw(SCHOOL_A, board, NOW, asked.request_id)


def test_a_visit_to_another_school_answers_no_request(board: Database) -> None:
    asked = ask(SCHOOL_A, board, NOW, A, "advice", "Wie helpt ons?")
    with refused(("visit_of_no_request", None)):
        a_visit(board, planned(B, DAY, request_id=asked.request_id))


def test_a_request_is_declined_with_a_reason_and_can_be_opened_again(board: Database) -> None:
    asked = ask(SCHOOL_A, board, NOW, A, "advice", "Wie helpt ons?")
    with refused(("declined_without_reason", "reason")):
        decline(COACH, board, NOW, asked.request_id, " ")
    with pytest.raises(NotAllowed):
        decline(SCHOOL_A, board, NOW, asked.request_id, "Nee")
    decline(COACH, board, NOW, asked.request_id, "Dat doet de leverancier.")
    assert seen(board, SCHOOL_A).requests[0].reason == "Dat doet de leverancier."
    reopen(COACH, board, NOW, asked.request_id)
    assert seen(board).requests == (asked,)


def test_a_request_nobody_answered_can_be_withdrawn_by_the_school_and_no_other(board: Database) -> None:
    asked = ask(SCHOOL_A, board, NOW, A, "advice", "Wie helpt ons?")
    other = ask(GROUP, board, NOW, A, "advice", "En ons?")
    with refused(("request_withdrawn", None)):  # a school does not see the requests of another, so there is none for it
        withdraw(person(Role.SCHOOL_ICT, B), board, NOW, other.request_id)
    with pytest.raises(NotAllowed):
        withdraw(COACH, board, NOW, other.request_id)
    withdraw(SCHOOL_A, board, NOW, asked.request_id)
    assert [request.asked for request in seen(board).requests] == ["En ons?"]


def test_a_team_with_people_and_a_member_with_visits_stay(board: Database) -> None:
    member = coach_of(board)
    a_visit(board, done(A, AS_OF))
    with refused(("team_in_use", None)):
        remove_team(GROUP, board, NOW, member.team_id)
    with refused(("member_in_use", None)):
        remove_member(GROUP, board, NOW, member.member_id)


def test_what_was_added_by_mistake_can_be_taken_away(board: Database) -> None:
    _before, team = save_team(GROUP, board, NOW, Team(0, "Het jonge kind"))
    _before, member = save_member(GROUP, board, NOW, Member(0, team.team_id, "Coach"))
    remove_member(GROUP, board, NOW, member.member_id)
    remove_team(GROUP, board, NOW, team.team_id)
    assert len(seen(board).teams) == len(seen(board).members) == 1


def test_two_teams_do_not_share_a_name(board: Database) -> None:
    with refused(("team_there_already", "name")):
        save_team(GROUP, board, NOW, Team(0, "ICT"))


def test_progress_moves_with_every_visit(board: Database) -> None:
    before = progress_of(seen(board, CHAIR), AS_OF)
    assert (before.schools, before.schools_visited, before.hours_available) == (2, 0, 40)
    a_visit(board, done(A, date(2018, 4, 30), 90))
    after = progress_of(seen(board, CHAIR), AS_OF)
    assert (after.schools_visited, after.visits, after.visits_recently) == (1, 1, 1)
    assert (after.hours_used, after.teams_active, after.members, after.school_year) == (1.5, 1, 1, 2017)


def test_progress_counts_open_requests_until_they_are_answered(board: Database) -> None:
    asked = ask(SCHOOL_A, board, NOW, A, "advice", "Wie helpt ons?")
    assert progress_of(seen(board, CHAIR), AS_OF).requests_open == 1
    a_visit(board, planned(A, DAY, request_id=asked.request_id))
    assert progress_of(seen(board, CHAIR), AS_OF).requests_open == 0


def test_progress_of_a_school_counts_that_school_only(board: Database) -> None:
    a_visit(board, done(B, AS_OF))
    found = progress_of(seen(board, SCHOOL_A), AS_OF)
    assert (found.schools, found.visits) == (1, 0)
