"""Rows of an export that are one device: written once for each of its users, or enrolled again."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.values.dates import read_purchases
from planning.inventory.values.serials import read_serial, serial_key

_NEVER: Final = date.min
Rows = Sequence[tuple[int, Sequence[Cell]]]


def repeated_rows(rows: Rows, serial: Sequence[int], ids: Sequence[int], checked: Sequence[int]) -> list[int]:
    """The rows whose device stands in another row too: the one that checked in last is kept, else the first.

    `serial`, `ids`, `checked`: the columns of the serial number, the product's own number and the last check-in.
    """
    seen = _check_ins(rows, checked)
    best: dict[str, int] = {}  # key of a device -> place in `rows`
    repeated: list[int] = []
    for place, (_, cells) in enumerate(rows):
        keys = _keys(cells, serial, ids)
        earlier = next((best[key] for key in keys if key in best), None)
        keep = place
        if earlier is not None:
            keep, drop = (place, earlier) if seen[place] > seen[earlier] else (earlier, place)
            repeated.append(rows[drop][0])
        best |= dict.fromkeys(keys, keep)
    return repeated


def _keys(cells: Sequence[Cell], serial: Sequence[int], ids: Sequence[int]) -> list[str]:
    numbers = [number for place in serial[:1] if (number := read_serial(cells[place]))]
    own = [text for place in ids[:1] if (text := clean(cells[place]))]
    return [f"serial {serial_key(number)}" for number in numbers] + [f"id {text}" for text in own]


def _check_ins(rows: Rows, checked: Sequence[int]) -> list[tuple[date, str]]:
    """When each row's device was last seen; ISO times of one day still tell which was later."""
    if not checked:
        return [(_NEVER, "")] * len(rows)
    cells = [cells[checked[0]] for _, cells in rows]
    days = read_purchases(cells, dutch=False)
    return [(days[cell].period.earliest or _NEVER, clean(cell)) for cell in cells]
