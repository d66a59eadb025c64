"""Before a board takes part, and after: an invitation to answer, a place on the waiting list, what it left behind."""

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.leaving import LEAVING
from pages.parts.forms import Outcome, Work, act_button, change, show_outcome
from pages.parts.frame import Frame, answer, plain
from pages.server.session import open_database
from planning.circles.model import MemberState
from planning.circles.service import CircleRoom, answer_invitation, circle_room
from planning.core.notation import number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext

PLACE: Final = "network_joining"


def agreement(at: AtCircle) -> None:
    """What the boards agreed on confidentiality, on top of the first part of the page."""
    text = at.seat.circle.agreement
    if text:
        badge = ":blue-badge[:material/handshake: " + _("agreed") + "]"
        st.markdown(f"{badge} :small[{plain(text)}]")


def show(
    frame: Frame,
    at: AtCircle,
    *,
    left_behind: Callable[[Frame, AtCircle], None],
    coming: Callable[[Frame, AtCircle], None] | None = None,
) -> None:
    """A board that was invited, waits, said no, or left.

    `left_behind` lists what it brought in before it left; `coming` shows who is invited or waits what is to come.
    """
    circle, standing = at.seat.circle, at.seat.standing
    room = circle_room(frame.person, open_database(), circle.circle_id)
    answer(_answer(at, room))
    if standing is MemberState.LEFT:
        show_outcome(LEAVING)
        left_behind(frame, at)
        return
    with st.container(border=True):
        st.subheader(plain(circle.name), anchor=False)
        if circle.about:
            st.markdown(plain(circle.about))
        st.markdown(_room(room))
        if circle.agreement:
            title = _("What the boards agreed on confidentiality")
            st.markdown(f"**{title}**  \n{plain(circle.agreement)}")
        with st.container(horizontal=True):
            if standing is MemberState.INVITED:
                label = _("Take part") if room.left != 0 and not room.waiting else _("On the waiting list")
                act_button(PLACE, label, _answering(at, accept=True), type="primary", icon=":material/check:")
            if standing in (MemberState.INVITED, MemberState.WAITING):
                act_button(PLACE, _("Do not take part"), _answering(at, accept=False), icon=":material/close:")
        show_outcome(PLACE)
    if coming and standing in (MemberState.INVITED, MemberState.WAITING):
        coming(frame, at)


def _answer(at: AtCircle, room: CircleRoom) -> str:
    name = plain(at.seat.circle.name)
    texts: Mapping[MemberState | None, str] = {
        MemberState.INVITED: _("**Your board is invited to {name}.** Do you take part?"),
        MemberState.WAITING: _("**Your board is on the waiting list of {name}, at place {place}.**"),
        MemberState.DECLINED: _("**Your board does not take part in {name}.** The facilitator can invite it again."),
        MemberState.LEFT: _("**Your board left {name}.** What you brought in stays yours."),
    }
    return texts[at.seat.standing].format(name=name, place=number(room.place or 0))


def _room(room: CircleRoom) -> str:
    taking_part = ngettext("{n} board takes part.", "{n} boards take part.", room.members)
    parts = [taking_part.format(n=number(room.members))]
    if room.left is not None:
        left = ngettext("{n} place is left.", "{n} places are left.", room.left) if room.left else _("It is full.")
        parts.append(left.format(n=number(room.left)))
    if room.waiting:
        waiting = ngettext("{n} board is on the waiting list.", "{n} boards are on the waiting list.", room.waiting)
        parts.append(waiting.format(n=number(room.waiting)))
    return " ".join(parts)


def _answering(at: AtCircle, *, accept: bool) -> Work:
    answering = change(answer_invitation, at.seat.circle.circle_id, accept=accept)

    def work(person: Person) -> Outcome:
        done = {
            MemberState.MEMBER: _("Your board takes part."),
            MemberState.WAITING: _("Your board is on the waiting list; you come in as soon as there is a place."),
            MemberState.DECLINED: _("Your board does not take part."),
        }
        return done[answering(person)], None

    return work
