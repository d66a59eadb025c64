"""Kill a process (SIGKILL) at a random point of what it does, and look whether that happened wholly or not at all.

Every table of the database is summed as a backup sums it. After a kill the sum is that of before, or that of the whole
act with its audit lines; a third is a fault. `python -m tests.faults` does it often and prints a table.
"""

import os
import random
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from alembic import command

from planning.core import backup, migration
from planning.core.backup import back_up, restore
from planning.core.database import ALL_BOARDS, Database
from planning.core.migration import has_current_schema, migrate
from planning.core.paths import EXAMPLES
from planning.core.people import find_person
from planning.core.rights import Person, operator
from planning.core.service import set_board
from planning.core.sqlite import driver
from planning.example.load import inventories
from planning.inventory.guidance import GONE, Guidance
from planning.inventory.service import confirm_all, preview
from planning.organisation.service import import_pupils
from planning.ratios.service import ratio_view
from planning.rounds.model import Scenario
from planning.rounds.scenario_plans import compute
from planning.rounds.service import approve, rounds_view

NOW: Final = datetime(2018, 5, 1, 10, 0, tzinfo=UTC)
BOARD: Final = "47920"
OLD_SCHEMA: Final = Path(__file__).parents[1] / "core" / "schema_0009.sql"

Act = Callable[[Database], object]
Sum = Mapping[str, tuple[int, int]]
"""Of each table its rows and the sum of their hashes."""


@dataclass(frozen=True)
class Outcome:
    """How often an act turned out how."""

    act: str
    engine: str
    kills: int
    nothing: int
    whole: int
    too_late: int  # of the whole ones, those that had ended before the kill
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Where acts are done: a fresh database as it was before, each time."""

    engine: str
    fresh: Callable[[], Database]  # with the state of before
    quiet: Callable[[Database], None] = lambda _database: None  # nothing of who was killed is at work any more


def upload(database: Database, _folder: Path) -> Act:
    """Confirm the list of a school."""
    school = next(row for row in inventories() if row["board_id"] == BOARD)
    coordinator = _somebody(database, f"ict-{school['school_id'][:4].lower()}")
    path, day = EXAMPLES / school["path"], date(2018, 4, 30)
    said = Guidance(day, of_this_school=True, rest=GONE, keep_known=False)
    found = preview(coordinator, database, school["school_id"], path.read_bytes(), path.name, day, said)
    return lambda db: confirm_all(coordinator, db, NOW, [found])


def approval(database: Database, _folder: Path) -> Act:
    """Approve a plan of rounds."""
    chair = _somebody(database, "voorzitter")
    view = rounds_view(chair, database, ratio_view(chair, database), date(2018, 5, 1))
    plans, version = compute(view, Scenario(0, "Sober")), database.data_version(BOARD)
    return lambda db: approve(chair, db, NOW, view, plans, version, reason="Besproken")


def pupil_import(_database: Database, _folder: Path) -> Act:
    """Apply a file of DUO in which every school of the board has another number."""
    lines = (EXAMPLES / "duo" / "leerlingen-2016-2017.csv").read_bytes().splitlines()
    pupils = b"\n".join([lines[0], *map(_one_pupil_more, lines[1:])])
    return lambda db: import_pupils(operator(BOARD), db, NOW, pupils, apply=True)


def backup_restore(database: Database, folder: Path) -> Act:
    """Put a backup back in which the board is called otherwise."""
    other = Database(f"sqlite:///{folder / 'other.db'}")
    back_up(database, folder / "first")
    restore(other, folder / "first")
    set_board(operator(BOARD), other, NOW, name="Uit een reservekopie")
    back_up(other, folder / "second")
    return lambda db: restore(db, folder / "second")


ACTS: Final[Mapping[str, Callable[[Database, Path], Act]]] = {
    "upload": upload,
    "approve": approval,
    "import": pupil_import,
    "restore": backup_restore,
}
"""What people do, made ready on a database like the one on which it is done."""


def killed_often(name: str, act: Act, place: Place, kills: int, chance: random.Random) -> Outcome:
    """Do an act so many times, each time killed at a random moment of the time it takes."""
    before = sums(place.fresh())
    whole, seconds = _done(act, place)
    if whole == before:
        raise AssertionError(f"{name} changes nothing")
    turned_out, faults = Counter[str](), []
    for number in range(kills):
        database = place.fresh()
        database.engine.dispose()
        ended = _kill_during(act, database, chance.uniform(0, seconds * 1.1))
        place.quiet(database)
        found = sums(database)
        if found == before:
            turned_out["nothing"] += 1
        elif found == whole:
            turned_out["whole"] += 1
            turned_out["late"] += ended
        else:
            faults.append(f"{name} {place.engine} kill {number}: {_differ(found, before)}")
        database.engine.dispose()
    return Outcome(
        name, place.engine, kills, turned_out["nothing"], turned_out["whole"], turned_out["late"], tuple(faults)
    )


def migration_killed_often(place: Place, kills: int, chance: random.Random) -> Outcome:
    """The same of a migration, which may end between two steps: the next one goes on from there to the same end."""
    whole, seconds = _done(migrate, place)
    turned_out, faults = Counter[str](), []
    for number in range(kills):
        database = place.fresh()
        database.engine.dispose()
        ended = _kill_during(migrate, database, chance.uniform(0, seconds * 1.1))
        place.quiet(database)
        with database.engine.connect() as connection:
            turned_out["whole" if has_current_schema(connection) else "nothing"] += 1
        turned_out["late"] += ended
        try:
            migrate(database)
        except Exception as error:
            faults.append(f"migrate {place.engine} kill {number}: {type(error).__name__} {str(error)[:200]}")
            continue
        if sums(database) != whole:
            faults.append(f"migrate {place.engine} kill {number}: {_differ(sums(database), whole)}")
        database.engine.dispose()
    return Outcome(
        "migrate", place.engine, kills, turned_out["nothing"], turned_out["whole"], turned_out["late"], tuple(faults)
    )


def sums(database: Database) -> Sum:
    """What every table holds, in any order."""
    found = {}
    with database.engine.connect() as connection:
        if database.url.get_backend_name() == "postgresql":
            database.limit_to(connection, "*")
        for name in sorted(sa.inspect(connection).get_table_names()):
            rows = connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
            found[name] = (len(rows), sum(hash(str(tuple(row))) for row in rows))
    return found


def sqlite_place(source: Path, target: Path) -> Place:
    """Copies of a file."""

    def fresh() -> Database:
        for old in target.parent.glob(f"{target.stem}*"):
            old.unlink()
        return Database(f"sqlite:///{shutil.copy(source, target)}")

    return Place("sqlite", fresh)


def postgresql_place(url: sa.URL, admin: sa.Engine, template: str, name: str) -> Place:
    """Copies of a database of the server, made by it."""

    def fresh() -> Database:
        with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {template} OWNER {url.username}")
        return Database(url.set(database=name))

    def quiet(_database: Database) -> None:
        """The server may be busy with the last statement of who was killed."""
        query = sa.text("SELECT count(*) FROM pg_stat_activity WHERE datname = :name")
        while True:
            with admin.connect() as connection:
                if not connection.execute(query, {"name": name}).scalar():
                    return
            time.sleep(0.01)

    return Place("postgresql", fresh, quiet)


def old_sqlite(file: Path) -> Path:
    """A database of the oldest schema that can be migrated, with rows in every table."""
    with closing(driver.connect(file)) as connection:
        connection.executescript(OLD_SCHEMA.read_text(encoding="utf-8"))
    return file


def old_postgresql(database: Database, filled: Path) -> None:
    """The same on PostgreSQL, with the rows of that file."""
    config = migration._config()
    source = Database(f"sqlite:///{filled}")
    with database.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0009")
    with source.engine.connect() as rows, database.engine.begin() as target:
        database.limit_to(target, ALL_BOARDS)
        backup._copy(rows, target, backup._tables(rows))
    database.engine.dispose()
    source.engine.dispose()


def _done(act: Act, place: Place) -> tuple[Sum, float]:
    """The whole act, done in a process like those that are killed: what it leaves, and how long it takes."""
    database = place.fresh()
    database.engine.dispose()
    started = time.monotonic()
    with _forked(act, database) as child:
        _pid, status = os.waitpid(child, 0)
    seconds = time.monotonic() - started
    if status:
        raise AssertionError(f"the act itself fails on {place.engine}")
    place.quiet(database)
    found = sums(database)
    database.engine.dispose()
    return found, seconds


def _kill_during(act: Act, database: Database, after: float) -> bool:
    """Whether it had ended by itself."""
    with _forked(act, database) as child:
        time.sleep(after)
        ended, _status = os.waitpid(child, os.WNOHANG)
        if not ended:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    return bool(ended)


@contextmanager
def _forked(act: Act, database: Database) -> Iterator[int]:
    child = os.fork()
    if child == 0:
        status = 1
        try:
            act(Database(database.url))
            status = 0
        except BaseException as error:
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
        finally:
            os._exit(status)
    yield child


def _differ(found: Sum, other: Sum) -> str:
    return ", ".join(f"{name} {found.get(name)}" for name in {**found, **other} if found.get(name) != other.get(name))


def _one_pupil_more(line: bytes) -> bytes:
    """A school's line of DUO with one more of 6 years."""
    cells = line.split(b";")
    cells[16], cells[-1] = (b"%d" % (int(cells[place]) + 1) for place in (16, -1))
    return b";".join(cells)


def _somebody(database: Database, person_id: str) -> Person:
    found = find_person(database, BOARD, person_id)
    if found is None:
        raise LookupError(person_id)
    return found
