"""Part "deelname" of a circle: who takes part, who is invited or waits, guests, and what the boards agreed on."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

import streamlit as st

from pages.circles.data import AtCircle, at_circle
from pages.parts import fields
from pages.parts.forms import Button, Form, Outcome, Values, act_button, change, show_outcome
from pages.parts.frame import Frame, answer, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from planning.circles.model import STATE_NAMES, Membership, MemberState
from planning.circles.rules import LONGEST_TEXT, places_left, taking_part, waiting_list
from planning.circles.service import (
    boards_to_invite,
    guests,
    invite,
    remove_guest,
    save_guest,
    set_circle,
    withdraw_invitation,
)
from planning.core.board_rules import LONGEST_NAME
from planning.core.boards import Kind
from planning.core.clock import local_day
from planning.core.notation import day, listed, number
from planning.core.rights import CIRCLE_ROLES, ROLE_NAMES, Person, Role
from planning.core.translation import gettext as _
from planning.core.translation import ngettext

INVITE, WITHDRAW, CIRCLE, GUEST = "guide_invite", "guide_withdraw", "guide_circle", "guide_guest"
BADGES: Final = {
    MemberState.INVITED: ("blue", "mail"),
    MemberState.MEMBER: ("green", "check_circle"),
    MemberState.WAITING: ("orange", "hourglass_top"),
    MemberState.DECLINED: ("gray", "block"),
    MemberState.LEFT: ("gray", "logout"),
}
NEW: Final = "new"


def show(frame: Frame, kind: Kind) -> None:
    """How many take part and what is left; boards and invitations beside texts and guests."""
    at = at_circle(frame, kind)
    assert at is not None
    answer(_answer(at))
    left, right = st.columns([1.2, 1])
    with left:
        _boards(frame, at)
        _invite(frame, at)
    with right:
        _circle(at)
        _guests(frame, at)


def _answer(at: AtCircle) -> str:
    inside, waiting = taking_part(at.members), waiting_list(at.members)
    text = ngettext("**{n} board takes part.**", "**{n} boards take part.**", len(inside)).format(n=number(len(inside)))
    left = places_left(at.seat.circle, at.members)
    if left is not None:
        places = ngettext("{n} place is left.", "{n} places are left.", left) if left else _("It is full.")
        text += " " + places.format(n=number(left))
    if waiting:
        many = ngettext("{n} board is on the waiting list.", "{n} boards are on the waiting list.", len(waiting))
        text += " " + many.format(n=number(len(waiting)))
    return text


def _badge(one: Membership) -> str:
    color, icon = BADGES[one.standing]
    return f":{color}-badge[:material/{icon}: {_(STATE_NAMES[one.standing])}]"


def _boards(frame: Frame, at: AtCircle) -> None:
    order = list(MemberState)
    found = sorted(at.members, key=lambda one: (order.index(one.standing), one.since, one.board_id))
    with st.container(border=True):
        st.subheader(_("Boards"), anchor=False)
        if not found:
            st.markdown(_("Nobody is invited yet."))
        elif frame.theme.compact:
            st.markdown("\n".join(f"- {plain(one.name)} {_badge(one)} :small[{_since(one)}]" for one in found))
        else:
            show_table(
                [{_("Board"): plain(one.name), _("Stands"): _badge(one), _("Since"): _since(one)} for one in found],
                _("Boards"),
            )
        open_ones = [one for one in found if one.standing in (MemberState.INVITED, MemberState.WAITING)]
        for one in open_ones:
            act_button(
                WITHDRAW,
                _("Take back the invitation of {name}").format(name=one.name),
                partial(_withdraw, at, one),
                type="tertiary",
                icon=":material/undo:",
                key=f"withdraw_{one.board_id}",
            )
        show_outcome(WITHDRAW)


def _since(one: Membership) -> str:
    return day(local_day(one.since))


def _withdraw(at: AtCircle, one: Membership, person: Person) -> Outcome:
    network_id = at.seat.circle.circle_id
    change(withdraw_invitation, network_id, one.board_id)(person)
    return _("The invitation of {name} is taken back.").format(name=one.name), change(
        invite, network_id, [one.board_id]
    )


def _invite(frame: Frame, at: AtCircle) -> None:
    names = boards_to_invite(frame.person, open_database(), at.seat.circle.circle_id)
    with st.container(border=True):
        st.subheader(_("Invite boards"), anchor=False)
        if not names:
            st.markdown(_("Every board of this installation is in or invited. Another board first begins here itself."))
            show_outcome(INVITE)
            return
        choice = fields.several(
            "invited", _("Which boards?"), list(names), (), names.__getitem__, placeholder=_("choose boards")
        )
        st.caption(_("The invitation shows on the board's own screens. Who speaks for the board says yes or no."))
        Form(
            INVITE,
            (choice,),
            partial(_inviting, at, names),
            _("Invite"),
            look={"type": "primary", "icon": ":material/mail:"},
        ).show()


def _inviting(at: AtCircle, names: dict[str, str], person: Person, said: Values) -> Outcome:
    network_id, invited = at.seat.circle.circle_id, list(said["invited"])
    change(invite, network_id, invited)(person)

    def back(again: Person) -> None:
        for board_id in invited:
            change(withdraw_invitation, network_id, board_id)(again)

    return _("Invited: {names}.").format(names=listed([names[one] for one in invited])), back


def _circle(at: AtCircle) -> None:
    circle = at.seat.circle
    with st.container(border=True):
        st.subheader(_("About the network"), anchor=False)
        Form(
            CIRCLE,
            (
                fields.text("name", _("Name"), circle.name, LONGEST_NAME),
                fields.lines("about", _("What it is for; an invited board reads it"), circle.about, LONGEST_TEXT),
                fields.lines(
                    "agreement",
                    _("What you agreed on confidentiality; every board reads it on its first screen"),
                    circle.agreement,
                    LONGEST_TEXT,
                    placeholder=_("What is said here stays here. What a board shares it can take back."),
                ),
                fields.number("places", _("Places for boards; empty is no limit"), circle.places, (2, 200)),
            ),
            partial(_keep_circle, at),
            _("Keep"),
            about=circle.circle_id,
            look={},
        ).show()


def _keep_circle(at: AtCircle, person: Person, said: Values) -> Outcome:
    before = at.seat.circle
    change(set_circle, replace(before, **said))(person)
    return _("Kept; the boards read it at once."), change(set_circle, before)


def _guests(frame: Frame, at: AtCircle) -> None:
    network_id = at.seat.circle.circle_id
    found = guests(frame.person, open_database(), network_id)
    with st.container(border=True):
        st.subheader(_("Facilitators and experts"), anchor=False)
        st.markdown("\n".join(f"- {plain(one.name)} · {_(ROLE_NAMES[one.role])}" for one in found))
        chosen = st.selectbox(
            _("Whom do you want to change?"),
            [NEW, *(one.person_id for one in found)],
            format_func=lambda key: _("somebody new") if key == NEW else _name_of(found, key),
            key="guide_guest_choice",
        )
        known = next((one for one in found if one.person_id == chosen), None)
        others: Sequence[Button] = ()
        if known is not None:
            others = (Button(_("Remove"), partial(_remove, network_id, known), ":material/delete:"),)
        look: dict[str, Any] = {}
        Form(
            GUEST,
            (
                fields.text("name", _("Name"), known.name if known else "", LONGEST_NAME),
                fields.choice("role", _("Role"), CIRCLE_ROLES, known.role if known else Role.EXPERT, _role),
                fields.text("account", _("E-mail address, if known"), (known.account or "") if known else "", 254),
            ),
            partial(_keep_guest, network_id, known),
            _("Let in") if known is None else _("Keep"),
            about=chosen,
            others=tuple(others),
            look=look,
        ).show()


def _name_of(found: Sequence[Person], key: str) -> str:
    return next(one.name for one in found if one.person_id == key)


def _role(role: Role) -> str:
    return _(ROLE_NAMES[role])


def _keep_guest(network_id: str, known: Person | None, person: Person, said: Values) -> Outcome:
    guest = replace(known, **said) if known else Person("", network_id, **said, language="nl")
    kept = change(save_guest, network_id, guest)(person)
    back = change(save_guest, network_id, known) if known else change(remove_guest, network_id, kept.person_id)
    return _("{name} is in as {role}.").format(name=kept.name, role=_(ROLE_NAMES[kept.role])), back


def _remove(network_id: str, known: Person, person: Person) -> Outcome:
    change(remove_guest, network_id, known.person_id)(person)
    return _("{name} is no longer in.").format(name=known.name), change(save_guest, network_id, known)
