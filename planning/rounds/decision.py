"""A plan as a board decides on it, or did: what it gives, what it does not, and what it was compared with. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from planning.core.clock import local_day
from planning.core.notation import day, listed, money, month_and_year, number, short_month_and_year
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.rounds.board_plan import NOW, BoardPlan, RoundFigures, from_json, to_json
from planning.rounds.carried_out import AllRounds
from planning.rounds.case import left_of_earlier
from planning.rounds.choice_json import rules_from_json, rules_to_json, wishes_to_json
from planning.rounds.choice_rules import round_name
from planning.rounds.difference import PlanDifference, before_to_json, difference_between
from planning.rounds.model import Round
from planning.rounds.records import PlanVersion
from planning.rounds.scenario_plans import ScenarioPlans, whole_plan
from planning.rounds.view import RoundsView

_MOST_NAMED: Final = 4


@dataclass(frozen=True)
class PlanDecision:
    """A plan version with what it is beside; version 0 is still to be decided on."""

    version: PlanVersion
    plan: BoardPlan
    oldest: BoardPlan  # what ‘oldest first’ would do with the same money
    before: PlanVersion | None  # the plan that held until this one
    difference: PlanDifference | None
    short_now: int  # devices short on the day of the plan

    @property
    def devices(self) -> int:
        """Devices bought in all its rounds."""
        return sum(purchase.count for purchase in self.plan.purchases)

    @property
    def is_approved(self) -> bool:
        """Whether it was decided."""
        return self.version.version > 0


def figures_of(view: RoundsView, plans: ScenarioPlans) -> dict[str, Any]:
    """All that is kept of a plan that is approved, as plain JSON values."""
    own = {str(r.round_id): r.budget_cents for r in view.rounds}
    return {
        "plan": to_json(plans.best),
        "whole": whole_plan(plans),
        "oldest_first": to_json(plans.oldest),
        "budgets": own | {str(round_id): cents for round_id, cents in plans.scenario.budgets.items()},
        "budgets_before": own,
        "wishes": wishes_to_json(plans.scenario.wishes),
        "rules": rules_to_json(view.rules),
        "left_out": dict(plans.case.left_out),
        "own": {
            school_id: {"origin": choice.origin, "money": {str(key): cents for key, cents in choice.own_money.items()}}
            for school_id, choice in view.choices.items()
            if choice.origin or choice.own_money
        },
        "short_now": view.group_ratio.shortage,
        "moved_in": left_of_earlier(view, plans.scenario),
        "before": before_to_json(view, plans),
    }


def budgets_of_plan(version: PlanVersion) -> dict[int, int]:
    """Round -> cents there were for it by an approved plan, with what earlier rounds left where that moves on."""
    figures, found = version.figures, {}
    moved = figures.get("moved_in", 0)  # plans of before it was kept have none
    for one in from_json(figures["plan"]).rounds:
        found[one.round_id] = figures["budgets"].get(str(one.round_id), 0) + moved
        moved = max(0, found[one.round_id] - one.paid) if rules_from_json(figures["rules"]).carry_over else 0
    return found


def paid_by_the_board(version: PlanVersion, school_id: str) -> dict[int, int]:
    """Round -> cents that an approved plan spends on a school, less what the school paid of them itself."""
    own = version.figures.get("own", {}).get(school_id, {}).get("money", {})  # plans of before it was kept have none
    spent: dict[int, int] = {}
    for one in from_json(version.figures["plan"]).purchases:
        if one.school_id == school_id:
            spent[one.round_id] = spent.get(one.round_id, 0) + one.count * one.price_cents
    return {round_id: max(0, cents - own.get(str(round_id), 0)) for round_id, cents in spent.items()}


def proposal(view: RoundsView, plans: ScenarioPlans, at: datetime) -> PlanDecision:
    """The plan of a scenario as a decision that is still to be made."""
    draft = PlanVersion(0, plans.scenario.name, view.as_of, at, "", figures_of(view, plans))
    return _decision(view, draft, view.approved)


def decision_of(view: RoundsView, version: PlanVersion) -> PlanDecision:
    """An approved plan as the decision it was."""
    earlier = [plan for plan in view.plans if plan.version < version.version]
    return _decision(view, version, earlier[-1] if earlier else None)


def _decision(view: RoundsView, version: PlanVersion, before: PlanVersion | None) -> PlanDecision:
    figures = version.figures
    short_now = figures.get("short_now")  # plans of before it was kept have none
    return PlanDecision(
        version,
        from_json(figures["plan"]),
        from_json(figures["oldest_first"]),
        before,
        None if before is None else difference_between(before, version),
        view.ratios.on(version.as_of).shortage if short_now is None else short_now,
    )


def gives(plan: BoardPlan, short_now: int) -> list[str]:
    """What a plan gives, in sentences."""
    n = len(plan.schools)
    if plan.on_target == n > 1:
        text = _("All {n} schools reach their target and keep it.")
    else:
        text = ngettext(
            "{there} of {n} school reaches its target and keeps it.",
            "{there} of {n} schools reach their target and keep it.",
            n,
        )
    return [
        text.format(there=number(plan.on_target), n=number(n)),
        _("Devices short go from {before} now to {after} after the last round.").format(
            before=number(short_now), after=number(plan.rounds[-1].short)
        ),
    ]


def lacks(
    plan: BoardPlan, left_out: Mapping[str, str], name: Callable[[str], str], rounds: tuple[Round, ...]
) -> list[str]:
    """What a plan does not give, in sentences; `name` says what a school is called, `rounds` are the board's."""
    told = []
    if missing := [name(s.school_id) for s in plan.schools if s.reached is None]:
        told.append(_("Not on target in these rounds: {schools}.").format(schools=first_named(missing)))
    if past := plan.rounds[-1].past_life:
        text = ngettext(
            "{n} device in use is past its life span after the last round.",
            "{n} devices in use are past their life span after the last round.",
            past,
        )
        told.append(text.format(n=number(past)))
    if left_out:
        text = _("Not in the plan, for want of an inventory or a pupil count: {schools}.")
        told.append(text.format(schools=first_named([name(key) for key in left_out])))
    if waits := sum(s.reached not in (None, NOW, 0) for s in plan.schools):
        text = ngettext("{n} school waits until after {round}.", "{n} schools wait until after {round}.", waits)
        told.append(text.format(n=number(waits), round=_in_sentence(plan.rounds[0], rounds)))
    return told


def _in_sentence(planned: RoundFigures, rounds: tuple[Round, ...]) -> str:
    """ "ronde 2 (september 2018)"; a round that the board no longer has goes by its month."""
    one = next((one for one in rounds if one.round_id == planned.round_id), None)
    month = month_and_year(planned.on)
    if one is None:
        return _("the round of {month}").format(month=month)
    name = round_name(one, rounds)
    return f"{name if one.name else name[:1].lower() + name[1:]} ({month})"


def gains(found: PlanDifference | None, name: Callable[[str], str]) -> list[str]:
    """What becomes better than by the plan that held, in sentences."""
    return [] if found is None else [*_together(found.together, better=True), *_moved(found.sooner, name, sooner=True)]


def losses(found: PlanDifference | None, name: Callable[[str], str]) -> list[str]:
    """What becomes worse than by the plan that held, in sentences: sums for all may hide it."""
    if found is None:
        return []
    told = [*_together(found.together, better=False), *_moved(found.later, name, sooner=False)]
    for one in found.rounds:
        before, now = one.before.short if one.before else None, one.now.short
        if before is not None and now is not None and now > before:
            text = ngettext(
                "After the round of {month} {n} device is short, {before} by the plan before it.",
                "After the round of {month} {n} devices are short, {before} by the plan before it.",
                now,
            )
            told.append(text.format(month=month_and_year(one.on), n=number(now), before=number(before)))
            break
    return told


def _together(found: AllRounds | None, *, better: bool) -> list[str]:
    """What is lacking over all rounds together, as far as it becomes better, or worse."""
    if found is None:
        return []
    short, old = found.now.short - found.before.short, found.now.past_life - found.before.past_life
    n, month = number(found.rounds), month_and_year(found.until)
    told = []
    if short < 0 if better else short > 0:
        text = _(
            "Over {n} rounds together, up to and including {month}, the shortage is {now} devices instead of {before}; "
            "a device that is short in two rounds counts twice."
        )
        told.append(text.format(n=n, month=month, now=number(found.now.short), before=number(found.before.short)))
    if old < 0 if better else old > 0:
        text = _(
            "Over {n} rounds together, up to and including {month}, the number of devices used past their life span "
            "is {now} instead of {before}; one that is so in two rounds counts twice."
        )
        now, before = number(found.now.past_life), number(found.before.past_life)
        told.append(text.format(n=n, month=month, now=now, before=before))
    return told


def forecast(found: PlanDifference, before: PlanVersion, on: date) -> list[str]:
    """What was expected of the plan that held when it was approved, where the facts of a later day say otherwise."""
    for one in found.rounds:
        short = one.before.short if one.before else None
        if short is not None and one.expected not in (None, short):
            text = _(
                "When plan {version} was approved on {then}, a shortage of {expected} was expected after the round of "
                "{month}; by the facts of {day} that is {short}. Both plans are compared by those facts."
            )
            values = {
                "version": number(before.version),
                "then": day(local_day(before.approved_at)),
                "expected": number(one.expected or 0),
                "month": month_and_year(one.on),
                "day": day(on),
                "short": number(short),
            }
            return [text.format(**values)]
    return []


def _moved(schools: Sequence[str], name: Callable[[str], str], *, sooner: bool) -> list[str]:
    if not schools:
        return []
    n, names = len(schools), first_named([name(key) for key in schools])
    if sooner:
        text = ngettext(
            "{n} school is on target sooner than by the plan before it: {schools}.",
            "{n} schools are on target sooner than by the plan before it: {schools}.",
            n,
        )
    else:
        text = ngettext(
            "{n} school is on target later than by the plan before it: {schools}.",
            "{n} schools are on target later than by the plan before it: {schools}.",
            n,
        )
    return [text.format(n=number(n), schools=names)]


def own_choices(origins: Mapping[str, str], name: Callable[[str], str]) -> list[str]:
    """Which schools' own choices a plan follows, in a sentence; `origins` are what they are called, by school."""
    named = [f"{name(school_id)} (‘{origin}’)" for school_id, origin in origins.items() if origin]
    return [_("It follows the choice made by {schools}.").format(schools=listed(named))] if named else []


def compared(decision: PlanDecision) -> list[str]:
    """What a plan was held against: the plan that held, and the rule of thumb with the same money."""
    plan, oldest, told = decision.plan, decision.oldest, []
    if decision.before is not None and decision.difference is not None:
        text = _("Compared with plan {version}: {difference}.")
        beside = text.format(
            version=number(decision.before.version), difference=difference_in_words(decision.difference)
        )
        told += [beside, *forecast(decision.difference, decision.before, decision.version.as_of)]
    else:
        told.append(_("It is the first plan of these rounds."))
    last, least = oldest.rounds[-1].short, plan.rounds[-1].short
    parts = [
        text.format(other=other, own=own)
        for text, other, own in (
            (_("{other} schools on target instead of {own}"), number(oldest.on_target), number(plan.on_target)),
            (_("{other} devices short after the last round instead of {own}"), number(last), number(least)),
            (
                _("everyone on target: {other} instead of {own}"),
                reached_in(oldest, oldest.reached),
                reached_in(plan, plan.reached),
            ),
        )
        if other != own
    ]
    if parts:
        told.append(_("‘Oldest first’ with the same money: {differences}.").format(differences=", ".join(parts)))
    else:
        told.append(_("‘Oldest first’ with the same money gets as far."))
    return told


def difference_in_words(found: PlanDifference) -> str:
    """ "12 devices meer, € 4.000 meer", as part of a sentence."""
    n = abs(found.devices)
    if not n:
        devices = _("as many devices")
    elif found.devices > 0:
        devices = ngettext("{n} device more", "{n} devices more", n).format(n=number(n))
    else:
        devices = ngettext("{n} device fewer", "{n} devices fewer", n).format(n=number(n))
    told = [devices, more_or_less_money(found.cost) if found.cost else _("for the same money")]
    if found.dearer:
        told.append(other_prices(found.dearer))
    return ", ".join(told)


def more_or_less_money(cents: int) -> str:
    """ "€ 4.000 meer in totaal"."""
    text = _("{money} more in all") if cents > 0 else _("{money} less in all")
    return text.format(money=money(abs(cents)))


def short_in_all(found: AllRounds) -> str:
    """What is short over all rounds together by both plans, as part of a sentence; "" where that is the same."""
    if found.now.short == found.before.short:
        return ""
    text = _("over {n} rounds together a shortage of {now} instead of {before}")
    return text.format(n=number(found.rounds), now=number(found.now.short), before=number(found.before.short))


def other_prices(cents: int) -> str:
    """That what both plans buy became dearer or cheaper since the one that held was approved."""
    if cents > 0:
        text = _("by prices of now the same devices cost {money} more")
    else:
        text = _("by prices of now the same devices cost {money} less")
    return text.format(money=money(abs(cents)))


def reached_in(plan: BoardPlan, place: int | None) -> str:
    """When a school is there by a plan of some day, whose rounds may be over: "nu al", "mrt 2019"."""
    if place is None:
        return _("not in these rounds")
    return _("already") if place == NOW else short_month_and_year(plan.rounds[place].on)


def first_named(names: list[str]) -> str:
    """The first of many names, and how many more there are."""
    if len(names) <= _MOST_NAMED:
        return listed(names)
    return listed([*names[:_MOST_NAMED], _("{n} others").format(n=number(len(names) - _MOST_NAMED))])
