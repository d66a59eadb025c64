"""Settings, part two: who may what."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from pages.parts import fields
from pages.parts.forms import Button, Form, Outcome, Values, change, key
from pages.parts.frame import Frame, answer, more, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from pages.settings import many_people, personal_data, requests
from pages.settings.people_words import roles_list, roles_table, school_words
from planning.core.board_rules import LONGEST_ACCOUNT, LONGEST_NAME
from planning.core.notation import listed, number
from planning.core.rights import BOARD_ROLES, ROLE_NAMES, Person, Right, Role
from planning.core.service import add_people, people, remove_people, save_person
from planning.core.translation import LANGUAGES, N_, ngettext
from planning.core.translation import gettext as _
from planning.organisation.service import schools

PLACE = "people"
KEPT_OUT = N_(":orange-badge[:material/block: kept out]")


def show(frame: Frame) -> None:
    """Everybody of the board, a form for one of them, and what each role may do."""
    folk = people(frame.person, open_database())
    names = {s.school_id: s.name for s in schools(frame.person, open_database())}
    answer(people_in_words(folk))
    requests.show(frame.person, folk, names)
    left, right = st.columns([1.62, 1])
    with left, st.container(border=True, height="stretch"):
        st.subheader(_("The people"), anchor=False)
        if frame.theme.compact:
            st.markdown(people_list(folk, names))
        else:
            show_table(people_table(folk, names), _("The people"))
        if more("many_people", closed=_("Add many at once"), opened=_("Close"), icon=":material/group_add:"):
            many_people.show(frame)
    with right:
        _form(frame.person, folk, names)
    personal_data.show(frame.person)
    with st.container(border=True):
        st.subheader(_("Who may do what"), anchor=False)
        if frame.theme.compact:
            st.markdown(roles_list())
        else:
            show_table(roles_table(), _("Who may do what"))


def people_in_words(folk: Sequence[Person]) -> str:
    """How many people there are, and how many manage them."""
    many = ngettext("**{n} person uses Vlootplan.**", "**{n} people use Vlootplan.**", len(folk))
    managers = [plain(person.name) for person in folk if person.may(Right.MANAGE_PEOPLE)]
    who = ngettext("{names} adds people and takes them off.", "{names} add people and take them off.", len(managers))
    return many.format(n=number(len(folk))) + " " + who.format(names=listed(managers))


def people_table(folk: Sequence[Person], names: Mapping[str, str]) -> pd.DataFrame:
    """Name, role and schools of everybody."""
    return pd.DataFrame(
        [
            {
                _("Name"): plain(person.name) + (" " + _(KEPT_OUT) if person.is_off else ""),
                _("Role"): _(ROLE_NAMES[person.role]),
                _("Schools"): plain(school_words(person, names)),
            }
            for person in folk
        ]
    )


def people_list(folk: Sequence[Person], names: Mapping[str, str]) -> str:
    """The same for a telephone: a name, and below it what they are."""
    return "\n".join(
        f"- **{plain(person.name)}**{' ' + _(KEPT_OUT) if person.is_off else ''}  \n  {_(ROLE_NAMES[person.role])}"
        + (f" · {plain(school_words(person, names))}" if person.reach else "")
        for person in folk
    )


def _form(me: Person, folk: Sequence[Person], names: Mapping[str, str]) -> None:
    by_id = {person.person_id: person for person in folk}
    with st.container(border=True):
        st.subheader(_("Add or change"), anchor=False)
        chosen = st.selectbox(
            _("Who"),
            ["", *by_id],
            format_func=lambda person_id: by_id[person_id].name if person_id else _("somebody new"),
            key=key(PLACE, "who"),
        )
        someone = by_id.get(chosen, Person("", me.board_id, "", Role.SCHOOL_ICT, language="nl"))
        _person_form(someone, names).show()
        if someone.person_id:
            personal_data.export_button(me, someone)


def _person_form(someone: Person, names: Mapping[str, str]) -> Form:
    """Each person has fields of their own, so that choosing somebody else shows that person."""
    languages = {"nl": _("Dutch"), "en": _("English")}
    remove = Button(_("Remove"), partial(_remove, someone), icon=":material/person_remove:")
    return Form(
        PLACE,
        (
            fields.text("name", _("Name"), someone.name, LONGEST_NAME),
            fields.choice("role", _("Role"), list(BOARD_ROLES), someone.role, lambda role: _(ROLE_NAMES[role])),
            fields.several(
                "school_ids",
                _("Schools, for an ICT coordinator"),
                names,
                someone.school_ids,
                names.__getitem__,
                placeholder=_("choose schools"),
                select_all=False,
            ),
            fields.text(
                "account",
                _("E-mail address, may be left empty"),
                someone.account or "",
                LONGEST_ACCOUNT,
                help=_("Whoever has the same address at another board or in a network goes there from the menu."),
            ),
            fields.segments(
                "language", _("Language"), LANGUAGES, someone.language or "nl", languages.__getitem__, required=True
            ),
            fields.tick(
                "is_off",
                _("Keep out for now"),
                someone.is_off,
                help=_("Signed out at once, everywhere, and not let in until you take the tick away."),
            ),
        ),
        partial(_keep, someone),
        _("Keep"),
        about=someone.person_id,
        others=(remove,) if someone.person_id else (),
    )


def _keep(before: Person, person: Person, said: Values) -> Outcome:
    schools_of = frozenset(said["school_ids"]) if said["role"] is Role.SCHOOL_ICT else frozenset()
    after = replace(before, **said | {"school_ids": schools_of})
    if not before.person_id:
        added = change(add_people, [after])(person)
        return _("{name} is added.").format(name=after.name), change(remove_people, added)
    change(save_person, after)(person)
    return _("{name} is changed.").format(name=after.name), change(save_person, before)


def _remove(someone: Person, person: Person) -> Outcome:
    change(remove_people, [someone])(person)
    sentence = _("{name} is removed; what they did stays in the log.").format(name=someone.name)
    return sentence, change(save_person, someone)
