"""What somebody may do in the garden."""

from datetime import datetime

from planning.core.database import Database
from planning.core.rights import Person


def meet(person: Person, database: Database, at: datetime, where: str) -> None:
    """Hold a meeting."""
    with database.change(person, at) as change:
        change.log("garden_bed", where)
