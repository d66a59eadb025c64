"""The middle of the page of rounds: budgets on sliders, the rule of thumb beside the plan, what more money buys."""

import pandas as pd
import streamlit as st

from pages.parts.frame import Frame, devices, plain, table_and_download
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from pages.rounds import charts
from pages.rounds.state import (
    ScenarioDraft,
    ask_fully,
    budget_of,
    drop_changes,
    is_asked,
    kept_answer,
    kept_gap,
    look_at,
    planner,
    show_sliders,
    slider_key,
    text_of,
)
from pages.rounds.words import called, scenario_name, short_after, short_name, when
from planning.core.notation import listed, money, month_and_year, number
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.rounds.board_plan import NOW, BoardPlan
from planning.rounds.decision import first_named
from planning.rounds.model import BASIS, Round
from planning.rounds.money import least_budget, ordered_cents
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.view import RoundsView
from planning.workbooks.board_table import board_excel, what_counts

STEP_EUROS, MORE_CENTS = 2_500, 10_000_00


def what_if_card(frame: Frame, view: RoundsView, draft: ScenarioDraft, plans: ScenarioPlans | None) -> None:
    """Scenario and budgets on sliders; what they give below them."""
    options = (BASIS, *view.scenarios)
    names = {s.scenario_id: scenario_name(s) for s in options}
    keys = list(names)
    field = f"rounds_scenario_{draft.saved.scenario_id}"
    with st.container(border=True, height="stretch"):
        st.subheader(_("What if the budget differs?"), anchor=False)
        st.selectbox(
            _("Scenario"),
            keys,
            index=keys.index(draft.saved.scenario_id),
            format_func=lambda key: names[key],
            key=field,
            on_change=_scenario_chosen,
            args=(view, field),
        )
        show_sliders(view, draft.saved)
        for one in view.to_come:
            _slider(view, draft, one)
        if plans is not None:
            st.markdown("  \n".join(_result(view, plans.best)))
        with st.container(horizontal=True):
            back_button(draft)
            if plans is not None and not is_asked(draft.scenario):
                st.button(
                    _("Prove how good this is"),
                    icon=":material/calculate:",
                    type="tertiary",
                    key="rounds_fully",
                    on_click=ask_fully,
                    args=(draft.scenario,),
                )


def back_button(draft: ScenarioDraft) -> None:
    """The way back, where there is one."""
    if draft.is_changed:
        st.button(
            _("Back to what was saved"),
            icon=":material/undo:",
            type="tertiary",
            key="rounds_back",
            on_click=drop_changes,
            args=(draft.saved,),
        )


def _result(view: RoundsView, best: BoardPlan) -> list[str]:
    start, end = short_name(view, 0), short_name(view, len(best.rounds) - 1)
    place = best.reached
    moment = when(view, place) if place is None or place == NOW else month_and_year(best.rounds[place].on)
    return [
        _("Everyone on target: **{when}**").format(when=moment),
        _("Total up to {round}: **{money}**").format(round=end, money=money(best.cost)),
        _("After {round}: **{short}**").format(round=start, short=short_after(best.rounds[0].short)),
    ]


def _scenario_chosen(view: RoundsView, key: str) -> None:
    chosen = st.session_state[key]
    look_at(next((s for s in view.scenarios if s.scenario_id == chosen), BASIS))


def _slider(view: RoundsView, draft: ScenarioDraft, one: Round) -> None:
    saved = budget_of(draft.saved, one)
    top = max(2 * max(r.budget_cents for r in view.to_come), 20_000_00)
    options = sorted({*range(0, top + 1, STEP_EUROS * 100), saved, budget_of(draft.scenario, one)})
    key = slider_key(draft.saved, one)
    if key not in st.session_state:
        st.session_state[key] = saved  # and no value of its own: it may have been moved before it was drawn anew
    st.select_slider(called(one, view), options, format_func=money, key=key)
    budgets = draft.scenario.budgets
    if budget_of(draft.scenario, one) < least_budget(one, view.rounds, view.orders, view.rules, budgets):
        ordered = ordered_cents(view.orders)[one.round_id]
        badge = _(":orange-badge[:material/block: less than ordered]")
        text = _("{money} is ordered in this round already; the plan reckons with that.")
        st.markdown(f"{badge} {text.format(money=money(ordered))}")


def beside_card(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> None:
    """The best plan beside ‘oldest first’: shortage after each round, cost, and how good the plan is at most."""
    best, oldest = plans.best, plans.oldest

    def picture() -> None:
        now = view.group_ratio.shortage
        names = [_("now"), *(short_name(view, place) for place in range(len(best.rounds)))]
        st.subheader(_("Best plan compared with ‘oldest first’"), anchor=False)
        st.caption(_("Devices short after each round"))
        lines = [[now, *(r.short for r in plan.rounds)] for plan in (best, oldest)]
        st.plotly_chart(
            charts.two_lines(names, lines[0], lines[1], _("oldest first"), frame.theme),
            theme=None,
            config=CONFIG,
            key="rounds_beside",
            alt=_("Line chart: devices short after each round, the best plan and ‘oldest first’"),
        )

    with st.container(border=True, height="stretch"):
        frame.card("rounds_beside", picture, text_of(plans.scenario))
        if table_and_download(
            "beside",
            lambda: board_excel(
                frame.board,
                frame.as_of,
                beside_frame(view, best, oldest, as_text=False),
                _("Best plan compared with ‘oldest first’"),
                sheet=_("Comparison"),
                about=[what_counts()],
            ),
            f"vergelijking-{frame.as_of.isoformat()}.xlsx",
        ):
            table = beside_frame(view, best, oldest, as_text=True)
            show_table(table, _("Best plan compared with ‘oldest first’"), beside=True, figures=list(table.columns[1:]))
        text = _(
            "A weight is what the board finds one more of something worth: {short} a pupil short, {old} an old device."
        )
        weights = text.format(short=money(view.rules.weight_short * 100), old=money(view.rules.weight_unserved * 100))
        gap = kept_gap(frame, plans)
        st.caption(how_good(gap) if gap is None else f"{how_good(gap)} {weights}")


def beside_frame(view: RoundsView, best: BoardPlan, oldest: BoardPlan, *, as_text: bool) -> pd.DataFrame:
    """Shortage, over-age devices and cost of both plans, round by round."""

    def show(figure: int) -> object:
        return number(figure) if as_text else figure

    return pd.DataFrame(
        [
            {
                _("Round"): short_name(view, place),
                _("Short, best"): show(one.short),
                _("Short, oldest first"): show(two.short),
                _("Past life, best"): show(one.past_life),
                _("Past life, oldest first"): show(two.past_life),
                _("Euros, best"): show(one.cost // 100),
                _("Euros, oldest first"): show(two.cost // 100),
            }
            for place, (one, two) in enumerate(zip(best.rounds, oldest.rounds, strict=True))
        ]
    )


def how_good(gap: float | None) -> str:
    """How far from the best at most, in words."""
    if gap is None:
        return _("How far this plan is from the best there is, is not known: prices depend on the numbers ordered.")
    if gap < 0.00005:
        return _("No plan is better by the board's own weights: that is proven.")
    return _("At most {share} from the best plan there is, by the board's own weights: that is proven.").format(
        share=percent_of(gap)
    )


def percent_of(gap: float) -> str:
    """A small share with one or two decimals: "0,2%"."""
    return f"{number(gap * 100, 1 if gap >= 0.001 else 2)}%"


def more_card(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> None:
    """What the next 10,000 euros buy in the first round to come."""
    with st.container(border=True, height="stretch"):
        st.subheader(_("What the next {money} yield").format(money=money(MORE_CENTS)), anchor=False)
        found = kept_answer(
            frame, plans, "more", lambda: planner(frame, view, plans.scenario).with_more_money(plans, 0, MORE_CENTS)
        )
        if not isinstance(found, BoardPlan):
            return
        best = plans.best
        first = view.to_come[0].round_id
        gains = {s.school_id: found.bought(s.school_id, first) - best.bought(s.school_id, first) for s in best.schools}
        extra = sum(gains.values())
        sooner = [
            s.school_id for s, t in zip(best.schools, found.schools, strict=True) if _is_sooner(t.reached, s.reached)
        ]
        if extra <= 0:
            st.markdown(_("Nothing that is needed: there is money enough in this round."))
            return
        badge = ngettext("{n} school on target sooner", "{n} schools on target sooner", len(sooner))
        st.metric(
            _("Extra in {round}").format(round=short_name(view, 0)),
            devices(extra),
            badge.format(n=number(len(sooner))) if sooner else None,
            delta_color="off",
            delta_arrow="off",
        )
        names = {s.school_id: plain(s.name) for s in view.ratios.schools}
        most = sorted((key for key, n in gains.items() if n > 0), key=lambda key: (-gains[key], name_key(names[key])))
        where = listed([f"**{names[key]}** ({number(gains[key])})" for key in most[:4]])
        text = _("About, and most of all at {schools}.").format(schools=where)
        if sooner:
            text += " " + ngettext(
                "{schools} reaches its target sooner.", "{schools} reach their target sooner.", len(sooner)
            ).format(schools=first_named([f"**{names[key]}**" for key in sooner]))
        if found.rounds[0].short != best.rounds[0].short:
            text += " " + _("Short after {round}: from {before} to **{after}**.").format(
                round=short_name(view, 0), before=number(best.rounds[0].short), after=number(found.rounds[0].short)
            )
        st.markdown(text)


def _is_sooner(one: int | None, other: int | None) -> bool:
    return one is not None and (other is None or one < other)
