"""The tables of words in data/reference, read once: headings, cell words and device models."""

import csv
from dataclasses import dataclass
from functools import cache
from typing import Final

from planning.core.paths import REFERENCE
from planning.inventory.values.text import Phrases, tokens, words

_PLURAL_SUBJECTS: Final = ("kind", "weak_kind")


@dataclass(frozen=True, slots=True)
class Model:
    """A device model: who makes it, its name in full, and what kind it is."""

    brand: str
    name: str | None
    kind: str


def _rows(table: str) -> list[dict[str, str]]:
    with (REFERENCE / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def header_words() -> dict[str, str]:
    """Heading, as words alone -> field (reading.FIELDS, price_total, names_people or not_a_device_field)."""
    return {words(row["word"]): row["field"] for row in _rows("header_words.csv")}


@cache
def headings_in(language: str) -> frozenset[str]:
    """The headings only a list in Dutch ("nl") or in English ("en") has."""
    return frozenset(words(row["word"]) for row in _rows("header_words.csv") if row["language"] == language)


@cache
def cell_words(subject: str) -> Phrases:
    """What the words of a subject (kind, brand, status, audience, ...) stand for."""
    pairs = [(row["words"], row["value"]) for row in _rows("cell_words.csv") if row["subject"] == subject]
    if subject in _PLURAL_SUBJECTS:
        pairs += [(f"{phrase}s", value) for phrase, value in pairs if not phrase.endswith("s")]
    return Phrases(pairs)


@cache
def staff_words() -> Phrases:
    """The words that say a device is for staff."""
    return Phrases((row["words"], row["value"]) for row in _rows("cell_words.csv") if row["value"] == "staff")


@cache
def device_words() -> frozenset[str]:
    """Every word that a description of a device may hold."""
    found = {
        token for row in _rows("cell_words.csv") if row["subject"] != "first_name" for token in tokens(row["words"])
    }
    for row in _rows("device_models.csv"):
        found.update(tokens(f"{row['words']} {row['brand']} {row['model']}"))
    found.update(token for row in _rows("header_words.csv") for token in tokens(row["word"]))
    return frozenset(found)


@cache
def first_names() -> frozenset[str]:
    """First names many pupils and teachers have: alone behind a device they are a person all the same."""
    return frozenset(row["name"] for row in _rows("first_names.csv"))


@cache
def models() -> tuple[Phrases, tuple[Model, ...]]:
    """Phrases that name a model, each standing for a place in the tuple of models."""
    rows = _rows("device_models.csv")
    known = tuple(Model(row["brand"], row["model"] or None, row["kind"]) for row in rows)
    return Phrases((row["words"], str(place)) for place, row in enumerate(rows)), known
