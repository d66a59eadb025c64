"""Which core competence a visit serves: one of the set that the board adopted."""

import streamlit as st

from pages.competences.data import competences_view
from pages.competences.place import COMPETENCES
from pages.parts import fields
from pages.parts.fields import Field
from pages.parts.frame import Frame, plain
from pages.parts.places import show_link
from pages.quality_teams.data import teams_view
from planning.core.notation import number
from planning.core.translation import gettext as _
from planning.quality_teams.rules import served


def names(frame: Frame) -> dict[str, str]:
    """The core competences that hold now, name by key; none before the first set is adopted."""
    adopted = competences_view(frame).set_on(frame.as_of)
    return {member.key: member.name for member in adopted.members} if adopted else {}


def field(known: dict[str, str], chosen: str | None) -> tuple[Field, ...]:
    """The choice of one of them, or of none; a visit may serve one that is no longer in the set."""
    options = list(known) if chosen is None or chosen in known else [*known, chosen]
    if not options:
        return ()

    def named(name: str) -> str:
        return known.get(name, name)

    label, none = _("Core competence it serves"), _("none in particular")
    return (fields.choice("competence", label, options, chosen, named, placeholder=none),)


def served_card(frame: Frame) -> None:
    """How often the visits of this school year served each core competence."""
    known, times = names(frame), served(teams_view(frame).visits, frame.as_of)
    with st.container(border=True, height="stretch"):
        st.subheader(_("What do visits serve?"), anchor=False)
        if not times:
            st.markdown(_("No visit of this school year names a core competence yet."))
        else:
            st.caption(_("Visits of this school year by core competence"))
            st.markdown("\n".join(f"- {plain(known.get(name, name))} · **{number(n)}**" for name, n in times.items()))
        show_link(COMPETENCES, _("To the competences"), icon_position="right")
