"""One store, two engines: SQLite embedded, PostgreSQL shared. The same code, migrations and tests for both.

A unit of work is a transaction for one board. What changes goes through `Database.change`, which writes the audit line
and raises the board's data version, so that every screen on every replica shows the change at once.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Protocol

import sqlalchemy as sa

from planning.core.outside import tell
from planning.core.sqlite import embedded_engine
from planning.core.text import printable

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ALL_BOARDS: Final = "*"
"""For the few reads that precede a board: who can sign in, which boards exist."""


class Moment(sa.types.TypeDecorator[datetime]):
    """A point in time, kept as UTC; SQLite has no time zones of its own."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Store UTC without zone; a naive time would be a defect of ours."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Give the time back with its zone."""
        return None if value is None else value.replace(tzinfo=UTC)


board = sa.Table(
    "board",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("is_example", sa.Boolean, nullable=False, default=False),
    sa.Column("as_of", sa.Date),
    sa.Column("pupils_per_device", sa.Float, nullable=False, default=4.0),
    sa.Column("nearly_share", sa.Float, nullable=False, default=0.10),
    sa.Column("stale_after_days", sa.Integer, nullable=False, default=180),
    sa.Column("kind", sa.String(12), nullable=False, default="board", server_default="board"),
)

data_version = sa.Table(
    "data_version",
    metadata,
    sa.Column("board_id", sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True),
    sa.Column("version", sa.Integer, nullable=False, default=0),
)

audit_line = sa.Table(
    "audit_line",
    metadata,
    sa.Column("board_id", sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("line", sa.Integer, primary_key=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("person_id", sa.String(40), nullable=False),
    sa.Column("person_name", sa.String(120), nullable=False),
    sa.Column("what", sa.String(40), nullable=False),
    sa.Column("subject", sa.String(200), nullable=False),
    sa.Column("before", sa.JSON),
    sa.Column("after", sa.JSON),
)


class Actor(Protocol):
    """Whoever changes something: a Person."""

    @property
    def board_id(self) -> str:
        """The board they act for."""

    @property
    def person_id(self) -> str:
        """Their key within it."""

    @property
    def name(self) -> str:
        """Their name in the audit line."""

    @property
    def viewer(self) -> str | None:
        """For whom rows are read that only some of a circle may see."""


@dataclass
class Change:
    """A transaction that changes one board: write with `connection`, say what was done with `log`."""

    connection: sa.Connection
    board_id: str
    person_id: str
    person_name: str
    at: datetime
    version: int
    lines: int = 0
    is_preview: bool = False  # the same work, undone at the end

    def log(self, what: str, subject: str, before: Any = None, after: Any = None) -> None:
        """One audit line: who and when are known here; `before` and `after` are plain JSON values."""
        self.lines += 1
        self.connection.execute(
            audit_line.insert().values(
                board_id=self.board_id,
                version=self.version,
                line=self.lines,
                at=self.at,
                person_id=self.person_id,
                person_name=self.person_name,
                what=what,
                subject=subject,
                before=before,
                after=after,
            )
        )


class VersionConflict(Exception):  # noqa: N818 - nothing went wrong
    """Somebody changed the board since that was read from which this change is made. Nothing was written."""


@contextmanager
def based_on(versions: Mapping[str, int]) -> Iterator[None]:
    """What is done here is made from what these boards held at these data versions.

    The first change of each raises VersionConflict where it is at another by then. It is held against the row that the
    change itself raises, so that of two at the same moment one is told, on both engines.
    """
    token = _based_on.set(dict(versions))
    try:
        yield
    finally:
        _based_on.reset(token)


@contextmanager
def keeping_too(what: Callable[[Change], None]) -> Iterator[None]:
    """Every change that is made here keeps this too, in its own transaction."""
    token = _kept_too.set(what)
    try:
        yield
    finally:
        _kept_too.reset(token)


def note_kept() -> None:
    """Something was changed for good."""
    _kept.set(_kept.get() + 1)


def forget_kept() -> None:
    """What is changed from now on is of another act."""
    _kept.set(0)


def is_something_kept() -> bool:
    """Whether this thread changed something for good since; who failed afterwards cannot say that nothing was."""
    return _kept.get() > 0


class Database:
    """The store of an installation."""

    def __init__(self, url: str | sa.URL) -> None:
        self.url = sa.make_url(url)
        self.engine = _engine(self.url)

    @contextmanager
    def read(self, board_id: str, viewer: str | None = None) -> Iterator[sa.Connection]:
        """A transaction that reads one board (or ALL_BOARDS), all of it as it is at one moment.

        Of a circle of boards it reads what `viewer`, one of them or its facilitator, may see.
        What is read inside it of the same board is part of it, so that facts of several subjects belong together.
        """
        around = _reading.get()
        if around is not None and around[:3] == (self, board_id, viewer):
            yield around[3]
            return
        with self.engine.connect() as connection:
            if self.url.get_backend_name() == "postgresql":  # SQLite holds a transaction to what its first read saw
                connection.execution_options(isolation_level="REPEATABLE READ")
            self.limit_to(connection, board_id, viewer)
            token = _reading.set((self, board_id, viewer, connection))
            try:
                yield connection
            finally:
                _reading.reset(token)

    @contextmanager
    def change(self, person: Actor, at: datetime, *, is_shown: bool = True) -> Iterator[Change]:
        """A transaction that changes the person's board; all of it happens, with its audit lines, or nothing does.

        Not `is_shown`: no kept answer is made from what is changed, so the data version stays. Nobody's screen is
        drawn anew for it, and no form that is open meanwhile is told that the board changed.
        """
        board_id = person.board_id
        with self.engine.connect() as connection:  # closing without commit rolls back
            self.limit_to(connection, board_id, person.viewer)
            raised = connection.execute(
                data_version.update()
                .where(data_version.c.board_id == board_id)
                .values(version=data_version.c.version + int(is_shown))  # also unraised: one change at a time
                .returning(data_version.c.version)
            ).scalar_one()
            expected = _based_on.get().pop(board_id, None) if is_shown else None
            if expected is not None and raised != expected + 1:
                raise VersionConflict(board_id)
            lines = 0 if is_shown else _lines(connection, board_id, raised)
            change = Change(connection, board_id, person.person_id, person.name, at, raised, lines)
            yield change
            if change.is_preview:
                return
            if change.lines == lines:
                raise RuntimeError("a change without an audit line")
            if (keep_too := _kept_too.get()) is not None:
                keep_too(change)
            connection.commit()
            note_kept()

    @contextmanager
    def beside(self, board_id: str) -> Iterator[sa.Connection]:
        """A transaction for what is kept beside the board's data: who is signed in, who asked to be let in.

        No screen shows it from a kept answer, so the data version stays; what is to be told of it, is told in the log.
        """
        with self.engine.begin() as connection:
            self.limit_to(connection, board_id)
            yield connection

    def data_version(self, board_id: str) -> int:
        """One number that every write to the board raises: the key of every cache."""
        with self.read(board_id) as connection:
            found = connection.execute(
                sa.select(data_version.c.version).where(data_version.c.board_id == board_id)
            ).scalar_one_or_none()
        return found or 0

    def limit_to(self, connection: sa.Connection, board_id: str, viewer: str | None = None) -> None:
        """Bind this transaction to one board: on PostgreSQL the database itself guards the rows a second time."""
        if self.url.get_backend_name() == "postgresql":
            seen_by = ALL_BOARDS if board_id == ALL_BOARDS else viewer or ""
            connection.execute(_LIMIT, {"board": board_id, "viewer": seen_by})


_LIMIT: Final = sa.text(
    "SELECT set_config('vlootplan.board', :board, true), set_config('vlootplan.viewer', :viewer, true)"
)
_kept: ContextVar[int] = ContextVar("kept", default=0)
"""How much this thread kept since it was last asked to forget that."""
_reading: ContextVar[tuple[Database, str, str | None, sa.Connection] | None] = ContextVar("reading", default=None)
"""The transaction in which this thread reads: of which database, which board, for whom."""
_kept_too: ContextVar[Callable[[Change], None] | None] = ContextVar("kept_too", default=None)
"""What this thread's changes keep beside what they are about."""
_NOTHING: Final[dict[str, int]] = {}
_based_on: ContextVar[dict[str, int]] = ContextVar("based_on", default=_NOTHING)
"""The data version of each board from which this thread's next change is made, where that matters."""


def _lines(connection: sa.Connection, board_id: str, version: int) -> int:
    """How many audit lines there are under a data version."""
    of_it = audit_line.c.board_id == board_id, audit_line.c.version == version
    return connection.execute(sa.select(sa.func.max(audit_line.c.line)).where(*of_it)).scalar() or 0


def _engine(url: sa.URL) -> sa.Engine:
    if url.get_backend_name() == "sqlite":
        engine = embedded_engine(url, json_serializer=_json)
    else:
        # hide_parameters: what a statement holds, a person's words too, never reaches the log with an error
        # a server that does not answer is away within seconds, not when the network gives up
        waits = {"connect_timeout": 5, "keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}
        engine = sa.create_engine(
            url, pool_pre_ping=True, hide_parameters=True, json_serializer=_json, connect_args=waits
        )
    sa.event.listen(engine, "before_cursor_execute", _only_printable, retval=True)
    return engine


def _only_printable(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> tuple[str, Any]:
    """The one door through which texts come: whoever wrote, imported or asked them, both engines hold the same."""
    tell("the database")
    return statement, _printable(parameters)


def _json(value: Any) -> str:
    return json.dumps(_printable(value))


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {_printable(name): _printable(held) for name, held in value.items()}
    if isinstance(value, tuple):
        return tuple(map(_printable, value))
    if isinstance(value, list):
        return [_printable(one) for one in value]
    return value
