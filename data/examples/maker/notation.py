"""How coordinators write dates and amounts in their lists; always Dutch, whatever language the product speaks."""

from datetime import date
from typing import Final

MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
SHORT_MONTHS: Final = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
UNKNOWN: Final = "onbekend"


def month_name(day: date) -> str:
    """ "maart"."""
    return MONTHS[day.month - 1]


def written_day(day: date) -> str:
    """ "14-3-2018"."""
    return f"{day.day}-{day.month}-{day.year}"


def written_purchase(bought: str, style: str) -> str | int | date:
    """A purchase in a coordinator's style, never more precise than it is known; a full day is a date.

    Styles: day, month ("sep 2017"), mon-yy ("sep-17"), year (2017), school_year ("2017/2018").
    """
    if bought == "?":
        return UNKNOWN
    if "/" in bought:
        return bought
    if len(bought) == 4 or style == "year":
        return int(bought[:4])
    if style == "school_year":
        start = int(bought[:4]) - (int(bought[5:7]) < 8)
        return f"{start}/{start + 1}"
    if len(bought) == 10 and style == "day":
        return date.fromisoformat(bought)
    month = SHORT_MONTHS[int(bought[5:7]) - 1]
    return f"{month}-{bought[2:4]}" if style == "mon-yy" else f"{month} {bought[:4]}"


def written_price(euros: float, style: str) -> str | float:
    """An amount as number, "€ 279,-" (euro) or "279,00" (comma)."""
    if style == "euro":
        return f"€ {euros:.0f},-"
    return f"{euros:.2f}".replace(".", ",") if style == "comma" else euros
