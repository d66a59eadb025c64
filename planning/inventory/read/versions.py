"""Sheets that tell again of the devices of another: how a list was before, what happened to them, a part of them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from planning.core.text import clean, folded
from planning.inventory.read.sums import SheetFleet
from planning.inventory.values.named_days import day_in
from planning.inventory.values.serials import serial_key
from planning.workbooks.grid import Grid

_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s?[-/–]\s?(?:(?:19|20)?\d\d))?(?!\d)")
_COPY: Final = re.compile(
    r"\(\d\)\s*$|\b(?:kopie|copy|oud|oude|old|backup|back ?up|concept|archief|vorige?|vorig jaar|draft)\b"
)
"""Names of sheets that hold what another did before."""
_SAME: Final = 0.6  # of the devices of the shorter of two lists
_FEWEST: Final = 3  # rows
_FEW: Final = 2  # rows
_SILENT: Final = ("unknown", "in_use")
_TOLD_BY: Final = ("kind", "brand", "model", "model_as_written", "purchased_earliest", "purchased_latest", "serial")


def earlier_versions(sheets: Sequence[SheetFleet], today: date) -> set[str]:
    """The sheets of which another holds the same list at a later moment, as their titles or names say."""
    told = {sheet.name: moment for sheet in sheets if (moment := _moment(sheet, today))}
    copies = {sheet.name for sheet in sheets if _COPY.search(folded(sheet.name))}
    if len(told) < 2 and not copies:
        return set()
    keys = {sheet.name: _keys(sheet.draft.columns) for sheet in sheets}
    # Of a series in which one sheet is known to be an earlier version, a shorter one is one too.
    earlier = _before_another(told, keys, _FEWEST) and _before_another(told, keys, 1)
    kept = [name for name in keys if name not in copies | earlier]
    return earlier | {name for name in copies if any(_are_the_same(keys[name], keys[other]) for other in kept)}


def _before_another(told: Mapping[str, date], keys: Mapping[str, Counter[Any]], fewest: int) -> set[str]:
    return {
        name
        for name, moment in told.items()
        if any(later > moment and _are_the_same(keys[name], keys[other], fewest) for other, later in told.items())
    }


def told_again(sheets: Sequence[SheetFleet], grids: Mapping[str, Grid]) -> set[str]:
    """The sheets whose every row is of a device on one other sheet, of which it says no more.

    A log of repairs names devices by a number alone, and says of none what it is. A list that does repeats another
    where each of its serial numbers stands there, of the same kind and in the same state.
    """
    found: set[str] = set()
    stated = {sheet.name: _stated(sheet.draft.columns) for sheet in sheets}
    for place, sheet in enumerate(sheets):
        columns = sheet.draft.columns
        if len(columns["row"]) < _FEW or sum(columns["count"]) != len(columns["row"]):
            continue
        others = [other for other in sheets if other is not sheet and other.name not in found]
        is_log = set(columns["kind"]) == {"other"}
        if is_log and any(_are_named_in(sheet, grids[other.name]) for other in others):
            found.add(sheet.name)
        elif not is_log and len(stated[sheet.name]) == len(columns["row"]):
            before = [other.name for other in sheets[:place]]
            if any(_repeats(stated[sheet.name], stated[o.name], before=o.name in before) for o in others):
                found.add(sheet.name)
    return found


def _are_named_in(sheet: SheetFleet, grid: Grid) -> bool:
    columns = sheet.draft.columns
    keys = {serial or name for serial, name in zip(columns["serial"], columns["model_as_written"], strict=True)}
    if None in keys or not all(any(map(str.isdigit, key)) for key in keys):
        return False
    return keys <= {clean(cell) for row in grid.rows for cell in row if isinstance(cell, str)}


def _stated(columns: Mapping[str, list[Any]]) -> dict[str, tuple[str, str]]:
    """By serial number the kind and the state of a device."""
    rows = zip(columns["serial"], columns["kind"], columns["status"], strict=True)
    return {serial_key(serial): (kind, state) for serial, kind, state in rows if serial}


def _repeats(own: Mapping[str, tuple[str, str]], theirs: Mapping[str, tuple[str, str]], *, before: bool) -> bool:
    if not (own.keys() < theirs.keys() or (before and own.keys() == theirs.keys())):
        return False
    return all(kind == theirs[key][0] and state in (*_SILENT, theirs[key][1]) for key, (kind, state) in own.items())


def _moment(sheet: SheetFleet, today: date) -> date | None:
    """The day a list shows: in a title, else in the name of its sheet; of a year alone its last."""
    texts = (*sheet.above, sheet.name)
    day = next((found for text in texts if (found := day_in(text, today))), None)
    named = _YEAR.fullmatch(folded(sheet.name).strip())
    return day or (date(int(named[1]), 12, 31) if named else None)


def _keys(columns: Mapping[str, list[Any]]) -> Counter[tuple[Any, ...]]:
    return Counter(zip(*(columns[name] for name in _TOLD_BY), strict=True))


def _are_the_same(one: Counter[Any], other: Counter[Any], fewest: int = _FEWEST) -> bool:
    fewer = min(one.total(), other.total())
    return fewer >= fewest and (one & other).total() >= _SAME * fewer
