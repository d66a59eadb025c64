"""The garden of the example group."""

from datetime import UTC, datetime

from planning.garden.service import meet

from planning.core.database import Database
from planning.core.rights import operator


def load(database: Database) -> None:
    """One meeting."""
    meet(operator("47920"), database, datetime(2018, 5, 1, 12, tzinfo=UTC), "De Twister")
