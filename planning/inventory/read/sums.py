"""A sheet that adds up what the other sheets hold: its devices are theirs, and are not counted again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from planning.core.text import clean, folded, words
from planning.inventory.read.findings import DraftFleet
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.values.devices import is_kind_word
from planning.inventory.values.totals import stated_number
from planning.workbooks.grid import Grid

_MOST_ROWS: Final = 200  # a sum is short
_TITLES: Final = 5  # rows
_SAID: Final = re.compile(
    r"\b(?:\w*totaa?l(?:en)?|total|som|optelling|telling|samenvatting|samen|overzicht|recap|resume|summary|alles"
    r"|bij elkaar|hele school)\b"
)
_LEFT: Final = frozenset({"disposed", "missing"})
_NAMED_BY: Final = ("kind", "brand", "model", "audience", "school", "purchased_earliest")
"""What a row of a sum may name: it counts the devices of which all that it names is so."""


class Sum(Enum):
    """What a sheet is beside the others."""

    NONE = "none"
    AGREES = "agrees"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class SheetFleet:
    """The devices of one sheet, its name and the lines above its list."""

    name: str
    above: Sequence[str]
    draft: DraftFleet

    @property
    def says_sum(self) -> bool:
        """Its name or a title calls it one."""
        return any(_SAID.search(folded(text)) for text in (self.name, *self.above))


def lines_above(grid: Grid) -> Iterator[str]:
    """What stands alone in the first rows of a sheet: its title, as likely as not."""
    for row in grid.rows[:_TITLES]:
        texts = [text for cell in row if cell != "" and (text := clean(cell))]
        if len(texts) == 1:
            yield texts[0]


def adds_up_sheets(plan: ListPlan, body: Body, fleets: Sequence[SheetFleet]) -> bool:
    """A sheet of which every row names another sheet and says how many devices that holds."""
    rows = [*body.records, *(unclear.row - 1 - plan.grid.top for unclear in body.unclear)]
    if plan.grid.origins or not 1 < len(rows) <= _MOST_ROWS:
        return False
    devices = {words(fleet.name): sum(fleet.draft.columns["count"]) for fleet in fleets if fleet.name != plan.grid.name}
    for place in rows:
        row = plan.grid.rows[place]
        told = {devices[key] for cell in row if (key := words(clean(cell))) in devices}
        numbers = {number for cell in row if (number := stated_number(cell)) is not None}
        if len(told) != 1 or not told <= numbers:
            return False
    return True


def sums(sheets: Sequence[SheetFleet]) -> list[Sum]:
    """For every sheet whether it adds up the others; one that only says it does must be asked about."""
    named = {words(sheet.name): sheet.name for sheet in sheets}
    return [_kind_of(sheet, [other for other in sheets if other is not sheet], named) for sheet in sheets]


def _kind_of(sheet: SheetFleet, others: Sequence[SheetFleet], named: Mapping[str, str]) -> Sum:
    columns = sheet.draft.columns
    rows = len(columns["row"])
    if not others or not 0 < rows <= _MOST_ROWS or any(columns["serial"]) or sum(columns["count"]) < 2:
        return Sum.NONE
    beside = [other.draft.columns for other in others]
    counted = []
    for record in range(rows):
        counted.append(_counted(columns, record, beside, named))
        if not sheet.says_sum and columns["count"][record] not in counted[-1][0]:
            return Sum.NONE  # said by nobody, and untrue of one row: the others need not be looked at
    agrees = [columns["count"][record] in devices for record, (devices, _) in enumerate(counted)]
    several = any(lots > 1 for _, lots in counted)
    if all(agrees) and several and (rows > 1 or sheet.says_sum):
        return Sum.AGREES
    bare = not any(map(_names_one, columns["model"], columns["model_as_written"])) and not any(
        columns["purchased_earliest"]
    )
    known = sum(lots > 0 for _, lots in counted) > rows / 2
    return Sum.DIFFERS if bare and known and (sheet.says_sum or (all(agrees) and several)) else Sum.NONE


def _counted(
    columns: Mapping[str, list[Any]], record: int, others: Sequence[Mapping[str, list[Any]]], named: Mapping[str, str]
) -> tuple[set[int], int]:
    """The devices of other sheets a row may count, with and without those that are gone; and of how many lots."""
    wanted = {name: value for name in _NAMED_BY if (value := columns[name][record]) not in (None, "unknown")}
    place = columns["location"][record]
    sheet_of_place = None if place is None else named.get(words(place))
    every = kept = lots = 0
    for other in others:
        for at, devices in enumerate(other["count"]):
            left = other["status"][at] in _LEFT
            if columns["status"][record] in _LEFT and not left:
                continue
            here = place is None or sheet_of_place == other["sheet"][at] or place == other["location"][at]
            if here and all(_is_named(name, value, other[name][at]) for name, value in wanted.items()):
                every += devices
                kept += devices if not left else 0
                lots += 1
    return {every, kept}, lots


def _is_named(name: str, wanted: object, own: object) -> bool:
    """ "iPad" in a sum is every iPad."""
    return own == wanted or (name == "model" and str(own).startswith(f"{wanted} "))


def _names_one(model: str | None, written: str | None) -> bool:
    """A row says which of a kind it is of; "iPad" is a kind to whoever adds up."""
    return bool(model and written) and not is_kind_word(written or "")
