"""How much is known of the devices that a ratio is made of: a figure beside it, and what it is made of."""

from typing import Final

import streamlit as st

from pages.parts.show import show_table
from planning.core.notation import NBSP, number, percent
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.ratios.rules import WEIGHTS, Quality, quality_level

LEVELS: Final = {"good": N_("● good"), "fair": N_("◇ fair"), "weak": N_("▶ weak")}
KNOWN: Final = {
    "age": N_("how recent the list is"),
    "purchased": N_("year of purchase"),
    "model": N_("model"),
    "support": N_("end of updates"),
    "serial": N_("serial number of its own"),
    "settled": N_("state, and for whom"),
}


def quality_words(points: int | None) -> str:
    """ "◇ fair · 78": the figure behind its word."""
    return "–" if points is None else f"{_(LEVELS[quality_level(points)])} · {number(points)}".replace(" ", NBSP)


def quality_card(quality: Quality | None) -> None:
    """The figure of one school with its weights: what would make it better stands first."""
    if quality is None:
        return
    with st.container(border=True):
        st.subheader(_("Data quality"), anchor=False)
        text = _("**{points} of 100** ({level}): this much is known of the devices behind the ratio.")
        st.markdown(text.format(points=number(quality.points), level=_(LEVELS[quality.level])))
        order = sorted(WEIGHTS, key=lambda name: -WEIGHTS[name] * (1 - quality.shares[name]))
        rows = [
            {
                _("What we know"): _(KNOWN[name]),
                _("Known"): percent(quality.shares[name]),
                _("Points"): number(WEIGHTS[name] * quality.shares[name], 1),
                _("Weight"): number(WEIGHTS[name]),
            }
            for name in order
        ]
        show_table(rows, _("Data quality"), figures=[_("Known"), _("Points"), _("Weight")])
        st.caption(
            _(
                "Of devices for pupils that are there. The weights are ours, not a norm. The age of "
                "the list counts in full on the day it was counted, and no longer when it is twice "
                "as old as the board allows."
            )
        )
