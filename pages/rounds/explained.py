"""Why the plan is as it is: what holds it up, what more money gives, what is enough, what waiting costs."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

import plotly.graph_objects as go
import streamlit as st

from pages.parts.frame import Frame, more
from pages.parts.places import MANUAL, RULES, show_link
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from pages.rounds import explained_charts
from pages.rounds.state import ScenarioDraft, ask_fully, is_asked, kept_answer, planner
from pages.rounds.what_if import MORE_CENTS
from pages.rounds.words import calendar_of, called_short, short_name
from planning.core.notation import day, listed, money, month_and_year, number
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.rounds.calendar import RoundCalendar
from planning.rounds.explanation import Explanation, OtherPlans, explanation, other_plans
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.sentences import (
    beside_oldest_first,
    enough_money,
    left_out,
    more_money,
    one_round_later,
    rounded_up,
    what_binds,
)
from planning.rounds.solver.what_if import LeastBudget
from planning.rounds.view import RoundsView

_MOST_SCHOOLS: Final = 3


def show(frame: Frame, view: RoundsView, draft: ScenarioDraft, plans: ScenarioPlans) -> None:
    """Five cards about the plan; while sliders move they wait until they are asked for."""
    if draft.is_changed and not is_asked(draft.scenario):
        st.markdown(_("Explaining a plan takes some seconds: it waits while you try budgets and wishes."))
        st.button(
            _("Explain this plan"),
            icon=":material/calculate:",
            key="rounds_explain_fully",
            on_click=ask_fully,
            args=(draft.scenario,),
        )
        return

    found = cast(Explanation, kept_answer(frame, plans, "explanation", lambda: explanation(plans)))
    calendar = calendar_of(view, plans)
    left, right = st.columns(2)
    # what is known is drawn at once; what needs other plans comes in its place when they are made
    with left:
        _binds_card(found, calendar)
        enough = st.container()
        _beside_card(frame, found, calendar)
    with right:
        gains = st.container()

    def make() -> OtherPlans:
        return other_plans(plans, MORE_CENTS, planner(frame, view, plans.scenario).session)

    with gains, st.spinner(_("Looking at what other plans would give…"), show_time=True):
        others = cast(OtherPlans, kept_answer(frame, plans, "other plans", make))
    with enough:
        _enough_card(frame, view, plans, others, calendar)
    with gains:
        _more_card(frame, view, others, calendar)
        _waiting_card(found, others, calendar)
    st.caption(
        _(
            "By inventories and pupils on {day}. Figures are about right, to a device or two, "
            "and over {n} rounds up to and including {month}: what you buy in your own rounds "
            "still serves after them. A device that is short in two rounds counts twice."
        ).format(day=day(view.as_of), n=len(plans.case.dates), month=month_and_year(plans.case.dates[-1]))
    )
    show_link(MANUAL, _("How this is counted"), icon=":material/function:", deel=RULES)


def _binds_card(found: Explanation, calendar: RoundCalendar) -> None:
    with st.container(border=True):
        st.subheader(_("What holds it up?"), anchor=False)
        st.markdown("  \n".join(what_binds(calendar, found.bound)))


def _enough_card(
    frame: Frame, view: RoundsView, plans: ScenarioPlans, found: OtherPlans, calendar: RoundCalendar
) -> None:
    """The least budget for each round in which every school could be on target."""
    places = list(range(plans.case.shown))
    with st.container(border=True):
        st.subheader(_("How much money is enough?"), anchor=False)
        reached = plans.best.reached
        by = st.selectbox(
            _("All schools on target from"),
            places,
            index=places[-1] if reached is None else max(0, reached),
            format_func=calendar.round,
            key=f"rounds_enough_{reached}",
        )
        st.markdown(enough_money(calendar, found.least[by], by))
        budgets = {plans.scenario.budgets.get(r.round_id, r.budget_cents) for r in view.to_come}
        least = [None if one is None else _amount(one) for one in found.least]
        own = budgets.pop() if len(budgets) == 1 else None
        _chart(
            explained_charts.least_budget([short_name(view, r) for r in places], least, own, frame.theme),
            "rounds_least",
            _("Step chart: the least budget in every round, by the round from which all schools are on target"),
            _("How much money is enough?"),
            [
                {_("All schools on target from"): calendar.round(r), _("Least budget"): "–" if n is None else money(n)}
                for r, n in zip(places, least, strict=True)
            ],
        )
        st.caption(_("Euros in every round, by the round from which all schools are on target and stay so"))


def _amount(least: LeastBudget) -> int:
    return rounded_up(max((limit for limit in least.budgets if limit is not None), default=0))


def _more_card(frame: Frame, view: RoundsView, found: OtherPlans, calendar: RoundCalendar) -> None:
    """What so much more buys in each round, where, and what that takes away."""
    with st.container(border=True):
        st.subheader(_("Where does {money} more do most?").format(money=money(MORE_CENTS)), anchor=False)
        gains = [(-change.short, -change.over_age) for change in found.more]
        best = max(range(len(gains)), key=lambda r: (gains[r], -r))
        st.markdown(more_money(calendar, MORE_CENTS, best, found.more[best]))
        _legend(_("less short"), _("less past life"))
        names = [short_name(view, r) for r in range(len(gains))]
        _chart(
            explained_charts.more_money(
                names, [short for short, _old in gains], [old for _short, old in gains], frame.theme
            ),
            "rounds_more_by_round",
            _("Bar chart: devices less short and less past their life, by the round that gets more money"),
            _("Less short and less past life"),
            [
                {_("Round"): name, _("less short"): number(short), _("less past life"): number(old)}
                for name, (short, old) in zip(names, gains, strict=True)
            ],
        )
        show_table(
            [
                {
                    _("Round"): called_short(view.to_come[r], view),
                    _("Buys more, about"): number(max(0, sum(change.bought_in(r).values()))),
                    _("Most of all at"): _where(calendar, change.bought_in(r)),
                }
                for r, change in enumerate(found.more)
            ],
            _("Where does {money} more do most?").format(money=money(MORE_CENTS)),
            figures=[_("Buys more, about")],
        )


def _where(calendar: RoundCalendar, bought: dict[str, int]) -> str:
    most = sorted((s for s, n in bought.items() if n > 0), key=lambda s: (-bought[s], name_key(calendar.names[s])))
    return listed([f"{calendar.names[s]} ({number(bought[s])})" for s in most[:_MOST_SCHOOLS]]) or "–"


def _waiting_card(found: Explanation, others: OtherPlans, calendar: RoundCalendar) -> None:
    """What it costs to leave a round out, or to be later."""
    with st.container(border=True):
        st.subheader(_("What does waiting cost?"), anchor=False)
        lines = [left_out(calendar, r, change) for r, change in enumerate(others.left_out)]
        st.markdown("\n".join(f"- {line}" for line in [one_round_later(found.later), *lines]))
        st.caption(_("What is ordered already stays; the money of a round that is left out is spent where it can be."))


def _beside_card(frame: Frame, found: Explanation, calendar: RoundCalendar) -> None:
    """Devices short a year and euros at equal service, beside ‘oldest first’."""
    with st.container(border=True):
        st.subheader(_("What do we gain over ‘oldest first’?"), anchor=False)
        st.markdown("  \n".join(beside_oldest_first(calendar, found.beside, found.same_service)))
        _legend(_("best plan"), _("oldest first"))
        _chart(
            explained_charts.short_by_year(found.short_years, found.oldest_short_years, frame.theme),
            "rounds_short_years",
            _("Bar chart: device-years short in each calendar year, the best plan and ‘oldest first’"),
            _("Device-years short"),
            [
                {
                    _("Year"): str(year),
                    _("best plan"): number(short, 1),
                    _("oldest first"): number(found.oldest_short_years.get(year, 0), 1),
                }
                for year, short in found.short_years.items()
            ],
        )
        st.caption(_("Device-years short in each calendar year: one device that is missing for a whole year is one"))


def _legend(one: str, other: str) -> None:
    st.markdown(f":blue-badge[■ {one}] :gray-badge[▨ {other}]")


def _chart(figure: go.Figure, key: str, alt: str, title: str, rows: Sequence[Mapping[str, str]]) -> None:
    st.plotly_chart(figure, theme=None, config=CONFIG, key=key, alt=alt)
    if more(key, closed=_("Show as table"), opened=_("Hide table"), icon=":material/table:"):
        show_table(rows, title, figures=list(rows[0])[1:] if rows else ())
