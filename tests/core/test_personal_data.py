"""One person's data: found in every table, taken out of every table, and kept no longer than is said."""

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from planning.core.account_rules import SessionLimits
from planning.core.database import Database, audit_line
from planning.core.personal_data_service import CATALOGUE, NOT_OF_A_PERSON, departed, export_person, forget_person
from planning.core.retention import Terms, retain
from planning.core.rights import Person, Role
from planning.core.service import add_people, people, remove_people, set_board
from tests.conftest import NOW, person, work_as_of_today
from tests.core.tables import metadata
from tests.refusals import refused

ADMINISTRATOR = person(Role.ADMINISTRATOR)
YEAR = timedelta(days=366)
TERMS = Terms(7 * YEAR, 7 * YEAR, 5 * YEAR, SessionLimits(timedelta(hours=2), timedelta(hours=12)))
LOOKS_PERSONAL = re.compile(r"(.*_)?(by|person(_id|_name)?|email|account|identity)$")


@pytest.fixture
def anna(database: Database) -> Person:
    """A chair who changed something; an administrator beside her."""
    work_as_of_today(database)
    bas = replace(ADMINISTRATOR, person_id="", name="Bas Beheer")
    anna = replace(person(Role.CHAIR), person_id="", name="Anna Pot", account="anna@school.nl")
    newcomers = [bas, anna]
    _bas, chair = add_people(ADMINISTRATOR, database, NOW, newcomers)
    set_board(chair, database, NOW, name="Ander woord")
    return chair


def everything(database: Database) -> str:
    """All text of every table."""
    with database.read("11111") as connection:
        names = sa.inspect(connection).get_table_names()
        return json.dumps(
            [[str(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')] for name in names]
        )


def test_every_column_that_may_hold_a_person_is_in_the_catalogue() -> None:
    columns = {(table.name, column.name) for table in metadata.tables.values() for column in table.c}
    listed = {(table, column) for table, held in CATALOGUE.items() for column in held}
    looks = {(table, column) for table, column in columns if LOOKS_PERSONAL.fullmatch(column)}
    assert looks - listed - NOT_OF_A_PERSON == set()
    assert (listed | NOT_OF_A_PERSON) - columns == set()  # nothing that is no longer there


def test_what_is_kept_of_somebody_is_given_table_by_table(database: Database, anna: Person) -> None:
    found = export_person(ADMINISTRATOR, database, anna.person_id)
    assert found["person"][0]["account"] == "anna@school.nl"
    assert [line["what"] for line in found["audit_line"]] == ["person", "board"]
    assert json.loads(json.dumps(found)) == found
    with refused(("person_unknown", "person")):
        export_person(ADMINISTRATOR, database, "niemand")


def test_who_left_is_forgotten_in_every_table_and_what_was_decided_stays(database: Database, anna: Person) -> None:
    with refused(("still_on_the_board", None)):
        forget_person(ADMINISTRATOR, database, NOW, anna.person_id)
    remove_people(ADMINISTRATOR, database, NOW, [anna])
    called = forget_person(ADMINISTRATOR, database, NOW, anna.person_id)
    kept = everything(database)
    assert not [word for word in ("Anna Pot", anna.person_id, "anna@school.nl") if word in kept]
    assert called in kept
    with database.read("11111") as connection:
        lines = connection.execute(sa.select(audit_line.c.what, audit_line.c.person_name)).all()
    assert ("board", called) in [tuple(line) for line in lines]
    assert [one.name for one in people(ADMINISTRATOR, database)] == ["Bas Beheer"]


def test_of_two_people_of_one_name_neither_is_forgotten_by_mistake(database: Database, anna: Person) -> None:
    add_people(ADMINISTRATOR, database, NOW, [replace(anna, person_id="", account=None)])
    remove_people(ADMINISTRATOR, database, NOW, [anna])
    assert departed(ADMINISTRATOR, database)[anna.person_id] == "Anna Pot"
    with refused(("name_of_two", None)):
        forget_person(ADMINISTRATOR, database, NOW, anna.person_id)


def test_what_was_kept_long_enough_goes_and_the_log_says_so(database: Database, anna: Person) -> None:
    late = NOW + 7 * YEAR + timedelta(days=1)
    with database.change(anna, late) as change:
        change.log("board", "van nu")
    assert retain(database, late, TERMS, apply=False) == {"audit_line": 3}
    assert retain(database, late, TERMS)["audit_line"] == 3
    assert "audit_line" not in retain(database, late, TERMS)
    with database.read("11111") as connection:
        left = connection.execute(sa.select(audit_line.c.what).order_by(audit_line.c.version)).scalars().all()
    assert left == ["board", "retention"]
