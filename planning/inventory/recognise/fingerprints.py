"""Headings known again: a fingerprint of them that cannot be read back, and a key for each."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from planning.core.text import Cell, clean, folded, words
from planning.inventory.reading import SheetColumn

_SEARCHED_ROWS: Final = 100


def heading_keys(headings: Sequence[str]) -> list[str]:
    """Each heading as it is known again, "" where there is none; a second one of the same name gets a number."""
    seen: Counter[str] = Counter()
    keys = []
    for heading in headings:
        text = words(heading) or folded(heading)
        seen[text] += 1
        keys.append(text if not text or seen[text] == 1 else f"{text} #{seen[text]}")
    return keys


def fingerprint(headings: Sequence[str]) -> str | None:
    """The same for lists with the same headings; None without any.

    The order of the columns makes no difference, unless two have one heading: then only their order tells them apart.
    """
    keys = [key for key in heading_keys(headings) if key]
    if not keys:
        return None
    ordered = keys if any(" #" in key for key in keys) else sorted(keys)
    return sha256("\n".join(ordered).encode()).hexdigest()


def column_keys(columns: Sequence[SheetColumn]) -> dict[str, str]:
    """Column -> its heading as it is known again; those without a heading are left out."""
    keys = heading_keys([column.header for column in columns])
    return {column.column: key for column, key in zip(columns, keys, strict=True) if key}


def row_with(rows: Sequence[Sequence[Cell]], marks: frozenset[str]) -> int | None:
    """The first row whose headings have one of these fingerprints, counted from 0."""
    for place, row in enumerate(rows[:_SEARCHED_ROWS]):
        if fingerprint([clean(cell) if isinstance(cell, str) else "" for cell in row]) in marks:
            return place
    return None
