"""Reports as kept: what was chosen, what they say as JSON, and the files that were handed out, as base64.

The files are kept, not made again: who opens a report of last year gets what the board had before it then. As text they
go through backup and both engines like all else; three of them take some 0.8 MB.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa

from planning.core.database import Change, Moment, metadata
from planning.core.store import add, board_key, next_key, number, remove, update
from planning.report.choice import ReportChoice, choice_from_json, choice_to_json

FORMATS: Final = ("pdf", "xlsx", "pptx")

report_version = sa.Table(
    "report_version",
    metadata,
    board_key(),
    number("number"),
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("made_by", sa.String(120), nullable=False),
    sa.Column("as_of", sa.Date, nullable=False),
    sa.Column("title", sa.String(300), nullable=False),
    sa.Column("audience_name", sa.String(300), nullable=False),
    sa.Column("is_shared", sa.Boolean, nullable=False),
    sa.Column("choice", sa.JSON, nullable=False),
    sa.Column("content", sa.JSON, nullable=False),
    *(sa.Column(name, sa.Text, nullable=False) for name in FORMATS),
)
_ABOUT: Final = ("number", "made_at", "made_by", "as_of", "title", "audience_name", "is_shared", "choice")


@dataclass(frozen=True)
class ReportVersion:
    """A report that was made, without its files."""

    number: int  # 0: still to be kept
    made_at: datetime
    made_by: str
    as_of: date
    title: str
    audience_name: str
    is_shared: bool  # with readers: the supervisory board and the council
    choice: ReportChoice


@dataclass(frozen=True)
class WholeReport:
    """The same with what it says and its files, by format."""

    version: ReportVersion
    content: Mapping[str, Any]
    files: Mapping[str, bytes]


_OF_BOARD: Final = (  # built once: the page asks it at every run
    sa.select(*(report_version.c[name] for name in _ABOUT))
    .where(report_version.c.board_id == sa.bindparam("of_board"))
    .order_by(report_version.c.number.desc())
)
_SHARED: Final = _OF_BOARD.where(report_version.c.is_shared)


def read_versions(connection: sa.Connection, board_id: str, *, shared_only: bool) -> tuple[ReportVersion, ...]:
    """The reports of a board, newest first."""
    rows = connection.execute(_SHARED if shared_only else _OF_BOARD, {"of_board": board_id}).mappings()
    return tuple(map(_version, rows))


def read_file(connection: sa.Connection, board_id: str, key: int, kind: str) -> bytes | None:
    """One file of a report; None where there is no such report."""
    query = sa.select(report_version.c[kind]).where(
        report_version.c.board_id == board_id, report_version.c.number == key
    )
    found = connection.execute(query).scalar_one_or_none()
    return None if found is None else b64decode(found)


def read_whole(connection: sa.Connection, board_id: str, key: int) -> WholeReport | None:
    """A report with all that is kept of it."""
    query = sa.select(report_version).where(report_version.c.board_id == board_id, report_version.c.number == key)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        return None
    return WholeReport(_version(row), row["content"], {kind: b64decode(row[kind]) for kind in FORMATS})


def write_whole(change: Change, made: WholeReport) -> int:
    """Keep a report under its number, or under the next where it has none; returns that."""
    one = made.version
    key = one.number or next_key(change.connection, report_version.c.number, change.board_id)
    values = {name: getattr(one, name) for name in _ABOUT if name not in ("number", "choice")}
    files = {kind: b64encode(content).decode() for kind, content in made.files.items()}
    add(
        change,
        report_version,
        {"number": key, **values, "choice": choice_to_json(one.choice), "content": dict(made.content), **files},
    )
    return key


def set_shared(change: Change, key: int, *, is_shared: bool) -> bool:
    """Let readers see a report or not; whether there was such a report."""
    return update(change, report_version, {"number": key}, {"is_shared": is_shared})


def remove_version(change: Change, key: int) -> None:
    """Take a report away."""
    remove(change, report_version, {"number": key})


def _version(row: sa.RowMapping) -> ReportVersion:
    values = {name: row[name] for name in _ABOUT}
    return ReportVersion(**values | {"choice": choice_from_json(row["choice"])})
