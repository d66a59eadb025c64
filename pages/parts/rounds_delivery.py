"""Booking what came of an order: on the page of rounds for the whole board, at a school for its own orders."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import cast

import streamlit as st

from pages.parts.frame import DATE_FORMATS, now
from pages.parts.session import open_database
from pages.parts.settings_actions import Back, carry_out, key, show_outcome, value
from planning.core.notation import day, number
from planning.core.refusal import Refused
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import language, ngettext
from planning.organisation.kinds import DeviceKind
from planning.rounds.choice_texts import read_cents
from planning.rounds.choices import Delivery
from planning.rounds.known import Known
from planning.rounds.ordering_service import book_delivery, remove_delivery
from planning.rounds.reality import Seen

DELIVERY = "delivery"


def delivery_form(known: Known, seen: Sequence[Seen]) -> None:
    """Book a delivery for any school of the board."""
    names = {school.school_id: school.name for school in known.facts.schools}
    with st.container(border=True):
        st.subheader(_("Book what was delivered"), anchor=False)
        fields(seen, known.facts.kinds, names, known.as_of)


def outcome() -> None:
    """What was booked last, also where nothing is left to book."""
    show_outcome(DELIVERY)


def fields(seen: Sequence[Seen], kinds: Mapping[str, DeviceKind], names: Mapping[str, str], as_of: date) -> None:
    """Which order, how many came, when, and what one cost."""
    by_id = {one.order.order_id: one for one in seen}

    def label(order_id: int) -> str:
        one = by_id[order_id]
        left = one.order.count - one.delivered
        return _("{school} · {n} {kind} to come, ordered on {day}").format(
            school=names.get(one.order.school_id, one.order.school_id),
            n=number(left),
            kind=kinds[one.order.kind].name(left),
            day=day(one.order.ordered_on),
        )

    chosen = by_id[st.selectbox(_("Order"), list(by_id), format_func=label, key="delivery_order")]
    order_id = chosen.order.order_id
    with st.form(DELIVERY, border=False, enter_to_submit=False):
        with st.container(horizontal=True):
            st.number_input(
                _("Devices that came"),
                value=chosen.order.count - chosen.delivered,
                step=1,
                key=key(DELIVERY, f"count_{order_id}"),
            )
            st.date_input(
                _("Came on"),
                as_of,
                max_value=as_of,
                format=DATE_FORMATS[language()],
                key=key(DELIVERY, f"on_{order_id}"),
            )
            st.text_input(
                _("Paid for one, in euros"),
                number(chosen.order.price_cents / 100, 2),
                key=key(DELIVERY, f"price_{order_id}"),
            )
        st.form_submit_button(_("Book the delivery"), on_click=carry_out, args=(DELIVERY, partial(_book, order_id)))


def _book(order_id: int, person: Person) -> tuple[str, Back | None]:
    count = cast("int | None", value(DELIVERY, f"count_{order_id}"))
    on, written = value(DELIVERY, f"on_{order_id}"), str(value(DELIVERY, f"price_{order_id}") or "")
    if count is None or not isinstance(on, date):
        raise Refused(_("Fill in how many came, when, and what one cost."))
    kept = book_delivery(person, open_database(), now(), Delivery(0, order_id, count, on, read_cents(written)))
    sentence = ngettext("{n} device booked, delivered on {day}.", "{n} devices booked, delivered on {day}.", count)
    back = partial(_take_back, kept.delivery_id)
    return sentence.format(n=number(count), day=day(on)), back


def _take_back(delivery_id: int, person: Person) -> None:
    remove_delivery(person, open_database(), now(), delivery_id)
