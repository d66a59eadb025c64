"""The upper half of the page of rounds: the answer, four figures, what there is, what is bought, what if."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.parts.frame import Frame, answer, devices, table_and_download
from pages.parts.metrics import plain_metric
from pages.parts.places import show_link
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from pages.rounds import charts
from pages.rounds.age_chart import ages
from pages.rounds.state import kept_answer, text_of
from pages.rounds.words import plan_answer, rounds, when
from pages.school.place import SCHOOL
from planning.core.notation import money, number, short_month_and_year
from planning.core.translation import gettext as _
from planning.rounds.board_plan import NOW, BoardPlan, from_json
from planning.rounds.choice_rules import round_name
from planning.rounds.model import Round
from planning.rounds.money import RoundMoney, money_of
from planning.rounds.scenario_plans import ScenarioPlans, available
from planning.rounds.solver.what_if import LeastBudget, least_budget
from planning.rounds.view import RoundsView
from planning.workbooks.board_table import board_excel, what_counts
from planning.workbooks.writing import EURO


def say_answer(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> None:
    """The sentence; where the rounds do not reach the target, with the money that would."""
    enough = None
    if plans.best.reached is None:
        last = plans.case.shown - 1
        found = kept_answer(frame, plans, "enough", lambda: least_budget(plans.case.instance, last, even=True))
        enough = found if isinstance(found, LeastBudget) else None
    answer(plan_answer(view, plans, enough))


def metrics(view: RoundsView, plans: ScenarioPlans) -> None:
    """When, for how much, how many short, and the money of the round under way."""
    best, place = plans.best, plans.best.reached
    short = view.group_ratio.shortage
    running = running_money(view, plans)
    with st.grid(4, min_column_width=150):
        if place is None:
            plain_metric(
                _("Schools on target"),
                f"{best.on_target}/{len(best.schools)}",
                _("after {rounds}").format(rounds=rounds(len(best.rounds))),
            )
        else:
            month = _("now") if place == NOW else short_month_and_year(best.rounds[place].on)
            plain_metric(_("All on target"), month, when(view, place).partition(" · ")[0])
        last = len(best.rounds) - 1 if place in (None, NOW) else place
        until = best.cost_until(last or 0)
        plain_metric(_("Cost until then"), money(until), _("in {rounds}").format(rounds=rounds((last or 0) + 1)))
        after = _("then {n}").format(n=number(best.rounds[0].short))
        plain_metric(_("Devices short now"), number(short), after)
        if running:
            plain_metric(
                _("Round under way"),
                money(running.committed + running.spent),
                _("of {budget}").format(budget=money(running.budget)),
            )


def running_round(view: RoundsView) -> Round | None:
    """The round under way: the first to come, or the last one where none is."""
    return next(iter(view.to_come), view.rounds[-1] if view.rounds else None)


def running_money(view: RoundsView, plans: ScenarioPlans) -> RoundMoney | None:
    """The money of the round under way."""
    one = running_round(view)
    planned = {r.round_id: r.cost for r in plans.best.rounds}
    if one is None:
        return None
    there = replace(one, budget_cents=available(view, plans).get(one.round_id, one.budget_cents))
    return money_of((there,), planned, view.progress.values())[0]


def ages_card(frame: Frame, view: RoundsView) -> None:
    """What there is, and how old."""

    def picture() -> None:
        st.subheader(_("What do we have, and how old is it?"), anchor=False)
        fleet, kinds = view.fleet, view.ratios.kinds
        there = fleet[fleet["reason"].isin(["counts", "unsupported"])]["count"].sum()
        st.caption(_("{devices} for pupils by year of purchase and kind").format(devices=devices(int(there))))
        st.plotly_chart(
            frame.chart("rounds_ages", lambda: ages(fleet, kinds, view.as_of, frame.theme)),
            theme=None,
            config=CONFIG,
            key="rounds_ages",
            alt=_("Bar chart: devices for pupils by year of purchase and kind, newest first"),
        )

    with st.container(border=True, height="stretch"):
        frame.card("rounds_ages", picture)
        if table_and_download(
            "ages",
            lambda: board_excel(
                frame.board, frame.as_of, ages_table(view), _("Fleet by year of purchase"), about=[what_counts()]
            ),
            f"vloot-{frame.as_of.isoformat()}.xlsx",
        ):
            table = ages_table(view)
            show_table(
                table.astype(str),
                _("What do we have, and how old is it?"),
                beside=True,
                figures=list(table.columns[1:]),
            )
        if frame.person.reach is None and SCHOOL.is_for(frame.person):
            show_link(SCHOOL, _("Past life span, school by school"), deel="scholen")


def ages_table(view: RoundsView) -> pd.DataFrame:
    """Devices for pupils by year of purchase, a column for each kind, and how many of them do not count."""
    kinds = [kind for kind in view.ratios.kinds.values() if kind.counts_for_pupils]
    sums: dict[int, dict[str, int]] = {}
    for row in view.fleet[view.fleet["reason"].isin(["counts", "unsupported"])].to_dict("records"):
        year = row["purchased_latest"].year if row["purchased_latest"] else 0
        mine = sums.setdefault(year, {})
        mine[row["kind"]] = mine.get(row["kind"], 0) + int(row["count"])
        if row["reason"] == "unsupported":
            mine["unsupported"] = mine.get("unsupported", 0) + int(row["count"])
    return pd.DataFrame(
        [
            {
                _("Year"): str(year) if year else _("unknown"),
                **{kind.name(2).capitalize(): mine.get(kind.code, 0) for kind in kinds},
                _("Does not count: no updates"): mine.get("unsupported", 0),
            }
            for year, mine in sorted(sums.items(), reverse=True)
        ]
    )


def columns_of(view: RoundsView, best: BoardPlan, budgets: Mapping[int, int]) -> list[charts.RoundColumn]:
    """Every round as a column: those that have been by what was ordered, those to come by the plan."""
    found = []
    running = running_round(view)
    for one in view.rounds:
        planned = next((r for r in best.rounds if r.round_id == one.round_id), None)
        here = [progress for progress in view.progress.values() if progress.order.round_id == one.round_id]
        if planned is not None:
            cost, replaced, expanded = planned.cost, planned.replaced, planned.expanded
        else:
            cost = sum(progress.order.due * progress.order.price_cents for progress in here)
            replaced, expanded = _replaced_of(view, one, sum(progress.order.due for progress in here))
        is_here = not any(progress.undelivered for progress in here)
        if planned is None:
            state = _("delivered") if here and is_here else _("partly delivered") if here else _("passed")
        else:
            state = _("now running") if here else _("planned")
        month = short_month_and_year(one.on)
        budget = budgets.get(one.round_id, one.budget_cents)
        column = charts.RoundColumn(
            round_name(one, view.rounds), month, state, one == running and bool(here), budget, cost, replaced, expanded
        )
        found.append(column)
    return found


def _replaced_of(view: RoundsView, one: Round, ordered: int) -> tuple[int, int]:
    """(Replaced, expanded) of what was ordered in a round that has been, by the plan it was ordered from."""
    versions = {order.plan_version for order in view.orders if order.round_id == one.round_id}
    plans = [plan for plan in view.plans if plan.version in versions]
    if not plans:
        return 0, ordered
    bought = from_json(plans[-1].figures["plan"]).of_round(one.round_id)
    devices_planned, replaced = sum(p.count for p in bought), sum(p.replaced for p in bought)
    old = round(ordered * replaced / devices_planned) if devices_planned else 0
    return old, ordered - old


def columns_card(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> None:
    """What each round buys."""

    def found() -> list[charts.RoundColumn]:
        return columns_of(view, plans.best, available(view, plans))

    def picture() -> None:
        st.subheader(_("What do we buy in each round?"), anchor=False)
        st.markdown(
            ":blue-badge[■ "
            + _("replace")
            + "] :yellow-badge[▨ "
            + _("expand")
            + "] :gray-badge[━ "
            + _("budget")
            + "] :small["
            + _("in the column: devices, above it: euros")
            + "]"
        )
        st.plotly_chart(
            charts.columns(found(), frame.theme),
            theme=None,
            config=CONFIG,
            key="rounds_columns",
            alt=_("Column chart: euros of every round, replaced and expanded, against its budget"),
        )
        if view.rules.carry_over:
            st.caption(_("What a round leaves moves on: the budget of the next is shown with it."))

    with st.container(border=True, height="stretch"):
        frame.card("rounds_columns", picture, text_of(plans.scenario))
        if table_and_download(
            "rounds",
            lambda: board_excel(
                frame.board,
                frame.as_of,
                _columns_frame(found(), as_text=False),
                _("Rounds"),
                about=[what_counts()],
                formats={_("Amount"): EURO, _("Budget"): EURO},
            ),
            f"rondes-{frame.as_of.isoformat()}.xlsx",
        ):
            figures = [_("Replace"), _("Expand"), _("Amount"), _("Budget")]
            show_table(
                _columns_frame(found(), as_text=True), _("What do we buy in each round?"), beside=True, figures=figures
            )


def _columns_frame(found: Sequence[charts.RoundColumn], *, as_text: bool) -> pd.DataFrame:
    def euros(cents: int) -> object:
        return money(cents) if as_text else cents / 100

    return pd.DataFrame(
        [
            {
                _("Round"): f"{c.name} · {c.month}",
                _("Stage"): c.state,
                _("Replace"): str(c.replaced) if as_text else c.replaced,
                _("Expand"): str(c.expanded) if as_text else c.expanded,
                _("Amount"): euros(c.cost),
                _("Budget"): euros(c.budget),
            }
            for c in found
        ]
    )
