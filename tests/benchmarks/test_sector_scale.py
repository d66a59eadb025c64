"""A board in the database of the sector costs hardly more than alone in its own."""

import os
import random
import statistics
import time
from datetime import date

import pytest
import sqlalchemy as sa

from planning.core.backup import move
from planning.core.database import Database
from planning.core.people import find_person
from planning.ratios.sector import sector_view
from planning.ratios.service import ratio_view
from planning.rounds.service import rounds_view
from tests.benchmarks import sector
from tests.conftest import NOW, on_server

pytestmark = pytest.mark.bench

BOARDS = int(os.environ.get("VLOOTPLAN_SECTOR", "1000"))
TURNS, MOST_TIMES = 25, 1.2
MOST_SECONDS = 1.0  # for all boards at once
PARTS = 16


def read(database: Database, board_id: str) -> float:
    """How long it takes to read what a board's overview is made of, in seconds."""
    chair = find_person(database, board_id, "voorzitter")
    assert chair
    started = time.perf_counter()
    rounds_view(chair, database, ratio_view(chair, database), date(2018, 5, 1))
    return time.perf_counter() - started


def across(database: Database) -> list[float]:
    """How long the view of all boards takes, time after time."""
    seconds = []
    for _turn in range(5):
        started = time.perf_counter()
        sector_view(database, NOW)
        seconds.append(time.perf_counter() - started)
    return seconds


def told(name: str, found: list[float]) -> None:
    print(f"{name}: least {1000 * min(found):.0f} ms, median {1000 * statistics.median(found):.0f} ms")


def test_a_board_among_a_thousand_is_read_as_quickly_as_alone_and_the_sector_within_a_second(
    example_file: str, postgres: tuple[sa.URL, sa.Engine]
) -> None:
    url, owner = postgres
    addresses = {name: url.set(database=f"scale_{name}") for name in ("alone", "sector")}
    on_server(owner.url, f"CREATE DATABASE scale_alone OWNER {url.username}")
    alone = Database(addresses["alone"])
    move(Database(f"sqlite:///{example_file}"), alone)
    sector.more_inventories(alone)
    alone.engine.dispose()
    on_server(addresses["alone"], "ANALYZE")
    on_server(owner.url, f"CREATE DATABASE scale_sector TEMPLATE scale_alone OWNER {url.username}")
    whole = Database(addresses["sector"])
    chance = random.Random(1)

    def some_board() -> str:
        return str(sector.FIRST + chance.randrange(BOARDS))

    try:
        print(f"\n{sector.copy_boards(whole, BOARDS)}")
        seconds: dict[str, list[float]] = {"alone": [], "sector": []}
        for _turn in range(TURNS):  # by turns, so that a busy machine slows both
            seconds["alone"].append(read(alone, sector.MODEL))
            seconds["sector"].append(read(whole, some_board()))
        every = across(whole)
        for name, found in (*seconds.items(), ("all boards", every)):
            told(name, found)
        for table in ("cohort", "inventory"):
            sector.partition(whole, table, PARTS)
        told(f"in {PARTS} parts, a board", [read(whole, some_board()) for _turn in range(TURNS)])
        told(f"in {PARTS} parts, all boards", across(whole))
    finally:
        for database in (alone, whole):
            database.engine.dispose()
        for name in addresses:
            on_server(owner.url, f"DROP DATABASE IF EXISTS scale_{name} WITH (FORCE)")
    assert min(every) < MOST_SECONDS
    assert min(seconds["sector"]) <= MOST_TIMES * min(seconds["alone"])
