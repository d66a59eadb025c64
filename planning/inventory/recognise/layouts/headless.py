"""A list without headings, whose columns are known by what they hold: a serial number, a model and a year."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.reading import Evidence
from planning.inventory.recognise.contents import are_counts, held
from planning.inventory.recognise.headings import HeaderRow, Heading, is_filled
from planning.inventory.recognise.layouts.plan_making import make_plan
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView
from planning.inventory.recognise.sections import of_heading
from planning.inventory.values.people import is_name
from planning.workbooks.grid import is_blank

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
    fields = _with_remarks(seen.grid.rows, fields)
    headings = tuple(Heading("", field, _SCORE if field else 0) for field in fields)
    first = next((place for place, row in enumerate(seen.grid.rows) if is_filled(row)), 0)
    titles = [place for place in range(first) if not is_blank(seen.grid.rows[place])]
    # Right above the first row may stand the heading of its devices, which is no title.
    while titles and of_heading(_only(seen.grid.rows[titles[-1]])).keys() & {
        "location",
        "kind",
        "purchased",
        "audience",
    }:
        if not titles[1:] and not _is_section_between(seen.grid.rows[first:]):
            break
        first = titles.pop()
    above = (titles[-1],) if titles else ()  # the list begins below its title
    plan = make_plan("flat_list", seen.grid, HeaderRow(above, headings), seen.corrections)
    layout = "lots" if "count" in plan.fields else "flat_list"
    said = any(name for (sheet, _), name in seen.corrections.items() if sheet == seen.grid.name)
    sure = said or bool(found & _NAMES_A_DEVICE and found & _TELLS_HOW_MANY)
    evidence = Evidence("by_hand" if said else "no_headings")
    return Proposal(layout, plan.score, (replace(plan, layout=layout),), (evidence,), sure=sure)


def _only(row: Sequence[Cell]) -> str:
    texts = [text for cell in row if (text := clean(cell))]
    return texts[0] if len(texts) == 1 else ""


def _is_section_between(rows: Sequence[Sequence[Cell]]) -> bool:
    """Between the rows stand headings too."""
    return any((text := _only(row)) and of_heading(text) for row in rows[:_SHOWN])


def is_headless(proposal: Proposal) -> bool:
    """No heading says what this list is."""
    return any(evidence.code == "no_headings" for evidence in proposal.evidence)


def _with_remarks(rows: Sequence[Sequence[Cell]], fields: Sequence[str | None]) -> list[str | None]:
    """Columns of words that nobody knows are looked at as remarks, unless they may name people."""
    found = list(fields)
    for place, name in enumerate(fields):
        texts = [text for row in rows if isinstance(row[place], str) and (text := clean(row[place])) and is_filled(row)]
        wordy = sum(any(c.isalpha() for c in text) for text in texts)
        if name is None and texts and 2 * wordy >= len(texts) and not any(map(is_name, texts)):
            found[place] = "note"
    return found


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
