"""What a file from outside may ask of us: each guard is shown by a small file, and by its limit lowered to it.

No file here does harm to a program without the guard. Where only a harmful one would pass it, what the guard is for is
said in words.
"""

import os
import signal
import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from openpyxl import Workbook

from planning.core.apart import Allowance
from planning.inventory.read.reader import read_inventory
from planning.workbooks import apart, files, limits, packed
from planning.workbooks.model import FileRefused
from planning.workbooks.old_excel import open_xls
from tests.inventory.raw_files import (
    DEVICES,
    LIST,
    ODS_LIST,
    cell,
    changed_xls,
    ods,
    ods_cell,
    ods_row,
    packed_as,
    rows,
    xls,
    xlsx,
    zipped,
)
from tests.making import saved
from tests.workbooks.conftest import Lower

DECLARED = '<!DOCTYPE a [<!ENTITY soort "laptop">]>'
CSV = "\n".join(";".join(map(str, row)) for row in LIST).encode()
SHEET = "xl/worksheets/sheet1.xml"
SHARED_STRINGS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)


def outcome(content: bytes, name: str = "lijst.xlsx") -> str:
    """What becomes of a file: "n devices", or why it is refused."""
    try:
        return f"{read_inventory(content, name).devices['count'].sum()} devices"
    except FileRefused as refused:
        return refused.code


def protected_xls() -> bytes:
    def protect(records: bytearray) -> None:
        struct.pack_into("<H", records, 4 + struct.unpack_from("<H", records, 2)[0], 0x2F)

    return changed_xls(xls(), protect)


def with_a_part_more(part: bytes, packing: int = ZIP_DEFLATED) -> bytes:
    content = BytesIO(xlsx(rows()))
    with ZipFile(content, "a", packing) as archive:
        archive.writestr("xl/media/foto.bin", part)
    return content.getvalue()


def with_two_parts_of_one_name() -> bytes:
    content = BytesIO(xlsx(rows()))
    with ZipFile(content, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(SHEET, archive.read(SHEET))
    return content.getvalue()


def with_a_part_that_says_it_is_larger() -> bytes:
    content = xlsx(rows())
    with ZipFile(BytesIO(content)) as archive:
        entry = archive.getinfo(SHEET)
    stated = struct.pack("<III", entry.CRC, entry.compress_size, entry.file_size)
    assert content.count(stated) == 2
    return content.replace(stated, struct.pack("<III", entry.CRC, entry.compress_size, entry.file_size + 100))


def with_a_flag_of_encryption() -> bytes:
    return xlsx(rows()).replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


@pytest.mark.parametrize(
    "content",
    [
        xlsx(rows(), top=DECLARED),
        xlsx(rows(), **{"xl/sharedStrings.xml": DECLARED + "<sst/>"}),
        ods(ODS_LIST, top=DECLARED),
        ods(ODS_LIST, manifest=DECLARED + "<manifest/>"),
    ],
    ids=["sheet", "texts", "ods", "manifest"],
)
def test_a_file_that_declares_entities_is_refused(content: bytes) -> None:
    # an entity can stand for others, and those for others: a little XML becomes more than memory holds
    assert outcome(content) == "declarations"


@pytest.mark.parametrize(
    ("content", "lowered"),
    [
        (with_a_part_more(bytes(100_000)), {"unpacked": 50_000}),
        (with_a_part_more(bytes(100_000), ZIP_STORED), {"unpacked": 50_000}),
        (with_a_part_more(bytes(100_000)), {"ratio_from": 50_000, "ratio": 20}),
        (with_a_part_more(b""), {"entries": 5}),
    ],
    ids=["packed", "stored", "packed too well", "parts"],
)
def test_a_file_with_too_much_inside_is_refused_before_it_is_unpacked(
    content: bytes, lowered: dict[str, int], lower: Lower, monkeypatch: pytest.MonkeyPatch
) -> None:
    lower(**lowered)
    monkeypatch.delattr(packed, "_unpack")
    assert outcome(content) == "too_much_inside"


@pytest.mark.parametrize(
    "content",
    [
        xlsx(rows() + "".join(f'<row r="{n}">{cell(f"A{n}", "x")}</row>' for n in range(4, 200))),
        ods(ODS_LIST + ods_row(ods_cell("x"), times=200)),
        xls({(row, 0): "x" for row in range(3, 200)}),
        CSV + b"\nx" * 200,
    ],
    ids=["xlsx", "ods", "xls", "csv"],
)
def test_a_sheet_larger_than_any_list_is_refused_before_there_is_room_for_it(
    content: bytes, lower: Lower, monkeypatch: pytest.MonkeyPatch
) -> None:
    lower(cells=100)
    monkeypatch.delattr(files, "CalamineWorkbook")
    assert outcome(content) == "sheet_too_large"


@pytest.mark.parametrize(
    "content",
    [
        xlsx(rows() + "".join(f'<row spans="1:1" r="{n}">{cell(f"A{n}", "x")}</row>' for n in range(4, 200))),
        ods(ODS_LIST + ods_row(ods_cell("x", 9), times=9) * 2),
    ],
    ids=["rows numbered otherwise", "areas repeated a little"],
)
def test_a_sheet_that_only_proves_too_large_when_it_is_opened_is_refused(content: bytes, lower: Lower) -> None:
    lower(cells=100)
    assert outcome(content) == "sheet_too_large"


@pytest.mark.parametrize(
    "content",
    [
        xlsx(
            rows() + "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(4, 1_000)),
            **{
                "xl/sharedStrings.xml": f"<sst><si><t>{'x' * 32_000}</t></si></sst>",
                "xl/_rels/workbook.xml.rels": SHARED_STRINGS,
            },
        ),
        ods(ODS_LIST + ods_row(ods_cell("x", 99), times=99) * 20),
    ],
    ids=["a long text in many cells", "repeated areas"],
)
def test_a_file_of_which_little_becomes_much_is_refused_at_the_limit_of_memory(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "READING", Allowance(processor_seconds=4, wall_seconds=10, memory=4 * 1024**2))
    assert apart.read_apart(read_inventory, xlsx(rows()), "lijst.xlsx").devices["count"].sum() == DEVICES
    with pytest.raises(FileRefused) as refused:
        apart.read_apart(read_inventory, content, "lijst.xlsx")
    assert refused.value.code == "too_much_to_read"


def ended_by(content: bytes) -> None:
    """Ends its own process, by the signal that stands in a file."""
    os.kill(os.getpid(), int(content))


@pytest.mark.parametrize(
    ("by", "code"),
    [(signal.SIGSEGV, "damaged"), (signal.SIGABRT, "too_much_to_read"), (signal.SIGXCPU, "too_slow")],
)
def test_a_file_that_ends_the_reader_is_refused(by: signal.Signals, code: str) -> None:
    # as nesting too deep for a parser would, or sizes it cannot count with
    with pytest.raises(FileRefused) as refused:
        apart.read_apart(ended_by, str(int(by)).encode())
    assert refused.value.code == code


@pytest.mark.parametrize(
    "content",
    [
        xlsx(rows([*LIST, ["x" * 32_768]])),
        ods(ODS_LIST + ods_row(ods_cell("x" * 32_768))),
        CSV + b'\n"' + b"x;\n" * 11_000,
    ],
    ids=["xlsx", "ods", "csv"],
)
def test_a_cell_with_more_text_than_a_cell_can_hold_is_refused(content: bytes) -> None:
    assert outcome(content) == "cell_too_long"


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (zipped({"lijst.xlsx": xlsx(rows())}), "lijst.xlsx", "zip"),
        (zipped({"word/document.xml": "<w/>"}), "lijst.docx", "text_document"),
        (b"<html><table><tr><td>Soort</td></tr></table></html>", "lijst.xls", "web_page"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "lijst.xls", "web_page"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "lijst.xlsx", "pdf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "lijst.png", "picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "lijst.jpg", "picture"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "IMG_0412.heic", "picture"),
        (CSV + bytes(200), "lijst.csv", "not_a_workbook"),
        (bytes(5000), "lijst.xls", "not_a_workbook"),
    ],
)
def test_what_is_no_workbook_is_refused_whatever_it_is_called(content: bytes, name: str, code: str) -> None:
    assert outcome(content, name) == code


@pytest.mark.parametrize(
    "content",
    [
        ods(ODS_LIST, manifest="<manifest><encryption-data/></manifest>"),
        with_a_flag_of_encryption(),
        protected_xls(),
        packed_as("EncryptedPackage"),
    ],
    ids=["ods", "zip", "xls", "xlsx"],
)
def test_a_file_with_a_password_is_refused(content: bytes) -> None:
    assert outcome(content) == "protected"


@pytest.mark.parametrize("make", [lambda: xlsx(rows()), lambda: ods(ODS_LIST), xls], ids=["xlsx", "ods", "xls"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_that_was_cut_off_is_refused(make: object, share: float) -> None:
    content = make()  # type: ignore[operator]
    assert outcome(content[: int(share * len(content))]) in {"damaged", "not_a_workbook"}


@pytest.mark.parametrize(
    "content",
    [
        with_two_parts_of_one_name(),
        with_a_part_that_says_it_is_larger(),
        with_a_part_more(b"x" * 100, ZIP_BZIP2).replace(b"foto.bin", b"foto.xml"),
        xlsx('<row r="1"><c r="1A"><v>1</v></c></row>'),
        xlsx('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
    ],
    ids=[
        "two parts of one name",
        "a part smaller than it says",
        "packed as no workbook is",
        "no place",
        "no such text",
    ],
)
def test_a_file_at_odds_with_itself_is_refused(content: bytes) -> None:
    assert outcome(content) == "damaged"


def test_a_part_is_unpacked_further_than_it_says() -> None:
    # of what unpacks to more than it says, no size that is stated can be trusted
    with ZipFile(BytesIO(xlsx(rows()))) as archive:
        entry = archive.getinfo(SHEET)
        entry.file_size -= 10
        entry.CRC = None  # type: ignore[assignment]  # ZipFile looks no further
        with pytest.raises(FileRefused, match="damaged"):
            packed._unpack(archive, entry)


@pytest.mark.parametrize("place", ["A150", "AZ1"])
def test_a_place_outside_excels_own_sheet_is_refused(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # places that have no end are more than a reader can count to
    monkeypatch.setattr(packed, "EXCEL_ROWS", 100)
    monkeypatch.setattr(packed, "EXCEL_COLUMNS", 30)
    monkeypatch.delattr(files, "CalamineWorkbook")
    row = place.lstrip("AZ")
    assert outcome(xlsx(rows() + f'<row r="{row}"><c r="{place}"><v>1</v></c></row>')) == "damaged"


def test_a_container_that_breaks_its_own_rules_is_not_followed() -> None:
    # its sectors may name each other without end; here only what should be nil is not
    content = bytearray(xls())
    content[34] = 1
    assert open_xls(xls(), "lijst.xls")[1]
    assert open_xls(bytes(content), "lijst.xls") == (bytes(content), {})


def test_nul_bytes_are_refused_or_read_as_text() -> None:
    assert outcome(CSV + b"\nlaptop;" + b"x" * 5000 + bytes(10), "lijst.csv") in {"5 devices", "damaged"}
    assert outcome(xlsx(rows([*LIST, ["lap\0top"]]))) in {"5 devices", "damaged"}


def test_more_sheets_than_anyone_makes_are_refused(lower: Lower) -> None:
    lower(sheets=3)
    book = Workbook()
    for number in range(3):
        book.create_sheet(f"Blad {number}")
    assert outcome(saved(book)) == "too_much_inside"
