"""The truths speak of what is in their workbooks, so that a slip in a sample is not taken for one of the reader."""

from functools import cache
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from tests.inventory.samples import OTHER_VOICE, SHAPES, Sample, samples

EVERY = [made for shape in SHAPES for first in (0, OTHER_VOICE) for made in samples(shape, first)]
BOOKS = [made for made in EVERY if made.name.endswith(".xlsx")]
each_workbook = pytest.mark.parametrize("made", BOOKS, ids=lambda made: made.name)


@cache
def opened(name: str) -> Workbook:
    """A workbook that nobody changes."""
    return load_workbook(BytesIO(next(made.content for made in BOOKS if made.name == name)))


def texts(book: Workbook) -> str:
    return "\n".join(str(value) for sheet in book for row in sheet.values for value in row if value is not None)


@each_workbook
def test_every_device_and_question_has_a_filled_cell(made: Sample) -> None:
    book = opened(made.name)
    for place in made.truth["devices"] + made.truth["unclear_rows"]:
        cells = [cell for cell in book[place["sheet"]][place["row"]] if cell.value is not None]
        columns = [cell.column for cell in cells]
        assert place.get("col", columns[0]) in columns, place


@each_workbook
def test_no_row_is_both_a_device_and_ignored(made: Sample) -> None:
    devices = {(device["sheet"], device["row"]) for device in made.truth["devices"]}
    ignored = {(row["sheet"], row["row"]) for row in made.truth["ignored_rows"]}
    aside = {sheet["sheet"] for sheet in made.truth["not_a_device_sheets"]}
    assert not devices & ignored
    assert not aside & {sheet for sheet, _ in devices}


@each_workbook
def test_traps_are_where_the_truth_says(made: Sample) -> None:
    book = opened(made.name)
    everything = texts(book)
    traps = made.truth["traps"]
    assert [name for name in traps["personal_values"] if name not in everything] == []
    for trap in traps["formula_like"]:
        cell = book[trap["sheet"]][trap["cell"]]
        assert (cell.value, cell.data_type) == (trap["text"], "s")
    for total in traps["stated_totals"]:
        assert book[total["sheet"]].cell(total["row"], total["col"]).value is not None


@each_workbook
def test_a_single_device_with_a_serial_shows_it(made: Sample) -> None:
    everything = texts(opened(made.name))
    serials = [device["serial"] for device in made.truth["devices"] if device["serial"]]
    assert [serial for serial in serials if serial not in everything] == []
    assert len(set(serials)) == len(serials)


def test_every_shape_holds_what_somebody_has_to_decide_or_leave_out() -> None:
    truths = [made.truth for made in BOOKS]
    assert sum(truth["expected"]["must_report"] for truth in truths) >= 40
    assert sum(bool(truth["traps"]["personal_values"]) for truth in truths) >= 15
