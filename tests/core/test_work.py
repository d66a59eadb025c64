"""Work in the background: taken once, gone on with by another when its worker is killed, and forgotten in time."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from planning.core import work
from planning.core.boards import Board, add_board
from planning.core.database import Database
from planning.core.migration import migrate
from planning.core.paths import ROOT
from planning.core.retention import Terms, retain
from planning.core.rights import Person, Role
from planning.core.settings import settings
from planning.core.work_records import READY, WAITING, Task, read_tasks, set_step, task
from tests.conftest import NOW, on_server

ANNA = Person("anna", "11111", "Anna", Role.CHAIR)

WORKER = """
import sys, time
from planning.core import work
from planning.core.database import Database
sys.modules["slow"] = sys.modules["__main__"]
work.KINDS["slow"] = "slow"
work._TENDED = 1.0

def carry_out(database, task):
    from planning.core.work_records import set_step, READY
    with open(task.asked["file"], "a") as file:
        file.write("begun\\n")
    time.sleep(task.asked["seconds"])
    with database.beside(task.board_id) as connection:
        done = set_step(connection, task, READY)
    if done:
        with open(task.asked["file"], "a") as file:
            file.write("done\\n")

work.launch(Database(sys.argv[1]))
print("working", flush=True)
time.sleep(120)
"""


def asked(database: Database, file: Path, seconds: float = 1.5) -> None:
    with database.beside("11111") as connection:
        work.ask(connection, ANNA, "slow", {"file": str(file), "seconds": seconds})


def steps(database: Database) -> list[str]:
    with database.read("11111") as connection:
        return [one.step for one in read_tasks(connection, task.c.board_id == "11111")]


def until(database: Database, wanted: list[str]) -> float:
    begun = time.monotonic()
    while steps(database) != wanted and time.monotonic() - begun < 60:
        time.sleep(0.1)
    assert steps(database) == wanted
    return time.monotonic() - begun


def test_what_is_over_is_forgotten(empty_database: Database) -> None:
    add_board(empty_database, Board("11111", "Bestuur", False, None, 4.0, 0.1, 180))
    for at in (NOW, NOW - timedelta(days=8)):
        with empty_database.beside("11111") as connection:
            one = Task("11111", at.strftime("%d"), "anna", "slow", at, {})
            connection.execute(task.insert().values(**vars(one)))
            assert set_step(connection, one, READY)
            assert not set_step(connection, one, WAITING)  # over is over
    assert retain(empty_database, NOW, Terms.of(settings()))["task"] == 1
    assert steps(empty_database) == [READY]
    assert not work.is_seen(empty_database)


@pytest.mark.bench
@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_work_of_a_worker_that_is_killed_is_done_by_the_next_and_once(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = sa.make_url(f"sqlite:///{tmp_path / 'work.db'}")
    if engine == "postgresql":
        server, owner = request.getfixturevalue("postgres")
        on_server(owner.url, "CREATE DATABASE work_of_workers OWNER vlootplan")
        url = server.set(database="work_of_workers")
    database = Database(url)
    migrate(database)
    work.prepare_engine(database)
    add_board(database, Board("11111", "Bestuur", False, None, 4.0, 0.1, 180))
    file = tmp_path / "said"
    command = [sys.executable, "-c", WORKER, url.render_as_string(hide_password=False)]
    workers: list[subprocess.Popen[str]] = []

    def begin() -> subprocess.Popen[str]:
        one = subprocess.Popen(command, cwd=ROOT, env=os.environ, stdout=subprocess.PIPE, text=True)
        workers.append(one)
        assert one.stdout is not None
        assert one.stdout.readline() == "working\n"
        return one

    try:
        first = begin()
        asked(database, file)
        print(f"\n{engine}: done {until(database, [READY]):.1f} s after it was asked, of which 1.5 s work")
        asked(database, file, 3.0)
        while file.read_text().count("begun") < 2:
            time.sleep(0.05)
        first.send_signal(signal.SIGKILL)
        begin()
        print(f"{engine}: killed in the middle, done {until(database, [READY, READY]):.1f} s after the next began")
        assert file.read_text().split() == ["begun", "done", "begun", "begun", "done"]
        if engine == "postgresql":
            assert work.is_seen(database)
    finally:
        for one in workers:
            one.kill()
            one.wait()
        database.engine.dispose()
