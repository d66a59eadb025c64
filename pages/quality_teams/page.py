"""Kwaliteitsteams: who saw somebody of a quality team, who did not, and a visit booked in half a minute."""

from dataclasses import replace

import streamlit as st

from pages.parts.frame import Frame, answer, heading, surroundings
from pages.parts.refusals import guard
from pages.parts.sections import Section, is_dated, show_section
from pages.quality_teams import agenda, manage, overview, requests
from pages.quality_teams import next as teams_next
from pages.quality_teams import visit as teams_visit
from pages.quality_teams.data import teams_view
from pages.quality_teams.place import QUALITY_TEAMS
from pages.quality_teams.words import teams_answer
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _


def sections(person: Person) -> dict[str, Section]:
    """The parts by their key in the address; a coach begins with the form, a school with its questions."""
    every = {
        "bezoek": Section(_("Visit"), "event_available", (Right.VISIT,), visit, dated=False),
        "overzicht": Section(_("Coverage"), "grid_on", (Right.READ,), overview.show),
        "aanvragen": Section(_("Requests"), "forum", (Right.READ,), requests.show),
        "agenda": Section(_("Calendar"), "calendar_month", (Right.READ,), agenda.show),
        "teams": Section(_("Teams"), "groups", (Right.READ,), manage.show),
    }
    if person.reach is not None:  # coverage and hours are of the whole group
        del every["overzicht"]
    return every


def visit(frame: Frame) -> None:
    """The form first, on a telephone as well."""
    left, right = st.columns([1, 1])
    with left:
        teams_visit.visit_card(frame)
    with right:
        teams_next.next_card(frame)
        overview.quiet_card(frame)
        teams_next.change_card(frame)


def show(frame: Frame) -> None:
    """The answer, then the part of the address. Visits are booked today, whatever date the figures hold for."""
    every = sections(frame.person)
    dated = is_dated(every, frame.person)
    if not dated:
        frame = replace(frame, as_of=frame.today)
    heading(frame, _("Quality teams"), dated=dated)
    answer(teams_answer(frame))
    if not teams_view(frame).teams:
        if frame.person.may(Right.PLAN):
            manage.team_form(frame)
        return
    show_section(frame, every, key="teams_section", label=_("Part of the quality teams"))


guard(QUALITY_TEAMS)
show(surroundings())
