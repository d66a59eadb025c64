"""Lists of serial numbers, each below labels that say what its devices are: "Artikel: | Lenovo 300e"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.reading import Evidence
from planning.inventory.recognise.headings import header_in, is_known, read_heading
from planning.inventory.recognise.layouts import flat_list
from planning.inventory.recognise.layouts.body import Total
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView
from planning.inventory.recognise.layouts.sorting import read_body
from planning.inventory.values.devices import kind_named, names_model
from planning.inventory.values.totals import stated_number
from planning.workbooks.grid import Grid

_TOLD: Final = frozenset(
    {"kind", "brand", "model", "brand_and_model", "purchased", "location", "school", "status", "count"}
)
_NAMING: Final = frozenset({"kind", "brand", "model", "brand_and_model"})
_MOST_LABELS: Final = 12  # over one list
_SEARCHED: Final = 20  # rows in which the first label stands
_MOST_ROWS: Final = 5000
Labels = Mapping[str, tuple[int, str]]
"""Field -> the row of its label, and what stands behind that."""


def recognise(seen: SheetView) -> Proposal | None:
    """A sheet of such lists, in which no column says what a device is."""
    grid = seen.grid
    if not any(isinstance(cell, str) and ":" in cell for row in grid.rows[:_SEARCHED] for cell in row):
        return None  # nearly every sheet
    heads = [row for row in range(1, min(len(grid.rows), _MOST_ROWS)) if _heads_serials(grid.rows[row])]
    labels = [_labels_over(grid, row) for row in heads]
    if not heads or not all(map(_name_devices, labels)):
        return None
    starts = [min(row for row, _ in said.values()) for said in labels]
    plans = []
    for (start, end), head, said in zip(pairwise([0, *starts[1:], len(grid.rows)]), heads, labels, strict=True):
        part = grid.part(range(start, end), range(len(grid.rows[0])))
        inner = SheetView(part, header_in(part.rows, head - start + 1), seen.corrections)
        proposal = flat_list.recognise(inner)
        if proposal is None or _NAMING & proposal.plans[0].fields.keys():
            return None
        plans.append(_labelled(grid, proposal.plans[0], said))
    score = min(plan.score for plan in plans)
    return Proposal("stacked", score, tuple(plans), (Evidence("lists_below", {"n": str(len(plans))}),))


def _heads_serials(row: Sequence[Cell]) -> bool:
    """Nothing but headings that are known, one of which asks for serial numbers."""
    texts = [clean(cell) for cell in row if cell != ""]
    if not any(map(is_known, texts)):
        return False
    fields = [read_heading(text).field for text in texts]
    return "serial" in fields and None not in fields


def _labels_over(grid: Grid, head: int) -> Labels:
    """What the labels right above a row of headings say."""
    found: dict[str, tuple[int, str]] = {}
    for row in range(head - 1, max(-1, head - 1 - _MOST_LABELS), -1):
        label, value = _label_and_value(grid.rows[row])
        if not label:
            break
        name = read_heading(label).field
        if name in _TOLD and value:
            found[name] = (row, value)
    return found


def _label_and_value(row: Sequence[Cell]) -> tuple[str, str]:
    """A label and what stands behind it, in two cells or one; both "" in any other row."""
    texts = [text for cell in row if cell != "" and (text := clean(cell))]
    if len(texts) == 1:
        label, _, value = texts[0].partition(":")
        return (label.strip(), value.strip()) if value.strip() else ("", "")
    return (texts[0].rstrip(" :"), texts[1]) if len(texts) == 2 and texts[0].endswith(":") else ("", "")


def _name_devices(said: Labels) -> bool:
    return any(kind_named(text) or names_model(text) for name, (_, text) in said.items() if name in _NAMING)


def _labelled(grid: Grid, plan: ListPlan, said: Labels) -> ListPlan:
    """A list with what its labels say of all its devices; how many they say there are is a total of it."""
    told = {"brand_and_model" if name == "model" else name: text for name, (_, text) in said.items()}
    context = {name: text for name, text in told.items() if name != "count" and name not in plan.fields}
    plan = replace(plan, layout="stacked", context={**plan.context, **context})
    at, text = said.get("count", (0, ""))
    stated = stated_number(text)
    if stated is None:
        return plan
    body, row = read_body(plan), grid.row_number(at)
    total = Total(row, grid.label(0), text, stated, members=frozenset(body.records))
    ignored = [one for one in body.ignored if one.row != row]
    return replace(plan, body=replace(body, totals=[*body.totals, total], ignored=ignored))
