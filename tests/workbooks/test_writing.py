"""What the product hands out as Excel: right types, inert text, equal bytes."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from planning.core.translation import use_language
from planning.workbooks.writing import EURO, set_text, sheet_title, table_to_excel, to_bytes
from tests.conftest import HALF_PAST_MIDNIGHT

HOSTILE = (
    "=blad|'vraag'!A0",
    "@SUM(1+1)*blad|x!A0",
    "+1+2",
    "-2+3",
    "\t=1+1",
    "=1+1",
    "#REF!",
    "<script>alert(1)</script>",
)


def opened(content: bytes) -> Worksheet:
    return load_workbook(BytesIO(content)).active


def table(**columns: list[object]) -> bytes:
    return table_to_excel(pd.DataFrame(columns), sheet="Scholen", title="Scholen", facts=["Peildatum 1-5-2018"])


def test_title_and_facts_stand_above_the_header() -> None:
    page = opened(table(School=["De Brink"], Devices=[46]))
    assert [page.cell(row, 1).value for row in range(1, 6)] == [
        "Scholen",
        "Peildatum 1-5-2018",
        None,
        "School",
        "De Brink",
    ]
    assert page.freeze_panes == "A5"
    assert page.auto_filter.ref == "A4:B5"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_the_text_it_was(text: str) -> None:
    page = opened(table(School=[text]))
    assert page["A5"].value == text
    assert page["A5"].data_type == "s"


@pytest.mark.parametrize("text", HOSTILE[:6])
def test_a_text_like_a_formula_stays_text_when_someone_edits_it(text: str) -> None:
    assert opened(table(School=[text]))["A5"].quotePrefix


@pytest.mark.parametrize("text", HOSTILE)
def test_headings_title_and_facts_are_inert_too(text: str) -> None:
    page = opened(table_to_excel(pd.DataFrame({text: [1]}), sheet=text, title=text, facts=[text]))
    assert {page["A1"].data_type, page["A2"].data_type, page["A4"].data_type} == {"s"}
    assert page["A4"].value == text


def test_no_formula_reaches_the_file() -> None:
    with ZipFile(BytesIO(table(School=list(HOSTILE)))) as archive:
        assert not [
            name for name in archive.namelist() if name.startswith("xl/worksheets") and b"<f>" in archive.read(name)
        ]


def test_signs_excel_cannot_hold_are_left_out() -> None:
    assert opened(table(School=["De\x00 Brink\x0b"]))["A5"].value == "De Brink"


def test_numbers_and_dates_keep_their_type_and_missing_is_empty() -> None:
    page = opened(
        table(
            Devices=[46, 0],
            Ratio=[3.9, float("nan")],
            Geteld=[date(2018, 3, 14), None],
            Bevestigd=[datetime(2018, 3, 14, 10, 12), pd.NaT],  # noqa: DTZ001 - Excel knows no time zones
            Doel=[True, False],
        )
    )
    assert [cell.value for cell in page[5]] == [46, 3.9, datetime(2018, 3, 14), datetime(2018, 3, 14, 10, 12), "ja"]  # noqa: DTZ001
    assert [cell.value for cell in page[6]] == [0, None, None, None, "nee"]
    assert [cell.number_format for cell in page[5]][:3] == ["#,##0", "#,##0.0", "d-m-yyyy"]


def test_a_moment_is_written_as_clocks_in_the_netherlands_showed_it() -> None:
    page = opened(table(Wanneer=[HALF_PAST_MIDNIGHT]))
    assert page["A5"].value.isoformat() == "2018-10-01T00:30:00"


def test_a_column_takes_the_format_it_is_given() -> None:
    frame = pd.DataFrame({"Bedrag": [12500]})
    page = opened(table_to_excel(frame, sheet="Ronde", title="Ronde 2", formats={"Bedrag": EURO}))
    assert page["A4"].number_format == EURO


def test_an_empty_table_still_has_its_headings() -> None:
    page = opened(table_to_excel(pd.DataFrame({"School": []}), sheet="Scholen", title="Scholen"))
    assert page["A3"].value == "School"
    assert page.max_row == 3


def test_equal_content_gives_equal_bytes() -> None:
    assert table(School=["De Brink"]) == table(School=["De Brink"])


def test_no_clock_is_written_into_a_workbook() -> None:
    with ZipFile(BytesIO(to_bytes(Workbook()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"2018-01-01T00:00:00Z") == 2


@pytest.mark.parametrize(
    ("wished", "given"),
    [("Ronde 1/2: [concept]", "Ronde 1 2   concept"), ("x" * 40, "x" * 31), ("'", "Tabel"), ("", "Tabel")],
)
def test_a_sheet_name_is_one_excel_accepts(wished: str, given: str) -> None:
    assert sheet_title(wished) == given


def test_yes_and_no_follow_the_language_of_the_run() -> None:
    use_language("en")
    try:
        assert opened(table(Doel=[True]))["A5"].value == "yes"
    finally:
        use_language("nl")


def test_a_text_longer_than_a_cell_is_cut_at_excels_limit() -> None:
    cell = Workbook().active["A1"]
    set_text(cell, "x" * 40_000)
    assert len(cell.value) == 32_767
