"""The access table without the first lock: everybody may everything, and PostgreSQL alone keeps another board's rows.

Every transaction is bound to another board than the one it asks of, as if a service had forgotten to look.
"""

import pickle

import pytest
import sqlalchemy as sa

from planning.core.database import Database
from planning.core.rights import Person, Role
from tests.access.calls import CALLS
from tests.access.conftest import Trial, World
from tests.access.things import OTHER_BOARD


class Mistaken(Trial):
    """A database in which whoever asks of a board is bound to another."""

    def limit_to(self, connection: sa.Connection, board_id: str, viewer: str | None = None) -> None:
        """Bound to the other board, whatever is asked."""
        super().limit_to(connection, OTHER_BOARD, OTHER_BOARD)


@pytest.fixture
def unlocked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rights that nobody looks at: everybody may everything, of every school."""
    monkeypatch.setattr(Person, "may", lambda *_asked: True)
    monkeypatch.setattr(Person, "reach", None)


def told_by(database: Database, world: World) -> set[str]:
    """The functions whose answer names the school they are asked about."""
    told = set()
    for function, call in CALLS.items():
        try:
            answer = call(world.people[Role.ADMINISTRATOR], database, world.own)
        except Exception:
            continue
        if world.own.school.encode() in pickle.dumps(answer):
            told.add(function)
    return told


@pytest.mark.parametrize("world", ["postgresql"], indirect=True)
def test_the_database_alone_gives_nothing_of_another_board_away(world: World, unlocked: None) -> None:
    database = Mistaken(world.database.url)
    assert len(told_by(world.database, world)) > 50  # so much would be told
    assert told_by(database, world) == set()
    database.engine.dispose()
