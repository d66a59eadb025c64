"""The board's own settings and people, on both engines: refusals write nothing, and the log can be narrowed."""

from dataclasses import replace
from datetime import timedelta

from planning.core.boards import boards
from planning.core.database import Database
from planning.core.rights import Person, Role
from planning.core.service import (
    add_people,
    audit,
    begin_board,
    own_board,
    people,
    remove_people,
    save_person,
    set_board,
)
from tests.conftest import NOW, person
from tests.refusals import refused

ADMINISTRATOR = person(Role.ADMINISTRATOR)
NEW = Person("", "11111", "Jan", Role.READER)


def test_two_new_people_of_one_name_get_a_key_each(database: Database) -> None:
    added = add_people(ADMINISTRATOR, database, NOW, [NEW, NEW])
    assert [someone.person_id for someone in added] == ["jan", "jan-2"]
    assert [someone.name for someone in people(ADMINISTRATOR, database)] == ["Jan", "Jan"]


def test_somebody_who_cannot_be_leaves_nothing_behind(database: Database) -> None:
    with refused(("coordinator_without_school", "school_ids")):
        add_people(ADMINISTRATOR, database, NOW, [NEW, Person("", "11111", "Jan", Role.SCHOOL_ICT)])
    assert people(ADMINISTRATOR, database) == ()
    assert database.data_version("11111") == 0


def test_the_only_administrator_of_a_board_stays(database: Database) -> None:
    save_person(ADMINISTRATOR, database, NOW, ADMINISTRATOR)
    operator = Person("operator", "11111", "Vlootplan", Role.ADMINISTRATOR)
    with refused(("last_administrator", None)):
        remove_people(operator, database, NOW, [ADMINISTRATOR])
    with refused(("removing_oneself", None)):
        remove_people(ADMINISTRATOR, database, NOW, [ADMINISTRATOR])
    assert people(ADMINISTRATOR, database) == (ADMINISTRATOR,)


def test_settings_that_cannot_be_are_not_kept(database: Database) -> None:
    with refused(("target_out_of_range", "pupils_per_device")):
        set_board(person(Role.CHAIR), database, NOW, pupils_per_device=0.0)
    assert own_board(ADMINISTRATOR, database).pupils_per_device == 4.0


def test_the_log_is_in_order_of_time_also_of_what_was_written_later_about_an_earlier_moment(database: Database) -> None:
    for moment, name in ((NOW, "Jan"), (NOW - timedelta(days=30), "Piet"), (NOW, "Mia")):
        add_people(ADMINISTRATOR, database, moment, [replace(NEW, name=name)])
    found = audit(ADMINISTRATOR, database)
    assert [after["name"] for after in found["after"]] == ["Mia", "Jan", "Piet"]


def test_the_log_is_newest_first_and_can_be_narrowed(database: Database) -> None:
    add_people(ADMINISTRATOR, database, NOW, [NEW])
    set_board(ADMINISTRATOR, database, NOW, stale_after_days=90)
    set_board(person(Role.CHAIR), database, NOW, pupils_per_device=3.0)
    assert list(audit(ADMINISTRATOR, database)["what"]) == ["board", "board", "person"]
    assert list(audit(ADMINISTRATOR, database, what=["person"])["subject"]) == ["Jan"]
    assert list(audit(ADMINISTRATOR, database, limit=1)["person_name"]) == ["Test chair"]


def test_a_board_begins_with_its_first_administrator(empty_database: Database) -> None:
    first = begin_board(empty_database, NOW, "12345", "De Linde", "Anna")
    assert people(first, empty_database) == (first,)
    assert own_board(first, empty_database).name == "De Linde"


def test_a_board_that_is_begun_twice_with_the_same_words_is_begun_once(empty_database: Database) -> None:
    first = begin_board(empty_database, NOW, "12345", "De Linde", "Anna")
    assert begin_board(empty_database, NOW, "12345", "De Linde", "Anna") == first
    assert people(first, empty_database) == (first,)


def test_a_board_where_others_work_already_does_not_begin_again(empty_database: Database) -> None:
    first = begin_board(empty_database, NOW, "12345", "De Linde", "Anna")
    add_people(first, empty_database, NOW, [replace(NEW, board_id="12345", school_ids=frozenset())])
    with refused(("board_known", "board_id")):
        begin_board(empty_database, NOW, "12345", "De Linde", "Anna")


def test_a_board_that_cannot_be_is_refused_with_all_that_is_the_matter(database: Database) -> None:
    with refused(
        ("board_number_unreadable", "board_id"),
        ("board_without_name", "name"),
        ("person_without_name", "administrator"),
    ):
        begin_board(database, NOW, "１２３４５", " ", "")
    with refused(("board_known", "board_id")):
        begin_board(database, NOW, "11111", "Nog een", "Anna")
    assert [one.board_id for one in boards(database)] == ["22222", "11111"]
