"""Settings, part two: who may what."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import cast

import pandas as pd
import streamlit as st

from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import Frame, answer, now, plain
from pages.parts.show import show_table
from pages.parts.theme import segment
from pages.server.session import open_database
from planning.core.notation import listed, number
from planning.core.rights import RIGHTS, ROLE_NAMES, Person, Right, Role
from planning.core.service import add_person, people, remove_person, save_person
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
    return listed(sorted(names.get(school_id, school_id) for school_id in person.reach))


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
        with st.form(PLACE, border=False, enter_to_submit=False):
            _fields(someone, names)
            with st.container(horizontal=True):
                st.form_submit_button(
                    _("Keep"), type="primary", on_click=carry_out, args=(PLACE, partial(_keep, someone))
                )
                if chosen:
                    st.form_submit_button(
                        _("Remove"),
                        type="tertiary",
                        icon=":material/person_remove:",
                        on_click=carry_out,
                        args=(PLACE, partial(_remove, someone)),
                    )
        show_outcome(PLACE)


def _fields(someone: Person, names: Mapping[str, str]) -> None:
    """Each person has fields of their own, so that choosing somebody else shows that person."""
    st.text_input(_("Name"), someone.name, max_chars=120, key=key(PLACE, f"name_{someone.person_id}"))
    roles = list(Role)
    st.selectbox(
        _("Role"),
        roles,
        index=roles.index(someone.role),
        format_func=lambda role: _(ROLE_NAMES[role]),
        key=key(PLACE, f"role_{someone.person_id}"),
    )
    st.multiselect(
        _("Schools, for an ICT coordinator"),
        list(names),
        default=sorted(someone.school_ids & set(names)),
        format_func=names.__getitem__,
        placeholder=_("choose schools"),
        select_all=False,
        key=key(PLACE, f"schools_{someone.person_id}"),
    )
    st.segmented_control(
        _("Language"),
        LANGUAGES,
        default=someone.language or "nl",
        required=True,
        format_func=lambda code: segment(_("Dutch") if code == "nl" else _("English")),
        key=key(PLACE, f"language_{someone.person_id}"),
    )


def _keep(before: Person, person: Person) -> tuple[str, Back | None]:
    def field(name: str) -> object:
        return value(PLACE, f"{name}_{before.person_id}")

    role = cast("Role", field("role"))
    after = replace(
        before,
        name=str(field("name")).strip(),
        role=role,
        school_ids=frozenset(cast("list[str]", field("schools"))) if role is Role.SCHOOL_ICT else frozenset(),
        language=cast("str", field("language")),
    )
    if not before.person_id:
        added = add_person(person, open_database(), now(), after)
        text = _("{name} is added.")
        return text.format(name=added.name), lambda me: remove_person(me, open_database(), now(), added)
    save_person(person, open_database(), now(), after)
    text = _("{name} is changed.")
    return text.format(name=after.name), lambda me: save_person(me, open_database(), now(), before)


def _remove(someone: Person, person: Person) -> tuple[str, Back | None]:
    remove_person(person, open_database(), now(), someone)
    text = _("{name} is removed; what they did stays in the log.")
    return text.format(name=someone.name), lambda me: save_person(me, open_database(), now(), someone)
