"""Plans as they were approved, and what came of them: ordered, delivered, and seen by the next inventory."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from pages.parts.frame import Frame, download, plain
from pages.parts.show import show_table
from pages.rounds.approval import download_decision
from pages.rounds.words import called
from planning.core.clock import local_day
from planning.core.notation import day, moment, money, number, short_month_and_year
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.rounds.board_plan import from_json
from planning.rounds.choice_json import wishes_from_json
from planning.rounds.decision import budgets_of_plan, decision_of, reached_in
from planning.rounds.reality import OrderProgress
from planning.rounds.service import PlanVersion
from planning.rounds.view import RoundsView
from planning.workbooks.board_table import board_excel, what_counts


def show(frame: Frame, view: RoundsView) -> None:
    """What came of the orders, school by school; below it every approved plan."""
    _reality_card(frame, view)
    _plans_card(frame, view)


def _reality_card(frame: Frame, view: RoundsView) -> None:
    progress = list(view.progress.values())
    with st.container(border=True):
        st.subheader(_("What came of it?"), anchor=False)
        if not progress:
            st.markdown(_("Nothing was ordered yet. What arrives is confirmed by the next inventory of the school."))
            return
        ordered, came = sum(s.order.count for s in progress), sum(s.delivered for s in progress)
        found = sum(s.confirmed for s in progress)
        st.markdown(
            _("**{came} of {ordered} devices ordered were delivered; inventories since then show {found}.**").format(
                came=number(came), ordered=number(ordered), found=number(found)
            )
        )
        by_round = {r.round_id: r for r in view.rounds}
        chosen = st.selectbox(
            _("Round"),
            [key for key in by_round if any(s.order.round_id == key for s in progress)],
            format_func=lambda key: called(by_round[key], view),
            key="reality_round",
        )
        rows = [_row(view, s) for s in progress if s.order.round_id == chosen]
        if frame.theme.compact:
            st.markdown("\n".join(_line(row) for row in rows))
        else:
            show_table(
                rows, _("What came of it?"), beside=True, figures=[_("Ordered"), _("Delivered"), _("In the inventory")]
            )
        download(
            "reality",
            lambda: board_excel(
                frame.board,
                frame.as_of,
                pd.DataFrame(rows),
                _("Plan and reality"),
                about=[called(by_round[chosen], view), what_counts()],
            ),
            f"plan-en-werkelijkheid-{frame.as_of.isoformat()}.xlsx",
        )


def _row(view: RoundsView, one: OrderProgress) -> dict[str, str]:
    return {
        _("School"): view.school_name(one.order.school_id),
        _("Kind"): view.ratios.kinds[one.order.kind].name(2),
        _("Ordered"): number(one.order.count),
        _("Delivered"): number(one.delivered),
        _("In the inventory"): number(one.confirmed),
        _("What it means"): _meaning(one),
    }


def _line(row: Mapping[str, str]) -> str:
    """A row where six columns do not fit."""
    school, kind, *figures, meaning = row.items()
    counts = " · ".join(f"{name.lower()} {n}" for name, n in figures)
    return f"- **{school[1]}** · {kind[1]}: {counts}  \n  :small[{meaning[1]}]"


def _plan_line(row: Mapping[str, str]) -> str:
    (plan, version), (_approved, when), *rest = row.items()
    told = " · ".join(f"{name.lower()}: {text}" for name, text in rest if text != "–")
    return f"- **{plan} {version}** · {when}  \n  :small[{told}]"


def _meaning(one: OrderProgress) -> str:
    if one.order.due == 0:
        return _("✕ does not come")
    if not one.coming and one.order.not_coming:
        text = ngettext(
            "● confirmed by the inventory; {n} does not come",
            "● confirmed by the inventory; {n} do not come",
            one.order.not_coming,
        )
        return text.format(n=number(one.order.not_coming))
    if not one.coming:
        return _("● confirmed by the inventory")
    if one.missing:
        return _("▶ {n} delivered and not found").format(n=number(one.missing))
    if one.delivered and one.counted_on is None:
        return _("○ nobody counted since")
    if one.delivered and not one.undelivered:
        return _("● delivered")
    if one.delivered:
        return _("◐ {n} still to come").format(n=number(one.undelivered))
    return _("○ on its way")


def _plans_card(frame: Frame, view: RoundsView) -> None:
    with st.container(border=True):
        st.subheader(_("Approved plans"), anchor=False)
        plans = sorted((*view.plans, *view.withdrawn), key=lambda plan: plan.version, reverse=True)
        if not plans:
            st.markdown(_("No plan was approved yet. The chair approves one under ‘This round’."))
            return
        rows = []
        for plan in plans:
            whole = from_json(plan.figures["plan"])
            wishes = wishes_from_json(plan.figures["wishes"])
            fixed = len(wishes.first) + len(wishes.without) + len(wishes.fixed)
            rows.append(
                {
                    _("Plan"): number(plan.version),
                    _("Approved"): f"{moment(plan.approved_at)} · {plain(plan.approved_by)}",
                    _("Scenario"): plain(plan.name) or _("the board's own rounds"),
                    _("As of"): day(plan.as_of),
                    _("Euros in all"): money(whole.cost),
                    _("Everyone on target"): reached_in(whole, whole.reached),
                    _("Fixed by hand"): number(fixed) if fixed else "–",
                    **({_("Now"): _standing(plan, view)} if view.withdrawn else {}),
                }
            )
        if frame.theme.compact:
            st.markdown("\n".join(_plan_line(row) for row in rows))
        else:
            show_table(rows, _("Approved plans"), figures=[_("Plan"), _("Euros in all"), _("Fixed by hand")])
        st.caption(
            _("An approved plan stays as it was; what was ordered and delivered is held against it above.")
            + " "
            + _("Fixed by hand: wishes a person gave the plan, such as a school first or a number that stands.")
        )
        versions = {plan.version: plan for plan in plans}
        chosen = st.selectbox(
            _("Look at a plan"),
            list(versions),
            index=None,
            format_func=lambda n: _("Plan {version}, approved on {day}").format(
                version=n, day=day(local_day(versions[n].approved_at))
            ),
            placeholder=_("choose a plan"),
            key="plan_looked_at",
        )
        if chosen is not None:
            _plan_in_full(view, versions[chosen])
        if chosen is not None and versions[chosen].withdrawn_at is None:
            download_decision(frame, view, decision_of(view, versions[chosen]))


def _standing(plan: PlanVersion, view: RoundsView) -> str:
    if plan.withdrawn_at is not None:
        text = _("withdrawn on {day} by {name}")
        return text.format(day=day(local_day(plan.withdrawn_at)), name=plain(plan.withdrawn_by or "–"))
    return _("holds") if plan == view.approved else "–"


def _plan_in_full(view: RoundsView, plan: PlanVersion) -> None:
    """A plan as it was approved: what each school would get in each round, and when it would be there."""
    whole = from_json(plan.figures["plan"])
    dates = [short_month_and_year(r.on) for r in whole.rounds]
    rows = [
        {
            _("School"): plain(view.school_name(school.school_id)),
            **{
                month: number(whole.bought(school.school_id, r.round_id))
                for month, r in zip(dates, whole.rounds, strict=True)
            },
            _("On target in"): reached_in(whole, school.reached),
        }
        for school in whole.schools
    ]
    show_table(rows, _("The plan in full"), figures=dates)
    budgets = budgets_of_plan(plan)
    st.caption(
        " · ".join(
            _("{month}: {money} of {budget}").format(
                month=month, money=money(r.cost), budget=money(budgets[r.round_id])
            )
            for month, r in zip(dates, whole.rounds, strict=True)
        )
    )
