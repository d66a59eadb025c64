"""Numbers, dates and money as the reader's language writes them (look.md: "Notation").

A no-break space keeps "€ 12.500" and "1 op 4,5" together; a no-break hyphen does so for dates.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from planning.core.clock import local
from planning.core.translation import gettext as _
from planning.core.translation import language

NBSP = "\u00a0"
NBHYPHEN = "\u2011"
MINUS = "\u2212"


def number(value: float, digits: int = 0) -> str:
    """1234.5 -> "1.234,5" in Dutch; `digits` decimals, half up."""
    return _number(value or 0, digits, language())  # no minus before a nought


@lru_cache(5000)  # a page says the same few numbers at every rerun, and a slider hundreds of them
def _number(value: float, digits: int, code: str) -> str:
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(exact, format=pattern, locale=code).replace("-", MINUS)


def whole_parts(values: Sequence[float]) -> list[int]:
    """Parts in whole numbers, by largest remainder: they add up to what `number` says of their sum."""
    exact = [Decimal(str(value)) for value in values]
    total = int(sum(exact, Decimal(0)).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    parts = [int(one.to_integral_value(rounding=ROUND_FLOOR)) for one in exact]
    by_rest = sorted(range(len(exact)), key=lambda at: (parts[at] - exact[at], at))
    for at in by_rest[: total - sum(parts)]:
        parts[at] += 1
    return parts


def signed(value: float, digits: int = 0) -> str:
    """+3 or -0,5. A plain hyphen, because Streamlit's metric reads the first sign of its delta."""
    text = number(abs(value), digits)
    return f"-{text}" if value < 0 else f"+{text}"


def percent(share: float) -> str:
    """0.54 -> "54%"."""
    return f"{number(share * 100)}%"


def money(cents: int) -> str:
    """1250000 cents -> "€ 12.500" ("€12,500" in English): whole euros, no-break space in Dutch."""
    amount = number(cents / 100)
    return f"€{NBSP}{amount}" if language() == "nl" else f"€{amount}"


def day(value: date) -> str:
    """31-12-2018 in Dutch, 31 Dec 2018 in English."""
    if language() == "nl":
        return f"{value.day}{NBHYPHEN}{value.month}{NBHYPHEN}{value.year}"
    return f"{value.day}{NBSP}{value:%b}{NBSP}{value.year}"


def day_and_month(value: date) -> str:
    """1-1 in Dutch, 1 Jan in English: where the year is plain."""
    return f"{value.day}{NBHYPHEN}{value.month}" if language() == "nl" else f"{value.day}{NBSP}{value:%b}"


def month_and_year(value: date) -> str:
    """september 2019 in Dutch, September 2019 in English."""
    return format_date(value, "LLLL y", locale=language())


def short_month_and_year(value: date) -> str:
    """sep 2019 in Dutch, Sep 2019 in English."""
    return format_date(value, "LLL y", locale=language()).replace(".", "").replace(" ", NBSP)


def clock(at: time) -> str:
    """13.00 in Dutch, 13:00 in English."""
    return f"{at:%H.%M}".removeprefix("0") if language() == "nl" else f"{at:%H:%M}"


def moment(value: datetime) -> str:
    """A point in time as clocks in the Netherlands showed it: "31-12-2018, 13.00 uur"."""
    shown = local(value)
    clock = f"{shown:%H.%M}{NBSP}uur" if language() == "nl" else f"{shown:%H:%M}"
    return f"{day(shown)}, {clock}"


def one_in(pupils_per_device: float | None, digits: int = 1) -> str:
    """4.47 -> "1 op 4,5"; 4 -> "1 op 4,0"; no countable device -> "geen devices"."""
    if pupils_per_device is None:
        return _("no devices")
    return _("1 in {n}").format(n=number(pupils_per_device, digits)).replace(" ", NBSP)


def target_one_in(pupils_per_device: float) -> str:
    """A target is written as it was set: 4 -> "1 op 4", 2.5 -> "1 op 2,5"."""
    return one_in(pupils_per_device, 0 if float(pupils_per_device).is_integer() else 1)


def listed(names: list[str]) -> str:
    """["A", "B", "C"] -> "A, B en C"; English as the British write it, without a comma before the last."""
    return format_list(names, locale="nl" if language() == "nl" else "en_GB")
