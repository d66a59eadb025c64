"""Which devices a variant brings, and when a school is on target with them: the rounds planner itself, given its money.

The school is planned by itself: with what the approved plan spends on it in each round and, beside that, its own money.
Pure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planning.choices.model import DEVICES, Variant, first_day
from planning.choices.rules import DevicePrice
from planning.ratios.rules import devices_needed
from planning.rounds.after_plan import PlannedRatio, ratios_after
from planning.rounds.board_plan import NOW, BoardPlan
from planning.rounds.case import missing_for_a_plan
from planning.rounds.fleet import Stock, kinds_for, stocks_of
from planning.rounds.model import Round, SchoolChoice, Wishes
from planning.rounds.scenario_plans import compute
from planning.rounds.view import RoundsView


@dataclass(frozen=True)
class VariantDevices:
    """What a variant brings in the rounds to come."""

    own_money: Mapping[int, int]  # round -> cents of the school itself
    later: int  # cents for which there is no round
    plan: BoardPlan  # of this school
    after: tuple[PlannedRatio, ...]  # the school after each round
    target: float  # of the school
    reached: int | None  # place of the round from which it keeps its target; NOW; None: not in these rounds
    board_target: float
    board_reached: int | None  # the same for the target of the board

    @property
    def paid_itself(self) -> int:
        """Cents that the school pays in all rounds to come; the board pays the rest."""
        return sum(one.cost - one.paid for one in self.plan.rounds)

    @property
    def unused(self) -> int:
        """Cents of its own that no device is bought with: there are enough, or it is less than one costs."""
        return sum(self.own_money.values()) - self.paid_itself

    @property
    def count(self) -> int:
        """Devices bought in all rounds to come."""
        return sum(purchase.count for purchase in self.plan.purchases)


def own_money(variant: Variant, rounds: Sequence[Round]) -> tuple[dict[int, int], int]:
    """(Round -> cents, cents without a round): the money of a school year goes to its first round to come.

    That is as early as can be. A year without a round leaves its money to the next one.
    """
    ordered = sorted(rounds, key=lambda one: one.on)
    found: dict[int, int] = {}
    waiting, year = variant.once.get(DEVICES, 0), variant.school_year
    last = max((one.on for one in ordered), default=date.min)
    while first_day(year) <= last:
        waiting += variant.yearly.get(DEVICES, 0)
        within = (r for r in ordered if first_day(year) <= r.on < first_day(year + 1))
        here = next(within, None)
        if here is not None and waiting:
            found[here.round_id] = waiting
            waiting = 0
        year += 1
    return found, waiting


def fed(choice: SchoolChoice, variant: Variant, rounds: Sequence[Round]) -> SchoolChoice:
    """What a school chose for its fleet once a variant feeds it; rounds before its school year stay as they are."""
    begins = first_day(variant.school_year)
    earlier = {r.round_id for r in rounds if r.on < begins}
    kept = {key: cents for key, cents in choice.own_money.items() if key in earlier}
    found, _later = own_money(variant, [r for r in rounds if r.on >= begins])
    return replace(
        choice,
        kinds=choice.kinds if variant.kinds is None else variant.kinds,
        own_money=kept | found,
        origin=variant.name,
    )


def device_price(view: RoundsView, school_id: str, variant: Variant) -> DevicePrice:
    """The kind a plan would buy at the least price for a school, with the term over which it is written off."""
    choice = view.choices.get(school_id, SchoolChoice(school_id))
    if variant.kinds is not None:
        choice = replace(choice, kinds=variant.kinds)
    codes = kinds_for(view, choice, stocks_of(view).get(school_id, Stock()), Wishes())
    kinds = view.ratios.kinds
    code = min(codes, key=lambda one: (kinds[one].price_cents, one))
    return DevicePrice(code, kinds[code].price_cents, view.rules.write_off_years or kinds[code].write_off_years)


def devices_of(view: RoundsView, school_id: str, variant: Variant) -> VariantDevices | None:
    """What a variant brings, by a view of the school alone (rounds.service.school_rounds).

    None where a plan cannot be made: no inventory, no pupil count or no round to come. Raises planner.NoPlan.
    """
    whole = with_variant(view, school_id, variant)
    if missing_for_a_plan(whole):
        return None
    plan = compute(whole).best
    ratios = whole.ratios
    after = ratios_after(plan, ratios.counts, ratios.forecast, whole.as_of).get(school_id)
    if after is None:
        return None
    here = next(one for one in whole.group_ratio.schools if one.school_id == school_id)
    chosen = whole.choices[school_id].own_money
    money = {one.round_id: chosen[one.round_id] for one in whole.to_come if one.round_id in chosen}
    _all, later = own_money(variant, [r for r in whole.rounds if r.on >= first_day(variant.school_year)])
    board = ratios.board.pupils_per_device
    enough = (here.countable or 0) >= devices_needed(here.pupils or 0, board)
    return VariantDevices(
        money, later, plan, after.rounds, here.target, after.reached, board, _reached(after.rounds, board, enough)
    )


def with_variant(view: RoundsView, school_id: str, variant: Variant) -> RoundsView:
    """The view as it would be when the variant feeds the rounds."""
    choice = fed(view.choices.get(school_id, SchoolChoice(school_id)), variant, view.rounds)
    schools = tuple(
        replace(one, own_target=variant.target) if one.school_id == school_id and variant.target else one
        for one in view.ratios.schools
    )
    return replace(view, ratios=replace(view.ratios, schools=schools), choices={**view.choices, school_id: choice})


def _reached(after: Sequence[PlannedRatio], target: float, enough: bool) -> int | None:
    """The place of the round from which there are devices enough for a target, as SchoolFigures.reached."""
    short = [place for place, one in enumerate(after) if one.devices < devices_needed(one.pupils, target)]
    if not short:
        return NOW if enough else 0
    return short[-1] + 1 if short[-1] + 1 < len(after) else None
