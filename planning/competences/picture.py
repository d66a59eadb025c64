"""Wanted against present level: cells, gaps and changes, all worked out from released figures only; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from planning.competences.disclosure import ReleasedScan
from planning.core.text import name_key
from planning.organisation.records import School


@dataclass(frozen=True, slots=True)
class CoreCompetence:
    """A core competence as it was adopted."""

    key: str
    name: str
    source: str
    points: int
    wanted: int
    visions: tuple[str, ...]  # the statements it serves, in words


@dataclass(frozen=True, slots=True)
class CompetenceSet:
    """The core competences of a board from a date on; frozen."""

    version: int
    adopted_on: date
    adopted_at: datetime
    adopted_by: str
    scale: str
    members: tuple[CoreCompetence, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A school on a competence. `state`: shown, too_small (held, by too few), or none (no scan, or not asked)."""

    school_id: str
    key: str
    state: str
    level: float | None = None
    gap: float | None = None  # levels still to go; below 0 where the school is past the wanted level
    change: float | None = None  # since the school's scan before; None where there was none


@dataclass(frozen=True, slots=True)
class Gap:
    """A competence over the schools that can be shown; every school weighs the same."""

    member: CoreCompetence
    shown: int  # schools
    too_small: int
    level: float | None
    gap: float | None
    at_wanted: int  # shown schools at or above the wanted level
    change: float | None  # mean over the schools that can be compared with their scan before
    compared: int  # those schools


@dataclass(frozen=True)
class Picture:
    """The core competences of a board's schools on a date."""

    as_of: date
    members: tuple[CoreCompetence, ...]
    schools: tuple[School, ...]  # by name
    last: Mapping[str, ReleasedScan]  # by school
    before: Mapping[str, ReleasedScan]

    def cell(self, school_id: str, member: CoreCompetence) -> Cell:
        """A school on a competence."""
        scan = self.last.get(school_id)
        if scan is None:
            return Cell(school_id, member.key, "none")
        level = scan.levels.get(member.key)
        if level is None:
            return Cell(school_id, member.key, "too_small" if member.key in scan.asked else "none")
        earlier = self.before.get(school_id)
        then = earlier.levels.get(member.key) if earlier else None
        return Cell(
            school_id,
            member.key,
            "shown",
            level,
            _rounded(member.wanted - level),
            None if then is None else _rounded(level - then),
        )

    def cells(self, school_id: str | None = None) -> tuple[Cell, ...]:
        """All cells, school by school in alphabetical order; of one school where one is named."""
        schools = [school for school in self.schools if school_id in (None, school.school_id)]
        return tuple(self.cell(school.school_id, member) for school in schools for member in self.members)

    def gaps(self) -> tuple[Gap, ...]:
        """The competences in the set's own order."""
        return tuple(self._gap(member) for member in self.members)

    def _gap(self, member: CoreCompetence) -> Gap:
        cells = [self.cell(school.school_id, member) for school in self.schools]
        shown = [cell for cell in cells if cell.level is not None]
        changes = [cell.change for cell in shown if cell.change is not None]
        level = _mean(cell.level for cell in shown if cell.level is not None)
        return Gap(
            member,
            len(shown),
            sum(cell.state == "too_small" for cell in cells),
            level,
            None if level is None else _rounded(member.wanted - level),
            sum((cell.level or 0) >= member.wanted for cell in shown),
            _mean(changes),
            len(changes),
        )


def picture(
    adopted: CompetenceSet | None, schools: Iterable[School], scans: Iterable[ReleasedScan], as_of: date
) -> Picture:
    """The picture on a date: of every school its last scan until then, and the one before that."""
    last: dict[str, ReleasedScan] = {}
    before: dict[str, ReleasedScan] = {}
    scale = adopted.scale if adopted else None
    for scan in sorted(scans, key=lambda one: one.scanned_on):
        if scan.scanned_on > as_of or scan.scale != scale:
            continue
        if scan.school_id in last:
            before[scan.school_id] = last[scan.school_id]
        last[scan.school_id] = scan
    by_name = tuple(sorted(schools, key=lambda school: name_key(school.name)))
    return Picture(as_of, adopted.members if adopted else (), by_name, last, before)


def set_on(sets: Sequence[CompetenceSet], as_of: date) -> CompetenceSet | None:
    """The set that holds on a date; of two adopted on one day the later."""
    held = [one for one in sets if one.adopted_on <= as_of]
    return max(held, key=lambda one: (one.adopted_on, one.version), default=None)


def largest_gap(gaps: Sequence[Gap]) -> Gap | None:
    """The competence that is furthest below its wanted level; None where nothing is shown or nothing is short."""
    short = [one for one in gaps if one.gap is not None and one.gap > 0]
    return max(short, key=lambda one: one.gap or 0, default=None)


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return _rounded(sum(found) / len(found)) if found else None


def _rounded(value: float) -> float:
    return round(value, 2) + 0.0  # no -0.0
