"""What needs a person now: the signals of every subject, in two cards of one register.

What this person can end stands in "to decide", each with one button; the rest is good to know.
"""

from collections.abc import Callable, Sequence
from typing import Final, Literal

import streamlit as st

from pages.parts.frame import Frame, more
from pages.parts.places import show_link
from pages.parts.signal_words import Link
from pages.subjects import SUBJECTS
from planning.attention.signal import Signal, in_order
from planning.core.notation import number
from planning.core.rights import Right
from planning.core.translation import gettext as _

WORDS: Final = {code: words for subject in SUBJECTS for code, words in subject.signal_words.items()}
DECISIONS, TO_KNOW = 5, 4  # shown at once; the rest is a click away
FEW: Final = 2
"""So many lines fill no tall card: beside a long list of schools it would ask what is missing."""
TO_KNOW_NARROW = 3  # where they stand below one another with everything else


def signals_of(frame: Frame) -> tuple[Sequence[Signal], Sequence[Signal]]:
    """(What this person decides, what else needs attention), each worst first."""
    found = in_order(signal for subject in SUBJECTS for signal in subject.signals(frame))
    mine = [signal for signal in found if WORDS[signal.code].is_decided_by(frame.person)]
    return mine, [signal for signal in found if signal not in mine]


def decisions_card(frame: Frame, signals: Sequence[Signal]) -> None:
    """The card "to decide": one line a decision, with the one button that leads to it."""
    decides = frame.person.may(Right.DECIDE) or frame.person.may(Right.PLAN)
    title = _("To decide · {n}") if decides else _("For you · {n}")
    _card(frame, "decisions", title, signals, _("Nothing waits for you on this date."), _decision, DECISIONS, 0)


def attention_card(frame: Frame, signals: Sequence[Signal]) -> None:
    """The card "needs attention": worst first, the worst at once and how many there are."""
    first = TO_KNOW_NARROW if frame.theme.compact else TO_KNOW
    title, none = _("Needs attention · {n}"), _("Nothing needs you on this date.")
    _card(frame, "attention", title, signals, none, _to_know, first, FEW)


def _card(
    frame: Frame,
    name: str,
    title: str,
    signals: Sequence[Signal],
    none: str,
    show: Callable[[Frame, Signal], None],
    first: int,
    few: int,
) -> None:
    shown, rest = tuple(signals[:first]), tuple(signals[first:])

    def begin() -> None:
        st.subheader(title.format(n=number(len(signals))), anchor=False)
        if not shown:
            st.markdown(":green-badge[:material/check_circle: " + _("all well") + f"] {none}")
        for signal in shown:
            show(frame, signal)

    def go_on() -> None:
        for signal in rest:
            show(frame, signal)

    def on_paper() -> None:
        with st.container(key=f"on_paper_{name}"):  # where nobody clicks, a text is enough
            st.markdown("\n\n".join(_text(frame, signal, " ") for signal in rest))

    height: Literal["stretch", "content"] = "stretch" if len(shown) > few else "content"
    with st.container(border=True, height=height, gap="small", key=name):
        # a clock runs on while the data stay the same: what is shown is itself part of the key
        frame.card(name, begin, (len(signals), shown))
        is_open = bool(rest) and more(
            name,
            closed=_("Show all {n}").format(n=number(len(signals))),
            opened=_("Show the first {n}").format(n=number(first)),
            icon=":material/unfold_more:",
        )
        if is_open:
            frame.card(f"{name}_rest", go_on, rest)
        elif rest:
            frame.card(f"{name}_paper", on_paper, rest)


def _decision(frame: Frame, signal: Signal) -> None:
    how = WORDS[signal.code]
    assert how.decision is not None
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small"):
        st.markdown(_text(frame, signal, " "))
        _link(how.decision.link(frame, signal))


def _to_know(frame: Frame, signal: Signal) -> None:
    st.markdown(_text(frame, signal, "  \n"))
    links = WORDS[signal.code].links(frame, signal)
    if len(links) == 1:
        _link(links[0])
    elif links:
        with st.container(horizontal=True, gap="small"):
            for link in links:
                _link(link)


def _text(frame: Frame, signal: Signal, between: str) -> str:
    how = WORDS[signal.code]
    return f":{how.color}-badge[:material/{how.icon}: {how.label(signal)}]{between}{how.text(frame, signal)}"


def _link(link: Link) -> None:
    show_link(link.place, link.label, icon_position="right", **link.query)
