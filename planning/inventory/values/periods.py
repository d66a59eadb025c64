"""The days a moment of purchase can have been: a day, a month, a year, a school year, or nobody knows."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from planning.inventory.values.issue import Change

_YEARS: Final = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Period:
    """A precision (reading.PRECISIONS) with its first and last day, both included; None where unknown."""

    precision: str
    earliest: date | None
    latest: date | None

    def change(self) -> Change:
        """This period as a device's columns."""
        return {
            "purchased_precision": self.precision,
            "purchased_earliest": self.earliest,
            "purchased_latest": self.latest,
        }

    def choice(self) -> tuple[str, dict[str, str]]:
        """Code and values of the answer "it was then"; the code holds the period, so answers stay apart."""
        assert self.earliest
        assert self.latest
        first = self.earliest
        written = {
            "day": first.isoformat(),
            "month": f"{first:%Y-%m}",
            "year": f"{first:%Y}",
            "school_year": f"{first:%Y}-{self.latest:%Y}",
        }[self.precision]
        return f"{self.precision}_{written}", {"precision": self.precision, "period": written}


NO_PERIOD: Final = Period("unknown", None, None)


def day(y: int, m: int, d: int) -> Period | None:
    """One day; None where the calendar has no such day."""
    if y not in _YEARS or not 1 <= m <= 12 or not 1 <= d <= monthrange(y, m)[1]:
        return None
    return Period("day", date(y, m, d), date(y, m, d))


def of_day(one: date) -> Period:
    """As `day`, of a date."""
    return Period("day", one, one)


def month(y: int, m: int) -> Period | None:
    """A whole month; None where there is none such."""
    if y not in _YEARS or not 1 <= m <= 12:
        return None
    return Period("month", date(y, m, 1), date(y, m, monthrange(y, m)[1]))


def year(y: int) -> Period | None:
    """A calendar year; None outside the centuries a list can speak of."""
    return Period("year", date(y, 1, 1), date(y, 12, 31)) if y in _YEARS else None


def school_year(y: int) -> Period | None:
    """The school year that starts on 1 August of `y`."""
    return Period("school_year", date(y, 8, 1), date(y + 1, 7, 31)) if y in _YEARS else None
