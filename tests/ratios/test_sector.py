"""All boards in one question give what each board's own screens show."""

import json
from pathlib import Path

import pytest

from planning.__main__ import main
from planning.core.boards import boards
from planning.core.clock import board_day
from planning.core.database import Database
from planning.core.rights import operator
from planning.core.settings import settings
from planning.ratios.sector import SectorBoard, sector_view
from planning.ratios.service import ratio_view
from tests.conftest import NOW


@pytest.fixture
def example(example_file: Path) -> Database:
    return Database(f"sqlite:///{example_file}")


def own(database: Database) -> dict[str, SectorBoard]:
    """What the screens of every board with schools show."""
    found = {}
    for one in boards(database):
        ratio = ratio_view(operator(one.board_id), database).on(board_day(one, NOW))
        sums = (len(ratio.known), ratio.pupils, ratio.countable, ratio.shortage, ratio.on_target)
        if ratio.schools:
            found[one.board_id] = SectorBoard(one.name, len(ratio.schools), *sums)
    return found


def test_every_board_stands_there_as_on_its_own_screens(example: Database) -> None:
    found = sector_view(example, NOW)
    assert found.boards == own(example)
    assert found.total().countable == sum(one.countable for one in found.boards.values()) > 0


def test_the_command_prints_a_line_a_board_and_the_sum(
    example: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VLOOTPLAN_DATABASE_URL", str(example.url))
    settings.cache_clear()
    main(["ratios", "--sector", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["total"]["schools"] == sum(one["schools"] for one in told["boards"])
    main(["ratios", "--sector"])
    assert "scholen bekend" in capsys.readouterr().out
    settings.cache_clear()
