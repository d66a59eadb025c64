"""What changed since the board met last: a line for each subject that has something to tell."""

import streamlit as st

from pages.goals.place import GOALS
from pages.goals.view import last_meeting
from pages.parts.frame import Frame
from pages.parts.places import show_link
from pages.subjects import SUBJECTS
from planning.core.notation import day
from planning.core.rights import Right
from planning.core.translation import gettext as _


def news_card(frame: Frame) -> None:
    """Since the last board meeting, else since a quarter of a year; for who plans the way to fill meetings in."""
    since, met = last_meeting(frame)

    def draw() -> None:
        title = _("Since the meeting of {day}") if met else _("Since {day}")
        with st.container(border=True, height="stretch", gap="small"):
            st.subheader(title.format(day=day(since)), anchor=False)
            lines = [
                f"**{_(subject.place.title)}** · {' · '.join(told)}"
                for subject in SUBJECTS
                if (told := subject.news(frame, since))
            ]
            st.markdown("\n\n".join(lines) or _("Nothing changed."))
            if not met:
                st.caption(_("No board meeting before this date is filled in: this is a quarter of a year."))
                if frame.person.may(Right.PLAN):
                    show_link(GOALS, _("Fill in the meetings"), icon_position="right")

    frame.card("news", draw)
