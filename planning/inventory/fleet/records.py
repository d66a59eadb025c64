"""Inventories of a board: versions, their lots and the cohorts that every dashboard reads. Nothing is overwritten."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, Final

import pandas as pd
import sqlalchemy as sa

from planning.core.database import Change, Moment, metadata
from planning.core.query import frame, within
from planning.core.store import (
    add,
    board_column,
    board_key,
    next_key,
    number,
    part_of,
    put,
    remove,
    rows,
    school_column,
    update,
)


@dataclass(frozen=True)
class Version:
    """One confirmed inventory of a school: who, when, from what."""

    school_id: str
    version: int
    holds_from: date  # from this date on this is the school's fleet
    counted_on: date  # when somebody counted it; older than holds_from after a restore
    confirmed_at: datetime
    confirmed_by: str
    file_name: str
    file_sha256: str
    layout: str
    devices: int
    changes: Mapping[str, int]  # new, changed, unchanged, gone against the version before
    restored_from: int | None = None
    entered: int = 0  # the change it was made in: what one click did to several schools is taken back together
    known: Mapping[str, int] = field(default_factory=dict)  # of how many devices what is known (fleet.quality)


CHANGED: Final = "changed"
CHECKED: Final = "checked"
MOVED: Final = "moved"
MERGED: Final = "merged"
BY_HAND: Final = (CHANGED, CHECKED, MOVED, MERGED)
"""In the place of a layout: an inventory that no list was handed in for."""


@dataclass(frozen=True)
class Check:
    """The schools are asked whether their lists are still right: since when, and by when they answer."""

    asked_on: date
    due: date
    asked_by: str
    link: str | None = None  # where a message about it leads; None: it is not asked by mail
    reminded_on: date | None = None


def _version_key() -> tuple[sa.Column[Any], ...]:
    return board_column(), school_column(), number("version")


inventory = sa.Table(
    "inventory",
    metadata,
    *_version_key(),
    sa.Column("holds_from", sa.Date, nullable=False),
    sa.Column("counted_on", sa.Date, nullable=False),
    sa.Column("confirmed_at", Moment, nullable=False),
    sa.Column("confirmed_by", sa.String(120), nullable=False),
    sa.Column("file_name", sa.String(200), nullable=False),
    sa.Column("file_sha256", sa.String(64), nullable=False),
    sa.Column("layout", sa.String(30), nullable=False),
    sa.Column("devices", sa.Integer, nullable=False),
    sa.Column("changes", sa.JSON, nullable=False),
    sa.Column("restored_from", sa.Integer),
    sa.Column("entered", sa.Integer, nullable=False, server_default="0"),
    sa.Column("known", sa.JSON, nullable=False, server_default="{}"),
    sa.Column("taken_back_at", Moment),
    part_of("school", "school_id"),
)

inventory_check = sa.Table(
    "inventory_check",
    metadata,
    board_key(),
    sa.Column("asked_on", sa.Date, nullable=False),
    sa.Column("due", sa.Date, nullable=False),
    sa.Column("asked_by", sa.String(120), nullable=False),
    sa.Column("link", sa.String(200)),
    sa.Column("reminded_on", sa.Date),
)

lot = sa.Table(
    "lot",
    metadata,
    *_version_key(),
    number("lot"),
    sa.Column("sheet", sa.String(40), nullable=False),
    sa.Column("row", sa.Integer, nullable=False),
    sa.Column("column", sa.String(3)),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("brand", sa.String(60)),
    sa.Column("model", sa.String(120)),
    sa.Column("model_as_written", sa.String(200)),
    sa.Column("serial", sa.String(60)),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("purchased_as_written", sa.String(60)),
    sa.Column("purchased_precision", sa.String(12), nullable=False),
    sa.Column("purchased_earliest", sa.Date),
    sa.Column("purchased_latest", sa.Date),
    sa.Column("price_cents", sa.BigInteger),
    sa.Column("price_vat", sa.String(10), nullable=False),
    sa.Column("status", sa.String(12), nullable=False),
    sa.Column("audience", sa.String(10), nullable=False),
    sa.Column("location", sa.String(80)),
    sa.Column("level", sa.String(10), nullable=False),
    sa.Column("support_until", sa.Date),
    sa.Column("support_source", sa.String(14), nullable=False, server_default="unknown"),
    sa.Column("last_seen", sa.Date),
    sa.Column("repairs", sa.Integer),
    part_of("inventory", "school_id", "version"),
)

COHORT_KEY: Final = (
    "kind", "purchased_earliest", "purchased_latest", "audience", "status", "level", "support_until",
)  # fmt: skip

cohort = sa.Table(
    "cohort",
    metadata,
    *_version_key(),
    number("cohort"),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("purchased_earliest", sa.Date),
    sa.Column("purchased_latest", sa.Date),
    sa.Column("audience", sa.String(10), nullable=False),
    sa.Column("status", sa.String(12), nullable=False),
    sa.Column("level", sa.String(10), nullable=False),
    sa.Column("support_until", sa.Date),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("value_cents", sa.BigInteger, nullable=False),
    sa.Column("priced", sa.Integer, nullable=False),
    part_of("inventory", "school_id", "version"),
)

LOT_COLUMNS: Final = tuple(c.name for c in lot.c if c.name not in ("board_id", "school_id", "version", "lot"))
COHORT_COLUMNS: Final = (
    "school_id", "version", "holds_from", "counted_on", *COHORT_KEY, "count", "value_cents", "priced",
)  # fmt: skip


def read_versions(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[Version, ...]:
    """All inventories within reach, newest confirmation first; one that was taken back is none."""
    order = (inventory.c.confirmed_at.desc(), inventory.c.school_id, inventory.c.version.desc())
    wanted = sa.and_(within(inventory, board_id, reach), inventory.c.taken_back_at.is_(None))
    found = rows(connection, inventory, wanted, *order)
    return tuple(Version(**{name: row[name] for name in row if name != "taken_back_at"}) for row in found)


def read_lots(connection: sa.Connection, board_id: str, school_id: str, version: int) -> pd.DataFrame:
    """The lots of one version in the order of the list; columns LOT_COLUMNS."""
    query = (
        sa.select(*(lot.c[name] for name in LOT_COLUMNS))
        .where(lot.c.board_id == board_id, lot.c.school_id == school_id, lot.c.version == version)
        .order_by(lot.c.lot)
    )
    return frame(connection, query, LOT_COLUMNS)


def read_cohorts(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> pd.DataFrame:
    """The cohorts of every version within reach, with the dates of their version; columns COHORT_COLUMNS."""
    dates = {"holds_from": inventory.c.holds_from, "counted_on": inventory.c.counted_on}
    query = (
        sa.select(*(dates[name] if name in dates else cohort.c[name] for name in COHORT_COLUMNS))
        .join_from(
            cohort,
            inventory,
            sa.and_(*(cohort.c[key] == inventory.c[key] for key in ("board_id", "school_id", "version"))),
        )
        .where(within(cohort, board_id, reach))
        .order_by(cohort.c.school_id, cohort.c.version, cohort.c.cohort)
    )
    return frame(connection, query, COHORT_COLUMNS)


def read_serials(connection: sa.Connection, board_id: str, versions: Iterable[Version]) -> list[tuple[str, str]]:
    """The serial numbers in these versions, each with the school that has it."""
    keys = [(version.school_id, version.version) for version in versions]
    if not keys:
        return []
    query = sa.select(lot.c.school_id, lot.c.serial).where(
        lot.c.board_id == board_id,
        sa.tuple_(lot.c.school_id, lot.c.version).in_(keys),
        lot.c.serial.is_not(None),
    )
    return [(row.school_id, row.serial) for row in connection.execute(query)]


def next_version(connection: sa.Connection, board_id: str, school_id: str) -> int:
    """The number the next inventory of this school gets; versions count from 1."""
    return next_key(connection, inventory.c.version, board_id, school_id=school_id)


def take_back(change: Change, version: Version) -> None:
    """Let a version hold no longer; its rows stay."""
    key = {"school_id": version.school_id, "version": version.version}
    update(change, inventory, key, {"taken_back_at": change.at})


def read_check(connection: sa.Connection, board_id: str) -> Check | None:
    """What the schools are asked; None where nobody asks them."""
    found = rows(connection, inventory_check, inventory_check.c.board_id == board_id)
    return Check(**found[0]) if found else None


def write_check(change: Change, check: Check | None) -> None:
    """Ask the schools, or no longer."""
    if check:
        put(change, inventory_check, {}, asdict(check))
    else:
        remove(change, inventory_check, {})


def write_version(change: Change, version: Version, lots: pd.DataFrame, cohorts: pd.DataFrame) -> None:
    """Add an inventory with its lots and cohorts."""
    key = {"school_id": version.school_id, "version": version.version}
    add(change, inventory, asdict(version) | {"changes": dict(version.changes), "known": dict(version.known)})
    for table, parts in ((lot, lots), (cohort, cohorts)):
        names = [c.name for c in table.c if c.name in parts.columns]
        numbered = enumerate(parts[names].itertuples(index=False, name=None), 1)
        add(change, table, *(key | {table.name: i} | dict(zip(names, row, strict=True)) for i, row in numbered))
