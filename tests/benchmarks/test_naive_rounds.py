"""The plain model that planning is measured against is right: on tiny boards it finds the best plan there is."""

import pytest

from tests.benchmarks.naive_rounds import solve_naively
from tests.rounds.brute_force import objectives, worth
from tests.rounds.instances import tiny
from tests.rounds.known import as_instance

WEIGHTS = [15_000, 3_000, 1, 0]


@pytest.mark.parametrize("seed", range(25))
def test_a_place_for_every_device_finds_the_best_plan(seed: int) -> None:
    problem = tiny(seed)
    for kind in problem["types"].values():
        kind.update(fixed_cost=0, tiers=[])
    rising = [[1, 10, 1], [1, 4, 2], [1, 1, 4]]
    problem |= {"bands": rising, "carry_over": False, "school_budget": None}
    problem |= {"objective": {"mode": "weighted", "weights": WEIGHTS}}
    found = solve_naively(as_instance(problem), seconds=10)
    assert found.values is not None
    best = min(worth(one, WEIGHTS) for one in objectives(problem))
    values = found.values
    assert worth((values.short, values.unserved, values.cost, values.peak), WEIGHTS) == best
