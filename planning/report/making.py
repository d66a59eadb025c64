"""Reports made in the background: whoever asks for one goes on, and is told how far it is.

One thread makes them, one after the other. The work takes about a second of processor time for twenty schools; another
engine, a process apart or another machine, can take the place of `_POOL.submit` here, and nothing else changes.
"""

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from threading import Lock
from typing import Final

from planning.core.database import Database
from planning.core.refusal import Reason, Refused
from planning.core.rights import NotAllowed, Person
from planning.core.translation import use_language
from planning.report.choice import ReportChoice, put_in_order
from planning.report.model import Report, to_json
from planning.report.records import ReportVersion, WholeReport
from planning.report.service import keep_report, report_content

MOST_WAITING: Final = 2
"""Reports of one board that are made or wait at a time."""
_log: Final = logging.getLogger("vlootplan")
_POOL: Final = ThreadPoolExecutor(1, "report")
_lock: Final = Lock()
_makings: "Final[list[Making]]" = []


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


@dataclass
class Making:
    """A report on its way; one thread writes it, others look."""

    person: Person
    choice: ReportChoice
    step: Step = Step.WAITING
    version: ReportVersion | None = None  # once it is ready
    reasons: tuple[Reason, ...] = field(default_factory=tuple)  # why there is none
    is_unwanted: bool = False

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
    """Whoever asked for it let it go."""


def make(
    person: Person, database: Database, at: datetime, as_of: date, choice: ReportChoice, *, hindsight: bool = False
) -> Making:
    """Begin to make a report and return at once. Raises Refused where too many of the board are under way."""
    making = Making(person, put_in_order(choice))
    with _lock:
        mine = [one for one in _makings if one.person.board_id == person.board_id and not one.is_over]
        if len(mine) >= MOST_WAITING:
            raise Refused(Reason("reports_wait"))
        _makings.append(making)
    _POOL.submit(_work, making, database, at, as_of, hindsight)
    return making


def makings_of(person: Person) -> tuple[Making, ...]:
    """What this person asked for and has not been told the end of."""
    with _lock:
        same = (person.board_id, person.person_id)
        return tuple(one for one in _makings if (one.person.board_id, one.person.person_id) == same)


def let_go(making: Making) -> None:
    """Forget a report: its end was told, or nobody wants it any more. What is kept by then stays."""
    with _lock:
        making.is_unwanted = True
        if making in _makings:
            _makings.remove(making)


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


def _work(making: Making, database: Database, at: datetime, as_of: date, hindsight: bool) -> None:
    def begin(step: str) -> None:
        if making.is_unwanted:
            raise _StopMaking
        making.step = Step(step)

    try:
        use_language(making.choice.language)
        begin(Step.READING)
        report = report_content(making.person, database, at, as_of, making.choice, hindsight=hindsight)
        whole = whole_report(making.person, report, at, making.choice, begin)
        begin(Step.KEEPING)
        making.version = keep_report(making.person, database, at, whole)
        making.step = Step.READY
    except _StopMaking:
        making.step = Step.REFUSED
    except Refused as refused:
        making.reasons, making.step = refused.reasons, Step.REFUSED
    except NotAllowed:
        making.reasons, making.step = (Reason("role_gone"),), Step.REFUSED
    except Exception:
        _log.exception("a report could not be made")
        making.reasons, making.step = (Reason("report_not_made"),), Step.REFUSED


FILE_TYPES: Final[Mapping[str, str]] = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
