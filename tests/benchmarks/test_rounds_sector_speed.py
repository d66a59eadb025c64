"""All boards of the sector, side by side in processes: a sample of them, or all with VLOOTPLAN_SECTOR=900."""

import os
import time
from concurrent.futures import ProcessPoolExecutor

import pytest

from planning.rounds.evaluate import evaluate
from planning.rounds.greedy import shortage_first
from planning.rounds.instance import Values
from planning.rounds.planner import plan
from tests.rounds.instances import sector
from tests.rounds.known import as_instance

pytestmark = pytest.mark.bench

ALL = 900
BOARDS = int(os.environ.get("VLOOTPLAN_SECTOR", "30"))
PROCESSES = 2


def planned(number: int) -> tuple[int, int, int, Values, float]:
    """One board: what the plan is worth, its bound, what the better rule is worth, the criteria, seconds."""
    instance = as_instance(sector()[number]())
    assert instance.weights is not None
    started = time.perf_counter()
    found = plan(instance)
    seconds = time.perf_counter() - started
    rule = evaluate(instance, shortage_first(instance)).values
    assert found.lower_bound is not None
    weighted = found.values.weighted(instance.weights), found.lower_bound, rule.weighted(instance.weights)
    return *weighted, found.values, seconds


def test_the_sector_is_planned_board_by_board() -> None:
    numbers = range(0, ALL, max(1, ALL // BOARDS))
    started = time.perf_counter()
    with ProcessPoolExecutor(PROCESSES) as pool:
        boards = list(pool.map(planned, numbers, chunksize=4))
    seconds = time.perf_counter() - started
    worth, bound, rule = (sum(board[part] for board in boards) for part in range(3))
    slowest = max(board[4] for board in boards)
    print(f"\n{len(boards)} boards of {ALL} in {seconds:.1f} s with {PROCESSES} processes, slowest {slowest:.2f} s")
    print(f"proven gap in all {(worth - bound) / worth:.2%}; shortage first {(rule - bound) / rule:.2%}")
    print(f"{sum(board[3].short for board in boards):,} pupil-years short, weighted in bands")
    assert bound <= worth <= rule
    assert all(own <= other for own, _bound, other, _values, _seconds in boards)
