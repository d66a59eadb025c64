"""Whether what somebody was doing when a server fell away was kept: said to them at their next visit, once.

That something long was begun is a row of its own; that it is kept stands in that row by the very transaction that
keeps it. Whoever ends, in whatever way, and can tell so on the screen takes the row away.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import uuid4

import sqlalchemy as sa

from planning.core.database import Change, Database, Moment, keeping_too, metadata
from planning.core.rights import Person
from planning.core.sqlite import is_file
from planning.core.store import board_key
from planning.core.trouble import TROUBLES

long_act = sa.Table(
    "long_act",
    metadata,
    board_key(),
    sa.Column("act_id", sa.String(32), primary_key=True),
    sa.Column("person_id", sa.String(40), nullable=False),
    sa.Column("what", sa.String(20), nullable=False),
    sa.Column("subject", sa.String(200), nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("server", sa.String(32), nullable=False),
    sa.Column("is_kept", sa.Boolean, nullable=False),
)

DOUBT: Final = timedelta(seconds=30)
"""For so long another server may still be at it."""
_SERVER: Final = uuid4().hex
_under_way: Final = set[str]()


class ActKind(StrEnum):
    """What takes so long that a server may fall away meanwhile."""

    UPLOAD = "upload"
    APPROVAL = "approval"
    DUO = "duo"
    RESTORE = "restore"


@dataclass(frozen=True)
class LongAct:
    """Something that was begun and of which its person was not told the end."""

    act_id: str
    what: ActKind
    subject: str
    at: datetime
    is_kept: bool | None  # None: not known yet


@contextmanager
def noted(person: Person, database: Database, at: datetime, what: ActKind, subject: str = "") -> Iterator[None]:
    """What is done here takes a while: where the server falls away meanwhile, the person is told what came of it."""
    act_id = uuid4().hex
    mine = long_act.c.board_id == person.board_id, long_act.c.act_id == act_id

    def mark(change: Change) -> None:
        change.connection.execute(long_act.update().where(*mine).values(is_kept=True))

    _under_way.add(act_id)
    row = {"board_id": person.board_id, "act_id": act_id, "person_id": person.person_id, "what": what}
    with database.beside(person.board_id) as connection:
        more = {"subject": subject[:200], "at": at, "server": _SERVER, "is_kept": False}
        connection.execute(long_act.insert().values(row | more))
    try:
        with keeping_too(mark):
            yield
    finally:
        _under_way.discard(act_id)
        with suppress(*TROUBLES):  # the row then says it at the next visit
            forget(person, database, [act_id])


def interrupted(person: Person, database: Database, at: datetime) -> tuple[LongAct, ...]:
    """What this person was doing when a server fell away, the first first; without what goes on."""
    c = long_act.c
    query = sa.select(c.act_id, c.what, c.subject, c.at, c.is_kept, c.server)
    query = query.where(c.board_id == person.board_id, c.person_id == person.person_id).order_by(c.at, c.act_id)
    found = []
    with database.read(person.board_id) as connection:
        for row in connection.execute(query):
            if row.act_id in _under_way:
                continue
            # of an embedded database this process is the only server
            is_over = row.server == _SERVER or is_file(database.url) or at - row.at > DOUBT
            is_kept = row.is_kept or (False if is_over else None)
            found.append(LongAct(row.act_id, ActKind(row.what), row.subject, row.at, is_kept))
    return tuple(found)


def forget(person: Person, database: Database, acts: Collection[str]) -> None:
    """They know."""
    with database.beside(person.board_id) as connection:
        mine = long_act.c.board_id == person.board_id, long_act.c.person_id == person.person_id
        connection.execute(long_act.delete().where(*mine, long_act.c.act_id.in_(acts)))


def forget_old(connection: sa.Connection, begun_before: datetime) -> int:
    """Take away what nobody came back for; how many."""
    return connection.execute(long_act.delete().where(long_act.c.at < begun_before)).rowcount
