"""What the product is compared with agrees with answers worked out on paper, and sees through a plan that cheats."""

from typing import Any

import pytest

from tests.rounds.brute_force import Objective, complaints, objectives, worth
from tests.rounds.instances import MOST_VECTORS, eighty_schools, sector, tiny, twenty_schools, vectors
from tests.rounds.known import KNOWN, instance, line


@pytest.mark.parametrize("name", KNOWN)
def test_every_plan_tried_gives_the_answer_on_paper(name: str) -> None:
    problem, expected = KNOWN[name]
    found = objectives(problem)
    mode = problem["objective"]
    best = min(found, key=lambda one: worth(one, mode["weights"])) if mode["mode"] == "weighted" else min(found)
    assert best == expected


def answer(count: int, objective: Objective, **fields: Any) -> dict[str, Any]:
    buy = {"school": "A", "line": "pupil", "type": "cb", "round": 0, "count": count} | fields
    return {"buys": [buy], "objective": objective._asdict()}


def test_a_plan_that_keeps_to_everything_has_no_complaint() -> None:
    assert complaints(instance(line([3]), budget=[20]), answer(2, Objective(1, 1, 20, 20))) == []


@pytest.mark.parametrize(
    ("problem", "given", "part"),
    [
        (instance(line([3]), budget=[20]), answer(3, Objective(0, 0, 30, 30)), "the board passes its budget"),
        (instance(line([3]), school_budget={"A": [20]}), answer(3, Objective(0, 0, 30, 30)), "school A passes"),
        (instance(line([3])), answer(4, Objective(0, 0, 40, 40)), "at most 3"),
        (instance(line([3])), answer(3, Objective(0, 0, 30, 30), round=1), "may not buy"),
        (instance(line([3])), answer(2, Objective(0, 0, 20, 20)), "says"),
    ],
)  # fmt: skip
def test_a_plan_that_cannot_be_is_seen(problem: dict[str, Any], given: dict[str, Any], part: str) -> None:
    assert any(part in complaint for complaint in complaints(problem, given))


def test_carried_money_counts_from_the_first_round_on() -> None:
    late = answer(2, Objective(2, 2, 20, 20), round=1)
    problem = instance(line([2, 2]), budget=[15, 5], carry_over=True)
    assert complaints(problem, late) == []
    assert complaints(problem | {"carry_over": False}, late) == ["the board passes its budget"]


def test_tiny_problems_hold_every_feature() -> None:
    problems = [tiny(seed) for seed in range(200)]
    assert all(1 < vectors(problem) <= MOST_VECTORS for problem in problems)
    kinds = [kind for problem in problems for kind in problem["types"].values()]
    lines = [line for problem in problems for line in problem["lines"]]
    for feature in ("support_end", "fixed_cost", "tiers"):
        assert sum(1 for kind in kinds if kind.get(feature)) > 20, feature
    for feature in ("carry_over", "school_budget"):
        assert sum(1 for problem in problems if problem.get(feature)) > 20, feature
    assert sum(1 for line in lines if len(line["types"]) > 1) > 20
    assert sum(1 for line in lines for group in line["legacy"] if group["support_end"] is not None) > 20
    assert sum(1 for problem in problems if None in (problem["budget"] or [])) > 20


def test_boards_have_the_size_that_was_measured_before() -> None:
    small, large = twenty_schools(), eighty_schools()
    held = [sum(old["count"] for line in board["lines"] for old in line["legacy"]) for board in (small, large)]
    assert [len(board["lines"]) for board in (small, large)] == [59, 247]
    assert held == pytest.approx([1_000, 12_000], rel=0.01)
    assert len(sector()) == 900
