"""A list of several schools: which ones it names, and what it changes for each."""

from collections.abc import Sequence

import streamlit as st

from pages.inventory.upload import Upload
from pages.parts.frame import Frame, plain
from pages.parts.show import show_table
from planning.core.notation import listed, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.inventory.service import Preview


def schools_card(frame: Frame, under_way: Upload, found: Sequence[Preview]) -> None:
    """The schools of the list with their numbers, and a choice of the one to look at (session key "shown_school")."""
    if len(found) == 1 and not under_way.confirmed:
        return
    with st.container(border=True):
        st.subheader(_("Schools in this list"), anchor=False)
        rows = [
            {
                _("School"): plain(one.school_name),
                _("Devices"): number(one.devices),
                _("added"): number(one.totals["new"]),
                _("removed"): number(one.totals["gone"]),
                _("To choose"): number(one.choices_left),
            }
            for one in found
        ]
        show_table(rows, _("Schools in this list"), figures=[_("Devices"), _("added"), _("removed"), _("To choose")])
        if under_way.confirmed:
            kept = listed([plain(one.name) for one in frame.schools if one.school_id in under_way.confirmed])
            st.caption(_(":material/check_circle: Kept already: {schools}.").format(schools=kept))
        if len(found) > 1:
            names = {one.school_id: one.school_name for one in found}
            st.selectbox(_("Look at"), list(names), format_func=names.__getitem__, key="shown_school", width=320)


def refused_rows(found: Preview) -> None:
    """How many rows of the list are of schools that are not this person's."""
    others = sum(problem.code == "other-school" for problem in found.reading.problems)
    if others:
        text = ngettext(
            ":gray-badge[:material/block: not kept] {n} row is of another school.",
            ":gray-badge[:material/block: not kept] {n} rows are of another school.",
            others,
        )
        st.markdown(text.format(n=number(others)))
