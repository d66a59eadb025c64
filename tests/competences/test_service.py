"""The workshop, the adoption and the self-scans on both engines: who may, what is kept, what is never found again."""

import logging
from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from planning.competences import workshop_service as workshop
from planning.competences.offers import Offer
from planning.competences.service import (
    competences_view,
    confirm_scan,
    form,
    progress_of,
    read_scan,
    remove_scan,
)
from planning.competences.workshop import Competence
from planning.core.database import Database, metadata
from planning.core.rights import NotAllowed, Person, Role
from planning.organisation.records import School, write_schools
from planning.workbooks.model import FileRefused
from tests.conftest import NOW, person
from tests.making import workbook
from tests.refusals import refused

CHAIR, GROUP, COACH = person(Role.CHAIR), person(Role.GROUP_ICT), person(Role.ICOACH)
TEACHER_OF_A = person(Role.SCHOOL_ICT, "00AA00")
TODAY, FEBRUARY, MARCH = date(2018, 5, 1), date(2018, 2, 1), date(2018, 3, 1)
FORM = [
    ["Tijdstempel", "E-mailadres", "Naam", "Samenwerken met ict", "Feedback geven", "Wat wilt u nog kwijt?"],
    *(["1-3-2018", f"t{n}@school.nl", f"Emma Smit {n}", 2 + n % 2, "met hulp", f"vraag Esra {n}"] for n in range(6)),
]


@pytest.fixture
def board(database: Database) -> Database:
    """Two schools, a vision and two core competences."""
    with database.change(GROUP, NOW) as change:
        write_schools(change, [School("00AA00", "A", "Horst", "Bo"), School("00BB00", "B", "Horst", "Bo")])
        change.log("test", "scholen")
    vision = workshop.save_vision(GROUP, database, NOW, "Leren vanuit talenten")
    ideas = workshop.add_ideas(GROUP, database, NOW, "Samen met ict\nIn de cloud werken\nFeedback")
    for name, numbers, points, wanted in (
        ("Samenwerken met ict", ideas[:2], 9, 3),
        ("Feedback geven", ideas[2:], 4, 2),
    ):
        one = workshop.merge(GROUP, database, NOW, numbers, name)
        ranked = replace(one, points=points, wanted=wanted, visions=(vision,))
        workshop.save_competences(GROUP, database, NOW, [ranked])
    workshop.adopt(CHAIR, database, NOW, FEBRUARY, ["own-1", "own-2"])
    return database


def scan(database: Database, who: Person, school: str, rows: list[list[object]], day: date = MARCH) -> None:
    found = read_scan(who, database, NOW, school, [("antwoorden.xlsx", workbook(rows))], day)
    confirm_scan(who, database, NOW, found)


def test_a_list_of_ideas_becomes_the_adopted_set_in_order_of_points(board: Database) -> None:
    adopted = competences_view(CHAIR, board).set_on(TODAY)
    assert adopted is not None
    assert [(one.name, one.points, one.wanted, one.visions) for one in adopted.members] == [
        ("Samenwerken met ict", 9, 3, ("Leren vanuit talenten",)),
        ("Feedback geven", 4, 2, ("Leren vanuit talenten",)),
    ]


def test_an_adopted_set_stays_what_it_was(board: Database) -> None:
    workshop.save_competences(GROUP, board, NOW, [Competence("own-1", "Iets anders", wanted=4)])
    workshop.split(GROUP, board, NOW, "own-2")
    workshop.remove_vision(GROUP, board, NOW, 1)
    adopted = competences_view(CHAIR, board).set_on(TODAY)
    assert adopted is not None
    assert [(one.name, one.wanted, one.visions) for one in adopted.members] == [
        ("Samenwerken met ict", 3, ("Leren vanuit talenten",)), ("Feedback geven", 2, ("Leren vanuit talenten",)),
    ]  # fmt: skip


def test_ideas_of_a_competence_that_is_taken_apart_are_loose_again(board: Database) -> None:
    workshop.split(GROUP, board, NOW, "own-1")
    assert [idea.competence for idea in competences_view(CHAIR, board).ideas] == [None, None, "own-2"]


def test_an_idea_that_is_there_is_not_added_twice(board: Database) -> None:
    assert len(workshop.add_ideas(GROUP, board, NOW, "feedback\nNieuw")) == 1
    with refused(("ideas_known", "text")):
        workshop.add_ideas(GROUP, board, NOW, "Feedback")


def test_a_board_may_mix_its_own_competences_with_those_of_a_framework(board: Database) -> None:
    taken, _core_task = workshop.add_from_framework(GROUP, board, NOW, ["digcompedu-2.1", "kennisnet-A"])
    workshop.save_competences(GROUP, board, NOW, [replace(taken, wanted=2)])
    adopted = workshop.adopt(CHAIR, board, NOW, MARCH, ["own-1", "digcompedu-2.1"])
    assert [one.source for one in adopted.members] == ["own", "digcompedu"]
    with refused(("no_new_competence_chosen", "keys")):
        workshop.add_from_framework(GROUP, board, NOW, ["digcompedu-2.1"])


def test_a_key_of_an_adopted_competence_is_never_given_to_another(board: Database) -> None:
    workshop.split(GROUP, board, NOW, "own-2")
    one = workshop.merge(GROUP, board, NOW, [3], "Heel iets anders")
    assert one.key == "own-3"


def test_what_cannot_be_adopted_is_refused(board: Database) -> None:
    with refused(("adoption_to_come", "adopted_on")):
        workshop.adopt(CHAIR, board, NOW, date(2018, 5, 2), ["own-1"])
    with refused(("no_competence_chosen", None)):
        workshop.adopt(CHAIR, board, NOW, TODAY, [])


def test_points_levels_and_names_are_kept_together_and_can_be_put_back(board: Database) -> None:
    before = workshop.save_competences(GROUP, board, NOW, [Competence("own-1", "Samen met ict", points=12, wanted=4)])
    assert [(one.name, one.points, one.wanted) for one in before] == [("Samenwerken met ict", 9, 3)]
    workshop.save_competences(GROUP, board, NOW, before)
    assert competences_view(CHAIR, board).competences[0] == before[0]
    with refused(("competences_unchanged", None)):
        workshop.save_competences(GROUP, board, NOW, before)
    with refused(("competence_there_already", "name_own-1"), ("points_out_of_range", "points_own-1")):
        workshop.save_competences(GROUP, board, NOW, [replace(before[0], name="feedback geven", points=-1)])


def test_the_scale_is_fixed_once_a_set_is_adopted(board: Database) -> None:
    with refused(("scale_fixed", "scale")):
        workshop.set_scale(GROUP, board, NOW, "digcompedu")


def test_a_coordinator_hands_in_and_sees_the_own_school_only(board: Database) -> None:
    scan(board, GROUP, "00BB00", FORM)
    assert competences_view(TEACHER_OF_A, board).scans == ()
    for attempt in (
        lambda: scan(board, TEACHER_OF_A, "00BB00", FORM),
        lambda: form(TEACHER_OF_A, board, "00BB00", TODAY),
        lambda: remove_scan(TEACHER_OF_A, board, NOW, "00BB00", MARCH),
        lambda: scan(board, COACH, "00AA00", FORM),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    scan(board, TEACHER_OF_A, "00AA00", FORM)
    assert [one.school_id for one in competences_view(TEACHER_OF_A, board).scans] == ["00AA00"]
    assert {one.school_id for one in competences_view(COACH, board).scans} == {"00AA00", "00BB00"}


def test_another_board_sees_nothing_of_it(board: Database) -> None:
    scan(board, GROUP, "00AA00", FORM)
    other = competences_view(person(Role.CHAIR, board_id="22222"), board)
    assert (other.visions, other.ideas, other.competences, other.sets, other.scans) == ((), (), (), (), ())


def test_a_scan_changes_the_measured_progress_and_taking_it_away_changes_it_back(board: Database) -> None:
    before = progress_of(competences_view(CHAIR, board), TODAY)
    scan(board, TEACHER_OF_A, "00AA00", FORM)
    after = progress_of(competences_view(CHAIR, board), TODAY)
    assert (before.schools_scanned, before.share_at_wanted) == (0, None)
    assert (after.schools_scanned, after.schools, after.share_at_wanted) == (1, 2, 0.5)
    remove_scan(TEACHER_OF_A, board, NOW, "00AA00", MARCH)
    assert progress_of(competences_view(CHAIR, board), TODAY) == before


def test_the_form_of_a_school_comes_back_as_its_answers(board: Database) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    from planning.competences.template import HEADER_ROW

    book = load_workbook(BytesIO(form(TEACHER_OF_A, board, "00AA00", TODAY)))
    for row in range(1, 8):
        for column in (1, 2):
            book.worksheets[0].cell(HEADER_ROW + row, column, "3 · Ik doe dit zelfstandig")
    content = BytesIO()
    book.save(content)
    found = read_scan(TEACHER_OF_A, board, NOW, "00AA00", [("zelfscan.xlsx", content.getvalue())], MARCH)
    assert (found.teachers, found.missing, found.too_few, found.left) == (7, (), (), ())
    assert confirm_scan(TEACHER_OF_A, board, NOW, found).levels == {"own-1": 3.0, "own-2": 3.0}


def test_of_four_answers_only_the_fact_of_the_scan_is_kept(board: Database) -> None:
    found = read_scan(TEACHER_OF_A, board, NOW, "00AA00", [("a.xlsx", workbook(FORM[:5]))], MARCH)
    assert found.is_too_small
    assert confirm_scan(TEACHER_OF_A, board, NOW, found).is_too_small
    with board.read("11111") as connection:
        assert connection.execute(sa.select(metadata.tables["self_scan_count"])).all() == []


def test_a_scan_before_the_adoption_or_still_to_come_is_refused(board: Database) -> None:
    with refused(("nothing_adopted", None)):
        scan(board, TEACHER_OF_A, "00AA00", FORM, date(2018, 1, 1))
    with refused(("scan_to_come", "scanned_on")):
        scan(board, TEACHER_OF_A, "00AA00", FORM, date(2018, 5, 2))


def test_a_file_without_questions_is_refused(board: Database) -> None:
    with pytest.raises(FileRefused):
        scan(board, TEACHER_OF_A, "00AA00", [["Soort", "Merk"], ["laptop", "HP"]])


def test_a_form_that_nobody_filled_in_is_refused(board: Database) -> None:
    with refused(("scan_without_answers", None)):
        scan(board, TEACHER_OF_A, "00AA00", FORM[:1])


def test_a_second_file_of_the_same_day_takes_the_place_of_the_first(board: Database) -> None:
    scan(board, TEACHER_OF_A, "00AA00", FORM)
    found = read_scan(TEACHER_OF_A, board, NOW, "00AA00", [("a.xlsx", workbook([*FORM, *FORM[1:]]))], MARCH)
    assert found.replaces
    confirm_scan(TEACHER_OF_A, board, NOW, found)
    assert [one.teachers for one in competences_view(TEACHER_OF_A, board).scans] == [10]


def test_no_answer_name_or_address_of_one_teacher_is_anywhere_in_the_database_or_the_log(
    board: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    scan(board, TEACHER_OF_A, "00AA00", FORM)
    dump = []
    for table in metadata.sorted_tables:
        for board_id in ("11111", "*"):
            with board.read(board_id) as connection:
                dump += [repr(tuple(row)) for row in connection.execute(sa.select(table))]
    everything = "\n".join([*dump, caplog.text])
    assert [word for word in ("Emma", "Esra", "@school", "antwoorden.xlsx") if word in everything] == []
    with board.read("11111") as connection:
        counts = connection.execute(sa.select(metadata.tables["self_scan_count"])).all()
    assert sorted((row.competence, row.level, row.teachers) for row in counts) == [
        ("own-1", 2, 3), ("own-1", 3, 3), ("own-2", 2, 6),
    ]  # fmt: skip


def test_an_offer_names_competences_of_the_board(board: Database) -> None:
    kept = workshop.save_offer(GROUP, board, NOW, Offer(0, "Samen in de cloud", 6, "planned", None, ("own-1",)))
    workshop.save_offer(GROUP, board, NOW, replace(kept, state="running"))
    assert [one.state for one in competences_view(CHAIR, board).offers] == ["running"]
    with refused(
        ("training_without_name", "title"),
        ("training_hours_out_of_range", "hours"),
        ("training_without_competence", "competences"),
    ):
        workshop.save_offer(GROUP, board, NOW, Offer(0, "", 0, "planned", None, ("weg",)))
    workshop.remove_offer(GROUP, board, NOW, kept.offer_id)
    assert competences_view(CHAIR, board).offers == ()
