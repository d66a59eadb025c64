"""What the report page asks at every run, in one transaction: reports end in the background and raise no version."""

from pages.server.noting import once
from pages.server.session import open_database
from planning.core.rights import Person
from planning.report.making import Making, makings_of
from planning.report.service import ReportVersion, reports


def reports_and_makings(person: Person) -> tuple[tuple[ReportVersion, ...], tuple[Making, ...]]:
    """The reports this person may open, newest first, and those on their way that they asked for."""
    return once("reports", lambda: _both(person))


def _both(person: Person) -> tuple[tuple[ReportVersion, ...], tuple[Making, ...]]:
    database = open_database()
    with database.read(person.board_id):
        return reports(person, database), makings_of(person, database)
