"""The tables of words in data/reference, read once: headings, cell words and device models."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from planning.core.paths import REFERENCE
from planning.core.text import Phrases, Tokens, tokens, word_set, words

_LINES: Final = word_set(
    "probook elitebook thinkpad latitude optiplex elitedesk prodesk thinkcentre travelmate compaq precision vostro "
    "lifebook esprimo veriton tecra portege inspiron"
)
"""Names of lines that people leave out of a model's name."""
_GENERATION: Final = re.compile(r"(?P<family>[a-z ]+ (?P<number>\d{3,})) g\d{1,2}")
_PLURAL_SUBJECTS: Final = ("kind", "weak_kind")


@dataclass(frozen=True, slots=True)
class DeviceModel:
    """A device model: who makes it, its name in full, and what kind it is."""

    brand: str
    name: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class ModelWords:
    """The words brands and models are written with."""

    brands: frozenset[str]
    letters: frozenset[str]  # of models, letters alone
    codes: frozenset[str]  # of models, with digits: "c740"


@dataclass(frozen=True, slots=True)
class Ending:
    """When updates of a model or system end, as far as its maker or its users know."""

    last_day: date | None  # None: no end announced
    announced: bool  # ahead of the day; else it was found afterwards


def _rows(table: str) -> list[dict[str, str]]:
    with (REFERENCE / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def header_words() -> dict[str, str]:
    """Heading, as words alone -> field (reading.FIELDS, price_total, names_people or not_a_device_field)."""
    return {words(row["word"]): row["field"] for row in _rows("header_words.csv")}


@cache
def heading_parts() -> dict[str, str]:
    """Word of a heading -> what it asks for: a field, or an aspect of one (filler, moment, number, each, total)."""
    return {row["word"]: row["part"] for row in _rows("heading_parts.csv")}


@cache
def heading_stems(stance: str) -> dict[str, tuple[str, ...]]:
    """Field or aspect -> stems of the words of headings that ask for it, or ("asks not") that ask for something else.

    "_" is where a word begins or ends: "_lok" opens one, "stuks_" closes one.
    """
    found: dict[str, list[str]] = {}
    for row in _rows("heading_stems.csv"):
        if row["stance"] == stance:
            found.setdefault(row["subject"], []).append(row["stem"])
    return {subject: tuple(stems) for subject, stems in found.items()}


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
def no_device_words() -> dict[str, str]:
    """Names of what schools have beside devices -> of what sort: "hoes" -> accessory, "koelkast" -> household."""
    return {row["words"]: row["value"] for row in _rows("cell_words.csv") if row["subject"] == "no_device"}


@cache
def staff_words() -> Phrases:
    """The words that say a device is for staff."""
    return Phrases((row["words"], row["value"]) for row in _rows("cell_words.csv") if row["value"] == "staff")


@cache
def device_words() -> frozenset[str]:
    """Every word that a description of a device may hold."""
    rows = (row for row in _rows("cell_words.csv") if row["subject"] not in ("first_name", "no_device"))
    found = {token for row in rows for token in tokens(row["words"])}
    for row in _rows("device_models.csv"):
        found.update(tokens(f"{row['words']} {row['brand']} {row['model']}"))
    found.update(token for row in _rows("header_words.csv") for token in tokens(row["word"]))
    return frozenset(found)


@cache
def first_names() -> frozenset[str]:
    """First names many pupils and teachers have: alone behind a device they are a person all the same."""
    return frozenset(row["name"] for row in _rows("first_names.csv"))


@cache
def models() -> tuple[Phrases, tuple[DeviceModel, ...]]:
    """Phrases that name a model, each standing for a place in the tuple of models."""
    rows = _rows("device_models.csv")
    named = {row["words"]: DeviceModel(row["brand"], row["model"] or None, row["kind"]) for row in rows}
    found = {**_without_their_line(named), **named}
    return Phrases((words, str(place)) for place, words in enumerate(found)), tuple(found.values())


def _without_their_line(named: Mapping[str, DeviceModel]) -> dict[str, DeviceModel]:
    """Models by their maker and number alone, as many lists have them: "HP 430 G4" is a ProBook, and so is "HP 430".

    Only where one model, or one kind of them, can be meant.
    """
    short: dict[str, set[DeviceModel]] = {}
    for said, model in named.items():
        line, _, number = said.partition(" ")
        if line in _LINES and any(map(str.isdigit, number.partition(" ")[0])):
            short.setdefault(f"{model.brand.lower()} {number}", set()).add(model)
    for said, model in [*named.items(), *((said, one) for said, of in short.items() for one in of)]:
        family = _GENERATION.fullmatch(said)
        if family and model.name and family["number"].isdigit():
            name = model.name.rpartition(" ")[0]
            short.setdefault(family["family"], set()).add(DeviceModel(model.brand, name or None, model.kind))
    return {said: models.pop() for said, models in short.items() if len(models) == 1}


@cache
def apple_identifiers() -> dict[str, str]:
    """Apple's identifier in lower case ("ipad7,5") -> the words of its model ("ipad 6")."""
    return {row["identifier"].lower(): row["words"] for row in _rows("apple_identifiers.csv")}


@cache
def model_words() -> ModelWords:
    """What a misspelt word of a device may have been meant as."""
    phrases = [row["words"] for row in _rows("device_models.csv")]
    said = {word for phrase in phrases for word in phrase.split()}
    brands = {row["words"] for row in _rows("cell_words.csv") if row["subject"] == "brand"}
    return ModelWords(
        brands=frozenset(word for word in brands if word.isalpha()),
        letters=frozenset(word for word in said if word.isalpha()),
        codes=frozenset(word for word in said if not word.isalpha() and not word.isdigit()),
    )


@cache
def word_list() -> frozenset[str]:
    """Every word of our tables: none of them is misspelt."""
    phrases = [row["words"] for table in ("device_models.csv", "cell_words.csv") for row in _rows(table)]
    return frozenset(word for phrase in phrases for word in words(phrase).split()) | frozenset(
        f"{word}s" for phrase in phrases for word in words(phrase).split()
    )


@cache
def support_ends(subject: str) -> dict[Tokens, Ending]:
    """Words of a model or system ("chromebook", "ipad" or "windows") -> when its updates end."""
    return {
        tuple(row["words"].split()): Ending(
            date.fromisoformat(row["last_day"]) if row["last_day"] else None, row["announced"] == "yes"
        )
        for row in _rows("support_ends.csv")
        if row["subject"] == subject
    }


@cache
def support_known_on() -> dict[str, str]:
    """Where the ends of updates are from -> the month in which they were known so ("2020-03")."""
    return {row["source"].split(" @ ")[0]: row["known_on"] for row in _rows("support_ends.csv")}


@cache
def systems() -> Phrases:
    """The operating systems whose end is known, each standing for its own words."""
    names = [" ".join(name) for name in support_ends("windows")]
    return Phrases(zip(names, names, strict=True))
