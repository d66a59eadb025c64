"""What a signed-in person may read and do about reports: what one would say, those that were made, and their files."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from planning.core.database import Change, Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right, require
from planning.organisation.service import schools
from planning.report import records
from planning.report.choice import ReportChoice, choice_reasons, put_in_order
from planning.report.content import report_of
from planning.report.model import Audience, Report
from planning.report.records import ReportVersion as ReportVersion
from planning.report.records import WholeReport as WholeReport
from planning.report.sources import of_schools, read_sources
from planning.rounds.service import require_whole

KEPT: Final = 24
"""Reports a board has at most: the oldest that is not shared goes when another is made."""


def report_content(
    person: Person, database: Database, at: datetime, as_of: date, choice: ReportChoice, *, hindsight: bool = False
) -> Report:
    """What a report says on a reference date, in the language of this run. Raises Refused.

    A report for a school is made by the rights of somebody who reaches that school only.
    """
    require_whole(person, Right.PLAN)
    chosen = put_in_order(choice)
    refuse(choice_reasons(chosen, {school.school_id for school in schools(person, database)}))
    reader = of_schools(person, frozenset(chosen.schools)) if chosen.audience is Audience.SCHOOL else person
    return report_of(read_sources(reader, database, at, as_of, hindsight=hindsight), chosen)


def reports(person: Person, database: Database) -> tuple[ReportVersion, ...]:
    """The reports that were made, newest first; who reads what is published sees those that are shared."""
    require(person, Right.READ_PUBLISHED)
    with database.read(person.board_id) as connection:
        return records.read_versions(connection, person.board_id, shared_only=not person.may(Right.PLAN))


def report_file(person: Person, database: Database, number: int, kind: str) -> bytes:
    """A file of a report: one of records.FORMATS. Raises Refused where there is none that this person may see."""
    require(person, Right.READ_PUBLISHED)
    with database.read(person.board_id) as connection:
        found = records.read_versions(connection, person.board_id, shared_only=not person.may(Right.PLAN))
        there = any(one.number == number for one in found)
        content = records.read_file(connection, person.board_id, number, kind) if there else None
    if content is None:
        raise Refused(Reason("report_gone"))
    return content


def keep_report(
    person: Person,
    database: Database,
    at: datetime,
    made: WholeReport,
    together: Callable[[Change], None] = lambda _change: None,
) -> ReportVersion:
    """Keep a report that was made; the oldest beyond KEPT goes. Returns it with its number.

    `together`: what is kept with it, or else neither. It is made in the background, while its asker goes on with a form
    perhaps: the data version stays.
    """
    require_whole(person, Right.PLAN)
    version = replace(made.version, number=0, made_at=at, made_by=person.name, is_shared=False)
    with database.change(person, at, is_shown=False) as change:
        number = records.write_whole(change, replace(made, version=version))
        change.log("report", version.title, None, _facts(version))
        known = records.read_versions(change.connection, change.board_id, shared_only=False)
        for old in [one for one in known[KEPT:] if not one.is_shared]:
            records.remove_version(change, old.number)
            change.log("report", old.title, _facts(old), None)
        together(change)
    return replace(version, number=number)


def remove_report(person: Person, database: Database, at: datetime, number: int) -> WholeReport:
    """Take a report away; returns all of it, to put it back. Raises Refused where there is none."""
    require_whole(person, Right.PLAN)
    with database.change(person, at) as change:
        found = records.read_whole(change.connection, change.board_id, number)
        if found is None:
            raise Refused(Reason("report_gone"))
        records.remove_version(change, number)
        change.log("report", found.version.title, _facts(found.version), None)
    return found


def put_back_report(person: Person, database: Database, at: datetime, removed: WholeReport) -> ReportVersion:
    """Put a report back that was taken away, under its number. Raises Refused where that is there by now."""
    require_whole(person, Right.PLAN)
    with database.change(person, at) as change:
        if records.read_whole(change.connection, change.board_id, removed.version.number) is not None:
            raise Refused(Reason("report_there"))
        records.write_whole(change, removed)
        change.log("report", removed.version.title, None, _facts(removed.version))
    return removed.version


def share_report(person: Person, database: Database, at: datetime, number: int, *, is_shared: bool) -> None:
    """Let readers (RvT, GMR) open a report, or no longer. The chair decides. Raises Refused where there is none."""
    require(person, Right.DECIDE)
    with database.change(person, at) as change:
        found = records.read_versions(change.connection, change.board_id, shared_only=False)
        before = next((one for one in found if one.number == number), None)
        if before is None:
            raise Refused(Reason("report_gone"))
        records.set_shared(change, number, is_shared=is_shared)
        after = replace(before, is_shared=is_shared)
        change.log("report", before.title, _facts(before), _facts(after))


def _facts(one: ReportVersion) -> dict[str, Any]:
    return {"for": one.audience_name, "as_of": one.as_of.isoformat(), "shared": one.is_shared}
