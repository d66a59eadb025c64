"""The acceleration question as a signed-in person sees it: the board's own, and those it shares with partner boards."""

from datetime import datetime

from planning.core.boards import boards, change_day
from planning.core.database import ALL_BOARDS, Change, Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right, require
from planning.privacy.acceleration import AccelerationQuestion, QuestionLogLine, line_reasons, question_reasons
from planning.privacy.attitude_records import add_line, read_questions, write_question


def acceleration_questions(person: Person, database: Database) -> tuple[AccelerationQuestion, ...]:
    """The questions of the person's board and those in which it takes part, the oldest first."""
    require(person, Right.READ)
    with database.read(ALL_BOARDS) as connection:  # a partner's question is kept by the partner
        found = read_questions(connection)
    return tuple(q for q in found if person.board_id in (q.board_id, *q.partners))


def board_names(person: Person, database: Database) -> dict[str, str]:
    """The names of the boards of this installation by their number, to name partners with."""
    require(person, Right.READ)
    return {board.board_id: board.name for board in boards(database)}


def save_question(person: Person, database: Database, at: datetime, question: AccelerationQuestion) -> int:
    """Add a question, or change its words and partners; returns its number. Raises Refused."""
    require(person, Right.PRIVACY)
    unknown = set(question.partners) - set(board_names(person, database))
    reasons = question_reasons(question)
    if unknown or person.board_id in question.partners:
        reasons.append(Reason("partner_unknown", "partners"))
    with database.change(person, at) as change:
        refuse(reasons)
        before = _own(change, question.question_id) if question.question_id else None
        kept = write_question(change, question)
        known = None if before is None else {"partners": list(before.partners)}
        change.log("privacy_question", question.title, known, {"partners": list(kept.partners)})
    return kept.question_id


def log_step(person: Person, database: Database, at: datetime, question_id: int, line: QuestionLogLine) -> None:
    """Add a step, or what happened within one, to the log of the board's own question. Raises Refused."""
    require(person, Right.PRIVACY)
    with database.change(person, at) as change:
        question = _own(change, question_id)
        refuse(line_reasons(question.log, line, change_day(change)))
        add_line(change, question_id, line)
        before = {"step": question.log[-1].step} if question.log else None
        change.log("privacy_question", question.title, before, {"step": line.step, "on": str(line.on)})


def _own(change: Change, question_id: int) -> AccelerationQuestion:
    found = [
        question
        for question in read_questions(change.connection)
        if (question.board_id, question.question_id) == (change.board_id, question_id)
    ]
    if not found:
        raise Refused(Reason("question_gone"))
    return found[0]
