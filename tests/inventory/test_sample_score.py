"""The reader against the project's own workbooks of every human shape, on the marks of issue 3."""

from datetime import date
from difflib import SequenceMatcher
from functools import reduce
from operator import add
from typing import Any

import pytest

from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.write.report_json import to_json
from planning.workbooks.model import FileRefused
from tests.inventory.samples import MAKERS, OTHER_VOICE, SHAPES, Sample, samples
from tests.inventory.samples.families.many_schools import BRINS, short
from tests.inventory.scoring import plain, score

TODAY = date(2019, 1, 1)


def read(sample: Sample) -> dict[str, Any]:
    """A workbook through the reader, as `inventory read --json` says it."""
    try:
        reading = read_inventory(sample.content, sample.name, Guidance(TODAY))
    except FileRefused:
        return {"devices": [], "problems": []}
    return to_json(reading, reading.stated_date)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_marks_hold_for(shape: str) -> None:
    total = reduce(add, (score(made.truth, read(made)) for made in samples(shape)))
    assert not total.failures(), "\n".join(total.failures())


@pytest.mark.parametrize("shape", SHAPES)
def test_the_marks_hold_in_the_words_of_another_coordinator_for(shape: str) -> None:
    total = reduce(add, (score(made.truth, read(made)) for made in samples(shape, OTHER_VOICE)))
    assert not total.failures(), "\n".join(total.failures())


@pytest.mark.parametrize("shape", SHAPES)
def test_a_seed_always_gives_the_same_workbook(shape: str) -> None:
    first, second = (MAKERS[shape][0](0) for _time in range(2))
    assert first.content == second.content
    assert first.truth == second.truth


def test_every_device_in_a_list_of_many_schools_has_its_school_or_stands_on_a_sheet_named_after_it() -> None:
    astray = [
        (made.name, device["sheet"], device["row"], device["school"])
        for made in samples("many_schools")
        for device, wanted in with_schools(made)
        if not names(device["school"] or device["sheet"], wanted)
    ]
    assert astray == []


def with_schools(made: Sample) -> list[tuple[dict[str, Any], str]]:
    """Each device as read with the school the truth gives its row."""
    owners = {(device["sheet"], device["row"]): device["school"] for device in made.truth["devices"]}
    return [(device, owners[device["sheet"], device["row"]]) for device in read(made)["devices"]]


def names(label: str | None, school: str) -> bool:
    """A school may be called by its code, its full or its short name, and be misspelt by a letter."""
    spoken = plain(label)
    known = (plain(school), plain(short(school)), plain(BRINS[school]))
    return any(SequenceMatcher(None, spoken, name).ratio() > 0.85 or (name in spoken) for name in known)
