"""Every board of an installation side by side, in one question: for whoever keeps the installation of a sector.

The figures are those of each board's own screens today (`GroupRatio`), added up of what every inventory leaves behind
when it is kept: of its school the devices that may count, by the day until which (`counted_fleet`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from planning.core.boards import Kind
from planning.core.clock import local_day
from planning.core.database import ALL_BOARDS, Database, board
from planning.inventory.fleet.records import counted_fleet
from planning.organisation.records import pupil_count, school
from planning.ratios.rules import devices_needed


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
    pupils = (
        sa.select(pupil_count.c.total)
        .where(pupil_count.c.board_id == school.c.board_id, pupil_count.c.school_id == school.c.school_id)
        .where(pupil_count.c.count_date <= day)
        .order_by(pupil_count.c.count_date.desc())
        .limit(1)
        .correlate(school, board)
        .scalar_subquery()
    )
    still = sa.case((counted_fleet.c.support_until >= day, counted_fleet.c.devices), else_=0)
    known = sa.case((counted_fleet.c.school_id.is_not(None), still))
    target = sa.func.coalesce(school.c.own_target, board.c.pupils_per_device)
    same = counted_fleet.c.board_id == school.c.board_id, counted_fleet.c.school_id == school.c.school_id
    every = (
        sa.select(
            school.c.board_id,
            board.c.name.label("board_name"),
            target.label("target"),
            pupils.label("pupils"),
            known.label("devices"),
            school.c.school_id,
        )
        .join_from(school, board, board.c.board_id == school.c.board_id)
        .outerjoin(counted_fleet, sa.and_(*same))
        .where(board.c.kind == Kind.BOARD)
        .subquery()
    )
    one = (every.c.board_id, every.c.board_name, every.c.school_id, every.c.target, every.c.pupils)
    return sa.select(*one, sa.func.sum(every.c.devices).label("countable")).group_by(*one).order_by(every.c.board_id)
