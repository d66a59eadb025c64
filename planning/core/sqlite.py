"""The embedded engine: which SQLite it is, and how a connection to it behaves."""

from pathlib import Path
from types import ModuleType
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.pool import NullPool, StaticPool

from planning.core.refusal import Reason, Refused

try:
    from pysqlite3 import dbapi2 as sqlite
except ImportError:  # no wheel for this machine: Python's own
    import sqlite3 as sqlite

driver: Final[ModuleType] = sqlite
"""The SQLite that opens every embedded database: one in a process, for two do not see each other's locks."""

WRITES_AT_ONCE: Final = "vlootplan_writes_at_once"
"""The execution option of a connection that nobody else may write beside."""
_MENDED: Final = ((3, 44, 6), (3, 50, 7))  # to these the mend of 3.51.3 was taken back


def is_file(url: sa.URL) -> bool:
    """Whether this is the address of an embedded database in a file."""
    return url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")


def journal_mode(version: tuple[int, int, int]) -> str:
    """How this SQLite is to write: by WAL before 3.51.3 a commit can be lost, so an older one keeps a rollback journal.

    That is slower where people write at once, and safe.
    """
    mended = version >= (3, 51, 3) or any(mend <= version < (3, mend[1] + 1, 0) for mend in _MENDED)
    return "WAL" if mended else "DELETE"


def embedded_engine(url: sa.URL, module: ModuleType = driver, **more: Any) -> sa.Engine:
    """An engine for a file, whose folder is made where there is none, or for memory; `more` is SQLAlchemy's."""
    # hide_parameters: what a statement holds, a person's words too, never reaches the log with an error
    if is_file(url):
        Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
        more |= {"connect_args": {"timeout": 15}}
    else:
        more |= {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
    engine = sa.create_engine(url, module=module, hide_parameters=True, **more)
    mode = journal_mode(module.sqlite_version_info)
    sa.event.listen(engine, "connect", lambda connection, _record: prepare(connection, mode))
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    """Begin a transaction; one that is told so takes the lock of whoever writes at once, before it reads."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITES_AT_ONCE) else "BEGIN")


def read_only_engine(file: Path) -> sa.Engine:
    """An engine that cannot change the file, nor leave anything beside it."""
    url = sa.URL.create("sqlite", database=file.absolute().as_uri(), query={"mode": "ro", "uri": "true"})
    engine = sa.create_engine(url, module=driver, poolclass=NullPool, hide_parameters=True)
    # a person may hand it in: nothing its schema says is carried out
    sa.event.listen(engine, "connect", lambda connection, _record: connection.execute("PRAGMA trusted_schema=OFF"))
    return engine


def prepare(connection: Any, journal: str) -> None:
    """Make a new connection what we rely on. Raises Refused where it would write by WAL and may not."""
    connection.isolation_level = None  # the driver's own BEGIN comes too late to hold reads together
    connection.execute("PRAGMA busy_timeout=15000")
    try:
        (found,) = connection.execute(f"PRAGMA journal_mode={journal}").fetchone()
    except driver.OperationalError as error:
        if "locked" not in str(error):
            raise
        found = "wal"  # and stays so while somebody else has the database open
    if found == "wal" and journal != "WAL":
        raise Refused(Reason("sqlite_unmended"))
    for pragma in ("foreign_keys=ON", "synchronous=NORMAL" if found == "wal" else "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
