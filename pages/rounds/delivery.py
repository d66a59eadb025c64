"""Booking what came of an order: on the page of rounds for the whole board, at a school for its own orders."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, act_button, change, show_outcome
from planning.core.notation import day, number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.kinds import DeviceKind
from planning.rounds.choice_rules import LONGEST_REASON
from planning.rounds.choice_texts import read_cents
from planning.rounds.model import Delivery, Order
from planning.rounds.ordering_service import book_delivery, expect_rest, give_up_rest, remove_delivery
from planning.rounds.reality import OrderProgress
from planning.rounds.view import RoundsView

DELIVERY = "delivery"


def delivery_form(view: RoundsView, progress: Sequence[OrderProgress]) -> None:
    """Book a delivery for any school of the board, or that the rest of an order does not come."""
    names = {school.school_id: school.name for school in view.ratios.schools}
    still = [one for one in progress if one.undelivered]
    closed = [one.order for one in progress if one.order.closed_on]
    if not still and not closed:
        return
    with st.container(border=True):
        st.subheader(_("Book what was delivered"), anchor=False)
        chosen = booking_form(still, view.ratios.kinds, names, view.as_of) if still else None
        with st.container(horizontal=True):
            if chosen is not None:
                _rest_does_not_come(chosen, view.ratios.kinds)
            if closed:
                _rest_comes_after_all(closed, view)


def outcome() -> None:
    """What was booked last, also where nothing is left to book."""
    show_outcome(DELIVERY)


def booking_form(
    progress: Sequence[OrderProgress], kinds: Mapping[str, DeviceKind], names: Mapping[str, str], as_of: date
) -> OrderProgress:
    """Which order, how many came, when, and what one cost; returns what came of that order before."""
    by_id = {one.order.order_id: one for one in progress}

    def label(order_id: int) -> str:
        one = by_id[order_id]
        left = one.undelivered
        return _("{school} · {n} {kind} to come, ordered on {day}").format(
            school=names.get(one.order.school_id, one.order.school_id),
            n=number(left),
            kind=kinds[one.order.kind].name(left),
            day=day(one.order.ordered_on),
        )

    chosen = by_id[st.selectbox(_("Order"), list(by_id), format_func=label, key="delivery_order")]
    order_id = chosen.order.order_id
    count = fields.number("count", _("Devices that came"), chosen.undelivered, missing="delivery_incomplete")
    on = fields.day("delivered_on", _("Came on"), as_of, max_value=as_of, missing="delivery_incomplete")
    paid = number(chosen.order.price_cents / 100, 2)
    price = fields.text("price_cents", _("Paid for one, in euros"), paid, parse=read_cents)
    parts, work = (count, on, price), partial(_book, order_id)
    form = Form(DELIVERY, parts, work, _("Book the delivery"), about=order_id, look={})
    with st.form(DELIVERY, border=False, enter_to_submit=False):
        with st.container(horizontal=True):
            for part in parts:
                form.draw(part)
        form.buttons()
    return chosen


def _rest_does_not_come(chosen: OrderProgress, kinds: Mapping[str, DeviceKind]) -> None:
    left, order_id = chosen.undelivered, chosen.order.order_id
    with st.popover(_("The rest does not come"), icon=":material/remove_shopping_cart:"):
        said = _(
            "**{n} {kind}** of the order above will not come. They are free again to be planned, and so is the money."
        )
        st.markdown(said.format(n=number(left), kind=kinds[chosen.order.kind].name(left)))
        why = fields.text("because", _("Why"), "", LONGEST_REASON, placeholder=_("such as: no longer for sale"))
        look, label = {"key": "close_order"}, _("Close the order")
        Form(DELIVERY, (why,), partial(_close, order_id), label, about=order_id, look=look, at_once=True).show_fields()


def _rest_comes_after_all(closed: Sequence[Order], view: RoundsView) -> None:
    by_id = {order.order_id: order for order in closed}

    def label(order_id: int) -> str:
        order = by_id[order_id]
        n = order.not_coming
        what = f"{number(n)} {view.ratios.kinds[order.kind].name(n)}"
        return f"{view.school_name(order.school_id)} · {what} · {order.closed_because}"

    with st.popover(_("The rest comes after all"), icon=":material/undo:"):
        chosen = st.selectbox(_("Closed order"), list(by_id), format_func=label, key="closed_order")
        act_button(DELIVERY, _("Expect it again"), partial(_expect, chosen), key="expect_rest")


def _book(order_id: int, person: Person, said: Values) -> Outcome:
    kept = change(book_delivery, Delivery(0, order_id, **said))(person)
    text = ngettext("{n} device booked, delivered on {day}.", "{n} devices booked, delivered on {day}.", kept.count)
    sentence = text.format(n=number(kept.count), day=day(kept.delivered_on))
    return sentence, change(remove_delivery, kept.delivery_id)


def _close(order_id: int, person: Person, said: Values) -> Outcome:
    kept = change(give_up_rest, order_id, said["because"])(person)
    sentence = ngettext(
        "Order closed: {n} device does not come.", "Order closed: {n} devices do not come.", kept.not_coming
    )
    return sentence.format(n=number(kept.not_coming)), change(expect_rest, order_id)


def _expect(order_id: int, person: Person) -> Outcome:
    change(expect_rest, order_id)(person)
    return _("All of this order is expected again."), None
