"""The end of a cycle: the answer in own words, what changed, and what others may have of it."""

from functools import partial
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.sharing import sharing_control
from pages.network.writing import back_to, level_field
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change
from pages.parts.frame import Frame, plain
from planning.circles.model import Contribution, Sharing
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.network.cycle_contents import QUESTION, LearningQuestion
from planning.network.meeting_contents import (
    CLOSING,
    LONGEST,
    LONGEST_WHO,
    SECTOR_YIELD,
    CycleClosing,
    SectorYield,
)
from planning.network.meeting_service import close_cycle, give_to_sector

PLACE: Final = "network_closing"
YIELD: Final = "network_yield"


def show(_frame: Frame, at: AtCircle) -> None:
    """The answer to the question, and below it what is for the sector."""
    before = at.own(CLOSING)
    known = before.content if before and isinstance(before.content, CycleClosing) else CycleClosing("", "")
    question = at.own(QUESTION)
    with st.container(border=True):
        st.subheader(_("Your answer"), anchor=False)
        if question is not None and isinstance(question.content, LearningQuestion):
            st.markdown(f"*{plain(question.content.text)}*")
        Form(
            PLACE,
            (
                fields.lines(
                    "answer", _("Your answer to the question, in your own words"), known.answer, LONGEST, height=120
                ),
                fields.lines(
                    "changed", _("What changed at your board, and since when?"), known.changed, LONGEST, height=90
                ),
                level_field(before),
            ),
            partial(_keep, at, before),
            _("Keep the answer"),
        ).show()
    with st.container(border=True):
        st.subheader(_("For the sector"), anchor=False)
        st.markdown(_("What did you make or find that another board can use? It comes in the library as you share it."))
        for one in at.of(SECTOR_YIELD, at.seat.viewer):
            if isinstance(one.content, SectorYield):
                st.markdown(f"**{plain(one.content.title)}**  \n{plain(one.content.text)}")
                sharing_control(at, SECTOR_YIELD, one.key)
        _form(at)


def _keep(at: AtCircle, before: Contribution | None, person: Person, said: Values) -> Outcome:
    level = said.pop("level")
    change(close_cycle, at.seat.circle.circle_id, CycleClosing(**said), level=level)(person)
    return _("Your answer is kept."), back_to(at, before, CLOSING, "")


def _form(at: AtCircle) -> None:
    known = [int(one.key) for one in at.of(SECTOR_YIELD, at.seat.viewer) if one.key.isdecimal()]
    key = str(max(known, default=0) + 1)
    Form(
        YIELD,
        (
            fields.text("title", _("What is it called?"), "", LONGEST_WHO),
            fields.lines("text", _("What is it, and how did you use it?"), "", LONGEST, height=90),
            level_field(None, Sharing.CIRCLE),
        ),
        partial(_give, at, key),
        _("Add it"),
        look={},
    ).show()


def _give(at: AtCircle, key: str, person: Person, said: Values) -> Outcome:
    level = said.pop("level")
    change(give_to_sector, at.seat.circle.circle_id, key, SectorYield(**said), level=level)(person)
    return _("Added: {title}.").format(title=said["title"]), back_to(at, None, SECTOR_YIELD, key)
