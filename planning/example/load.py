"""Load the example group the way people would: DUO's files imported, every workbook uploaded and confirmed.

No back door: the same services, rights and audit lines as a person behind a screen.
"""

import csv
from datetime import UTC, date, datetime
from typing import Final

from planning.core.boards import Board, add_board, boards
from planning.core.clock import AMSTERDAM
from planning.core.database import Database
from planning.core.paths import EXAMPLES
from planning.core.people import find_person
from planning.core.rights import Person, Role, operator
from planning.core.service import save_person
from planning.example import (
    choices,
    competences,
    goals,
    network,
    partners,
    privacy,
    privacy_registers,
    quality_teams,
    rounds,
    systems,
)
from planning.inventory.guidance import GONE, Guidance
from planning.inventory.service import NotReady, confirm, preview
from planning.organisation.service import import_pupils, import_schools, schools, set_own_target

AS_OF: Final = date(2018, 5, 1)
BOARDS: Final = (
    Board("47920", "Dynamiek Scholengroep", True, AS_OF, 4.0, 0.10, 180),
    Board("44397", "SPOV", True, AS_OF, 4.0, 0.10, 180),
    Board("47959", "Prisma", True, AS_OF, 4.0, 0.10, 180),
)
OWN_TARGETS: Final = {"00YG00": 2.0, "03VB00": 3.0}
"""Two schools that chose otherwise: the special school 1 op 2, De Doolgaard 1 op 3."""
FOUNDED: Final = datetime(2016, 9, 1, 9, 0, tzinfo=UTC)
STAFF: Final = (
    ("voorzitter", "Bestuursvoorzitter", Role.CHAIR),
    ("bovenschools", "Bovenschools ICT-coördinator", Role.GROUP_ICT),
    ("gmr", "Lid van de GMR", Role.READER),
    ("netwerk", "Netwerkbegeleider", Role.FACILITATOR),
    ("icoach", "i-Coach", Role.ICOACH),
    ("ibp", "IBP-coördinator", Role.PRIVACY_OFFICER),
    ("beheer", "Beheerder", Role.ADMINISTRATOR),
)

LOADERS: Final = (
    goals.load,
    competences.load,
    quality_teams.load,
    privacy.load,
    privacy_registers.load,
    rounds.load,
    systems.load,
    partners.load,
    choices.load,
    network.load,
)
"""What every subject adds, once there are inventories; the teams name competences, so they come after them,
choices name statements of partners, and the network last, for it takes over figures of all."""


def is_empty(database: Database) -> bool:
    """Whether nobody set this installation up yet."""
    return not boards(database)


def load(database: Database) -> int:
    """Load the three boards of the example into an empty database; returns the number of inventories."""
    for board in BOARDS:
        add_board(database, board)
        _people_and_pupils(database, board.board_id)
    count = sum(_inventory(database, row) for row in inventories())
    for load_subject in LOADERS:
        load_subject(database)
    return count


def inventories() -> list[dict[str, str]]:
    """The workbooks of the example: board_id, school_id, counted_on, confirmed_at, path below data/examples."""
    with (EXAMPLES / "inventories.csv").open(encoding="utf-8", newline="") as file:
        return sorted(csv.DictReader(file), key=lambda row: row["confirmed_at"])


def coordinator_id(school_id: str) -> str:
    """The key of a school's ICT coordinator in the example."""
    return f"ict-{school_id[:4].lower()}"


def _people_and_pupils(database: Database, board_id: str) -> None:
    maker = operator(board_id)
    for person_id, name, role in STAFF:
        save_person(maker, database, FOUNDED, Person(person_id, board_id, name, role))
    for file in ("leerlingen-2015-2016.csv", "leerlingen-2016-2017.csv"):
        import_pupils(maker, database, FOUNDED, (EXAMPLES / "duo" / file).read_bytes(), apply=True)
    addresses = (EXAMPLES / "duo" / "hoofdvestigingen-2017.csv").read_bytes()
    import_schools(maker, database, FOUNDED, addresses, apply=True)
    for school in schools(maker, database):
        coordinator = Person(
            coordinator_id(school.school_id),
            board_id,
            f"ICT-coördinator {school.name}",
            Role.SCHOOL_ICT,
            frozenset({school.school_id}),
        )
        save_person(maker, database, FOUNDED, coordinator)
        if school.school_id in OWN_TARGETS:
            set_own_target(maker, database, FOUNDED, school.school_id, OWN_TARGETS[school.school_id])


def _inventory(database: Database, row: dict[str, str]) -> int:
    school_id, counted_on = row["school_id"], date.fromisoformat(row["counted_on"])
    person = find_person(database, row["board_id"], coordinator_id(school_id))
    if person is None:
        raise LookupError(school_id)
    path = EXAMPLES / row["path"]
    whole = Guidance(counted_on, of_this_school=True, rest=GONE, keep_known=False)
    found = preview(person, database, school_id, path.read_bytes(), path.name, counted_on, whole)
    if not found.is_ready:
        raise NotReady(f"{path.name}: {[problem.key for problem in found.reading.open_problems]}")
    confirm(person, database, datetime.fromisoformat(row["confirmed_at"]).replace(tzinfo=AMSTERDAM), found)
    return 1
