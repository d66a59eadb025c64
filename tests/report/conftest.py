"""The example group's report, made once for each audience."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from planning.core.database import Database
from planning.core.rights import Person, Role
from planning.core.translation import use_language
from planning.report.choice import default_choice
from planning.report.content import report_of
from planning.report.model import Audience, Report
from planning.report.sources import ReportSources, of_schools, read_sources
from tests.conftest import NOW

BOARD, SCHOOL = "47920", "03UZ00"
CHAIR = Person("voorzitter", BOARD, "Bestuursvoorzitter", Role.CHAIR)
Made = Callable[..., tuple[Report, ReportSources]]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory, example_file: Path) -> Iterator[Database]:
    own = Path(shutil.copy(example_file, tmp_path_factory.mktemp("report") / "app.db"))
    database = Database(f"sqlite:///{own}")
    yield database
    database.engine.dispose()


@pytest.fixture(scope="module")
def made(example: Database) -> Made:
    """The content of a report and what it was made of."""

    @cache
    def make(audience: Audience = Audience.SUPERVISORS, language: str = "nl") -> tuple[Report, ReportSources]:
        use_language(language)
        choice = replace(default_choice(audience, language), foreword="Voor de vergadering van 22 mei.")
        reader = CHAIR
        if audience is Audience.SCHOOL:
            choice, reader = replace(choice, schools=(SCHOOL,)), of_schools(CHAIR, frozenset((SCHOOL,)))
        sources = read_sources(reader, example, NOW, NOW.date())
        return report_of(sources, choice), sources

    return make
