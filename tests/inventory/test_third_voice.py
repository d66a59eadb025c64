"""Workbooks as other coordinators make them: every lot is read, every doubt is asked, every row is told of once."""

import json
from datetime import date
from functools import cache

import pytest

from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import Reading
from planning.inventory.write.report_json import to_json
from tests.inventory.lists import TODAY
from tests.inventory.third_voice.administration import COLOURS, OTHER, REGISTERS
from tests.inventory.third_voice.case import Case
from tests.inventory.third_voice.grids import BLOCKS, MATRICES, TRANSPOSED
from tests.inventory.third_voice.prose import SENTENCES

CASES = (*MATRICES, *TRANSPOSED, *BLOCKS, *SENTENCES, *REGISTERS, *COLOURS, *OTHER)
Device = dict[str, object]


@cache
def read(name: str) -> Reading:
    """What is read of the workbook of a case, which no test changes."""
    content = next(case.content() for case in CASES if case.name == name)
    return read_inventory(content, "lijst.xlsx", Guidance(TODAY))


def said(device: Device, name: str) -> object:
    if name == "price":
        return device["price_cents"]
    if name == "year":
        latest = device["purchased_latest"]
        return latest.year if isinstance(latest, date) else None
    return device[name]


def unmatched(case: Case, reading: Reading) -> tuple[list[object], list[Device]]:
    """The lots of a workbook nobody read, and the devices nobody wrote; on a row that is asked about, anything."""
    free: list[Device] = [
        {str(name): value for name, value in device.items()} for device in reading.devices.to_dict("records")
    ]
    missing: list[object] = []
    for row, kind, count, *more in sorted(case.lots, key=len, reverse=True):
        fields = dict(pair for pair in more if isinstance(pair, tuple))
        wanted = {"row": row, "kind": kind, "count": count, **fields}
        found = next((one for one in free if all(said(one, name) == value for name, value in wanted.items())), None)
        if found is None:
            missing.append(wanted)
        else:
            free.remove(found)
    return missing, [one for one in free if (one["sheet"], one["row"]) not in case.asked]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_workbook_in_a_third_voice_is_read_as_a_strict_colleague_would(case: Case) -> None:
    reading = read(case.name)
    assert unmatched(case, reading) == ([], [])
    assert {(problem.sheet, problem.row) for problem in reading.problems if problem.severity == "must"} == case.asked
    assert case.layout in (None, reading.layout)
    written = json.dumps(to_json(reading, TODAY), default=str)
    assert [name for name in case.names if name in written] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_row_of_a_used_sheet_is_told_of_once(case: Case) -> None:
    reading = read(case.name)
    places = set(zip(reading.devices["sheet"], reading.devices["row"], strict=True))
    for sheet in (sheet.sheet for sheet in reading.sheets if sheet.used):
        written = {n for n, row in enumerate(case.sheets[sheet], 1) if any(cell not in (None, "") for cell in row)}
        devices = {row for name, row in places if name == sheet}
        problems = {problem.row for problem in reading.problems if problem.sheet == sheet and problem.row} - devices
        ignored = {row.row for row in reading.ignored_rows if row.sheet == sheet}
        assert written == devices | problems | ignored
        assert not devices & ignored
