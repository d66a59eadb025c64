"""Where the cells of a sheet, a part of it or a rearranged one stand in the workbook."""

import pytest

from planning.workbooks.columns import column_letters, column_number
from planning.workbooks.grid import Grid, Origin

SHEET = Grid("Blad1", [["a", "b", "c"], ["d", "e", "f"]])


def test_a_whole_sheet_has_excels_own_places() -> None:
    assert SHEET.cell(1, 2) == (2, "C")
    assert SHEET.cell(1, None) == (2, None)
    assert SHEET.row_numbers([0, 1]) == [1, 2]


def test_a_part_keeps_the_places_of_its_sheet() -> None:
    part = SHEET.part(range(1, 2), range(1, 3))
    assert part.rows == [["e", "f"]]
    assert part.cell(0, 0) == (2, "B")
    assert part.label(1) == "C"
    assert part.place(0, 1) == (1, 2)


def test_a_rearranged_sheet_says_where_each_cell_comes_from() -> None:
    turned = Grid(
        "Blad1", [["b", "e", "x"]], origins=(Origin(0, 1, ((0, 1), (1, 1), None)),), labels=("1", "2", "soort")
    )
    assert turned.cell(0, 1) == (2, "B")
    assert turned.cell(0, 2) == (1, "B")  # the layout's own word: the device's place
    assert (turned.row_number(0), turned.own_column(0), turned.label(1)) == (1, "B", "2")


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_have_excels_letters(number: int, letters: str) -> None:
    assert column_letters(number) == letters
    assert column_number(letters) == number
