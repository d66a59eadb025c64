"""Lists below each other on one sheet, each under headings of its own."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from planning.core.text import clean
from planning.inventory.reading import Evidence
from planning.inventory.recognise.headings import find_header, header_places
from planning.inventory.recognise.layouts import flat_list, lots
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.other_tables import is_wished
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.plan_making import without_when_it_left
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView
from planning.inventory.recognise.sections import of_heading
from planning.inventory.values.totals import is_total
from planning.workbooks.grid import Grid, is_blank


def recognise(seen: SheetView) -> Proposal | None:
    """A sheet on which other headings come again further down; the same headings again are one list."""
    grid = seen.grid
    if seen.header is None:
        return None
    found = header_places(grid.rows)
    headers = [place for place in found if place - 1 not in found]  # two rows of headings are those of one list
    if len(headers) < 2 or len({_fields(grid, place) for place in headers}) < 2:
        return None
    starts = [0, *(_start(grid, above, place) for above, place in itertools.pairwise(headers))]
    plans = []
    for start, end in zip(starts, [*starts[1:], len(grid.rows)], strict=True):
        part = grid.part(range(start, end), range(len(grid.rows[0])))
        inner = SheetView(part, find_header(part.rows), seen.corrections)
        proposal = lots.recognise(inner) or flat_list.recognise(inner)
        if proposal is None:
            return None
        plans += [_under_its_heading(plan) for plan in proposal.plans]
    aside = [_tells_no_devices(plan) or is_wished(plan) for plan in plans]
    if all(aside):
        return None
    plans = [_set_aside(plan) if other else plan for plan, other in zip(plans, aside, strict=True)]
    score = max(plan.score for plan in plans)
    return Proposal("stacked", score, tuple(plans), (Evidence("lists_below", {"n": str(len(plans))}),))


def _tells_no_devices(plan: ListPlan) -> bool:
    """Beside what they are it says at most what devices cost: a table of prices counts none."""
    return plan.fields.keys() <= {"kind", "brand", "model", "brand_and_model", "price", "note"} and not plan.context


def _set_aside(plan: ListPlan) -> ListPlan:
    body = Body()
    for place, row in enumerate(plan.grid.rows):
        if not is_blank(row):
            body.ignore(plan.grid.name, plan.grid.row_number(place) - 1, "other_table")
    return replace(plan, body=body)


def _fields(grid: Grid, place: int) -> tuple[str | None, ...]:
    header = find_header(grid.rows[place : place + 1])
    return tuple(heading.field for heading in header.headings) if header else ()


def _start(grid: Grid, above: int, header: int) -> int:
    """The first row of a list: its headings, and the lines right above them that belong to it."""
    start = header
    while start - 1 > above:
        texts = _texts(grid, start - 1)
        if len(texts) > 1 or (texts and (is_total(texts[0]) or (texts[0].isdigit() and not of_heading(texts[0])))):
            break
        start -= 1
    return start


def _texts(grid: Grid, place: int) -> Sequence[str]:
    return [text for cell in grid.rows[place] if cell != "" and (text := clean(cell))]


def _under_its_heading(plan: ListPlan) -> ListPlan:
    """What the line above the headings says holds for the whole list."""
    says: Mapping[str, str] = {}
    for place in range(plan.header_rows[0] if plan.header_rows else 0):
        texts = _texts(plan.grid, place)
        says = of_heading(texts[0]) or says if len(texts) == 1 else says
    return without_when_it_left(replace(plan, layout="stacked", context={**plan.context, **says}))
