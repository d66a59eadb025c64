"""Whose list a workbook seems to be: asked before it changes the wrong school."""

from datetime import date

import pytest

from planning.core.database import Database
from planning.core.rights import Person, Role
from planning.inventory.guidance import Guidance
from planning.inventory.read.school_names import schools_named
from planning.inventory.service import NotReady, Preview, confirm, preview
from planning.organisation.records import School, write_schools
from tests.conftest import NOW, person
from tests.making import workbook

LINDE, ANNA, BOOG = "00AA00", "00BB00", "00CC00"
SCHOOLS = (
    School(LINDE, "De Linde", "Horst", "Bo"),
    School(ANNA, "Sint Anna", "Melderslo", "Bo"),
    School(BOOG, "Anna's Boog", "Horst", "Bo"),
)
OF_LINDE, OF_ANNA, GROUP = person(Role.SCHOOL_ICT, LINDE), person(Role.SCHOOL_ICT, ANNA), person(Role.GROUP_ICT)
TODAY, MARCH = date(2018, 5, 1), date(2018, 3, 1)
HEADER = ("Soort", "Model", "Serienummer", "Aanschafjaar")
OF_ANNAS = [("Chromebook", "Chromebook 11 G5", f"5CD000000{n}", "2017") for n in range(4)]
NEW = [("Chromebook", "Chromebook 11 G5", f"5CD000010{n}", "2017") for n in range(4)]


@pytest.fixture
def board(database: Database) -> Database:
    with database.change(GROUP, NOW) as change:
        write_schools(change, SCHOOLS)
        change.log("test", "scholen")
    confirm(OF_ANNA, database, NOW, look(database, ANNA, [HEADER, *OF_ANNAS], who=OF_ANNA))
    return database


def look(
    database: Database,
    school: str,
    rows: list[tuple[str, ...]],
    name: str = "lijst.xlsx",
    day: date = MARCH,
    who: Person = GROUP,
    **more: bool,
) -> Preview:
    return preview(who, database, school, workbook(rows), name, TODAY, Guidance(day, **more))


def seems(found: Preview) -> tuple[str, str] | None:
    return (found.likely_other.school_id, found.likely_other.place) if found.likely_other else None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Inventaris Linde maart 2018", [LINDE]),
        ("InventarisLinde2018", [LINDE]),
        ("devices sint anna", [ANNA]),
        ("Sint Anna en De Linde", [LINDE, ANNA]),
        ("Anna's Boog, devices", [BOOG]),
        ("lijst 00BB", [ANNA]),
        ("Inventaris Horst", []),
        ("Lindelaan 4", []),
    ],
)
def test_a_school_is_named_by_what_tells_it_from_others_and_never_by_its_place(text: str, named: list[str]) -> None:
    assert [school.school_id for school in schools_named(text, SCHOOLS)] == named


def test_a_title_that_names_another_school_asks_whose_list_it_is(board: Database) -> None:
    found = look(board, LINDE, [("Devices Sint Anna, Melderslo",), HEADER, *NEW])
    assert seems(found) == (ANNA, "title")
    with pytest.raises(NotReady, match="another_school"):
        confirm(GROUP, board, NOW, found)


def test_so_does_the_name_of_the_file(board: Database) -> None:
    assert seems(look(board, LINDE, [HEADER, *NEW], "inventaris_sint-anna_2018.xlsx")) == (ANNA, "file")


def test_a_title_that_names_the_own_school_asks_nothing(board: Database) -> None:
    rows = [("Devices De Linde (voorheen op Sint Anna)",), HEADER, *NEW]
    assert seems(look(board, LINDE, rows, "anna.xlsx")) is None


def test_serial_numbers_tell_also_where_the_list_is_older_than_the_inventory_in_force(board: Database) -> None:
    confirm(OF_LINDE, board, NOW, look(board, LINDE, [HEADER, *NEW], who=OF_LINDE))
    found = look(board, LINDE, [HEADER, *OF_ANNAS], day=date(2017, 1, 1))
    assert seems(found) == (ANNA, "serials")
    assert found.likely_other
    assert (found.likely_other.serials, found.likely_other.all_serials) == (4, 4)


def test_serial_numbers_of_the_own_school_outweigh_a_title(board: Database) -> None:
    assert seems(look(board, ANNA, [("Overgenomen van De Linde",), HEADER, *OF_ANNAS])) is None


def test_half_of_the_serial_numbers_or_a_single_one_says_nothing(board: Database) -> None:
    assert seems(look(board, LINDE, [HEADER, *OF_ANNAS[:2], *NEW[:2]])) is None
    assert seems(look(board, LINDE, [HEADER, OF_ANNAS[0]])) is None


def test_once_a_person_says_it_is_the_list_of_this_school_it_is_read_as_such(board: Database) -> None:
    found = look(board, LINDE, [("Devices Sint Anna",), HEADER, *NEW], of_this_school=True)
    assert found.likely_other is None
    assert confirm(GROUP, board, NOW, found).devices == 4


def test_a_list_that_names_the_school_of_every_row_is_divided_and_not_asked_about(board: Database) -> None:
    rows = [("Sint Anna",), ("School", *HEADER), *(("De Linde", *row) for row in NEW)]
    assert seems(look(board, LINDE, rows)) is None
