"""Who sees something that was brought in: said beside it, changed in one click, withdrawn at once."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.parts.fields import Field, segments
from pages.parts.forms import Outcome, Work, carry_out, change, show_outcome
from planning.circles import contribution_service as store
from planning.circles.model import SHARING_NAMES, Contribution, Sharing
from planning.core.boards import Kind
from planning.core.rights import Person
from planning.core.translation import N_
from planning.core.translation import gettext as _

_SHORT: Final = {
    Sharing.OWN: N_(":material/lock: only us"),
    Sharing.GUIDE: N_(":material/support_agent: facilitator"),
    Sharing.CIRCLE: N_(":material/groups: network"),
    Sharing.PUBLIC: N_(":material/public: all boards"),
}
_OF_PARTNERS: Final = _SHORT | {Sharing.CIRCLE: N_(":material/groups: partners")}


def sharing_control(at: AtCircle, kind: str, key: str = "", *, beside: str = "") -> None:
    """Who sees what the own board brought in of a kind under a key; nothing where it brought in no such thing.

    `beside` is what it is called, where that stands beside the control already.
    """
    mine = at.own(kind, key)
    if mine is None:
        return
    place = f"share_{kind}_{key}"
    name = f"{place}_{mine.level}"  # as it is kept: who changed it elsewhere is seen here
    question = _("Who sees this?")
    st.segmented_control(
        f"{question} {beside}".strip(),
        list(Sharing),
        default=mine.level,
        format_func=lambda level: level_name(at, level),
        key=name,
        required=True,
        label_visibility="collapsed" if beside else "visible",
        on_change=lambda: carry_out(place, _share(at, mine, st.session_state[name])),
    )
    show_outcome(place)


def level_field(at: AtCircle, kept: Contribution | None, first: Sharing) -> Field:
    """Who is to see what a form keeps: as it was, or what is usual for something new."""
    levels = [level for level in Sharing if not (at.seat.is_guide and level is Sharing.OWN)]
    return segments(
        "level",
        _("Who sees this?"),
        levels,
        kept.level if kept is not None else first,
        lambda level: level_name(at, level),
        required=True,
    )


def level_note(level: Sharing) -> str:
    """Who sees what was kept, in a sentence."""
    return _("Now seen by: {who}.").format(who=_(SHARING_NAMES[level]))


def level_name(at: AtCircle, level: Sharing) -> str:
    """Who sees something, in a word and a mark."""
    return _((_SHORT if at.seat.circle.kind is Kind.NETWORK else _OF_PARTNERS)[level])


def seen_by(one: Contribution | None) -> str:
    """Who sees something, in a line below it."""
    if one is None:
        return _("What you write here is for your board and the facilitator, until you choose otherwise.")
    return _("Seen by: {who}.").format(who=_(SHARING_NAMES[one.level]))


def _share(at: AtCircle, mine: Contribution, level: Sharing) -> Work:
    def to(wanted: Sharing) -> Callable[[Person], Sharing]:
        return change(store.share, at.seat.circle.circle_id, mine.kind, mine.key, wanted)

    def work(person: Person) -> Outcome:
        before = to(level)(person)
        return level_note(level), to(before)

    return work
