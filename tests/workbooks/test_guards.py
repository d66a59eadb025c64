"""Files that would hang, crash or fill a reader: each is refused with its reason, in seconds and within the memory."""

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile
from zlib import crc32

import pytest
from openpyxl import Workbook

from planning.inventory.read.reader import read_inventory
from planning.workbooks import apart
from planning.workbooks.apart import value_of
from planning.workbooks.limits import READING
from planning.workbooks.model import FileRefused
from tests.inventory.raw_files import (
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

BOMB = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
CSV = "\n".join(";".join(map(str, row)) for row in LIST).encode()


@pytest.fixture(autouse=True, scope="module")
def _started() -> None:
    apart.start()


def outcome(content: bytes, name: str = "lijst.xlsx") -> str:
    """What becomes of a file: "n devices", or why it is refused."""
    ended = apart.run(READING, read_inventory, content, name)
    # Processor time: how long other programs keep this one waiting says nothing of the file.
    assert ended.processor_seconds < 5
    assert ended.peak_memory < 500 * 1024**2
    try:
        return f"{value_of(ended).devices['count'].sum()} devices"
    except FileRefused as refused:
        return refused.code


def protected_xls() -> bytes:
    def protect(records: bytearray) -> None:
        struct.pack_into("<H", records, 4 + struct.unpack_from("<H", records, 2)[0], 0x2F)

    return changed_xls(xls(), protect)


def circular_xls(size: bytes) -> bytes:
    content = bytearray(xls({(row, 0): "laptop" for row in range(3, 2000)}))
    fat = 512 * (struct.unpack_from("<I", content, 76)[0] + 1)
    content[fat : fat + 4] = bytes(4)
    entry = content.index("Workbook".encode("utf-16-le"))
    content[entry + 120 : entry + 124] = size
    return bytes(content)


def with_two_parts_of_one_name() -> bytes:
    content = BytesIO(xlsx(rows()))
    with ZipFile(content, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    return content.getvalue()


def with_a_part_that_unpacks_to_more_than_it_says() -> bytes:
    """Its checksum is that of the part as long as it says, so that only unpacking further shows it."""
    content = xlsx(rows())
    with ZipFile(BytesIO(content)) as archive:
        entry = archive.getinfo("xl/worksheets/sheet1.xml")
        start = archive.read(entry)[:-1]
    stated = struct.pack("<III", entry.CRC, entry.compress_size, entry.file_size)
    assert content.count(stated) == 2
    return content.replace(stated, struct.pack("<III", crc32(start), entry.compress_size, len(start)))


def with_a_flag_of_encryption() -> bytes:
    return xlsx(rows()).replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (xlsx(rows(), top=BOMB), "declarations"),
        (xlsx(rows(), **{"xl/sharedStrings.xml": BOMB + "<sst>&c;</sst>"}), "declarations"),
        (ods(ODS_LIST, top=BOMB), "declarations"),
    ],
)
def test_a_file_that_declares_entities_is_refused_before_they_are_expanded(content: bytes, code: str) -> None:
    assert outcome(content) == code


def test_400_megabytes_in_a_small_file_are_refused_before_they_are_unpacked() -> None:
    content = BytesIO(xlsx(rows()))
    with (
        ZipFile(content, "a", ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet2.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(400):
            part.write(b"<row/>" * (1024**2 // 6))
    assert len(content.getvalue()) < 2 * 1024**2
    assert outcome(content.getvalue()) == "too_much_inside"


def test_one_long_text_that_a_hundred_thousand_cells_show_is_refused() -> None:
    shared = f"<sst><si><t>{'x' * 32_000}</t></si></sst>"
    many = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(4, 100_000))
    content = xlsx(
        rows() + many,
        **{
            "xl/sharedStrings.xml": shared,
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.'
            'openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>",
        },
    )
    assert outcome(content) == "too_much_inside"


@pytest.mark.parametrize(
    "content",
    [
        xlsx(rows() + "".join(f'<row r="{n}">{cell(f"A{n}", "x")}</row>' for n in range(4, 300_000))),
        ods(ODS_LIST + ods_row(ods_cell("x"), times=1_048_573)),
        ods(ODS_LIST + ods_row(ods_cell("x", 16_384), times=1_048_573)),
        CSV + b"\n" + b";".join([b"x"] * 3000) + b"\nx" * 3000,
    ],
    ids=["300,000 rows", "a repeated row", "a repeated sheet", "a wide csv"],
)
def test_a_sheet_larger_than_any_list_is_refused(content: bytes) -> None:
    assert outcome(content) == "sheet_too_large"


def test_many_repeated_areas_are_refused() -> None:
    assert outcome(ods(ODS_LIST + ods_row(ods_cell("x", 99), times=99) * 5000)) in {"too_much_inside", "too_slow"}


@pytest.mark.parametrize(
    "content",
    [
        xlsx(rows([*LIST, ["x" * 32_768]])),
        ods(ODS_LIST + ods_row(ods_cell("x" * 1_000_000))),
        CSV + b'\n"' + b"x;\n" * 20_000,
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
        with_a_part_that_unpacks_to_more_than_it_says(),
        xlsx('<row r="1"><c r="ZZZZZZZZZZ1"><v>1</v></c></row>'),
        xlsx('<row r="99999999999999"><c r="A99999999999999"><v>1</v></c></row>'),
        xlsx('<row r="1"><c r="1A"><v>1</v></c></row>'),
        xlsx('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
        circular_xls(b"\x00\x00\x10\x00"),
        circular_xls(b"\xff\xff\xff\x0f"),
    ],
    ids=[
        "two parts of one name",
        "a part larger than it says",
        "no such column",
        "no such row",
        "no such place",
        "no such text",
        "a circle",
        "a circle that says it is long",
    ],
)
def test_a_file_at_odds_with_itself_is_refused(content: bytes) -> None:
    assert outcome(content) in {"damaged", "no_list_found"}


@pytest.mark.parametrize(
    "content",
    [
        xlsx(rows(), before="<a>" * 200_000, after="</a>" * 200_000),
        ods("<table:table-row><table:table-cell>" * 50_000 + ODS_LIST),
        xlsx(rows() + f'<row r="4"><c r="A4" t="inlineStr"><is>{"<r>" * 200_000}</is></c></row>'),
    ],
    ids=["around", "in ods", "in a cell"],
)
def test_deep_nesting_ends_nothing(content: bytes) -> None:
    assert outcome(content) in {"damaged", "no_list_found", "5 devices"}


def test_nul_bytes_are_refused_or_read_as_text() -> None:
    assert outcome(CSV + b"\nlaptop;" + b"x" * 5000 + bytes(10), "lijst.csv") in {"5 devices", "damaged"}
    assert outcome(xlsx(rows([*LIST, ["lap\0top"]]))) in {"5 devices", "damaged"}


def test_more_sheets_than_anyone_makes_are_refused() -> None:
    book = Workbook()
    for number in range(300):
        book.create_sheet(f"Blad {number}")
    assert outcome(saved(book)) == "too_much_inside"


def test_an_uncompressed_bomb_counts_as_well() -> None:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_STORED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(11 * 1024**2))
    assert outcome(content.getvalue()) == "too_big"
