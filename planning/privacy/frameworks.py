"""Norm frameworks as data: what they ask, in which domains, and how sure we are of each line.

A line that is "seen" was read at its source; one to "check" has to be completed or checked by the board itself.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from planning.core.paths import REFERENCE
from planning.core.text import clean
from planning.core.translation import language

LEVELS: Final = (1, 2, 3, 4, 5)
SECURITY, PRIVACY = "security", "privacy"


@dataclass(frozen=True, slots=True)
class ReferenceEntry:
    """Something with a name in both languages, and how sure that name is."""

    name_nl: str
    name_en: str
    status: str  # "seen", "check"
    source: str  # an address, or why there is none

    @property
    def name(self) -> str:
        """Its name in the reader's language."""
        return self.name_nl if language() == "nl" else self.name_en

    @property
    def is_seen(self) -> bool:
        """Whether the line was read at its source."""
        return self.status == "seen"


@dataclass(frozen=True, slots=True)
class Domain(ReferenceEntry):
    """A domain of norms."""

    code: str
    number: int
    kind: str  # "security", "privacy"
    evidence: str  # "inventory" where the inventories of this product are evidence; else ""


@dataclass(frozen=True, slots=True)
class Norm(ReferenceEntry):
    """One norm. What a board added or read from its own list has the status "own"."""

    code: str
    domain: str
    target: int | None = None  # the level wanted of this norm alone; None follows the board


@dataclass(frozen=True, slots=True)
class NormFramework(ReferenceEntry):
    """A set of norms in domains, as shipped."""

    code: str
    security_norms: int | None  # how many its publisher says there are; None: not said
    privacy_norms: int | None
    target_level: int
    deadline: date | None
    remark: str  # in Dutch
    domains: tuple[Domain, ...]
    norms: tuple[Norm, ...]

    @property
    def stated_norms(self) -> int | None:
        """How many norms its publisher says there are, in all."""
        if self.security_norms is None or self.privacy_norms is None:
            return None
        return self.security_norms + self.privacy_norms

    def domain(self, code: str) -> Domain | None:
        """A domain by its code."""
        return next((domain for domain in self.domains if domain.code == code), None)


@cache
def frameworks() -> dict[str, NormFramework]:
    """The shipped frameworks by code. A table that cannot be read is a defect of ours and raises."""
    return {
        row["framework"]: NormFramework(
            **_named(row),
            code=row["framework"],
            security_norms=_count(row["security_norms"]),
            privacy_norms=_count(row["privacy_norms"]),
            target_level=int(row["target_level"]),
            deadline=date.fromisoformat(row["deadline"]) if row["deadline"] else None,
            remark=row["remark"],
            domains=tuple(
                Domain(
                    **_named(line),
                    code=line["code"],
                    number=int(line["number"]),
                    kind=line["kind"],
                    evidence=line["evidence"],
                )
                for line in _rows("norm_domains.csv")
                if line["framework"] == row["framework"]
            ),
            norms=tuple(
                Norm(**_named(line), code=line["code"], domain=line["domain"], target=None)
                for line in _rows("norms.csv")
                if line["framework"] == row["framework"]
            ),
        )
        for row in _rows("norm_frameworks.csv")
    }


@cache
def level_names() -> dict[int, ReferenceEntry]:
    """The names of the maturity levels, 1 to 5."""
    return {int(row["level"]): ReferenceEntry(**_named(row)) for row in _rows("maturity_levels.csv")}


def own_norm(code: str, domain: str, title: str, target: int | None = None) -> Norm:
    """A norm in the board's own words; it reads the same in every language."""
    title = clean(title)  # as it comes back from a list
    return Norm(title, title, "own", "", code, domain, target)


def _rows(table: str) -> list[dict[str, str]]:
    with (REFERENCE / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _named(row: dict[str, str]) -> dict[str, str]:
    return {name: row[name] for name in ("name_nl", "name_en", "status", "source")}


def _count(text: str) -> int | None:
    return int(text) if text else None
