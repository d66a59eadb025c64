"""Functions, lines and harmonising steps of a board, as kept."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import sqlalchemy as sa
from pydantic import TypeAdapter

from planning.core.database import Change, metadata
from planning.core.query import within
from planning.core.store import add, board_column, board_key, next_key, number, part_of, put, remove, rows, update
from planning.systems.functions import FunctionChoice
from planning.systems.model import HarmonisingStep, PastLine, SystemLine


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


system_function = sa.Table(
    "system_function",
    metadata,
    board_key(),
    sa.Column("code", sa.String(40), primary_key=True),
    sa.Column("group", sa.String(20), nullable=False),
    sa.Column("name", sa.String(80), nullable=False),
    sa.Column("is_used", sa.Boolean, nullable=False),
)

system_line = sa.Table(
    "system_line",
    metadata,
    board_column(),
    number("line_id"),
    sa.Column("school_id", sa.String(6), nullable=False),
    sa.Column("function", sa.String(40), nullable=False),
    sa.Column("system", sa.String(120), nullable=False),
    *(_text(name) for name in ("supplier", "variant", "owner", "manager")),
    sa.Column("data_location", sa.String(10)),
    sa.Column("agreement_model", sa.String(10)),
    sa.Column("agreement_on", sa.Date),
    sa.Column("through_service", sa.Boolean),
    sa.Column("marks", sa.JSON, nullable=False),
    sa.Column("has_personal_data", sa.Boolean),
    _text("personal_data"),
    sa.Column("dpia", sa.String(12)),
    sa.Column("standards", sa.JSON, nullable=False),
    *(sa.Column(name, sa.Boolean) for name in ("single_sign_on", "two_factor_staff", "two_factor_pupils")),
    *(sa.Column(name, sa.Date) for name in ("starts_on", "ends_on", "notice_on")),
    sa.Column("renewal", sa.String(12)),
    *(sa.Column(name, sa.Integer) for name in ("per_pupil_cents", "per_school_cents")),
    sa.Column("life", sa.String(12), nullable=False),
    sa.Column("judgement", sa.String(12)),
    _text("judgement_reason"),
    sa.Column("judged_on", sa.Date),
    sa.Column("satisfaction", sa.Integer),
    sa.Column("decided", sa.String(10)),
    *(sa.Column(name, sa.Date) for name in ("in_use_on", "out_on", "recorded_on")),
    part_of("school", "school_id"),
)

system_past = sa.Table(
    "system_past",
    metadata,
    board_column(),
    number("line_id"),
    sa.Column("until", sa.Date, primary_key=True),
    sa.Column("school_id", sa.String(6), nullable=False),
    sa.Column("line", sa.JSON, nullable=False),
    part_of("school", "school_id"),
)

system_step = sa.Table(
    "system_step",
    metadata,
    board_column(),
    number("step_id"),
    sa.Column("function", sa.String(40), nullable=False),
    sa.Column("system", sa.String(120), nullable=False),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("milestone", sa.Integer, nullable=False),
    part_of("milestone", "year", "milestone"),
)

LINE_JSON: Final = TypeAdapter(SystemLine)
_LISTS: Final = ("marks", "standards")


def read_choices(connection: sa.Connection, board_id: str) -> tuple[FunctionChoice, ...]:
    """What the board chose for functions."""
    found = rows(connection, system_function, within(system_function, board_id, None), system_function.c.code)
    return tuple(FunctionChoice(**row) for row in found)


def read_lines(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[SystemLine, ...]:
    """The lines of the schools within reach, in the order in which they were added."""
    found = rows(connection, system_line, within(system_line, board_id, reach), system_line.c.line_id)
    return tuple(SystemLine(**row | {name: tuple(row[name]) for name in _LISTS}) for row in found)


def read_past(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[PastLine, ...]:
    """What was known of lines of the schools within reach before they changed, by line and day."""
    order = system_past.c.line_id, system_past.c.until
    found = rows(connection, system_past, within(system_past, board_id, reach), *order)
    return tuple(PastLine(row["until"], LINE_JSON.validate_python(row["line"])) for row in found)


def read_steps(connection: sa.Connection, board_id: str) -> tuple[HarmonisingStep, ...]:
    """The steps of the board, oldest first."""
    found = rows(connection, system_step, within(system_step, board_id, None), system_step.c.step_id)
    return tuple(HarmonisingStep(**row) for row in found)


def write_choice(change: Change, choice: FunctionChoice) -> None:
    """Keep what the board chose for a function."""
    put(change, system_function, {"code": choice.code}, vars(choice))


def remove_choice(change: Change, code: str) -> None:
    """Let a shipped function be as shipped again; one that the board added goes."""
    remove(change, system_function, {"code": code})


def write_lines(change: Change, lines: Iterable[SystemLine]) -> list[SystemLine]:
    """Add lines, or put each in the place of the one it was; returns them with their numbers."""
    following = next_key(change.connection, system_line.c.line_id, change.board_id)
    new, kept = [], []
    for line in lines:
        numbered = line if line.line_id else replace(line, line_id=following)
        following += not line.line_id
        kept.append(numbered)
        # what was taken back is added again under its own number
        if not line.line_id or not update(change, system_line, {"line_id": line.line_id}, vars(line)):
            new.append(vars(numbered))
    add(change, system_line, *new)
    return kept


def keep_past(change: Change, changes: Sequence[tuple[SystemLine | None, SystemLine | None]], today: date) -> None:
    """Keep of each line (before, after) what was known until today.

    Of several changes on one day the first counts; a line that is as it was that morning has no past of that day.
    """
    mine = (system_past.c.board_id == change.board_id) & (system_past.c.until == today)
    found = {
        row["line_id"]: LINE_JSON.validate_python(row["line"]) for row in rows(change.connection, system_past, mine)
    }
    new = []
    for before, after in changes:
        line = after or before
        assert line is not None
        morning = found.get(line.line_id)
        if morning is not None and after == morning:
            remove(change, system_past, {"line_id": line.line_id, "until": today})
        elif morning is None and before is not None and before.recorded_on != today and before != after:
            new.append((before, LINE_JSON.dump_python(before, mode="json")))
    add(
        change,
        system_past,
        *({"line_id": one.line_id, "until": today, "school_id": one.school_id, "line": facts} for one, facts in new),
    )


def remove_line(change: Change, line: SystemLine) -> None:
    """Take a line of a school away."""
    remove(change, system_line, {"line_id": line.line_id, "school_id": line.school_id})


def write_step(change: Change, step: HarmonisingStep) -> HarmonisingStep:
    """Add a step; returns it with its number."""
    kept = replace(step, step_id=next_key(change.connection, system_step.c.step_id, change.board_id))
    add(change, system_step, vars(kept))
    return kept
