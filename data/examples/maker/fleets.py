"""The invented fleets of the example group: what each school bought, and what is left of it at three moments.

Schools, names and pupil counts are real (DUO); every device here is invented, with models and prices of the time.

A line of fleets.csv is one purchase. Kind: * is for staff. Price: euros. At each moment what the school lists of it:
"7 1r" is seven in use and one in repair; s spare, r in repair, b broken, m missing, d disposed of but still listed,
o ordered; "-" not there (yet or any more). A purchase is as precise as the school knows it: a day, a month, a year, a
school year, or "?". A line of partners.csv is a school of a partner board and what counts there in spring 2018; the
fleet itself follows from palettes in lighter.py.
"""

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from data.examples.maker.lots import Purchase, read_purchase

FOLDER: Final = Path(__file__).parent


def fleets() -> Iterator[tuple[str, str, tuple[Purchase, ...]]]:
    """Schools of the example's own board, by key: key, name and purchases."""
    for (school_id, name), lines in groupby(sorted(table("fleets.csv"), key=_school), key=_school):
        yield (
            school_id,
            name,
            tuple(read_purchase(school_id, n, *cells) for n, (_id, _name, *cells) in enumerate(lines)),
        )


def partners(board_id: str) -> list[tuple[str, str, int]]:
    """Schools of a partner board, by key: key, name and devices that count."""
    rows = [
        (school_id, name, int(count)) for board, school_id, name, count in table("partners.csv") if board == board_id
    ]
    return sorted(rows)


def table(name: str) -> list[list[str]]:
    """The lines of a table beside this file, without its headings."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def _school(line: list[str]) -> tuple[str, str]:
    return line[0], line[1]
