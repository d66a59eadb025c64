"""Who acts in the example: people of its own board, by their key."""

from typing import Final

from planning.core.database import Database
from planning.core.people import find_person
from planning.core.rights import Person

BOARD: Final = "47920"


def somebody(database: Database, person_id: str) -> Person:
    """A person of the board. Raises LookupError."""
    found = find_person(database, BOARD, person_id)
    if found is None:
        raise LookupError(person_id)
    return found
