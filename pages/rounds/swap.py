"""The checklist at a delivery: device by device what comes, what is handed in for it, wiped and signed; on a phone."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, plain
from pages.rounds.state import kept_swaps
from planning.core.notation import day, number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.organisation.kinds import DeviceKind
from planning.rounds.model import Swap
from planning.rounds.reality import OrderProgress
from planning.rounds.swap_service import book_swap, take_swap_back

SWAP: Final = "swap"
_LAST_SHOWN: Final = 5


def checklist(frame: Frame, school_id: str, progress: Sequence[OrderProgress], kinds: Mapping[str, DeviceKind]) -> None:
    """What was delivered and is not handed over yet, one device after another; below it what was."""
    if not frame.person.may(Right.UPLOAD, school_id) or not any(one.delivered for one in progress):
        return
    done, old = kept_swaps(frame, school_id)
    swapped = {one.order.order_id: sum(s.order_id == one.order.order_id for s in done) for one in progress}
    waiting = {one.order.order_id: one for one in progress if one.delivered > swapped[one.order.order_id]}
    st.subheader(_("Swap, device by device"), anchor=False)
    if waiting:
        _form(school_id, waiting, swapped, kinds, old.to_dict("records"))
    else:
        st.markdown(_("All that was delivered is handed over."))
    show_outcome(SWAP)
    for one in reversed(done[-_LAST_SHOWN:]):
        st.caption(_line(one))


def _form(
    school_id: str,
    waiting: Mapping[int, OrderProgress],
    swapped: Mapping[int, int],
    kinds: Mapping[str, DeviceKind],
    old: Sequence[Mapping[Any, Any]],
) -> None:
    def label(order_id: int) -> str:
        one = waiting[order_id]
        text = _("{kind}: {n} of {total} handed over")
        kind = kinds[one.order.kind].name(one.delivered)
        return text.format(kind=kind, n=number(swapped[order_id]), total=number(one.delivered))

    ids = list(waiting)
    order_id = st.selectbox(_("Delivery"), ids, format_func=label, key=f"swap_order_{school_id}")
    named = {lot["serial"]: _lot(lot, kinds) for lot in old}
    form = Form(
        SWAP,
        (
            fields.text("serial_in", _("Serial number of the new device"), "", 40, placeholder=_("on its sticker")),
            fields.choice(
                "serial_out",
                _("Takes the place of"),
                list(named),
                named=lambda serial: named[serial],
                placeholder=_("no device: this one is extra"),
            ),
            fields.tick("wiped", _("The old device is wiped"), False),
            fields.tick("signed", _("I sign for receipt"), False),
        ),
        partial(_book, school_id, order_id),
        _("Handed over"),
        about=f"{school_id}_{order_id}_{swapped[order_id]}",
        look={"key": "book_swap", "type": "primary"},
    )
    form.show_fields()


def _lot(lot: Mapping[Any, Any], kinds: Mapping[str, DeviceKind]) -> str:
    bought = lot["purchased_latest"]
    what = " ".join(lot[name] for name in ("brand", "model") if lot[name]) or kinds[lot["kind"]].name()
    return " · ".join([lot["serial"], what, *([str(bought.year)] if bought else [])])


def _line(one: Swap) -> str:
    text = _("✓ {serial}, handed over on {day}, signed by {name}")
    if one.serial_out:
        text = _("✓ {serial} in the place of {old}, which is wiped; on {day}, signed by {name}")
    assert one.swapped_on
    return text.format(
        serial=plain(one.serial_in), old=plain(one.serial_out), day=day(one.swapped_on), name=plain(one.booked_by)
    )


def _book(school_id: str, order_id: int, person: Person, said: Values) -> Outcome:
    new = Swap(0, school_id, order_id, **said | {"serial_out": said["serial_out"] or ""})
    kept = change(book_swap, new)(person)
    sentence = _("{serial} is handed over, and stands in the inventory.").format(serial=plain(kept.serial_in))
    if kept.version is None:
        sentence = _("{serial} is handed over.").format(serial=plain(kept.serial_in))
    return sentence, change(take_swap_back, school_id, kept.swap_id)
