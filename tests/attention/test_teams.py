"""Signals of the quality teams, on literal facts."""

from datetime import date

from planning.attention.signal import Signal, in_order
from planning.attention.teams import TeamSignal, team_signals
from planning.organisation.records import School
from planning.quality_teams.service import TeamsView
from tests.quality_teams.visits import AS_OF, COACH, TEAM, A, B, done, request

SCHOOLS = (School(A, "A", "Horst", "Bo"), School(B, "B", "Horst", "Bo"))
RECENT = (done(A, date(2018, 4, 1)), done(B, date(2018, 4, 1)))


def test_a_school_without_a_visit_for_eight_weeks_and_a_question_of_three_weeks_ask_for_attention() -> None:
    asked = (request(1, B, date(2018, 4, 10)), request(2, A, date(2018, 4, 30)))
    found = team_signals(TeamsView(SCHOOLS, (TEAM,), (COACH,), (done(B, date(2018, 1, 8)), RECENT[0]), asked), AS_OF)
    assert found == (
        TeamSignal("requests_wait", (B,), date(2018, 4, 10)),
        TeamSignal("not_visited", (B,), date(2018, 1, 8)),
    )


def test_all_well_and_no_team_yet_give_no_signal() -> None:
    assert team_signals(TeamsView(SCHOOLS, (TEAM,), (COACH,), RECENT, ()), AS_OF) == ()
    assert team_signals(TeamsView(SCHOOLS, (), (), (), ()), AS_OF) == ()


def test_signals_of_several_subjects_come_worst_first() -> None:
    mixed = [Signal("past_life", (A,)), Signal("not_visited", (A,)), Signal("no_inventory", (A,))]
    assert [signal.code for signal in in_order(mixed)] == ["no_inventory", "not_visited", "past_life"]
