"""Shipped frameworks of competences and scales of levels: data/reference/competence_*.csv, each with its source."""

import csv
from dataclasses import dataclass
from functools import cache
from typing import Final

from planning.core.paths import REFERENCE
from planning.core.translation import language

OWN: Final = "own"
"""Source of a competence that a board made itself; every other source is a framework's code."""
FIRST_SCALE: Final = "four"


@dataclass(frozen=True, slots=True)
class FrameworkEntry:
    """A competence of a framework."""

    framework: str
    code: str  # the framework's own: "1.1", "A"
    area: str
    area_nl: str
    name_en: str
    name_nl: str  # of DigCompEdu our own translation
    is_verified: bool  # code and name were seen at the source; the board completes the rest

    @property
    def key(self) -> str:
        """Names it among all competences of a board."""
        return f"{self.framework}-{self.code}"

    def name(self) -> str:
        """Its name in the reader's language."""
        return self.name_nl if language() == "nl" else self.name_en


@dataclass(frozen=True, slots=True)
class CompetenceFramework:
    """A published frame of competences."""

    code: str
    title: str
    source: str  # address
    licence: str  # "" where it was not established: only titles are shipped then
    entries: tuple[FrameworkEntry, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A step of a scale."""

    level: int  # 1 is the lowest
    code: str  # "B1"; "" where the scale has none
    name_en: str
    name_nl: str
    words: tuple[str, ...]  # other words people answer with
    is_verified: bool

    def name(self) -> str:
        """Its name in the reader's language."""
        return self.name_nl if language() == "nl" else self.name_en

    def label(self) -> str:
        """ "3 · Ik doe dit zelfstandig", "3 · B1 Toepasser"."""
        return f"{self.level} · {self.code} {self.name()}" if self.code else f"{self.level} · {self.name()}"


@cache
def frameworks() -> dict[str, CompetenceFramework]:
    """The shipped frameworks by code, in the table's order."""
    found: dict[str, list[dict[str, str]]] = {}
    with (REFERENCE / "competence_frameworks.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["framework"], []).append(row)
    return {
        code: CompetenceFramework(
            code, rows[0]["title"], rows[0]["source"], rows[0]["licence"], tuple(map(_entry, rows))
        )
        for code, rows in found.items()
    }


@cache
def entries() -> dict[str, FrameworkEntry]:
    """The competences of all frameworks, by key."""
    return {entry.key: entry for framework in frameworks().values() for entry in framework.entries}


@cache
def scales() -> dict[str, tuple[Level, ...]]:
    """The shipped scales by code, lowest level first."""
    found: dict[str, list[Level]] = {}
    with (REFERENCE / "competence_levels.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words = tuple(word for word in row["words"].split(";") if word)
            found.setdefault(row["scale"], []).append(
                Level(int(row["level"]), row["code"], row["name"], row["name_nl"], words, row["verified"] == "yes")
            )
    return {scale: tuple(sorted(levels, key=lambda one: one.level)) for scale, levels in found.items()}


def _entry(row: dict[str, str]) -> FrameworkEntry:
    return FrameworkEntry(
        row["framework"],
        row["code"],
        row["area"],
        row["area_nl"],
        row["name"],
        row["name_nl"],
        row["verified"] == "yes",
    )
