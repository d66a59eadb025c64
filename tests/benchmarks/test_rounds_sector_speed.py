"""All boards of the sector, side by side in processes: a sample of them, or all with VLOOTPLAN_SECTOR=900."""

import multiprocessing
import os
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import pytest

from planning.rounds.solver.evaluate import evaluate
from planning.rounds.solver.instance import Instance, Purchases
from planning.rounds.solver.planner import Solution, columns_of, plans
from tests.rounds.instances import sector
from tests.rounds.known import as_instance, shortage_first

pytestmark = pytest.mark.bench

ALL = 900
BOARDS = int(os.environ.get("VLOOTPLAN_SECTOR", "60"))
PROCESSES = 2
TINY, NODES = 30, 30  # a board of few schools is searched a little: rounding loses most where money buys few devices


@dataclass(frozen=True, slots=True)
class Course:
    """How a board was planned: its plan, its seconds, and how far from that plan it was on the way."""

    last: Solution
    seconds: float
    primal_integral: float  # seconds x (value - last value) / value, of the best plan until then; all of it without one


def planned(instance: Instance) -> Course:
    started, weights = time.perf_counter(), instance.weights
    assert weights is not None
    moments: list[tuple[float, int]] = []
    found = None
    for found in plans(instance, nodes=NODES if columns_of(instance) <= TINY else 0):
        moments.append((time.perf_counter() - started, found.values.weighted(weights)))
    assert found is not None
    last, integral = moments[-1][1], moments[0][0]
    for (begin, worth_then), (end, _) in pairwise(moments):
        integral += (end - begin) * (worth_then - last) / max(1, worth_then)
    return Course(found, moments[-1][0], integral)


def plan_boards(instances: list[Instance]) -> list[Course]:
    """A plan for each board, the largest begun first: nobody waits long for the last."""
    order = sorted(range(len(instances)), key=lambda place: -columns_of(instances[place]))
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as pool:
        courses = dict(zip(order, pool.map(planned, [instances[place] for place in order]), strict=True))
    return [courses[place] for place in range(len(instances))]


def worth(instance: Instance, purchases: Purchases) -> int:
    assert instance.weights is not None
    return evaluate(instance, purchases).values.weighted(instance.weights)


def test_the_sector_is_planned_board_by_board() -> None:
    instances = [as_instance(make()) for make in sector()[:: max(1, ALL // BOARDS)]]
    started = time.perf_counter()
    courses = plan_boards(instances)
    seconds = time.perf_counter() - started
    found_plans = [one.last for one in courses]
    found = list(zip(instances, found_plans, strict=True))
    own = [worth(instance, one.purchases) for instance, one in found]
    rule = [worth(instance, shortage_first(instance)) for instance in instances]
    bound = sum(one.lower_bound or 0 for _, one in found)
    short = sum(one.values.short for _, one in found)
    print(f"\n{len(found_plans)} boards of {ALL} in {seconds:.1f} s with {PROCESSES} processes")
    print(f"proven gap in all {1 - bound / sum(own):.2%} of the value, {sum(own) / bound - 1:.2%} of the bound")
    busy, integral = sum(one.seconds for one in courses), sum(one.primal_integral for one in courses)
    print(f"primal integral {integral:.1f} s of {busy:.1f} s: {integral / busy:.1%} from the last plan on the way")
    print(f"shortage first: {sum(rule) / bound - 1:.2%} of the bound; {short:,} pupil-years short, weighted in bands")
    assert bound <= sum(own)
    assert all(mine <= other for mine, other in zip(own, rule, strict=True))
