"""Leernetwerk, on paper: what a board wrote, as Word to go on writing in and as PDF to hand out."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.parts.frame import Frame
from pages.server.session import open_database
from planning.circles.contribution_service import contributions
from planning.core.document import PaperDocument
from planning.core.translation import gettext as _
from planning.core.translation import in_this_language
from planning.network.meeting_service import meetings_view
from planning.network.paper import PAPER_NAMES, Paper, PaperSources, network_paper

_FILES: Final = {
    Paper.CYCLE: "cyclus",
    Paper.SKETCH: "situatieschets",
    Paper.REACTION: "reactie",
    Paper.QUESTION: "leervraag",
}
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show_papers(frame: Frame, at: AtCircle, board_id: str, *, paper: Paper | None = None) -> None:
    """A card that hands out the papers of a board, as far as this person sees what is in them.

    One `paper`, or which of them is asked for.
    """
    with st.container(border=True):
        st.subheader(_("On paper"), anchor=False)
        st.caption(_("What stands in it goes further than the screen: below each text it says who else may see it."))
        chosen = paper or st.segmented_control(
            _("Which paper"),
            list(Paper),
            default=Paper.CYCLE,
            format_func=lambda one: _(PAPER_NAMES[one]),
            key=f"network_paper_{board_id}",
            required=True,
            label_visibility="collapsed",
        )
        name = f"leernetwerk-{_FILES[Paper(chosen)]}-{board_id}-{frame.today}"
        document = _making(frame, at, board_id, Paper(chosen))
        with st.container(horizontal=True):
            st.download_button(
                _("Download Word"),
                in_this_language(lambda: _word(document(), frame)),
                f"{name}.docx",
                _WORD,
                key=f"network_word_{board_id}",
                icon=":material/edit_document:",
                on_click="ignore",
            )
            st.download_button(
                _("Download PDF"),
                in_this_language(lambda: _pdf(document(), frame)),
                f"{name}.pdf",
                "application/pdf",
                key=f"network_pdf_{board_id}",
                icon=":material/picture_as_pdf:",
                on_click="ignore",
            )


def paper_document(frame: Frame, at: AtCircle, board_id: str, paper: Paper) -> PaperDocument:
    """A paper of a board, of what this person sees at this moment: what was taken back since is not in it."""
    network_id, database = at.seat.circle.circle_id, open_database()
    seen = contributions(frame.person, database, network_id, every_version=True)
    held = meetings_view(frame.person, database, network_id, frame.moment)
    return network_paper(
        paper,
        PaperSources(
            board_id,
            at.name,
            at.seat.circle.name,
            network_id,
            seen,
            {one.number: one for one in held.meetings},
            at.seat.circle.is_example,
            frame.today,
        ),
    )


def _making(frame: Frame, at: AtCircle, board_id: str, paper: Paper) -> Callable[[], PaperDocument]:
    return lambda: paper_document(frame, at, board_id, paper)


def _word(document: PaperDocument, frame: Frame) -> bytes:
    from planning.core.document_word import document_word

    return document_word(document, frame.moment)


def _pdf(document: PaperDocument, frame: Frame) -> bytes:
    from planning.core.document_paper import document_pdf

    return document_pdf(document, frame.moment)
