"""Reports made in the background: whoever asks for one goes on, and is told how far it is.

The work takes about a second of processor time for twenty schools. It is a piece of work of `planning.core.work`: a
worker that is killed in the middle leaves it to the next, and it is kept once.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy.exc import OperationalError

from planning.core.database import Change, Database
from planning.core.people import find_signed_in
from planning.core.refusal import Reason, Refused
from planning.core.rights import NotAllowed, Person, Right
from planning.core.translation import use_language
from planning.core.work import ask
from planning.core.work_records import OVER, Task, one_task, read_tasks, remove_tasks, set_step, task, tasks_asked_by
from planning.report.choice import ReportChoice, choice_from_json, choice_to_json, put_in_order
from planning.report.model import Report, to_json
from planning.report.records import ReportVersion, WholeReport
from planning.report.service import keep_report, report_content
from planning.rounds.service import require_whole

MOST_WAITING: Final = 2
"""Reports of one board that are made or wait at a time."""
KIND: Final = "report"
_log: Final = logging.getLogger("vlootplan")


class Step(StrEnum):
    """What is being done, in its order."""

    WAITING = "waiting"
    READING = "reading"
    PDF = "pdf"
    XLSX = "xlsx"
    PPTX = "pptx"
    KEEPING = "keeping"
    READY = "ready"
    REFUSED = "refused"


STEPS: Final = (Step.READING, Step.PDF, Step.XLSX, Step.PPTX, Step.KEEPING)


@dataclass(frozen=True)
class Making:
    """A report on its way, as it is at this moment."""

    task_id: str
    choice: ReportChoice
    step: Step
    reasons: tuple[Reason, ...] = ()  # why there is none

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens."""
        return self.step in (Step.READY, Step.REFUSED)

    @property
    def share(self) -> float:
        """How far it is, 0 to 1."""
        if self.step is Step.WAITING:
            return 0.0
        return 1.0 if self.is_over else (STEPS.index(self.step) + 0.5) / len(STEPS)


class _StopMaking(Exception):  # noqa: N818 - nobody waits for it any more
    """Whoever asked for it let it go, or it was made elsewhere meanwhile."""


def make(
    person: Person, database: Database, at: datetime, as_of: date, choice: ReportChoice, *, hindsight: bool = False
) -> Making:
    """Begin to make a report and return at once. Raises Refused where too many of the board are under way."""
    require_whole(person, Right.PLAN)
    chosen = put_in_order(choice)
    asked = {
        "choice": choice_to_json(chosen),
        "at": at.isoformat(),
        "as_of": as_of.isoformat(),
        "hindsight": hindsight,
    }
    with database.beside(person.board_id) as connection:
        under_way = task.c.board_id == person.board_id, task.c.kind == KIND, task.c.step.not_in(OVER)
        if len(read_tasks(connection, *under_way)) >= MOST_WAITING:
            raise Refused(Reason("reports_wait"))
        return _making(ask(connection, person, at, KIND, asked))


def makings_of(person: Person, database: Database) -> tuple[Making, ...]:
    """What this person asked for and has not been told the end of."""
    with database.read(person.board_id) as connection:
        return tuple(map(_making, tasks_asked_by(connection, person.board_id, person.person_id, KIND)))


def let_go(person: Person, database: Database, task_id: str) -> None:
    """Forget a report: its end was told, or nobody wants it any more. What is kept by then stays."""
    with database.beside(person.board_id) as connection:
        mine = task.c.person_id == person.person_id, task.c.kind == KIND
        remove_tasks(connection, one_task(person.board_id, task_id), *mine)


def _making(one: Task) -> Making:
    reasons = tuple(Reason(**said) for said in one.result or ())
    return Making(one.task_id, choice_from_json(one.asked["choice"]), Step(one.step), reasons)


def written(report: Report, at: datetime, kind: str) -> bytes:
    """One file of a report: "pdf", "xlsx" or "pptx"; each engine is loaded when it is first asked for."""
    if kind == "pdf":
        from planning.report.paper import report_pdf

        return report_pdf(report, at)
    if kind == "xlsx":
        from planning.report.workbook import report_xlsx

        return report_xlsx(report, at)
    from planning.report.slides import report_pptx

    return report_pptx(report, at)


def whole_report(
    person: Person,
    report: Report,
    at: datetime,
    choice: ReportChoice,
    told: Callable[[str], None] = lambda _kind: None,
) -> WholeReport:
    """A report with all its files; `told` hears which is begun."""
    files: dict[str, bytes] = {}
    for kind in ("pdf", "xlsx", "pptx"):
        told(kind)
        files[kind] = written(report, at, kind)
    version = ReportVersion(
        0, at, person.name, report.as_of, report.title[:300], report.audience_name[:300], False, choice
    )
    return WholeReport(version, to_json(report), files)


def carry_out(database: Database, one: Task) -> None:
    """Make a report that was asked for, by the rights its asker has now; killed in the middle, it is made anew."""
    try:
        _carry_out(database, one)
    except _StopMaking:
        pass
    except Refused as refused:
        _end(database, one, refused.reasons)
    except NotAllowed:
        _end(database, one, (Reason("role_gone"),))
    except OperationalError:  # the database is away for a while: try again
        raise
    except Exception:
        _log.exception("a report could not be made")
        _end(database, one, (Reason("report_not_made"),))


def _carry_out(database: Database, one: Task) -> None:
    def begin(step: str) -> None:
        with database.beside(one.board_id) as connection:
            if not set_step(connection, one, step):
                raise _StopMaking

    def end(change: Change) -> None:
        if not set_step(change.connection, one, Step.READY):
            raise _StopMaking

    choice = choice_from_json(one.asked["choice"])
    at, as_of = datetime.fromisoformat(one.asked["at"]), date.fromisoformat(one.asked["as_of"])
    use_language(choice.language)
    begin(Step.READING)
    found = find_signed_in(database, one.board_id, one.person_id)
    if found is None:
        raise Refused(Reason("role_gone"))
    report = report_content(found[0], database, at, as_of, choice, hindsight=one.asked["hindsight"])
    whole = whole_report(found[0], report, at, choice, begin)
    begin(Step.KEEPING)
    keep_report(found[0], database, at, whole, together=end)


def _end(database: Database, one: Task, reasons: tuple[Reason, ...]) -> None:
    with database.beside(one.board_id) as connection:
        set_step(connection, one, Step.REFUSED, [_plain(reason) for reason in reasons])


def _plain(reason: Reason) -> dict[str, Any]:
    values = {name: one if isinstance(one, str | int | float) else str(one) for name, one in reason.values.items()}
    return {"code": reason.code, "field": reason.field, "values": values}


FILE_TYPES: Final[Mapping[str, str]] = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
