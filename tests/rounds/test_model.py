"""The linear relaxation: whole without budgets, and never above what a plan can reach."""

import numpy as np
import pytest

from planning.rounds.solver.arrays import arrays_of
from planning.rounds.solver.model import build
from planning.rounds.solver.program import Program
from tests.rounds.planning_problems import device_type, had, line, problem

SHORT_FIRST = np.array([100_000.0, 1_000.0, 1.0, 0.0])


def test_without_budgets_the_relaxation_is_whole() -> None:
    lines = tuple(line(school, legacy=had(3, age=1), targets=(4, 7, 5, 9)) for school in "ABC")
    model = build(arrays_of(problem(*lines, budgets=(None,) * 4)))
    solved = Program(model, whole=False).minimise(SHORT_FIRST)
    assert solved.solution is not None
    bought = model.fractional(solved.solution)
    assert bought == pytest.approx(np.rint(bought), abs=1e-7)


def test_money_is_counted_in_the_unit_all_prices_share() -> None:
    kinds = device_type("cb"), device_type("lt", prices=(450,) * 3)
    model = build(arrays_of(problem(line(types=("cb", "lt")), types=kinds, budgets=(1_000,) * 3)))
    assert model.unit == 150
    assert model.row_upper[model.budget_rows].tolist() == [6, 6, 6]


def test_half_a_device_is_none_also_in_the_relaxation() -> None:
    model = build(arrays_of(problem(budgets=(299, 300, 700))))
    assert model.upper[:3].tolist() == [0, 1, 2]


def test_the_price_of_money_is_what_a_little_more_of_it_saves() -> None:
    board = problem(budgets=(900, 900, 900))
    program = Program(build(arrays_of(board)), whole=False)
    before, prices = program.minimise(SHORT_FIRST), program.money_prices()
    more = Program(build(arrays_of(problem(budgets=(1_200, 900, 900)))), whole=False).minimise(SHORT_FIRST)
    assert before.bound - more.bound == pytest.approx(300 * prices[0])


def test_where_a_later_band_weighs_less_the_first_still_fills_first() -> None:
    from planning.rounds.solver.instance import Band

    board = problem(line(targets=(4, 0, 0)), budgets=(600, 0, 0), bands=(Band(1, 2, 5), Band(1, 1, 1)))
    solved = Program(build(arrays_of(board)), whole=True).minimise(np.array([1.0, 0, 0, 0]))
    assert solved.bound == pytest.approx(10)  # two short: both in the band that weighs 5
