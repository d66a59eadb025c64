"""`rounds solve` finds what trying every plan finds, and its plans can be done.

VLOOTPLAN_ROUNDS=5000 tries that many tiny problems.
"""

import os
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from planning.__main__ import main
from planning.rounds.solver.instance_json import plan_as_json
from planning.rounds.solver.planner import NoPlan, plan
from tests.rounds.brute_force import Objective, complaints, objectives, worth
from tests.rounds.command import solve, solve_apart, written
from tests.rounds.instances import tiny, tiny_of_the_product, twenty_schools
from tests.rounds.known import KNOWN, as_instance, instance, kind, line

PROBLEMS = int(os.environ.get("VLOOTPLAN_ROUNDS", "60"))
BATCH = 10
# what weighs, from shortage first to cost alone; a peak that costs nothing is as the product plans
WEIGHTS = [[15_000, 3_000, 1, 0], [1_000, 100, 1, 1], [50, 10, 1, 0], [3, 1, 1, 2], [0, 0, 1, 0], [1, 1, 0, 0]]


def differences(problem: dict[str, Any], found: set[Objective], answer: dict[str, Any]) -> list[str]:
    """What is wrong with one answer, beside the best of all plans."""
    wrong, mode = complaints(problem, answer), problem["objective"]
    given = Objective(**answer["objective"])
    best: Any = min(found)
    value: Any = given
    if mode["mode"] == "weighted":
        best, value = min(worth(one, mode["weights"]) for one in found), worth(given, mode["weights"])
        if answer["lower_bound"] > best + 1e-6 * abs(best):
            wrong.append(f"proves {answer['lower_bound']}, but {best} is possible")
    if value != best:
        wrong.append(f"finds {value}, best is {best}")
        if answer["proven_optimal"]:
            wrong.append("says that nothing is better")
    return wrong


def both_modes(seed: int) -> list[dict[str, Any]]:
    """One tiny problem, asked for in order of the criteria and as a weighted sum."""
    problem = tiny(seed)
    weights = random.Random(seed).choice(WEIGHTS)
    return [problem | {"objective": mode} for mode in ({"mode": "lex"}, {"mode": "weighted", "weights": weights})]


def failures(seeds: Iterable[int], folder: Path) -> Iterator[tuple[int, dict[str, Any], list[str]]]:
    """The tiny problems that are not answered as they should be: seed, problem and why."""
    for seed in seeds:
        found = objectives(tiny(seed))
        for problem in both_modes(seed):
            if wrong := differences(problem, found, solve(problem, folder)):
                yield seed, problem, wrong


@pytest.mark.parametrize("first", range(0, PROBLEMS, BATCH))
def test_no_plan_is_better_than_the_one_found(first: int, tmp_path: Path) -> None:
    seeds = range(first, min(PROBLEMS, first + BATCH))
    assert [(seed, problem["objective"], wrong) for seed, problem, wrong in failures(seeds, tmp_path)] == []


def product_failures(seeds: Iterable[int]) -> Iterator[tuple[int, dict[str, Any], list[str]]]:
    """The same for what only the product knows, planned without the command."""
    for seed in seeds:
        found = objectives(tiny_of_the_product(seed))
        for mode in both_modes(seed):
            problem = tiny_of_the_product(seed) | {"objective": mode["objective"]}
            instance = as_instance(problem)
            try:
                answer = plan_as_json(instance, plan(instance), 0)
            except NoPlan:
                wrong = ["finds no plan"] if found else []
            else:
                wrong = differences(problem, found, answer) if found else ["there is no plan"]
            if wrong:
                yield seed, problem, wrong


@pytest.mark.parametrize("first", range(0, PROBLEMS, BATCH))
def test_no_plan_is_better_where_more_is_fixed(first: int) -> None:
    seeds = range(first, min(PROBLEMS, first + BATCH))
    assert [(seed, problem["objective"], wrong) for seed, problem, wrong in product_failures(seeds)] == []


@pytest.mark.parametrize("name", KNOWN)
def test_the_answer_on_paper_is_found(name: str, tmp_path: Path) -> None:
    problem, expected = KNOWN[name]
    answer = solve(problem, tmp_path)
    assert (complaints(problem, answer), Objective(**answer["objective"])) == ([], expected)


def test_a_process_of_its_own_gives_the_same_answer(tmp_path: Path) -> None:
    for problem in both_modes(7):
        here, apart = solve(problem, tmp_path), solve_apart(problem, tmp_path)
        assert here | {"seconds": 0} == apart | {"seconds": 0}


def test_a_plan_for_twenty_schools_can_be_done(tmp_path: Path) -> None:
    problem = twenty_schools()
    answer = solve(problem, tmp_path)
    assert complaints(problem, answer) == []
    assert answer["lower_bound"] <= worth(Objective(**answer["objective"]), problem["objective"]["weights"])


@pytest.mark.parametrize(
    "wrong",
    [
        {"budget": [1, 2]},
        {"rounds": 0},
        {"types": {"cb": kind(life=3, max_age=2)}},
        {"lines": [line([1], types=["unknown"])]},
        {"objective": {"mode": "best"}},
    ],
)
def test_what_is_no_problem_is_refused(wrong: dict[str, Any], tmp_path: Path) -> None:
    path = written(instance(line([1])) | wrong, tmp_path)
    assert main(["rounds", "solve", str(path), "--json"]) == 2
