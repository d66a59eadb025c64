"""A device that another school has too: asked once, counted once; on both engines."""

from datetime import date

import pytest

from planning.core.database import Database
from planning.core.rights import NotAllowed, Role
from planning.core.service import audit
from planning.inventory.fleet.timeline import cohorts_of, holding
from planning.inventory.guidance import Guidance
from planning.inventory.service import (
    NotReady,
    Preview,
    confirm,
    confirm_all,
    fleets,
    history,
    lots,
    preview,
    previews,
)
from planning.organisation.records import School, write_schools
from tests.conftest import NOW, person
from tests.making import workbook

LINDE, ANNA = "00AA00", "00BB00"
OF_LINDE, OF_ANNA = person(Role.SCHOOL_ICT, LINDE), person(Role.SCHOOL_ICT, ANNA)
GROUP, CHAIR = person(Role.GROUP_ICT), person(Role.CHAIR)
TODAY = date(2018, 5, 1)
MARCH, APRIL = date(2018, 3, 1), date(2018, 4, 1)
HEADER = ("Soort", "Model", "Serienummer", "Aanschafjaar")
ONE = ("Chromebook", "Chromebook 11 G5", "5CD0000001", "2017")
TWO = ("Chromebook", "Chromebook 11 G5", "5CD0000002", "2017")
THREE = ("Laptop", "ThinkPad L450", "PF-000003", "2016")
Row = tuple[str, ...]


@pytest.fixture
def board(database: Database) -> Database:
    with database.change(GROUP, NOW) as change:
        write_schools(change, [School(LINDE, "De Linde", "Horst", "Bo"), School(ANNA, "Sint Anna", "Horst", "Bo")])
        change.log("test", "scholen")
    confirm(OF_ANNA, database, NOW, look(database, OF_ANNA, ANNA, TWO, THREE, day=MARCH))
    return database


def look(database: Database, who: object, school: str, *rows: Row, day: date = APRIL, **more: object) -> Preview:
    content = workbook([HEADER, *rows])
    return preview(who, database, school, content, "lijst.xlsx", TODAY, Guidance(day, **more))


def answered(found: Preview, answer: str) -> dict[str, str]:
    return {problem.key: answer for problem in found.reading.open_problems}


def counted(database: Database, as_of: date = TODAY) -> dict[str, int]:
    """Devices of each school and of the group, as every dashboard reads them."""
    held = fleets(CHAIR, database)
    frame = cohorts_of(held.cohorts, holding(held.versions, as_of).values())
    by_school = frame.groupby("school_id")["count"].sum()
    return {str(school): int(n) for school, n in by_school.items()}


def test_a_device_of_another_school_is_asked_about_whatever_its_serial_is_written_like(board: Database) -> None:
    found = look(board, OF_LINDE, LINDE, ONE, ("Laptop", "ThinkPad L450", "pf000003", "2016"))
    assert [(p.row, p.column, p.code, p.as_written) for p in found.reading.open_problems] == [
        (3, "C", "serial-elsewhere", "pf000003")
    ]
    with pytest.raises(NotReady):
        confirm(OF_LINDE, board, NOW, found)


def test_the_other_school_is_named_to_those_who_may_see_it_only(board: Database) -> None:
    [asked] = look(board, OF_LINDE, LINDE, TWO).reading.open_problems
    assert asked.values == {"school": ""}
    [asked] = look(board, GROUP, LINDE, TWO).reading.open_problems
    assert asked.values == {"school": "Sint Anna"}


def test_a_device_that_moved_counts_once_and_only_from_that_day(board: Database) -> None:
    found = look(board, OF_LINDE, LINDE, ONE, TWO)
    found = look(board, OF_LINDE, LINDE, ONE, TWO, answers=answered(found, "moved_here"))
    confirm(OF_LINDE, board, NOW, found)
    assert counted(board) == {LINDE: 2, ANNA: 1}
    assert counted(board, MARCH) == {ANNA: 2}


def test_the_school_it_left_keeps_its_earlier_inventory_and_can_put_it_back(board: Database) -> None:
    found = look(board, OF_LINDE, LINDE, TWO)
    confirm(OF_LINDE, board, NOW, look(board, OF_LINDE, LINDE, TWO, answers=answered(found, "moved_here")))
    newest, oldest = sorted(history(OF_ANNA, board, ANNA), key=lambda version: -version.version)
    assert (oldest.devices, newest.devices, newest.changes["gone"]) == (2, 1, 1)
    assert (newest.counted_on, newest.holds_from, newest.confirmed_by) == (MARCH, APRIL, OF_LINDE.name)
    assert lots(OF_ANNA, board, ANNA, 2)["serial"].tolist() == ["PF-000003"]
    lines = audit(CHAIR, board)
    moved = lines[lines["what"] == "moved"].iloc[0]
    assert (moved["subject"], moved["after"]["gone"]) == ("Sint Anna", 1)


def test_the_next_list_of_the_school_it_left_shows_no_change(board: Database) -> None:
    found = look(board, OF_LINDE, LINDE, TWO)
    confirm(OF_LINDE, board, NOW, look(board, OF_LINDE, LINDE, TWO, answers=answered(found, "moved_here")))
    found = look(board, OF_ANNA, ANNA, THREE, day=TODAY)
    assert (found.totals["gone"], found.is_ready) == (0, True)


def test_a_device_left_out_stays_where_it_was(board: Database) -> None:
    found = look(board, OF_LINDE, LINDE, ONE, TWO)
    found = look(board, OF_LINDE, LINDE, ONE, TWO, answers=answered(found, "leave_out"))
    assert found.devices == 1
    confirm(OF_LINDE, board, NOW, found)
    assert counted(board) == {LINDE: 1, ANNA: 2}


def test_a_list_of_long_ago_takes_nothing_from_todays_inventory(board: Database) -> None:
    confirm(OF_LINDE, board, NOW, look(board, OF_LINDE, LINDE, ONE))
    assert look(board, OF_LINDE, LINDE, TWO, day=date(2016, 1, 1)).is_ready


HEADER_OF_GROUP = ("School", *HEADER)


def group_list(*rows: tuple[str, Row]) -> bytes:
    return workbook([HEADER_OF_GROUP, *((school, *row) for school, row in rows)])


def look_at_group(database: Database, who: object, *rows: tuple[str, Row], **more: object) -> tuple[Preview, ...]:
    content = group_list(*rows)
    return previews(who, database, LINDE, content, "groep.xlsx", TODAY, Guidance(APRIL, **more))


def test_a_list_of_several_schools_becomes_a_preview_for_each(board: Database) -> None:
    found = look_at_group(board, GROUP, ("De Linde", ONE), ("De Linde", TWO), ("Sint Anna", THREE))
    assert [(one.school_name, one.devices, one.is_ready) for one in found] == [
        ("De Linde", 2, True),
        ("Sint Anna", 1, True),
    ]


def test_all_schools_are_confirmed_in_one_go_and_a_move_between_them_counts_once(board: Database) -> None:
    found = look_at_group(board, GROUP, ("De Linde", ONE), ("De Linde", TWO), ("Sint Anna", THREE))
    before = board.data_version("11111")
    assert [version.school_id for version in confirm_all(GROUP, board, NOW, found)] == [LINDE, ANNA]
    assert board.data_version("11111") == before + 1
    assert counted(board) == {LINDE: 2, ANNA: 1}
    assert len(history(GROUP, board, ANNA)) == 2


def test_confirming_one_of_them_takes_along_what_moved_to_it(board: Database) -> None:
    [linde, anna] = look_at_group(board, GROUP, ("De Linde", TWO), ("Sint Anna", THREE))
    confirm(GROUP, board, NOW, linde)
    assert counted(board) == {LINDE: 1, ANNA: 1}
    with pytest.raises(NotReady):
        confirm(GROUP, board, NOW, anna)  # its inventory changed; the page reads the list again
    [_, anna] = look_at_group(board, GROUP, ("De Linde", TWO), ("Sint Anna", THREE))
    confirm(GROUP, board, NOW, anna)
    assert counted(board) == {LINDE: 1, ANNA: 1}


def test_where_one_of_them_is_not_ready_none_is_kept(board: Database) -> None:
    found = look_at_group(board, GROUP, ("De Linde", ONE), ("Sint Anna", THREE), ("Sint Anna", THREE))
    with pytest.raises(NotReady) as refused:
        confirm_all(GROUP, board, NOW, found)
    assert refused.value.school_name == "Sint Anna"
    assert history(GROUP, board, LINDE) == ()


def test_a_coordinator_gets_the_own_rows_and_nothing_of_the_others(board: Database) -> None:
    [found] = look_at_group(board, OF_LINDE, ("De Linde", ONE), ("Sint Anna", THREE))
    assert (found.school_id, found.reading.devices["serial"].tolist()) == (LINDE, ["5CD0000001"])
    confirm(OF_LINDE, board, NOW, found)
    kept = lots(OF_LINDE, board, LINDE, 1)
    assert kept["serial"].tolist() == ["5CD0000001"]
    lines = audit(CHAIR, board)
    assert "PF-000003" not in lines.to_json()


def test_a_coordinator_of_two_schools_gets_both(board: Database) -> None:
    both = person(Role.SCHOOL_ICT, LINDE, ANNA)
    assert len(look_at_group(board, both, ("De Linde", ONE), ("Sint Anna", THREE))) == 2


def test_nobody_confirms_for_a_school_that_is_not_theirs(board: Database) -> None:
    found = look_at_group(board, GROUP, ("De Linde", ONE), ("Sint Anna", THREE))
    with pytest.raises(NotAllowed):
        confirm_all(OF_LINDE, board, NOW, found)
    assert history(GROUP, board, LINDE) == ()


def test_a_name_explained_by_the_group_is_remembered_for_all(board: Database) -> None:
    rows = (("De Linde", ONE), ("Anna", THREE))
    [question] = look_at_group(board, GROUP, *rows)[0].reading.open_problems
    found = look_at_group(board, GROUP, *rows, answers={question.key: "this_school"})
    confirm_all(GROUP, board, NOW, found)
    again = look_at_group(board, GROUP, *rows)
    assert [one.is_ready for one in again] == [True, True]
    assert [one.key for one in again[0].recalled.used] == ["anna"]
    both = person(Role.SCHOOL_ICT, LINDE, ANNA)
    assert [one.school_id for one in look_at_group(board, both, *rows)] == [LINDE, ANNA]
