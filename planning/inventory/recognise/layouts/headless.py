"""A list without headings, whose columns are known by what they hold: a serial number, a model and a year."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.reading import Evidence
from planning.inventory.recognise.contents import are_counts, held
from planning.inventory.recognise.headings import HeaderRow, Heading, is_filled
from planning.inventory.recognise.layouts.plan import make_plan
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView

_SHOWN: Final = 60  # rows that show what a column holds
_WIDEST: Final = 60  # columns
_SCORE: Final = 0.75  # as of headings nobody knows
_NAMES_A_DEVICE: Final = frozenset({"kind", "model", "brand_and_model"})
_TELLS_HOW_MANY: Final = frozenset({"serial", "count"})


def recognise(seen: SheetView) -> Proposal | None:
    """A sheet in which every row is one of devices, from the first on.

    Sure where each says what the devices are and has a serial number or how many there are, and where a person named a
    column; otherwise it is offered.
    """
    if seen.header is not None or len(seen.grid.rows[0]) > _WIDEST:
        return None
    fields = _fields(seen.grid.rows)
    found = frozenset(filter(None, fields))
    if len(found) < 2 or not found & (_NAMES_A_DEVICE | _TELLS_HOW_MANY):
        return None
    headings = tuple(Heading("", field, _SCORE if field else 0) for field in fields)
    first = next((place for place, row in enumerate(seen.grid.rows) if is_filled(row)), 0)
    above = (first - 1,) if first else ()  # the list begins below its title
    plan = make_plan("flat_list", seen.grid, HeaderRow(above, headings), seen.corrections)
    layout = "lots" if "count" in plan.fields else "flat_list"
    said = any(name for (sheet, _), name in seen.corrections.items() if sheet == seen.grid.name)
    sure = said or bool(found & _NAMES_A_DEVICE and found & _TELLS_HOW_MANY)
    evidence = Evidence("by_hand" if said else "no_headings")
    return Proposal(layout, plan.score, (replace(plan, layout=layout),), (evidence,), sure=sure)


def is_headless(proposal: Proposal) -> bool:
    """No heading says what this list is."""
    return any(evidence.code == "no_headings" for evidence in proposal.evidence)


def _fields(rows: Sequence[Sequence[Cell]]) -> list[str | None]:
    below = list(filter(is_filled, rows[:_SHOWN]))
    columns = [[row[place] for row in below if clean(row[place])] for place in range(len(rows[0]))]
    fields: list[str | None] = []
    for cells in columns:
        field = held(cells)
        fields.append(None if field in fields else field)
    if not _TELLS_HOW_MANY & set(fields):
        counts = [place for place, cells in enumerate(columns) if not fields[place] and are_counts(cells)]
        if len(counts) == 1:
            fields[counts[0]] = "count"
    return fields
