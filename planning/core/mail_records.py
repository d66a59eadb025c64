"""Messages that go out in the background, as kept: to whom, and what became of each. No address is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa

from planning.core.database import metadata
from planning.core.store import board_column, number, part_of
from planning.core.work_records import Task


class MailState(StrEnum):
    """What became of a message to one person."""

    WAITING = "waiting"
    SENDING = "sending"  # kept before it is handed over: who is killed then leaves it so
    SENT = "sent"
    REFUSED = "refused"  # by the server
    GONE = "gone"  # the person left, or has no address any more
    STOPPED = "stopped"  # by who asked
    UNKNOWN = "unknown"  # perhaps sent: never again


mail = sa.Table(
    "mail",
    metadata,
    board_column(),
    sa.Column("task_id", sa.String(32), primary_key=True),
    number("number"),
    sa.Column("to_board", sa.String(5), nullable=False),
    sa.Column("person_id", sa.String(40), nullable=False),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("said", sa.String(100), nullable=False),
    part_of("task", "task_id"),
)


@dataclass(frozen=True)
class MailLine:
    """A message to one person: somebody of a board."""

    number: int
    to_board: str
    person_id: str
    state: MailState = MailState.WAITING
    said: str = ""  # by the server that refused it


def add_mail(connection: sa.Connection, one: Task, to: Iterable[tuple[str, str]]) -> None:
    """Who is to get it: board and person."""
    key = {"board_id": one.board_id, "task_id": one.task_id, "state": MailState.WAITING, "said": ""}
    lines = [{**key, "number": n, "to_board": board, "person_id": who} for n, (board, who) in enumerate(to, 1)]
    connection.execute(mail.insert(), lines)


def read_mail(connection: sa.Connection, board_id: str, task_id: str) -> tuple[MailLine, ...]:
    """Every message of a piece of work, in order."""
    c = mail.c
    query = sa.select(c.number, c.to_board, c.person_id, c.state, c.said).where(*_of(board_id, task_id))
    return tuple(
        MailLine(n, board, who, MailState(state), said)
        for n, board, who, state, said in connection.execute(query.order_by(c.number))
    )


def move_mail(
    connection: sa.Connection, one: Task, before: MailState, after: MailState, number: int | None = None, said: str = ""
) -> int:
    """Of all that are in one state, or of one message, that they are in another; how many those were."""
    which = [*_of(one.board_id, one.task_id), mail.c.state == before]
    if number is not None:
        which.append(mail.c.number == number)
    return connection.execute(mail.update().where(*which).values(state=after, said=said[:100])).rowcount


def _of(board_id: str, task_id: str) -> list[sa.ColumnElement[bool]]:
    return [mail.c.board_id == board_id, mail.c.task_id == task_id]
