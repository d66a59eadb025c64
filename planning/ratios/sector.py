"""Every board of an installation side by side, in one question: for whoever keeps the installation of a sector.

The figures are those of each board's own screens today (`GroupRatio`), read from cohorts: of each school the newest
inventory is looked up, and nothing of the older ones is touched.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa

from planning.core.boards import Kind
from planning.core.clock import local_day
from planning.core.database import ALL_BOARDS, Database, board
from planning.inventory.fleet.counting import REASONS
from planning.inventory.fleet.records import cohort, inventory
from planning.inventory.reading import PUPIL_KINDS
from planning.organisation.records import pupil_count, school
from planning.ratios.rules import devices_needed

_LEFT_OUT: Final = tuple(reason for reason in REASONS if reason not in ("not_a_pupil_kind", "staff", "unsupported"))
"""States in which a device does not count: a reason is called as its state."""


@dataclass
class SectorBoard:
    """A board today; sums are over its schools that are known."""

    name: str
    schools: int = 0
    known: int = 0  # schools with an inventory and a pupil count
    pupils: int = 0
    countable: int = 0
    shortage: int = 0  # the sum of the schools' own
    on_target: int = 0


@dataclass(frozen=True)
class SectorView:
    """All boards."""

    boards: Mapping[str, SectorBoard] = field(default_factory=dict)  # by number

    def total(self) -> SectorBoard:
        """All of them as one."""
        whole = SectorBoard("")
        for one in self.boards.values():
            for name in ("schools", "known", "pupils", "countable", "shortage", "on_target"):
                setattr(whole, name, getattr(whole, name) + getattr(one, name))
        return whole


def sector_view(database: Database, at: datetime) -> SectorView:
    """Every board on its own day."""
    found: dict[str, SectorBoard] = {}
    with database.read(ALL_BOARDS) as connection:
        for row in connection.execute(_schools(local_day(at))):
            here = found.setdefault(row.board_id, SectorBoard(row.board_name))
            here.schools += 1
            if row.pupils is not None and row.countable is not None:
                short = max(0, devices_needed(row.pupils, row.target) - row.countable)
                here.known += 1
                here.pupils += row.pupils
                here.countable += row.countable
                here.shortage += short
                here.on_target += not short
    return SectorView(found)


def _schools(today: date) -> sa.Select[Any]:
    """Every school with its pupils, the devices that count, and its target; None where that is not known."""
    day = sa.func.coalesce(board.c.as_of, sa.literal(today, sa.Date))
    of_school = (school.c.board_id, school.c.school_id)

    def mine(table: sa.FromClause) -> list[sa.ColumnElement[bool]]:
        return [table.c.board_id == of_school[0], table.c.school_id == of_school[1]]

    pupils = (
        sa.select(pupil_count.c.total)
        .where(*mine(pupil_count), pupil_count.c.count_date <= day)
        .order_by(pupil_count.c.count_date.desc())
        .limit(1)
        .correlate(school, board)
        .scalar_subquery()
    )
    newest = (
        sa.select(inventory.c.version)
        .where(*mine(inventory), inventory.c.taken_back_at.is_(None), inventory.c.holds_from <= day)
        .order_by(inventory.c.holds_from.desc(), inventory.c.version.desc())
        .limit(1)
        .correlate(school, board)
        .scalar_subquery()
    )
    held = (
        sa.select(school.c.board_id, school.c.school_id, board.c.name.label("board_name"), day.label("day"))
        .add_columns(sa.func.coalesce(school.c.own_target, board.c.pupils_per_device).label("target"))
        .add_columns(pupils.label("pupils"), newest.label("version"))
        .join_from(school, board, board.c.board_id == school.c.board_id)
        .where(board.c.kind == Kind.BOARD)
        .cte("held")
    )
    counts = (
        cohort.c.kind.in_(sorted(PUPIL_KINDS)),
        cohort.c.audience != "staff",
        cohort.c.status.not_in(_LEFT_OUT),
        sa.or_(cohort.c.support_until.is_(None), cohort.c.support_until >= held.c.day),
    )
    countable = (
        sa.select(sa.func.coalesce(sa.func.sum(cohort.c.count).filter(*counts), 0))
        .where(
            cohort.c.board_id == held.c.board_id,
            cohort.c.school_id == held.c.school_id,
            cohort.c.version == held.c.version,
        )
        .correlate(held)
        .scalar_subquery()
    )
    known = sa.case((held.c.version.is_not(None), countable))
    return sa.select(
        held.c.board_id, held.c.board_name, held.c.target, held.c.pupils, known.label("countable")
    ).order_by(held.c.board_id)
