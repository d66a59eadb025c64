"""Lists beside each other on one sheet, each under headings of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from planning.core.text import clean
from planning.inventory.reading import Evidence
from planning.inventory.recognise.headings import find_header, header_of_serials
from planning.inventory.recognise.layouts import flat_list, lots
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.kinds_beside import of_kind_heading, parts_by_kind
from planning.inventory.recognise.layouts.other_tables import is_wished
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView
from planning.inventory.recognise.sections import of_heading
from planning.workbooks.grid import Grid


def recognise(seen: SheetView) -> Proposal | None:
    """A sheet that falls apart into lists: at blank columns, where its first heading comes again, or by kind."""
    parts = _at_blank_columns(seen.grid) or _at_repeated_heading(seen)
    found: list[Proposal] = []
    for kind, part in [("", part) for part in parts] or parts_by_kind(seen.grid):
        headers = filter(None, (header_of_serials(part.rows), find_header(part.rows)))
        header = min(headers, key=lambda header: header.rows[0], default=None)
        inner = SheetView(part, header, seen.corrections)
        proposal = lots.recognise(inner) or flat_list.recognise(inner)
        if proposal is None:
            return None
        found.append(_all_of(kind, proposal) if kind else proposal)
    if all(map(_titled, found)):
        found = [_all_under(_titled(proposal), proposal) for proposal in found]
    if len(found) < 2:
        return None
    lists = [replace(plan, layout="side_by_side") for proposal in found for plan in proposal.plans]
    wished = list(map(is_wished, lists))
    plans = tuple(
        _left_aside(plan) if wish and not all(wished) else plan for plan, wish in zip(lists, wished, strict=True)
    )
    score = min(proposal.score for proposal in found)
    return Proposal("side_by_side", score, plans, (Evidence("lists_beside", {"n": str(len(plans)), **_where(plans)}),))


def _titled(proposal: Proposal) -> Mapping[str, str]:
    """What the line right above the headings of a list says of all of it, where that is what stands there and where."""
    plan = proposal.plans[0]
    above = plan.header_rows[0] - 1 if plan.header_rows else -1
    texts = [text for cell in plan.grid.rows[above] if (text := clean(cell))] if above >= 0 else []
    says = of_heading(texts[0]) if len(texts) == 1 else {}
    return says if says.keys() == {"location", "kind"} else {}


def _all_under(says: Mapping[str, str], proposal: Proposal) -> Proposal:
    plans = tuple(
        replace(plan, context={**plan.context, **{name: v for name, v in says.items() if name not in plan.fields}})
        for plan in proposal.plans
    )
    return replace(proposal, plans=plans)


def _all_of(kind: str, proposal: Proposal) -> Proposal:
    """The lists of a proposal, as lists of one kind; "Computer leerkracht" says whose they are too."""
    says = of_kind_heading(kind) or {"kind": kind}
    return replace(proposal, plans=tuple(replace(plan, context={**plan.context, **says}) for plan in proposal.plans))


def _left_aside(plan: ListPlan) -> ListPlan:
    """A list of which nothing is read, and that says why."""
    columns = tuple(replace(column, field=None, why_left_out="wishes") for column in plan.columns)
    return replace(plan, columns=columns, fields={}, people=(), gone={}, parts={}, seconds=(), body=Body())


def _where(plans: Sequence[ListPlan]) -> dict[str, str]:
    firsts = [plan.columns[0].column for plan in plans if plan.columns]
    return {"columns": ", ".join(firsts)}


def _at_blank_columns(grid: Grid) -> list[Grid]:
    """The parts of a sheet between columns in which nothing stands."""
    width = max(map(len, grid.rows), default=0)
    filled = [any(column < len(row) and row[column] != "" for row in grid.rows) for column in range(width)]
    spans, start = [], 0
    for column in range(width + 1):
        if column == width or not filled[column]:
            if column > start:
                spans.append(range(start, column))
            start = column + 1
    return [grid.part(range(len(grid.rows)), span) for span in spans] if len(spans) > 1 else []


def _at_repeated_heading(seen: SheetView) -> list[Grid]:
    """Without a blank column between: the parts that start at the first heading and where it comes again."""
    if seen.header is None:
        return []
    texts = [heading.text.casefold() for heading in seen.header.headings]
    first = next((text for text in texts if text), "")
    starts = [place for place, text in enumerate(texts) if text == first]
    again = [place for place, text in enumerate(texts) if text and texts.count(text) > 1]
    if len(starts) < 2 or len(again) < 2 * len(starts):
        return []
    rows = range(len(seen.grid.rows))
    return [
        seen.grid.part(rows, range(start, end)) for start, end in zip(starts, [*starts[1:], len(texts)], strict=True)
    ]
