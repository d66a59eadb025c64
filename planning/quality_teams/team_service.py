"""Making teams and saying who is in them: whoever makes plans for the group."""

from datetime import datetime
from typing import Any

from planning.core.database import Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right, require
from planning.quality_teams import records
from planning.quality_teams.checks import member_reasons, team_reasons
from planning.quality_teams.model import Member, Team
from planning.quality_teams.service import TeamsView, read_teams_view


def save_team(person: Person, database: Database, at: datetime, team: Team) -> tuple[Team | None, Team]:
    """Add a team (key 0) or change one; returns what it was and what is kept. Raises Refused."""
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        teams = records.read_teams(change.connection, person.board_id)
        before = next((other for other in teams if other.team_id == team.team_id), None)
        _still_there(team.team_id, before)
        refuse(team_reasons(team, teams))
        kept = records.write_team(change, team)
        change.log("quality_team", kept.name, _team_facts(before), _team_facts(kept))
    return before, kept


def remove_team(person: Person, database: Database, at: datetime, team_id: int) -> None:
    """Take away a team that nobody was in; others are ended. Raises Refused."""
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        found = read_teams_view(change.connection, person)
        before = next((team for team in found.teams if team.team_id == team_id), None)
        if before is None or any(member.team_id == team_id for member in found.members):
            raise Refused(Reason("team_in_use"))
        records.remove_team(change, team_id)
        change.log("quality_team", before.name, _team_facts(before), None)


def save_member(person: Person, database: Database, at: datetime, member: Member) -> tuple[Member | None, Member]:
    """Add a member (key 0) or change one; returns what they were and what is kept. Raises Refused."""
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        found = read_teams_view(change.connection, person)
        before = next((other for other in found.members if other.member_id == member.member_id), None)
        _still_there(member.member_id, before)
        refuse(member_reasons(member, found.members))
        kept = records.write_member(change, member)
        change.log("team_member", kept.name, _member_facts(found, before), _member_facts(found, kept))
    return before, kept


def remove_member(person: Person, database: Database, at: datetime, member_id: int) -> None:
    """Take away a member who has no visits; others stop being active, and their visits stay. Raises Refused."""
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        found = read_teams_view(change.connection, person)
        before = next((member for member in found.members if member.member_id == member_id), None)
        if before is None or any(visit.member_id == member_id for visit in found.visits):
            raise Refused(Reason("member_in_use"))
        records.remove_member(change, member_id)
        change.log("team_member", before.name, _member_facts(found, before), None)


def _still_there(key: int, before: object) -> None:
    if key and before is None:
        raise Refused(Reason("team_gone_meanwhile"))


def _team_facts(team: Team | None) -> dict[str, Any] | None:
    if team is None:
        return None
    facts = {"theme": team.theme, "started_on": team.started_on.isoformat() if team.started_on else None}
    return {"state": team.state.value} | {name: value for name, value in facts.items() if value}


def _member_facts(found: TeamsView, member: Member | None) -> dict[str, Any] | None:
    if member is None:
        return None
    return {
        "team": found.team(member.team_id).name,
        "is_active": member.is_active,
        "hours": {str(year): hours for year, hours in member.hours},
        "schools": sorted(member.school_ids),
    }
