"""One measure for all layouts: how much of a sheet a reading reads, or passes over for a reason."""

import pytest

from planning.inventory.recognise.headings import find_header
from planning.inventory.recognise.layouts import flat_list, lots, side_by_side
from planning.inventory.recognise.layouts.explained import explained
from planning.inventory.recognise.layouts.proposal import SheetView
from planning.workbooks.grid import Grid
from tests.inventory.lists import problem_places, read
from tests.making import Rows

BESIDE: list[list[object]] = [
    ["code", "Merk/type", "Serienr", "", "label", "Omschrijving", "Serienummer"],
    ["L1", "HP 250 G5", "5CD1234567", "", "T1", "iPad Air", "DMPQ1234ABCD"],
    ["L2", "HP 250 G5", "5CD1234568", "", "T2", "iPad Air", "DMPQ1234ABCE"],
]


def seen(rows: list[list[object]]) -> SheetView:
    grid = Grid("Blad1", [list(row) for row in rows])  # type: ignore[arg-type]
    return SheetView(grid, find_header(grid.rows))


def test_two_lists_explain_more_than_one_that_drops_the_other() -> None:
    view = seen(BESIDE)
    one, two = flat_list.recognise(view), side_by_side.recognise(view)
    assert one
    assert two
    assert explained(view.grid, one.plans) < explained(view.grid, two.plans)


@pytest.mark.parametrize(
    ("rows", "share"),
    [
        ([["Soort", "Aantal"], ["laptop", 3], ["tablet", 4]], 1.0),
        ([["Soort", "Aantal"], ["laptop", "5CD1234567"], ["tablet", 4]], 5 / 6),
        ([["Soort", "Aantal"], ["zwenkbak", 3], ["tablet", 4]], 4 / 6),
        ([["Soort", "Aantal", "zus"], ["laptop", 3, "zo"], ["tablet", 4, "zo"]], 7 / 9),
    ],
)
def test_what_is_dropped_asked_or_another_fields_is_not_explained(rows: list[list[object]], share: float) -> None:
    view = seen(rows)
    proposal = lots.recognise(view)
    assert proposal
    assert explained(view.grid, proposal.plans) == pytest.approx(share)


def test_what_explains_the_lesser_part_of_a_sheet_is_offered_and_not_read() -> None:
    rows: Rows = [
        ["Soort", "Oppervlak", "Kleur", "Gewicht", "Afstand"],
        *[["wasmachine", 12, "wit", 30, 4] for _ in range(6)],
    ]
    reading = read(rows, Devices=[["Soort", "Aantal"], ["laptop", 3]])
    sheet = next(sheet for sheet in reading.sheets if sheet.sheet == "Lijst")
    assert not sheet.used


def test_devices_that_are_counted_above_the_headings_a_list_is_read_under_are_asked_about() -> None:
    rows: Rows = [
        ["wat", "nu"],
        ["laptop HP 250", 3],
        [],
        ["wat", "nu", "Merk", "Type", "Aantal", "Waar"],
        ["laptop", "", "HP", "250 G5", 4, "kar 1"],
        ["tablet", "", "Apple", "iPad Air", 6, "kar 2"],
    ]
    assert (2, "row-unclear") in problem_places(read(rows))
