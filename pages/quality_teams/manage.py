"""The teams and who is in them; whoever makes plans composes them here."""

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from pages.parts import fields
from pages.parts.fields import Field
from pages.parts.forms import Button, Form, Outcome, Values, change, key
from pages.parts.frame import Frame, plain
from pages.parts.show import show_table
from pages.quality_teams.data import teams_view
from pages.quality_teams.words import hours_text
from pages.server.session import open_database
from planning.core.notation import day, listed
from planning.core.rights import Person, Right
from planning.core.service import colleagues
from planning.core.translation import gettext as _
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
                show_table([_member_row(frame, one) for one in members], team.name, figures=[_("Hours")])


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
        remove = Button(_("Remove"), partial(_remove_team, team))
        unused = chosen and not any(member.team_id == chosen for member in teams_view(frame).members)
        states = list(TeamState)
        Form(
            TEAM,
            (
                fields.text("name", _("Name"), team.name, LONGEST_NAME),
                fields.text("theme", _("Theme"), team.theme, LONGEST_THEME),
                fields.segments(
                    "state", _("State"), states, team.state, lambda state: _(TEAM_STATES[state]), required=True
                ),
                fields.day("started_on", _("At work since"), team.started_on),
            ),
            partial(_keep_team, team),
            _("Keep"),
            about=chosen,
            others=(remove,) if unused else (),
            look={},
        ).show()


def _keep_team(before: Team, person: Person, said: Values) -> Outcome:
    known, kept = change(save_team, replace(before, **said))(person)
    sentence = _("The team {name} is kept.").format(name=kept.name)
    return sentence, change(remove_team, kept.team_id) if known is None else change(save_team, known)


def _remove_team(team: Team, person: Person) -> Outcome:
    change(remove_team, team.team_id)(person)
    return _("The team {name} is removed.").format(name=team.name), change(save_team, replace(team, team_id=0))


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
        remove = Button(_("Remove"), partial(_remove_member, member))
        unused = chosen and not any(visit.member_id == chosen for visit in found.visits)
        Form(
            MEMBER,
            _member_fields(frame, member, year),
            partial(_keep_member, member, year),
            _("Keep"),
            about=chosen,
            others=(remove,) if unused else (),
            look={},
        ).show()


def _member_fields(frame: Frame, member: Member, year: int) -> tuple[Field, ...]:
    found = teams_view(frame)
    names = {"": _("nobody"), **colleagues(frame.person, open_database())}
    teams = {team.team_id: team.name for team in found.teams}
    label = _("Hours in {year}").format(year=school_year_name(year))
    return (
        fields.text("name", _("Name or role"), member.name, LONGEST_NAME),
        fields.choice("team_id", _("Team"), list(teams), member.team_id, teams.__getitem__),
        fields.choice("person_id", _("Signs in as"), list(names), member.person_id or "", names.__getitem__),
        fields.several(
            "school_ids",
            _("Schools served"),
            found.school_ids,
            member.school_ids,
            found.school_name,
            placeholder=_("choose schools"),
            select_all=False,
        ),
        fields.number("hours", label, member.hours_in(year), (0, MOST_HOURS)),
        fields.tick("is_active", _("Makes visits"), member.is_active),
    )


def _keep_member(before: Member, year: int, person: Person, said: Values) -> Outcome:
    hours = {**dict(before.hours), year: said["hours"] or 0}
    exact = {
        "person_id": said["person_id"] or None,
        "school_ids": frozenset(said["school_ids"]),
        "hours": tuple(sorted(hours.items())),
    }
    known, kept = change(save_member, replace(before, **said | exact))(person)
    sentence = _("{name} is kept.").format(name=kept.name)
    return sentence, change(remove_member, kept.member_id) if known is None else change(save_member, known)


def _remove_member(member: Member, person: Person) -> Outcome:
    change(remove_member, member.member_id)(person)
    sentence = _("{name} is taken out of the team.").format(name=member.name)
    return sentence, change(save_member, replace(member, member_id=0))
