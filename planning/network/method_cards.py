"""Ways of working in a meeting, each with timed parts, of which an agenda is built: data/reference/method_cards.csv.

In our own words; `source` says after what.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from planning.core.paths import REFERENCE
from planning.core.translation import language
from planning.network.meetings import AgendaPart

CARDS: Final = REFERENCE / "method_cards.csv"
PARTS: Final = REFERENCE / "method_card_parts.csv"
USUAL: Final = ("opening", "incident", "break", "expert", "steps", "closing")
"""A half day of 150 minutes."""
AT_THE_START: Final = ("expert", "break", "closing")


@dataclass(frozen=True)
class MethodCard:
    """A way of working."""

    code: str
    name: str
    about: str
    source: str
    parts: tuple[AgendaPart, ...]

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(part.minutes for part in self.parts)


def method_cards() -> dict[str, MethodCard]:
    """The cards by their code, in the reader's language."""
    return _cards(language())


def agenda_of(codes: Iterable[str]) -> tuple[AgendaPart, ...]:
    """The parts of these cards, one after another, in the reader's language."""
    known = method_cards()
    return tuple(part for code in codes for part in known[code].parts)


@cache
def _cards(code: str) -> dict[str, MethodCard]:
    with PARTS.open(encoding="utf-8", newline="") as file:
        listed = [
            (row["card"], AgendaPart(row[f"title_{code}"], int(row["minutes"]), row[f"about_{code}"]))
            for row in csv.DictReader(file)
        ]
    with CARDS.open(encoding="utf-8", newline="") as file:
        return {
            row["card"]: MethodCard(
                row["card"],
                row[f"name_{code}"],
                row[f"about_{code}"],
                row["source"],
                tuple(part for card, part in listed if card == row["card"]),
            )
            for row in csv.DictReader(file)
        }
