"""The plans of all boards at once: asked once, made by whoever works, told when all are there."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from planning.__main__ import main
from planning.core import work
from planning.core.clock import now
from planning.core.database import Database
from planning.core.settings import settings
from planning.rounds import sector
from tests.conftest import NOW


@pytest.fixture
def database(example_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The example, as the settings name it."""
    file = shutil.copy(example_file, tmp_path / "sector.db")
    monkeypatch.setenv("VLOOTPLAN_DATABASE_URL", f"sqlite:///{file}")
    monkeypatch.setattr(work, "stop", lambda: None)  # of this process, in which other tests work
    settings.cache_clear()
    yield Database(settings().database_url)
    settings.cache_clear()


def test_every_board_is_planned_and_what_came_of_it_is_printed_once(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["rounds", "sector", "--json"])
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert "6 van 6 besturen" in said.err
    assert found["plans"]["47920"]["devices"] > 0
    assert found["plans"]["47920"]["schools"] == 20
    assert set(found["without"].values()) <= {"no_rounds_to_come"}
    assert status == bool(found["without"])
    assert sector.progress(database).asked == 0


def test_asked_again_it_goes_on_where_it_was_and_gives_the_same(database: Database) -> None:
    assert sector.begin(database, NOW) == 6
    first = sector.waiting(database)[0]
    work.carry_out(database, first.board_id, first.task_id)
    assert sector.begin(database, now()) == 6
    assert (sector.progress(database).over, len(sector.waiting(database))) == (1, 5)
    work.carry_out_all(database)
    assert sector.progress(database).is_over


def test_who_stops_it_gets_what_there_is_and_no_more_is_made(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    sector.begin(database, NOW)
    rest = {one.board_id: one for one in sector.waiting(database)}
    work.carry_out(database, "47920", rest.pop("47920").task_id)
    assert main(["rounds", "sector", "--stop"]) == 1
    assert "1 van 6 besturen" in capsys.readouterr().out
    for one in rest.values():
        sector.carry_out(database, one)
    assert sector.progress(database).asked == 0


def test_a_board_whose_plan_cannot_be_made_keeps_the_others_from_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sector, "compute", lambda _view: 1 / 0)
    sector.begin(database, NOW)
    work.carry_out_all(database)
    found = sector.progress(database)
    assert found.is_over
    assert "plan_not_made" in found.without.values()
