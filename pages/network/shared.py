"""Leernetwerk, part "delen": all that the board brought in with who sees it, and the way out."""

from itertools import groupby
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.circles.data import AtCircle
from pages.circles.leaving import shared_answer, show_leaving
from pages.circles.sharing import sharing_control
from pages.network.data import at_network
from pages.network.papers import show_papers
from pages.parts.frame import Frame, answer, more, plain
from planning.circles.model import Contribution
from planning.core.notation import number
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.network import cycle_contents as cycle
from planning.network import decisions
from planning.network import meeting_contents as meeting
from planning.network.themes import THEME_NAMES, NetworkTheme

KIND_NAMES: Final = {
    cycle.SKETCH: N_("Situation sketch"),
    cycle.ANSWERS: N_("Self-evaluation"),
    cycle.REACTION: N_("Reaction"),
    cycle.QUESTION: N_("Learning question"),
    cycle.ADOPTED: N_("Adopted question"),
    meeting.PREPARATION: N_("Preparation of a meeting"),
    meeting.BROUGHT: N_("Brought in at a meeting"),
    meeting.STEP: N_("Step after a meeting"),
    meeting.STEP_RESULT: N_("What came of a step"),
    meeting.STEP_REACTION: N_("Comment on another board's step"),
    decisions.KIND: N_("Who decides what about ICT"),
    meeting.CLOSING: N_("Answer to the learning question"),
    meeting.SECTOR_YIELD: N_("For other boards to use"),
}
"""What a board brings in, by kind, in the order of the cycle. Whoever adds a kind adds its name."""
AT_ONCE: Final = 8
"""Things of one kind that are listed without a click."""
OF_A_MEETING: Final = (meeting.PREPARATION, meeting.BROUGHT, meeting.STEP, meeting.STEP_RESULT)


def show(frame: Frame) -> None:
    """How much is shared with whom; then each thing with its level, and the way out."""
    at = at_network(frame)
    assert at is not None
    answer(shared_answer(at))
    show_list(frame, at)
    show_papers(frame, at, at.seat.viewer)
    show_leaving(at)


def show_list(frame: Frame, at: AtCircle) -> None:
    """What the board brought in, kind by kind, each with who sees it."""
    mine = sorted(at.of_owner(at.seat.viewer), key=in_cycle)
    for kind, together in groupby(mine, key=lambda one: one.kind):
        found = list(together)
        with st.container(border=True, gap="small"):
            st.subheader(_(KIND_NAMES.get(kind, kind)), anchor=False)
            if len(found) > AT_ONCE and not more(
                f"shared_{kind}",
                closed=_("Show all {n}").format(n=number(len(found))),
                opened=_("Hide them"),
                icon=":material/unfold_more:",
            ):
                continue
            for one in found:
                name = item_name(one, at)
                left, right = _beside(compact=frame.theme.compact)
                with left:
                    st.markdown(f"**{name}**")
                with right:
                    sharing_control(at, one.kind, one.key, beside=name)


def _beside(*, compact: bool) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two places beside one another; on a telephone one below the other, where a control can take a second line."""
    if compact:
        return st.container(), st.container()
    left, right = st.columns([1, 1.62], vertical_alignment="center")
    return left, right


def in_cycle(one: Contribution) -> tuple[int, int]:
    """The place of its kind and its theme in the order of the cycle."""
    kinds, themes = list(KIND_NAMES), [cycle.WHOLE, *NetworkTheme]
    of_kind = kinds.index(one.kind) if one.kind in kinds else len(kinds)
    return of_kind, themes.index(one.key) if one.key in themes else len(themes)


def item_name(one: Contribution, at: AtCircle | None = None) -> str:
    """What a contribution is called beside others of its kind; `at` knows the names of boards."""
    if one.key in set(NetworkTheme):
        return _(THEME_NAMES[NetworkTheme(one.key)])
    if one.kind == decisions.KIND and one.key in decisions.matters():
        return decisions.matters()[one.key].name
    if one.kind in OF_A_MEETING:
        return _("Meeting {n}").format(n=one.key)
    if one.kind == meeting.STEP_REACTION:
        owner, place = meeting.step_of(one.key)
        name = at.name(owner) if at else owner
        return _("{board}, meeting {n}").format(board=plain(name), n=number(place))
    if isinstance(one.content, meeting.SectorYield):
        return plain(one.content.title)
    return _("As a whole") if not one.key else plain(one.key)
