"""What hours, training and devices cost or take: data/reference/choice_figures.csv, and what a board put in its place.

A figure holds from a day on until its next value does, so that 2018 is reckoned with the figures of 2018.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Final

from planning.core.paths import REFERENCE
from planning.core.translation import language

TABLE: Final = REFERENCE / "choice_figures.csv"
UNITS: Final = ("euro_fte_year", "euro_pupil_year", "euro_device_year", "hours_fte_year", "euro_hour", "pupils_device")
STATUSES: Final = ("definitive", "stated", "calculated", "check", "own")
"""How sure a value is: set by law, as its source states it, calculated by us, to be looked up, the board's own."""
BACKGROUND: Final = ("funding_per_pupil", "material_per_pupil")
"""Told beside the sums; nothing is reckoned with them."""


@dataclass(frozen=True)
class PlanningFigure:
    """A value of a figure from a day on, and where it is from."""

    code: str
    since: date | None  # None: from when is not looked up, so it holds for every day without a later value
    hundredths: int  # cents, hundredths of an hour, of pupils per device
    unit: str  # of UNITS
    status: str  # of STATUSES
    name_nl: str
    name_en: str
    source: str  # "" where it is still to be looked up
    link: str  # an address; "" where only the source is known
    remark: str  # in Dutch: what it rests on; of a board's own value, why

    @property
    def name(self) -> str:
        """What it is, in the reader's language."""
        return self.name_nl if language() == "nl" else self.name_en

    @property
    def is_money(self) -> bool:
        """Whether its hundredths are cents."""
        return self.unit.startswith("euro")


@dataclass(frozen=True)
class OwnValue:
    """A value that a board puts in the place of the shipped one from a day on."""

    code: str
    since: date
    hundredths: int
    reason: str
    by: str = ""  # who set it


Figures = dict[str, PlanningFigure]
"""The values that hold on a day, by code; a figure that has none by then is absent."""


def read_figures(path: Path = TABLE) -> tuple[PlanningFigure, ...]:
    """All values in the table's order. A table that cannot be read is a defect of ours and raises."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_figure(row) for row in csv.DictReader(file))


@cache
def shipped() -> tuple[PlanningFigure, ...]:
    """The values of the shipped table."""
    return read_figures()


def with_own(own: Iterable[OwnValue], known: Iterable[PlanningFigure] | None = None) -> tuple[PlanningFigure, ...]:
    """The shipped values with a board's own in the place of those of the same day, by code and day."""
    table = tuple(shipped() if known is None else known)
    names = {one.code: one for one in table}
    found = {(one.code, one.since): one for one in table}
    for value in own:
        if value.code in names:
            found[value.code, value.since] = replace(
                names[value.code],
                since=value.since,
                hundredths=value.hundredths,
                status="own",
                source=value.by,
                link="",
                remark=value.reason,
            )
    order = {code: place for place, code in enumerate(names)}
    return tuple(sorted(found.values(), key=lambda one: (order[one.code], one.since or date.min)))


def figures_on(day: date, table: Iterable[PlanningFigure]) -> Figures:
    """The values that hold on a day: of each figure the one that began last."""
    found: Figures = {}
    for one in sorted(table, key=lambda one: one.since or date.min):
        if one.since is None or one.since <= day:
            found[one.code] = one
    return found


def _figure(row: dict[str, str]) -> PlanningFigure:
    return PlanningFigure(
        code=row["code"],
        since=date.fromisoformat(row["since"]) if row["since"] else None,
        hundredths=int((Decimal(row["value"]) * 100).quantize(Decimal(1), ROUND_HALF_UP)),
        unit=row["unit"],
        status=row["status"],
        name_nl=row["name_nl"],
        name_en=row["name_en"],
        source=row["source"],
        link=row["link"],
        remark=row["remark"],
    )
