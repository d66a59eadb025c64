"""A table under known headings: found where it stands, read by its declaration, all that is the matter told."""

import pytest

from planning.core.text import Cell, clean
from planning.workbooks.grid import Grid
from planning.workbooks.table import CellRefused, Table, TableField, columns_of, find_table, find_tables


def _number(cell: Cell) -> int | None:
    text = clean(cell)
    if text and not text.isdecimal():
        raise CellRefused("no_number", instead=0)
    return int(text) if text else None


FIELDS = (
    TableField("name", ("naam", "name"), is_required=True),
    TableField("pupils", ("leerlingen", "aantal leerlingen"), read=_number),
)


def table(*rows: list[Cell]) -> Table:
    found = find_table(Grid("Scholen", list(rows)), FIELDS)
    assert found is not None
    return found


def test_headings_are_found_below_a_title_in_any_order_and_spelling() -> None:
    found = table(["Onze scholen", ""], ["", ""], ["Aantal-leerlingen:", "NAAM"], [12, "De Linde"])
    assert (found.header, dict(found.columns)) == (2, {"pupils": 0, "name": 1})


def test_a_row_without_a_required_heading_or_with_one_heading_alone_is_no_heading() -> None:
    assert find_table(Grid("Blad1", [["Leerlingen", "Plaats"], ["Naam", "Plaats"]]), FIELDS) is None


def test_of_two_columns_with_one_heading_the_first_is_read() -> None:
    assert columns_of(["Naam", "Name", "Leerlingen"], FIELDS) == {"name": 0, "pupils": 2}


def test_a_heading_may_go_on_after_its_words_only_where_that_is_asked_for() -> None:
    headings = ["Naam van de school", "Leerlingen op 1 oktober"]
    assert columns_of(headings, FIELDS) == {}
    assert columns_of(headings, FIELDS, begins=True) == {"name": 0, "pupils": 1}


def test_blank_lines_and_repeated_headings_hold_nothing_and_empty_cells_fill_nothing() -> None:
    lines = list(
        table(["Naam", "Leerlingen"], ["De Linde", ""], ["", ""], ["Name", "Leerlingen"], ["De Es", 7]).lines()
    )
    assert [(line.row, line.values) for line in lines] == [
        (1, {"name": "De Linde"}),
        (4, {"name": "De Es", "pupils": 7}),
    ]


def test_a_cell_that_cannot_be_read_is_told_with_its_place_and_the_rest_of_its_line_is_read() -> None:
    (line,) = table(["Naam", "Leerlingen"], ["De Linde", "veel " * 20]).lines()
    (problem,) = line.problems
    assert line.values == {"name": "De Linde", "pupils": 0}
    assert (problem.code, problem.sheet, problem.row, problem.column) == ("no_number", "Scholen", 2, "B")
    assert problem.as_written == "veel veel veel veel veel veel veel veel veel veel veel veel "


def test_a_line_that_is_shorter_than_its_headings_is_read_as_far_as_it_goes() -> None:
    (line,) = table(["Naam", "Leerlingen"], ["De Linde"]).lines()
    assert (line.values, line.problems) == ({"name": "De Linde"}, ())


def test_what_a_line_says_outside_the_table_can_be_asked_for() -> None:
    found = table(["", "Naam", "Leerlingen", ""], ["1", "De Linde", 7, "verhuist"])
    assert found.others(next(found.lines())) == ["1", "verhuist"]


@pytest.mark.parametrize(("hidden", "found"), [(False, ["Scholen"]), (True, [])])
def test_a_hidden_sheet_is_passed_over(hidden: bool, found: list[str]) -> None:
    grids = [Grid("Uitleg", [["Lees dit"]]), Grid("Scholen", [["Naam", "Leerlingen"]], hidden=hidden)]
    assert [one.grid.name for one in find_tables(grids, FIELDS)] == found


def test_the_first_declaration_that_finds_a_table_holds() -> None:
    other = (TableField("name", ("school",), is_required=True), *FIELDS[1:])
    grids = [Grid("Scholen", [["School", "Leerlingen"]]), Grid("Meer", [["School", "Naam", "Leerlingen"]])]
    assert [one.columns["name"] for one in find_tables(grids, FIELDS, other)] == [0, 1]
