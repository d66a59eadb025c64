"""One person's data in every table, and what may be forgotten of it (AVG art. 15, 17, 20, 5 lid 1e).

Led by a catalogue: each column that holds the key, the name or an account of somebody stands in it, and
`tests/core/test_personal_data.py` fails on one that does not.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from hashlib import sha256
from typing import Any, Final

import sqlalchemy as sa

from planning.core.database import Change, Database, audit_line
from planning.core.people import person_table
from planning.core.refusal import Reason, Refused
from planning.core.rights import Person, Right, operator, require


class Holds(Enum):
    """What of a person a column holds."""

    KEY = "key"  # of the person within the board
    NAME = "name"  # as it was when the line was written
    VALUES = "values"  # JSON in which either may stand


CATALOGUE: Final[Mapping[str, Mapping[str, Holds]]] = {
    "audit_line": {"person_id": Holds.KEY, "person_name": Holds.NAME, "subject": Holds.NAME, "before": Holds.VALUES,
                   "after": Holds.VALUES},
    "calendar_feed": {"person_id": Holds.KEY},
    "choice_takeover": {"by": Holds.NAME},
    "competence_set": {"adopted_by": Holds.NAME},
    "contribution": {"by": Holds.NAME},
    "data_feed": {"made_by": Holds.NAME},
    "delivery": {"booked_by": Holds.NAME},
    "device_swap": {"booked_by": Holds.NAME},
    "figure_value": {"by": Holds.NAME},
    "incident_step": {"person_id": Holds.KEY, "person_name": Holds.NAME},
    "inventory": {"confirmed_by": Holds.NAME},
    "inventory_check": {"asked_by": Holds.NAME},
    "judgement": {"person_name": Holds.NAME},
    "login_session": {"person_id": Holds.KEY},
    "long_act": {"person_id": Holds.KEY},
    "mail": {"person_id": Holds.KEY},
    "means_variant": {"chosen_by": Holds.NAME},
    "meeting_attendance": {"by": Holds.NAME},
    "milestone_log": {"person_name": Holds.NAME},
    "network_feed": {"person_id": Holds.KEY},
    "person": {"person_id": Holds.KEY},
    "person_link": {"person_id": Holds.KEY},
    "person_school": {"person_id": Holds.KEY},
    "plan_version": {"approved_by": Holds.NAME, "withdrawn_by": Holds.NAME},
    "privacy_activity": {"entered_by": Holds.NAME},
    "privacy_answers": {"entered_by": Holds.NAME},
    "privacy_measure": {"entered_by": Holds.NAME},
    "privacy_policy": {"entered_by": Holds.NAME},
    "privacy_question": {"entered_by": Holds.NAME},
    "privacy_question_log": {"entered_by": Holds.NAME},
    "privacy_score": {"entered_by": Holds.NAME},
    "publication": {"published_by": Holds.NAME},
    "remembered": {"chosen_by": Holds.NAME},
    "report_version": {"made_by": Holds.NAME},
    "scenario": {"changed_by": Holds.NAME},
    "task": {"person_id": Holds.KEY},
    "team_member": {"person_id": Holds.KEY, "name": Holds.NAME},
}  # fmt: skip
"""Table, column, what it holds. Texts that people write (a reason, a note) name nobody: the screens ask for roles."""

NOT_OF_A_PERSON: Final = frozenset(
    {
        ("access_request", "name"),  # somebody whom nobody knew; gone after 30 days
        ("access_request", "email"),
        ("access_request", "identity"),
        ("login_session", "identity"),  # goes with the row of the person
        ("person_link", "identity"),
        ("person", "name"),  # of the row itself
        ("person", "account"),
        ("privacy_activity", "led_by"),  # a role
    }
)
"""Columns that look like one and are none, or go with a row of the catalogue."""

_WITH_THE_PERSON: Final = (
    "person",
    "person_link",
    "person_school",
    "login_session",
    "long_act",
    "calendar_feed",
    "network_feed",
)
"""Tables of which a person's rows go when the person goes."""


def export_person(person: Person, database: Database, person_id: str) -> dict[str, list[dict[str, Any]]]:
    """All that is kept of somebody of the board, table by table, as plain values for JSON. Raises Refused.

    Of two people of one name it gives the rows that bear the name without a key for both: the name is all they hold.
    """
    require(person, Right.MANAGE_PEOPLE)
    with database.read(person.board_id) as connection:
        name = _name(connection, person.board_id, person_id)
        tables, found = _tables(connection), {}
        for table_name, columns in CATALOGUE.items():
            table = tables[table_name]
            shown = [c for c in table.c if not isinstance(c.type, sa.LargeBinary) and c.name not in _SECRETS]
            rows = connection.execute(sa.select(*shown).where(*_of(table, columns, person.board_id, person_id, name)))
            if lines := [{key: _plain(value) for key, value in row.items()} for row in rows.mappings()]:
                found[table_name] = lines
    return found


def departed(person: Person, database: Database) -> dict[str, str]:
    """Who did something here and is on the board no longer, name by key; without who was forgotten."""
    require(person, Right.MANAGE_PEOPLE)
    query = (
        sa.select(audit_line.c.person_id, audit_line.c.person_name)
        .where(audit_line.c.board_id == person.board_id)
        .order_by(audit_line.c.version)
    )
    with database.read(person.board_id) as connection:
        named = {row.person_id: row.person_name for row in connection.execute(query)}
        there = _people(connection, person.board_id)
    ours = {operator(person.board_id).person_id, *there}
    return {key: name for key, name in named.items() if key not in ours and not key.startswith(_FORGOTTEN)}


def forget_person(person: Person, database: Database, at: datetime, person_id: str) -> str:
    """Take somebody who left out of every table; gives the name that stands there from now on. Raises Refused.

    What the board decided, counted and changed stays, by whom no longer: a pseudonym of which nobody keeps the key. For
    whoever is no longer a person of the board; only their last name and key are known then, of the log.
    """
    require(person, Right.MANAGE_PEOPLE)
    with database.change(person, at) as change:
        name = _name(change.connection, person.board_id, person_id)
        people = _people(change.connection, person.board_id)
        if person_id in people:
            raise Refused(Reason("still_on_the_board", None, {"name": name}))
        if name in people.values():
            raise Refused(Reason("name_of_two", None, {"name": name}))
        code = sha256(f"{person.board_id} {person_id} {at.isoformat()}".encode()).hexdigest()[:8]
        key, called = f"{_FORGOTTEN}{code}", f"Oud-medewerker {code}"
        tables = _tables(change.connection)
        for table_name, columns in CATALOGUE.items():
            _forget(change, tables[table_name], columns, (person_id, key), (name, called))
        change.log("person_forgotten", called)
    return called


_FORGOTTEN: Final = "weg-"
_SECRETS: Final = frozenset({"digest", "identity", "token_hash", "serial"})
"""What lets somebody in is no part of what is handed out."""


def _forget(
    change: Change, table: sa.Table, columns: Mapping[str, Holds], keys: tuple[str, str], names: tuple[str, str]
) -> None:
    mine = table.c.board_id == change.board_id
    if table.name in _WITH_THE_PERSON:
        change.connection.execute(table.delete().where(mine, table.c.person_id == keys[0]))
        return
    for column, holds in columns.items():
        if holds is Holds.VALUES:
            _forget_in_values(change, table, column, keys, names)
            continue
        old, new = keys if holds is Holds.KEY else names
        change.connection.execute(table.update().where(mine, table.c[column] == old).values({column: new}))


def _forget_in_values(
    change: Change, table: sa.Table, column: str, keys: tuple[str, str], names: tuple[str, str]
) -> None:
    own = [*table.primary_key.columns]
    query = sa.select(*own, table.c[column]).where(
        table.c.board_id == change.board_id, sa.cast(table.c[column], sa.Text).contains(json.dumps(names[0])[1:-1])
    )
    for row in change.connection.execute(query).all():
        values = _without(row[-1], {keys[0]: keys[1], names[0]: names[1]})
        where = [one == value for one, value in zip(own, row[:-1], strict=True)]
        change.connection.execute(table.update().where(*where).values({column: values}))


def _without(value: Any, others: Mapping[str, str]) -> Any:
    """A value of JSON in which these texts are others; the account and language of somebody go with their name."""
    if isinstance(value, str):
        return others.get(value, value)
    if isinstance(value, list):
        return [_without(one, others) for one in value]
    if isinstance(value, dict):
        bare = {key: _without(one, others) for key, one in value.items()}
        return {**bare, "account": None} if bare != value and "account" in bare else bare
    return value


def _of(
    table: sa.Table, columns: Mapping[str, Holds], board_id: str, person_id: str, name: str
) -> list[sa.ColumnElement[bool]]:
    keys = [table.c[column] == person_id for column, holds in columns.items() if holds is Holds.KEY]
    names = [table.c[column] == name for column, holds in columns.items() if holds is Holds.NAME]
    return [table.c.board_id == board_id, sa.or_(*keys, *names)]


def _tables(connection: sa.Connection) -> Mapping[str, sa.Table]:
    """The tables of the catalogue, of the schema itself: no subject has to be loaded for it."""
    schema = sa.MetaData()
    schema.reflect(connection, only=list(CATALOGUE))
    return schema.tables


def _people(connection: sa.Connection, board_id: str) -> dict[str, str]:
    query = sa.select(person_table.c.person_id, person_table.c.name).where(person_table.c.board_id == board_id)
    return {row.person_id: row.name for row in connection.execute(query)}


def _name(connection: sa.Connection, board_id: str, person_id: str) -> str:
    """What somebody is called; of who left, what the log calls them. Raises Refused where nobody ever was that."""
    if (known := _people(connection, board_id).get(person_id)) is not None:
        return known
    mine = (audit_line.c.board_id == board_id, audit_line.c.person_id == person_id)
    query = sa.select(audit_line.c.person_name).where(*mine).order_by(audit_line.c.version.desc()).limit(1)
    found = connection.execute(query).scalar()
    if found is None:
        raise Refused(Reason("person_unknown", "person", {"person": person_id}))
    return str(found)


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, (str, int, float, list, dict)) else str(value)
