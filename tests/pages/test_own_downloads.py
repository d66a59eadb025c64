"""What the product hands out and reads in again changes nothing: every importer, on the example, in both languages."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copy
from types import SimpleNamespace
from typing import Any

import pytest

from pages.parts.exports import origin_of
from pages.privacy import framework
from planning.core.database import Database
from planning.core.people import find_person
from planning.core.service import own_board
from planning.core.translation import use_language
from planning.organisation.service import schools
from planning.privacy.register_service import entries, import_entries
from planning.privacy.register_tables import register_excel
from planning.privacy.registers import Processing, Processor
from planning.privacy.service import import_norms, privacy_view
from planning.systems.list_table import lines_excel, lines_frame
from planning.systems.service import import_lines, systems_view

AS_OF = date(2018, 5, 1)
NOW = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


@pytest.fixture(scope="module")
def example(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The example group, of which these tests only ask what would change."""
    database = Database(f"sqlite:///{copy(example_file, tmp_path_factory.mktemp('own') / 'example.db')}")
    yield database
    database.engine.dispose()


def somebody(database: Database, person_id: str) -> Any:
    return find_person(database, "47920", person_id)


@LANGUAGES
def test_systems(example: Database, language: str) -> None:
    use_language(language)
    person = somebody(example, "bovenschools")
    view, board = systems_view(person, example), own_board(person, example)
    table = lines_frame(view.lines, view.schools, view.functions, to_fill_in=False)
    content = lines_excel(table, board.name, origin_of(board, AS_OF))
    found = import_lines(person, example, NOW, content, "systemen.xlsx", apply=False)
    assert (found.rows, found.added, found.changed, found.problems) == (len(view.lines), 0, 0, ())


@LANGUAGES
@pytest.mark.parametrize("kind", [Processing, Processor])
def test_registers(example: Database, language: str, kind: type[Processing] | type[Processor]) -> None:
    use_language(language)
    person = somebody(example, "ibp")
    kept, names = entries(person, example, kind), {s.school_id: s.name for s in schools(person, example)}
    content = register_excel(kind, kept, AS_OF, names, "Dynamiek", [])
    found = import_entries(person, example, NOW, kind, content, "register.xlsx", apply=False)
    assert (found.rows, found.added, found.changed, found.problems) == (len(kept), (), (), ())


@LANGUAGES
def test_norms(example: Database, language: str) -> None:
    use_language(language)
    person = somebody(example, "ibp")
    facts = privacy_view(person, example)
    frame: Any = SimpleNamespace(as_of=AS_OF)
    found = import_norms(person, example, NOW, framework._template(frame, facts), "normen.xlsx", apply=False)
    assert (found.judged, found.found.problems) == (0, ())
    assert len(found.found.norms) == len(facts.norms)
