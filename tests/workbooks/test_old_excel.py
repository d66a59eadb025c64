"""Xls as programs other than Excel write it: each kind of record is read by its own rules."""

import struct
from datetime import date
from io import BytesIO

import pytest
import xlwt

from planning.core.text import Cell, CoarseDate
from planning.workbooks.files import open_book
from planning.workbooks.grid import Grid, Mark
from tests.inventory.raw_files import formula, label, number, record, xls_of_records

EIGHT_AND_FOUR = b"\x1e\x08\x00\x1e\x04\x00\x03"
NO_TEXT = b"\x03\0\0\0\0\0\xff\xff"
A_FUNCTION = EIGHT_AND_FOUR + b"\x42\x02\x07\x00"  # the greatest of them


def grid(content: bytes) -> Grid:
    return open_book(content, "lijst.xls").grids[0]


def rows(content: bytes) -> list[list[Cell]]:
    return grid(content).rows


def style(number_format: int, old: bool = False) -> bytes:
    return record(0xE0, struct.pack("<HH", 0, number_format) + bytes(12 if old else 16))


def named_format(number: int, code: str, old: bool = False) -> bytes:
    length = struct.pack("<B" if old else "<HB", *((len(code),) if old else (len(code), 0)))
    return record(0x41E, struct.pack("<H", number) + length + code.encode("cp1252"))


@pytest.mark.parametrize("old", [True, False])
def test_the_sizes_of_excel_95s_sheet_and_of_excel_97s_are_told_apart(old: bool) -> None:
    # taken for the other kind, the first of these says the sheet is huge
    sizes = struct.pack("<HHHHH" if old else "<IIHHH", 0, 2, 0, 300 if old else 2, 0)
    sheet = record(0x200, sizes) + label(0, 0, "Serie", old=old) + label(1, 0, "5CD7200001", old=old)
    assert rows(xls_of_records(b"", sheet, old=old)) == [["Serie"], ["5CD7200001"]]


def test_what_only_looks_far_in_excel_95s_sizes_leaves_the_first_cell_alone() -> None:
    sizes = struct.pack("<HHHHH", 0, 2, 0, 2, 0)
    sheet = record(0x200, sizes) + label(0, 0, "Serie", old=True) + label(1, 1, "HP", old=True)
    found = grid(xls_of_records(b"", sheet, old=True))
    assert found.rows[0][0] == "Serie"
    assert found.name == "Lijst"


def test_a_code_page_means_nothing_where_text_is_unicode() -> None:
    content = xls_of_records(record(0x42, struct.pack("<H", 1252)), label(0, 0, "Crème"))
    assert rows(content) == [["Crème"]]


@pytest.mark.parametrize(
    ("stated", "page"),
    [(437, "cp437"), (850, "cp850"), (1252, "cp850"), (1252, "cp1252"), (10_000, "mac_roman"), (32_768, "mac_roman")],
)
def test_excel_95s_texts_are_read_in_the_code_page_they_are_in_whatever_they_say(stated: int, page: str) -> None:
    text = label(0, 0, "Cafe Belgie", old=True).replace(b"Cafe Belgie", "Café België".encode(page))
    content = xls_of_records(record(0x42, struct.pack("<H", stated)), text, old=True)
    assert rows(content) == [["Café België"]]


def test_a_format_of_the_files_own_is_no_date_whatever_its_number() -> None:
    book = named_format(50, '"EUR" #,##0.00') + style(50)
    assert rows(xls_of_records(book, number(0, 0, 279.0))) == [[279.0]]


def test_a_date_format_under_an_odd_number_is_a_date() -> None:
    book = named_format(58, "d-m-yyyy") + style(58)
    assert rows(xls_of_records(book, number(0, 0, 42429.0))) == [[date(2016, 2, 29)]]


@pytest.mark.parametrize("old", [True, False])
def test_a_format_without_a_day_shows_a_month(old: bool) -> None:
    book = named_format(164, "mmm-yy", old) + style(164, old) + style(17, old)
    sheet = number(0, 0, 42491.0) + number(1, 0, 42491.0, style=1)
    assert rows(xls_of_records(book, sheet, old=old)) == [[CoarseDate(date(2016, 5, 1), "month")]] * 2


def looks() -> Grid:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Lijst")
    book.set_colour_RGB(0x21, 255, 199, 206)
    xlwt.add_palette_colour("lichtrood", 0x21)
    red = xlwt.easyxf("pattern: pattern solid, fore_colour lichtrood")
    white = xlwt.easyxf("pattern: pattern solid, fore_colour white")
    sheet.write(0, 0, "laptop", red)
    sheet.write(1, 0, "", red)
    sheet.write(1, 1, "legenda")
    sheet.write(2, 0, "ipad", xlwt.easyxf("font: struck_out on"))
    sheet.write(3, 0, "pc", white)
    for column in range(3):
        sheet.write(4, column, column, red)
    sheet.row(2).hidden = True
    sheet.col(1).hidden = True
    content = BytesIO()
    book.save(content)
    return grid(content.getvalue())


def test_fills_and_strike_through_are_seen() -> None:
    red = Mark("FFC7CE")
    assert looks().marks == {
        (0, 0): red,
        (1, 0): red,
        (2, 0): Mark(struck=True),
        (4, 0): red,
        (4, 1): red,
        (4, 2): red,
    }


def test_hidden_rows_and_columns_are_said() -> None:
    assert looks().hidden_rows == (3,)
    assert looks().hidden_columns == ("B",)


def test_a_formula_left_to_excel_is_worked_out() -> None:
    assert rows(xls_of_records(b"", formula(0, 0, EIGHT_AND_FOUR))) == [[12]]


def test_cells_in_sight_are_added_up() -> None:
    add = b"\x24\x00\x00\x00\xc0\x24\x01\x00\x00\xc0\x03"  # A1 + A2
    total = b"\x25\x00\x00\x02\x00\x00\xc0\x00\xc0\x19\x10\x00\x00"  # SUM(A1:A3)
    sheet = number(0, 0, 8.0) + number(1, 0, 4.0) + formula(2, 0, add) + formula(3, 0, total)
    assert [row[0] for row in rows(xls_of_records(b"", sheet))] == [8, 4, 12, 24]


def test_a_result_that_is_there_stands() -> None:
    result = struct.pack("<d", 7.0)
    assert rows(xls_of_records(b"", formula(0, 0, A_FUNCTION, result=result))) == [[7]]


def test_a_formula_that_is_no_plain_sum_is_left_to_ask() -> None:
    assert rows(xls_of_records(b"", formula(0, 0, A_FUNCTION))) == [["=…"]]


def test_formulas_that_all_give_no_text_were_never_calculated() -> None:
    never = formula(0, 0, A_FUNCTION, result=NO_TEXT, bits=0) + formula(1, 0, EIGHT_AND_FOUR, result=NO_TEXT, bits=0)
    assert rows(xls_of_records(b"", never)) == [["=…"], [12]]


def test_no_text_beside_a_result_is_what_the_formula_gave() -> None:
    sheet = formula(0, 0, A_FUNCTION, result=NO_TEXT, bits=0) + formula(1, 0, A_FUNCTION, result=struct.pack("<d", 8.0))
    assert rows(xls_of_records(b"", sheet)) == [[""], [8]]


def test_the_colour_of_a_text_is_a_mark_and_rules_that_colour_are_known() -> None:
    def font(colour: int) -> bytes:
        return record(0x31, struct.pack("<HHHHH", 200, 0, colour, 400, 0) + bytes(4) + b"\x01\0x")

    plain, red = 0x7FFF, 10
    styles = b"".join(record(0xE0, struct.pack("<HH", number, 0) + bytes(16)) for number in (0, 1))
    cells = label(0, 0, "laptop") + label(0, 1, "HP", style=1)
    found = grid(xls_of_records(font(plain) + font(red) + styles, cells + record(0x1B0, bytes(14))))
    assert (dict(found.marks), found.coloured_by_rules) == ({(0, 1): Mark("FF0000")}, True)


def test_a_sheets_name_of_a_mac_is_read_in_its_code_page_so_that_its_looks_are_found() -> None:
    hidden_row = record(0x208, struct.pack("<HHHHHHI", 0, 0, 1, 0, 0, 0, 0x20))
    content = xls_of_records(
        record(0x42, struct.pack("<H", 10_000)), hidden_row + label(0, 0, "Serie", old=True), old=True
    )
    found = grid(content.replace(b"\x05Lijst", b"\x05" + "Cafés".encode("mac_roman")))
    assert (found.name, found.hidden_rows) == ("Cafés", (1,))
