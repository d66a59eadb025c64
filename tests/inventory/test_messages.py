"""What a person reads of a reading, in Dutch and in English."""

import ast
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

import planning.inventory
from planning.core.translation import gettext, use_language
from planning.inventory.fleet.counting import COUNTS, REASONS
from planning.inventory.reading import AUDIENCES, FIELDS, LEVELS, STATUSES, SheetColumn
from planning.inventory.words import names, problem_texts
from planning.inventory.words.cell_words import support_known_on
from planning.inventory.words.messages import (
    advice,
    choice_label,
    counting_reason_name,
    field_name,
    message,
    refusal,
    where,
)
from planning.inventory.words.names import (
    device_name,
    difference_name,
    kind_name,
    layout_name,
    left_out_why,
    level_name,
)
from planning.workbooks.model import FileRefused, Problem
from tests.inventory.lists import read

ROOMS = Path(planning.inventory.__file__).parent


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


ROWS = [
    ["Soort", "Merk", "Serienummer", "Aantal", "Aanschaf"],
    ["laptop", "HP", "5CD7284KXQ", 1, "03/04/17"],
    ["laptop", "HP", "5CD7284KXQ", 1, 2016],
]


def the(code: str) -> Problem:
    return next(problem for problem in read(ROWS).problems if problem.code == code)


def test_an_ambiguous_date_is_asked_as_the_screen_shows_it() -> None:
    problem = the("date-ambiguous")
    assert where(problem) == "Tabblad Lijst, rij 2, kolom E"
    assert message(problem) == "Er staat ‘03/04/17’. Dat kan 3‑4‑2017 of 4‑3‑2017 zijn."
    assert advice(problem) == "Weet u het niet? Kies ‘alleen 2017’."
    assert [choice_label(problem, choice) for choice in problem.choices] == ["alleen 2017", "3‑4‑2017", "4‑3‑2017"]


def test_a_double_serial_number_says_where_the_other_is() -> None:
    problem = the("serial-duplicate")
    assert message(problem) == "Serienummer ‘5CD7284KXQ’ staat ook in rij 2 (zelfde model)."
    assert "sticker" in advice(problem)


def test_english_is_spoken_on_request() -> None:
    use_language("en")
    assert where(the("date-ambiguous")) == "Sheet Lijst, row 2, column E"
    assert field_name("purchased") == "date of purchase"


@pytest.mark.parametrize(
    ("refused", "text"),
    [
        (
            FileRefused("not_a_workbook", name="foto.heic"),
            "‘foto.heic’ is geen Excel of csv. Wij lezen xlsx, xlsm, xls, ods en csv.",
        ),
        (
            FileRefused("too_slow"),
            "Dit bestand lezen duurt te lang. Kopieer alleen de lijst naar een nieuwe werkmap en kies die.",
        ),
        (
            FileRefused("protected"),
            "Dit bestand heeft een wachtwoord. Sla een kopie zonder wachtwoord op en kies die.",
        ),
        (
            FileRefused("too_big", size="34", limit="10"),
            "Dit bestand is 34 MB; wij lezen tot 10 MB. Vaak zijn het plaatjes: sla het tabblad op als csv.",
        ),
    ],
)
def test_a_refusal_says_what_to_do(refused: FileRefused, text: str) -> None:
    assert refusal(refused) == text


def test_no_list_found_counts_the_sheets() -> None:
    assert refusal(FileRefused("no_list_found", sheets="1")).startswith("In het tabblad vonden we")
    assert refusal(FileRefused("no_list_found", sheets="3")).startswith("In geen van de 3 tabbladen")


def test_everything_a_reading_can_hold_has_a_name() -> None:
    for field in FIELDS:
        assert field_name(field)
    for reason in (COUNTS, *REASONS):
        assert counting_reason_name(reason)
    assert [names.status_name(status) for status in STATUSES]
    assert [names.audience_name(audience) for audience in AUDIENCES]
    assert [level_name(level) for level in LEVELS] == ["onderbouw", "middenbouw", "bovenbouw", "gedeeld"]
    assert [layout_name(layout) for layout in ("template", "flat_list", "lots")]
    assert kind_name("interactive_board") == "digibord"
    assert difference_name("price_cents") == "prijs"


def test_every_text_has_its_dutch() -> None:
    tables = (
        problem_texts._MESSAGES,
        problem_texts._ADVICE,
        names._SHEETS,
        names._IGNORED,
        names._LEFT_OUT,
        names._COUNTING,
    )
    assert [text for table in tables for text in table.values() if gettext(text) == text] == []


@cache
def written() -> list[ast.AST]:
    """All code of the inventory but its words; asked for where it is needed, for every process collects this file."""
    return [node for path in ROOMS.rglob("*.py") if path.parent.name != "words" for node in ast.walk(parsed(path))]


def said_by(makers: Mapping[str, int]) -> set[str]:
    """The codes that calls of these are given, by the place of the code among their arguments."""
    calls = [node for node in written() if isinstance(node, ast.Call)]
    named = [(call, getattr(call.func, "id", getattr(call.func, "attr", ""))) for call in calls]
    given = [call.args[place] for call, name in named if (place := makers.get(name, 99)) < len(call.args)]
    parts = [part for one in given for part in ([one.body, one.orelse] if isinstance(one, ast.IfExp) else [one])]
    return {str(part.value) for part in parts if isinstance(part, ast.Constant)}


@pytest.mark.parametrize(
    ("makers", "texts"),
    [
        ({"Issue": 0, "Problem": 4, "mention": 0}, problem_texts._MESSAGES),
        ({"IgnoredRow": 2, "ignore": 2, "set_aside": 2}, names._IGNORED),
        ({"Evidence": 0}, names._EVIDENCE),
    ],
)
def test_every_code_has_its_text_and_no_text_is_left_without_its_code(
    makers: Mapping[str, int], texts: Mapping[str, str]
) -> None:
    said = said_by(makers)
    assert len(said) > 5
    assert said - texts.keys() == set()
    constants = {node.value for node in written() if isinstance(node, ast.Constant)}
    assert texts.keys() - constants == set()
    assert problem_texts._ADVICE.keys() - problem_texts._MESSAGES.keys() == set()


def test_a_column_that_names_people_is_told_so() -> None:
    assert left_out_why(SheetColumn("Lijst", "H", "Leerling", None, "names_people")) == (
        "Kolom H noemt personen. Die hebben we niet bewaard."
    )


@pytest.mark.parametrize("code", ["note-unclear", "kind-unknown", "count-unclear", "date-unclear"])
def test_of_a_text_of_which_nothing_may_be_shown_is_said_that_we_do_not_show_it(code: str) -> None:
    said = message(Problem("Lijst", 2, "C", "must", code, "…", {"n": "3"}))
    assert "een tekst die we niet tonen" in said.lower()
    assert "…" not in said
    assert said[0].isupper()


def test_of_several_remarks_only_those_that_may_be_shown_are_named() -> None:
    values = {"n": "3", "others": ""}
    said = message(Problem("Lijst", 2, "C", "must", "note-words", "…", values))
    assert said.startswith("Er staat een tekst die we niet tonen (rijen: 3).")
    values = {"n": "3", "others": "‘bolt op’"}
    said = message(Problem("Lijst", 2, "C", "must", "note-words", "…", values))
    assert said.startswith("Er staat een tekst die we niet tonen, ‘bolt op’ (rijen: 3).")


@pytest.mark.parametrize(
    ("brand", "model", "told"),
    [
        ("Samsung", "Chromebook Samsung 303C", "Chromebook Samsung 303C"),
        ("HP", "250 G5", "HP 250 G5"),
        ("Acer", None, "Acer"),
        ("Asus", "Asusbook", "Asus Asusbook"),
        (None, None, ""),
    ],
)
def test_the_make_of_a_device_is_told_once(brand: str | None, model: str | None, told: str) -> None:
    assert device_name(brand, model) == told


def test_where_ends_of_updates_are_from_is_told_in_peoples_words() -> None:
    assert "/" not in names.support_sources()
    assert names._SOURCES.keys() == support_known_on().keys()
