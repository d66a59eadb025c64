"""The exports of device managements, known by their headings: exports.csv and export_products.csv in data/reference.

A heading is compared as words alone; a number in it stands for any ("recentUsers.0.email").
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from planning.core.paths import REFERENCE
from planning.core.text import Cell, clean, words

_SEARCHED_ROWS: Final = 10
_ALL_KNOWN: Final = 8  # headings
_MARKS_OF_ALL_KNOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Product:
    """A program that exports devices."""

    code: str
    name: str  # as its maker writes it
    marks_needed: int  # so many of its own headings tell that a file is its export
    kind: str | None  # what it only manages
    is_read: bool  # False: its export says too little of a device
    reads_as: dict[str, str]  # heading -> field, left-out reason or one of exports.ROLES
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class ExportHeader:
    """A sheet that is an export: of which product, and its row of headings, counted from 0."""

    product: Product
    row: int


def find_export(rows: Sequence[Sequence[Cell]]) -> ExportHeader | None:
    """The product whose own headings stand in one of the first rows; of several, the one that knows most of them."""
    best: tuple[int, int, ExportHeader] | None = None
    for place, row in enumerate(rows[:_SEARCHED_ROWS]):
        found = {heading_key(clean(cell)) for cell in row if isinstance(cell, str) and cell}
        for product in products():
            marks = len(found & product.marks)
            known = len(found & product.reads_as.keys())
            # Who left columns out of an export has all the same no heading that is not its product's.
            own = known == len(found) >= _ALL_KNOWN and marks >= _MARKS_OF_ALL_KNOWN
            if (own or marks >= product.marks_needed) and (best is None or (known, marks) > best[:2]):
                best = known, marks, ExportHeader(product, place)
    return best[2] if best else None


@lru_cache(maxsize=1024)
def heading_key(text: str) -> str:
    """A heading as it is compared."""
    return re.sub(r"\d+", "0", words(text))


@cache
def products() -> tuple[Product, ...]:
    """All products we know the export of."""
    headings = list(_rows("exports.csv"))
    return tuple(
        Product(
            code=row["product"],
            name=row["name"],
            marks_needed=int(row["marks_needed"]),
            kind=row["kind"] or None,
            is_read=row["verdict"] == "read",
            reads_as={heading_key(h["heading"]): h["reads_as"] for h in headings if h["product"] == row["product"]},
            marks=frozenset(
                heading_key(h["heading"]) for h in headings if h["product"] == row["product"] and h["mark"] == "yes"
            ),
        )
        for row in _rows("export_products.csv")
    )


def _rows(table: str) -> Iterable[dict[str, str]]:
    with (REFERENCE / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
