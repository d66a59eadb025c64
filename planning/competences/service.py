"""What a signed-in person may read of competences and self-scans, and how a self-scan is handed in.

The kept counts do not leave this module: `disclosure.release` makes of them what may be shown, to anybody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from planning.competences import records
from planning.competences.answers import ScanCounts, UnreadColumn, read_answers, together
from planning.competences.disclosure import SMALLEST, ReleasedScan, Scan, keepable, release
from planning.competences.frameworks import Level, scales
from planning.competences.offers import Offer
from planning.competences.picture import CompetenceSet, Picture, picture, set_on
from planning.competences.template import make_form, questions, steps
from planning.competences.workshop import Competence, Idea, Vision
from planning.core.clock import board_day
from planning.core.database import Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right, require
from planning.core.service import own_board
from planning.organisation.records import School
from planning.organisation.service import find_school, schools
from planning.workbooks.apart import read_apart
from planning.workbooks.model import Problem

MOST_FILES = 60
"""Files in one scan: a file for every teacher of a large school."""


@dataclass(frozen=True)
class CompetencesView:
    """Everything the screens need, within a person's reach; read once, asked for many dates."""

    visions: tuple[Vision, ...]
    ideas: tuple[Idea, ...]
    competences: tuple[Competence, ...]
    scale: str
    sets: tuple[CompetenceSet, ...]
    offers: tuple[Offer, ...]
    schools: tuple[School, ...]
    scans: tuple[ReleasedScan, ...]  # within reach

    @property
    def levels(self) -> tuple[Level, ...]:
        """The board's scale, lowest first."""
        return scales()[self.scale]

    def set_on(self, as_of: date) -> CompetenceSet | None:
        """The core competences that hold on a date."""
        return set_on(self.sets, as_of)

    def picture(self, as_of: date) -> Picture:
        """Wanted against present level on a date."""
        return picture(self.set_on(as_of), self.schools, self.scans, as_of)

    def scans_of(self, school_id: str) -> tuple[ReleasedScan, ...]:
        """The self-scans of a school, newest first."""
        mine = [scan for scan in self.scans if scan.school_id == school_id]
        return tuple(sorted(mine, key=lambda scan: scan.scanned_on, reverse=True))


@dataclass(frozen=True)
class CompetencesProgress:
    """How far the goal "core competences of teachers" is, measured; of the schools within reach.

    Everything rests on what may be shown: scans too small to show count as held, and in nothing else.
    """

    as_of: date
    adopted_on: date | None  # since when the set holds; None before the first adoption
    ideas: int  # collected in the workshop
    competences: int  # core competences of the set
    competences_with_wanted: int  # of those, with a wanted level
    schools: int
    schools_scanned: int  # with a self-scan in the calendar year of `as_of`, until `as_of`
    pairs_shown: int  # school and competence, with a level that can be shown
    pairs_at_wanted: int  # of those, at or above the wanted level

    @property
    def share_at_wanted(self) -> float | None:
        """Share of the levels shown that are at or above the wanted one; None where none is shown."""
        return self.pairs_at_wanted / self.pairs_shown if self.pairs_shown else None


@dataclass(frozen=True)
class ScanPreview:
    """What confirming would keep: counts only. Lives in one session's memory until it is confirmed or left."""

    school_id: str
    scanned_on: date
    answers: ScanCounts
    missing: tuple[str, ...]  # names of competences that were not asked
    too_few: tuple[str, ...]  # names of competences that fewer than SMALLEST answered
    replaces: bool  # a scan of the same day is kept already

    @property
    def is_too_small(self) -> bool:
        """So few answered that only the fact of the scan is kept."""
        return self.answers.teachers < SMALLEST or len(self.too_few) == len(self.answers.asked)

    @property
    def teachers(self) -> int:
        """How many answered; told to whoever holds the file, not kept."""
        return self.answers.teachers

    @property
    def left(self) -> tuple[UnreadColumn, ...]:
        """The columns that were not read."""
        return self.answers.left

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The answers that were passed over."""
        return self.answers.problems


def competences_view(person: Person, database: Database) -> CompetencesView:
    """Vision, workshop, sets and offers of the board, and the self-scans within a person's reach."""
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        return CompetencesView(
            records.read_visions(connection, person.board_id),
            records.read_ideas(connection, person.board_id),
            records.read_competences(connection, person.board_id),
            records.read_scale(connection, person.board_id),
            records.read_sets(connection, person.board_id),
            records.read_offers(connection, person.board_id),
            schools(person, database),
            tuple(map(release, records.read_scans(connection, person.board_id, person.reach))),
        )


def progress_of(known: CompetencesView, as_of: date) -> CompetencesProgress:
    """The measured progress of the goal on a date, of the schools within reach."""
    found, adopted = known.picture(as_of), known.set_on(as_of)
    levels = [[cell for cell in found.cells(one.school_id) if cell.gap is not None] for one in found.schools]
    reached = [[cell for cell in cells if (cell.gap or 0) <= 0] for cells in levels]
    this_year = {s.school_id for s in known.scans if s.scanned_on.year == as_of.year and s.scanned_on <= as_of}
    return CompetencesProgress(
        as_of,
        adopted.adopted_on if adopted else None,
        len(known.ideas),
        len(found.members),
        sum(member.wanted > 0 for member in found.members),
        len(found.schools),
        len(this_year),
        sum(map(len, levels)),
        sum(map(len, reached)),
    )


def form(person: Person, database: Database, school_id: str, as_of: date) -> bytes:
    """The self-scan of a school as a workbook to fill in. Raises Refused before a set is adopted."""
    require(person, Right.CONTRIBUTE, school_id)
    adopted = _adopted(person, database, as_of)
    return make_form(find_school(person, database, school_id).name, adopted, scales()[adopted.scale])


def read_scan(
    person: Person,
    database: Database,
    at: datetime,
    school_id: str,
    files: Sequence[tuple[str, bytes]],
    scanned_on: date,
) -> ScanPreview:
    """What filled-in forms of a school hold, in counts; the files themselves are not needed any more.

    `files` are (name, bytes): one list of all, or a file for every teacher. Raises Refused and FileRefused.
    """
    require(person, Right.CONTRIBUTE, school_id)
    adopted = _adopted(person, database, scanned_on)
    refuse(_date_reasons(scanned_on, board_day(own_board(person, database), at)))
    if len(files) > MOST_FILES:
        raise Refused(Reason("too_many_files", None, {"n": MOST_FILES}))
    asking, levels = questions(adopted), steps(scales()[adopted.scale])
    answers = together([read_apart(read_answers, content, name, asking, levels) for name, content in files])
    if not answers.teachers:
        raise Refused(Reason("scan_without_answers"))
    return _preview(person, database, school_id, adopted, answers, scanned_on)


def confirm_scan(person: Person, database: Database, at: datetime, found: ScanPreview) -> ReleasedScan:
    """Keep the counts of a self-scan; of one too small only that it was held. Returns what may be shown of it."""
    require(person, Right.CONTRIBUTE, found.school_id)
    school = find_school(person, database, found.school_id)
    adopted = _adopted(person, database, found.scanned_on)
    counts = {} if found.is_too_small else keepable(found.answers.counts)
    scan = Scan(found.school_id, found.scanned_on, adopted.scale, found.answers.asked, counts)
    with database.change(person, at) as change:
        records.write_scan(change, scan)
        told = release(scan)
        # the log tells no more than a screen: a bound, no counts
        change.log("self_scan", school.name, None, _scan_facts(told))
    return told


def remove_scan(person: Person, database: Database, at: datetime, school_id: str, scanned_on: date) -> None:
    """Take a self-scan away, with its counts. Raises Refused where there is none."""
    require(person, Right.CONTRIBUTE, school_id)
    school = find_school(person, database, school_id)
    with database.change(person, at) as change:
        kept = records.read_scans(change.connection, person.board_id, frozenset({school_id}))
        before = next((release(scan) for scan in kept if scan.scanned_on == scanned_on), None)
        if before is None:
            raise Refused(Reason("scan_gone", None, {"day": scanned_on}))
        records.remove_scan(change, school_id, scanned_on)
        change.log("self_scan", school.name, _scan_facts(before), None)


def _adopted(person: Person, database: Database, as_of: date) -> CompetenceSet:
    with database.read(person.board_id) as connection:
        found = set_on(records.read_sets(connection, person.board_id), as_of)
    if found is None:
        raise Refused(Reason("nothing_adopted", None, {"day": as_of}))
    return found


def _date_reasons(scanned_on: date, today: date) -> list[Reason]:
    if scanned_on <= today:
        return []
    return [Reason("scan_to_come", "scanned_on", {"day": scanned_on})]


def _preview(
    person: Person, database: Database, school_id: str, adopted: CompetenceSet, answers: ScanCounts, scanned_on: date
) -> ScanPreview:
    with database.read(person.board_id) as connection:
        kept = records.read_scans(connection, person.board_id, frozenset({school_id}))
    enough = keepable(answers.counts)
    return ScanPreview(
        school_id,
        scanned_on,
        answers,
        tuple(one.name for one in adopted.members if one.key not in answers.asked),
        tuple(one.name for one in adopted.members if one.key in answers.asked and one.key not in enough),
        any(scan.scanned_on == scanned_on for scan in kept),
    )


def _scan_facts(told: ReleasedScan) -> Mapping[str, object]:
    return {"day": told.scanned_on.isoformat(), "at_least": told.teachers, "questions": len(told.asked)}
