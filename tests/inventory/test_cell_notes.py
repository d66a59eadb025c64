"""What people hang on cells is heard like what they write in them."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.comments import Comment

from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import Reading
from planning.workbooks.cell_notes import OURS
from tests.inventory.lists import column
from tests.inventory.raw_files import ods, ods_cell, ods_row

HEAD = ["Toestel", "Serienummer", "Jaar"]


def read_with(cell: str, text: str, author: str = "ICT") -> Reading:
    """A list of two devices with a note on a cell."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEAD, ["Lenovo N23", "LR08C2DL", 2017], ["Lenovo N23", "LR07Z7WM", 2018]):
        sheet.append(row)
    sheet[cell].comment = Comment(text, author)
    content = BytesIO()
    book.save(content)
    return read_inventory(content.getvalue(), "lijst.xlsx")


def test_a_state_that_only_a_note_tells_is_read_whatever_cell_it_hangs_on() -> None:
    for cell in ("A2", "B2", "C2"):
        reading = read_with(cell, "kapot, toetsenbord")
        assert column(reading, "status")[0] == "broken"
        assert column(reading, "serial") == ["LR08C2DL", "LR07Z7WM"]
        assert [day.year for day in column(reading, "purchased_earliest")] == [2017, 2018]


def test_who_signed_a_note_is_not_kept() -> None:
    reading = read_with("B2", "Fenna de Vries:\nkapot sinds november")
    assert column(reading, "status")[0] == "broken"
    assert "Fenna" not in repr(reading)


def test_a_note_on_a_heading_and_our_own_remarks_say_nothing_of_a_device() -> None:
    for reading in (read_with("B1", "nummer onderop, ook van kapotte"), read_with("B2", "Dit is kapot.", OURS)):
        assert "broken" not in column(reading, "status")
        assert reading.open_problems == ()


def test_a_note_nobody_understands_is_told_or_left_and_the_row_is_read() -> None:
    assert column(read_with("B2", "mooie sticker"), "serial")[0] == "LR08C2DL"


def test_a_note_in_an_ods_is_heard_as_well_and_its_writer_is_not() -> None:
    noted = (
        '<table:table-cell office:value-type="string"><office:annotation office:display="false">'
        "<dc:creator>Fenna de Vries</dc:creator><text:p>kapot, toetsenbord</text:p></office:annotation>"
        "<text:p>LR08C2DL</text:p></table:table-cell>"
    )
    rows = "".join(
        (
            ods_row(*map(ods_cell, HEAD)),
            ods_row(ods_cell("Lenovo N23"), noted, ods_cell("2017")),
            ods_row(ods_cell("Lenovo N23"), ods_cell("LR07Z7WM"), ods_cell("2018")),
        )
    )
    reading = read_inventory(ods(rows), "lijst.ods")
    assert column(reading, "status")[0] == "broken"
    assert column(reading, "serial") == ["LR08C2DL", "LR07Z7WM"]
    assert "Fenna" not in repr(reading)
