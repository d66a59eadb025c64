"""A flat list: headings, and below them one row for every device."""

from dataclasses import replace

from planning.inventory.recognise.layouts.proposal import Proposal, SheetView, headings_seen, of_plan


def recognise(seen: SheetView) -> Proposal | None:
    """A sheet with headings and no column of counts."""
    plan = seen.plan("flat_list")
    if plan is None:
        return None
    if "count" in plan.fields:
        return None
    return of_plan(replace(plan, empty_count_is_one=True), headings_seen(plan))
