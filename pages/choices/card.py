"""Choices on other pages: a card for one school, and a tile for the overview."""

import streamlit as st

from pages.choices.data import choices_view, reckoned
from pages.choices.place import CHOICES
from pages.choices.words import in_own_words
from pages.parts.frame import Frame, plain
from pages.parts.places import show_link
from planning.choices.model import year_name
from planning.choices.sentences import reaches
from planning.choices.standing import accent_of, board_answer
from planning.core.translation import gettext as _


def school_card(frame: Frame, school_id: str) -> None:
    """What a school chose, why, and when it reaches its target with that."""
    frame.card("choices_school", lambda: _school_card(frame, school_id), school_id)


def _school_card(frame: Frame, school_id: str) -> None:
    view = choices_view(frame)
    chosen = view.choice_of(school_id, frame.as_of.year)
    with st.container(border=True, height="stretch"):
        st.subheader(_("Its own choice"), anchor=False)
        st.markdown(_choice(frame, school_id))
        if chosen is not None:
            one = reckoned(frame, chosen)
            if one is not None and one.devices is not None:
                st.markdown(" ".join(reaches(one.devices)))
            st.markdown(in_own_words(chosen))
            if not view.is_fed(chosen):
                st.caption(_("The rounds do not have it yet."))
        show_link(CHOICES, _("To the choices"), icon_position="right", school=school_id)


def _choice(frame: Frame, school_id: str) -> str:
    view, year = choices_view(frame), frame.as_of.year
    chosen = view.choice_of(school_id, year)
    if chosen is None:
        text = _("For {year} this school has not chosen how to share out its means.")
        return text.format(year=year_name(year))
    return f"**{plain(chosen.name)}** ({year_name(year)}): {accent_of(view, chosen)}."


def tile(frame: Frame) -> None:
    """For the overview: how many schools chose, and what that adds up to."""

    def draw() -> None:
        with st.container(border=True, height="stretch"):
            st.subheader(_("Choices of schools"), anchor=False)
            if len(frame.schools) == 1:
                st.markdown(_choice(frame, frame.schools[0].school_id))
            else:
                st.markdown(board_answer(choices_view(frame), frame.as_of.year))
            show_link(CHOICES, _("To the choices"), icon_position="right")

    frame.card("choices_tile", draw)
