"""The teams and who is in them; whoever makes plans composes them here."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final, cast

import streamlit as st

from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import DATE_FORMATS, Frame, now, plain
from pages.parts.show import show_table
from pages.parts.theme import segment
from pages.quality_teams.data import teams_view
from pages.quality_teams.words import hours_text
from pages.server.session import open_database
from planning.core.notation import day, listed
from planning.core.rights import Person, Right
from planning.core.service import colleagues
from planning.core.translation import gettext as _
from planning.core.translation import language
from planning.quality_teams.checks import LONGEST_NAME, LONGEST_THEME, MOST_HOURS
from planning.quality_teams.model import Member, Team, TeamState
from planning.quality_teams.rules import school_year_of
from planning.quality_teams.service import TeamsView
from planning.quality_teams.team_service import remove_member, remove_team, save_member, save_team
from planning.quality_teams.words import TEAM_STATES, school_year_name

TEAM: Final = "team"
MEMBER: Final = "member"
STATE_BADGES: Final = {
    TeamState.SETTING_UP: ("gray", "construction"),
    TeamState.ACTIVE: ("green", "check_circle"),
    TeamState.ENDED: ("gray", "stop_circle"),
}


def show(frame: Frame) -> None:
    """Each team with its members; beside them the forms, for whom they are."""
    if not frame.person.may(Right.PLAN):
        _teams(frame)
        return
    left, right = st.columns([1.62, 1])
    with left:
        _teams(frame)
    with right:
        team_form(frame)
        if teams_view(frame).teams:
            _member_form(frame)


def _teams(frame: Frame) -> None:
    found = teams_view(frame)
    for team in found.teams:
        color, icon = STATE_BADGES[team.state]
        badge = f":{color}-badge[:material/{icon}: {_(TEAM_STATES[team.state])}]"
        since = _("since {day}").format(day=day(team.started_on)) if team.started_on else ""
        with st.container(border=True):
            st.subheader(plain(team.name), anchor=False)
            st.markdown(" · ".join(text for text in (badge, plain(team.theme), since) if text))
            members = [one for one in found.members if one.team_id == team.team_id and one.is_active]
            if not members:
                st.markdown(_("Nobody is in this team yet."))
            elif frame.theme.compact:
                st.markdown("\n".join(_member_line(frame, one) for one in members))
            else:
                show_table([_member_row(frame, one) for one in members], figures=[_("Hours")])


def _member_row(frame: Frame, member: Member) -> dict[str, str]:
    row = {_("Name"): plain(member.name), _("Schools served"): _serves(teams_view(frame), member)}
    if frame.person.reach is None:
        row[_("Hours")] = hours_text(member.hours_in(school_year_of(frame.as_of)))
    return row


def _member_line(frame: Frame, member: Member) -> str:
    return "- **" + "**  \n  ".join(list(_member_row(frame, member).values())[:2])


def _serves(found: TeamsView, member: Member) -> str:
    names = [plain(found.school_name(key_)) for key_ in found.school_ids if key_ in member.school_ids]
    return listed(names) or "–"


def team_form(frame: Frame) -> None:
    """Make a team or change one."""
    teams = {team.team_id: team for team in teams_view(frame).teams}
    with st.container(border=True):
        st.subheader(_("Make or change a team"), anchor=False)
        chosen = 0
        if teams:
            chosen = st.selectbox(
                _("Which team"),
                [0, *teams],
                format_func=lambda team_id: teams[team_id].name if team_id else _("a new team"),
                key=key(TEAM, "team"),
            )
        team = teams.get(chosen, Team(0, "", state=TeamState.SETTING_UP))
        with st.form(TEAM, border=False, enter_to_submit=False):
            st.text_input(_("Name"), team.name, max_chars=LONGEST_NAME, key=key(TEAM, f"name_{chosen}"))
            st.text_input(_("Theme"), team.theme, max_chars=LONGEST_THEME, key=key(TEAM, f"theme_{chosen}"))
            st.segmented_control(
                _("State"),
                list(TeamState),
                default=team.state,
                required=True,
                format_func=lambda state: segment(_(TEAM_STATES[state])),
                key=key(TEAM, f"state_{chosen}"),
            )
            st.date_input(
                _("At work since"), team.started_on, format=DATE_FORMATS[language()], key=key(TEAM, f"start_{chosen}")
            )
            with st.container(horizontal=True):
                st.form_submit_button(_("Keep"), on_click=carry_out, args=(TEAM, partial(_keep_team, team)))
                if chosen and not any(member.team_id == chosen for member in teams_view(frame).members):
                    st.form_submit_button(
                        _("Remove"), type="tertiary", on_click=carry_out, args=(TEAM, partial(_remove_team, team))
                    )
        show_outcome(TEAM)


def _keep_team(before: Team, person: Person) -> tuple[str, Back | None]:
    def field(name: str) -> object:
        return value(TEAM, f"{name}_{before.team_id}")

    after = replace(
        before,
        name=str(field("name")).strip(),
        theme=str(field("theme")).strip(),
        state=TeamState(cast("str", field("state"))),
        started_on=cast("date | None", field("start")),
    )
    known, kept = save_team(person, open_database(), now(), after)
    text = _("The team {name} is kept.").format(name=kept.name)
    if known is None:
        return text, lambda someone: remove_team(someone, open_database(), now(), kept.team_id)
    return text, lambda someone: save_team(someone, open_database(), now(), known)


def _remove_team(team: Team, person: Person) -> tuple[str, Back | None]:
    remove_team(person, open_database(), now(), team.team_id)
    text = _("The team {name} is removed.").format(name=team.name)
    return text, lambda someone: save_team(someone, open_database(), now(), replace(team, team_id=0))


def _member_form(frame: Frame) -> None:
    found = teams_view(frame)
    members = {member.member_id: member for member in found.members}
    year = school_year_of(frame.as_of)
    with st.container(border=True):
        st.subheader(_("Add or change a member"), anchor=False)
        chosen = st.selectbox(
            _("Who"),
            [0, *members],
            format_func=lambda member_id: members[member_id].name if member_id else _("a new member"),
            key=key(MEMBER, "member"),
        )
        member = members.get(chosen, Member(0, found.teams[0].team_id, ""))
        with st.form(MEMBER, border=False, enter_to_submit=False):
            _member_fields(frame, member, year)
            with st.container(horizontal=True):
                st.form_submit_button(_("Keep"), on_click=carry_out, args=(MEMBER, partial(_keep_member, member, year)))
                if chosen and not any(visit.member_id == chosen for visit in found.visits):
                    st.form_submit_button(
                        _("Remove"), type="tertiary", on_click=carry_out, args=(MEMBER, partial(_remove_member, member))
                    )
        show_outcome(MEMBER)


def _member_fields(frame: Frame, member: Member, year: int) -> None:
    found, number_ = teams_view(frame), member.member_id
    names = colleagues(frame.person, open_database())
    st.text_input(_("Name or role"), member.name, max_chars=LONGEST_NAME, key=key(MEMBER, f"name_{number_}"))
    teams = [team.team_id for team in found.teams]
    st.selectbox(
        _("Team"),
        teams,
        index=teams.index(member.team_id),
        format_func=lambda team_id: found.team(team_id).name,
        key=key(MEMBER, f"team_{number_}"),
    )
    people: Sequence[str] = ["", *names]
    st.selectbox(
        _("Signs in as"),
        people,
        index=people.index(member.person_id) if member.person_id in people else 0,
        format_func=lambda person_id: names[person_id] if person_id else _("nobody"),
        key=key(MEMBER, f"person_{number_}"),
    )
    st.multiselect(
        _("Schools served"),
        found.school_ids,
        default=sorted(member.school_ids & set(found.school_ids)),
        format_func=found.school_name,
        placeholder=_("choose schools"),
        select_all=False,
        key=key(MEMBER, f"schools_{number_}"),
    )
    st.number_input(
        _("Hours in {year}").format(year=school_year_name(year)),
        0,
        MOST_HOURS,
        member.hours_in(year),
        key=key(MEMBER, f"hours_{number_}"),
    )
    st.checkbox(_("Makes visits"), member.is_active, key=key(MEMBER, f"active_{number_}"))


def _keep_member(before: Member, year: int, person: Person) -> tuple[str, Back | None]:
    def field(name: str) -> object:
        return value(MEMBER, f"{name}_{before.member_id}")

    hours = {**dict(before.hours), year: cast("int", field("hours") or 0)}
    after = replace(
        before,
        team_id=cast("int", field("team")),
        name=str(field("name")).strip(),
        person_id=cast("str", field("person")) or None,
        is_active=bool(field("active")),
        hours=tuple(sorted(hours.items())),
        school_ids=frozenset(cast("list[str]", field("schools"))),
    )
    known, kept = save_member(person, open_database(), now(), after)
    text = _("{name} is kept.").format(name=kept.name)
    if known is None:
        return text, lambda someone: remove_member(someone, open_database(), now(), kept.member_id)
    return text, lambda someone: save_member(someone, open_database(), now(), known)


def _remove_member(member: Member, person: Person) -> tuple[str, Back | None]:
    remove_member(person, open_database(), now(), member.member_id)
    text = _("{name} is taken out of the team.").format(name=member.name)
    return text, lambda someone: save_member(someone, open_database(), now(), replace(member, member_id=0))
