"""All boards of the sector, side by side in processes: a sample of them, or all with VLOOTPLAN_SECTOR=900."""

import multiprocessing
import os
import time
from concurrent.futures import ProcessPoolExecutor

import pytest

from planning.rounds.solver.evaluate import evaluate
from planning.rounds.solver.instance import Instance, Purchases
from planning.rounds.solver.planner import Solution, columns_of, plan
from tests.rounds.instances import sector
from tests.rounds.known import as_instance, shortage_first

pytestmark = pytest.mark.bench

ALL = 900
BOARDS = int(os.environ.get("VLOOTPLAN_SECTOR", "60"))
PROCESSES = 2
TINY, NODES = 30, 30  # a board of few schools is searched a little: rounding loses most where money buys few devices


def planned(instance: Instance) -> Solution:
    return plan(instance, nodes=NODES if columns_of(instance) <= TINY else 0)


def plan_boards(instances: list[Instance]) -> list[Solution]:
    """A plan for each board, the largest begun first: nobody waits long for the last."""
    order = sorted(range(len(instances)), key=lambda place: -columns_of(instances[place]))
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as pool:
        plans = dict(zip(order, pool.map(planned, [instances[place] for place in order]), strict=True))
    return [plans[place] for place in range(len(instances))]


def worth(instance: Instance, purchases: Purchases) -> int:
    assert instance.weights is not None
    return evaluate(instance, purchases).values.weighted(instance.weights)


def test_the_sector_is_planned_board_by_board() -> None:
    instances = [as_instance(make()) for make in sector()[:: max(1, ALL // BOARDS)]]
    started = time.perf_counter()
    plans = plan_boards(instances)
    seconds = time.perf_counter() - started
    found = list(zip(instances, plans, strict=True))
    own = [worth(instance, one.purchases) for instance, one in found]
    rule = [worth(instance, shortage_first(instance)) for instance in instances]
    bound = sum(one.lower_bound or 0 for _, one in found)
    short = sum(one.values.short for _, one in found)
    print(f"\n{len(plans)} boards of {ALL} in {seconds:.1f} s with {PROCESSES} processes")
    print(f"proven gap in all {1 - bound / sum(own):.2%} of the value, {sum(own) / bound - 1:.2%} of the bound")
    print(f"shortage first: {sum(rule) / bound - 1:.2%} of the bound; {short:,} pupil-years short, weighted in bands")
    assert bound <= sum(own)
    assert all(mine <= other for mine, other in zip(own, rule, strict=True))
