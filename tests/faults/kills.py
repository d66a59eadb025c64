"""Kill a process (SIGKILL) in the middle of what it does, and look how that turned out.

How long an act takes is measured first, from the moment at which it begins; a kill falls somewhere in that time, and
counts only where the act had not ended. `python -m tests.faults` does it often and prints a table.
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
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from alembic import command

from planning.core import backup, migration
from planning.core.backup import _NOT_KEPT
from planning.core.database import ALL_BOARDS, Database
from planning.core.sqlite import driver

OLD_SCHEMA: Final = Path(__file__).parents[1] / "core" / "schema_0009.sql"
NOTHING, WHOLE, GOES_ON = "nothing", "whole", "goes on"
TRIES: Final = 4  # times as many as are wanted, at most

Sum = Mapping[str, tuple[int, int]]
"""Of each table its rows and the sum of their hashes."""


class Half(Exception):  # noqa: N818 - what is looked for
    """Something happened by half, or its person is told what is not so."""


@dataclass(frozen=True)
class Act:
    """Something that is killed in the middle."""

    do: Callable[[Database], object]
    judge: Callable[[Database, Sum, Sum], str]
    """How it turned out, given what was there before and what there is after the whole of it. Raises Half."""
    ask: Callable[[Database], object] = lambda _database: None
    """What comes before it, each time anew."""


@dataclass(frozen=True)
class Outcome:
    """How often an act turned out how."""

    act: str
    engine: str
    kills: int  # that hit before the end
    missed: int
    turned_out: Mapping[str, int]
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Where acts are done: a fresh database as it was before, each time."""

    engine: str
    fresh: Callable[[], Database]  # with the state of before
    quiet: Callable[[Database], None] = lambda _database: None  # nothing of who was killed is at work any more


def killed_often(name: str, act: Act, place: Place, kills: int, chance: random.Random) -> Outcome:
    """Do an act until so many kills hit it before its end."""
    before, whole, seconds = _done(act, place)
    turned_out, faults, missed = Counter[str](), list[str](), 0
    while turned_out.total() + len(faults) < kills and missed < TRIES * kills:
        database = place.fresh()
        act.ask(database)
        database.engine.dispose()
        lasted = _kill_during(act.do, database, chance.uniform(0, seconds))
        place.quiet(database)
        if lasted is None:
            try:
                turned_out[act.judge(database, before, whole)] += 1
            except Half as half:
                faults.append(f"{name} {place.engine}: {half}")
        else:
            missed += 1
            seconds = min(seconds, lasted)  # aims better: a machine is not always as busy
        database.engine.dispose()
    return Outcome(name, place.engine, turned_out.total() + len(faults), missed, turned_out, tuple(faults))


def by_sums(database: Database, before: Sum, whole: Sum) -> str:
    """Every table holds what it held before, or what it holds after the whole; a third is a half."""
    if before == whole:
        raise AssertionError("the act changes nothing")
    found = sums(database)
    if found == before:
        return NOTHING
    if found == whole:
        return WHOLE
    raise Half(differ(found, before))


def sums(database: Database) -> Sum:
    """What every table that a backup keeps holds, in any order."""
    found = {}
    with database.engine.connect() as connection:
        if database.url.get_backend_name() == "postgresql":
            database.limit_to(connection, ALL_BOARDS)
        for name in sorted(set(sa.inspect(connection).get_table_names()) - _NOT_KEPT):
            rows = connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
            found[name] = (len(rows), sum(hash(str(tuple(row))) for row in rows))
    return found


def differ(found: Sum, other: Sum) -> str:
    """Which tables hold something else."""
    return ", ".join(f"{name} {found.get(name)}" for name in {**found, **other} if found.get(name) != other.get(name))


def in_a_process(do: Callable[[Database], object], database: Database) -> float:
    """Do something in a process like those that are killed; how long it took."""
    database.engine.dispose()
    with _forked(do, database) as child:
        begun = time.monotonic()
        _pid, status = os.waitpid(child, 0)
        seconds = time.monotonic() - begun
    if status:
        raise AssertionError("the act itself fails")
    return seconds


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


def _done(act: Act, place: Place) -> tuple[Sum, Sum, float]:
    """The whole act: what there was before, what it leaves, and how long it takes."""
    database = place.fresh()
    act.ask(database)
    before = sums(database)
    seconds = in_a_process(act.do, database)
    place.quiet(database)
    whole = sums(database)
    database.engine.dispose()
    return before, whole, seconds


def _kill_during(do: Callable[[Database], object], database: Database, after: float) -> float | None:
    """Kill it after so many seconds; how long it took where it had ended by itself."""
    with _forked(do, database) as child:
        begun = time.monotonic()
        while (left := begun + after - time.monotonic()) > 0:
            time.sleep(min(left, 0.005))
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                if status:
                    raise AssertionError("the act itself fails")
                return time.monotonic() - begun
        os.kill(child, signal.SIGKILL)
        _pid, status = os.waitpid(child, 0)
        return None if os.WIFSIGNALED(status) else time.monotonic() - begun


@contextmanager
def _forked(do: Callable[[Database], object], database: Database) -> Iterator[int]:
    """A process that does it; given once it is about to begin."""
    ready, begun = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            own = Database(database.url)
            with own.engine.connect() as connection:
                connection.exec_driver_sql("SELECT 1")
            os.write(begun, b".")
            do(own)
            status = 0
        except BaseException as error:
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
        finally:
            os._exit(status)
    os.close(begun)
    os.read(ready, 1)
    os.close(ready)
    yield child
