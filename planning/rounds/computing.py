"""The best plan of a board's rounds beside the rule of thumb, and what the next euros buy. Pure."""

from dataclasses import dataclass, replace
from typing import Final

from planning.rounds.choices import BASIS, Scenario
from planning.rounds.greedy import oldest_first
from planning.rounds.instance import Purchases
from planning.rounds.known import Known
from planning.rounds.outcome import Outcome, of_json, outcome_of
from planning.rounds.planner import plan
from planning.rounds.scenario import Case, case_of, with_budgets
from planning.rounds.session import Session

NODES: Final = 200
"""Steps of the search for a plan that is shown: a limit in steps gives the same plan on every machine."""
FEW: Final = 5
"""Steps for a question beside it: enough to turn a fraction into whole devices."""


@dataclass(frozen=True)
class Computed:
    """A scenario worked out."""

    scenario: Scenario
    case: Case
    purchases: Purchases
    best: Outcome
    oldest: Outcome  # what ‘oldest first’ would do with the same money
    is_quick: bool = False  # made at once; how good it is was not asked


def compute(known: Known, scenario: Scenario = BASIS, nodes: int = NODES) -> Computed:
    """The best plan and ‘oldest first’. Raises planner.NoPlan where what is fixed passes the budgets."""
    case = case_of(known, scenario)
    found = plan(case.instance, nodes=nodes, start=_approved(known, case))
    best = outcome_of(case, found.purchases, lower_bound=found.lower_bound, gap=found.gap)
    oldest = outcome_of(case, oldest_first(case.instance))
    return Computed(scenario, case, found.purchases, best, oldest)


class Warm:
    """A scenario planned again and again with other budgets, as a slider moves; for one person at a time."""

    def __init__(self, known: Known, scenario: Scenario) -> None:
        self._case = case_of(known, scenario)
        self._session = Session(self._case.instance)

    def compute(self, known: Known, scenario: Scenario) -> Computed:
        """A quick plan with the scenario's budgets. Raises planner.NoPlan."""
        case = with_budgets(self._case, known, scenario)
        found = self._session.plan(case.instance.budgets)
        oldest = outcome_of(case, oldest_first(case.instance))
        return Computed(scenario, case, found.purchases, outcome_of(case, found.purchases), oldest, is_quick=True)

    def with_more_money(self, computed: Computed, place: int, cents: int) -> Outcome:
        """As the function of that name, quickly."""
        case = with_extra(computed.case, place, cents)
        return outcome_of(case, self._session.plan(case.instance.budgets).purchases)


def with_extra(case: Case, place: int, cents: int) -> Case:
    """The case with more money in one round."""
    budgets = list(case.instance.budgets)
    here = budgets[place]
    budgets[place] = None if here is None else here + cents
    return replace(case, instance=replace(case.instance, budgets=tuple(budgets)))


def with_more_money(computed: Computed, place: int, cents: int) -> Outcome:
    """The plan with so much more in one round: at least as good, and about what it buys."""
    case = with_extra(computed.case, place, cents)
    return outcome_of(case, plan(case.instance, nodes=FEW, start=computed.purchases).purchases)


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
