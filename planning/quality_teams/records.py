"""Teams, members, visits, requests of schools and calendar addresses of a board, as kept.

A key of a team, member, visit or request is the data version that added it, so every change adds at most one of each.
"""

from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from planning.core.database import Change, Moment, metadata
from planning.core.query import within
from planning.quality_teams.model import Member, Request, Team, TeamState, Visit, VisitState


def _key(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False)


def _board() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], ondelete="CASCADE")


def _of(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["board_id", column], [f"{table}.board_id", f"{table}.{column}"], ondelete="CASCADE")


quality_team = sa.Table(
    "quality_team",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    _key("team_id"),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("theme", sa.String(200), nullable=False),
    sa.Column("state", sa.String(12), nullable=False),
    sa.Column("started_on", sa.Date),
    _board(),
)

team_member = sa.Table(
    "team_member",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    _key("member_id"),
    sa.Column("team_id", sa.Integer, nullable=False),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("person_id", sa.String(40)),
    sa.Column("is_active", sa.Boolean, nullable=False),
    _of("quality_team", "team_id"),
)

member_hours = sa.Table(
    "member_hours",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    _key("member_id"),
    _key("school_year"),
    sa.Column("hours", sa.Integer, nullable=False),
    _of("team_member", "member_id"),
)

member_school = sa.Table(
    "member_school",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    _key("member_id"),
    sa.Column("school_id", sa.String(6), primary_key=True),
    _of("team_member", "member_id"),
    _of("school", "school_id"),
)

help_request = sa.Table(
    "help_request",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    _key("request_id"),
    sa.Column("school_id", sa.String(6), nullable=False),
    sa.Column("asked_on", sa.Date, nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("asked", sa.String(300), nullable=False),
    sa.Column("declined_on", sa.Date),
    sa.Column("reason", sa.String(300), nullable=False),
    _of("school", "school_id"),
)

visit = sa.Table(
    "visit",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    _key("visit_id"),
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
    _of("school", "school_id"),
    _of("team_member", "member_id"),
    _of("help_request", "request_id"),
)

calendar_feed = sa.Table(
    "calendar_feed",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    sa.Column("person_id", sa.String(40), primary_key=True),
    sa.Column("serial", sa.String(40), nullable=False),  # part of the signed address; another one ends the old address
    sa.ForeignKeyConstraint(["board_id", "person_id"], ["person.board_id", "person.person_id"], ondelete="CASCADE"),
)


def _rows(connection: sa.Connection, query: sa.Select[Any]) -> list[dict[str, Any]]:
    found = connection.execute(query).mappings()
    return [{name: value for name, value in row.items() if name != "board_id"} for row in found]


def read_teams(connection: sa.Connection, board_id: str) -> tuple[Team, ...]:
    """Every team of the board, oldest first."""
    query = sa.select(quality_team).where(within(quality_team, board_id, None)).order_by(quality_team.c.team_id)
    return tuple(Team(**row | {"state": TeamState(row["state"])}) for row in _rows(connection, query))


def read_members(connection: sa.Connection, board_id: str) -> tuple[Member, ...]:
    """Every member of every team, in the order in which they came; those who left as well."""
    hours: dict[int, list[tuple[int, int]]] = {}
    of_hours = sa.select(member_hours).where(within(member_hours, board_id, None)).order_by(member_hours.c.school_year)
    for row in _rows(connection, of_hours):
        hours.setdefault(row["member_id"], []).append((row["school_year"], row["hours"]))
    schools: dict[int, set[str]] = {}
    for row in _rows(connection, sa.select(member_school).where(within(member_school, board_id, None))):
        schools.setdefault(row["member_id"], set()).add(row["school_id"])
    query = sa.select(team_member).where(within(team_member, board_id, None)).order_by(team_member.c.member_id)
    return tuple(
        Member(
            **row,
            hours=tuple(hours.get(row["member_id"], ())),
            school_ids=frozenset(schools.get(row["member_id"], ())),
        )
        for row in _rows(connection, query)
    )


def read_visits(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[Visit, ...]:
    """The visits to schools within reach, by day and time."""
    query = sa.select(visit).where(within(visit, board_id, reach)).order_by(visit.c.day, visit.c.at, visit.c.visit_id)
    return tuple(Visit(**row | {"state": VisitState(row["state"])}) for row in _rows(connection, query))


def read_requests(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[Request, ...]:
    """The requests of schools within reach, oldest first."""
    query = (
        sa.select(help_request)
        .where(within(help_request, board_id, reach))
        .order_by(help_request.c.asked_on, help_request.c.request_id)
    )
    return tuple(Request(**row) for row in _rows(connection, query))


def write_team(change: Change, team: Team) -> Team:
    """Add the team, or replace what is known of it; returns it with its key."""
    kept = replace(team, team_id=team.team_id or change.version)
    _put(change, quality_team, {"team_id": kept.team_id}, vars(kept) | {"state": kept.state.value})
    return kept


def write_member(change: Change, member: Member) -> Member:
    """Add the member, or replace what is known of them; returns them with their key."""
    kept = replace(member, member_id=member.member_id or change.version)
    key = {"member_id": kept.member_id}
    values = {name: value for name, value in vars(kept).items() if name not in ("hours", "school_ids")}
    _put(change, team_member, key, values)
    for table in (member_hours, member_school):
        _remove(change, table, key)
    for school_year, hours in kept.hours:
        change.connection.execute(
            member_hours.insert().values(board_id=change.board_id, **key, school_year=school_year, hours=hours)
        )
    for school_id in sorted(kept.school_ids):
        change.connection.execute(member_school.insert().values(board_id=change.board_id, **key, school_id=school_id))
    return kept


def write_visit(change: Change, new: Visit) -> Visit:
    """Add the visit, or replace what is known of it; returns it as it is kept."""
    kept = replace(new, visit_id=new.visit_id or change.version, changed_at=change.at)
    _put(change, visit, {"visit_id": kept.visit_id}, vars(kept) | {"state": kept.state.value})
    return kept


def write_request(change: Change, new: Request) -> Request:
    """Add the request, or replace what is known of it; returns it with its key."""
    kept = replace(new, request_id=new.request_id or change.version)
    _put(change, help_request, {"request_id": kept.request_id}, vars(kept))
    return kept


def remove_team(change: Change, team_id: int) -> None:
    """Take a team away."""
    _remove(change, quality_team, {"team_id": team_id})


def remove_member(change: Change, member_id: int) -> None:
    """Take a member away."""
    _remove(change, team_member, {"member_id": member_id})


def remove_visit(change: Change, visit_id: int) -> None:
    """Take a visit away."""
    _remove(change, visit, {"visit_id": visit_id})


def remove_request(change: Change, request_id: int) -> None:
    """Take a request away."""
    _remove(change, help_request, {"request_id": request_id})


def read_serial(connection: sa.Connection, board_id: str, person_id: str) -> str | None:
    """The serial of a person's calendar address; None where they have none."""
    query = sa.select(calendar_feed.c.serial).where(
        within(calendar_feed, board_id, None), calendar_feed.c.person_id == person_id
    )
    return connection.execute(query).scalar_one_or_none()


def write_serial(change: Change, person_id: str, serial: str | None) -> None:
    """Give a person a calendar address in the place of an earlier one; None ends it."""
    _remove(change, calendar_feed, {"person_id": person_id})
    if serial is not None:
        change.connection.execute(
            calendar_feed.insert().values(board_id=change.board_id, person_id=person_id, serial=serial)
        )


def _put(change: Change, table: sa.Table, key: dict[str, int], values: dict[str, Any]) -> None:
    updated = change.connection.execute(table.update().where(*_where(change, table, key)).values(**values))
    if not updated.rowcount:
        change.connection.execute(table.insert().values(board_id=change.board_id, **values))


def _remove(change: Change, table: sa.Table, key: dict[str, Any]) -> None:
    change.connection.execute(table.delete().where(*_where(change, table, key)))


def _where(change: Change, table: sa.Table, key: dict[str, Any]) -> list[sa.ColumnElement[bool]]:
    return [table.c.board_id == change.board_id, *(table.c[name] == value for name, value in key.items())]
