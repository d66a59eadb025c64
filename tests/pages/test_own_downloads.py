"""What the product hands out and reads in again changes nothing: every file it can read, whatever people wrote in it.

Each download of a page stands in one of two lists, so that a new one is read again or says why not.
"""

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from shutil import copy
from types import SimpleNamespace
from typing import Any, cast

import openpyxl
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from pages.privacy import framework
from planning.competences.answers import read_answers
from planning.competences.frameworks import scales
from planning.competences.picture import CompetenceSet, CoreCompetence
from planning.competences.template import HEADER_ROW, make_form, questions, steps
from planning.competences.workshop import LONGEST_NAME as LONGEST_COMPETENCE
from planning.core.database import Database
from planning.core.paths import ROOT
from planning.core.people import find_person
from planning.core.service import own_board
from planning.core.text import clean, printable
from planning.core.translation import use_language
from planning.inventory.read.reader import read_inventory
from planning.inventory.write.marking import mark_workbook
from planning.inventory.write.template import make_template
from planning.organisation.records import School
from planning.organisation.service import schools
from planning.privacy.answer_list import answer_template, read_answer_list
from planning.privacy.attitude import ANSWERS, FEWEST, questions_for
from planning.privacy.facts import PrivacyView
from planning.privacy.frameworks import frameworks, own_norm
from planning.privacy.norm_list import read_norm_list
from planning.privacy.register_file import read_entries
from planning.privacy.register_reasons import LONGEST_NAME, entry_reasons, is_same
from planning.privacy.register_reasons import LONGEST_TEXT as LONGEST_IN_REGISTER
from planning.privacy.register_service import entries, import_entries
from planning.privacy.register_tables import register_excel
from planning.privacy.registers import BASES, MODELS, Processing, Processor
from planning.privacy.service import import_norms, privacy_view
from planning.systems.functions import functions_of
from planning.systems.list_file import read_lines
from planning.systems.list_table import lines_excel, lines_frame
from planning.systems.model import DECIDERS, DPIAS, JUDGEMENTS, LIVES, LOCATIONS, MARKS, RENEWALS, SystemLine
from planning.systems.reasons import LONGEST_ROLE, LONGEST_SYSTEM, LONGEST_TEXT, line_key, line_reasons
from planning.systems.service import import_lines, systems_view
from planning.workbooks.code_pages import mended
from planning.workbooks.readers import said_otherwise
from planning.workbooks.writing import table_to_excel
from tests.own_board import BOARD

AS_OF = date(2018, 5, 1)
NOW = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
FEW = settings(max_examples=8)
WRITTEN = (
    "=1+1", "+31 6 12345678", "-5", "@x", '=HYPERLINK("x")', "'t Hoekje", "O'Neill'", '"dubbel"', "“krul”", "‘",
    "Zoë d’Élzas", "Zoe\u0308", "☃ 漢字 😀", "1.234,50", "€ 12,-", "1-9-2017", "WAAR", "0012", "1e5", "#N/B", "3.0",
    "twee  spaties", "twee\nregels", "x;y", "Smit, Jansen BV", "-", "n.v.t.", "nee", "_x0041_", "ja\u200bnee",
)  # fmt: skip
"""What a program may take for something else than a text."""

READ_AGAIN = {
    "systems_lines": "test_systems_come_back_as_they_were",
    "systems_form": "test_systems_come_back_as_they_were",
    "register_{kind.__name__}": "test_registers_come_back_as_they_were",
    "privacy_norms": "test_norms_come_back_as_they_were",
    "privacy_answers": "test_counts_filled_in_come_back_as_they_were",
    "scan_form": "test_a_self_scan_filled_in_comes_back_as_it_was",
    "empty_template": "test_a_template_nobody_filled_in_holds_no_device",
    "filled_template": "tests/inventory/test_filled_template.py",
    "marked_list": "test_a_list_with_our_remarks_in_it_is_read_as_before",
    "download_backup": "tests/core/test_backup.py",
}
"""By download, where it is read again."""
FIGURES = "figures: made anew of what they are made of, and changed there"
AS_SHOWN = "what a screen shows, to reckon on with; what it is about is changed on the screen"
ON_THE_SCREEN = "texts and choices of a board: they are changed on the screen, by who may"
FOR_A_CALENDAR = "a calendar reads it"
ON_PAPER = "on paper, to be read by people"
NEVER_READ = {
    "choices": ON_THE_SCREEN, "milestones": ON_THE_SCREEN, "network_decisions": ON_THE_SCREEN,
    "privacy_measures": ON_THE_SCREEN, "network_scores": ON_THE_SCREEN,
    "competences": FIGURES, "coverage": FIGURES, "hours": FIGURES, "dots": FIGURES, "time": FIGURES,
    "school_time": FIGURES, "fleet": FIGURES, "ages": FIGURES, "rounds": FIGURES, "beside": FIGURES,
    "rounds_bridge": FIGURES, "rounds_money": FIGURES, "rounds_schools": FIGURES, "reality": FIGURES,
    "network_mirror": FIGURES, "privacy_maturity": FIGURES, "systems_costs": FIGURES, "systems_matrix": FIGURES,
    "PLACE": FIGURES,  # the systems of partners
    "table_{key}": AS_SHOWN,
    "schools": "schools and pupils come from the files of DUO",
    "forecast": "a forecast is made of counts; a figure of one's own is filled in on the screen",
    "audit": "a log is never changed",
    "budget_lines": "for the books: the administration reads it",
    "order_list": "for a supplier",
    "decision_pdf_{version.version}": ON_PAPER, "network_pdf_{board_id}": ON_PAPER,
    "network_word_{board_id}": ON_PAPER, "report_{kind}_{one.number}": ON_PAPER,
    "milestones_calendar": FOR_A_CALENDAR, "visits_calendar": FOR_A_CALENDAR, "download_meetings": FOR_A_CALENDAR,
    "export_{someone.person_id}": "what is kept of a person, for that person",
}  # fmt: skip
"""By download, why nothing reads it."""


def downloads() -> Iterator[str]:
    """The key of every download of the pages, as it stands in the code."""
    shared = {"frame.py": {"download_{name}", "name"}}  # through which the others go
    for path in sorted((ROOT / "pages").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                keys = {"download": node.args[:1], "table_and_download": node.args[:1]}.get(called, [])
                if called == "download_button":
                    keys = [word.value for word in node.keywords if word.arg == "key"] or [ast.Constant(str(path))]
                for key in keys:
                    told = ast.unparse(key).removeprefix("f").strip("'")
                    if told not in shared.get(path.name, ()):
                        yield told


def test_every_download_is_read_again_or_says_why_not() -> None:
    assert set(downloads()) == {*READ_AGAIN, *NEVER_READ}
    assert READ_AGAIN.keys().isdisjoint(NEVER_READ)
    assert all(name in globals() or (ROOT / name).exists() for name in READ_AGAIN.values())


def texts(most: int) -> SearchStrategy[str]:
    """What a field of so many signs may keep."""
    any_text = st.text(st.characters(codec="utf-8"), max_size=20)
    return st.one_of(st.sampled_from(WRITTEN), any_text, st.just("w" * most)).map(lambda text: as_kept(text, most))


def as_kept(text: str, most: int) -> str:
    return mended(printable(text).strip()[:most].strip())  # "BelgiÃ«" is read as ‘België’, whoever wrote it


def names(most: int) -> SearchStrategy[str]:
    return texts(most).filter(clean)


def lines_of(most: int) -> SearchStrategy[str]:
    """What a field of one line may keep."""
    return names(most).map(clean)


def one_of(*codes: Any) -> SearchStrategy[Any]:
    return st.sampled_from([None, *codes])


DAYS = st.one_of(st.none(), st.dates(date(2000, 1, 1), AS_OF))
FUNCTIONS = functions_of(())
SCHOOLS = (School("00AA00", "De Linde", "Horst", "Bo"), School("00BB00", "'t Nest", "Horst", "Bo"))
LINES = st.builds(
    SystemLine,
    school_id=st.sampled_from([school.school_id for school in SCHOOLS]),
    function=st.sampled_from([function.code for function in FUNCTIONS]),
    system=names(LONGEST_SYSTEM), supplier=texts(LONGEST_SYSTEM), variant=texts(LONGEST_SYSTEM),
    owner=texts(LONGEST_ROLE), manager=texts(LONGEST_ROLE), data_location=one_of(*LOCATIONS),
    agreement_model=one_of(*MODELS), agreement_on=DAYS, through_service=one_of(True, False),
    marks=st.sampled_from([(), MARKS[:1], MARKS]), has_personal_data=one_of(True, False),
    personal_data=texts(LONGEST_TEXT), dpia=one_of(*DPIAS),
    standards=st.lists(lines_of(LONGEST_ROLE), max_size=3, unique=True).map(tuple),
    single_sign_on=one_of(True, False), two_factor_staff=one_of(True, False), two_factor_pupils=one_of(True, False),
    starts_on=DAYS, ends_on=DAYS, notice_on=DAYS, renewal=one_of(*RENEWALS),
    per_pupil_cents=st.one_of(st.none(), st.integers(0, 10**7)),
    per_school_cents=st.one_of(st.none(), st.integers(0, 10**8)), life=st.sampled_from(LIVES),
    judgement=one_of(*JUDGEMENTS), judgement_reason=texts(LONGEST_TEXT), judged_on=DAYS,
    satisfaction=one_of(1, 5), decided=one_of(*DECIDERS), in_use_on=DAYS, out_on=DAYS,
)  # fmt: skip
EACH_TEXT = [
    SystemLine("00AA00", "las", text, text, text, personal_data=text, standards=(clean(text),), judgement_reason=text)
    for text in WRITTEN
]


@LANGUAGES
@FEW
@example(EACH_TEXT)
@given(st.lists(LINES, max_size=4))
def test_systems_come_back_as_they_were(language: str, lines: list[SystemLine]) -> None:
    use_language(language)
    kept = {line_key(line): line for line in lines if not line_reasons(line, (), AS_OF)}
    table = lines_frame(list(kept.values()), SCHOOLS, FUNCTIONS, to_fill_in=len(lines) % 2 == 1)
    found = read_lines(lines_excel(table, BOARD, AS_OF), "systemen.xlsx", SCHOOLS, FUNCTIONS)
    assert (len(found.rows), found.problems) == (len(kept), ())
    for row in found.rows:
        before = kept[line_key(SystemLine(row.school_id, row.function, **row.values))]
        assert said_otherwise(row.values, before) == {}


ACTIVITIES = st.builds(
    Processing,
    names(LONGEST_NAME),
    *(texts(LONGEST_IN_REGISTER), one_of(*BASES), *[texts(LONGEST_IN_REGISTER)] * 5),
    processors=st.lists(lines_of(LONGEST_NAME), max_size=3, unique=True).map(tuple),
)
PROCESSORS = st.builds(
    Processor, names(LONGEST_NAME), texts(LONGEST_IN_REGISTER), one_of(*MODELS), DAYS, one_of(date(2030, 1, 1))
)


@LANGUAGES
@FEW
@example([Processing(text, *(text, "consent", *[text] * 5), processors=(clean(text), "B")) for text in WRITTEN])
@example([Processing(text, processors=(clean(text),)) for text in WRITTEN])
@example([Processor(text, text) for text in WRITTEN])
@given(st.one_of(st.lists(ACTIVITIES, max_size=3), st.lists(PROCESSORS, max_size=3)))
def test_registers_come_back_as_they_were(language: str, told: list[Processing] | list[Processor]) -> None:
    use_language(language)
    kept: list[Processing | Processor] = []
    for number, entry in enumerate(told, 1):
        if not entry_reasons(entry, kept, AS_OF):
            kept.append(replace(entry, entry_id=number))
    kind: Any = type(kept[0]) if kept else Processing
    found = read_entries(register_excel(kind, kept, AS_OF, {}, BOARD), "register.xlsx", kind)
    assert (len(found.rows), found.problems) == (len(kept), ())
    for row in found.rows:
        before = next(entry for entry in kept if is_same(entry, kind(**row.values)))
        assert said_otherwise(row.values, before) == {}


@LANGUAGES
@FEW
@example([(text, 3) for text in WRITTEN])
@given(st.lists(st.tuples(names(300), one_of(1, 5)), max_size=4))
def test_norms_come_back_as_they_were(language: str, titles: list[tuple[str, int | None]]) -> None:
    use_language(language)
    chosen = frameworks()["aanpak_2018"]
    norms = tuple(own_norm(f"BL.{n:02}", "BL", title, target) for n, (title, target) in enumerate(titles, 1))
    view = SimpleNamespace(framework=chosen, norms=norms, scores_on=lambda _day: {"BL.01": SimpleNamespace(level=2)})
    frame = SimpleNamespace(as_of=AS_OF, board=BOARD)
    content = framework._template(cast("Any", frame), cast("PrivacyView", view))
    found = read_norm_list(content, "normen.xlsx", chosen)
    assert (found.norms, found.problems, dict(found.levels)) == (norms, (), {"BL.01": 2} if norms else {})


COUNTS = st.tuples(*[st.integers(0, 40)] * len(ANSWERS)).filter(lambda counts: sum(counts) >= FEWEST)


@LANGUAGES
@FEW
@given(st.lists(st.one_of(st.none(), COUNTS), max_size=len(questions_for("staff"))))
def test_counts_filled_in_come_back_as_they_were(language: str, counts: list[tuple[int, ...] | None]) -> None:
    use_language(language)
    asked = questions_for("staff")
    form = answer_template("staff", "Vragenlijst", BOARD, AS_OF)
    filled = fill_in(form, asked[0].text, 1, [one or () for one in counts])
    nobody = (0,) * len(ANSWERS)
    expected = {question.code: one or nobody for question, one in zip_longest(asked, counts)}
    found = read_answer_list(filled, "antwoorden.xlsx", "staff")
    assert (found.counts, found.problems) == (expected, ())


LEVELS = scales()["four"]


@LANGUAGES
@FEW
@example([clean(text) for text in WRITTEN], [1, 2, 3, 4, None])
@given(
    st.lists(lines_of(LONGEST_COMPETENCE), min_size=1, max_size=5), st.lists(one_of(1, 2, 3, 4), min_size=1, max_size=4)
)
def test_a_self_scan_filled_in_comes_back_as_it_was(language: str, told: list[str], levels: list[int | None]) -> None:
    use_language(language)
    members = {" ".join(clean(name).casefold().split()): name for name in told}.values()  # no name is there twice
    members_of = tuple(CoreCompetence(f"own-{n}", name, "own", 1, 3, ()) for n, name in enumerate(members))
    adopted = CompetenceSet(1, AS_OF, NOW, "Anna", "four", members_of)
    labels = {level.level: level.label() for level in LEVELS}
    rows = [[labels.get(level or 0, "") for _member in members_of] for level in levels]
    filled = fill_in(make_form("De Linde", adopted, LEVELS), members_of[0].name, 0, rows)
    found = read_answers(filled, "zelfscan.xlsx", questions(adopted), steps(LEVELS))
    expected = {level: levels.count(level) for level in levels if level}
    assert found.problems == ()
    assert found.counts == {one.key: expected for one in members_of}


def fill_in(content: bytes, first: str, besides: int, rows: list[Any]) -> bytes:
    """A form with values below its headings, from the column so far to the right of that of `first`."""
    book = openpyxl.load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    at = next((cell for row in sheet.iter_rows() for cell in row if cell.value == first), None)
    top, left = (HEADER_ROW + 1, 1) if at is None or besides == 0 else (at.row, at.column + besides)
    for row, values in enumerate(rows, top):
        for column, value in enumerate(values, left):
            sheet.cell(row, column, value or None)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


@LANGUAGES
def test_a_template_nobody_filled_in_holds_no_device(language: str) -> None:
    use_language(language)
    assert read_inventory(make_template("00AA00", "De Linde"), "sjabloon.xlsx").devices.empty


@LANGUAGES
def test_a_list_with_our_remarks_in_it_is_read_as_before(language: str) -> None:
    use_language(language)
    rows = [("laptop", text, text, 2) for text in WRITTEN] + [("dinges", "", "", 3)]
    content = table_to_excel(
        pd.DataFrame(rows, columns=["Soort", "Model", "Lokaal", "Aantal"]), sheet="Lijst", title=""
    )
    first = read_inventory(content, "lijst.xlsx")
    again = read_inventory(mark_workbook(content, first), "lijst.xlsx")
    assert again.devices.equals(first.devices)
    assert again.problems == first.problems


@pytest.fixture(scope="module")
def group(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The example group, of which these tests only ask what would change."""
    database = Database(f"sqlite:///{copy(example_file, tmp_path_factory.mktemp('own') / 'example.db')}")
    yield database
    database.engine.dispose()


def somebody(database: Database, person_id: str) -> Any:
    return find_person(database, "47920", person_id)


@LANGUAGES
def test_of_the_example_nothing_changes(group: Database, language: str) -> None:
    use_language(language)
    group_ict, officer, board = somebody(group, "bovenschools"), somebody(group, "ibp"), own_board
    view = systems_view(group_ict, group)
    table = lines_frame(view.lines, view.schools, view.functions, to_fill_in=False)
    content = lines_excel(table, board(group_ict, group), AS_OF)
    found: Any = import_lines(group_ict, group, NOW, content, "systemen.xlsx", apply=False)
    assert (found.rows, found.added, found.changed, found.problems) == (len(view.lines), 0, 0, ())
    known = {school.school_id: school.name for school in schools(officer, group)}
    for kind in (Processing, Processor):
        kept: Any = entries(officer, group, kind)
        content = register_excel(kind, kept, AS_OF, known, BOARD)
        found = import_entries(officer, group, NOW, kind, content, "register.xlsx", apply=False)
        assert (found.rows, found.added, found.changed, found.problems) == (len(kept), (), (), ())
    facts = privacy_view(officer, group)
    frame: Any = SimpleNamespace(as_of=AS_OF, board=board(officer, group))
    norms = import_norms(officer, group, NOW, framework._template(frame, facts), "normen.xlsx", apply=False)
    assert (norms.judged, norms.found.problems, len(norms.found.norms)) == (0, (), len(facts.norms))
