"""Csv from programs that write another code page than they say, and text that was read in the wrong one."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from planning.workbooks.code_pages import decoded, mended
from planning.workbooks.files import open_book

DUTCH = "Café België;groep 3 Zoë;ruïne;één crèche;coördinator"


@pytest.mark.parametrize("page", ["cp437", "cp850", "cp1252", "mac_roman", "utf-8", "utf-16"])
def test_dutch_letters_are_read_from_any_code_page(page: str) -> None:
    assert decoded(DUTCH.encode(page)) == DUTCH


@pytest.mark.parametrize(
    "text",
    [
        "foto’s", "een “oude” laptop", "iPad 10,2”", "€ 249,-", "2019–2020", "• Laptop", "HP\xa0ProBook", "‘s ochtends",
        "ENQUÊTE", "BELGIË", "à 24 stuks", "Raphaël", "enzovoort…", "20 °C", "± 30",
    ],
)  # fmt: skip
def test_what_excel_in_dutch_writes_stays_what_it_is(text: str) -> None:
    assert decoded(text.encode("cp1252")) == text


@pytest.mark.parametrize("text", ["Raphaël", "Zoë", "ruïne", "coördinator"])
@pytest.mark.parametrize("page", ["cp850", "mac_roman"])
def test_one_such_letter_is_enough(text: str, page: str) -> None:
    assert decoded(text.encode(page)) == text


@pytest.mark.parametrize("text", ["België", "Café", "€ 249", "foto’s", "HP\xa0ProBook", "à", "ÂNGELA", "niets"])
def test_unicode_taken_for_another_code_page_is_mended_however_often(text: str) -> None:
    once = text.encode().decode("cp1252")
    assert (mended(text), mended(once), mended(once.encode().decode("cp1252"))) == (text, text, text)


def test_so_are_the_cells_of_a_workbook() -> None:
    workbook, content = Workbook(), BytesIO()
    workbook.active.append(["BelgiÃ«", 3])  # type: ignore[union-attr]
    workbook.save(content)
    assert open_book(content.getvalue(), "list.xlsx").grids[0].rows == [["België", 3]]
