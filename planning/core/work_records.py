"""Work that goes on in the background, as kept: who asked what, how far it is, what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from planning.core.database import Moment, metadata
from planning.core.store import board_key

WAITING: Final = "waiting"
READY: Final = "ready"
REFUSED: Final = "refused"
OVER: Final = (READY, REFUSED)

task = sa.Table(
    "task",
    metadata,
    board_key(),
    sa.Column("task_id", sa.String(32), primary_key=True),
    sa.Column("person_id", sa.String(40), nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("asked", sa.JSON, nullable=False),
    sa.Column("step", sa.String(20), nullable=False),
    sa.Column("result", sa.JSON),
)


@dataclass(frozen=True)
class Task:
    """One piece of work of somebody of a board."""

    board_id: str
    task_id: str
    person_id: str
    kind: str
    at: datetime  # asked
    asked: Mapping[str, Any]
    step: str = WAITING
    result: Any = None


def add_task(connection: sa.Connection, new: Task) -> None:
    """Somebody asks for it."""
    connection.execute(task.insert().values(**vars(new)))


def read_tasks(connection: sa.Connection, *which: sa.ColumnElement[bool]) -> tuple[Task, ...]:
    """Pieces of work, the first asked first."""
    query = sa.select(task).where(*which).order_by(task.c.at, task.c.task_id)
    return tuple(Task(**row) for row in connection.execute(query).mappings())


_ASKED_BY: Final = (  # built once: some pages ask it at every run
    sa.select(task)
    .where(
        task.c.board_id == sa.bindparam("of_board"),
        task.c.person_id == sa.bindparam("of_person"),
        task.c.kind == sa.bindparam("of_kind"),
    )
    .order_by(task.c.at, task.c.task_id)
)


def tasks_asked_by(connection: sa.Connection, board_id: str, person_id: str, kind: str) -> tuple[Task, ...]:
    """What somebody asked for of one kind, the first asked first."""
    asked = {"of_board": board_id, "of_person": person_id, "of_kind": kind}
    return tuple(Task(**row) for row in connection.execute(_ASKED_BY, asked).mappings())


def one_task(board_id: str, task_id: str) -> sa.ColumnElement[bool]:
    """Which row a piece of work is."""
    return sa.and_(task.c.board_id == board_id, task.c.task_id == task_id)


def set_step(connection: sa.Connection, one: Task, step: str, result: Any = None) -> bool:
    """How far it is now; False where it is over already, or nobody wants it any more."""
    going_on = one_task(one.board_id, one.task_id), task.c.step.not_in(OVER)
    return connection.execute(task.update().where(*going_on).values(step=step, result=result)).rowcount == 1


def remove_tasks(connection: sa.Connection, *which: sa.ColumnElement[bool]) -> int:
    """Forget work; whoever is at it finds out at its next step, and keeps nothing."""
    return connection.execute(task.delete().where(*which)).rowcount
