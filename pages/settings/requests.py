"""Settings, at the people: who signed in with an account that nobody knows, and asks to be let in."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Button, Form, Outcome, Values, change, show_outcome
from pages.parts.frame import plain
from pages.server.session import open_database
from planning.core.account_rules import AccessRequest
from planning.core.account_service import access_requests, approve_request, decline_request
from planning.core.board_rules import LONGEST_NAME
from planning.core.notation import moment
from planning.core.rights import BOARD_ROLES, ROLE_NAMES, Person, Role
from planning.core.translation import gettext as _
from planning.core.translation import ngettext

PLACE = "access_request"


def show(person: Person, folk: Sequence[Person], names: Mapping[str, str]) -> None:
    """Those who wait, longest first, and a form for one of them; nothing where nobody waits."""
    waiting = access_requests(person, open_database())
    if not waiting:
        show_outcome(PLACE)
        return
    with st.container(border=True):
        st.subheader(
            ngettext("{n} person asks to be let in", "{n} people ask to be let in", len(waiting)).format(
                n=len(waiting)
            ),
            anchor=False,
        )
        one = waiting[0]
        if len(waiting) > 1:
            one = st.selectbox(_("Who"), waiting, format_func=lambda asked: asked.name, key="access_asked_by") or one
        st.markdown(_told(one))
        _form(one, folk, names).show()


def _told(asked: AccessRequest) -> str:
    address = plain(asked.email) if asked.email else _("no e-mail address")
    if asked.email and not asked.is_verified:
        address += " " + _(":orange-badge[:material/help: not verified by the provider: ask whether it is them]")
    return f"**{plain(asked.name)}** · {address} · :small[{moment(asked.at)}]"


def _form(asked: AccessRequest, folk: Sequence[Person], names: Mapping[str, str]) -> Form:
    by_id = {one.person_id: one for one in folk}
    same = next((one.person_id for one in folk if one.name.casefold() == asked.name.casefold()), "")
    return Form(
        PLACE,
        (
            fields.beside(
                fields.choice(
                    "person_id",
                    _("This is"),
                    ["", *by_id],
                    same,
                    lambda person_id: by_id[person_id].name if person_id else _("somebody new"),
                ),
                fields.text("name", _("Name"), asked.name, LONGEST_NAME),
            ),
            fields.beside(
                fields.choice("role", _("Role, of somebody new"), list(BOARD_ROLES), Role.SCHOOL_ICT, _role_name),
                fields.several(
                    "school_ids",
                    _("Schools, for an ICT coordinator"),
                    names,
                    (),
                    names.__getitem__,
                    placeholder=_("choose schools"),
                    select_all=False,
                ),
            ),
        ),
        partial(_let_in, asked, by_id),
        _("Let in"),
        about=asked.identity[:8],
        others=(Button(_("Do not let in"), partial(_decline, asked), icon=":material/block:"),),
    )


def _role_name(role: Role) -> str:
    return _(ROLE_NAMES[role])


def _let_in(asked: AccessRequest, by_id: Mapping[str, Person], person: Person, said: Values) -> Outcome:
    known = by_id.get(said["person_id"])
    reach = frozenset(said["school_ids"]) if said["role"] is Role.SCHOOL_ICT else frozenset()
    someone = known or Person("", person.board_id, said["name"], said["role"], reach, "nl")
    admitted = change(approve_request, asked.identity, someone)(person)
    return _("{name} can sign in from now on.").format(name=admitted.name), None


def _decline(asked: AccessRequest, person: Person) -> Outcome:
    change(decline_request, asked.identity)(person)
    return _("{name} is not let in, and can ask again after 30 days.").format(name=asked.name), None
