"""One round: what each school gets, approving the plan, ordering what is left, the order list, booking what came."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, devices, download, more, plain
from pages.parts.show import show_table
from pages.rounds.delivery import delivery_form, outcome
from pages.rounds.words import called, when
from pages.school.place import SCHOOL
from planning.core.clock import local_day
from planning.core.notation import day, money, number, one_in
from planning.core.rights import Person, Right
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.rounds.board_plan import BoardPlan, PlannedPurchase, from_json
from planning.rounds.model import Order, Round
from planning.rounds.ordering import OrderLine, order_list, to_order
from planning.rounds.ordering_service import place_orders
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.view import RoundsView

ORDER = "order"
LARGEST = 5


def show(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> None:
    """The round chosen, the round under way unless another is."""
    by_id = {one.round_id: one for one in view.rounds}
    running = view.to_come[0].round_id
    with st.container(border=True):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
            one = by_id[st.session_state.get("rounds_chosen", running)] if by_id else view.to_come[0]
            st.subheader(called(one, view), anchor=False, width="content")
            st.selectbox(
                _("Round"),
                list(by_id),
                index=list(by_id).index(running),
                format_func=lambda key: called(by_id[key], view),
                key="rounds_chosen",
                label_visibility="collapsed",
                width=260,
            )
        plan = approved_plan(view)
        bought = purchases_of(view, plans, one)
        st.caption(_stands(view, plan, one, bought))
        rows = _rows(view, plans, one, bought, brief=frame.theme.compact)
        if rows:
            is_open = len(rows) <= LARGEST or st.session_state.get("open_all_schools")
            figures = [_("Now"), _("Replace"), _("Expand"), _("Amount")]
            show_table(rows if is_open else rows[:LARGEST], called(one, view), figures=figures, whole=lambda: rows)
        else:
            st.markdown(_("Nothing is bought in this round."))
        _actions(frame, view, plan, one, len(rows))
        show_outcome(ORDER)
    orders = [s for s in view.progress.values() if s.order.round_id == one.round_id]
    if frame.person.may(Right.PLAN):
        delivery_form(view, orders)
    outcome()


def approved_plan(view: RoundsView) -> BoardPlan | None:
    """The plan that was approved last."""
    return None if view.approved is None else from_json(view.approved.figures["plan"])


def purchases_of(view: RoundsView, plans: ScenarioPlans, one: Round) -> tuple[PlannedPurchase, ...]:
    """What a round buys: by the plan where it is to come, by its orders where it has been."""
    if any(r.round_id == one.round_id for r in plans.best.rounds):
        return plans.best.of_round(one.round_id)
    return tuple(
        PlannedPurchase(one.round_id, s.order.school_id, s.order.kind, s.order.due, s.order.price_cents, 0)
        for s in view.progress.values()
        if s.order.round_id == one.round_id and s.order.due
    )


def _stands(view: RoundsView, plan: BoardPlan | None, one: Round, bought: Sequence[PlannedPurchase]) -> str:
    orders = [s.order for s in view.progress.values() if s.order.round_id == one.round_id]
    ordered, total = sum(o.due for o in orders), sum(p.count for p in bought)
    parts = []
    if view.approved is None:
        parts.append(_("not approved yet"))
    elif plan is not None:
        parts.append(_("approved on {day}").format(day=day(local_day(view.approved.approved_at))))
    if ordered:
        text = _("{n} of {total} devices ordered, {money}")
        cents = sum(o.due * o.price_cents for o in orders)
        parts.append(text.format(n=number(ordered), total=number(max(total, ordered)), money=money(cents)))
    else:
        parts.append(_("{devices} planned, nothing ordered").format(devices=devices(total)))
    schools = len({p.school_id for p in bought})
    if schools > LARGEST:
        parts.append(_("the five largest of {n} schools").format(n=number(schools)))
    text = " · ".join(parts)
    return text[:1].upper() + text[1:]


def _rows(
    view: RoundsView, plans: ScenarioPlans, one: Round, bought: Sequence[PlannedPurchase], *, brief: bool
) -> list[dict[str, str]]:
    """What each school gets, most euros first; `brief` keeps what a telephone has room for."""
    ratios = {school.school_id: school for school in view.group_ratio.schools}
    reached = {school.school_id: school.reached for school in plans.best.schools}
    sums: dict[str, list[int]] = {}
    for p in bought:
        mine = sums.setdefault(p.school_id, [0, 0, 0])
        mine[0] += p.replaced
        mine[1] += p.count - p.replaced
        mine[2] += p.count * p.price_cents
    is_past = all(one.round_id != r.round_id for r in view.to_come)
    order = sorted(sums, key=lambda school_id: (-sums[school_id][2], name_key(view.school_name(school_id))))
    return [
        {
            _("School"): f"[{plain(view.school_name(school_id))}]({SCHOOL.url(school=school_id)})",
            **(
                {} if brief else {_("Now"): one_in(ratios[school_id].pupils_per_device) if school_id in ratios else "–"}
            ),
            **(
                {_("Devices"): number(sums[school_id][1])}
                if is_past
                else {_("Replace"): number(sums[school_id][0]), _("Expand"): number(sums[school_id][1])}
            ),
            **({} if brief else {_("Amount"): money(sums[school_id][2])}),
            _("Stage"): stage(view, one, school_id, sums[school_id][0] + sums[school_id][1]),
            **({} if brief else {_("On target in"): when(view, reached.get(school_id))}),
        }
        for school_id in order
    ]


def stage(view: RoundsView, one: Round, school_id: str, planned: int) -> str:
    """How far a school's part of a round is."""
    mine = [s for s in view.progress.values() if (s.order.school_id, s.order.round_id) == (school_id, one.round_id)]
    ordered, came = sum(s.order.due for s in mine), sum(s.delivered for s in mine)
    if not ordered:
        return _("planned")
    if came >= planned:
        return _("● delivered")
    if 0 < came < ordered:
        return _("◐ {n} of {total} delivered").format(n=number(came), total=number(ordered))
    if ordered < planned:
        return _("◐ {n} of {total} ordered").format(n=number(ordered), total=number(planned))
    return _("○ ordered")


def _actions(
    frame: Frame,
    view: RoundsView,
    plan: BoardPlan | None,
    one: Round,
    schools: int,
) -> None:
    person = frame.person
    left = [] if plan is None or view.approved is None else _left(view, plan, one)
    with st.container(horizontal=True, vertical_alignment="center"):
        if person.may(Right.PLAN) and left:
            with st.popover(_("Order the rest of this round"), icon=":material/shopping_cart:"):
                n, cents = sum(o.count for o in left), sum(o.count * o.price_cents for o in left)
                text = _("**{devices}** for **{money}**, as approved.")
                st.markdown(text.format(devices=devices(n), money=money(cents)))
                supplier, look = fields.text("supplier", _("Supplier or lot"), "", 80), {"key": "book_order"}
                save = partial(_order, one)
                Form(ORDER, (supplier,), save, _("Book as ordered"), look=look, at_once=True).show_fields()
        lines = list_lines(view, plan, one)
        if lines and person.may(Right.PLAN):
            download(
                "order_list",
                lambda: make_list(frame, view, one, lines),
                f"bestellijst-{one.on.isoformat()}.xlsx",
                label=_("Order list (Excel)"),
            )
        if schools > LARGEST:
            more(
                "all_schools",
                closed=_("All {n} schools").format(n=number(schools)),
                opened=_("The five largest"),
                icon=":material/table_rows:",
            )


def _left(view: RoundsView, plan: BoardPlan, one: Round) -> list[Order]:
    version = view.approved.version if view.approved else 0
    return to_order(version, plan, one.round_id, view.orders, view.as_of)


def list_lines(view: RoundsView, plan: BoardPlan | None, one: Round) -> list[OrderLine]:
    """The order list of a round: what is ordered, and what the approved plan still has to order."""
    orders = [order for order in view.orders if order.round_id == one.round_id and order.due]
    found = [(order, True) for order in orders]
    if plan is not None and view.approved is not None:
        found += [(order, False) for order in to_order(view.approved.version, plan, one.round_id, orders, view.as_of)]
    places = {school.school_id: school.place for school in view.ratios.schools}
    return [
        OrderLine(
            order.school_id,
            view.school_name(order.school_id),
            places.get(order.school_id, ""),
            order.kind,
            order.supplier,
            order.due,
            order.price_cents,
            order.ordered_on if is_ordered else None,
            view.rules.ledger.get(order.kind, ""),
            view.rules.cost_centres.get(order.school_id, ""),
        )
        for order, is_ordered in found
    ]


def make_list(frame: Frame, view: RoundsView, one: Round, lines: Sequence[OrderLine]) -> bytes:
    """The order list as Excel."""
    names = {code: kind.name() for code, kind in view.ratios.kinds.items()}
    return order_list(lines, names, frame.board, frame.as_of, [called(one, view)])


def _order(one: Round, person: Person, said: Values) -> Outcome:
    orders = change(place_orders, one.round_id, said["supplier"])(person)
    n = sum(order.count for order in orders)
    cents = sum(order.count * order.price_cents for order in orders)
    sentence = ngettext("Ordered: {n} device for {money}.", "Ordered: {n} devices for {money}.", n)
    return sentence.format(n=number(n), money=money(cents)), None
