"""Circles and their members as kept, and the one rule by which rows of a board are shown to the others."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Final

import sqlalchemy as sa

from planning.circles.model import Circle, CircleMark, Membership, MemberState, Seat, Sharing
from planning.core.boards import read_board
from planning.core.database import Change, Moment, data_version, metadata
from planning.core.database import board as board_table
from planning.core.store import board_key, put, rows

circle = sa.Table(
    "circle",
    metadata,
    board_key(),
    sa.Column("places", sa.Integer),
    sa.Column("about", sa.Text, nullable=False),
    sa.Column("agreement", sa.Text, nullable=False),
)

circle_member = sa.Table(
    "circle_member",
    metadata,
    board_key(),
    sa.Column("member", sa.String(5), primary_key=True, index=True),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("standing", sa.String(10), nullable=False),
    sa.Column("since", Moment, nullable=False),
    sa.Column("joined_at", Moment),
    sa.Column("keeps_shared", sa.Boolean, nullable=False),
)


def owner_column() -> sa.Column[str]:
    """Whose the row is, as part of its key: a board, or the circle where it is the facilitator's."""
    return sa.Column("owner", sa.String(5), primary_key=True)


def level_column() -> sa.Column[str]:
    """Who sees it besides the owner: a Sharing."""
    return sa.Column("level", sa.String(6), nullable=False)


def visible(table: sa.Table, seat: Seat) -> sa.ColumnElement[bool]:
    """The rows of a circle that a person may see: their own, and what others share with them.

    PostgreSQL keeps the same rule itself (migrations/guards.py).
    """
    mine = [table.c.owner == seat.viewer, table.c.level.in_(seat.levels)]
    if "addressee" in table.c:
        mine.append(sa.and_(table.c.addressee == seat.viewer, table.c.level != Sharing.OWN))
    return sa.and_(table.c.board_id == seat.board_id, sa.or_(*mine))


def public(table: sa.Table) -> sa.ColumnElement[bool]:
    """The rows of all circles that every board may see."""
    return table.c.level == Sharing.PUBLIC


def read_circle(connection: sa.Connection, circle_id: str) -> Circle:
    """One circle. LookupError where there is none of that number."""
    found = read_board(connection, circle_id)
    row = connection.execute(sa.select(circle).where(circle.c.board_id == circle_id)).mappings().one_or_none()
    if row is None:
        raise LookupError(circle_id)
    return Circle(circle_id, found.kind, found.name, found.is_example, row["places"], row["about"], row["agreement"])


def write_circle(change: Change, changed: Circle) -> None:
    """Keep how a circle is called and described."""
    values = {"places": changed.places, "about": changed.about, "agreement": changed.agreement}
    put(change, circle, {}, values)
    change.connection.execute(
        board_table.update().where(board_table.c.board_id == changed.circle_id).values(name=changed.name)
    )


def read_members(connection: sa.Connection, circle_id: str) -> tuple[Membership, ...]:
    """Every board that was ever invited, first come first."""
    mine = circle_member.c.board_id == circle_id
    found = rows(connection, circle_member, mine, circle_member.c.since, circle_member.c.member)
    return tuple(map(_membership, found))


def read_memberships(connection: sa.Connection, board_id: str) -> dict[str, Membership]:
    """A board's standing in each circle it has to do with, by circle; for a transaction of that board."""
    query = sa.select(circle_member).where(circle_member.c.member == board_id).order_by(circle_member.c.board_id)
    return {row["board_id"]: _membership(row) for row in connection.execute(query).mappings()}


_MARKS: Final = (  # built once: every click asks it
    sa.select(circle_member.c.board_id, circle_member.c.standing, data_version.c.version)
    .join(data_version, data_version.c.board_id == circle_member.c.board_id)
    .where(circle_member.c.member == sa.bindparam("of_board"))
    .order_by(circle_member.c.board_id)
)


def read_marks(connection: sa.Connection, board_id: str) -> tuple[CircleMark, ...]:
    """The circles that a board has to do with, at their data versions; for a transaction of that board.

    PostgreSQL lets a board read the data version of its circles, and nothing else of them (guards.show_to_members).
    """
    found = connection.execute(_MARKS, {"of_board": board_id})
    return tuple(CircleMark(row.board_id, MemberState(row.standing), row.version) for row in found)


def write_member(change: Change, member: Membership) -> None:
    """Keep how a board stands to the circle."""
    values = asdict(member)
    put(change, circle_member, {"member": values.pop("board_id")}, values)


def hide(change: Change, tables: Iterable[sa.Table], owner: str) -> None:
    """Take back whatever a board shares in these tables: from now on it alone sees it."""
    for table in tables:
        mine = (table.c.board_id == change.board_id, table.c.owner == owner)
        change.connection.execute(table.update().where(*mine).values(level=Sharing.OWN))


def _membership(row: Any) -> Membership:
    return Membership(
        row["member"], row["name"], MemberState(row["standing"]), row["since"], row["joined_at"], row["keeps_shared"]
    )
