"""One plan, one figure: whoever asks, however often, after whatever, and in whatever order the facts stand."""

import random
from collections import Counter
from dataclasses import astuple, replace

from planning.rounds.board_plan import BoardPlan
from planning.rounds.bridge import bridges, total
from planning.rounds.model import BASIS, Scenario
from planning.rounds.scenario_plans import ScenarioPlanner, compute
from planning.rounds.view import RoundsView
from tests.rounds.boards import ANNA, LINDE, cohort, view

COHORTS = (
    cohort(LINDE, 6, bought="2013-09-01"),
    cohort(LINDE, 4, kind="tablet", until="2019-01-01"),
    cohort(ANNA, 3, bought=None),
    cohort(ANNA, 2, kind="laptop", bought="2012-03-01"),
)
TIGHT = {1: 2_000_00, 2: 1_500_00, 3: 900_00}


def shuffled(draw: random.Random) -> RoundsView:
    """The same board with schools, cohorts and kinds in another order."""
    found = view(*draw.sample(COHORTS, len(COHORTS)))
    kinds = list(found.ratios.kinds.items())
    schools = draw.sample(found.ratios.schools, len(found.ratios.schools))
    ratios = replace(found.ratios, schools=tuple(schools), kinds=dict(draw.sample(kinds, len(kinds))))
    return replace(found, ratios=ratios)


def figures(plan: BoardPlan) -> tuple[object, ...]:
    """All that a screen says of a plan, whatever the order it is told in."""
    bought = Counter({(p.round_id, p.school_id, p.kind, p.price_cents, p.replaced): p.count for p in plan.purchases})
    schools = sorted(astuple(school) for school in plan.schools)
    return plan.rounds, schools, bought, plan.values, plan.lower_bound, plan.gap


def test_fifty_reruns_sessions_and_orders_give_one_plan() -> None:
    draw, scenario = random.Random(2018), Scenario(0, "", TIGHT)
    board = view(*COHORTS)
    expected, oldest = (figures(plan) for plan in (compute(board, scenario).best, compute(board, scenario).oldest))
    planner = ScenarioPlanner(board, BASIS)  # of a session that lives on
    for _rerun in range(50):
        other = shuffled(draw)
        asked = compute(other, scenario)
        assert figures(asked.best) == expected
        assert figures(asked.oldest) == oldest
        planner.compute(board, Scenario(0, "", {key: draw.randrange(0, 5_000_00, 100_00) for key in TIGHT}))
        assert figures(planner.compute(board, scenario).best) == expected


def test_the_bridge_adds_up_term_by_term_to_what_the_plan_says_in_any_order() -> None:
    draw = random.Random(7)
    for _order in range(5):
        board = shuffled(draw)
        best = compute(board, Scenario(0, "", TIGHT)).best
        for place, one in enumerate(best.rounds):
            found = bridges(board, best, place)
            for school_id, bridge in found.items():
                bought = sum(best.bought(school_id, earlier.round_id) for earlier in best.rounds[: place + 1])
                assert bridge.bought == -bought
                assert bridge.short_now + sum(bridge.changes) == bridge.short_then
            assert total(found.values()).short_then == one.short
            assert total(found.values()).short_now == board.group_ratio.shortage
