"""The example on each engine, with people who try everything and change nothing."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from planning.core.database import Actor, Change, Database, metadata
from planning.core.migration import migrate
from planning.core.people import find_person
from planning.core.rights import Person, Role
from planning.core.settings import settings
from planning.core.translation import use_language
from planning.rounds.service import approve
from tests.access.things import BOARD, NOW, OTHER_BOARD, SCHOOL, Things, nowhere, things
from tests.conftest import on_server

IDS = {
    Role.CHAIR: "voorzitter", Role.GROUP_ICT: "bovenschools", Role.SCHOOL_ICT: "ict-03uz", Role.ICOACH: "icoach",
    Role.PRIVACY_OFFICER: "ibp", Role.ADMINISTRATOR: "beheer", Role.READER: "gmr", Role.FACILITATOR: "netwerk",
}  # fmt: skip
IDS_ELSEWHERE = IDS | {Role.SCHOOL_ICT: "ict-03vk"}
COLLEAGUES_SCHOOL = "03QE00"


class Trial(Database):
    """A database in which every change is made and undone."""

    @contextmanager
    def change(self, person: Actor, at: datetime, *, is_shown: bool = True) -> Iterator[Change]:
        """A change that does not stay."""
        with super().change(person, at, is_shown=is_shown) as change:
            yield change
            assert change.lines or change.is_preview
            change.is_preview = True

    @contextmanager
    def beside(self, board_id: str) -> Iterator[sa.Connection]:
        """The same of what is kept beside the data."""
        with self.engine.connect() as connection:  # closing without commit undoes it
            self.limit_to(connection, board_id)
            yield connection


@dataclass(frozen=True)
class World:
    """The example with what there is to reach in it."""

    database: Trial
    people: Mapping[Role, Person]
    elsewhere: Mapping[Role, Person]  # of another board
    own: Things  # of the coordinator's school
    colleagues: Things  # of another school of the same board
    nowhere: Things


@pytest.fixture(scope="session")
def worlds() -> Iterator[dict[str, World]]:
    """By engine the example as it was made once: tests of both come in any order."""
    made: dict[str, World] = {}
    yield made
    for one in made.values():
        one.database.engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def world(
    request: pytest.FixtureRequest,
    worlds: dict[str, World],
    example_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[World]:
    """The example on an engine."""
    monkeypatch.setenv("VLOOTPLAN_SECRET_FILE", str(tmp_path_factory.getbasetemp() / "access.key"))
    settings.cache_clear()
    use_language("nl")
    if request.param not in worlds:
        file = f"sqlite:///{shutil.copy(example_file, tmp_path_factory.mktemp('access') / 'example.db')}"
        url = file if request.param == "sqlite" else _on_postgres(file, *request.getfixturevalue("postgres"))
        worlds[request.param] = _world(url)
    yield worlds[request.param]
    settings.cache_clear()


def _world(url: str) -> World:
    filled = Database(url)
    people = {role: find_person(filled, BOARD, person_id) for role, person_id in IDS.items()}
    elsewhere = {role: find_person(filled, OTHER_BOARD, person_id) for role, person_id in IDS_ELSEWHERE.items()}
    own, colleagues = things(filled, people, SCHOOL), things(filled, people, COLLEAGUES_SCHOOL)
    latest = approve(people[Role.CHAIR], filled, NOW, own.view, own.plans, filled.data_version(BOARD)).version
    version = filled.data_version(BOARD)
    own, colleagues = (replace(some, version=version, plan=latest) for some in (own, colleagues))
    filled.engine.dispose()
    return World(Trial(url), people, elsewhere, own, colleagues, nowhere(own))


def _on_postgres(file: str, url: sa.URL, owner: sa.Engine) -> str:
    """The same rows in a database of their own."""
    on_server(owner.url.set(database="postgres"), "CREATE DATABASE access OWNER vlootplan")
    address = url.set(database="access").render_as_string(hide_password=False)
    for database in (Database(address),):
        migrate(database)
        database.engine.dispose()
    source, target = sa.create_engine(file), sa.create_engine(owner.url.set(database="access"))
    with source.connect() as read, target.begin() as write:
        for table in metadata.sorted_tables:
            if rows := [row._asdict() for row in read.execute(sa.select(table))]:
                write.execute(table.insert(), rows)
    source.dispose()
    target.dispose()
    return address
