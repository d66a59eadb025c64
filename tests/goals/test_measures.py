"""Every measured goal moves when the facts below it change, on both engines."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from planning.competences import workshop_service as workshop
from planning.competences.service import confirm_scan, read_scan
from planning.core.database import Database
from planning.core.rights import Person, Role
from planning.goals import service
from planning.goals.figures import Figure, StillToCome
from planning.goals.measures import MEASURES, measured
from planning.goals.sentences import figure_note
from planning.organisation.records import PupilCount, School, write_counts, write_schools
from planning.privacy import attitude_service, policy_service, register_service
from planning.privacy import service as privacy
from planning.privacy.attitude import Activity
from planning.privacy.norms import Score
from planning.privacy.policy import PolicyVersion
from planning.privacy.registers import Processor
from planning.quality_teams import team_service, visit_service
from planning.quality_teams.model import Member, Team, TeamState, Visit, VisitState
from planning.ratios.service import ratio_view
from planning.rounds import ordering_service
from planning.rounds import service as rounds
from planning.rounds.model import Delivery, Round, Scenario
from planning.rounds.scenario_plans import compute
from tests.competences.test_answers import workbook
from tests.conftest import NOW, person
from tests.ratios.test_service import add_inventory

LINDE, ANNA = "00AA00", "00BB00"
AS_OF, MEETING = date(2018, 5, 1), date(2018, 3, 21)
CHAIR, GROUP, OFFICER = person(Role.CHAIR), person(Role.GROUP_ICT), person(Role.PRIVACY_OFFICER)


@pytest.fixture
def board(database: Database) -> Database:
    """Two schools of 40 and 20 pupils, with 5 and 3 devices since autumn."""
    with database.change(GROUP, NOW) as change:
        write_schools(change, [School(LINDE, "De Linde", "Horst", "Bo"), School(ANNA, "Sint Anna", "Horst", "Bo")])
        write_counts(change, [PupilCount(key, date(2017, 10, 1), n, "hand") for key, n in ((LINDE, 40), (ANNA, 20))])
        change.log("test", "scholen")
    add_inventory(database, LINDE, 1, date(2017, 11, 1), 5)
    add_inventory(database, ANNA, 1, date(2017, 11, 1), 3)
    return database


def figures(database: Database, measure: str, day: date = AS_OF, who: Person = CHAIR) -> Mapping[str, Figure]:
    """What a measure says on a day, by figure."""
    known = ratio_view(who, database)
    found = measured(service.sources(who, database, known, AS_OF), known.on, 2018, day)
    assert set(found) == set(MEASURES)
    return {figure.code: figure for figure in found[measure]}


def of(figure: Figure) -> tuple[float | None, float]:
    return figure.now, figure.goal


def test_a_new_inventory_moves_the_goal_on_more_devices(board: Database) -> None:
    before = figures(board, "devices.expansion")
    add_inventory(board, LINDE, 2, date(2018, 4, 1), 10)
    after = figures(board, "devices.expansion")
    assert (before["pupils_per_device"].now, before["on_target"].now) == (7.5, 0)
    assert (after["pupils_per_device"].now, after["on_target"].now) == (pytest.approx(60 / 13), 1)
    assert after["pupils_per_device"].moved(before["pupils_per_device"]) == 1
    assert figures(board, "devices.expansion", MEETING)["on_target"].now == 0  # as it was then


def test_a_delivered_round_moves_the_goal_on_renewal(board: Database) -> None:
    assert set(figures(board, "devices.replacement")) == {"within_life"}  # no round is approved yet
    one = rounds.save_round(GROUP, board, NOW, Round(0, date(2018, 9, 1), 6_000_00))
    known = rounds.rounds_view(CHAIR, board, ratio_view(CHAIR, board), AS_OF)
    rounds.approve(CHAIR, board, NOW, known, compute(known, Scenario(0, "")), board.data_version("11111"))
    first, *rest = ordering_service.place_orders(GROUP, board, NOW, one.round_id)
    whole = sum(order.count for order in (first, *rest))
    before = figures(board, "devices.replacement")
    assert (of(before["rounds_delivered"]), of(before["devices_delivered"])) == ((0, 1), (0, whole))

    ordering_service.book_delivery(GROUP, board, NOW, Delivery(0, first.order_id, first.count, AS_OF, 300_00))
    halfway = figures(board, "devices.replacement")
    assert (of(halfway["rounds_delivered"]), of(halfway["devices_delivered"])) == ((0, 1), (first.count, whole))
    still = StillToCome(1, "", whole - first.count)
    assert (before["rounds_delivered"].still, halfway["rounds_delivered"].still) == ((), (still,))
    assert f"van ronde 1 komen nog {whole - first.count} devices" in figure_note(halfway["rounds_delivered"], 2018)
    for order in rest:
        ordering_service.book_delivery(GROUP, board, NOW, Delivery(0, order.order_id, order.count, AS_OF, 300_00))
    after = figures(board, "devices.replacement")
    assert rest
    assert (of(after["rounds_delivered"]), of(after["devices_delivered"])) == ((1, 1), (whole, whole))
    assert after["rounds_delivered"].still == ()
    assert after["rounds_delivered"].moved(before["rounds_delivered"]) == 1


def test_who_reaches_one_school_is_measured_by_it_and_sees_no_rounds_of_others(board: Database) -> None:
    coordinator = person(Role.SCHOOL_ICT, ANNA)
    assert figures(board, "devices.expansion", who=coordinator)["pupils_per_device"].now == pytest.approx(20 / 3)
    assert set(figures(board, "devices.replacement", who=coordinator)) == {"within_life"}


def test_a_visit_moves_the_goal_on_the_quality_team(board: Database) -> None:
    team = team_service.save_team(
        GROUP, board, NOW, Team(0, "Kwaliteitsteam ICT", state=TeamState.ACTIVE, started_on=date(2017, 9, 1))
    )[1]
    member = team_service.save_member(GROUP, board, NOW, Member(0, team.team_id, "i-Coach 1", hours=((2017, 40),)))[1]
    visit = Visit(0, LINDE, member.member_id, date(2018, 4, 10), 60, "advice", VisitState.DONE)
    visit_service.book(GROUP, board, NOW, replace(visit, day=date(2017, 12, 12)))  # last year's does not count
    assert of(figures(board, "teams.coaches")["visited"]) == (0, 2)
    visit_service.book(GROUP, board, NOW, visit)
    assert of(figures(board, "teams.coaches")["visited"]) == (1, 2)
    assert figures(board, "teams.coaches", date(2018, 4, 9))["visited"].now == 0


def test_a_team_that_starts_moves_the_goal_on_several_teams(board: Database) -> None:
    started = Team(0, "Kwaliteitsteam ICT", state=TeamState.ACTIVE, started_on=date(2017, 9, 1))
    team_service.save_team(GROUP, board, NOW, started)
    young = team_service.save_team(GROUP, board, NOW, Team(0, "Het jonge kind", state=TeamState.SETTING_UP))[1]
    assert of(figures(board, "teams.several")["teams_started"]) == (1, 2)
    team_service.save_team(GROUP, board, NOW, replace(young, state=TeamState.ACTIVE, started_on=date(2018, 4, 16)))
    assert of(figures(board, "teams.several")["teams_started"]) == (2, 2)


def test_one_team_is_not_several(board: Database) -> None:
    team_service.save_team(GROUP, board, NOW, Team(0, "Kwaliteitsteam ICT", started_on=date(2017, 9, 1)))
    assert figures(board, "teams.several")["teams_started"].share == 0.5


def test_an_adopted_set_and_a_self_scan_move_the_goal_on_core_competences(board: Database) -> None:
    assert set(figures(board, "competences.explored")) == {"scanned"}
    ideas = workshop.add_ideas(GROUP, board, NOW, "Samen met ict\nFeedback")
    made = workshop.merge(GROUP, board, NOW, ideas, "Samenwerken met ict")
    workshop.save_competences(GROUP, board, NOW, [replace(made, wanted=3)])
    workshop.adopt(CHAIR, board, NOW, date(2018, 2, 1), ["own-1"])
    assert of(figures(board, "competences.explored")["wanted_level"]) == (1, 1)
    assert of(figures(board, "competences.explored")["scanned"]) == (0, 2)
    rows: list[list[object]] = [["Tijdstempel", "Samenwerken met ict"], *(["1-3-2018", 2 + n % 2] for n in range(6))]
    coordinator = person(Role.SCHOOL_ICT, LINDE)
    answers = [("antwoorden.xlsx", workbook(rows))]
    confirm_scan(coordinator, board, NOW, read_scan(coordinator, board, NOW, LINDE, answers, date(2018, 3, 1)))
    assert of(figures(board, "competences.explored")["scanned"]) == (1, 2)


def test_a_policy_that_is_adopted_and_gets_consent_moves_the_goal_on_ibp_policy(board: Database) -> None:
    draft = PolicyVersion(0, "IBP-beleid", "In het kort", "", "Eerste versie", date(2018, 2, 1))
    number = policy_service.save_policy(OFFICER, board, NOW, draft)
    assert of(figures(board, "ibp.policy")["policy_steps"]) == (0, 2)
    policy_service.adopt_policy(CHAIR, board, NOW, number, date(2018, 4, 20))
    assert of(figures(board, "ibp.policy")["policy_steps"]) == (1, 2)
    policy_service.record_consent(OFFICER, board, NOW, number, date(2018, 4, 25))
    assert of(figures(board, "ibp.policy")["policy_steps"]) == (2, 2)


def test_a_norm_score_and_an_activity_move_the_goal_on_ibp_in_practice(board: Database) -> None:
    assert set(figures(board, "ibp.practice")) == {"aware_schools"}
    privacy.choose_framework(OFFICER, board, NOW, "normenkader_fo")
    before = figures(board, "ibp.practice")
    privacy.judge(OFFICER, board, NOW, Score("OR.01", 3, date(2018, 4, 1), "Rollenmatrix", "Bestuursvoorzitter"))
    activity = Activity(LINDE, 0, "meeting", "Puzzelstuk 1", date(2018, 4, 3), ("staff",), "IBP-coördinator")
    attitude_service.add_activity(OFFICER, board, NOW, activity, [LINDE])
    after = figures(board, "ibp.practice")
    assert (before["norms"].now, after["norms"].now, after["norms"].base) == (0, 1, 0)
    assert after["norms"].moved(before["norms"]) == 1
    assert (of(before["aware_schools"]), of(after["aware_schools"])) == ((0, 2), (1, 2))


def test_an_agreement_that_is_signed_moves_the_goal_on_ibp_in_practice(board: Database) -> None:
    late = Processor("Leverancier", signed_on=date(2018, 4, 12))
    register_service.save(OFFICER, board, NOW, Processor("Uitgever", signed_on=date(2017, 9, 1)))
    kept = register_service.save(OFFICER, board, NOW, replace(late, signed_on=None))
    assert of(figures(board, "ibp.practice")["agreements"]) == (1, 2)
    register_service.save(OFFICER, board, NOW, replace(late, entry_id=kept.entry_id))
    after = figures(board, "ibp.practice")["agreements"]
    assert (of(after), after.base) == ((2, 2), 1)
    assert "agreements" not in figures(board, "ibp.practice", who=person(Role.SCHOOL_ICT, LINDE))
