"""The tiles of IBP on other pages: how mature the board is, and what one school does about awareness."""

import streamlit as st

from pages.parts.frame import Frame, plain
from pages.parts.places import show_link
from pages.privacy.data import attitude_view, privacy_view
from pages.privacy.place import PRIVACY
from planning.core.notation import day, number, percent
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.privacy.attitude import AUDIENCES, good_share, school_year
from planning.privacy.messages import AUDIENCES as AUDIENCE_NAMES
from planning.privacy.sentences import maturity_answer, policy_words


def overview_tile(frame: Frame) -> None:
    """Maturity, policy and late measures of the board, with the way to the page."""

    def draw() -> None:
        facts = privacy_view(frame)
        found = facts.maturity(frame.as_of)
        with st.container(border=True, height="stretch"):
            st.subheader(_("IBP"), anchor=False)
            if found is None:
                st.markdown(_("The board has not chosen a norm framework yet."))
            else:
                st.markdown(maturity_answer(found) + " " + policy_words(facts.policy, frame.as_of))
            late = sum(measure.is_late(frame.as_of) for measure in facts.measures_on(frame.as_of))
            if late:
                badge = ":red-badge[:material/event_busy: " + _("late") + "]"
                text = ngettext("{n} measure is late.", "{n} measures are late.", late).format(n=number(late))
                st.markdown(f"{badge} {text}")
            show_link(PRIVACY, _("Look at norms, policy and measures"), icon_position="right")

    frame.card("privacy_tile", draw)


def school_tile(frame: Frame, school_id: str) -> None:
    """What one school did for awareness this school year, and what its people last said; nothing of other schools."""

    def draw() -> None:
        facts = attitude_view(frame)
        since = school_year(frame.as_of)
        held = [a for a in facts.activities_on(frame.as_of) if a.school_id == school_id and a.held_on >= since]
        with st.container(border=True, height="stretch"):
            st.subheader(_("Awareness of privacy"), anchor=False)
            if held:
                text = ngettext(
                    "**{n} activity** this school year, the last on {day}: {title}.",
                    "**{n} activities** this school year, the last on {day}: {title}.",
                    len(held),
                )
                last = held[-1]
                st.markdown(text.format(n=number(len(held)), day=day(last.held_on), title=plain(last.title)))
            else:
                st.markdown(_("Nothing yet this school year."))
            for audience in AUDIENCES:
                lines = [
                    line
                    for line in facts.answers_on(frame.as_of)
                    if (line.school_id, line.audience) == (school_id, audience)
                ]
                latest = [line for line in lines if line.held_on == lines[-1].held_on]
                share = good_share(latest)
                if share is not None:
                    text = _("{who}: {share} of the answers ‘mostly’ or ‘always’ ({day})")
                    who = _(AUDIENCE_NAMES[audience])
                    st.caption(text.format(who=who, share=percent(share), day=day(latest[0].held_on)))
            show_link(PRIVACY, _("To awareness"), deel="bewustwording")

    frame.card(f"awareness_tile_{school_id}", draw)
