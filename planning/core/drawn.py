"""The drawn tables of the rules: small cases with what a rule makes of them, one file a rule in data/reference/rules.

The tests hold every rule against its table and the product prints the same table, so that they cannot differ.
"""

import csv
from datetime import date
from functools import cache
from typing import Final

from planning.core.paths import REFERENCE

FOLDER: Final = REFERENCE / "rules"
DrawnValue = str | int | float | date | None
"""A cell: a number, a day as 2018-05-01, a code; None where it is empty, which stands for not known."""


@cache
def drawn(rule: str) -> tuple[dict[str, DrawnValue], ...]:
    """The cases of a rule, by column. A table that is not there is a defect of ours and raises."""
    with (FOLDER / f"{rule}.csv").open(encoding="utf-8", newline="") as file:
        return tuple({name: _value(text) for name, text in row.items()} for row in csv.DictReader(file))


def rules_drawn() -> tuple[str, ...]:
    """The rules that have a table."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.csv")))


def _value(text: str) -> DrawnValue:
    if not text:
        return None
    for read in (int, float, date.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    return text
