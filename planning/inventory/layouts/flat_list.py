"""A flat list: headings, and below them one row for every device."""

from dataclasses import replace

from planning.inventory.files import Grid
from planning.inventory.headings import HeaderRow
from planning.inventory.layouts.plan import Corrections, Plan, make_plan


def recognise(grid: Grid, header: HeaderRow | None, corrections: Corrections) -> Plan | None:
    """A sheet with headings and no column of counts."""
    if header is None:
        return None
    plan = make_plan("flat_list", grid, header, corrections)
    return replace(plan, empty_count_is_one=True) if "count" not in plan.fields else None
