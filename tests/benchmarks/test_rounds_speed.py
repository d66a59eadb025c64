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

from planning.rounds.evaluate import Evaluation, evaluate
from planning.rounds.greedy import oldest_first, shortage_first
from planning.rounds.instance import Instance, Purchases, Values
from planning.rounds.planner import plan
from planning.rounds.session import Session
from planning.rounds.what_if import least_cost
from tests.benchmarks.naive_rounds import solve_naively
from tests.rounds.instances import board, eighty_schools, twenty_schools
from tests.rounds.known import as_instance

pytestmark = pytest.mark.bench

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
    values: Values | None
    figures: Evaluation | None


def timed(how: str, instance: Instance, make: Callable[[], Purchases]) -> Row:
    started = time.perf_counter()
    purchases = make()
    seconds = time.perf_counter() - started
    figures = evaluate(instance, purchases)
    return Row(how, seconds, figures.values, figures)


def show(instance: Instance, rows: list[Row], bound: int) -> None:
    """Money in thousands of euros; the gap is to the bound the product proves."""
    print(f"{'':26}{'seconds':>9}{'gap':>9}{'objective':>12}{'short':>8}{'over age':>10}{'k euro':>8}{'could be':>10}")
    assert instance.weights is not None
    for row in rows:
        if row.values is None:
            print(f"{row.how:26}{row.seconds:9.2f}   no plan found")
            continue
        worth = row.values.weighted(instance.weights)
        least = least_cost(instance, row.values)
        devices = row.figures and int(row.figures.short.sum())
        old = row.figures and int((row.figures.unserved - row.figures.short).sum())
        print(
            f"{row.how:26}{row.seconds:9.2f}{(worth - bound) / worth:9.2%}{worth / 1e8:12.2f}{devices:8}{old:10}"
            f"{row.values.cost / 1e5:8.0f}{(least or 0) / 1e5:10.0f}"
        )


@pytest.mark.parametrize("name", BOARDS)
def test_a_plan_beats_both_rules_and_a_plain_model(name: str) -> None:
    instance = as_instance(BOARDS[name]())
    assert instance.weights is not None
    started = time.perf_counter()
    found = plan(instance)
    seconds = time.perf_counter() - started
    figures = evaluate(instance, found.purchases)
    naive = solve_naively(instance, NAIVE_SECONDS)
    rows = [
        Row("planned", seconds, found.values, figures),
        timed("oldest first", instance, lambda: oldest_first(instance)),
        timed("shortage first", instance, lambda: shortage_first(instance)),
        Row(f"plain, {naive.binaries:,} binaries", naive.seconds, naive.values, naive.figures),
    ]
    assert found.lower_bound is not None
    print(f"\n{name}; proven gap {found.gap:.2%}; short and over age in device-years")
    show(instance, rows, found.lower_bound)
    own = found.values.weighted(instance.weights)
    for row in rows[1:]:
        assert row.values is None or own <= row.values.weighted(instance.weights), row.how
    # what oldest-first does can be had for less, and a plan is there long before the plain model's
    assert (least_cost(instance, rows[1].values) or 0) < rows[1].values.cost
    assert seconds < naive.seconds


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
