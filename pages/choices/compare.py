"""The variants of a school side by side: what each means, what it gives and gives up, and whether it can be paid."""

from collections.abc import Sequence

import streamlit as st

from pages.choices.words import cents_text, chosen_badge, in_own_words
from pages.parts.frame import Frame, plain
from pages.parts.show import show_table
from planning.choices.model import post_name
from planning.choices.sentences import ReckonedVariant, balance, gives, gives_up, meaning
from planning.core.translation import gettext as _


def variant_cards(frame: Frame, found: Sequence[ReckonedVariant]) -> None:
    """A card for each variant; the second and third are told beside the first."""
    with st.grid(len(found), min_column_width=290) if len(found) > 1 else st.container():
        for one in found:
            with st.container(border=True, height="stretch"):
                _card(one, found[0])


def _card(one: ReckonedVariant, first: ReckonedVariant) -> None:
    variant = one.variant
    st.subheader(f"{variant.number}. {plain(variant.name)}", anchor=False)
    if variant.is_choice:
        st.markdown(chosen_badge())
    if one is not first:
        more, less = gives(one, first), gives_up(one, first)
        beside = _("Beside ‘{name}’").format(name=plain(first.variant.name))
        st.caption(beside if more or less else f"{beside}: " + _("nothing: it is the same."))
        for title, icon, lines in ((_("It gives"), "add", more), (_("It gives up"), "remove", less)):
            if lines:
                st.markdown("  \n".join([f"**{title}**", *(f":material/{icon}: {text}" for text in lines)]))
    st.markdown("\n".join(f"- {text}" for text in meaning(one)))
    show_table(
        [
            {
                _("Post"): post_name(post.post),
                _("Once"): cents_text(post.once),
                _("A year"): cents_text(post.yearly),
                _("A pupil"): "–" if not post.per_pupil else cents_text(post.per_pupil),
            }
            for post in one.sums.posts
        ],
        variant.name,
        figures=[_("Once"), _("A year"), _("A pupil")],
    )
    st.caption(" ".join(balance(one.sums)))
    if said := in_own_words(variant):
        st.markdown(said)
