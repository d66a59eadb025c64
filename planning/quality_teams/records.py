"""Teams, members, visits, requests of schools and calendar addresses of a board, as kept.

A key of a team, member, visit or request is the data version that added it, so every change adds at most one of each.
"""

from dataclasses import replace

import sqlalchemy as sa

from planning.core.database import Change, Moment, metadata
from planning.core.query import within
from planning.core.store import add, board_column, board_key, number, part_of, put, remove, rows, school_column
from planning.quality_teams.model import Member, Request, Team, TeamState, Visit, VisitState

quality_team = sa.Table(
    "quality_team",
    metadata,
    board_key(),
    number("team_id"),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("theme", sa.String(200), nullable=False),
    sa.Column("state", sa.String(12), nullable=False),
    sa.Column("started_on", sa.Date),
)

team_member = sa.Table(
    "team_member",
    metadata,
    board_column(),
    number("member_id"),
    sa.Column("team_id", sa.Integer, nullable=False),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("person_id", sa.String(40)),
    sa.Column("is_active", sa.Boolean, nullable=False),
    part_of("quality_team", "team_id"),
)

member_hours = sa.Table(
    "member_hours",
    metadata,
    board_column(),
    number("member_id"),
    number("school_year"),
    sa.Column("hours", sa.Integer, nullable=False),
    part_of("team_member", "member_id"),
)

member_school = sa.Table(
    "member_school",
    metadata,
    board_column(),
    number("member_id"),
    school_column(),
    part_of("team_member", "member_id"),
    part_of("school", "school_id"),
)

help_request = sa.Table(
    "help_request",
    metadata,
    board_column(),
    number("request_id"),
    sa.Column("school_id", sa.String(6), nullable=False),
    sa.Column("asked_on", sa.Date, nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("asked", sa.String(300), nullable=False),
    sa.Column("declined_on", sa.Date),
    sa.Column("reason", sa.String(300), nullable=False),
    part_of("school", "school_id"),
)

visit = sa.Table(
    "visit",
    metadata,
    board_column(),
    number("visit_id"),
    sa.Column("school_id", sa.String(6), nullable=False),
    sa.Column("member_id", sa.Integer, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("minutes", sa.Integer, nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("state", sa.String(12), nullable=False),
    sa.Column("at", sa.Time),
    sa.Column("asked", sa.String(300), nullable=False),
    sa.Column("competence", sa.String(40)),
    sa.Column("follow_up", sa.String(300), nullable=False),
    sa.Column("follow_up_on", sa.Date),
    sa.Column("follow_up_done", sa.Boolean, nullable=False),
    sa.Column("request_id", sa.Integer),
    sa.Column("sequence", sa.Integer, nullable=False),
    sa.Column("changed_at", Moment, nullable=False),
    part_of("school", "school_id"),
    part_of("team_member", "member_id"),
    part_of("help_request", "request_id"),
)

calendar_feed = sa.Table(
    "calendar_feed",
    metadata,
    board_column(),
    sa.Column("person_id", sa.String(40), primary_key=True),
    sa.Column("serial", sa.String(40), nullable=False),  # part of the signed address; another one ends the old address
    part_of("person", "person_id"),
)


def read_teams(connection: sa.Connection, board_id: str) -> tuple[Team, ...]:
    """Every team of the board, oldest first."""
    found = rows(connection, quality_team, within(quality_team, board_id, None), quality_team.c.team_id)
    return tuple(Team(**row | {"state": TeamState(row["state"])}) for row in found)


def read_members(connection: sa.Connection, board_id: str) -> tuple[Member, ...]:
    """Every member of every team, in the order in which they came; those who left as well."""
    hours: dict[int, list[tuple[int, int]]] = {}
    for row in rows(connection, member_hours, within(member_hours, board_id, None), member_hours.c.school_year):
        hours.setdefault(row["member_id"], []).append((row["school_year"], row["hours"]))
    schools: dict[int, set[str]] = {}
    for row in rows(connection, member_school, within(member_school, board_id, None)):
        schools.setdefault(row["member_id"], set()).add(row["school_id"])
    return tuple(
        Member(
            **row,
            hours=tuple(hours.get(row["member_id"], ())),
            school_ids=frozenset(schools.get(row["member_id"], ())),
        )
        for row in rows(connection, team_member, within(team_member, board_id, None), team_member.c.member_id)
    )


def read_visits(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[Visit, ...]:
    """The visits to schools within reach, by day and time."""
    found = rows(connection, visit, within(visit, board_id, reach), visit.c.day, visit.c.at, visit.c.visit_id)
    return tuple(Visit(**row | {"state": VisitState(row["state"])}) for row in found)


def read_requests(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[Request, ...]:
    """The requests of schools within reach, oldest first."""
    order = (help_request.c.asked_on, help_request.c.request_id)
    return tuple(
        Request(**row) for row in rows(connection, help_request, within(help_request, board_id, reach), *order)
    )


def write_team(change: Change, team: Team) -> Team:
    """Add the team, or replace what is known of it; returns it with its key."""
    kept = replace(team, team_id=team.team_id or change.version)
    put(change, quality_team, {"team_id": kept.team_id}, vars(kept) | {"state": kept.state.value})
    return kept


def write_member(change: Change, member: Member) -> Member:
    """Add the member, or replace what is known of them; returns them with their key."""
    kept = replace(member, member_id=member.member_id or change.version)
    key = {"member_id": kept.member_id}
    values = {name: value for name, value in vars(kept).items() if name not in ("hours", "school_ids")}
    put(change, team_member, key, values)
    for table in (member_hours, member_school):
        remove(change, table, key)
    add(change, member_hours, *(key | {"school_year": year, "hours": hours} for year, hours in kept.hours))
    add(change, member_school, *(key | {"school_id": school} for school in sorted(kept.school_ids)))
    return kept


def write_visit(change: Change, new: Visit) -> Visit:
    """Add the visit, or replace what is known of it; returns it as it is kept."""
    kept = replace(new, visit_id=new.visit_id or change.version, changed_at=change.at)
    put(change, visit, {"visit_id": kept.visit_id}, vars(kept) | {"state": kept.state.value})
    return kept


def write_request(change: Change, new: Request) -> Request:
    """Add the request, or replace what is known of it; returns it with its key."""
    kept = replace(new, request_id=new.request_id or change.version)
    put(change, help_request, {"request_id": kept.request_id}, vars(kept))
    return kept


def remove_team(change: Change, team_id: int) -> None:
    """Take a team away."""
    remove(change, quality_team, {"team_id": team_id})


def remove_member(change: Change, member_id: int) -> None:
    """Take a member away."""
    remove(change, team_member, {"member_id": member_id})


def remove_visit(change: Change, visit_id: int) -> None:
    """Take a visit away."""
    remove(change, visit, {"visit_id": visit_id})


def remove_request(change: Change, request_id: int) -> None:
    """Take a request away."""
    remove(change, help_request, {"request_id": request_id})


def read_serial(connection: sa.Connection, board_id: str, person_id: str) -> str | None:
    """The serial of a person's calendar address; None where they have none."""
    query = sa.select(calendar_feed.c.serial).where(
        within(calendar_feed, board_id, None), calendar_feed.c.person_id == person_id
    )
    return connection.execute(query).scalar_one_or_none()


def write_serial(change: Change, person_id: str, serial: str | None) -> None:
    """Give a person a calendar address in the place of an earlier one; None ends it."""
    if serial is None:
        remove(change, calendar_feed, {"person_id": person_id})
    else:
        put(change, calendar_feed, {"person_id": person_id}, {"serial": serial})
