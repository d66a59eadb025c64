"""What a signed-in person may read about quality teams, and the measured progress of the goal they carry."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import sqlalchemy as sa

from planning.core.database import Database
from planning.core.rights import Person, Right, require
from planning.organisation.records import School, read_schools
from planning.quality_teams import records, rules
from planning.quality_teams.model import Member, Request, Team, TeamState, Visit


@dataclass(frozen=True)
class TeamsView:
    """Teams and members of the board, and the visits and requests of the schools within a person's reach."""

    schools: tuple[School, ...]
    teams: tuple[Team, ...]
    members: tuple[Member, ...]
    visits: tuple[Visit, ...]
    requests: tuple[Request, ...]

    @property
    def school_ids(self) -> tuple[str, ...]:
        """The schools within reach, by name."""
        return tuple(school.school_id for school in self.schools)

    def school_name(self, school_id: str) -> str:
        """The name of a school within reach. Raises LookupError for any other."""
        return self._names[school_id]

    @cached_property
    def _names(self) -> dict[str, str]:
        return {school.school_id: school.name for school in self.schools}

    def team(self, team_id: int) -> Team:
        """A team by its key."""
        return next(team for team in self.teams if team.team_id == team_id)

    def member(self, member_id: int) -> Member:
        """A member by their key."""
        return next(member for member in self.members if member.member_id == member_id)

    def active_members(self) -> tuple[Member, ...]:
        """The members who can make visits: still there, in a team that did not end."""
        ended = {team.team_id for team in self.teams if team.state is TeamState.ENDED}
        return tuple(member for member in self.members if member.is_active and member.team_id not in ended)

    def member_of(self, person: Person) -> Member | None:
        """The person's own membership, the first where there are several; None for somebody outside the teams."""
        return next((member for member in self.active_members() if member.person_id == person.person_id), None)

    def visits_of(self, member: Member) -> tuple[Visit, ...]:
        """The visits of the coach a member is, in whichever team."""
        coach = {other.member_id for other in self.members if other.coach == member.coach}
        return tuple(visit for visit in self.visits if visit.member_id in coach)

    def quiet(self, as_of: date) -> tuple[rules.QuietSchool, ...]:
        """The schools within reach that were not visited for eight weeks, longest first."""
        return rules.quiet_schools(self.school_ids, self.teams, self.visits, as_of)


@dataclass(frozen=True)
class TeamsProgress:
    """How far the quality teams are on a date, measured; the visits are those of the schools within reach."""

    school_year: int  # the year in which it began
    teams_active: int
    teams_setting_up: int
    members: int  # active, in a team that did not end
    hours_available: float  # of this school year
    hours_used: float  # in visits made this school year up to the date
    schools: int
    schools_visited: int  # at least once this school year, up to the date
    visits: int  # made this school year up to the date
    visits_recently: int  # made in the last eight weeks up to the date
    requests_open: int  # not answered on the date


def teams_view(person: Person, database: Database) -> TeamsView:
    """Everything of quality teams within a person's reach, as it is kept now."""
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        return read_teams_view(connection, person)


def read_teams_view(connection: sa.Connection, person: Person) -> TeamsView:
    """The same inside a transaction of the person's board."""
    board_id, reach = person.board_id, person.reach
    return TeamsView(
        read_schools(connection, board_id, reach),
        records.read_teams(connection, board_id),
        records.read_members(connection, board_id),
        records.read_visits(connection, board_id, reach),
        records.read_requests(connection, board_id, reach),
    )


def progress_of(found: TeamsView, as_of: date) -> TeamsProgress:
    """How far the teams are on a reference date."""
    year = rules.this_school_year(found.visits, as_of)
    hours = rules.hours(found.members, found.visits, as_of)
    started = [team for team in found.teams if team.state is TeamState.ACTIVE and (team.started_on or as_of) <= as_of]
    return TeamsProgress(
        school_year=rules.school_year_of(as_of),
        teams_active=len(started),
        teams_setting_up=sum(team.state is TeamState.SETTING_UP for team in found.teams),
        members=len(found.active_members()),
        hours_available=sum(line.available for line in hours),
        hours_used=sum(line.used for line in hours),
        schools=len(found.schools),
        schools_visited=len({visit.school_id for visit in year}),
        visits=len(year),
        visits_recently=len(rules.made(found.visits, as_of, rules.recently(as_of))),
        requests_open=len(rules.open_requests(found.requests, found.visits, as_of)),
    )
