"""A rerun of the matrix of 60 schools and 45 functions costs at most twice an empty page's processor time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pages.parts.data import forget
from pages.parts.places import START
from pages.server.session import open_database
from pages.systems.place import SYSTEMS
from planning.core.boards import Board, add_board
from planning.core.database import Database
from planning.core.migration import migrate
from planning.core.paths import ROOT
from planning.core.people import write_person
from planning.core.rights import Person, Role
from planning.core.settings import settings
from planning.core.sign_in import write_identity
from planning.organisation.records import School, write_schools
from planning.systems.functions import FunctionChoice, shipped_functions
from planning.systems.model import SystemLine
from planning.systems.service import save_function, save_lines, systems_view
from tests.benchmarks.reruns import by_turns, opened
from tests.benchmarks.reruns import script_seconds as script_seconds

pytestmark = pytest.mark.bench

MOST = 2.0  # times an empty page
SCHOOLS, FUNCTIONS = 60, 45
BOARD = "60000"
NOW = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)
GROUP = Person("bovenschools", BOARD, "Bovenschools ICT-coördinator", Role.GROUP_ICT)


@pytest.fixture
def identity(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Group ICT of a board in which every school has a system for every function, of three each."""
    monkeypatch.setenv("VLOOTPLAN_DATABASE_URL", f"sqlite:///{tmp_path / 'matrix.db'}")
    monkeypatch.setenv("VLOOTPLAN_SECRET_FILE", str(tmp_path / "secret.key"))
    for cache in (settings, open_database):
        cache.cache_clear()
    forget()
    fill(open_database())
    yield write_identity(BOARD, GROUP.person_id)
    open_database().engine.dispose()
    for cache in (settings, open_database):
        cache.cache_clear()
    forget()


def fill(database: Database) -> None:
    """60 schools, 45 functions, 2.700 lines."""
    migrate(database)
    add_board(database, Board(BOARD, "Zestig scholen", True, date(2018, 5, 1), 4.0, 0.1, 180))
    ids = [f"{number:02}XX00" for number in range(SCHOOLS)]
    with database.change(GROUP, NOW) as change:
        write_person(change, GROUP)
        write_schools(change, [School(key, f"School {key}", "Horst", "Bo") for key in ids])
        change.log("schools", "DUO", None, {"schools": SCHOOLS, "changed": SCHOOLS})
    while len(functions := systems_view(GROUP, database).functions) < FUNCTIONS:
        save_function(GROUP, database, NOW, FunctionChoice("", "ground", f"Functie {len(functions)}", is_used=True))
    assert len(shipped_functions()) < len(functions)
    lines = [
        SystemLine(key, function.code, f"Systeem {(place + number) % 3}", "Leverancier", per_pupil_cents=500)
        for place, key in enumerate(ids)
        for number, function in enumerate(functions)
    ]
    save_lines(GROUP, database, NOW, lines)


def test_a_rerun_of_the_matrix_costs_at_most_twice_an_empty_page(
    identity: str, empty_root: Path, script_seconds: list[float]
) -> None:
    matrix, empty = opened(ROOT, identity, SYSTEMS.address), opened(empty_root, identity, START.address)
    assert [one.value for one in matrix.title] == ["Systemen"]
    drawn = matrix.get("html")
    assert sum("Systeem 2" in str(one.proto.body) for one in drawn) == 1
    of_empty, of_matrix = by_turns(empty, matrix, script_seconds)
    print(
        f"\nprocessor time of a rerun: matrix of {SCHOOLS} x {FUNCTIONS} {of_matrix * 1000:.1f} ms, "
        f"empty page {of_empty * 1000:.1f} ms: {of_matrix / of_empty:.2f} times"
    )
    assert of_matrix <= MOST * of_empty
