"""Contributions as kept. What others do not share is not read: `visible` says so, and PostgreSQL as well."""

from typing import Any

import sqlalchemy as sa

from planning.circles.contents import CONTENTS
from planning.circles.model import Contribution, Seat, Sharing
from planning.circles.records import hide, level_column, owner_column, public, visible
from planning.core.database import Change, Moment, metadata
from planning.core.store import board_key, number, put, remove, update

contribution = sa.Table(
    "contribution",
    metadata,
    board_key(),
    owner_column(),
    sa.Column("kind", sa.String(20), primary_key=True),
    sa.Column("key", sa.String(60), primary_key=True),
    number("version"),
    sa.Column("content", sa.JSON, nullable=False),
    level_column(),
    sa.Column("addressee", sa.String(5)),
    sa.Column("by", sa.String(120), nullable=False),
    sa.Column("at", Moment, nullable=False),
)


def read_contributions(
    connection: sa.Connection, seat: Seat, kind: str | None = None, *, every_version: bool = False
) -> tuple[Contribution, ...]:
    """What a person may see in a circle, of one kind or all; of each thing the version in force, or every one."""
    wanted = visible(contribution, seat)
    if kind is not None:
        wanted = sa.and_(wanted, contribution.c.kind == kind)
    order = (contribution.c.kind, contribution.c.owner, contribution.c.key, contribution.c.version)
    found = [
        _contribution(row)
        for row in connection.execute(sa.select(contribution).where(wanted).order_by(*order)).mappings()
    ]
    if every_version:
        return tuple(found)
    return tuple({(one.kind, one.owner, one.key): one for one in found}.values())


def read_public(connection: sa.Connection) -> tuple[tuple[str, Contribution], ...]:
    """What was made public in all circles, each with the number of its circle; the version in force."""
    query = sa.select(contribution).where(public(contribution)).order_by(contribution.c.version)
    found = {
        (row["board_id"], row["kind"], row["owner"], row["key"]): (row["board_id"], _contribution(row))
        for row in connection.execute(query).mappings()
    }
    return tuple(found.values())


def write_contribution(change: Change, seat: Seat, new: Contribution) -> None:
    """Keep something of one's own at its version; whoever writes is its owner."""
    if new.owner != seat.viewer:
        raise ValueError("a contribution is written by its owner")
    key = {"owner": new.owner, "kind": new.kind, "key": new.key, "version": new.version}
    values = {
        "content": CONTENTS[new.kind].dump_python(new.content, mode="json"),
        "level": new.level.value,
        "addressee": new.addressee,
        "by": new.by,
        "at": new.at,
    }
    put(change, contribution, key, values)


def set_level(change: Change, seat: Seat, kind: str, key: str, level: Sharing) -> bool:
    """Share something of one's own with more or fewer, all versions of it; False where there is none."""
    return update(change, contribution, {"owner": seat.viewer, "kind": kind, "key": key}, {"level": level.value})


def remove_contribution(change: Change, seat: Seat, kind: str, key: str) -> None:
    """Take something of one's own away, all versions of it."""
    remove(change, contribution, {"owner": seat.viewer, "kind": kind, "key": key})


def hide_contributions(change: Change, owner: str) -> None:
    """Take back whatever a board shares."""
    hide(change, [contribution], owner)


def _contribution(row: Any) -> Contribution:
    content = CONTENTS[row["kind"]].validate_python(row["content"])
    fields = {name: row[name] for name in ("owner", "kind", "key", "version", "addressee", "by", "at")}
    return Contribution(**fields, content=content, level=Sharing(row["level"]))
