"""What a learning network is, for who is in none, and what who is invited to one may know of it already."""

import streamlit as st

from pages.circles.data import AtCircle
from pages.network import meeting_card
from pages.network.meetings_data import meetings_of
from pages.parts.frame import Frame, answer
from planning.core.translation import gettext as _


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


def coming(frame: Frame, at: AtCircle) -> None:
    """The starting meeting, of which alone a board knows that is not in yet."""
    for meeting in meetings_of(frame, at).meetings:
        if meeting.day >= frame.today:
            meeting_card.show(frame, at, meeting)
