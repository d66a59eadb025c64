"""Refusals in words: what may not be, for whom it is, and whom to ask."""

from typing import NoReturn

import streamlit as st

from pages.parts.data import kept_board, kept_schools
from pages.parts.frame import data_key, this_person
from pages.parts.places import SETTINGS, Place, show_link
from planning.core.rights import ROLE_NAMES, Person, Right
from planning.core.translation import gettext as _


def guard(place: Place) -> None:
    """Stop the page with a plain refusal unless it is the person's to open and there is something to see."""
    person = this_person()
    if place.is_in_menu(person, kept_board(data_key(person), person).kind):
        if place.of_schools and not kept_schools(data_key(person), person):
            _no_schools(place, person)
        return
    st.title(_("This page is not for you"), anchor=False)
    st.markdown(
        _("You are signed in as {name}, as {role}. Do you need this page? Ask your group ICT coordinator.").format(
            name=person.name, role=_(ROLE_NAMES[person.role])
        )
    )
    home: Place = st.session_state["home"]
    show_link(home, _("To {page}").format(page=_(home.title)), icon=":material/arrow_back:")
    st.stop()


def _no_schools(place: Place, person: Person) -> NoReturn:
    """Stop the page of a board that has no schools yet, or of a coordinator who has none."""
    st.title(_(place.title), anchor=False)
    if person.reach is not None:
        st.header(_("**No school is yours yet.**"), anchor=False)
        st.markdown(_("Your administrator says which schools are yours, on the screen Settings."))
    else:
        st.header(_("**First come the schools.**"), anchor=False)
        st.markdown(
            _("They come with their pupils from DUO's files. The administrator or the group ICT coordinator does that.")
        )
        if person.may(Right.MANAGE):
            show_link(SETTINGS, _("To the schools"), deel="scholen")
    st.stop()


def guard_school(school_id: str, right: Right = Right.READ) -> None:
    """Stop the page with a plain refusal when this school is out of the person's reach or the board has none such."""
    person = this_person()
    mine = kept_schools(data_key(person), person)
    if any(school.school_id == school_id for school in mine) and person.may(right, school_id):
        return
    names = " · ".join(school.name for school in mine)
    with st.container(border=True):
        st.subheader(_("This school is not yours"), anchor=False)
        if person.reach is None:
            st.markdown(_("This board has no school with number ‘{school}’.").format(school=school_id[:12]))
        else:
            st.markdown(_("You only see {schools}. Every school has a coordinator of its own.").format(schools=names))
        if mine and st.button(_("To {school}").format(school=mine[0].name), icon=":material/arrow_forward:"):
            st.query_params["school"] = mine[0].school_id
            st.session_state["school"] = mine[0].school_id
            st.rerun()
    st.stop()
