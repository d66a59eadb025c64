"""The coordinator's own workbook back: every remark at its cell, and nothing in it that does anything."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from planning.core.translation import use_language
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import Reading, Sheet, SheetColumn
from planning.inventory.words.messages import advice, message
from planning.inventory.write.marking import Keep, mark_workbook
from planning.inventory.write.template import make_template
from planning.workbooks.model import FileFacts, Problem, Severity
from tests.making import saved

HOSTILE = ("=blad|'vraag'!A0", "@SUM(1+1)*blad|x!A0", "+1+2", "-2+3", "\t=1+1", "<script>alert(1)</script>")
MUST, INFO = "00FDE6DA", "00FBF1D9"


def problem(
    column: str | None, row: int | None, severity: Severity = "must", as_written: str = "wat dan ook"
) -> Problem:
    code = "kind-unknown" if severity == "must" else "price-unclear"
    return Problem("Devices", row, column, severity, code, as_written)


def reading(*problems: Problem, file_format: str = "xlsx", sheet: str = "Devices") -> Reading:
    columns = (SheetColumn(sheet, "B", "Soort", "kind"), SheetColumn(sheet, "C", "Prijs", "price"))
    return Reading(
        file=FileFacts(f"devices.{file_format}", file_format, "", 1),
        layout="flat_list",
        confidence=0.9,
        sheets=(Sheet(sheet, True, "device_list", (1,), columns),),
        devices=pd.DataFrame(),
        problems=problems,
        ignored_rows=(),
        stated_totals=(),
    )


@pytest.fixture
def workbook() -> Workbook:
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Devices"
    for row in (["Nr", "Soort", "Prijs"], [1, "Chromebook", 249], [2, "dinges", "gift"]):
        sheet.append(row)
    return workbook


def marked(workbook: Workbook, *problems: Problem) -> Workbook:
    return load_workbook(BytesIO(mark_workbook(saved(workbook), reading(*problems))))


def first_remark(workbook: Workbook) -> int:
    """The row under the list's heading."""
    return int(workbook.worksheets[0].freeze_panes[1:])


def test_a_cell_with_a_problem_is_filled_and_explained(workbook: Workbook) -> None:
    asked = problem("B", 3)
    cell = marked(workbook, asked)["Devices"]["B3"]
    assert cell.fill.fgColor.rgb == MUST
    assert cell.comment.text == f"{message(asked)}\n{advice(asked)}".strip()


def test_what_is_good_to_know_has_its_own_fill(workbook: Workbook) -> None:
    assert marked(workbook, problem("C", 3, "info"))["Devices"]["C3"].fill.fgColor.rgb == INFO


@pytest.mark.parametrize("first", ["must", "info"])
def test_two_problems_on_a_cell_show_the_worse_and_tell_both(workbook: Workbook, first: Severity) -> None:
    second: Severity = "info" if first == "must" else "must"
    cell = marked(workbook, problem("B", 3, first), problem("B", 3, second))["Devices"]["B3"]
    assert cell.fill.fgColor.rgb == MUST
    assert message(problem("B", 3, "must")) in cell.comment.text
    assert message(problem("B", 3, "info")) in cell.comment.text


def test_the_schools_own_note_stays_above_ours(workbook: Workbook) -> None:
    workbook.active["B3"].comment = Comment("nog navragen", "school")
    assert marked(workbook, problem("B", 3))["Devices"]["B3"].comment.text.startswith("nog navragen\n\n")


def test_a_problem_of_a_row_marks_the_lists_first_cell(workbook: Workbook) -> None:
    sheet = marked(workbook, problem(None, 3))["Devices"]
    assert sheet["B3"].fill.fgColor.rgb == MUST
    assert sheet["A3"].comment is None


def test_a_problem_inside_merged_cells_marks_the_cell_that_shows(workbook: Workbook) -> None:
    workbook.active.merge_cells("B4:C5")
    assert marked(workbook, problem("C", 5))["Devices"]["B4"].fill.fgColor.rgb == MUST


def test_the_first_sheet_lists_all_worst_first(workbook: Workbook) -> None:
    answered = Problem("Devices", 2, "B", "must", "kind-unknown", "dinges", answer="other")
    found = marked(workbook, problem("C", 3, "info"), answered, problem("B", 3), problem(None, None, "info"))
    page = found.worksheets[0]
    assert page.title == "Opmerkingen"
    rows = page.iter_rows(min_row=first_remark(found), max_col=4, values_only=True)
    assert list(rows) == [
        ("kiezen", "Devices", 3, "B"),
        ("gekozen", "Devices", 2, "B"),
        ("ter informatie", "Devices", None, None),
        ("ter informatie", "Devices", 3, "C"),
    ]
    assert found.active is page


def test_each_remark_links_to_its_cell(workbook: Workbook) -> None:
    workbook.active.title = "Groep 7's"
    asked = Problem("Groep 7's", 3, "B", "must", "kind-unknown", "dinges")
    content = mark_workbook(saved(workbook), reading(asked, sheet="Groep 7's"))
    found = load_workbook(BytesIO(content))
    link = found.worksheets[0].cell(first_remark(found), 2).hyperlink
    assert link.location == "'Groep 7''s'!B3"
    assert link.target is None


def test_a_sheet_already_called_remarks_keeps_its_name(workbook: Workbook) -> None:
    workbook.create_sheet("Opmerkingen")["A1"] = "van de school"
    found = marked(workbook)
    assert found["Opmerkingen"]["A1"].value == "van de school"
    assert len(found.sheetnames) == 3


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_text_in_its_cell_and_in_the_list(workbook: Workbook, text: str) -> None:
    cell = workbook.active["B3"]
    cell.value = text
    cell.data_type = "s"
    found = marked(workbook, problem("B", 3, as_written=text))
    assert (found["Devices"]["B3"].value, found["Devices"]["B3"].data_type) == (text, "s")
    listed = found.worksheets[0].cell(first_remark(found), 5)
    assert (listed.value, listed.data_type) == (text, "s")
    if not text.startswith("<"):
        assert found["Devices"]["B3"].quotePrefix


@pytest.mark.parametrize("keep", ["look", "cells", "remarks"])
def test_no_formula_of_the_file_is_alive_in_what_comes_back(keep: Keep) -> None:
    workbook = Workbook()
    workbook.active.append(["Soort", "Merk", "Aantal"])
    workbook.active.append(["laptop", '=HYPERLINK("https://example.nl?"&A1)', "=1+1"])
    workbook.active.append(["laptop", "@SUM(A1)", "+blad|'vraag'!A0"])
    content = saved(workbook)
    found = mark_workbook(content, read_inventory(content, "lijst.xlsx"), keep)
    with ZipFile(BytesIO(found)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
        assert not [name for name in archive.namelist() if "external" in name.lower() or "vba" in name.lower()]
    assert sheets
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def with_formula(value: str) -> bytes:
    """A workbook whose C2 is a formula with the value Excel last showed."""
    workbook = Workbook()
    workbook.active.title = "Devices"
    workbook.active["C2"] = "=SUM(1,2)"
    target = BytesIO()
    with ZipFile(BytesIO(saved(workbook))) as source, ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                assert b"<v />" in content or b"<v></v>" in content
                content = content.replace(b"<v />", f"<v>{value}</v>".encode()).replace(b"<v></v>", value.encode())
            copy.writestr(name, content)
    return target.getvalue()


def test_a_formula_becomes_the_value_it_showed() -> None:
    cell = load_workbook(BytesIO(mark_workbook(with_formula("3"), reading())))["Devices"]["C2"]
    assert (cell.value, cell.data_type) == (3, "n")


def test_a_formula_never_worked_out_shows_its_own_text(workbook: Workbook) -> None:
    workbook.active["C2"] = '=HYPERLINK("http://example.org","klik")'
    cell = marked(workbook)["Devices"]["C2"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://example.org","klik")', "s")


def test_nothing_that_computes_or_links_outside_is_kept(workbook: Workbook) -> None:
    sheet = workbook.active
    sheet["A2"].hyperlink = "http://example.org/a"
    sheet.conditional_formatting.add(
        "A1:C3", FormulaRule(formula=["blad|x!A0"], fill=PatternFill("solid", fgColor="FF0000"))
    )
    workbook.defined_names["Kwaad"] = DefinedName("Kwaad", attr_text="blad|x!A0")
    sheet.add_table(Table(displayName="Lijst", ref="A1:C3"))
    rule = DataValidation("custom", formula1="blad|x!A0")
    rule.add("B2")
    sheet.add_data_validation(rule)
    content = mark_workbook(saved(workbook), reading(problem("B", 3)))
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name in parts if "external" in name.lower() or "vba" in name.lower() or "tables" in name]
    assert not [name for name, part in parts.items() if b"blad|" in part or b"example.org" in part or b"<f>" in part]


def test_drop_downs_of_the_school_stay(workbook: Workbook) -> None:
    for formula in ('"Chromebook,Laptop"', "'Lijsten'!$A$2:$A$11", "$A$1:$A$3"):
        rule = DataValidation("list", formula1=formula)
        rule.add("B2")
        workbook.active.add_data_validation(rule)
    assert len(marked(workbook)["Devices"].data_validations.dataValidation) == 3


def test_the_schools_look_and_values_stay(workbook: Workbook) -> None:
    sheet = workbook.active
    sheet["A1"].fill = PatternFill("solid", fgColor="FFDDEE")
    sheet["C2"] = datetime(2017, 9, 14)  # noqa: DTZ001 - Excel knows no time zones
    sheet.column_dimensions["B"].width = 33
    found = marked(workbook, problem("B", 3))["Devices"]
    assert found["A1"].fill.fgColor.rgb == "00FFDDEE"
    assert found["C2"].value == datetime(2017, 9, 14)  # noqa: DTZ001
    assert found.column_dimensions["B"].width == 33


def test_a_csv_comes_back_as_a_workbook_with_the_same_cells() -> None:
    content = "Nr;Soort;Prijs\r\n1;Chromebook;249\r\n2;=1+1;geen idée\r\n".encode("cp1252")
    asked = Problem("devices", 3, "B", "must", "kind-unknown", "=1+1")
    given = reading(asked, file_format="csv", sheet="devices")
    sheet = load_workbook(BytesIO(mark_workbook(content, given)))["devices"]
    assert [cell.value for cell in sheet[3]] == ["2", "=1+1", "geen idée"]
    assert sheet["B3"].data_type == "s"
    assert sheet["B3"].fill.fgColor.rgb == MUST


def test_a_workbook_only_the_reader_understands_comes_back_from_its_cells(
    workbook: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_content: bytes) -> Workbook:
        raise ValueError("a style openpyxl does not know")

    monkeypatch.setattr("planning.inventory.write.marking.inert_workbook", refuse)
    sheet = marked(workbook, problem("B", 3))["Devices"]
    assert [cell.value for cell in sheet[3]] == [2, "dinges", "gift"]
    assert sheet["B3"].fill.fgColor.rgb == MUST


def test_a_marked_workbook_reads_as_the_one_it_came_from(workbook: Workbook) -> None:
    first = read_inventory(saved(workbook), "devices.xlsx")
    again = read_inventory(mark_workbook(saved(workbook), first), "devices.xlsx")
    assert again.devices.equals(first.devices)
    assert again.problems == first.problems
    assert first.problems


def devices_of(content: bytes) -> tuple[int, list[str]]:
    """How many devices are read, and why sheets are set aside."""
    again = read_inventory(content, "terug.xlsx")
    return int(again.devices["count"].sum()), [sheet.why for sheet in again.sheets if not sheet.used]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_marked_workbook_that_comes_back_is_read_without_our_remarks(language: str) -> None:
    book = Workbook()
    sheet = book.active
    for row in (["Soort", "Model", "Aantal"], ["Chromebook", "C1", 5], ["dinges", "D2", 3], ["iPad", "2017", "28-33"]):
        sheet.append(row)
    use_language(language)
    content = mark_workbook(saved(book), read_inventory(saved(book), "lijst.xlsx"))
    use_language("nl" if language == "en" else "en")
    before, _ = devices_of(saved(book))
    assert devices_of(content) == (before, ["own_remarks"])
    renamed = load_workbook(BytesIO(content))
    renamed.worksheets[0].title = "Blad9"
    assert devices_of(saved(renamed)) == (before, ["own_remarks"])


def test_the_template_that_comes_back_with_remarks_is_still_the_template() -> None:
    book = load_workbook(BytesIO(make_template("00AA00", "De Linde")))
    sheet = next(one for one in book.worksheets if "inventaris" in one.title.lower())
    kind = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("Soort"))
    sheet.cell(kind.row + 1, kind.column, "dinges")
    content = mark_workbook(saved(book), read_inventory(saved(book), "sjabloon.xlsx"))
    again = read_inventory(content, "sjabloon.xlsx")
    assert (again.layout, again.sheets[0].why) == ("template", "own_remarks")
