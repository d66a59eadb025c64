"""What a signed-in person may read and do about the board itself: its settings, its people, its audit lines."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

import pandas as pd
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from planning.core import people as records
from planning.core.board_rules import (
    board_reasons,
    new_board_reasons,
    new_person_id,
    person_reasons,
    read_account,
    removal_reasons,
)
from planning.core.boards import Board, add_board, boards, read_board
from planning.core.database import Database, audit_line, board
from planning.core.past import keep_past, read_past
from planning.core.query import frame, within
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right, Role, operator, require
from planning.core.translation import LANGUAGES

WITHHELD: Final = {"incident": Right.INCIDENTS, "rights_request": Right.INCIDENTS}
"""Kinds of change that nobody without this right may know of: who reported when already tells of which school."""

AUDIT_COLUMNS = ("at", "person_name", "what", "subject", "before", "after")


def begin_board(
    database: Database, at: datetime, board_id: str, name: str, administrator: str, account: str = ""
) -> Person:
    """Add a board of DUO's number to the installation, with its first administrator, who is returned. Raises Refused.

    For whoever sits at the machine, before anybody can sign in. Said twice it is done once: as long as nobody else is
    there, whoever began it goes on.
    """
    address = read_account(account)
    first = Person("beheer", board_id, administrator, Role.ADMINISTRATOR, account=address)
    if any(one.board_id == board_id and one.name == name for one in boards(database)):
        with database.read(board_id) as connection:
            if records.read_people(connection, board_id) == (first,):
                return first
    refuse(new_board_reasons(board_id, name, administrator, {one.board_id for one in boards(database)}))
    try:
        add_board(database, Board(board_id, name, False, None, 4.0, 0.10, 180))
    except IntegrityError:  # in another window, since the numbers were read
        raise Refused(Reason("board_known", "board_id", {"number": board_id})) from None
    save_person(operator(board_id), database, at, first)
    return first


def own_board(person: Person, database: Database, known_on: date | None = None) -> Board:
    """The person's board, with its settings as known by the end of a day; they are no secret to anybody signed in."""
    with database.read(person.board_id) as connection:
        board = read_board(connection, person.board_id)
        then = read_past(connection, person.board_id, known_on).items()
    return replace(board, **{name: (facts or {})["value"] for (sort, name), facts in then if sort == "board"})


def set_board(person: Person, database: Database, at: datetime, **settings: Any) -> None:
    """Change settings of the board: pupils_per_device, nearly_share, stale_after_days, name. Raises Refused."""
    right = Right.DECIDE if person.may(Right.DECIDE) else Right.MANAGE
    require(person, right)
    refuse(board_reasons(settings))
    with database.change(person, at) as change:
        before = read_board(change.connection, person.board_id)
        change.connection.execute(board.update().where(board.c.board_id == person.board_id).values(**settings))
        figures = [name for name in settings if name != "name" and settings[name] != getattr(before, name)]
        keep_past(change, "board", {name: {"value": getattr(before, name)} for name in figures})
        change.log("board", before.name, {name: getattr(before, name) for name in settings}, settings)


def choose_language(person: Person, database: Database, at: datetime, code: str) -> None:
    """Speak a language to this person from now on. LookupError where they are gone, or it is none of ours."""
    if code not in LANGUAGES:
        raise LookupError(code)
    with database.change(person, at) as change:
        known = records.read_people(change.connection, person.board_id)
        me = next((one for one in known if one.person_id == person.person_id), None)
        if me is None:
            raise LookupError(person.person_id)
        records.write_person(change, replace(me, language=code))


def people(person: Person, database: Database) -> tuple[Person, ...]:
    """Everybody of the board."""
    require(person, Right.MANAGE_PEOPLE)
    with database.read(person.board_id) as connection:
        return records.read_people(connection, person.board_id)


def colleagues(person: Person, database: Database) -> dict[str, str]:
    """Who is on the board, name by key, for whoever shares work out among them."""
    require(person, Right.PLAN)
    with database.read(person.board_id) as connection:
        return {other.person_id: other.name for other in records.read_people(connection, person.board_id)}


def save_person(person: Person, database: Database, at: datetime, someone: Person) -> None:
    """Add somebody to the board or change what they are. Raises Refused."""
    require(person, Right.MANAGE_PEOPLE)
    if someone.board_id != person.board_id:
        raise ValueError("a person belongs to the board of whoever adds them")
    someone = replace(someone, account=read_account(someone.account or ""))
    if someone.is_off and someone.person_id == person.person_id:
        raise Refused(Reason("switching_off_oneself", "is_off"))
    with database.change(person, at) as change:
        refuse(person_reasons(someone, records.read_people(change.connection, person.board_id)))
        records.write_person(change, someone)


def add_people(person: Person, database: Database, at: datetime, newcomers: Sequence[Person]) -> tuple[Person, ...]:
    """Add people whose keys are still to be made (`person_id` ""), all or none; returns them. Raises Refused."""
    require(person, Right.MANAGE_PEOPLE)
    added: list[Person] = []
    with database.change(person, at) as change:
        known = records.read_people(change.connection, person.board_id)
        for newcomer in newcomers:
            key = new_person_id(newcomer.name, {other.person_id for other in (*known, *added)})
            account = read_account(newcomer.account or "")
            added.append(replace(newcomer, board_id=person.board_id, person_id=key, account=account))
            refuse(person_reasons(added[-1], known))
            records.write_person(change, added[-1])
    return tuple(added)


def remove_people(person: Person, database: Database, at: datetime, leaving: Iterable[Person]) -> None:
    """Take people off the board, all or none; their names stay in the history. Raises Refused."""
    require(person, Right.MANAGE_PEOPLE)
    with database.change(person, at) as change:
        for someone in leaving:
            refuse(removal_reasons(someone, records.read_people(change.connection, person.board_id), person))
            records.remove_person(change, someone)


def who_changed(person: Person, database: Database, since: int) -> tuple[str, ...]:
    """Who else changed the board after a data version, by name; where nobody else did, oneself in another window.

    For whoever finds a form changed that they had open. Without what is withheld from this person.
    """
    withheld = sorted(kind for kind in WITHHELD if not may_know(person, [kind]))
    query = sa.select(audit_line.c.person_id, audit_line.c.person_name).where(
        within(audit_line, person.board_id, None), audit_line.c.version > since, audit_line.c.what.not_in(withheld)
    )
    with database.read(person.board_id) as connection:
        found = connection.execute(query.distinct()).all()
    names = {name for key, name in found if key != person.person_id} or {name for _key, name in found}
    return tuple(sorted(names))


def may_know(person: Person, what: Collection[str]) -> bool:
    """Whether none of these kinds of change is withheld from this person."""
    return all(person.may(WITHHELD[kind]) for kind in what if kind in WITHHELD)


def audit(person: Person, database: Database, limit: int = 500, what: Collection[str] = ()) -> pd.DataFrame:
    """The latest changes to the board (of the kinds in `what`, or all), newest moment first; columns AUDIT_COLUMNS.

    Without those WITHHELD from this person.
    """
    require(person, Right.DECIDE if person.may(Right.DECIDE) else Right.MANAGE)
    withheld = sorted(kind for kind in WITHHELD if not may_know(person, [kind]))
    wanted = sa.and_(audit_line.c.what.not_in(withheld), audit_line.c.what.in_(sorted(what)) if what else sa.true())
    query = (
        sa.select(*(audit_line.c[name] for name in AUDIT_COLUMNS))
        .where(within(audit_line, person.board_id, None), wanted)
        .order_by(audit_line.c.at.desc(), audit_line.c.version.desc(), audit_line.c.line)
        .limit(limit)
    )
    with database.read(person.board_id) as connection:
        return frame(connection, query, AUDIT_COLUMNS)
