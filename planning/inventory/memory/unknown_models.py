"""Devices of a list that the reference table does not know: what a person can explain."""

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from functools import cache
from typing import Final

from rapidfuzz import fuzz, process

from planning.core.text import tokens, words
from planning.inventory.reading import Reading
from planning.inventory.words.cell_words import DeviceModel, models

_SPELLING: Final = 75.0  # of 100; "stroom 11" for "stream 11" has 78


@dataclass(frozen=True)
class UnknownModel:
    """A text that names a device we do not know: the kind that was read of it, and how many devices it is of."""

    text: str
    kind: str | None  # None where that is not known either
    devices: int


def unknown_models(reading: Reading, explained: Collection[str]) -> tuple[UnknownModel, ...]:
    """Texts without a known model: those without a kind first, then the most devices.

    `explained`: names of models that a person explained before.
    """
    devices = reading.devices
    known = _names() | {name.lower() for name in explained}
    rows = zip(devices["sheet"], devices["row"], devices["kind"], devices["model"], devices["count"], strict=True)
    asked = {
        (problem.sheet, problem.row): problem.as_written
        for problem in reading.problems
        if problem.code.startswith("kind-unknown")
    }
    written = devices["model_as_written"].tolist()
    found: dict[str, UnknownModel] = {}
    for (sheet, row, kind, model, count), text in zip(rows, written, strict=True):
        place: Hashable = (sheet, row)
        if place in asked:
            text, kind = asked[place], None
        elif not isinstance(model, str) or model.lower() in known or not text:
            continue
        key = words(text)
        if key:
            before = found.get(key, UnknownModel(text, kind, 0))
            found[key] = UnknownModel(before.text, before.kind, before.devices + int(count))
    return tuple(sorted(found.values(), key=lambda one: (one.kind is not None, -one.devices, one.text)))


def likely_model(text: str) -> DeviceModel | None:
    """The known model whose name is spelled most like a text, and every number of which the text has; else None."""
    known, said = _by_name(), set(tokens(text))
    alike = [name for name in known if {word for word in tokens(name) if not word.isalpha()} <= said]
    found = process.extractOne(words(text), alike, scorer=fuzz.token_sort_ratio, score_cutoff=_SPELLING)
    return known[found[0]] if found else None


@cache
def _by_name() -> dict[str, DeviceModel]:
    named = [(model, model.name) for model in models()[1] if model.name]
    return {words(f"{brand} {name}"): model for model, name in named for brand in ("", model.brand)}


@cache
def _names() -> frozenset[str]:
    return frozenset(model.name.lower() for model in models()[1] if model.name)
