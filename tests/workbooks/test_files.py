"""Files: known by their content, opened within limits, refused with a reason."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from planning.core.text import Cell, CoarseDate
from planning.workbooks import files
from planning.workbooks.files import open_book, packed
from planning.workbooks.grid import ALL_LOOKS
from planning.workbooks.limits import LIMITS
from planning.workbooks.model import FileRefused
from planning.workbooks.words import refusal as told
from tests.inventory import raw_files
from tests.inventory.raw_files import packed_as, xlsx
from tests.making import saved, workbook
from tests.workbooks.conftest import Lower

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROWS = [["Soort", "Merk"], ["laptop", "HP"]]


def refusal(content: bytes, name: str = "lijst.xlsx") -> str:
    with pytest.raises(FileRefused) as refused:
        open_book(content, name)
    return refused.value.code


def zipped(**parts: bytes) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"%PDF-1.4", "pdf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (b"<html><table></table></html>", "web_page"),
        (b"\xef\xbb\xbf<table><tr><td>Soort</td></tr></table>", "web_page"),
        (b"<list><device/></list>", "not_a_workbook"),
        (b"{\\rtf1 lijst}", "text_document"),
        (packed_as("WordDocument"), "text_document"),
        (packed_as("PowerPoint Document"), "not_a_workbook"),
        (packed_as("EncryptedPackage"), "protected"),
        (OLE + bytes(6000) + "Workbook".encode("utf-16-le"), "damaged"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (zipped(**{"Index__Document.iwa": b"\0", "Metadata__Properties.plist": b"p"}), "numbers"),
        (zipped(**{"lijst.numbers__Index.zip": b"PK"}), "numbers"),
        (b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}', "link"),
        (b"[InternetShortcut]\r\nURL=https://drive.example/lijst", "link"),
        (b'<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key><string>h</string></dict></plist>', "link"),
        (b"Received: from post\r\nSubject: lijst\r\nMIME-Version: 1.0\r\n\r\nSoort;Merk\r\n", "mail"),
        (packed_as("__properties_version1.0"), "mail"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(content: bytes, code: str) -> None:
    assert refusal(content) == code


@pytest.mark.parametrize("name", ["~$lijst.xlsx", "map/.~lock.lijst.ods#"])
def test_what_a_program_puts_beside_an_open_workbook_is_told_as_such(name: str) -> None:
    assert refusal(b"\x05Marja" + bytes(159), name) == "lock_file"
    assert open_book(xlsx("") + bytes(1000), name).grids  # a list may be called so


def test_a_document_in_a_zip_is_no_workbook() -> None:
    assert refusal(zipped(**{"word__document.xml": b"<w/>"})) == "text_document"
    assert refusal(zipped(**{"xl__workbook.bin": b"\x83\x01", "[Content_Types].xml": b"<t/>"})) == "binary_excel"
    assert refusal(zipped(**{"ppt__presentation.xml": b"<p/>", "[Content_Types].xml": b"<t/>"})) == "not_a_workbook"


@pytest.mark.parametrize("beside", [{}, {"map/": b"", "__MACOSX/._x.csv": b"\0"}])
def test_a_zip_of_one_csv_is_opened(beside: dict[str, str | bytes]) -> None:
    content = raw_files.zipped({"DevicesWithInventory_1.csv": "Soort;Merk\nlaptop;HP\n", **beside})
    book = open_book(content, "export.zip")
    assert book.facts.format == "csv"
    assert [(grid.name, grid.rows) for grid in book.grids] == [("DevicesWithInventory_1", ROWS)]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"lijst.xlsx": b"PK\x03\x04"}, "zip"),
        ({"a.csv": b"MZ\0\1"}, "zip"),
        ({"a.csv": b" "}, "zip"),
        ({"a.csv": b"Soort;Merk\n" * 10**6}, "too_big"),
    ],
)
def test_another_zip_is_not_opened(parts: dict[str, bytes], code: str) -> None:
    assert refusal(zipped(**parts), "export.zip") == code


def test_files_chosen_together_are_one_book_and_sheets_of_one_name_are_called_after_their_file() -> None:
    name, content = packed(
        [("ipads.csv", b"Soort;Merk\ntablet;Apple\n"), ("a.xlsx", workbook(ROWS)), ("b.xlsx", workbook(ROWS))]
    )
    book = open_book(content, name)
    assert [grid.name for grid in book.grids] == ["a Lijst", "b Lijst", "ipads"]
    assert (name, book.facts.format) == ("ipads.csv + a.xlsx + b.xlsx", "zip")
    assert packed([("a.csv", b"Soort")]) == ("a.csv", b"Soort")


def test_two_files_of_one_name_both_count() -> None:
    name, content = packed([("a.csv", b"Soort;Merk\nlaptop;HP\n"), ("a.csv", b"Soort;Merk\ntablet;Apple\n")])
    assert len(open_book(content, name).grids) == 2


def test_half_a_workbook_is_refused() -> None:
    content = workbook(ROWS)
    assert refusal(content[: len(content) // 2]) == "damaged"
    assert refusal(content[:-30]) == "damaged"


def test_a_changed_byte_never_gives_other_devices() -> None:
    content = bytearray(workbook(ROWS))
    content[200:260] = bytes(60)
    assert refusal(bytes(content)) == "damaged"


def test_a_large_file_is_refused_before_it_is_looked_at() -> None:
    assert refusal(b"x" * (LIMITS.size + 1)) == "too_big"


def test_a_part_larger_than_it_says_is_refused() -> None:
    content = zipped(**{"xl__workbook.xml": b"<workbook>" + b" " * 5000 + b"</workbook>"})
    declared = (5021).to_bytes(4, "little")
    assert declared in content
    assert refusal(content.replace(declared, (50).to_bytes(4, "little"))) == "damaged"


def test_a_cell_at_the_end_of_the_sheet_asks_for_no_room_and_is_named(lower: Lower) -> None:
    lower(rows=50, columns=30, cells=1_000, gap_rows=10, gap_columns=10)
    book = Workbook()
    book.active["A1"] = "Soort"
    book.active["AZ90"] = "laptop"
    grid = open_book(saved(book), "x.xlsx").grids[0]
    assert grid.rows == [["Soort"]]
    assert grid.far_cells == ("AZ90",)


def test_a_panic_of_the_parser_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    panic = type("PanicException", (BaseException,), {})

    class Panicking:
        @staticmethod
        def from_filelike(_file: BytesIO) -> None:
            raise panic("index out of bounds")

    monkeypatch.setattr(files, "CalamineWorkbook", Panicking)
    assert refusal(workbook(ROWS)) == "damaged"


def test_a_date_that_shows_no_day_is_a_month() -> None:
    book = Workbook()
    book.active["A1"] = date(2016, 5, 1)
    book.active["A1"].number_format = "mmm-yy"
    book.active["A2"] = date(2016, 5, 1)
    book.active["A2"].number_format = "d-m-yyyy"
    book.active["A3"] = date(2016, 5, 1)
    book.active["A3"].number_format = "yyyy"
    cells = [row[0] for row in open_book(saved(book), "x.xlsx").grids[0].rows]
    day = date(2016, 5, 1)
    assert cells == [CoarseDate(day, "month"), day, CoarseDate(day, "year")]


def test_a_plain_sum_nobody_calculated_is_worked_out() -> None:
    book = Workbook()
    book.active["A1"] = "=21+3"
    book.active["B3"] = "=SUM(A1:A2)"
    rows = open_book(saved(book), "x.xlsx").grids[0].rows
    assert rows[0][0] == 24
    assert rows[2][1] == 24


def test_another_formula_nobody_calculated_is_read_as_written() -> None:
    book = Workbook()
    book.active["A1"] = "=COUNTA(B1:B9)"
    assert open_book(saved(book), "x.xlsx").grids[0].rows == [["=COUNTA(B1:B9)"]]


def zeros(calculation: str) -> list[Cell]:
    """What is read of "8+4" and of another formula, both with 0 for a result."""
    formulas = '<c r="A1"><f>8+4</f><v>0</v></c><c r="B1"><f>MAX(C1:C9)</f><v>0</v></c>'
    content = xlsx(f'<row r="1">{formulas}</row>', calculation=calculation)
    return open_book(content, "x.xlsx").grids[0].rows[0]


def test_zero_is_no_result_where_excel_has_to_calculate_everything() -> None:
    assert zeros('<calcPr fullCalcOnLoad="1"/>') == [12, "=MAX(C1:C9)"]


def test_zero_is_a_result_where_a_program_calculated_it() -> None:
    assert zeros("<calcPr/>") == [0, 0]


def test_a_formula_with_an_equals_sign_of_its_own_is_worked_out() -> None:
    assert open_book(xlsx('<row r="1"><c r="A1"><f>=8+4</f></c></row>'), "x.xlsx").grids[0].rows == [[12]]


def test_hidden_rows_are_read_and_said() -> None:
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.row_dimensions[2].hidden = True
    grid = open_book(saved(book), "x.xlsx").grids[0]
    assert grid.hidden_rows == (2,)
    assert len(grid.rows) == 2


def test_hidden_columns_that_hold_something_are_said() -> None:
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.column_dimensions["B"].hidden = True
    book.active.column_dimensions["F"].hidden = True
    assert open_book(saved(book), "x.xlsx").grids[0].hidden_columns == ("B",)


def test_a_csv_shows_no_looks_and_a_workbook_does() -> None:
    assert open_book(b"Soort;Merk", "x.csv").grids[0].looks == frozenset()
    assert open_book(workbook(ROWS), "x.xlsx").grids[0].looks == ALL_LOOKS


def test_rows_and_columns_keep_excels_places() -> None:
    book = Workbook()
    book.active["C4"] = "Soort"
    assert open_book(saved(book), "x.xlsx").grids[0].rows[3][2] == "Soort"


def test_a_list_that_starts_further_on_keeps_its_places_and_one_is_not_true() -> None:
    book = Workbook()
    book.active["C3"], book.active["D3"], book.active["C4"], book.active["D4"] = 1, True, "laptop", "laptop"
    rows = open_book(saved(book), "x.xlsx").grids[0].rows
    assert [list(map(repr, row)) for row in rows[2:]] == [["''", "''", "1.0", "True"], ["''", "''", *["'laptop'"] * 2]]


def test_equal_texts_of_a_sheet_are_one() -> None:
    rows = open_book(workbook([["laptop", "HP"], ["laptop", "HP"]]), "x.xlsx").grids[0].rows
    assert rows[0][0] is rows[1][0]


def test_of_several_files_the_one_that_is_not_read_is_named() -> None:
    name, content = packed([("a.csv", b"Soort;Merk\nlaptop;HP\n"), ("b.xlsx", b"PK\x03\x04"), ("c.csv", b"Soort")])
    with pytest.raises(FileRefused) as refused:
        open_book(content, name)
    assert told(refused.value).startswith("Van de gekozen bestanden lezen wij ‘b.xlsx’ niet. Dit bestand is niet heel.")


def test_a_photo_among_the_files_is_named_and_not_taken_for_a_zip() -> None:
    name, content = packed([("a.csv", b"Soort;Merk\nlaptop;HP\n"), ("kast.jpg", b"\xff\xd8\xff\xe0 plaatje")])
    with pytest.raises(FileRefused) as refused:
        open_book(content, name)
    assert told(refused.value).startswith("Van de gekozen bestanden lezen wij ‘kast.jpg’ niet. ‘kast.jpg’ is een")


def test_too_many_or_too_large_files_together_are_told_with_the_limit_and_by_name(lower: Lower) -> None:
    def refused(*sizes: int) -> str:
        with pytest.raises(FileRefused) as found:
            packed([(f"lijst {n}.csv", b"x" * size) for n, size in enumerate(sizes, start=1)])
        return told(found.value)

    assert (
        refused(*[1] * 13)
        == "Dit zijn 13 bestanden; wij lezen er hoogstens 12 als één inventaris. Laat er een paar weg."
    )
    lower(size=3 * 1024**2)
    assert "Samen zijn deze 2 bestanden 3 MB, waarvan ‘lijst 2.csv’ 2 MB; wij lezen tot 3 MB" in refused(2**20, 2**21)
    assert refused(1, 2**22).startswith("Van de gekozen bestanden lezen wij ‘lijst 2.csv’ niet. Dit bestand is 4 MB")
