"""A list of lots: headings, and below them one row for several devices alike, with their number."""

from dataclasses import replace
from typing import Final

from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView, headings_seen, of_plan
from planning.workbooks.grid import is_blank

_SAMPLE: Final = 500  # rows that show what a list is like


def recognise(seen: SheetView) -> Proposal | None:
    """A sheet with headings, one of which asks for a count."""
    plan = seen.plan("lots")
    if plan is None:
        return None
    if "count" not in plan.fields:
        return None
    # Where most rows have their own serial number, a row without a count is one device.
    return of_plan(replace(plan, empty_count_is_one=mostly_serials(plan)), headings_seen(plan))


def mostly_serials(plan: ListPlan) -> bool:
    """Most rows have a serial number of their own."""
    places = plan.fields.get("serial")
    if not places:
        return False
    rows = plan.grid.rows[plan.first_row :][:_SAMPLE]
    filled = [row for row in rows if not is_blank(row)]
    return sum(row[places[0]] != "" for row in filled) > len(filled) / 2
