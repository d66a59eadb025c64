"""How rows are kept: changed in place, added, taken away, and never of another board."""

import sqlalchemy as sa

from planning.core.database import Database
from planning.core.people import person_school, person_table
from planning.core.query import within
from planning.core.rights import Role
from planning.core.store import add, next_key, put, remove, rows, update
from planning.goals.records import goal, plan_year
from tests.conftest import NOW, person

ANNA = {"person_id": "anna"}


def named(name: str) -> dict[str, str]:
    return {"name": name, "role": "chair"}


def test_what_is_put_again_is_changed_and_keeps_what_is_part_of_it(database: Database) -> None:
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        change.is_preview = True
        put(change, person_table, ANNA, named("Anna"))
        add(change, person_school, ANNA | {"school_id": "03QE00"})
        put(change, person_table, ANNA, named("Anna B."))
        found = rows(change.connection, person_school, within(person_school, "11111", None))
    assert found == [{"person_id": "anna", "school_id": "03QE00"}]


def test_what_is_removed_takes_along_what_is_part_of_it(database: Database) -> None:
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        change.is_preview = True
        put(change, person_table, ANNA, named("Anna"))
        add(change, person_school, ANNA | {"school_id": "03QE00"})
        remove(change, person_table, ANNA)
        assert rows(change.connection, person_school, within(person_school, "11111", None)) == []


def test_the_row_of_another_board_with_the_same_key_stays_as_it_is(database: Database) -> None:
    with database.change(person(Role.ADMINISTRATOR, board_id="22222"), NOW) as change:
        put(change, person_table, ANNA, named("Een ander"))
        change.log("test", "iets")
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        assert not update(change, person_table, ANNA, named("Anna"))
        put(change, person_table, ANNA, named("Anna"))
        remove(change, person_table, ANNA)
        change.log("test", "iets")
    with database.read("22222") as connection:
        assert connection.execute(sa.select(person_table.c.name)).scalars().all() == ["Een ander"]


def test_the_next_key_follows_the_highest_of_its_own_board_and_of_what_it_is_within(database: Database) -> None:
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        change.is_preview = True
        add(change, plan_year, {"year": 2018}, {"year": 2019})
        add(change, goal, *({"year": 2018, "goal": key, "title": "x", "short": "x"} for key in (1, 4)))
        found = [next_key(change.connection, goal.c.goal, "11111", year=year) for year in (2018, 2019)]
        assert (found, next_key(change.connection, goal.c.goal, "22222")) == ([5, 1], 1)
