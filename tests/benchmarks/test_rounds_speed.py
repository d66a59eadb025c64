"""How good and how fast a plan is, beside what a spreadsheet does and beside the model one would write first.

VLOOTPLAN_NAIVE_SECONDS=120 gives the plain model more time. Only relations are asserted: machines differ.
"""

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from planning.rounds.solver.evaluate import Evaluation, evaluate
from planning.rounds.solver.greedy import oldest_first
from planning.rounds.solver.instance import Instance, Purchases, Values
from planning.rounds.solver.planner import Solution, plan
from planning.rounds.solver.session import Session
from planning.rounds.solver.what_if import least_cost
from tests.benchmarks.naive_rounds import solve_naively
from tests.rounds.instances import board, eighty_schools, twenty_schools
from tests.rounds.known import as_instance, shortage_first

pytestmark = pytest.mark.bench

AS_GOOD = 1.002  # in 20 seconds the plain model comes within that of a small board's plan
NAIVE_SECONDS = float(os.environ.get("VLOOTPLAN_NAIVE_SECONDS", "30"))


def own_board() -> dict[str, Any]:
    """A board as large as the example: 20 schools, 3,400 pupils, planned eight rounds ahead."""
    return board(seed=4, schools=20, pupils=3_400, devices=760, rounds=8)


BOARDS: dict[str, Callable[[], dict[str, Any]]] = {
    "(a) 20 schools, 1,000 devices, 5 rounds": twenty_schools,
    "20 schools, 760 devices, 8 rounds": own_board,
    "(b) 80 schools, 12,000 devices, 10 rounds": eighty_schools,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One way to plan a board."""

    how: str
    seconds: float
    processor: float  # seconds of it that were spent working
    values: Values | None
    figures: Evaluation | None


def timed(how: str, instance: Instance, make: Callable[[], Purchases]) -> Row:
    started, worked = time.perf_counter(), time.process_time()
    purchases = make()
    seconds, processor = time.perf_counter() - started, time.process_time() - worked
    figures = evaluate(instance, purchases)
    return Row(how, seconds, processor, figures.values, figures)


def show(instance: Instance, rows: list[Row], bound: int) -> None:
    """The gap is to the bound the product proves; money is what is spent, and what the same service could cost."""
    heads = ("seconds", "of CPU", "gap", "objective", "short", "over age", "k euro", "could be")
    print(" " * 26 + "".join(f"{head:>11}" for head in heads))
    assert instance.weights is not None
    for row in rows:
        print(f"{row.how:26}{row.seconds:11.2f}{row.processor:11.2f}", end="")
        if row.values is None or row.figures is None:
            print("  no plan found")
            continue
        worth = row.values.weighted(instance.weights)
        short, unserved = int(row.figures.short.sum()), int(row.figures.unserved.sum())
        least = least_cost(instance, row.values) or 0
        print(f"{(worth - bound) / worth:11.2%}{worth / 1e8:11.2f}{short:11}{unserved - short:11}", end="")
        print(f"{row.values.cost / 1e5:11.0f}{least / 1e5:11.0f}")


@pytest.mark.parametrize("name", BOARDS)
def test_a_plan_beats_both_rules_and_a_plain_model(name: str) -> None:
    instance = as_instance(BOARDS[name]())
    assert instance.weights is not None
    plans: list[Solution] = []

    def planned() -> Purchases:
        plans.append(plan(instance))
        return plans[0].purchases

    rows = [
        timed("planned", instance, planned),
        timed("oldest first", instance, lambda: oldest_first(instance)),
        timed("shortage first", instance, lambda: shortage_first(instance)),
    ]
    worked = time.process_time()
    naive = solve_naively(instance, NAIVE_SECONDS)
    worked = time.process_time() - worked
    rows.append(Row(f"plain, {naive.binaries:,} binaries", naive.seconds, worked, naive.values, naive.figures))
    found = plans[0]
    assert found.lower_bound is not None
    print(f"\n{name}; proven gap {found.gap:.2%}; short and over age in device-years")
    show(instance, rows, found.lower_bound)
    own = found.values.weighted(instance.weights)
    oldest, shortage = (row.values for row in rows[1:3])
    assert oldest is not None
    assert shortage is not None
    assert own <= min(oldest.weighted(instance.weights), shortage.weighted(instance.weights))
    # what oldest-first does can be had for less
    assert (least_cost(instance, oldest) or 0) < oldest.cost
    # in a tenth of its time as good as the plain model, or better
    assert rows[0].processor * 10 < rows[-1].processor
    assert naive.values is None or own <= naive.values.weighted(instance.weights) * AS_GOOD


def moves(budgets: tuple[int | None, ...]) -> list[tuple[int | None, ...]]:
    """What a hand does with sliders: all rounds or one, ten percent down to twenty up."""
    found: list[tuple[int | None, ...]] = []
    for number in range(20):
        percent = 90 + number * 30 // 19
        one = number % len(budgets)
        found.append(
            tuple(
                limit if limit is None or (number % 2 and r != one) else limit * percent // 100
                for r, limit in enumerate(budgets)
            )
        )
    return found


@pytest.mark.parametrize("name", BOARDS)
def test_a_slider_answers_long_before_a_plan_does(name: str) -> None:
    instance = as_instance(BOARDS[name]())
    assert instance.weights is not None
    started = time.perf_counter()
    plan(instance)
    whole = time.perf_counter() - started
    session, taken, busy, behind = Session(instance), list[float](), list[float](), list[float]()
    session.plan(instance.budgets)
    for budgets in moves(instance.budgets):
        started, worked = time.perf_counter(), time.process_time()
        quick = session.plan(budgets)
        taken.append(time.perf_counter() - started)
        busy.append(time.process_time() - worked)
        assert quick.gap is not None
        behind.append(quick.gap)
    print(f"\n{name}: slider {spread(taken)}, of CPU {spread(busy)}, gap at most {max(behind):.2%}")
    assert statistics.median(taken) < whole


def spread(seconds: list[float]) -> str:
    """Median and 95th percentile."""
    p95 = sorted(seconds)[int(len(seconds) * 0.95) - 1]
    return f"median {statistics.median(seconds) * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms"
