"""Before a board takes part: an invitation to answer, a place on the waiting list, or how a network begins."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from pages.network import meeting_card, shared
from pages.network.data import AtNetwork
from pages.network.meetings_data import meetings_of
from pages.parts.forms import Outcome, Work, act_button, change, show_outcome
from pages.parts.frame import Frame, answer, plain
from pages.server.session import open_database
from planning.circles.model import MemberState
from planning.circles.service import CircleRoom, answer_invitation, circle_room
from planning.core.boards import Kind
from planning.core.notation import number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext

PLACE: Final = "network_joining"


def agreement(at: AtNetwork) -> None:
    """What the boards agreed on confidentiality, on top of everything."""
    text = at.seat.circle.agreement
    if text:
        badge = ":blue-badge[:material/handshake: " + _("agreed") + "]"
        st.markdown(f"{badge} :small[{plain(text)}]")


def show_none() -> None:
    """No network yet: what it is, and who begins one."""
    answer(_("**Your board is not in a learning network yet.** In one, boards learn with and from each other."))
    with st.container(border=True):
        st.subheader(_("How a learning network works"), anchor=False)
        st.markdown(
            "\n".join(
                f"{place}. {text}"
                for place, text in enumerate(
                    (
                        _("You look at yourself: a situation sketch, filled from figures that are here already."),
                        _("You say what you think of it, and find a question of your own to learn about."),
                        _("In five meetings six to eight boards work on their questions, with an expert each time."),
                        _("You decide of each text and figure who sees it, and take that back whenever you like."),
                    ),
                    1,
                )
            )
        )
        st.markdown(
            _(
                "A network begins with a facilitator, who invites boards. Your invitation then stands here and on the "
                "overview. Do you know of a network? Ask its facilitator to invite your board."
            )
        )


def show_none_of_partners() -> None:
    """No partnership yet: what it is, and who begins one."""
    answer(_("**Your board does not work together with partner boards here yet.**"))
    with st.container(border=True):
        st.markdown(
            _(
                "With partner boards you keep a shared vision and who adopted it, its roll-out at the schools, what "
                "infrastructure is common, and joint purchase. You decide of each thing who sees it. Whoever leads "
                "it begins the partnership and invites the boards; your invitation then stands here."
            )
        )


def show(frame: Frame, at: AtNetwork) -> None:
    """A board that was invited, waits, said no, or left."""
    circle, standing = at.seat.circle, at.seat.standing
    room = circle_room(frame.person, open_database(), circle.circle_id)
    answer(_answer(at, room))
    if standing is MemberState.LEFT:
        show_outcome(shared.LEAVING)
        shared.show_list(frame, at)
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
    if circle.kind is Kind.NETWORK and standing in (MemberState.INVITED, MemberState.WAITING):
        for meeting in meetings_of(frame, at).meetings:  # such a board knows of the starting meeting alone
            if meeting.day >= frame.today:
                meeting_card.show(frame, at, meeting)


def _answer(at: AtNetwork, room: CircleRoom) -> str:
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


def _answering(at: AtNetwork, *, accept: bool) -> Work:
    answering = change(answer_invitation, at.seat.circle.circle_id, accept=accept)

    def work(person: Person) -> Outcome:
        done = {
            MemberState.MEMBER: _("Your board takes part."),
            MemberState.WAITING: _("Your board is on the waiting list; you come in as soon as there is a place."),
            MemberState.DECLINED: _("Your board does not take part."),
        }
        return done[answering(person)], None

    return work
