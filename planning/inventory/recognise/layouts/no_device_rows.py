"""Rows of a list that are of no device of the school, and say so: examples, services, empty slots, people's own."""

import re
from collections.abc import Sequence
from typing import Final

from planning.core.text import Cell, clean, folded
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.values.absent import asks_whose_property, is_empty, names_an_own, names_none
from planning.inventory.values.devices import is_kind_word, kinds_named
from planning.inventory.values.lines import read_line
from planning.inventory.values.no_devices import names_no_device

IDENTITY: Final = ("kind", "brand", "model", "brand_and_model", "serial")
"""Fields that tell which device a row is of."""
_EXAMPLE: Final = re.compile(r"\W*(?:dit is een )?(?:voorbeeld(?:regel)?|example|bijv(?:oorbeeld)?)\b")
_TO_DELETE: Final = re.compile(
    r"\W*(?:(?:verwijder|wis|delete|remove) (?:deze|this|dit) (?:voorbeeld)?(?:regel|rij|row|line|voorbeeld)"
    r"|(?:deze|this) (?:regel|rij|row) (?:verwijderen|weghalen|wissen))"
)
_SHOWN_FIRST: Final = 3  # rows in which a form shows how it is filled in
_TELLING: Final = ("serial", "count", "purchased", "price")
"""What is said only of a device that is there."""


def of_no_device(plan: ListPlan, places: Sequence[int]) -> dict[int, str]:
    """Rows of these that are of no device of ours, and why: a code of words.names."""
    return {**_said_to_be_none(plan, places), **dict.fromkeys(_services(plan, places), "no_device")}


def examples(plan: ListPlan, places: Sequence[int]) -> set[int]:
    """Rows that show how to fill in the form: "VOORBEELD bureaulamp | verwijder deze regel"."""
    names = [column for name in IDENTITY for column in plan.fields.get(name, ())]
    found = set()
    for place in sorted(places)[:_SHOWN_FIRST]:
        row = plan.grid.rows[place]
        opening = next((clean(cell) for cell in row if cell != ""), "")
        named = [opening, *(clean(row[column]) for column in names)]
        told = any(isinstance(cell, str) and _TO_DELETE.match(folded(cell)) for cell in row)
        if told or any(_EXAMPLE.match(folded(text)) for text in named):
            found.add(place)
    return found


def is_left_empty(cells: Sequence[tuple[int, str]]) -> bool:
    """A numbered place of which the list says that nothing is in it: "8 | leeg vakje"."""
    said = [text for _, text in cells if not text.isdecimal()]
    return len(said) == 1 < len(cells) and is_empty(said[0])


def _services(plan: ListPlan, places: Sequence[int]) -> set[int]:
    """Lines that are no device: of an order a licence or work, of any list what comes with devices."""
    grid = plan.grid
    for serial in plan.fields.get("serial", ()):
        own = grid.distinct(serial, plan.first_row)
        blank = {cell for cell in own if not (isinstance(cell, str) and cell.isalnum()) and not clean(cell)}
        numbers = grid.column(serial)
        places = [place for place in places if numbers[place] in blank] if blank else []
    columns = [grid.column(c) for name in ("kind", "model", "brand_and_model") for c in plan.fields.get(name, ())]
    said = {place: tuple(column[place] for column in columns) for place in places}
    none = {cells for cells in set(said.values()) if _names_none(plan, " ".join(filter(None, map(clean, cells))))}
    kinds = [grid.column(column) for column in plan.fields.get("kind", ())]
    return {p for p, cells in said.items() if cells in none and not any(_is_device_kind(kind[p]) for kind in kinds)}


def _names_none(plan: ListPlan, text: str) -> bool:
    if not names_no_device(text):
        return False
    # "installatie 8 digiborden": are those new ones?
    return "count" in plan.fields or not any(lot.sure for lot in read_line(text).lots)


def _is_device_kind(cell: Cell) -> bool:
    """A column of kinds says itself that a row is of a device."""
    return is_kind_word(text := clean(cell)) and kinds_named(text) != {"other"}


def _said_to_be_none(plan: ListPlan, places: Sequence[int]) -> dict[int, str]:
    """Rows of a person or a place that say there is no device, and nothing of one; and of devices of their users."""
    named = [column for name in IDENTITY[:-1] for column in plan.fields.get(name, ())]
    first, grid = plan.first_row, plan.grid
    serials = plan.fields.get("serial", ())
    property_of = (column for column, heading in plan.headings.items() if asks_whose_property(heading.text))
    whose = [*named, *serials, *property_of]
    own = {cell for column in whose for cell in grid.distinct(column, first) if names_an_own(clean(cell))}
    none = {cell for column in named for cell in grid.distinct(column, first) if cell != "" and names_none(clean(cell))}
    told = [column for name in _TELLING for column in plan.fields.get(name, ())]
    empty = set() if named else _empty_slots(plan)
    found = {}
    for place in places if own or none or empty else ():
        row = grid.rows[place]
        said = {row[column] for column in named} - {""}
        says_none = bool(said) and said <= none and all(_is_nothing(row[column]) for column in told)
        if not own.isdisjoint(row[column] for column in whose):
            found[place] = "personal"
        elif says_none or any(row[column] in empty for column in serials):
            found[place] = "none"
    return found


def _empty_slots(plan: ListPlan) -> set[Cell]:
    """In a list of serial numbers alone what says that a slot is empty: "9 | leeg"."""
    cells = (cell for place in plan.fields.get("serial", ()) for cell in plan.grid.distinct(place, plan.first_row))
    return {cell for cell in cells if isinstance(cell, str) and is_empty(cell)}


def _is_nothing(cell: Cell) -> bool:
    return cell == "" or names_none(clean(cell))
