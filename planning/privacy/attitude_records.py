"""Awareness activities, counts of questionnaires and the acceleration question, as kept."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date

import sqlalchemy as sa

from planning.core.database import Change, metadata
from planning.core.query import within
from planning.privacy.acceleration import AccelerationQuestion, LogLine, in_order
from planning.privacy.attitude import Activity, Answers
from planning.privacy.records import board_key, entered


def _of_school() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["board_id", "school_id"], ["school.board_id", "school.school_id"], ondelete="CASCADE"
    )


privacy_activity = sa.Table(
    "privacy_activity",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    sa.Column("school_id", sa.String(6), primary_key=True),
    sa.Column("activity_id", sa.Integer, primary_key=True),  # the data version that entered it
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("title", sa.String(120), nullable=False),
    sa.Column("held_on", sa.Date, nullable=False),
    sa.Column("audiences", sa.JSON, nullable=False),
    sa.Column("led_by", sa.String(120), nullable=False),
    *entered(),
    _of_school(),
)

privacy_answers = sa.Table(
    "privacy_answers",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    sa.Column("school_id", sa.String(6), primary_key=True),
    sa.Column("audience", sa.String(10), primary_key=True),
    sa.Column("held_on", sa.Date, primary_key=True),
    sa.Column("question", sa.String(8), primary_key=True),
    sa.Column("counts", sa.JSON, nullable=False),  # how many gave each answer; never who
    *entered(),
    _of_school(),
)

privacy_question = sa.Table(
    "privacy_question",
    metadata,
    board_key(),
    sa.Column("question_id", sa.Integer, primary_key=True),  # the data version that began it
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("partners", sa.JSON, nullable=False),  # numbers of the boards that read along
    *entered(),
)

privacy_question_log = sa.Table(
    "privacy_question_log",
    metadata,
    sa.Column("board_id", sa.String(5), primary_key=True),
    sa.Column("question_id", sa.Integer, primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("on", sa.Date, nullable=False),
    sa.Column("step", sa.String(12), nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    *entered(),
    sa.ForeignKeyConstraint(
        ["board_id", "question_id"], ["privacy_question.board_id", "privacy_question.question_id"], ondelete="CASCADE"
    ),
)


def read_activities(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[Activity, ...]:
    """The activities of the schools within reach, oldest first."""
    columns = [c for c in privacy_activity.c if c.name not in ("board_id", "entered_at")]
    query = (
        sa.select(*columns)
        .where(within(privacy_activity, board_id, reach))
        .order_by(privacy_activity.c.held_on, privacy_activity.c.activity_id, privacy_activity.c.school_id)
    )
    rows = connection.execute(query).mappings()
    return tuple(Activity(**{**row, "audiences": tuple(row["audiences"])}) for row in rows)


def add_activity(change: Change, new: Activity, school_ids: Iterable[str]) -> None:
    """Add an activity to each of these schools."""
    for school_id in school_ids:
        values = asdict(new) | {
            "school_id": school_id,
            "activity_id": change.version,
            "audiences": list(new.audiences),
            "entered_by": change.person_name,
            "entered_at": change.at,
        }
        change.connection.execute(privacy_activity.insert().values(board_id=change.board_id, **values))


def remove_activity(change: Change, school_id: str, activity_id: int) -> None:
    """Take an activity off a school."""
    change.connection.execute(
        privacy_activity.delete().where(
            privacy_activity.c.board_id == change.board_id,
            privacy_activity.c.school_id == school_id,
            privacy_activity.c.activity_id == activity_id,
        )
    )


def read_answers(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[Answers, ...]:
    """The counts of the schools within reach, oldest first."""
    names = ("school_id", "audience", "held_on", "question", "counts")
    query = (
        sa.select(*(privacy_answers.c[name] for name in names))
        .where(within(privacy_answers, board_id, reach))
        .order_by(*(privacy_answers.c[name] for name in ("held_on", "school_id", "audience", "question")))
    )
    rows = connection.execute(query).mappings()
    return tuple(Answers(**{**row, "counts": tuple(row["counts"])}) for row in rows)


def write_answers(change: Change, school_id: str, audience: str, held_on: date, answers: Iterable[Answers]) -> None:
    """Keep the counts of one questionnaire in the place of what was kept of it; no answers removes it."""
    change.connection.execute(
        privacy_answers.delete().where(
            privacy_answers.c.board_id == change.board_id,
            privacy_answers.c.school_id == school_id,
            privacy_answers.c.audience == audience,
            privacy_answers.c.held_on == held_on,
        )
    )
    by = {"entered_by": change.person_name, "entered_at": change.at}
    for line in answers:
        values = asdict(line) | {"counts": list(line.counts)} | by
        change.connection.execute(privacy_answers.insert().values(board_id=change.board_id, **values))


def read_questions(connection: sa.Connection) -> tuple[AccelerationQuestion, ...]:
    """The acceleration questions that the transaction may see, each with its log; the oldest first."""
    log: dict[tuple[str, int], list[LogLine]] = {}
    for row in connection.execute(sa.select(privacy_question_log)):
        line = LogLine(row.on, row.step, row.note, row.entered_by, row.version)
        log.setdefault((row.board_id, row.question_id), []).append(line)
    query = sa.select(privacy_question).order_by(privacy_question.c.entered_at, privacy_question.c.board_id)
    return tuple(
        AccelerationQuestion(
            row.board_id,
            row.question_id,
            row.title,
            row.question,
            tuple(row.partners),
            in_order(log.get((row.board_id, row.question_id), ())),
        )
        for row in connection.execute(query)
    )


def write_question(change: Change, question: AccelerationQuestion) -> AccelerationQuestion:
    """Add a question of the board, or change its words and partners; its log stays. Returns it with its number."""
    kept = replace(question, board_id=change.board_id, question_id=question.question_id or change.version)
    values = {"title": kept.title, "question": kept.question, "partners": list(kept.partners)}
    by = {"entered_by": change.person_name, "entered_at": change.at}
    if question.question_id:
        change.connection.execute(
            privacy_question.update()
            .where(
                privacy_question.c.board_id == change.board_id, privacy_question.c.question_id == question.question_id
            )
            .values(**values)
        )
    else:
        change.connection.execute(
            privacy_question.insert().values(board_id=change.board_id, question_id=kept.question_id, **values, **by)
        )
    return kept


def add_line(change: Change, question_id: int, line: LogLine) -> None:
    """Add a line to the log of a question; earlier ones stay."""
    values = asdict(line) | {"version": change.version, "entered_by": change.person_name, "entered_at": change.at}
    change.connection.execute(
        privacy_question_log.insert().values(board_id=change.board_id, question_id=question_id, **values)
    )
