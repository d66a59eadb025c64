"""Systems on other pages: a tile for the overview, a card for a school."""

import streamlit as st

from pages.parts.frame import Frame
from pages.parts.places import show_link
from pages.systems.data import matrix_of, systems_view
from pages.systems.place import CONTRACTS, EXCEL, LINES, SYSTEMS
from pages.systems.words import names_in_short, systems_answer
from planning.core.notation import number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.systems.agreements import LACKING, agreement_state
from planning.systems.contracts import ASKING, contracts_on
from planning.systems.service import may_fill_in


def overview_tile(frame: Frame) -> None:
    """Small: the answer of the page, and the way to it. Nothing where no system is filled in."""
    if not systems_view(frame).lines:
        return

    def draw() -> None:
        found = matrix_of(frame)
        with st.container(border=True, height="stretch"):
            st.subheader(_("Systems"), anchor=False)
            st.markdown(systems_answer(frame))
            if found.gaps or found.doubles:
                text = _("Gaps: **{gaps}** · doubles: **{doubles}**")
                st.markdown(text.format(gaps=number(found.gaps), doubles=number(found.doubles)))
            show_link(SYSTEMS, _("To the systems"), icon_position="right")

    frame.card("systems_tile", draw)


def school_card(frame: Frame, school_id: str) -> None:
    """What a school has, what is missing and what must be decided about; nothing of other schools."""

    def draw() -> None:
        view, found = systems_view(frame), matrix_of(frame)
        lines = [line for line in view.lines if line.school_id == school_id and line.is_in_service]
        with st.container(border=True, height="stretch"):
            st.subheader(_("Systems"), anchor=False)
            if not lines:
                st.markdown(_("Nothing is filled in yet about the systems of this school."))
                if may_fill_in(frame.person, school_id):
                    show_link(SYSTEMS, _("Fill it in"), icon_position="right", deel=EXCEL)
                return
            order = {function.code: place for place, function in enumerate(view.functions)}
            lines.sort(key=lambda line: order[line.function])
            names = list(dict.fromkeys(line.system for line in lines))
            text = ngettext("**{n} system:** {names}", "**{n} systems:** {names}", len(names))
            st.markdown(text.format(n=number(len(names)), names=names_in_short(names, 6)))
            place = next(n for n, column in enumerate(found.columns) if column.key == school_id)
            gaps = [row.function.name for row in found.rows if row.kind(place) == "gap"]
            twice = [row.function.name for row in found.rows if row.kind(place) == "several"]
            if gaps:
                st.markdown("○ " + _("Without a system: {functions}").format(functions=names_in_short(gaps)))
            if twice:
                st.markdown(_("Two for one function: {functions}").format(functions=names_in_short(twice)))
            asking = [one for one in contracts_on(lines, frame.as_of) if one.state in ASKING]
            if asking:
                text = _(":orange-badge[:material/event_upcoming: contracts] {names}")
                st.markdown(text.format(names=names_in_short([one.system for one in asking])))
            missing = {
                line.system: None for line in lines if agreement_state(line, view.processors, frame.as_of) in LACKING
            }
            if missing:
                text = _(":orange-badge[:material/signature: no agreement] {names}")
                st.markdown(text.format(names=names_in_short(list(missing))))
            part = LINES if not asking else CONTRACTS
            show_link(SYSTEMS, _("To the systems"), icon_position="right", deel=part, school=school_id)

    frame.card(f"systems_card_{school_id}", draw)
