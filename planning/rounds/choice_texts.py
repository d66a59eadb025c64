"""Amounts, steps of a target and volume discounts as people write them, and back; wishes as they read them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from planning.core.board_rules import read_target
from planning.core.notation import number
from planning.core.refusal import Reason, Refused
from planning.core.translation import gettext as _
from planning.rounds.model import Discount, FixedPurchase, Wishes

_EUROS: Final = re.compile(r"(?:€\s*)?(\d{1,3}(?:[.\u00a0 ]\d{3})+|\d{1,7})(?:[.,](\d{1,2}))?")
_STEP: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*:\s*(.+)")
_DISCOUNT: Final = re.compile(r"(\d{1,6})\s*:\s*(\d{1,2})(?:[.,](\d))?\s*%")


def read_cents(text: str) -> int:
    """ "272,50", "€ 1.250" or "300" -> cents. Raises Refused."""
    found = _EUROS.fullmatch(text.strip())
    if not found:
        raise Refused(Reason("price_unreadable", "price_cents", {"read": text.strip()[:40]}))
    return int(re.sub(r"\D", "", found[1])) * 100 + int((found[2] or "0").ljust(2, "0"))


def read_ramp(text: str) -> tuple[tuple[date, float], ...]:
    """ "1-8-2019: 3,5; 1-8-2020: 3" -> steps of a target by date; "" -> none. Raises Refused."""
    steps = []
    for part in _parts(text):
        found = _STEP.fullmatch(part)
        day = _day(found[3], found[2], found[1]) if found else None
        if found is None or day is None:
            raise Refused(Reason("steps_unreadable", "ramp", {"read": part[:40]}))
        steps.append((day, read_target(found[4], "ramp")))
    return tuple(sorted(steps))


def write_ramp(ramp: Sequence[tuple[date, float]]) -> str:
    """Steps as a person types them."""
    return "; ".join(
        f"{day.day}-{day.month}-{day.year}: {number(target, 0 if target.is_integer() else 1)}" for day, target in ramp
    )


def read_discounts(text: str) -> tuple[Discount, ...]:
    """ "100: 5%; 250: 10%" -> volume discounts; "" -> none. Raises Refused."""
    discounts = []
    for part in _parts(text):
        found = _DISCOUNT.fullmatch(part)
        if found is None:
            raise Refused(Reason("discount_unreadable", "discounts", {"read": part[:40]}))
        discounts.append(Discount(int(found[1]), int(f"{found[2]}{found[3] or 0}") / 1000))
    return tuple(sorted(discounts, key=lambda discount: discount.quantity))


def write_discounts(discounts: Sequence[Discount]) -> str:
    """Volume discounts as a person types them."""
    return "; ".join(
        f"{d.quantity}: {number(d.share * 100, 0 if (d.share * 100) % 1 < 0.05 else 1)}%" for d in discounts
    )


def read_codes(text: str, names: Mapping[str, str], field: str) -> dict[str, str]:
    """ "De Linde: 4310", a line each, by name or key -> key and code, "" left out. Raises Refused.

    A tab in the place of the colon is how two columns of a sheet arrive when they are pasted.
    """
    keys = {word.casefold(): key for key, name in names.items() for word in (key, name)}
    found = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        name, mark, code = (part.strip() for part in line.replace("\t", ":", 1).rpartition(":"))
        key = keys.get(name.casefold()) if mark else None
        if key is None:
            example = next(iter(names.values()), "")
            raise Refused(Reason("codes_unreadable", field, {"read": line[:40], "example": example}))
        if code:
            found[key] = code
    return found


def write_codes(codes: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Every name with its code, a line each; one without has room for it."""
    return "\n".join(f"{name}: {codes.get(key, '')}".rstrip() for key, name in names.items())


def wishes_in_words(wishes: Wishes, schools: Mapping[str, str], kinds: Mapping[str, str]) -> list[str]:
    """Wishes as short texts."""
    texts = [_("{school} first").format(school=schools.get(s, s)) for s in wishes.first]
    texts += [_("no {kinds}").format(kinds=kinds.get(code, code)) for code in wishes.without]
    return texts + [fixed_in_words(fixed, schools, kinds) for fixed in wishes.fixed]


def fixed_in_words(fixed: FixedPurchase, schools: Mapping[str, str], kinds: Mapping[str, str]) -> str:
    """ "De Linde: precies 10 chromebooks"."""
    how = _("at least {n}") if fixed.at_most is None else _("at most {n}") if not fixed.at_least else _("exactly {n}")
    n = fixed.at_least if fixed.at_most is None else fixed.at_most
    if fixed.at_most == 0:
        how = _("none")
    school = schools.get(fixed.school_id, fixed.school_id)
    return f"{school}: {how.format(n=number(n))} {kinds.get(fixed.kind, fixed.kind)}"


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
