"""Who may reach what, and what everybody's changes leave behind."""

from dataclasses import replace

import pytest

from planning.core.database import Database
from planning.core.people import find_person, find_signed_in
from planning.core.rights import NotAllowed, Person, Right, Role, require
from planning.core.service import audit, own_board, people, remove_people, save_person, set_board
from tests.conftest import NOW, person

ADMINISTRATOR = person(Role.ADMINISTRATOR)


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.CHAIR, {Right.READ, Right.READ_PUBLISHED, Right.PLAN, Right.DECIDE, Right.INCIDENTS, Right.TOGETHER}),
        (
            Role.GROUP_ICT,
            {
                Right.READ,
                Right.READ_PUBLISHED,
                Right.UPLOAD,
                Right.CONTRIBUTE,
                Right.VISIT,
                Right.PLAN,
                Right.MANAGE,
                Right.TOGETHER,
            },
        ),
        (Role.SCHOOL_ICT, {Right.READ, Right.UPLOAD, Right.CONTRIBUTE}),
        (Role.ICOACH, {Right.READ, Right.VISIT}),
        (Role.PRIVACY_OFFICER, {Right.READ, Right.READ_PUBLISHED, Right.PRIVACY, Right.INCIDENTS}),
        (Role.READER, {Right.READ_PUBLISHED}),
        (Role.FACILITATOR, {Right.READ_PUBLISHED}),
        (Role.ADMINISTRATOR, {Right.READ, Right.READ_PUBLISHED, Right.MANAGE, Right.MANAGE_PEOPLE}),
        (Role.GUIDE, {Right.GUIDE, Right.LOOK_IN}),
        (Role.EXPERT, {Right.LOOK_IN}),
    ],
)
def test_a_role_may_what_the_table_says_and_nothing_else(role: Role, may: set[Right]) -> None:
    assert {right for right in Right if person(role, "00AA00").may(right)} == may


def test_a_school_coordinator_reaches_the_own_schools_only() -> None:
    coordinator = person(Role.SCHOOL_ICT, "00AA00", "00BB00")
    assert coordinator.may(Right.UPLOAD, "00BB00")
    assert not coordinator.may(Right.UPLOAD, "00CC00")
    with pytest.raises(NotAllowed):
        require(coordinator, Right.READ, "00CC00")


def test_a_coordinator_without_a_school_reaches_none() -> None:
    assert not person(Role.SCHOOL_ICT).may(Right.READ, "00AA00")


def test_a_person_is_found_as_the_database_knows_them_now(database: Database) -> None:
    anna = Person("anna", "11111", "Anna", Role.SCHOOL_ICT, frozenset({"00AA00", "00BB00"}))
    save_person(ADMINISTRATOR, database, NOW, anna)
    assert find_person(database, "11111", "anna") == anna
    assert find_person(database, "22222", "anna") is None
    remove_people(ADMINISTRATOR, database, NOW, [anna])
    assert find_person(database, "11111", "anna") is None


def test_who_is_signed_in_comes_with_the_data_version_that_a_change_raises(database: Database) -> None:
    anna = Person("anna", "11111", "Anna", Role.CHAIR)
    save_person(ADMINISTRATOR, database, NOW, anna)
    assert find_signed_in(database, "11111", "anna") == (anna, database.data_version("11111"))
    save_person(ADMINISTRATOR, database, NOW, replace(anna, name="Anna Vos"))
    assert find_signed_in(database, "11111", "anna") == (replace(anna, name="Anna Vos"), 2)


def test_nobody_adds_people_to_another_board(database: Database) -> None:
    stranger = Person("x", "22222", "X", Role.CHAIR)
    with pytest.raises(ValueError, match="board"):
        save_person(ADMINISTRATOR, database, NOW, stranger)
    assert database.data_version("22222") == 0


@pytest.mark.parametrize("role", [Role.CHAIR, Role.GROUP_ICT, Role.SCHOOL_ICT, Role.READER, Role.FACILITATOR])
def test_only_an_administrator_manages_people(database: Database, role: Role) -> None:
    with pytest.raises(NotAllowed):
        people(person(role), database)
    with pytest.raises(NotAllowed):
        save_person(person(role), database, NOW, Person("y", "11111", "Y", Role.CHAIR))
    assert database.data_version("11111") == 0


def test_the_chair_changes_the_boards_target_and_the_log_says_so(database: Database) -> None:
    set_board(person(Role.CHAIR), database, NOW, pupils_per_device=3.0)
    assert own_board(ADMINISTRATOR, database).pupils_per_device == 3.0
    line = audit(ADMINISTRATOR, database).iloc[0]
    assert (line["person_name"], line["before"], line["after"]) == (
        "Test chair", {"pupils_per_device": 4.0}, {"pupils_per_device": 3.0},
    )  # fmt: skip


def test_a_school_coordinator_changes_no_settings_and_reads_no_log(database: Database) -> None:
    with pytest.raises(NotAllowed):
        set_board(person(Role.SCHOOL_ICT, "00AA00"), database, NOW, pupils_per_device=1.0)
    with pytest.raises(NotAllowed):
        audit(person(Role.SCHOOL_ICT, "00AA00"), database)
