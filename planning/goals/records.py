"""Plan years as kept. The log of milestones and the judgements only grow."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

import sqlalchemy as sa

from planning.core.database import Change, Moment, metadata
from planning.core.query import within
from planning.goals.plan import Confidence, Course, Goal, Judgement, LogLine, Milestone, Plan, State, SubGoal, by_day


def _key(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer, primary_key=True, autoincrement=False) for name in names]


def _of(parent: str, *names: str) -> sa.ForeignKeyConstraint:
    keys = ["board_id", *names]
    return sa.ForeignKeyConstraint(keys, [f"{parent}.{key}" for key in keys], ondelete="CASCADE")


plan_year = sa.Table(
    "plan_year",
    metadata,
    sa.Column("board_id", sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True),
    *_key("year"),
)

goal = sa.Table(
    "goal",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    *_key("year", "goal"),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("short", sa.String(30), nullable=False),
    _of("plan_year", "year"),
)

sub_goal = sa.Table(
    "sub_goal",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    *_key("year", "goal", "sub_goal"),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("measure", sa.String(30), nullable=False),
    _of("goal", "year", "goal"),
)

milestone = sa.Table(
    "milestone",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    *_key("year", "milestone"),
    sa.Column("goal", sa.Integer, nullable=False),
    sa.Column("sub_goal", sa.Integer, nullable=False),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("short", sa.String(30), nullable=False),
    sa.Column("owner", sa.String(80), nullable=False),
    sa.Column("due", sa.Date, nullable=False),
    sa.Column("state", sa.String(12), nullable=False),
    sa.Column("evidence", sa.String(300), nullable=False),
    sa.Column("link", sa.String(400), nullable=False),
    _of("sub_goal", "year", "goal", "sub_goal"),
)

milestone_log = sa.Table(
    "milestone_log",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    *_key("year", "milestone", "line"),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("person_name", sa.String(120), nullable=False),
    sa.Column("field", sa.String(12), nullable=False),
    sa.Column("before", sa.String(400)),
    sa.Column("after", sa.String(400), nullable=False),
    sa.Column("reason", sa.String(500), nullable=False),
    _of("milestone", "year", "milestone"),
)

judgement = sa.Table(
    "judgement",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    *_key("year", "goal", "sub_goal", "line"),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("person_name", sa.String(120), nullable=False),
    sa.Column("course", sa.String(12), nullable=False),
    sa.Column("confidence", sa.String(6), nullable=False),
    sa.Column("reason", sa.String(500), nullable=False),
    _of("sub_goal", "year", "goal", "sub_goal"),
)

board_meeting = sa.Table(
    "board_meeting",
    metadata,
    sa.Column("board_id", sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True),
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

    def rows(table: sa.Table, *order: str) -> list[dict[str, Any]]:
        columns = [column for column in table.c if column.name not in ("board_id", "year")]
        query = sa.select(*columns).where(within(table, board_id, None), table.c.year == year)
        return [dict(row) for row in connection.execute(query.order_by(*(table.c[name] for name in order))).mappings()]

    return Plan(
        year,
        tuple(Goal(**row) for row in rows(goal, "goal")),
        tuple(SubGoal(**row) for row in rows(sub_goal, "goal", "sub_goal")),
        tuple(
            sorted((Milestone(**row | {"state": State(row["state"])}) for row in rows(milestone, "due")), key=by_day)
        ),
        tuple(LogLine(**row) for row in rows(milestone_log, "at", "milestone", "line")),
        tuple(
            Judgement(**row | {"course": Course(row["course"]), "confidence": Confidence(row["confidence"])})
            for row in rows(judgement, "at", "goal", "sub_goal", "line")
        ),
        read_meetings(connection, board_id),
    )


def write_year(change: Change, year: int) -> None:
    """Begin a year."""
    change.connection.execute(plan_year.insert().values(board_id=change.board_id, year=year))


def write_goal(change: Change, year: int, new: Goal) -> None:
    """Add a goal, or give the one of that number other words."""
    _write(change, goal, {"year": year, "goal": new.goal}, {"title": new.title, "short": new.short})


def write_sub_goal(change: Change, year: int, new: SubGoal) -> None:
    """Add a sub-goal, or give the one of that number other words or another measure."""
    key = {"year": year, "goal": new.goal, "sub_goal": new.sub_goal}
    _write(change, sub_goal, key, {"title": new.title, "measure": new.measure})


def remove_goal(change: Change, year: int, unwanted: Goal | SubGoal) -> None:
    """Take a goal or sub-goal away with all that hangs on it; the service lets only empty ones go."""
    table, keys = (goal, ("goal",)) if isinstance(unwanted, Goal) else (sub_goal, ("goal", "sub_goal"))
    mine = (table.c[key] == getattr(unwanted, key) for key in keys)
    change.connection.execute(table.delete().where(table.c.board_id == change.board_id, table.c.year == year, *mine))


def write_milestone(change: Change, year: int, new: Milestone) -> None:
    """Add a milestone, or change the one of that number; what changed is said with write_log."""
    values = asdict(new)
    _write(change, milestone, {"year": year, "milestone": values.pop("milestone")}, values)


def write_log(change: Change, year: int, lines: Iterable[LogLine]) -> None:
    """Add lines to the log of milestones; who and when are those of the change."""
    for line in lines:
        values = asdict(line) | {"at": change.at, "person_name": change.person_name}
        change.connection.execute(milestone_log.insert().values(board_id=change.board_id, year=year, **values))


def write_judgement(change: Change, year: int, new: Judgement) -> None:
    """Add a judgement; earlier ones stay."""
    values = asdict(new) | {"at": change.at, "person_name": change.person_name}
    change.connection.execute(judgement.insert().values(board_id=change.board_id, year=year, **values))


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
    for day in days:
        change.connection.execute(board_meeting.insert().values(board_id=change.board_id, day=day))


def _write(change: Change, table: sa.Table, key: dict[str, Any], values: dict[str, Any]) -> None:
    mine = [table.c.board_id == change.board_id, *(table.c[name] == value for name, value in key.items())]
    if not change.connection.execute(table.update().where(*mine).values(**values)).rowcount:
        change.connection.execute(table.insert().values(board_id=change.board_id, **key, **values))
