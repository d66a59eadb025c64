"""Awareness activities, counts of questionnaires and the acceleration question, as kept."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date

import sqlalchemy as sa

from planning.core.database import Change, metadata
from planning.core.query import within
from planning.core.store import add, board_column, board_key, number, part_of, remove, rows, school_column, update
from planning.privacy.acceleration import AccelerationQuestion, QuestionLogLine, in_order
from planning.privacy.attitude import Activity, StatementAnswers
from planning.privacy.records import by, entered

privacy_activity = sa.Table(
    "privacy_activity",
    metadata,
    board_column(),
    school_column(),
    number("activity_id"),  # the data version that entered it
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("title", sa.String(120), nullable=False),
    sa.Column("held_on", sa.Date, nullable=False),
    sa.Column("audiences", sa.JSON, nullable=False),
    sa.Column("led_by", sa.String(120), nullable=False),
    *entered(),
    part_of("school", "school_id"),
)

privacy_answers = sa.Table(
    "privacy_answers",
    metadata,
    board_column(),
    school_column(),
    sa.Column("audience", sa.String(10), primary_key=True),
    sa.Column("held_on", sa.Date, primary_key=True),
    sa.Column("question", sa.String(8), primary_key=True),
    sa.Column("counts", sa.JSON, nullable=False),  # how many gave each answer; never who
    *entered(),
    part_of("school", "school_id"),
)

privacy_question = sa.Table(
    "privacy_question",
    metadata,
    board_key(),
    number("question_id"),  # the data version that began it
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("partners", sa.JSON, nullable=False),  # numbers of the boards that read along
    *entered(),
)

privacy_question_log = sa.Table(
    "privacy_question_log",
    metadata,
    board_column(),
    number("question_id"),
    number("version"),
    sa.Column("on", sa.Date, nullable=False),
    sa.Column("step", sa.String(12), nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    *entered(),
    part_of("privacy_question", "question_id"),
)


def read_activities(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[Activity, ...]:
    """The activities of the schools within reach, oldest first."""
    order = (privacy_activity.c[name] for name in ("held_on", "activity_id", "school_id"))
    found = rows(connection, privacy_activity, within(privacy_activity, board_id, reach), *order)
    return tuple(Activity(**row | {"audiences": tuple(row["audiences"])}) for row in found)


def add_activity(change: Change, new: Activity, school_ids: Iterable[str]) -> None:
    """Add an activity to each of these schools."""
    values = asdict(new) | by(change) | {"activity_id": change.version, "audiences": list(new.audiences)}
    add(change, privacy_activity, *(values | {"school_id": school} for school in school_ids))


def remove_activity(change: Change, school_id: str, activity_id: int) -> None:
    """Take an activity off a school."""
    remove(change, privacy_activity, {"school_id": school_id, "activity_id": activity_id})


def read_answers(
    connection: sa.Connection, board_id: str, reach: frozenset[str] | None
) -> tuple[StatementAnswers, ...]:
    """The counts of the schools within reach, oldest first."""
    names = ("school_id", "audience", "held_on", "question", "counts")
    order = (privacy_answers.c[name] for name in ("held_on", "school_id", "audience", "question"))
    found = rows(connection, privacy_answers, within(privacy_answers, board_id, reach), *order)
    return tuple(
        StatementAnswers(**{name: row[name] for name in names} | {"counts": tuple(row["counts"])}) for row in found
    )


def write_answers(
    change: Change, school_id: str, audience: str, held_on: date, answers: Iterable[StatementAnswers]
) -> None:
    """Keep the counts of one questionnaire in the place of what was kept of it; no answers removes it."""
    remove(change, privacy_answers, {"school_id": school_id, "audience": audience, "held_on": held_on})
    add(change, privacy_answers, *(asdict(line) | {"counts": list(line.counts)} | by(change) for line in answers))


def read_questions(connection: sa.Connection) -> tuple[AccelerationQuestion, ...]:
    """The acceleration questions that the transaction may see, each with its log; the oldest first."""
    log: dict[tuple[str, int], list[QuestionLogLine]] = {}
    for row in connection.execute(sa.select(privacy_question_log)):
        line = QuestionLogLine(row.on, row.step, row.note, row.entered_by, row.version)
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
    if question.question_id:  # who began it, and when, stay
        update(change, privacy_question, {"question_id": question.question_id}, values)
    else:
        add(change, privacy_question, values | by(change) | {"question_id": kept.question_id})
    return kept


def add_line(change: Change, question_id: int, line: QuestionLogLine) -> None:
    """Add a line to the log of a question; earlier ones stay."""
    add(
        change,
        privacy_question_log,
        asdict(line) | by(change) | {"question_id": question_id, "version": change.version},
    )
