"""Leernetwerk, part "reactie": what the board member thinks of it, as a whole and by theme; never in the sketch."""

from functools import partial
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.sharing import seen_by, sharing_control
from pages.network.data import at_network
from pages.network.words import figures_line, theme_name
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change
from pages.parts.frame import Frame, answer
from planning.circles import contribution_service as store
from planning.core.notation import number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.network import cycle_contents as cycle
from planning.network import cycle_service
from planning.network.cycle_contents import WHOLE, Reaction, ThemeSketch
from planning.network.cycle_reasons import LONGEST
from planning.network.others import theme_scores
from planning.network.themes import NetworkTheme

PLACE: Final = "network_reaction"


def show(frame: Frame) -> None:
    """How much was said; the reaction to the whole first, the themes below it."""
    at = at_network(frame)
    assert at is not None
    answer(_answer(at))
    _card(at, WHOLE, _("As a whole"), asked())
    with st.grid(2, min_column_width=320):
        for one in theme_scores(at.contributions, at.seat.viewer):
            score = _("no score yet") if one.own is None else _("score {own}").format(own=number(one.own, 1))
            found = at.own(cycle.SKETCH, one.theme)
            sketch = found.content if found and isinstance(found.content, ThemeSketch) else None
            beside = " · ".join(filter(None, [score, figures_line(sketch)]))
            _card(at, one.theme, theme_name(one.theme), beside)


def _answer(at: AtCircle) -> str:
    mine = at.of(cycle.REACTION, at.seat.viewer)
    if not mine:
        return _("**Say in your own words what you think of how you stand.** It never becomes part of the sketch.")
    themes = sum(one.key in set(NetworkTheme) for one in mine)
    text = ngettext(
        "**You reacted to {n} of the {total} themes.**", "**You reacted to {n} of the {total} themes.**", themes
    ).format(n=number(themes), total=number(len(NetworkTheme)))
    whole = at.own(cycle.REACTION, WHOLE)
    return text + " " + (_("And to it as a whole.") if whole else _("Not yet to it as a whole."))


def _card(at: AtCircle, about: str, title: str, beside: str) -> None:
    with st.container(border=True, height="stretch"):
        st.subheader(title, anchor=False)
        st.caption(beside)
        write(at, about)
        if at.own(cycle.REACTION, about):
            sharing_control(at, cycle.REACTION, about)
        elif about == WHOLE:
            st.caption(seen_by(None))


def asked() -> str:
    """What the reaction to the whole is about."""
    return _("What strikes you, what are you proud of, and where does it pinch?")


def write(at: AtCircle, about: str, *, placeholder: str | None = None) -> None:
    """The text about a theme or the WHOLE, with its button."""
    mine = at.own(cycle.REACTION, about)
    known = mine.content.text if mine and isinstance(mine.content, Reaction) else ""
    field = fields.lines(
        "text",
        _("What do I think of it?"),
        known,
        LONGEST,
        height=110,
        label_visibility="collapsed",
        placeholder=placeholder,
    )
    place = f"{PLACE}_{about or 'whole'}"
    Form(place, (field,), partial(_keep, at, about, known), _("Keep"), about=about, look={}).show()


def _keep(at: AtCircle, about: str, known: str, person: Person, said: Values) -> Outcome:
    network_id = at.seat.circle.circle_id
    change(cycle_service.react, network_id, about, said["text"])(person)
    back = (
        change(cycle_service.react, network_id, about, known)
        if known
        else change(store.take_back, network_id, cycle.REACTION, about)
    )
    return _("Your reaction is kept."), back
