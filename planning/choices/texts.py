"""Fte and amounts as people write them, and back."""

import re
from typing import Final

from planning.choices.figures import PlanningFigure
from planning.choices.model import FTE
from planning.core.notation import NBSP, number
from planning.core.refusal import Reason, Refused
from planning.core.translation import gettext as _
from planning.core.translation import language

_FTE: Final = re.compile(r"(\d{1,3})(?:[.,](\d{1,4}))?(?:\s*fte)?", re.IGNORECASE)
_AMOUNT: Final = re.compile(r"(?:€\s*)?(\d{1,3}(?:[.\u00a0 ]\d{3})+|\d{1,7})(?:[.,](\d{1,2}))?")


def read_fte(text: str, field: str = "fte") -> int:
    """ "0,6", "0.5500" or "1,2 fte" -> 1/10.000 fte. Raises Refused."""
    found = _FTE.fullmatch(text.strip())
    if not found:
        raise Refused(Reason("fte_unreadable", field, {"read": text.strip()[:40]}))
    return int(found[1]) * FTE + int((found[2] or "0").ljust(4, "0"))


def write_fte(fte: int) -> str:
    """1/10.000 fte as a person types it: "0,6", "1,25"."""
    digits = next(n for n in (1, 2, 3, 4) if fte * 10**n % FTE == 0)
    return number(fte / FTE, digits)


def read_amount(text: str, field: str = "per_pupil_cents") -> int:
    """ "229,21" or "€ 1.250" -> cents. Raises Refused."""
    found = _AMOUNT.fullmatch(text.strip())
    if not found:
        raise Refused(Reason("means_unreadable", field, {"read": text.strip()[:40]}))
    return _hundredths(found)


def read_value(text: str) -> int:
    """A value of a figure -> hundredths. Raises Refused."""
    found = _AMOUNT.fullmatch(text.strip())
    if not found:
        raise Refused(Reason("figure_unreadable", "hundredths", {"read": text.strip()[:40]}))
    return _hundredths(found)


def write_amount(hundredths: int) -> str:
    """Cents, or hundredths, as a person types them: "229,21", "68946,71", "500"."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole}{',' if language() == 'nl' else '.'}{rest:02d}" if rest else str(whole)


def figure_text(figure: PlanningFigure) -> str:
    """The value of a figure with its unit: "€ 68.946,71 per fte per jaar"."""
    digits = 2 if figure.hundredths % 100 else 0
    value = number(figure.hundredths / 100, digits)
    if figure.is_money:
        value = f"€{NBSP}{value}" if language() == "nl" else f"€{value}"
    return {
        "euro_fte_year": _("{value} for an fte a year"),
        "euro_pupil_year": _("{value} for a pupil a year"),
        "euro_device_year": _("{value} for a device a year"),
        "hours_fte_year": _("{value} hours for an fte a year"),
        "euro_hour": _("{value} for an hour"),
        "pupils_device": _("{value} pupils for every device"),
    }[figure.unit].format(value=value)


def _hundredths(found: re.Match[str]) -> int:
    return int(re.sub(r"\D", "", found[1])) * 100 + int((found[2] or "0").ljust(2, "0"))
