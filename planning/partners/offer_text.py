"""Tiers and upgrades as a person types them: "100: 10 %; 500: 20 %" and "extra geheugen: 45,50"; pure."""

import re
from typing import Final

from planning.core.notation import number, percent
from planning.core.refusal import Reason, Refused
from planning.partners.model import PriceTier, Upgrade

_TIER: Final = re.compile(r"(\d[\d.]*)\s*[:=]\s*(\d{1,2})(?:[.,](\d))?\s*%?")
_AMOUNT: Final = re.compile(r"(?:€\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,5})(?:,(\d{2}))?")


def read_tiers(text: str, field: str = "tiers") -> tuple[PriceTier, ...]:
    """What a line says of tiers, in its order. Raises Refused with what could not be read."""
    found = []
    for part in filter(None, map(str.strip, text.split(";"))):
        said = _TIER.fullmatch(part)
        if said is None:
            raise Refused(Reason("tier_unreadable", field, {"read": part[:40]}))
        found.append(PriceTier(int(said[1].replace(".", "")), float(f"{said[2]}.{said[3] or 0}") / 100))
    return tuple(found)


def read_amount(text: str, field: str) -> int:
    """An amount in euros, as "199", "1.199,50" or "€ 45,00", in cents. Raises Refused."""
    said = _AMOUNT.fullmatch(text.strip())
    if said is None:
        raise Refused(Reason("amount_unreadable_here", field, {"read": text.strip()[:40]}))
    return int(said[1].replace(".", "")) * 100 + int(said[2] or 0)


def read_upgrades(text: str, field: str = "upgrades") -> tuple[Upgrade, ...]:
    """What lines say of upgrades: a name, a colon and a price. Raises Refused with what could not be read."""
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        name, colon, price = line.rpartition(":")
        if not colon or not name.strip():
            raise Refused(Reason("upgrade_unreadable", field, {"read": line[:40]}))
        found.append(Upgrade(name.strip()[:120], read_amount(price, field)))
    return tuple(found)


def write_tiers(tiers: tuple[PriceTier, ...]) -> str:
    """Tiers as they are read again."""
    return "; ".join(f"{number(tier.quantity)}: {percent(tier.share)}" for tier in tiers)


def write_amount(cents: int) -> str:
    """An amount as it is read again: "1.199,50"."""
    whole = f"{cents // 100:,}".replace(",", ".")
    return whole + (f",{cents % 100:02}" if cents % 100 else "")


def write_upgrades(upgrades: tuple[Upgrade, ...]) -> str:
    """Upgrades as they are read again."""
    return "\n".join(f"{one.name}: {write_amount(one.guide_cents)}" for one in upgrades)
