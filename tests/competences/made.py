"""Small boards for the tests: schools, a set, scans."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from planning.competences.disclosure import Scan, keepable, release
from planning.competences.picture import CompetenceSet, CoreCompetence
from planning.competences.service import CompetencesView
from planning.organisation.records import School

AS_OF = date(2018, 5, 1)
MARCH, APRIL = date(2018, 3, 1), date(2018, 4, 1)
MEMBERS = (
    CoreCompetence("a", "Samenwerken", "own", 5, 3, ("Leren van elkaar",)),
    CoreCompetence("b", "Feedback", "own", 3, 2, ()),
)
SET = CompetenceSet(1, date(2018, 2, 1), datetime(2018, 2, 1, tzinfo=UTC), "Voorzitter", "four", MEMBERS)
SCHOOLS = tuple(School(f"00{letter}{letter}00", f"School {letter}", "Horst", "Bo") for letter in "BAC")

Counts = Mapping[str, Mapping[int, int]]


def scan(school: str, day: date, counts: Counts) -> Scan:
    """What the service would keep of these answers of school A, B or C."""
    answered = max((sum(levels.values()) for levels in counts.values()), default=0)
    kept = keepable(counts) if answered >= 5 else {}
    return Scan(f"00{school}{school}00", day, "four", frozenset(counts), kept)


def known(*scans: Scan, reach: frozenset[str] | None = None) -> CompetencesView:
    """What somebody with this reach is given."""
    mine = [one for one in scans if reach is None or one.school_id in reach]
    schools = [one for one in SCHOOLS if reach is None or one.school_id in reach]
    return CompetencesView((), (), (), "four", (SET,), (), tuple(schools), tuple(map(release, mine)))
