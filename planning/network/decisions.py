"""What is decided about ICT in a board, and where: by the board, its schools, both, or with partners; pure.

The decisions are data (data/reference/ict_decisions.csv); what a board answers of each is a contribution.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from planning.circles.model import Contribution
from planning.core.paths import REFERENCE
from planning.core.refusal import Reason, Value, Year
from planning.core.translation import N_, language

KIND: Final = "decision"
LONGEST_WHY: Final = 600
EARLIEST: Final = 1980
"""No school had anything to decide about ICT before."""


class Decider(StrEnum):
    """Where something is decided."""

    BOARD = "board"
    SCHOOL = "school"
    TOGETHER = "together"
    PARTNERS = "partners"


DECIDERS: Final = {
    Decider.BOARD: N_("the board"),
    Decider.SCHOOL: N_("each school"),
    Decider.TOGETHER: N_("board and schools together"),
    Decider.PARTNERS: N_("with partners"),
}
DECIDERS_SHORT: Final = {
    Decider.BOARD: N_("board"),
    Decider.SCHOOL: N_("school"),
    Decider.TOGETHER: N_("together"),
    Decider.PARTNERS: N_("partners"),
}
"""In a table, under a head that says what it is."""
PARTS: Final = {
    "devices": N_("Devices"),
    "infrastructure": N_("Network and accounts"),
    "content": N_("Systems and learning material"),
    "privacy": N_("Privacy and security"),
    "people": N_("People"),
}


@dataclass(frozen=True, slots=True)
class Matter:
    """Something about ICT that somebody decides."""

    code: str
    part: str  # a key of PARTS
    name_nl: str
    name_en: str
    asks_nl: str
    asks_en: str

    @property
    def name(self) -> str:
        """What it is called in the reader's language."""
        return self.name_nl if language() == "nl" else self.name_en

    @property
    def asks(self) -> str:
        """What is asked of it in the reader's language."""
        return self.asks_nl if language() == "nl" else self.asks_en


@dataclass(frozen=True)
class IctDecision:
    """What a board says of one matter; nothing of it has to be known."""

    now: Decider | None = None  # who decides
    wanted: Decider | None = None  # who should
    why: str = ""
    since: int | None = None  # the year from which `now` holds
    changed: str = ""  # what changed, in the board's own words; earlier versions keep how it was

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said yet."""
        return self == IctDecision()

    @property
    def moves(self) -> bool:
        """Whether the board wants it decided elsewhere than now."""
        return self.now is not None and self.wanted is not None and self.now is not self.wanted


@cache
def matters() -> dict[str, Matter]:
    """The shipped matters by code, in order. A table that cannot be read is a defect of ours and raises."""
    with (REFERENCE / "ict_decisions.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: Matter(**row) for row in csv.DictReader(file)}


def decisions_of(contributions: Iterable[Contribution], owner: str) -> dict[str, Contribution]:
    """What a board said, by matter in their order; a matter that is no longer shipped is not shown."""
    said = {one.key: one for one in contributions if one.kind == KIND and one.owner == owner}
    return {code: said[code] for code in matters() if code in said}


def decision_of(contribution: Contribution | None) -> IctDecision:
    """What a contribution says; nothing where there is none."""
    return contribution.content if contribution and isinstance(contribution.content, IctDecision) else IctDecision()


def is_another(before: IctDecision, after: IctDecision) -> bool:
    """Whether it is decided, or should be, elsewhere than before: then how it was is kept beside it."""
    return not before.is_empty and (before.now, before.wanted) != (after.now, after.wanted)


def decision_reasons(said: Mapping[str, IctDecision], year: int) -> list[Reason]:
    """Why this cannot be kept in a year."""
    reasons = []
    for code, one in said.items():
        if code not in matters():
            reasons.append(Reason("matter_unknown", None, {"code": code[:40]}))
            continue
        name = matters()[code].name
        for text in (one.why, one.changed):
            if len(text) > LONGEST_WHY:
                values: dict[str, Value] = {"name": name, "read": len(text), "n": LONGEST_WHY}
                reasons.append(Reason("decision_text_too_long", code, values))
        if one.since is not None and not EARLIEST <= one.since <= year:
            between: dict[str, Value] = {
                "name": name,
                "read": Year(one.since),
                "first": Year(EARLIEST),
                "last": Year(year),
            }
            reasons.append(Reason("decision_year_out_of_range", code, between))
    return reasons
