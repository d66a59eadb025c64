"""The people of a board, as kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from planning.core.account_records import end_sessions_of, forget_link, login_session, read_links
from planning.core.database import ALL_BOARDS, Change, Database, data_version, metadata
from planning.core.rights import Person, Role
from planning.core.store import add, board_column, board_key, part_of, put, remove, school_column
from planning.core.text import name_key

person_table = sa.Table(
    "person",
    metadata,
    board_key(),
    sa.Column("person_id", sa.String(40), primary_key=True),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("role", sa.String(20), nullable=False),
    sa.Column("language", sa.String(2)),
    sa.Column("account", sa.String(254), index=True),
    sa.Column("is_off", sa.Boolean, nullable=False, default=False, server_default=sa.false()),
)

person_school = sa.Table(
    "person_school",
    metadata,
    board_column(),
    sa.Column("person_id", sa.String(40), primary_key=True),
    school_column(),
    part_of("person", "person_id"),
)


def everyone(database: Database) -> tuple[Person, ...]:
    """All people of all boards who may come in, for the sign-in screen of local mode."""
    with database.read(ALL_BOARDS) as connection:
        return tuple(person for person in read_people(connection) if not person.is_off)


def read_people(
    connection: sa.Connection, board_id: str | None = None, account: str | None = None
) -> tuple[Person, ...]:
    """The people of a board (or of all), of one account where it is named, by role and name."""

    def asked(table: sa.Table) -> sa.ColumnElement[bool]:
        return sa.true() if board_id is None else table.c.board_id == board_id

    with_account = sa.true() if account is None else person_table.c.account == account
    schools: dict[tuple[str, str], set[str]] = {}
    for row in connection.execute(sa.select(person_school).where(asked(person_school))):
        schools.setdefault((row.board_id, row.person_id), set()).add(row.school_id)
    people = [
        Person(
            row.person_id,
            row.board_id,
            row.name,
            Role(row.role),
            frozenset(schools.get((row.board_id, row.person_id), ())),
            row.language,
            row.account,
            row.is_off,
        )
        for row in connection.execute(sa.select(person_table).where(asked(person_table), with_account))
    ]
    order = list(Role)
    return tuple(sorted(people, key=lambda p: (p.board_id, order.index(p.role), name_key(p.name))))


_KNOWN_NOW: Final = (  # built once, as the two below: every click asks one of them
    sa.select(person_table, person_school.c.school_id, data_version.c.version)
    .select_from(
        person_table.outerjoin(data_version, data_version.c.board_id == person_table.c.board_id).outerjoin(
            person_school,
            sa.and_(
                person_school.c.board_id == person_table.c.board_id,
                person_school.c.person_id == person_table.c.person_id,
            ),
        )
    )
    .where(person_table.c.board_id == sa.bindparam("of_board"), sa.not_(person_table.c.is_off))
)
_SIGNED_IN: Final = _KNOWN_NOW.where(person_table.c.person_id == sa.bindparam("of_person"))
_BY_SESSION: Final = _KNOWN_NOW.add_columns(
    login_session.c.begun_at, login_session.c.seen_at, login_session.c.identity
).where(
    login_session.c.board_id == person_table.c.board_id,
    login_session.c.person_id == person_table.c.person_id,
    login_session.c.digest == sa.bindparam("of_session"),
)


def find_signed_in(database: Database, board_id: str, person_id: str) -> tuple[Person, int] | None:
    """The person as the database knows them now and their board's data version.

    None when the person is gone or kept out.
    """
    with database.read(board_id) as connection:
        return _one(connection.execute(_SIGNED_IN, {"of_board": board_id, "of_person": person_id}).all())


def find_by_session(
    connection: sa.Connection, board_id: str, digest: str
) -> tuple[Person, int, datetime, datetime, str] | None:
    """The same of whoever a session is of, with when it began, when it was last seen, and their identity."""
    rows = connection.execute(_BY_SESSION, {"of_board": board_id, "of_session": digest}).all()
    found = _one(rows)
    return (*found, rows[0].begun_at, rows[0].seen_at, rows[0].identity) if found else None


def _one(rows: Sequence[sa.Row[Any]]) -> tuple[Person, int] | None:
    if not rows:
        return None
    row = rows[0]
    schools = frozenset(row.school_id for row in rows if row.school_id is not None)
    person = Person(
        row.person_id, row.board_id, row.name, Role(row.role), schools, row.language, row.account, row.is_off
    )
    return person, row.version or 0


def elsewhere(person: Person, database: Database) -> tuple[Person, ...]:
    """The same person at other boards and circles.

    Who came in by an account of a provider is whoever that account is there; in local mode, who has the same address.
    """
    with database.read(ALL_BOARDS) as connection:
        links = read_links(connection, "", [(person.board_id, person.person_id)])
        if links:
            identity = links[(person.board_id, person.person_id)]
            keys = sorted(read_links(connection, identity, []))
            found = [one for key in keys for one in read_people(connection, key[0]) if one.person_id == key[1]]
        elif person.account is not None:
            found = list(read_people(connection, account=person.account))
        else:
            return ()
    mine = (person.board_id, person.person_id)
    return tuple(one for one in found if (one.board_id, one.person_id) != mine and not one.is_off)


def find_person(database: Database, board_id: str, person_id: str) -> Person | None:
    """The person as the database knows them now, or None when they are gone."""
    found = find_signed_in(database, board_id, person_id)
    return found[0] if found else None


def write_person(change: Change, person: Person) -> None:
    """Add the person, or replace what is known of them; who is kept out, or gets another address, is signed out."""
    before = next((p for p in read_people(change.connection, person.board_id) if p.person_id == person.person_id), None)
    key = {"person_id": person.person_id}
    facts = {
        "name": person.name,
        "role": person.role.value,
        "language": person.language,
        "account": person.account,
        "is_off": person.is_off,
    }
    put(change, person_table, key, facts)
    remove(change, person_school, key)
    add(change, person_school, *(key | {"school_id": school} for school in sorted(person.school_ids)))
    if before is not None and before.account != person.account:
        forget_link(change.connection, person.board_id, person.person_id)  # perhaps somebody else by now
    if person.is_off:
        end_sessions_of(change.connection, person.board_id, person.person_id)
    change.log("person", person.name, _facts(before), _facts(person))


def remove_person(change: Change, person: Person) -> None:
    """Remove the person; what they did stays in the history under their name."""
    remove(change, person_table, {"person_id": person.person_id})
    change.log("person", person.name, _facts(person), None)


def _facts(person: Person | None) -> dict[str, object] | None:
    if person is None:
        return None
    facts: dict[str, object] = {"name": person.name, "role": person.role.value, "schools": sorted(person.school_ids)}
    more = {
        "language": person.language,
        "account": person.account and "•",  # whether there is one, never which
        "is_off": person.is_off,
    }
    return facts | {name: value for name, value in more.items() if value}
