"""What needs a person now: the card that joins the signals of every subject, worst first."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from pages.parts.frame import Frame, more
from pages.parts.places import show_link
from pages.subjects import SUBJECTS
from planning.attention.signal import Signal, in_order
from planning.core.notation import number
from planning.core.translation import gettext as _

WORDS: Final = {code: words for subject in SUBJECTS for code, words in subject.signal_words.items()}
FIRST = 5  # shown at once; the rest is a click away


def attention_card(frame: Frame) -> None:
    """The card "needs attention": worst first, the worst at once and how many there are."""
    signals = in_order(signal for subject in SUBJECTS for signal in subject.signals(frame))
    with st.container(border=True, height="stretch", gap="small"):
        st.subheader(_("Needs attention · {n}").format(n=len(signals)), anchor=False)
        _list(frame, signals[:FIRST])
        if len(signals) > FIRST and more(
            "attention",
            closed=_("Show all {n}").format(n=number(len(signals))),
            opened=_("Show the first {n}").format(n=number(FIRST)),
            icon=":material/unfold_more:",
        ):
            _list(frame, signals[FIRST:])


def _list(frame: Frame, signals: Sequence[Signal]) -> None:
    def draw() -> None:
        if not signals:
            st.markdown(_(":green-badge[:material/check_circle: all well] Nothing needs you on this date."))
        for signal in signals:
            _show(frame, signal)

    # a clock runs on while the data stay the same: what is shown is itself part of the key
    frame.card(repr(("attention", signals)), draw)


def _show(frame: Frame, signal: Signal) -> None:
    how = WORDS[signal.code]
    st.markdown(f":{how.color}-badge[:material/{how.icon}: {how.label(signal)}]  \n{how.text(frame, signal)}")
    links = how.links(frame, signal)
    if not links:
        return
    with st.container(horizontal=True, gap="small"):
        for link in links:
            show_link(link.place, link.label, icon_position="right", **link.query)
