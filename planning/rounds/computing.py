"""The best plan of a board's rounds beside the rule of thumb, and what the next euros buy. Pure."""

from dataclasses import dataclass, replace
from typing import Final

from planning.rounds.choices import BASIS, Scenario
from planning.rounds.greedy import oldest_first
from planning.rounds.instance import Purchases
from planning.rounds.known import Known
from planning.rounds.outcome import Outcome, of_json, outcome_of
from planning.rounds.planner import plan
from planning.rounds.scenario import Case, case_of

NODES: Final = 200
"""Steps of the search for a plan that is shown: a limit in steps gives the same plan on every machine."""


@dataclass(frozen=True)
class Computed:
    """A scenario worked out."""

    scenario: Scenario
    case: Case
    purchases: Purchases
    best: Outcome
    oldest: Outcome  # what ‘oldest first’ would do with the same money


def compute(known: Known, scenario: Scenario = BASIS, nodes: int = NODES) -> Computed:
    """The best plan and ‘oldest first’. Raises planner.NoPlan where what is fixed passes the budgets."""
    case = case_of(known, scenario)
    found = plan(case.instance, nodes=nodes, start=_approved(known, case))
    best = outcome_of(case, found.purchases, lower_bound=found.lower_bound, gap=found.gap)
    oldest = outcome_of(case, oldest_first(case.instance))
    return Computed(scenario, case, found.purchases, best, oldest)


def with_extra(case: Case, place: int, cents: int) -> Case:
    """The case with more money in one round."""
    budgets = list(case.instance.budgets)
    here = budgets[place]
    budgets[place] = None if here is None else here + cents
    return replace(case, instance=replace(case.instance, budgets=tuple(budgets)))


def _approved(known: Known, case: Case) -> Purchases | None:
    """The plan approved last, as far as it is to come: a new plan is never worse where that can be carried out."""
    if known.approved is None:
        return None
    lines = {(line.school, kind): at for at, line in enumerate(case.instance.lines) for kind in line.types}
    rounds = {round_id: t for t, round_id in enumerate(case.round_ids)}
    purchases: dict[tuple[int, str, int], int] = {}
    for bought in of_json(known.approved.figures["plan"]).purchases:
        place = lines.get((bought.school_id, bought.kind))
        if place is not None and bought.round_id in rounds:
            key = place, bought.kind, rounds[bought.round_id]
            purchases[key] = purchases.get(key, 0) + bought.count
    return purchases
