"""Plan years as kept. The log of milestones and the judgements only grow."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

import sqlalchemy as sa

from planning.core.database import Change, Moment, metadata
from planning.core.query import within
from planning.core.store import add, board_column, board_key, number, part_of, put, remove, rows
from planning.goals.plan import (
    Confidence,
    Course,
    Goal,
    Judgement,
    Milestone,
    MilestoneChange,
    Plan,
    State,
    SubGoal,
    by_day,
)

plan_year = sa.Table(
    "plan_year",
    metadata,
    board_key(),
    number("year"),
)

goal = sa.Table(
    "goal",
    metadata,
    board_column(),
    number("year"),
    number("goal"),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("short", sa.String(30), nullable=False),
    part_of("plan_year", "year"),
)

sub_goal = sa.Table(
    "sub_goal",
    metadata,
    board_column(),
    number("year"),
    number("goal"),
    number("sub_goal"),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("measure", sa.String(30), nullable=False),
    part_of("goal", "year", "goal"),
)

milestone = sa.Table(
    "milestone",
    metadata,
    board_column(),
    number("year"),
    number("milestone"),
    sa.Column("goal", sa.Integer, nullable=False),
    sa.Column("sub_goal", sa.Integer, nullable=False),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("short", sa.String(30), nullable=False),
    sa.Column("owner", sa.String(80), nullable=False),
    sa.Column("due", sa.Date, nullable=False),
    sa.Column("state", sa.String(12), nullable=False),
    sa.Column("evidence", sa.String(300), nullable=False),
    sa.Column("link", sa.String(400), nullable=False),
    part_of("sub_goal", "year", "goal", "sub_goal"),
)

milestone_log = sa.Table(
    "milestone_log",
    metadata,
    board_column(),
    number("year"),
    number("milestone"),
    number("line"),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("person_name", sa.String(120), nullable=False),
    sa.Column("field", sa.String(12), nullable=False),
    sa.Column("before", sa.String(400)),
    sa.Column("after", sa.String(400), nullable=False),
    sa.Column("reason", sa.String(500), nullable=False),
    part_of("milestone", "year", "milestone"),
)

judgement = sa.Table(
    "judgement",
    metadata,
    board_column(),
    number("year"),
    number("goal"),
    number("sub_goal"),
    number("line"),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("person_name", sa.String(120), nullable=False),
    sa.Column("course", sa.String(12), nullable=False),
    sa.Column("confidence", sa.String(6), nullable=False),
    sa.Column("reason", sa.String(500), nullable=False),
    part_of("sub_goal", "year", "goal", "sub_goal"),
)

board_meeting = sa.Table(
    "board_meeting",
    metadata,
    board_key(),
    sa.Column("day", sa.Date, primary_key=True),
)


def read_years(connection: sa.Connection, board_id: str) -> tuple[int, ...]:
    """The years that have a plan, oldest first."""
    query = sa.select(plan_year.c.year).where(within(plan_year, board_id, None)).order_by(plan_year.c.year)
    return tuple(connection.execute(query).scalars())


def read_plan(connection: sa.Connection, board_id: str, year: int) -> Plan | None:
    """One year with all of its history; None where the board has none such."""
    if year not in read_years(connection, board_id):
        return None

    def of_year(table: sa.Table, *order: str) -> list[dict[str, Any]]:
        mine = sa.and_(within(table, board_id, None), table.c.year == year)
        found = rows(connection, table, mine, *(table.c[name] for name in order))
        return [{name: value for name, value in row.items() if name != "year"} for row in found]

    return Plan(
        year,
        tuple(Goal(**row) for row in of_year(goal, "goal")),
        tuple(SubGoal(**row) for row in of_year(sub_goal, "goal", "sub_goal")),
        tuple(
            sorted((Milestone(**row | {"state": State(row["state"])}) for row in of_year(milestone, "due")), key=by_day)
        ),
        tuple(MilestoneChange(**row) for row in of_year(milestone_log, "at", "milestone", "line")),
        tuple(
            Judgement(**row | {"course": Course(row["course"]), "confidence": Confidence(row["confidence"])})
            for row in of_year(judgement, "at", "goal", "sub_goal", "line")
        ),
        read_meetings(connection, board_id),
    )


def write_year(change: Change, year: int) -> None:
    """Begin a year."""
    add(change, plan_year, {"year": year})


def write_goal(change: Change, year: int, new: Goal) -> None:
    """Add a goal, or give the one of that number other words."""
    put(change, goal, {"year": year, "goal": new.goal}, {"title": new.title, "short": new.short})


def write_sub_goal(change: Change, year: int, new: SubGoal) -> None:
    """Add a sub-goal, or give the one of that number other words or another measure."""
    key = {"year": year, "goal": new.goal, "sub_goal": new.sub_goal}
    put(change, sub_goal, key, {"title": new.title, "measure": new.measure})


def remove_goal(change: Change, year: int, unwanted: Goal | SubGoal) -> None:
    """Take a goal or sub-goal away with all that hangs on it; the service lets only empty ones go."""
    table, keys = (goal, ("goal",)) if isinstance(unwanted, Goal) else (sub_goal, ("goal", "sub_goal"))
    remove(change, table, {"year": year} | {key: getattr(unwanted, key) for key in keys})


def write_milestone(change: Change, year: int, new: Milestone) -> None:
    """Add a milestone, or change the one of that number; what changed is said with write_log."""
    values = asdict(new)
    put(change, milestone, {"year": year, "milestone": values.pop("milestone")}, values)


def write_log(change: Change, year: int, lines: Iterable[MilestoneChange]) -> None:
    """Add lines to the log of milestones; who and when are those of the change."""
    by = {"year": year, "at": change.at, "person_name": change.person_name}
    add(change, milestone_log, *(asdict(line) | by for line in lines))


def write_judgement(change: Change, year: int, new: Judgement) -> None:
    """Add a judgement; earlier ones stay."""
    add(change, judgement, asdict(new) | {"year": year, "at": change.at, "person_name": change.person_name})


def read_meetings(connection: sa.Connection, board_id: str) -> tuple[date, ...]:
    """The days of the board's meetings, oldest first."""
    query = sa.select(board_meeting.c.day).where(within(board_meeting, board_id, None)).order_by(board_meeting.c.day)
    return tuple(connection.execute(query).scalars())


def write_meetings(change: Change, year: int, days: Iterable[date]) -> None:
    """Set the days of the board's meetings in one year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    change.connection.execute(
        board_meeting.delete().where(
            board_meeting.c.board_id == change.board_id, board_meeting.c.day.between(first, last)
        )
    )
    add(change, board_meeting, *({"day": day} for day in days))
