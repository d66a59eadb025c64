"""What a signed-in person may read and do about awareness: activities and questionnaires of schools within reach."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from planning.core.boards import change_day
from planning.core.database import Change, Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right, require
from planning.organisation.records import School, read_schools
from planning.privacy import attitude_records as records
from planning.privacy.answer_list import AnswerList, read_answer_list
from planning.privacy.attitude import Activity, StatementAnswers, activity_reasons, answers_reasons
from planning.privacy.service import require_either
from planning.workbooks.apart import read_apart


@dataclass(frozen=True)
class AttitudeView:
    """What the schools within reach did, and what their people say; read once, asked for many dates."""

    schools: tuple[School, ...]  # by name
    activities: tuple[Activity, ...]
    answers: tuple[StatementAnswers, ...]

    def activities_on(self, as_of: date) -> tuple[Activity, ...]:
        """The activities up to a date, oldest first."""
        return tuple(activity for activity in self.activities if activity.held_on <= as_of)

    def answers_on(self, as_of: date) -> tuple[StatementAnswers, ...]:
        """The counts of questionnaires up to a date, oldest first."""
        return tuple(line for line in self.answers if line.held_on <= as_of)


def attitude_view(person: Person, database: Database) -> AttitudeView:
    """The facts of the schools within a person's reach, as they are kept now."""
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        return AttitudeView(
            read_schools(connection, person.board_id, person.reach),
            records.read_activities(connection, person.board_id, person.reach),
            records.read_answers(connection, person.board_id, person.reach),
        )


def may_add(person: Person, school_id: str) -> bool:
    """Whether the person adds activities and counts of this school: its own people, or the privacy officer."""
    return person.may(Right.CONTRIBUTE, school_id) or person.may(Right.PRIVACY, school_id)


def add_activity(
    person: Person, database: Database, at: datetime, activity: Activity, school_ids: Collection[str]
) -> int:
    """Add an activity to these schools; returns its number. Raises Refused."""
    for school_id in school_ids:
        require_either(person, Right.PRIVACY, Right.CONTRIBUTE, school_id)
    with database.change(person, at) as change:
        reasons = _school_reasons(change, school_ids)
        if not school_ids:
            reasons.append(Reason("activity_without_school", "school_ids"))
        refuse(reasons + activity_reasons(activity, change_day(change)))
        records.add_activity(change, activity, sorted(set(school_ids)))
        change.log(
            "privacy_activity",
            activity.title,
            None,
            {"kind": activity.kind, "held_on": str(activity.held_on), "schools": sorted(set(school_ids))},
        )
    return change.version


def remove_activity(person: Person, database: Database, at: datetime, activity_id: int) -> None:
    """Take an activity off every school within reach that has it. Raises Refused where there is none."""
    if not (person.may(Right.PRIVACY) or person.may(Right.CONTRIBUTE)):
        require(person, Right.PRIVACY)
    with database.change(person, at) as change:
        known = records.read_activities(change.connection, person.board_id, person.reach)
        mine = [activity for activity in known if activity.activity_id == activity_id]
        if not mine:
            raise Refused(Reason("activity_gone"))
        for activity in mine:
            records.remove_activity(change, activity.school_id, activity_id)
        schools = [activity.school_id for activity in mine]
        facts = {"kind": mine[0].kind, "held_on": str(mine[0].held_on), "schools": schools}
        change.log("privacy_activity", mine[0].title, facts, None)


def save_answers(
    person: Person,
    database: Database,
    at: datetime,
    school_id: str,
    audience: str,
    held_on: date,
    counts: dict[str, tuple[int, ...]],
) -> None:
    """Keep the counts of one questionnaire in the place of what was kept of that day; {} removes it. Raises Refused."""
    require_either(person, Right.PRIVACY, Right.CONTRIBUTE, school_id)
    answers = [
        StatementAnswers(school_id, audience, held_on, code, numbers) for code, numbers in sorted(counts.items())
    ]
    with database.change(person, at) as change:
        reasons = _school_reasons(change, [school_id])
        refuse(reasons + (answers_reasons(answers, change_day(change)) if counts else []))
        given = [line for line in answers if line.respondents]
        records.write_answers(change, school_id, audience, held_on, given)
        # the counts themselves stay out of the log: beside a corrected questionnaire they could tell one person apart
        facts = {"audience": audience, "held_on": str(held_on), "questions": len(given)}
        change.log("privacy_answers", school_id, None, facts)


def read_answers(content: bytes, name: str, audience: str) -> AnswerList:
    """Read the counts of a questionnaire from a workbook, apart from the server. Raises FileRefused."""
    return read_apart(read_answer_list, content, name, audience)


def _school_reasons(change: Change, school_ids: Collection[str]) -> list[Reason]:
    known = {school.school_id for school in read_schools(change.connection, change.board_id, None)}
    unknown = sorted(set(school_ids) - known)
    return [Reason("school_unknown", "school_ids", {"school": school}) for school in unknown]
