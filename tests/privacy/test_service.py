"""IBP on both engines: who may what, what stays, and that a changed score moves the goal."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from planning.core.database import Database, audit_line
from planning.core.rights import NotAllowed, Person, Role
from planning.organisation.records import School, write_schools
from planning.privacy import attitude_service, policy_service, service
from planning.privacy.acceleration import AccelerationQuestion, QuestionLogLine
from planning.privacy.acceleration_service import acceleration_questions, log_step, save_question
from planning.privacy.attitude import Activity
from planning.privacy.facts import PrivacyProgress, progress_of
from planning.privacy.frameworks import own_norm
from planning.privacy.measures import Measure
from planning.privacy.norms import Score
from planning.privacy.policy import PolicyVersion
from planning.privacy.service import privacy_view
from tests.conftest import HALF_PAST_MIDNIGHT, NOW, person, work_as_of_today
from tests.making import sheets
from tests.privacy.test_norm_list import full_list
from tests.ratios.test_service import add_inventory
from tests.refusals import refused

AS_OF = date(2018, 5, 1)
LATER = datetime(2018, 5, 1, 13, 0, tzinfo=UTC)
CHAIR, OFFICER, GROUP = person(Role.CHAIR), person(Role.PRIVACY_OFFICER), person(Role.GROUP_ICT)
LINDEN, ANNA = person(Role.SCHOOL_ICT, "00AA00"), person(Role.SCHOOL_ICT, "00BB00")
HEADER = ["Code", "Domein", "Titel", "Streefniveau"]


@pytest.fixture
def board(database: Database) -> Database:
    """Two schools and the Normenkader."""
    with database.change(GROUP, NOW) as change:
        write_schools(
            change, [School("00AA00", "De Linde", "Horst", "Bo"), School("00BB00", "Sint Anna", "Horst", "Bo")]
        )
        change.log("test", "scholen")
    service.choose_framework(OFFICER, database, NOW, "normenkader_fo")
    return database


def judge(database: Database, level: int, on: date = AS_OF, code: str = "OR.01", by: Person = OFFICER) -> None:
    service.judge(by, database, LATER, Score(code, level, on, "Rollenmatrix", "Bestuursvoorzitter"))


def activity(on: date = AS_OF, school: str = "00AA00") -> Activity:
    return Activity(school, 0, "meeting", "Puzzelstuk 1", on, ("staff", "parents"), "IBP-coördinator")


def draft(**more: object) -> PolicyVersion:
    return replace(PolicyVersion(0, "IBP-beleid", "In het kort", "", "Eerste versie", date(2018, 2, 1)), **more)


def progress(who: Person, database: Database, as_of: date) -> PrivacyProgress:
    """The progress on a date, of the schools within reach."""
    attitude = attitude_service.attitude_view(who, database)
    return progress_of(privacy_view(who, database), attitude.schools, attitude.activities, as_of)


def test_a_changed_norm_score_moves_the_goal(board: Database) -> None:
    assert progress(CHAIR, board, AS_OF).norms_at_target == 0
    judge(board, 2, date(2018, 3, 1))
    before = progress(CHAIR, board, AS_OF)
    judge(board, 3)
    after = progress(CHAIR, board, AS_OF)
    assert (before.norms_at_target, before.mean_level) == (0, 2.0)
    assert (after.norms_at_target, after.mean_level, after.norms) == (1, 3.0, 94)
    assert progress(CHAIR, board, date(2018, 4, 1)).norms_at_target == 0  # as it was then


def test_just_after_midnight_a_judgement_of_the_new_day_is_accepted(board: Database) -> None:
    work_as_of_today(board)
    score = Score("OR.01", 2, date(2018, 10, 1), "Rollenmatrix", "Bestuursvoorzitter")
    with refused(("score_to_come", "scored_on")):
        service.judge(OFFICER, board, HALF_PAST_MIDNIGHT - timedelta(minutes=31), score)
    service.judge(OFFICER, board, HALF_PAST_MIDNIGHT, score)
    assert [kept.scored_on for kept in privacy_view(CHAIR, board).scores] == [date(2018, 10, 1)]


def test_every_score_stays_in_the_history(board: Database) -> None:
    judge(board, 1, date(2018, 1, 1))
    judge(board, 2)
    assert [(s.level, s.evidence, s.entered_by) for s in privacy_view(CHAIR, board).scores] == [
        (1, "Rollenmatrix", "Test privacy_officer"), (2, "Rollenmatrix", "Test privacy_officer"),
    ]  # fmt: skip


def test_a_score_that_cannot_be_is_refused_and_nothing_is_kept(board: Database) -> None:
    before = board.data_version("11111")
    with refused(("norm_unknown", "code"), ("level_out_of_range", "level"), ("score_to_come", "scored_on")):
        judge(board, 7, date(2018, 6, 1), "XX.99")
    assert (privacy_view(CHAIR, board).scores, board.data_version("11111")) == ((), before)


def test_the_chair_sets_level_and_deadline_and_a_higher_level_leaves_fewer_norms_at_target(board: Database) -> None:
    judge(board, 3)
    service.set_ambition(CHAIR, board, NOW, 4, date(2029, 12, 31))
    found = privacy_view(OFFICER, board)
    assert found.ambition == replace(found.ambition, target_level=4, deadline=date(2029, 12, 31))
    assert progress(CHAIR, board, AS_OF).norms_at_target == 0


def test_a_school_coordinator_reads_the_maturity_of_the_board(board: Database) -> None:
    judge(board, 3)
    assert progress(LINDEN, board, AS_OF).norms_at_target == 1


def test_no_other_board_sees_any_of_it(board: Database) -> None:
    judge(board, 3)
    assert privacy_view(person(Role.CHAIR, board_id="22222"), board).ambition is None


def test_of_a_norm_list_only_the_row_with_a_problem_and_what_a_person_leaves_out_stay_out(board: Database) -> None:
    rows = full_list()
    rows[5][1] = "Tuin"
    content = sheets(Normen=[HEADER, *rows])
    found = service.import_norms(OFFICER, board, NOW, content, "normen.xlsx", apply=False)
    assert ([p.row for p in found.found.problems], found.changed) == ([7], 93)
    service.import_norms(OFFICER, board, NOW, content, "normen.xlsx", apply=True, without={rows[0][0]})
    assert len(privacy_view(CHAIR, board).own_codes) == 92


def test_a_norm_list_of_94_rows_is_kept_whole_and_checked_against_what_is_stated(board: Database) -> None:
    content = sheets(Normen=[HEADER, *full_list()])
    preview = service.import_norms(OFFICER, board, NOW, content, "normen.xlsx", apply=False)
    assert (preview.security, preview.stated_security, preview.privacy, preview.stated_privacy) == (69, 69, 25, 25)
    assert privacy_view(CHAIR, board).own_codes == frozenset()  # a preview keeps nothing
    assert service.import_norms(OFFICER, board, NOW, content, "normen.xlsx", apply=True).changed == 94
    assert len(privacy_view(CHAIR, board).own_codes) == 94
    assert service.import_norms(OFFICER, board, NOW, content, "normen.xlsx", apply=True).changed == 0


def test_a_norm_of_ones_own_takes_the_place_of_the_one_with_its_code(board: Database) -> None:
    service.add_norm(OFFICER, board, NOW, own_norm("OR.01", "OR", "In eigen woorden", 4))
    [norm] = [norm for norm in privacy_view(CHAIR, board).norms if norm.code == "OR.01"]
    assert (norm.name_nl, norm.target) == ("In eigen woorden", 4)


def test_a_measure_is_late_until_it_is_done(board: Database) -> None:
    new = Measure(
        None, "Overeenkomsten tekenen", "IBP-coördinator", date(2018, 4, 1), "doing", "OR.01", date(2018, 3, 1)
    )
    number = service.save_measure(OFFICER, board, NOW, new)
    assert progress(CHAIR, board, AS_OF).measures_late == 1
    service.save_measure(OFFICER, board, LATER, replace(new, measure_id=number, state="done", on=date(2018, 4, 20)))
    done = progress(CHAIR, board, AS_OF)
    assert (done.measures, done.measures_done, done.measures_late) == (1, 1, 0)
    assert progress(CHAIR, board, date(2018, 4, 10)).measures_late == 1  # as it was then
    with refused(("measure_gone", None)):
        service.save_measure(OFFICER, board, NOW, replace(new, measure_id=999))


def test_the_policy_goes_from_draft_through_adoption_to_consent(board: Database) -> None:
    number = policy_service.save_policy(OFFICER, board, NOW, draft(planned_on=date(2018, 5, 22)))
    assert not progress(CHAIR, board, AS_OF).policy_adopted
    policy_service.adopt_policy(CHAIR, board, NOW, number, date(2018, 4, 20))
    assert (progress(CHAIR, board, AS_OF).policy_adopted, progress(CHAIR, board, AS_OF).gmr_consent) == (True, False)
    policy_service.record_consent(OFFICER, board, NOW, number, date(2018, 4, 25))
    found = progress(CHAIR, board, AS_OF)
    assert (found.policy_adopted, found.gmr_consent) == (True, True)
    assert not progress(CHAIR, board, date(2018, 4, 22)).gmr_consent
    policy_service.adopt_policy(CHAIR, board, NOW, number, None)
    assert not progress(CHAIR, board, AS_OF).policy_adopted


def test_an_adopted_version_is_not_changed_any_more(board: Database) -> None:
    number = policy_service.save_policy(OFFICER, board, NOW, draft())
    policy_service.adopt_policy(CHAIR, board, NOW, number, AS_OF)
    with refused(("policy_adopted", None)):
        policy_service.save_policy(OFFICER, board, NOW, draft(number=number, text="Anders"))
    assert policy_service.save_policy(OFFICER, board, NOW, draft(changed="Tweede versie")) == number + 1


def test_a_school_hands_in_its_own_activities_and_counts_only(board: Database) -> None:
    attitude_service.add_activity(LINDEN, board, NOW, activity(), ["00AA00"])
    with pytest.raises(NotAllowed):
        attitude_service.add_activity(LINDEN, board, NOW, activity(), ["00AA00", "00BB00"])
    with pytest.raises(NotAllowed):
        attitude_service.save_answers(LINDEN, board, NOW, "00BB00", "staff", AS_OF, {"S1": (0, 0, 5, 5)})
    assert (progress(CHAIR, board, AS_OF).schools_active, progress(CHAIR, board, AS_OF).schools) == (1, 2)
    assert (progress(ANNA, board, AS_OF).schools_active, progress(ANNA, board, AS_OF).schools) == (0, 1)


def test_a_school_coordinator_sees_no_other_schools_awareness(board: Database) -> None:
    attitude_service.add_activity(OFFICER, board, NOW, activity(), ["00AA00", "00BB00"])
    attitude_service.save_answers(OFFICER, board, NOW, "00AA00", "staff", AS_OF, {"S1": (0, 0, 5, 5)})
    own = attitude_service.attitude_view(ANNA, board)
    assert ([s.school_id for s in own.schools], len(own.activities), own.answers) == (["00BB00"], 1, ())
    attitude_service.remove_activity(ANNA, board, NOW, own.activities[0].activity_id)
    assert [a.school_id for a in attitude_service.attitude_view(OFFICER, board).activities] == ["00AA00"]


def test_a_school_that_is_not_there_is_refused_in_words(board: Database) -> None:
    with refused(("school_unknown", "school_ids")):
        attitude_service.add_activity(OFFICER, board, NOW, activity(), ["99ZZ00"])


def test_fewer_than_five_answers_are_not_kept_and_no_count_reaches_the_log(board: Database) -> None:
    with refused(("too_few_answers", "S1")):
        attitude_service.save_answers(OFFICER, board, NOW, "00AA00", "staff", AS_OF, {"S1": (1, 1, 1, 1)})
    attitude_service.save_answers(OFFICER, board, NOW, "00AA00", "staff", AS_OF, {"S1": (0, 1, 4, 17)})
    with board.read("11111") as connection:
        logged = connection.execute(sa.select(audit_line).where(audit_line.c.what == "privacy_answers")).all()
    assert [line.after for line in logged] == [{"audience": "staff", "held_on": "2018-05-01", "questions": 1}]
    attitude_service.save_answers(OFFICER, board, NOW, "00AA00", "staff", AS_OF, {})
    assert attitude_service.attitude_view(OFFICER, board).answers == ()


def test_partner_boards_read_the_shared_question_and_only_its_keeper_writes(board: Database) -> None:
    new = AccelerationQuestion("11111", 0, "IBP voor drie besturen", "Hoe maken wij beleid?", ("22222",))
    number = save_question(OFFICER, board, NOW, new)
    log_step(OFFICER, board, NOW, number, QuestionLogLine(date(2017, 6, 1), "idea", ""))
    log_step(OFFICER, board, NOW, number, QuestionLogLine(date(2017, 9, 1), "submitted", "Ingediend"))
    partner = person(Role.PRIVACY_OFFICER, board_id="22222")
    seen = acceleration_questions(partner, board)
    assert [(q.title, q.step_on(AS_OF), q.step_on(date(2017, 7, 1))) for q in seen] == [
        ("IBP voor drie besturen", "submitted", "idea")
    ]
    with refused(("question_gone", None)):
        log_step(partner, board, NOW, number, QuestionLogLine(AS_OF, "approved", ""))
    save_question(OFFICER, board, NOW, replace(new, question_id=number, partners=()))
    assert acceleration_questions(partner, board) == ()


def test_a_step_follows_the_step_before_it(board: Database) -> None:
    number = save_question(OFFICER, board, NOW, AccelerationQuestion("11111", 0, "Vraag", "Hoe?", ()))
    with refused(("step_out_of_order", "step")):
        log_step(OFFICER, board, NOW, number, QuestionLogLine(AS_OF, "execution", ""))
    with refused(("step_to_come", "on")):
        log_step(OFFICER, board, NOW, number, QuestionLogLine(date(2018, 5, 2), "idea", ""))
    log_step(OFFICER, board, NOW, number, QuestionLogLine(AS_OF, "idea", ""))
    with refused(("step_before_last", "on")):
        log_step(OFFICER, board, NOW, number, QuestionLogLine(date(2018, 4, 1), "submitted", ""))


def test_the_own_inventories_are_evidence_and_raise_no_score(board: Database) -> None:
    add_inventory(board, "00AA00", 1, date(2018, 4, 1), 5)
    add_inventory(board, "00BB00", 1, date(2017, 4, 1), 5)
    found = privacy_view(LINDEN, board)
    assert (found.evidence(AS_OF).fresh, found.evidence(AS_OF).schools, found.evidence(AS_OF).share) == (1, 2, 0.5)
    assert found.evidence(date(2018, 3, 31)).fresh == 0
    assert found.scores == ()
