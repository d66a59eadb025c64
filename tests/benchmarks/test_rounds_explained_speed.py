"""A plan is explained within a blink: every part by itself, for a board of 20 schools."""

import time
from collections.abc import Callable

import pytest

from planning.rounds.solver.arrays import arrays_of
from planning.rounds.solver.evaluate import evaluate
from planning.rounds.solver.explain import bottlenecks, comparison, difference, reach_by_school, waiting
from planning.rounds.solver.greedy import oldest_first
from planning.rounds.solver.planner import plan
from planning.rounds.solver.what_if import (
    least_budget,
    least_budget_curve,
    least_cost,
    next_money,
    postponed,
    session_for,
    skipped,
)
from tests.rounds.instances import twenty_schools
from tests.rounds.known import as_instance

pytestmark = pytest.mark.bench

TEN_THOUSAND = 1_000_000  # euros in cents


def test_a_plan_for_twenty_schools_is_explained_in_less_time_than_it_is_read() -> None:
    instance = as_instance(twenty_schools())
    arrays, found = arrays_of(instance), plan(instance)
    purchases, rounds = found.purchases, range(instance.rounds)
    figures, other = evaluate(arrays, purchases), evaluate(arrays, oldest_first(instance))

    def whys() -> None:
        for school, waits in waiting(arrays, figures).items():
            first = next(line.school for line in instance.lines if line.school != school)
            comparison(arrays, purchases, first, school, waits[0])

    session = session_for(instance)
    parts: dict[str, Callable[[], object]] = {
        "reach": lambda: reach_by_school(arrays, figures),
        "what binds": lambda: bottlenecks(arrays, purchases, figures),
        "why, for all who wait": whys,
        "difference to oldest first": lambda: (
            difference(arrays, figures, other),
            least_cost(arrays, other.values),
        ),
        "least budget for the last round": lambda: least_budget(instance, rounds[-1], even=True),
        "curve of the least budget": lambda: least_budget_curve(instance, even=True),
        "everything a round later": lambda: postponed(arrays, purchases),
        "10,000 more, each round": lambda: [next_money(arrays, purchases, TEN_THOUSAND, r, session) for r in rounds],
        "nothing bought, each round": lambda: [skipped(arrays, purchases, r, session) for r in rounds],
    }
    taken = {}
    for name, part in parts.items():
        started = time.process_time()
        part()
        taken[name] = time.process_time() - started
        print(f"{name:35}{taken[name] * 1000:8.1f} ms of CPU")
    print(f"{'all':35}{sum(taken.values()) * 1000:8.1f} ms")
    # what a page shows at once is a small part of it; the rest is computed when it is asked for
    at_once = sum(seconds for name, seconds in taken.items() if "each round" not in name)
    assert at_once < sum(taken.values()) / 2
