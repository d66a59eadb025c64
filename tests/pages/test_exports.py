"""Every table of the screen is a workbook: none is forgotten, and what it says can be reckoned with."""

import ast
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from pages.parts.exports import as_said, screen_excel
from pages.parts.frame import plain
from planning.core.boards import Board
from planning.core.notation import day, money, number, one_in, percent
from planning.core.paths import ROOT
from planning.core.translation import gettext, in_this_language, use_language

BOARD = Board("47920", "Dynamiek", False, None, 4.0, 0.1, 180)
AS_OF = date(2018, 5, 1)
MADE_BEFORE = ["kept.py: _file(frame.person, one, kind)"]
"""Reports that are kept: a click makes nothing."""
OWN_BUTTONS = {"download", "table_and_download"}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call, with the last part of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            yield getattr(called, "attr", getattr(called, "id", "")), node


def sheet(table: pd.DataFrame, *figures: str) -> list[tuple[object, ...]]:
    """The rows of a table's workbook, from its heading on."""
    page = load_workbook(BytesIO(screen_excel(table, "Tabel", figures, BOARD, AS_OF))).active
    assert page is not None
    assert page.freeze_panes == "A6"
    assert page.auto_filter.ref
    assert [page[f"A{row}"].value for row in (1, 2, 3)] == [
        "Dynamiek – Tabel",
        "Peildatum 1\u20115\u20112018",
        "Bron: Vlootplan, gegevens van Dynamiek",
    ]
    return list(page.iter_rows(min_row=5, values_only=True))


def test_no_page_draws_a_table_past_the_one_that_gives_a_workbook() -> None:
    wrong, own = [], 0
    for path in sorted((ROOT / "pages").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if path.name != "show.py":
            drawn = [ast.unparse(call.func) for _name, call in calls(tree)]
            wrong += [f"{path.name}: {name}" for name in drawn if name.endswith(("st.table", ".dataframe"))]
        told = [call for name, call in calls(tree) if name == "show_table"]
        besides = [call for call in told if any(key.arg == "beside" for key in call.keywords)]
        own += len(besides)
        if besides and not any(name in OWN_BUTTONS for name, _call in calls(tree)) and path.name != "tables.py":
            wrong.append(f"{path.name}: no workbook stands beside its table")
    assert wrong == []
    assert own > 10


def test_every_workbook_of_a_page_says_whose_it_is_and_of_which_day_in_one_way() -> None:
    own = [path.name for path in (ROOT / "pages").rglob("*.py") if "table_to_excel" in path.read_text("utf-8")]
    assert own == []


def test_a_table_of_devices_that_count_says_which_do() -> None:
    table = pd.DataFrame({"Soort": ["laptop"], "Devices die meetellen": ["3"]})
    page = load_workbook(BytesIO(screen_excel(table, "Tabel", [], BOARD, AS_OF))).active
    assert page is not None
    assert str(page["A4"].value).startswith("Geteld: chromebooks")


def test_every_chart_has_a_text_and_a_table_beside_it() -> None:
    without = []
    for path in sorted((ROOT / "pages").rglob("*.py")):
        found = list(calls(ast.parse(path.read_text(encoding="utf-8"))))
        charts = [call for name, call in found if name in ("plotly_chart", "vega_lite_chart", "altair_chart")]
        has_table = any(name in ("show_table", "show_time", "show_ratios") for name, _call in found)
        if any("alt" not in {one.arg for one in chart.keywords} for chart in charts) or (charts and not has_table):
            without.append(path.name)
    assert without == []


def test_every_file_that_is_made_at_a_click_is_made_in_the_language_of_its_page() -> None:
    made = [
        f"{path.name}: {ast.unparse(call.args[1])}"
        for path in sorted((ROOT / "pages").rglob("*.py"))
        for name, call in calls(ast.parse(path.read_text(encoding="utf-8")))
        if name == "download_button"
    ]
    assert [one for one in made if ": in_this_language(" not in one] == MADE_BEFORE
    use_language("en")
    heading = in_this_language(lambda: gettext("Schools"))
    use_language("nl")
    assert (heading(), gettext("Schools")) == ("Schools", "Scholen")


def test_figures_amounts_ratios_and_days_are_what_they_say_in_both_languages() -> None:
    for code in ("nl", "en"):
        use_language(code)
        table = pd.DataFrame(
            {
                "School": [f"[{plain('De *Brink*')}](/school?school=03QE00)", ":green-badge[:material/check: goed]"],
                "Aantal": [number(1234), "–"],
                "Bedrag": [money(1_250_000), money(-500)],
                "Deel": [percent(0.54), percent(1)],
                "Ratio": [one_in(4.47), one_in(12)],
                "Dag": [day(date(2018, 12, 31)), day(date(2018, 5, 1))],
                "Code": ["1.100", "1.200"],
            }
        )
        page = load_workbook(BytesIO(screen_excel(table, "Tabel", ["Aantal"], BOARD, AS_OF))).active
        assert page is not None
        first, second = list(page.iter_rows(min_row=6, values_only=True))
        assert first[:5] == ("De *Brink*", 1234, 12500, 0.54, 4.5)
        assert second[:5] == ("goed", None, -5, 1, 12)
        assert [str(row[5])[:10] for row in (first, second)] == ["2018-12-31", "2018-05-01"]
        assert first[6] == "1.100"  # a code is no number, whatever it looks like
        assert page["C6"].number_format == '"€" #,##0'


def test_a_column_that_does_not_hold_one_type_stays_text() -> None:
    assert sheet(pd.DataFrame({"Wat": [number(3), "geen"]}), "Wat")[1:] == [("3",), ("geen",)]


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=4))
def test_what_people_wrote_is_never_a_formula_and_never_lost(texts: list[str]) -> None:
    page = load_workbook(BytesIO(screen_excel(pd.DataFrame({"Wat": texts}), "[=A1]/*?:", [], BOARD, AS_OF))).active
    assert page is not None
    assert [cell.data_type for (cell,) in page.iter_rows(min_row=6) if cell.data_type == "f"] == []
    assert len(page.title) <= 31


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=30))
def test_escaped_text_reads_as_it_was_written(text: str) -> None:
    assert as_said(plain(text)) == text.replace("\u2011", "-").replace("\u2212", "-")
