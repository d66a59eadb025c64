"""The explanation of a plan in sentences. Money in cents; `**` marks what is true and enough by itself."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Final

import numpy as np

from planning.core.notation import listed, money, number, percent
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.rounds.calendar import RoundCalendar
from planning.rounds.solver.evaluate import Evaluation
from planning.rounds.solver.explain import Bottleneck, Difference, reach_of_all
from planning.rounds.solver.what_if import Effect, LeastBudget

_MOST_NAMES: Final = 3  # schools named in one sentence
_HUNDRED: Final = 10_000  # cents; less than half of it is what whole devices happen to leave


def answer(
    calendar: RoundCalendar,
    reach: Mapping[str, int | None],
    plan: Evaluation,
    other_reach: int | None,
    enough: LeastBudget | None = None,
    budgets: Sequence[int] = (),
) -> str:
    """The answer of the page: when all schools are at their target and for how much, beside oldest-first.

    For a plan that does not get there within these rounds: `enough` is the least even budget that does, `budgets`
    are those of the rounds.
    """
    last = reach_of_all(reach)
    if last is None:
        return _never(calendar, reach, plan, enough, budgets)
    schools, rounds = len(reach), np.nonzero(plan.spend[: last + 1])[0]
    text = ngettext(
        "**In {round} the school reaches its target,** for **{money}** in {rounds}.",
        "**In {round} all {n} schools reach their target,** for **{money}** in {rounds}.",
        schools,
    ) if len(rounds) else ngettext(
        "**The school is at its target from {round} on,** without a purchase.",
        "**All {n} schools are at their target from {round} on,** without a purchase.",
        schools,
    )  # fmt: skip
    spent = money(int(plan.spend[: last + 1].sum()))
    first = text.format(round=calendar.round(last), n=schools, money=spent, rounds=_rounds_long(len(rounds)))
    return f"{first} {oldest_first(last, other_reach)}"


def oldest_first(reach: int, other_reach: int | None) -> str:
    """How much longer oldest-first takes than a plan that has all schools at their target in a round."""
    if other_reach is None:
        return _("With ‘oldest first’ that does not happen within these rounds.")
    longer = other_reach - reach
    if longer == 0:
        return _("With ‘oldest first’ it takes as long.")
    if longer < 0:
        return ngettext(
            "With ‘oldest first’ it takes one round less.", "With ‘oldest first’ it takes {n} rounds less.", -longer
        ).format(n=-longer)
    return ngettext(
        "With ‘oldest first’ it takes one round longer.", "With ‘oldest first’ it takes {n} rounds longer.", longer
    ).format(n=longer)


def school_reach(calendar: RoundCalendar, school: str, reach: int | None) -> str:
    """When one school is at its target for good."""
    name = calendar.names[school]
    if reach is None:
        return _("{school} does not reach its target within these {n} rounds.").format(
            school=name, n=len(calendar.starts)
        )
    if reach == 0:
        return _("{school} is at its target from the first round on.").format(school=name)
    return _("{school} reaches its target in {round}.").format(school=name, round=calendar.round(reach))


def what_binds(calendar: RoundCalendar, found: Sequence[Bottleneck]) -> list[str]:
    """Which money holds the plan up: the board's, then that of schools."""
    board = [one for one in found if one.school is None]
    if not found:
        return [_("No budget holds this plan up.")]
    texts = []
    if board:
        texts.append(_board_binds(calendar, board))
    by_school: dict[str, list[int]] = {}
    for one in found:
        if one.school is not None:
            by_school.setdefault(one.school, []).append(one.round)
    texts += [
        _("{school} has spent its own budget in {rounds}.").format(
            school=calendar.names[school], rounds=calendar.rounds(rounds)
        )
        for school, rounds in by_school.items()
    ]
    return texts


def _board_binds(calendar: RoundCalendar, found: Sequence[Bottleneck]) -> str:
    short = [one for one in found if one.short] or found
    rounds = calendar.rounds([one.round for one in short])
    if len(short) > 1 and short[0].short:
        return _("In {rounds} the budget is spent while devices are still short: {numbers}.").format(
            rounds=rounds, numbers=listed([number(one.short) for one in short])
        )
    if short[0].short:
        return ngettext(
            "In {rounds} the budget is spent while {n} device is still short.",
            "In {rounds} the budget is spent while {n} devices are still short.",
            short[0].short,
        ).format(rounds=rounds, n=number(short[0].short))
    return _("In {rounds} the budget is spent; what waits is only past its life.").format(rounds=rounds)


def more_money(calendar: RoundCalendar, amount: int, round_: int, change: Effect) -> str:
    """What so much more in one round does."""
    given = {"money": money(amount), "round": calendar.round(round_)}
    if change.short < 0:
        return ngettext(
            "{money} more in {round} takes away about {n} device of shortage over all rounds{where}.",
            "{money} more in {round} takes away about {n} devices of shortage over all rounds{where}.",
            -change.short,
        ).format(n=number(-change.short), where=_where(calendar, change.short_by_school), **given)
    if change.over_age < 0:
        return ngettext(
            "{money} more in {round} changes no shortage; about {n} device less is past its life.",
            "{money} more in {round} changes no shortage; about {n} devices less are past their life.",
            -change.over_age,
        ).format(n=number(-change.over_age), **given)
    return _("{money} more in {round} buys nothing that is needed.").format(**given)


def enough_money(calendar: RoundCalendar, least: LeastBudget | None, by: int) -> str:
    """The least money that has every school at its target from a round on."""
    if least is None:
        return _("No budget is enough for all targets from {round} on: other limits stand in the way.").format(
            round=calendar.round(by)
        )
    if least.share is None:
        amount = max(limit for limit in least.budgets if limit is not None)
        return _("With {money} in every round all targets are reached from {round} on.").format(
            money=money(rounded_up(amount)), round=calendar.round(by)
        )
    return _("For all targets from {round} on, {share} of the budgets is needed.").format(
        round=calendar.round(by), share=percent(ceil(round(least.share * 100, 6)) / 100)
    )


def left_out(calendar: RoundCalendar, round_: int, change: Effect) -> str:
    """What it does to buy nothing in a round."""
    return _("Without purchases in {round}, {effect}.").format(round=calendar.round(round_), effect=_effect(change))


def one_round_later(change: Effect) -> str:
    """What it does to buy everything one round later."""
    return _("With everything one round later, {effect}.").format(effect=_effect(change))


def beside_oldest_first(calendar: RoundCalendar, found: Difference, least_cost: int | None) -> list[str]:
    """What the plan does better than oldest-first: devices short by round, and the money for the same service."""
    saved = [(r, other - own) for r, (own, other) in enumerate(zip(found.short, found.other_short, strict=True))]
    worst = max(saved, key=lambda one: one[1])
    texts = []
    if worst[1] > 0:
        texts.append(
            ngettext(
                "With ‘oldest first’ {n} device more is short in {round}, and {all} over all rounds.",
                "With ‘oldest first’ {n} devices more are short in {round}, and {all} over all rounds.",
                worst[1],
            ).format(n=number(worst[1]), round=calendar.round(worst[0]), all=number(sum(more for _r, more in saved)))
        )
    else:
        texts.append(_("‘Oldest first’ leaves no more devices short."))
    if least_cost is not None and (paid := sum(found.other_spend)) > least_cost:
        texts.append(
            _("What ‘oldest first’ reaches for {paid} can be had for about {least}.").format(
                paid=money(paid), least=money(least_cost)
            )
        )
    return texts


def _never(
    calendar: RoundCalendar,
    reach: Mapping[str, int | None],
    plan: Evaluation,
    enough: LeastBudget | None,
    budgets: Sequence[int],
) -> str:
    without = sum(found is None for found in reach.values())
    given = {"n": without, "year": calendar.starts[-1].year + 1}
    amount = max((limit for limit in enough.budgets if limit is not None), default=0) if enough else 0
    if _ages_faster(plan, len(calendar.starts)):
        rest = ngettext(
            "{n} school does not reach its target before {year}.",
            "{n} schools do not reach their target before {year}.",
            without,
        ).format(**given)
        text = f"{_with_budgets(budgets)} {rest}"
        way_out = _("From {money} in every round it works.")
    else:
        text = ngettext(
            "**With this budget {n} school does not reach its target before {year}.**",
            "**With this budget {n} schools do not reach their target before {year}.**",
            without,
        ).format(**given)
        way_out = _("With {money} in every round they do.")
    return f"{text} {way_out.format(money=money(rounded_up(amount)))}" if enough else text


def _ages_faster(plan: Evaluation, rounds: int) -> bool:
    """Whether after the last of these rounds more is short or past its life than after the first."""
    unserved = plan.unserved.sum(axis=0)
    return bool(unserved[rounds - 1] > unserved[0])


def _with_budgets(budgets: Sequence[int]) -> str:
    if len(set(budgets)) == 1:
        text = _("**With {money} in every round devices age faster than you replace them:**")
        return text.format(money=money(budgets[0]))
    return _("**With these budgets devices age faster than you replace them:**")


def _rounds_long(count: int) -> str:
    return ngettext("{n} round", "{n} rounds", count).format(n=count)


def rounded_up(cents: int) -> int:
    """Up to whole hundreds of euros, so that it is still enough."""
    return -(-cents // _HUNDRED) * _HUNDRED


def _where(calendar: RoundCalendar, short: Mapping[str, int]) -> str:
    """The schools whose shortage falls most, as the end of a sentence."""
    relieved = sorted((school for school, more in short.items() if more < 0), key=lambda school: short[school])
    if not relieved:
        return ""
    return _(", most of all at {schools}").format(schools=listed([calendar.names[s] for s in relieved[:_MOST_NAMES]]))


def _effect(change: Effect) -> str:
    parts = []
    if change.short > 0:
        parts.append(
            ngettext(
                "about {n} device more is short over all rounds",
                "about {n} devices more are short over all rounds",
                change.short,
            ).format(n=number(change.short))
        )
    if change.over_age > 0:
        parts.append(
            ngettext(
                "about {n} device more is used past its life",
                "about {n} devices more are used past their life",
                change.over_age,
            ).format(n=number(change.over_age))
        )
    if hundreds := round(abs(change.cost) / _HUNDRED):
        text = _("about {money} more is spent") if change.cost > 0 else _("about {money} less is spent")
        parts.append(text.format(money=money(hundreds * _HUNDRED)))
    return listed(parts) or _("nothing changes")
