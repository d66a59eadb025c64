"""Ods as programs other than LibreOffice write it, and what its cells show."""

from datetime import date, datetime

import pytest

from planning.core.text import Cell, CoarseDate
from planning.workbooks.files import open_book
from planning.workbooks.grid import Grid, Mark
from planning.workbooks.model import FileRefused
from tests.inventory.raw_files import ods, ods_cell, ods_row, zipped

STYLES = (
    '<style:style style:name="rood" style:family="table-cell"><style:table-cell-properties '
    'style:x="y" fo:background-color="#ffc7ce"/></style:style>'
    '<style:style style:name="net zo rood" style:family="table-cell" style:parent-style-name="rood"/>'
    '<style:style style:name="weg" style:family="table-cell"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="rode tekst" style:family="table-cell"><style:text-properties fo:color="#ff0000"/>'
    "</style:style>"
    '<style:style style:name="gewoon" style:family="table-cell"><style:table-cell-properties '
    'fo:background-color="transparent"/><style:text-properties style:text-line-through-style="none"/></style:style>'
    '<number:date-style style:name="N1"><number:month number:textual="true"/><number:text>-</number:text>'
    "<number:year/></number:date-style>"
    '<number:date-style style:name="N2"><number:day/><number:month/><number:year/></number:date-style>'
    '<style:style style:name="maand" style:family="table-cell" style:data-style-name="N1"/>'
    '<style:style style:name="dag" style:family="table-cell" style:data-style-name="N2"/>'
)


def grid(rows: str) -> Grid:
    return open_book(ods(rows, styles=STYLES), "lijst.ods").grids[0]


def rows(table: str) -> list[list[Cell]]:
    return grid(table).rows


def styled(value: str, style: str, times: int = 1) -> str:
    return ods_cell(value, times).replace("<table:table-cell ", f'<table:table-cell table:style-name="{style}" ')


def of_day(style: str) -> str:
    return (
        f'<table:table-row><table:table-cell table:style-name="{style}" office:value-type="date" '
        'office:date-value="2016-05-01"><text:p>x</text:p></table:table-cell></table:table-row>'
    )


def test_white_space_between_cells_means_nothing() -> None:
    row = f"<table:table-row>\n {ods_cell('laptop')}\n\t{ods_cell('HP')} \n</table:table-row>"
    assert rows(row) == [["laptop", "HP"]]


@pytest.mark.parametrize("between", ["<text:line-break/>", "<text:tab/>"])
def test_a_break_within_a_cell_parts_two_words(between: str) -> None:
    assert rows(ods_row(ods_cell(f"ThinkPad{between}L450"), ods_cell("x"))) == [["ThinkPad L450", "x"]]


def test_what_lies_under_a_merged_cell_is_not_read() -> None:
    under = ods_cell("ThinkPad L450", 2).replace("table:table-cell", "table:covered-table-cell")
    assert rows(ods_row(ods_cell("Chromebook"), under, ods_cell("HP"))) == [["Chromebook", "", "", "HP"]]


def test_white_space_within_a_cell_stays() -> None:
    spaced = ods_cell("HP <text:span>250</text:span> <text:span>G5</text:span>")
    assert rows(ods_row(spaced, ods_cell("x"))) == [["HP 250 G5", "x"]]


@pytest.mark.parametrize(
    ("kind", "value", "read"),
    [
        ("datetime", "2018-05-01 09:30:00", datetime.fromisoformat("2018-05-01T09:30")),
        ("float", "n.v.t.", "12 st"),
        ("float", "", "12 st"),
        ("float", "12", 12),
        ("float", "-1.5e3", -1500),
        ("currency", ".5", 0.5),
    ],
)
def test_a_bad_value_costs_one_cell(kind: str, value: str, read: Cell) -> None:
    bad = (
        f'<table:table-cell office:value-type="{kind}" office:value="{value}"><text:p>12 st</text:p></table:table-cell>'
    )
    assert rows(f"<table:table-row>{bad}{ods_cell('HP')}</table:table-row>") == [[read, "HP"]]


def test_a_date_that_shows_no_day_is_a_month() -> None:
    day = date(2016, 5, 1)
    assert rows(of_day("maand") + of_day("dag") + of_day("")) == [[CoarseDate(day, "month")], [day], [day]]


def test_fills_and_strike_through_are_seen() -> None:
    first = ods_row(ods_cell("a"), styled("b", "rood"), styled("c", "gewoon"), styled("d", "net zo rood", times=2))
    seen = grid(first + ods_row(styled("", "rood"), styled("x", "weg")) + ods_row(styled("y", "weg"), times=2))
    red, gone = Mark("FFC7CE"), Mark(struck=True)
    assert seen.marks == {(0, 1): red, (0, 3): red, (0, 4): red, (1, 0): red, (1, 1): gone, (2, 0): gone, (3, 0): gone}


def test_the_look_of_a_column_is_that_of_its_cells_without_their_own() -> None:
    columns = '<table:table-column/><table:table-column table:default-cell-style-name="rood"/>'
    seen = grid(columns + ods_row(ods_cell("a"), ods_cell("b")) + ods_row(ods_cell("c"), styled("d", "gewoon")))
    assert seen.marks == {(0, 1): Mark("FFC7CE")}


def test_a_colour_to_the_end_of_the_sheet_marks_no_cell() -> None:
    seen = grid(ods_row(ods_cell("a"), styled("", "rood", times=16_383)) + ods_row(styled("", "rood"), times=1_048_575))
    assert seen.marks == {}


def test_hidden_rows_are_said() -> None:
    hidden = ods_row(ods_cell("b"), times=2).replace("<table:table-row ", '<table:table-row table:visibility="filter" ')
    assert grid(ods_row(ods_cell("a")) + hidden + ods_row(ods_cell("c"))).hidden_rows == (2, 3)


def test_hidden_columns_are_said() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    assert grid(columns + ods_row(ods_cell("a"), ods_cell("b"))).hidden_columns == ("B",)


def test_a_group_of_rows_holds_rows_like_the_others() -> None:
    group = f"<table:table-row-group>{ods_row(styled('b', 'rood'))}</table:table-row-group>"
    assert grid(ods_row(ods_cell("a")) + group + ods_row(ods_cell("c"))).marks == {(1, 0): Mark("FFC7CE")}


def test_a_plain_sum_nobody_calculated_is_worked_out() -> None:
    sums = '<table:table-cell table:formula="of:=SUM([.A1:.A2])*2"/><table:table-cell table:formula="of:=8+4"/>'
    two = '<table:table-row><table:table-cell office:value-type="float" office:value="3"/></table:table-row>'
    assert rows(two * 2 + f"<table:table-row>{sums}</table:table-row>")[2] == [12, 12]


def test_an_ods_without_a_sheet_is_refused() -> None:
    content = zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})
    with pytest.raises(FileRefused, match="damaged"):
        open_book(content, "lijst.ods")


def test_the_colour_of_a_text_is_a_mark_and_rules_that_colour_are_known() -> None:
    found = grid(ods_row(styled("laptop", "rode tekst"), ods_cell("HP")))
    assert (dict(found.marks), found.coloured_by_rules) == ({(0, 0): Mark("FF0000")}, False)
    assert grid(ods_row(ods_cell("laptop")) + '<calcext:conditional-format x="y"/>').coloured_by_rules
