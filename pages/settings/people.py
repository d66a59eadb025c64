"""Settings, part two: who may what."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from pages.parts import fields
from pages.parts.forms import Button, Form, Outcome, Values, change, key
from pages.parts.frame import Frame, answer, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from planning.core.board_rules import LONGEST_NAME
from planning.core.notation import listed, number
from planning.core.rights import RIGHTS, ROLE_NAMES, Person, Right, Role
from planning.core.service import add_person, people, remove_person, save_person
from planning.core.text import name_key
from planning.core.translation import LANGUAGES, ngettext
from planning.core.translation import gettext as _
from planning.organisation.service import schools

PLACE = "people"


def show(frame: Frame) -> None:
    """Everybody of the board, a form for one of them, and what each role may do."""
    folk = people(frame.person, open_database())
    names = {s.school_id: s.name for s in schools(frame.person, open_database())}
    answer(people_in_words(folk))
    left, right = st.columns([1.62, 1])
    with left, st.container(border=True):
        st.subheader(_("The people"), anchor=False)
        if frame.theme.compact:
            st.markdown(people_list(folk, names))
        else:
            show_table(people_table(folk, names))
    with right:
        _form(frame.person, folk, names)
        with st.container(border=True):
            st.subheader(_("Who may what"), anchor=False)
            show_table(roles_table())


def people_in_words(folk: Sequence[Person]) -> str:
    """How many people there are, and how many manage them."""
    many = ngettext("**{n} person uses Vlootplan.**", "**{n} people use Vlootplan.**", len(folk))
    managers = [plain(person.name) for person in folk if person.may(Right.MANAGE_PEOPLE)]
    who = ngettext("{names} manages who that is.", "{names} manage who that is.", len(managers))
    return many.format(n=number(len(folk))) + " " + who.format(names=listed(managers))


def people_table(folk: Sequence[Person], names: Mapping[str, str]) -> pd.DataFrame:
    """Name, role and schools of everybody."""
    return pd.DataFrame(
        [
            {
                _("Name"): plain(person.name),
                _("Role"): _(ROLE_NAMES[person.role]),
                _("Schools"): plain(school_words(person, names)),
            }
            for person in folk
        ]
    )


def people_list(folk: Sequence[Person], names: Mapping[str, str]) -> str:
    """The same for a telephone: a name, and below it what they are."""
    return "\n".join(
        f"- **{plain(person.name)}**  \n  {_(ROLE_NAMES[person.role])}"
        + (f" · {plain(school_words(person, names))}" if person.reach else "")
        for person in folk
    )


def school_words(person: Person, names: Mapping[str, str]) -> str:
    """The schools somebody reaches; for a reader of published figures that is none of their own."""
    if person.reach is None:
        return _("all") if person.may(Right.READ) else "–"
    return listed(sorted((names.get(school_id, school_id) for school_id in person.reach), key=name_key))


def right_words(right: Right, role: Role) -> str:
    """What a right lets somebody do."""
    if right is Right.READ and role is Role.SCHOOL_ICT:
        return _("see their own schools")
    return {
        Right.READ: _("see all schools"),
        Right.READ_PUBLISHED: _("see published figures"),
        Right.UPLOAD: _("hand in inventories"),
        Right.CONTRIBUTE: _("hand in self-scans, requests and incidents"),
        Right.VISIT: _("book visits to schools"),
        Right.PLAN: _("make plans"),
        Right.DECIDE: _("approve plans, set targets and publish"),
        Right.PRIVACY: _("keep the registers of IBP"),
        Right.INCIDENTS: _("see all incidents"),
        Right.MANAGE: _("manage schools, kinds and targets"),
        Right.MANAGE_PEOPLE: _("manage people"),
    }[right]


def roles_table() -> pd.DataFrame:
    """Each role with its rights in words; who sees all schools sees what is published of them as well."""
    return pd.DataFrame(
        [
            {
                _("Role"): _(ROLE_NAMES[role]),
                _("They may"): listed(
                    [
                        right_words(right, role)
                        for right in Right
                        if right in RIGHTS[role] and not (right is Right.READ_PUBLISHED and Right.READ in RIGHTS[role])
                    ]
                ),
            }
            for role in Role
        ]
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


def _person_form(someone: Person, names: Mapping[str, str]) -> Form:
    """Each person has fields of their own, so that choosing somebody else shows that person."""
    languages = {"nl": _("Dutch"), "en": _("English")}
    remove = Button(_("Remove"), partial(_remove, someone), icon=":material/person_remove:")
    return Form(
        PLACE,
        (
            fields.text("name", _("Name"), someone.name, LONGEST_NAME),
            fields.choice("role", _("Role"), list(Role), someone.role, lambda role: _(ROLE_NAMES[role])),
            fields.several(
                "school_ids",
                _("Schools, for an ICT coordinator"),
                names,
                someone.school_ids,
                names.__getitem__,
                placeholder=_("choose schools"),
                select_all=False,
            ),
            fields.segments(
                "language", _("Language"), LANGUAGES, someone.language or "nl", languages.__getitem__, required=True
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
        added = change(add_person, after)(person)
        return _("{name} is added.").format(name=added.name), change(remove_person, added)
    change(save_person, after)(person)
    return _("{name} is changed.").format(name=after.name), change(save_person, before)


def _remove(someone: Person, person: Person) -> Outcome:
    change(remove_person, someone)(person)
    sentence = _("{name} is removed; what they did stays in the log.").format(name=someone.name)
    return sentence, change(save_person, someone)
