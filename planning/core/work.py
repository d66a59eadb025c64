"""Work in the background that outlives whoever does it, on DBOS: killed at any moment, it goes on where it was.

Whoever asks writes a row (`planning.core.work_records`) and goes on. A worker, in the app or a process of its own,
hands each row to DBOS under the row's own key, so that it is taken once however often it is handed over. DBOS keeps
which worker is at it, and nothing of what it is about: its tables, which no policy guards, hold two keys a piece.
What is done is kept in the same transaction as the row's end, so that it is done once.
"""

import logging
import os
import socket
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime, timedelta
from importlib import import_module
from threading import Event, Lock, Thread, Timer
from typing import Any, Final
from uuid import uuid4
from zlib import crc32

import sqlalchemy as sa

from planning.core import work_records as records
from planning.core.clock import now
from planning.core.database import ALL_BOARDS, Actor, Database
from planning.core.refusal import Reason
from planning.core.retention import TASK_DAYS, Terms, retain
from planning.core.settings import settings
from planning.core.sqlite import is_file
from planning.core.work_records import Task

log: Final = logging.getLogger("vlootplan")
KINDS: Final = {"report": "planning.report.making", "mail": "planning.core.mailing", "plan": "planning.rounds.sector"}
"""Kind of work -> the module whose `carry_out(database, task)` does it; loaded when it is first asked for."""
OF_A_SECTOR: Final = frozenset({"plan"})
"""Kinds of which one asks a thousand at a time."""
NIGHTLY: Final = ("planning.inventory.check_mail",)
"""Modules whose `every_night(database, at)` asks for work; what it asked for once it does not ask again."""

_QUEUES: Final = {"tasks": 2, "sector": 4}
"""Queue -> how many pieces one worker takes at a time: a mail server that is slow holds no report up, and of a sector
a few wait ready. That has its own, so that nobody waits behind a thousand plans."""
_SCHEMA: Final = "dbos"
_LOOKED: Final = 1.0  # seconds between two looks for new work; who asks in the same process is heard at once
_TENDED: Final = 10.0  # seconds between two looks for workers that are gone
_FORGOTTEN: Final = 10_000  # pieces of work that a night forgets
_NIGHTLY: Final = "17 3 * * *"
_ALIVE: Final = 0x564C57  # of PostgreSQL's advisory locks those that workers hold while they live
_LIVING: Final = sa.text("SELECT pg_advisory_lock_shared(CAST(:alive AS int), CAST(:key AS int))")
_GIVEN_UP: Final = ("ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")

_launching: Final = Lock()
_asked: Final = Event()
_stopped: Final = Event()
_engine: "Any" = None  # DBOS, once this process is a worker


def ask(connection: sa.Connection, person: Actor, at: datetime, kind: str, asked: Mapping[str, Any]) -> Task:
    """Have something done for somebody, once this transaction is kept."""
    new = Task(person.board_id, uuid4().hex, person.person_id, kind, at, dict(asked))
    records.add_task(connection, new)
    _asked.set()
    return new


def carry_out(database: Database, board_id: str, task_id: str) -> None:
    """Do one piece of work, here and now; nothing where it is over, or let go."""
    with database.read(board_id) as connection:
        found = records.read_tasks(connection, records.one_task(board_id, task_id))
    for one in found:
        if one.step not in records.OVER:
            import_module(KINDS[one.kind]).carry_out(database, one)


def carry_out_all(database: Database) -> int:
    """Do all that is not over, one after the other; how many that were."""
    with database.read(ALL_BOARDS) as connection:
        found = records.read_tasks(connection, records.task.c.step.not_in(records.OVER))
    for one in found:
        carry_out(database, one.board_id, one.task_id)
    return len(found)


def every_night(database: Database, at: datetime) -> None:
    """What is to be asked for by the day: reminders."""
    for module in NIGHTLY:
        import_module(module).every_night(database, at)


def _waiting(database: Database) -> tuple[Task, ...]:
    with database.read(ALL_BOARDS) as connection:
        return records.read_tasks(connection, records.task.c.step == records.WAITING)


def engine_url(database: Database) -> str:
    """Where DBOS keeps what it knows: a schema beside ours in PostgreSQL, a file beside ours of SQLite."""
    url = database.url
    if is_file(url):
        url = url.set(drivername="sqlite", database=f"{url.database}.work", query={})
    return url.render_as_string(hide_password=False)


def prepare_engine(database: Database, role: str | None = None) -> None:
    """Make DBOS' tables in PostgreSQL, or bring them up to date, for the role of the app; SQLite's make themselves."""
    if database.engine.dialect.name == "postgresql":
        from dbos import DBOS

        DBOS.migrate(engine_url(database), schema=_SCHEMA, application_role=role)


def launch(database: Database) -> None:
    """Let this process do the work there is, until `stop`; nothing where it does already."""
    global _engine
    with _launching:
        if _engine is not None or _stopped.is_set():
            return
        from dbos import DBOS  # 0.2 s and 25 MB, of which a process that asks only stays free

        is_embedded = is_file(database.url)
        name = "embedded" if is_embedded else f"{socket.gethostname()}-{os.getpid()}-{uuid4().hex[:6]}"
        DBOS(
            config={
                "name": "vlootplan",
                "system_database_url": engine_url(database),
                "dbos_system_schema": None if is_embedded else _SCHEMA,
                "executor_id": name,
                "application_version": "1",  # of what a piece of work is told: an update goes on with what waits
                "run_migrations": is_embedded,
                "log_level": "WARNING",
                "sys_db_pool_size": 3,
            }
        )

        @DBOS.step(name="carry_out", retries_allowed=True, max_attempts=5, interval_seconds=2)
        def step(board_id: str, task_id: str) -> None:
            carry_out(database, board_id, task_id)

        @DBOS.workflow(name="task", max_recovery_attempts=20)
        def work(board_id: str, task_id: str) -> None:
            step(board_id, task_id)

        @DBOS.step(name="forget")
        def forget() -> None:
            log.info("retention", extra=_forget(database))

        @DBOS.step(name="ask")
        def ask_by_the_day() -> None:
            every_night(database, now())

        @DBOS.workflow(name="retention")
        def retention(_planned: Any, _context: Any) -> None:
            ask_by_the_day()
            forget()

        DBOS.launch()
        logging.getLogger("dbos").handlers.clear()  # it writes by its own
        logging.getLogger("dbos").propagate = True
        queues = ("tasks",) if is_embedded else _QUEUES  # a laptop holds no sector, and every queue is looked at
        for queue in queues:
            DBOS.register_queue(queue, worker_concurrency=_QUEUES[queue], polling_interval_sec=0.5)
        with suppress(Exception):  # there already, of another worker or the start before
            DBOS.create_schedule(schedule_name="retention", workflow_fn=retention, schedule=_NIGHTLY)
        _engine = DBOS
        if is_embedded:  # a laptop sleeps at night
            with suppress(sa.exc.OperationalError):
                every_night(database, now())
                _forget(database)
        Thread(target=_tend, args=(database, name, work), name="work", daemon=True).start()


def launch_later(database: Database, seconds: float) -> None:
    """The same after a while, so that whoever starts the app sees a screen first; what is wrong stands in the log."""

    def begin() -> None:
        try:
            launch(database)
        except Exception as error:
            log.error("no work is done in the background: %s", type(error).__name__, exc_info=error)

    starting = Timer(seconds, begin)
    starting.daemon = True
    starting.start()


def stop(patience: int = 10) -> None:
    """Take no more work and let what is under way end; what does not within `patience` seconds goes on elsewhere."""
    _stopped.set()
    _asked.set()
    with _launching:
        if _engine is not None:
            _engine.destroy(workflow_completion_timeout_sec=patience)


def is_seen(database: Database) -> bool:
    """Whether anybody does the work there is: this process, or a worker that holds its lock in PostgreSQL."""
    if _engine is not None and not _stopped.is_set():
        return True
    if database.engine.dialect.name != "postgresql":
        return False
    with database.engine.connect() as connection:
        return bool(_alive(connection))


def _forget(database: Database) -> dict[str, int]:
    """Forget what is over, here and in DBOS' own tables."""
    before = (now() - timedelta(days=TASK_DAYS)).isoformat()
    done = _engine.list_workflows(completed_before=before, load_input=False, load_output=False, limit=_FORGOTTEN)
    if done:
        _engine.delete_workflows([one.workflow_id for one in done])
    return {**retain(database, now(), Terms.of(settings())), "done": len(done)}


def _alive(connection: sa.Connection) -> set[int]:
    held = sa.text(
        "SELECT objid::bigint FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database"
        " WHERE locktype = 'advisory' AND classid = :alive AND datname = current_database()"
    )
    return set(connection.execute(held, {"alive": _ALIVE}).scalars())


def _key(executor: str) -> int:
    return crc32(executor.encode()) & 0x7FFFFFFF


def _tend(database: Database, name: str, work: Callable[[str, str], None]) -> None:
    """Hand over what waits, and take over from workers that are gone, while this process is a worker."""
    handed: set[str] = set()
    alive: sa.Connection | None = None
    tended = 0.0
    while not _stopped.is_set():
        try:
            if alive is None and database.engine.dialect.name == "postgresql":
                alive = database.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
                alive.execute(_LIVING, {"alive": _ALIVE, "key": _key(name)})
            waiting = _waiting(database)
            for one in waiting:
                if one.task_id not in handed:
                    _hand_over(one, work, "sector" if one.kind in OF_A_SECTOR and alive is not None else "tasks")
            handed = {one.task_id for one in waiting}
            if time.monotonic() - tended > _TENDED:
                tended = time.monotonic()
                if alive is not None:
                    _take_over(_alive(alive))
                _give_up(database)
        except Exception as error:  # the database is away for a while
            log.warning("work waits", exc_info=error)
            if alive is not None:
                with suppress(Exception):
                    alive.invalidate()
                    alive.close()
            alive, handed = None, set()
        _asked.wait(_LOOKED)
        _asked.clear()
    if alive is not None:
        with suppress(Exception):
            alive.invalidate()  # the lock goes with the connection
            alive.close()


def _hand_over(one: Task, work: Callable[[str, str], None], queue: str) -> None:
    from dbos import SetWorkflowID

    with SetWorkflowID(f"{one.board_id}-{one.task_id}"):
        _engine.enqueue_workflow(queue, work, one.board_id, one.task_id)


def _give_up(database: Database) -> None:
    """Say of work that is tried no more that it could not be done."""
    said = [asdict(Reason("work_given_up"))]
    for one in _engine.list_workflows(status=list(_GIVEN_UP), name="task", load_input=False, load_output=False):
        board_id, task_id = one.workflow_id[:-33], one.workflow_id[-32:]
        with database.beside(board_id) as connection:
            for left in records.read_tasks(connection, records.one_task(board_id, task_id)):
                records.set_step(connection, left, records.REFUSED, said)


def _take_over(alive: set[int]) -> None:
    """Have done what workers were at that live no more."""
    under_way = _engine.list_workflows(status="PENDING", load_input=False, load_output=False)
    gone = {one.executor_id for one in under_way if one.executor_id and _key(one.executor_id) not in alive}
    if gone:
        log.info("work taken over", extra={"workers": len(gone)})
        _engine._recover_pending_workflows(sorted(gone))
