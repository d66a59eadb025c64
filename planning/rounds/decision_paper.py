"""A decision on paper: one A4 with what is decided, why, for how much, what it gives and what it does not."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from planning.core.clock import local_day
from planning.core.notation import MINUS, day, money, month_and_year, number, short_month_and_year
from planning.core.paper import typeset
from planning.core.translation import gettext as _
from planning.core.translation import language, ngettext
from planning.rounds.choice_json import rules_from_json, wishes_from_json
from planning.rounds.choice_rules import round_name
from planning.rounds.choice_texts import wishes_in_words
from planning.rounds.decision import PlanDecision, compared, gains, gives, lacks, losses, own_choices, reached_in
from planning.rounds.view import RoundsView

_TEMPLATE: Final = Path(__file__).with_name("decision.typ")


def decision_pdf(view: RoundsView, decision: PlanDecision, board_name: str, facts: Sequence[str]) -> bytes:
    """The decision as a PDF; `facts` are the lines below its title, such as the reference date."""
    return typeset(_TEMPLATE, decision_facts(view, decision, board_name, facts), decision.version.approved_at)


def decision_facts(view: RoundsView, decision: PlanDecision, board_name: str, facts: Sequence[str]) -> dict[str, Any]:
    """All texts of the paper."""
    version, plan = decision.version, decision.plan
    n = decision.devices
    schools = {school.school_id: school.name for school in view.ratios.schools}
    kinds = {code: kind.name(2) for code, kind in view.ratios.kinds.items()}
    text = ngettext("{n} device for {money} in {r} rounds", "{n} devices for {money} in {r} rounds", n)
    wishes = wishes_in_words(wishes_from_json(version.figures["wishes"]), schools, kinds)
    return {
        "lang": language(),
        "board": board_name,
        "title": _("Decision: devices in rounds"),
        "name": version.name or _("the board's own rounds"),
        "status": _status(decision),
        "approved": decision.is_approved,
        "facts": list(facts),
        "sentence": text.format(n=number(n), money=money(plan.cost), r=number(len(plan.rounds))),
        "reason": [_("Why"), version.reason] if version.reason else None,
        "wishes": [_("Fixed by hand"), " · ".join(wishes)] if wishes else None,
        "gives": [
            _("What it gives"),
            gives(plan, decision.short_now)
            + gains(decision.difference, view.school_name)
            + own_choices(
                {key: one["origin"] for key, one in version.figures.get("own", {}).items()}, view.school_name
            ),
        ],
        "lacks": [
            _("What it does not give"),
            lacks(plan, version.figures["left_out"], view.school_name, view.rounds)
            + losses(decision.difference, view.school_name),
        ],
        "compared": [_("What it was compared with"), compared(decision)],
        "rounds": [_("In each round"), *_rounds(view, decision)],
        "schools": [_("Devices for each school"), *_schools(view, decision)],
        "note": _note(decision),
        "signed": [_("Place and date"), _("Name"), _("Signature")],
        "page": _("Page {n} of {total}"),
    }


def _status(decision: PlanDecision) -> str:
    version = decision.version
    if not decision.is_approved:
        return _("Draft: not approved")
    approved = _("Plan {version}, approved on {day} by {name}")
    return approved.format(
        version=number(version.version), day=day(local_day(version.approved_at)), name=version.approved_by
    )


def _rounds(view: RoundsView, decision: PlanDecision) -> tuple[list[str], list[list[str]]]:
    """Heads and rows, the sum last."""
    plan, budgets = decision.plan, decision.version.figures["budgets"]
    named = {r.round_id: round_name(r, view.rounds) for r in view.rounds}
    was = {one.round_id: one.before for one in decision.difference.rounds} if decision.difference else {}
    heads = [_("Round"), _("Budget"), _("Replace"), _("Expand"), _("Amount"), _("Short after it")]
    moved, rows = decision.version.figures.get("moved_in", 0), []
    if moved > 0:
        rows.append([_("Left of earlier rounds"), money(moved), "", "", "", ""])
    for r in plan.rounds:
        before = was.get(r.round_id)
        name = " · ".join(part for part in (named.get(r.round_id, ""), month_and_year(r.on)) if part)
        budget, cost, short = money(budgets[str(r.round_id)]), money(r.cost), number(r.short)
        if before is not None:
            budget = _beside(budget, money(before.budget))
            cost = _beside(cost, money(before.cost))
            short = short if before.short is None else _beside(short, number(before.short))
        rows.append([name, budget, number(r.replaced), number(r.expanded), cost, short])
    sums = [sum(r.replaced for r in plan.rounds), sum(r.expanded for r in plan.rounds)]
    budget = moved + sum(budgets[str(r.round_id)] for r in plan.rounds)
    rows.append([_("Together"), money(budget), *map(number, sums), money(plan.cost), ""])
    return heads, rows


def _beside(now: str, was: str) -> str:
    return now if now == was else _("{now} (was {before})").format(now=now, before=was)


def _schools(view: RoundsView, decision: PlanDecision) -> tuple[list[str], list[list[str]]]:
    """Heads and rows, the sum last; in brackets what a school gets more or fewer than by the plan before."""
    plan, found = decision.plan, decision.difference
    ids = [r.round_id for r in plan.rounds]
    more = {one.school_id: one.devices for one in found.schools} if found else {}
    heads = [_("School"), *(short_month_and_year(r.on) for r in plan.rounds), _("Together"), _("On target in")]
    bought = {s.school_id: [plan.bought(s.school_id, key) for key in ids] for s in plan.schools}
    rows = [
        [
            view.school_name(s.school_id),
            *(
                _changed(n, more.get(s.school_id, (0,) * len(ids))[place])
                for place, n in enumerate(bought[s.school_id])
            ),
            number(sum(bought[s.school_id])),
            reached_in(plan, s.reached),
        ]
        for s in plan.schools
    ]
    sums = [sum(column) for column in zip(*bought.values(), strict=True)]
    return heads, [*rows, [_("Together"), *map(number, sums), number(decision.devices), ""]]


def _changed(n: int, more: int) -> str:
    if not more:
        return number(n) if n else "–"
    return f"{number(n)} ({'+' if more > 0 else MINUS}{number(abs(more))})"


def _note(decision: PlanDecision) -> str:
    told = [_("Prices include VAT.")]
    if own := sum(r.cost - r.paid for r in decision.plan.rounds):
        told.insert(0, _("Schools pay {money} of it from their own money.").format(money=money(own)))
    if rules_from_json(decision.version.figures["rules"]).carry_over:
        told.insert(0, _("What a round leaves moves on to the next: a round may pass its own budget."))
    if decision.before is not None:
        text = _("In brackets: more or fewer devices than in plan {version}.")
        told.insert(0, text.format(version=number(decision.before.version)))
    return " ".join(told)
