"""The variants of a school side by side: what each means, what it gives and gives up, and whether it can be paid."""

from collections.abc import Sequence

import streamlit as st

from pages.choices.words import chosen_badge, in_own_words
from pages.parts.frame import Frame, plain
from pages.parts.show import show_table
from planning.choices.comparison import compared
from planning.choices.sentences import ReckonedVariant, balance, gives, gives_up, reaches, unused
from planning.core.translation import gettext as _


def variant_cards(frame: Frame, found: Sequence[ReckonedVariant]) -> None:
    """A card for each variant, told beside the first; below them what every post gives, line by line."""
    with st.grid(len(found), min_column_width=290) if len(found) > 1 else st.container():
        for one in found:
            with st.container(border=True, height="stretch"):
                _card(one, found[0])
    with st.container(border=True):
        st.subheader(_("What every post gives"), anchor=False)
        if frame.theme.compact:
            st.markdown(_in_short(found))
        else:
            _table(found)
        st.caption(_("Hours come back every year, devices after their term. Between brackets: for each pupil."))


def _card(one: ReckonedVariant, first: ReckonedVariant) -> None:
    variant = one.variant
    st.subheader(f"{variant.number}. {plain(variant.name)}", anchor=False)
    if variant.is_choice:
        st.markdown(chosen_badge())
    if one is not first:
        more, less = gives(one, first), gives_up(one, first)
        if not more and not less:
            beside = _("Beside ‘{name}’").format(name=plain(first.variant.name))
            st.caption(f"{beside}: " + _("nothing: it is the same."))
        for title, icon, lines in ((_("It gives"), "add", more), (_("It gives up"), "remove", less)):
            if lines:
                st.markdown("  \n".join([f"**{title}**", *(f":material/{icon}: {text}" for text in lines)]))
    if one.devices is None:
        st.markdown(_("When the target is reached is known once there are an inventory, a pupil count and a round."))
    else:
        st.markdown(" ".join(text for text in (*reaches(one.devices), unused(one.devices)) if text))
    st.caption(" ".join(balance(one.sums)))
    if said := in_own_words(variant):
        st.markdown(said)


def _table(found: Sequence[ReckonedVariant]) -> None:
    names = _names(found)
    table = [
        {_("A year"): f"**{line.label}**" if line.is_post else f":small[{line.label}]"}
        | dict(zip(names, line.values, strict=True))
        for line in compared(found)
    ]
    show_table(table, _("What every post gives"), figures=names)


def _names(found: Sequence[ReckonedVariant]) -> list[str]:
    """Each with its number, whose point is escaped: a cell that begins with a number and a point is a list."""
    return [f"{one.variant.number}\\. {plain(one.variant.name)}" for one in found]


def _in_short(found: Sequence[ReckonedVariant]) -> str:
    """The same for a telephone: a post a paragraph, the variants one after another on a line."""
    numbers = " · ".join(_names(found))
    yearly = _("A year")
    posts = [[f":gray[{yearly}: {numbers}]"]]
    for line in compared(found):
        values = " · ".join(line.values)
        if line.is_post:
            posts.append([f"**{line.label}** {values}"])
        else:
            posts[-1].append(f":small[{line.label}: {values}]")
    return "\n\n".join("  \n".join(lines) for lines in posts)
