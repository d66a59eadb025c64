"""Approving is a decision: what differs from the plan that holds, what the new one gives, and what it does not."""

from functools import partial
from typing import Final

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, act_button, change, show_outcome
from pages.parts.frame import Frame, answer, devices, plain
from pages.parts.interrupted import noted
from pages.parts.sections import ADDRESS as SECTION
from pages.parts.show import show_table
from pages.rounds.bridge import signed
from pages.rounds.state import ScenarioDraft, kept_difference
from pages.rounds.what_if import back_button
from pages.rounds.words import called_short, rounds, short_name
from planning.core.clock import local_day
from planning.core.interrupted import ActKind
from planning.core.notation import NBSP, day, money, number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import in_this_language, ngettext
from planning.rounds.choice_rules import LONGEST_DECISION, LONGEST_NAME, round_name
from planning.rounds.decision import (
    PlanDecision,
    decision_of,
    difference_in_words,
    forecast,
    gains,
    gives,
    lacks,
    losses,
    more_or_less_money,
    other_prices,
    own_choices,
    proposal,
    reached_in,
    short_in_all,
)
from planning.rounds.decision_paper import decision_pdf
from planning.rounds.difference import PlanDifference, RoundDifference, difference_of
from planning.rounds.scenario_plans import ScenarioPlans, available
from planning.rounds.service import PlanVersion, approve, withdraw
from planning.rounds.view import RoundsView
from planning.workbooks.board_table import facts_of, what_counts

APPROVE: Final = "plan_approval"
_STEP, _APPROVING = "stap", "vaststellen"


def is_open(frame: Frame) -> bool:
    """Whether somebody who decides looks at what they would approve."""
    return st.query_params.get(_STEP) == _APPROVING and frame.person.may(Right.DECIDE)


def _open() -> None:
    st.query_params[_STEP] = _APPROVING


def _close() -> None:
    st.query_params.pop(_STEP, None)


def bar(frame: Frame, view: RoundsView, draft: ScenarioDraft, plans: ScenarioPlans, *, way_back: bool) -> None:
    """Across the page: what is looked at is the approved plan, or differs from it, and in what.

    `way_back` where the sliders, which have it below them, are not on the page.
    """
    found = kept_difference(frame, view, plans)
    show_outcome(APPROVE)
    with st.container(border=True):
        left, right = st.columns([3.6, 1], vertical_alignment="center")
        with left:
            if view.approved is not None and found is not None and found.is_none:
                st.markdown(_(":green-badge[:material/check: approved]") + " " + _is_approved(view.approved))
            else:
                badge = _(":orange-badge[:material/edit_note: not approved]")
                st.markdown(f"{badge} {_differs(view, draft, found)}")
        with right:
            if found is None or not found.is_none:
                _decide(frame)
        with st.container(horizontal=True):
            if way_back:
                back_button(draft)
            if view.approved is not None:
                approved = view.approved
                frame.card("rounds_decision", lambda: download_decision(frame, view, decision_of(view, approved)))
                _withdraw_button(frame, view)


def _decide(frame: Frame) -> None:
    if not frame.person.may(Right.DECIDE):
        return
    if frame.as_of < frame.today:
        st.caption(_("A plan can only be approved as of today."))
        return
    st.button(
        _("What do you approve?"),
        icon=":material/gavel:",
        type="primary",
        key="rounds_approve",
        on_click=_open,
        width="stretch",
    )


def _is_approved(plan: PlanVersion) -> str:
    text = _("**This is plan {version}, approved on {day} by {name}.**")
    return text.format(version=number(plan.version), day=day(local_day(plan.approved_at)), name=plain(plan.approved_by))


def _differs(view: RoundsView, draft: ScenarioDraft, found: PlanDifference | None) -> str:
    if view.approved is None or found is None:
        return _("**No plan is approved yet.** Orders follow from a plan that is.")
    text = _("**This differs from plan {version}, approved on {day}.**")
    parts = [_budget_words(view, one) for one in found.budgets]
    if found.is_other_wish:
        parts.append(_("other wishes"))
    if n := len(found.schools):
        parts.append(
            ngettext("{n} school gets something else", "{n} schools get something else", n).format(n=number(n))
        )
    if found.cost:
        parts.append(more_or_less_money(found.cost))
    if found.dearer:
        parts.append(other_prices(found.dearer))
    if found.together and (beside := short_in_all(found.together)):
        parts.append(beside)
    told = " · ".join(parts)
    told = f"{told[:1].upper()}{told[1:]}." if told else ""
    approved = day(local_day(view.approved.approved_at))
    unsaved = " " + _("Your changes are not kept yet.") if draft.is_changed else ""
    return f"{text.format(version=number(view.approved.version), day=approved)} {told}{unsaved}"


def _budget_words(view: RoundsView, one: RoundDifference) -> str:
    name = next(round_name(r, view.rounds) for r in view.rounds if r.round_id == one.round_id)
    was = money(one.before.budget if one.before else 0)
    return _("{round}: budget {money} (was {before})").format(round=name, money=money(one.now.budget), before=was)


def show(frame: Frame, view: RoundsView, draft: ScenarioDraft, plans: ScenarioPlans) -> None:
    """The decision on one page: the difference, what it gives, and the form that approves."""
    found = difference_of(view, plans)
    st.button(
        _("Back to the rounds"), icon=":material/arrow_back:", type="tertiary", key="decide_back", on_click=_close
    )
    st.header(_("What do you approve?"), anchor=False)
    answer(_summary(view, plans, found))
    if found is not None and found.is_none and view.approved is not None:
        download_decision(frame, view, decision_of(view, view.approved))
        return
    left, right = st.columns([1.6, 1])
    with left:
        _rounds_card(frame, view, plans, found)
        _schools_card(view, plans, found)
    with right:
        _gives_card(view, plans, found)
        download_decision(frame, view, proposal(view, plans, frame.moment))
        _decision_card(frame, view, draft, plans)


def _summary(view: RoundsView, plans: ScenarioPlans, found: PlanDifference | None) -> str:
    best = plans.best
    n = sum(p.count for p in best.purchases)
    if view.approved is not None and found is not None and found.is_none:
        text = _("**This is plan {version}, and it is approved.** There is nothing to decide.")
        return text.format(version=number(view.approved.version))
    text = _("**{devices} for {money} in {rounds}.**").format(
        devices=devices(n), money=money(best.cost), rounds=rounds(len(best.rounds))
    )
    if view.approved is None or found is None:
        return text + " " + _("It is the first plan of these rounds.")
    beside = _("Compared with plan {version}: {difference}.")
    return f"{text} {beside.format(version=number(view.approved.version), difference=difference_in_words(found))}"


def _rounds_card(frame: Frame, view: RoundsView, plans: ScenarioPlans, found: PlanDifference | None) -> None:
    by_id = {r.round_id: r for r in view.rounds}

    def beside(now: str, was: str | None) -> str:
        if was in (None, now):
            return now
        text = _("{now} (was {before})").format(now=now, before=was)
        return text.replace(" ", NBSP).replace(f"{NBSP}(", " (")  # a narrow column takes a second line there

    there = available(view, plans)
    was = {} if found is None else {one.round_id: one.before.budget for one in found.rounds if one.before}
    then = {} if found is None else available(view, plans, found.before, was)
    rows = []
    for place, figures in enumerate(plans.best.rounds):
        one = by_id[figures.round_id]
        before = None if found is None else found.rounds[place].before
        other = then[one.round_id] if found is not None and found.rounds[place].is_other_budget else None
        n = figures.replaced + figures.expanded
        rows.append(
            {
                _("Round"): called_short(one, view),
                _("Budget"): beside(money(there[one.round_id]), None if other is None else money(other)),
                _("Devices"): beside(number(n), number(before.devices) if before else None),
                _("Amount"): beside(money(figures.cost), money(before.cost) if before else None),
                _("Short after it"): beside(
                    number(figures.short), number(before.short) if before and before.short is not None else None
                ),
            }
        )
    with st.container(border=True):
        st.subheader(_("In each round"), anchor=False)
        if frame.theme.compact:
            text = _("**{round}**: devices {devices}, amount {amount}, budget {budget}, short after it {short}")
            names = ("round", "budget", "devices", "amount", "short")
            lines = [text.format(**dict(zip(names, row.values(), strict=True))) for row in rows]
            st.markdown("\n".join(f"- {line}" for line in lines))
        else:
            show_table(rows, _("In each round"), figures=[_("Budget"), _("Devices"), _("Amount"), _("Short after it")])
        if view.rules.carry_over:
            st.caption(_("What a round leaves moves on: the budget of the next is shown with it."))
        if found is not None and view.approved is not None:
            for line in forecast(found, view.approved, view.as_of):
                st.caption(line)


def _schools_card(view: RoundsView, plans: ScenarioPlans, found: PlanDifference | None) -> None:
    now = {s.school_id: s for s in plans.best.schools}
    with st.container(border=True):
        if found is None or view.approved is None or found.before is None:
            st.subheader(_("For each school"), anchor=False)
            names = [short_name(view, place) for place in range(len(plans.best.rounds))]
            rows = [
                {
                    _("School"): plain(view.school_name(s.school_id)),
                    **{
                        name: number(plans.best.bought(s.school_id, r.round_id))
                        for name, r in zip(names, plans.best.rounds, strict=True)
                    },
                    _("On target in"): reached_in(plans.best, s.reached),
                }
                for s in now.values()
            ]
            show_table(rows, _("For each school"), figures=names)
            return
        before_plan = found.before
        before = {s.school_id: s for s in before_plan.schools}
        st.subheader(_("What becomes different for a school"), anchor=False)
        if not found.schools:
            st.markdown(_("Every school gets what the approved plan gave it."))
            return
        names = [short_name(view, place) for place in range(len(found.rounds))]
        rows = []
        for one in found.schools:
            was, then = before.get(one.school_id), now.get(one.school_id)
            reached = [
                reached_in(plan, school.reached) if school else "–"
                for plan, school in ((before_plan, was), (plans.best, then))
            ]
            rows.append(
                {
                    _("School"): plain(view.school_name(one.school_id)),
                    **{name: signed(n) for name, n in zip(names, one.devices, strict=True)},
                    _("On target in"): reached[1] if reached[0] == reached[1] else " → ".join(reached),
                }
            )
        show_table(rows, _("What becomes different for a school"), figures=names)
        rest = len(now) - len(found.schools)
        text = ngettext(
            "Devices more or fewer than in plan {version}. For {n} school nothing changes.",
            "Devices more or fewer than in plan {version}. For {n} schools nothing changes.",
            rest,
        )
        st.caption(text.format(version=number(view.approved.version), n=number(rest)))


def _gives_card(view: RoundsView, plans: ScenarioPlans, found: PlanDifference | None) -> None:
    """What the plan gives, and what it does not; also beside the plan that holds."""

    def name(school_id: str) -> str:
        return plain(view.school_name(school_id))

    origins = {key: plain(choice.origin) for key, choice in view.choices.items() if choice.origin}
    own = own_choices(origins, name)
    given = gives(plans.best, view.group_ratio.shortage) + gains(found, name) + own
    lacking = lacks(plans.best, plans.case.left_out, name, view.rounds) + losses(found, name)
    with st.container(border=True):
        for title, lines in ((_("What it gives"), given), (_("What it does not give"), lacking)):
            if lines:
                st.subheader(title, anchor=False)
                st.markdown("\n".join(f"- {line}" for line in lines))


def download_decision(frame: Frame, view: RoundsView, decision: PlanDecision) -> None:
    """The decision on one A4."""
    version = decision.version
    label, name = _("Draft of the decision (PDF)"), "besluit-concept.pdf"
    if decision.is_approved:
        label = _("Decision of plan {version} (PDF)").format(version=number(version.version))
        name = f"besluit-plan-{version.version}.pdf"
    st.download_button(
        label,
        in_this_language(
            lambda: decision_pdf(view, decision, frame.board.name, facts_of(frame.board, version.as_of, what_counts()))
        ),
        name,
        "application/pdf",
        key=f"decision_pdf_{version.version}",
        type="tertiary",
        icon=":material/print:",
        on_click="ignore",
    )


def _decision_card(frame: Frame, view: RoundsView, draft: ScenarioDraft, plans: ScenarioPlans) -> None:
    with st.container(border=True):
        st.subheader(_("The decision"), anchor=False)
        if frame.as_of < frame.today:
            text = _("You are looking at {day}. Set the reference date to today to approve a plan.")
            st.markdown(text.format(day=day(frame.as_of)))
            return
        name = fields.text("name", _("Name"), draft.scenario.name, LONGEST_NAME, placeholder=_("such as: spring 2018"))
        reason = fields.lines(
            "reason",
            _("Why"),
            "",
            LONGEST_DECISION,
            missing="decision_without_reason",
            placeholder=_("what the board weighed, or the meeting it was decided in"),
            height=90,
        )
        save = partial(_approve, frame, view, plans)
        look = {"type": "primary", "icon": ":material/gavel:", "key": "approve_plan"}
        Form(APPROVE, (name, reason), save, _("Approve this plan"), look=look).show_fields()
        show_outcome(APPROVE)
        st.caption(
            _(
                "Plan, budgets and figures are kept as they are now, and orders follow from them. "
                "Until something is ordered you can withdraw it."
            )
        )


def _approve(frame: Frame, view: RoundsView, plans: ScenarioPlans, person: Person, said: Values) -> Outcome:
    made = change(approve, view, plans, frame.key.version, name=said["name"], reason=said["reason"])
    with noted(person, ActKind.APPROVAL):
        kept = made(person)
    _close()
    st.query_params[SECTION] = "ronde"  # where what was approved is ordered
    n = sum(p.count for p in plans.best.purchases)
    sentence = ngettext(
        "Plan {version} is approved: {n} device for {money}.",
        "Plan {version} is approved: {n} devices for {money}.",
        n,
    ).format(version=kept.version, n=number(n), money=money(plans.best.cost))
    return sentence, change(withdraw, kept.version)


def _withdraw_button(frame: Frame, view: RoundsView) -> None:
    """Take the approved plan back, for as long as nothing is ordered by it."""
    plan = view.approved
    if plan is None or not frame.person.may(Right.DECIDE) or frame.as_of < frame.today:
        return
    if any(order.plan_version == plan.version for order in view.orders):
        return
    with st.popover(_("Withdraw this plan"), icon=":material/undo:", type="tertiary", key=f"withdraw_{plan.version}"):
        if len(view.plans) > 1:
            st.markdown(_("The plan before it holds again, with the budgets of before."))
        else:
            st.markdown(_("No plan holds any more, and the budgets are those of before."))
        act_button(
            APPROVE,
            _("Withdraw plan {version}").format(version=number(plan.version)),
            partial(_withdraw, plan.version),
            key="rounds_withdraw",
        )


def _withdraw(version: int, person: Person) -> Outcome:
    change(withdraw, version)(person)
    return _("Plan {version} is withdrawn.").format(version=number(version)), None
