"""Rounds in words: what they are called, how far they are, and the one sentence that answers the page."""

from pages.parts.frame import devices, plain
from planning.core.notation import NBSP, money, month_and_year, number, short_month_and_year
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.rounds.board_plan import NOW
from planning.rounds.calendar import RoundCalendar
from planning.rounds.choice_rules import round_name
from planning.rounds.model import Round, Scenario, numbered
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.sentences import answer, oldest_first
from planning.rounds.solver.evaluate import evaluate
from planning.rounds.solver.what_if import LeastBudget
from planning.rounds.view import RoundsView


def calendar_of(view: RoundsView, plans: ScenarioPlans) -> RoundCalendar:
    """Rounds and schools of a plan as its sentences call them, names so that they work no markdown."""
    names = {school.school_id: plain(school.name) for school in view.ratios.schools}
    first = numbered(view.rounds)[plans.case.round_ids[0]]
    return RoundCalendar(plans.case.dates, names, first)


def called(one: Round, view: RoundsView) -> str:
    """ "Ronde 2 · september 2018"."""
    return f"{round_name(one, view.rounds)} · {month_and_year(one.on)}"


def called_short(one: Round, view: RoundsView) -> str:
    """ "Ronde 2 · sep 2018", for a column of a table."""
    return f"{round_name(one, view.rounds)} · {short_month_and_year(one.on)}".replace(" ", NBSP)


def short_name(view: RoundsView, place: int) -> str:
    """ "R3": a round to come, where there is little room."""
    return _("R{n}").format(n=numbered(view.rounds)[view.to_come[place].round_id])


def when(view: RoundsView, place: int | None) -> str:
    """When a school is there: "nu al", "ronde 3 · mrt 2019", "niet in deze rondes"."""
    if place is None:
        return _("not in these rounds")
    if place == NOW:
        return _("already")
    one = view.to_come[place]
    number_of = numbered(view.rounds)[one.round_id]
    return _("round {n} · {month}").format(n=number_of, month=short_month_and_year(one.on))


def plan_answer(view: RoundsView, plans: ScenarioPlans, enough: LeastBudget | None) -> str:
    """When every school is there, for how much, and how much longer the rule of thumb takes."""
    best, oldest = plans.best, plans.oldest
    if best.reached == NOW:
        text = ngettext(
            "**The school reaches its target already** and keeps it for **{money}** in {rounds}.",
            "**All {n} schools reach their target already** and keep it for **{money}** in {rounds}.",
            len(best.schools),
        ).format(n=number(len(best.schools)), money=money(best.cost), rounds=rounds(len(best.rounds)))
        return f"{text} {oldest_first(0, oldest.reached if oldest.reached is None else max(0, oldest.reached))}"
    reach = {school.school_id: school.reached for school in best.schools}
    case = plans.case
    shown = RoundCalendar(case.dates[: case.shown], {}, calendar_of(view, plans).first)
    budgets = [plans.scenario.budgets.get(r.round_id, r.budget_cents) for r in view.to_come]
    return answer(shown, reach, evaluate(case.instance, plans.purchases), oldest.reached, enough, budgets)


def rounds(n: int) -> str:
    """'1 round', '5 rounds'."""
    return ngettext("{n} round", "{n} rounds", n).format(n=n)


def scenario_name(scenario: Scenario) -> str:
    """What a scenario is called; the board's own rounds have no name of their own."""
    return scenario.name or _("the board's own rounds")


def short_after(n: int) -> str:
    """'no device short', '83 devices short'."""
    return _("nothing short") if not n else _("{devices} short").format(devices=devices(n))
