"""Chains say exactly what they do to a plan, and lead from a relaxation to plans within the budgets."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from planning.rounds.solver.arrays import arrays_of
from planning.rounds.solver.chains import IMPOSSIBLE, chains_of, losses, purchases
from planning.rounds.solver.evaluate import fits, stock_of
from planning.rounds.solver.instance import Instance
from planning.rounds.solver.model import build
from planning.rounds.solver.objective import objective
from planning.rounds.solver.program import Program
from planning.rounds.solver.rounding import whole_plans
from planning.rounds.solver.search import value_of
from tests.rounds.planning_problems import device_type, had, line, problem
from tests.rounds.test_planner import WEIGHTED, big


def two_types() -> Instance:
    """Lines that may choose between a type that lasts and a cheap one, and lines that may not."""
    kinds = (device_type("cb", 4, life=2, max_age=3), device_type("used", 4, life=1, max_age=2, prices=(200,) * 4))
    lines = [
        line(school, "pupil", 4, types=types, targets=(5, 6, 7, 6), legacy=had(2, age=1), set_size=size)
        for school, types, size in (("A", ("cb", "used"), 1), ("B", ("cb",), 2), ("C", ("cb", "used"), 1))
    ]
    return problem(*lines, types=kinds, budgets=(900,) * 4, weights=WEIGHTED)


@pytest.mark.parametrize("carry_over", [False, True])
def test_a_chain_adds_to_a_plan_what_it_says(carry_over: bool) -> None:
    arrays = arrays_of(replace(two_types(), carry_over=carry_over))
    weights, random = objective(WEIGHTED).weights(0), Random(5)
    sets = np.array([random.randint(0, int(most)) for most in arrays.column_most])
    before = value_of(arrays, weights, sets)
    columns = arrays.column_line, arrays.column_type, arrays.column_round, arrays.devices(sets)
    lost = losses(arrays, weights, *stock_of(arrays, *columns))
    seen = 0
    chains = chains_of(arrays, 2)
    assert chains is not None
    for one in chains.groups:
        for r in range(arrays.instance.rounds):
            scores = one.scores(r, lost, purchases(arrays, weights, sets))
            for (place, number), score in np.ndenumerate(scores):
                steps = one.steps[one.first[r] + number]
                kind, rounds = np.nonzero(steps)
                after = sets.copy()
                after[one.columns[place, kind, rounds]] += steps[kind, rounds]
                possible = bool(((after >= arrays.column_least) & (after <= arrays.column_most)).all())
                assert possible == (score < IMPOSSIBLE / 2)
                assert rounds.min() == r
                if possible:
                    assert value_of(arrays, weights, after) - before == score
                    seen += 1
    assert seen > 100


@pytest.mark.parametrize("carry_over", [False, True])
def test_plans_are_within_the_budgets_and_near_the_bound(carry_over: bool) -> None:
    arrays = arrays_of(replace(big(), carry_over=carry_over))
    weights = objective(WEIGHTED).weights(0)
    program = Program(build(arrays, peak=False), whole=False)
    solved = program.minimise(weights)
    assert solved.solution is not None
    fractional = program.model.fractional(solved.solution)
    chains = chains_of(arrays, 2)
    assert chains is not None
    plans = whole_plans(arrays, chains, weights, fractional, program.money_prices(), 2)
    assert plans
    for sets in plans:
        assert fits(arrays, sets)
        assert solved.bound <= value_of(arrays, weights, sets) <= 1.02 * solved.bound


def test_there_are_no_chains_where_they_would_take_too_much_room() -> None:
    codes = tuple(f"type{n}" for n in range(40))
    wide = line(types=codes, targets=(5,) * 40)
    kinds = tuple(device_type(code, 40) for code in codes)
    assert chains_of(arrays_of(problem(wide, types=kinds, budgets=(900,) * 40)), 2) is None
