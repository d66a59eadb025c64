"""One backup for both engines: a SQLite file with every table, restorable on either, proved by rows and checksums.

What is copied is read back and compared with what was read, table by table. The tables are those of the migrated
schema itself, so that no table is forgotten because nobody imported it.
"""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any, Final

import sqlalchemy as sa
from cachetools import LRUCache, cached
from sqlalchemy.exc import DBAPIError

from planning.core.clock import now
from planning.core.database import ALL_BOARDS, Database, board
from planning.core.migration import VERSION_TABLE, has_current_schema, migrate
from planning.core.refusal import Reason, Refused
from planning.core.sqlite import driver, is_file, read_only_engine

_proof = sa.Table(  # only in a backup: what every table held when it was made
    "backup_proof",
    sa.MetaData(),
    sa.Column("table", sa.String(60), primary_key=True),
    sa.Column("rows", sa.Integer, nullable=False),
    sa.Column("checksum", sa.String(64), nullable=False),
)

_NOT_KEPT: Final = frozenset({"login_session", "task", "mail", "long_act"})
"""Nobody is signed in by a backup that is put back: who signed out since would be in again. Nor is work done again."""
_AT_ONCE: Final = 1000  # rows read and written at a time


@dataclass(frozen=True)
class Digest:
    """What proves that a table came over: its number of rows and the sum of their hashes."""

    rows: int
    checksum: str


def back_up(database: Database, file: Path) -> Mapping[str, Digest]:
    """Copy every table as it is at one moment to a new file; people may go on working. Gives what each table held.

    Raises Refused where the file exists already.
    """
    if file.exists():
        raise Refused(Reason("backup_exists", "file", {"file": str(file)}))
    with _beside(file, ".part") as part:
        copy = Database(_address(part))
        migrate(copy)
        with database.read(ALL_BOARDS) as source, copy.engine.begin() as target:
            digests = _copy(source, target, _tables(target))
            _proof.create(target)
            target.execute(
                _proof.insert(),
                [{"table": name, "rows": d.rows, "checksum": d.checksum} for name, d in digests.items()],
            )
        _leave_wal(copy)  # one file, also for whoever may read it only
        copy.engine.dispose()
        part.rename(file)
    return digests


def restore(database: Database, file: Path) -> tuple[Mapping[str, Digest], Path | None]:
    """Put a backup in the place of all that the database holds; all of it, or nothing changes.

    Gives what each table holds, and where an embedded database that was replaced is kept. Raises Refused where the file
    is no backup of this version or is damaged, where it does not fit, and where an embedded database is in use.
    """
    with opened(file) as (source, tables):
        if is_file(database.url):
            return _restore_embedded(database, source, tables)
        migrate(database)
        return _replace(database, source, tables), None


def move(source: Database, target: Database) -> Mapping[str, Digest]:
    """Take all that one database holds to another, as from SQLite to PostgreSQL; gives what each table holds there.

    By way of a backup, so that every value is read back and compared. Raises Refused where the target is the same one
    or holds a board already, and all that `restore` refuses; then the target holds nothing of it.
    """
    if source.url == target.url:
        raise Refused(Reason("moved_to_itself"))
    migrate(target)
    with target.read(ALL_BOARDS) as connection:
        if connection.execute(sa.select(sa.func.count()).select_from(board)).scalar():
            raise Refused(Reason("moved_to_a_full_one"))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "backup"
        digests = back_up(source, file)
        moved, _kept = restore(target, file)
    if moved != digests:
        raise Refused(
            Reason("table_differs", None, {"table": ", ".join(sorted(dict(moved.items() ^ digests.items())))})
        )
    return moved


def _restore_embedded(
    database: Database, source: sa.Connection, tables: Sequence[sa.Table]
) -> tuple[Mapping[str, Digest], Path | None]:
    """A new file is made beside the old one and takes its place when it is whole."""
    target = Path(str(database.url.database))
    with _beside(target, ".new") as new:
        restored = Database(_address(new))
        migrate(restored)
        digests = _replace(restored, source, tables)
        _leave_wal(restored)
        restored.engine.dispose()
        kept = _keep(database, target) if target.exists() else None
        new.replace(target)
    return digests, kept


def _keep(database: Database, target: Path) -> Path:
    """Copy the database that is to be replaced, with all that was committed to it."""
    database.engine.dispose()
    try:
        _leave_wal(database)
    except driver.Error as error:
        if "locked" in str(error):
            raise Refused(Reason("database_in_use")) from None
        # damaged, perhaps the very reason to restore: it is kept as it is
    finally:
        database.engine.dispose()
    kept = target.with_suffix(f".before-{now():%Y%m%d-%H%M%S}.db")
    shutil.copy2(target, kept)
    for suffix in ("-wal", "-shm"):  # left by a database that cannot be read; they would spoil the new one
        if (left := Path(f"{target}{suffix}")).exists():
            left.rename(f"{kept}{suffix}")
    return kept


def _leave_wal(database: Database) -> None:
    """Write everything to the file itself; fails with ‘locked’ while anybody else has it open."""
    with closing(database.engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA journal_mode=DELETE")


def _replace(database: Database, source: sa.Connection, tables: Sequence[sa.Table]) -> Mapping[str, Digest]:
    with database.engine.begin() as target:
        if _columns(source) != _columns(target):  # a table more or less would stay as it was
            raise Refused(Reason("no_backup", "file", {"file": str(source.engine.url.database)}))
        database.limit_to(target, ALL_BOARDS)
        if target.dialect.name == "postgresql":  # whoever changes something waits; whoever reads goes on
            names = ", ".join(target.dialect.identifier_preparer.format_table(table) for table in tables)
            target.execute(sa.text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))
        for table in reversed(tables):
            target.execute(table.delete())
        return _copy(source, target, tables)


def _copy(source: sa.Connection, target: sa.Connection, tables: Sequence[sa.Table]) -> dict[str, Digest]:
    """Copy the tables and read them back; raises Refused at the first that did not come over as it was."""
    digests = {}
    for table in tables:
        digest = _RowsDigest()
        try:
            for rows in _rows(source, table):
                digest.take(rows)
                target.execute(table.insert(), [dict(row._mapping) for row in rows])
            same = _digest(target, table) == digest.result()
        except DBAPIError as error:
            said = str(error.orig).strip().splitlines()[0]
            raise Refused(Reason("table_refused", None, {"table": table.name, "said": said})) from error
        if not same:
            raise Refused(Reason("table_differs", None, {"table": table.name}))
        digests[table.name] = digest.result()
    return digests


class _RowsDigest:
    """The digest of rows that come in any order: PostgreSQL and SQLite each have their own."""

    def __init__(self) -> None:
        self.rows = 0
        self.sum = 0

    def take(self, rows: Sequence[sa.Row[Any]]) -> None:
        self.rows += len(rows)
        for row in rows:
            plain = json.dumps([value if _is_plain(value) else value.isoformat() for value in row])
            self.sum += int.from_bytes(sha256(plain.encode()).digest())

    def result(self) -> Digest:
        return Digest(self.rows, f"{self.sum % 2**256:064x}")


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, (str, int, float))


def _digest(connection: sa.Connection, table: sa.Table) -> Digest:
    digest = _RowsDigest()
    for rows in _rows(connection, table):
        digest.take(rows)
    return digest.result()


def _rows(connection: sa.Connection, table: sa.Table) -> Iterator[Sequence[sa.Row[Any]]]:
    return connection.execute(sa.select(table), execution_options={"yield_per": _AT_ONCE}).partitions()


class _JsonAsWritten(sa.types.UserDefinedType[str]):
    """JSON as the text it is kept as: NULL and JSON's null stay apart, and numbers are not written anew."""

    cache_ok = True

    def column_expression(self, colexpr: sa.ColumnElement[Any]) -> sa.ColumnElement[str]:
        """Ask for the text; a driver would read it."""
        return sa.cast(colexpr, sa.Text)


def _schema(backup: sa.Connection) -> tuple[str, ...]:
    """All that made the tables of a SQLite file, but for the proof of a backup."""
    made = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> :proof ORDER BY name"
    return tuple(backup.execute(sa.text(made), {"proof": _proof.name}).scalars())


@cached(LRUCache(2), key=_schema, lock=Lock())
def _tables(backup: sa.Connection) -> tuple[sa.Table, ...]:
    """The tables of the schema, each behind those it refers to; read from the SQLite side, whose types both know.

    Of one schema they are read once: that, and putting statements of new tables in words, takes longer than copying.
    """
    schema = sa.MetaData()
    schema.reflect(backup)
    tables = tuple(t for t in schema.sorted_tables if t.name not in {VERSION_TABLE, _proof.name, *_NOT_KEPT})
    for column in (column for table in tables for column in table.c):
        column.type = _JsonAsWritten() if isinstance(column.type, sa.JSON) else column.type.as_generic()
    return tables


def _columns(connection: sa.Connection) -> dict[str, frozenset[str]]:
    """The columns of every table of the schema."""
    schema = sa.inspect(connection)
    names = set(schema.get_table_names()) - {VERSION_TABLE, _proof.name}
    return {name: frozenset(column["name"] for column in schema.get_columns(name)) for name in names}


@contextmanager
def opened(file: Path) -> Iterator[tuple[sa.Connection, Sequence[sa.Table]]]:
    """A backup and its tables, found to hold what was backed up. Raises Refused."""
    values = {"file": str(file)}
    if not file.is_file():
        raise Refused(Reason("no_backup", "file", values))
    engine = read_only_engine(file)
    try:
        with engine.connect() as connection:
            if not _is_backup(connection):
                raise Refused(Reason("no_backup", "file", values))
            if not _is_whole(connection, tables := _tables(connection)):
                raise Refused(Reason("backup_damaged", "file", values))
            yield connection, tables
    finally:
        engine.dispose()


def _is_backup(connection: sa.Connection) -> bool:
    try:
        return has_current_schema(connection) and sa.inspect(connection).has_table(_proof.name)
    except DBAPIError:  # no database at all
        return False


def _is_whole(backup: sa.Connection, tables: Sequence[sa.Table]) -> bool:
    try:
        proof = {name: Digest(rows, checksum) for name, rows, checksum in backup.execute(sa.select(_proof))}
        return proof == {table.name: _digest(backup, table) for table in tables}
    except (DBAPIError, ValueError):  # a page or a date that cannot be read
        return False


@contextmanager
def _beside(file: Path, suffix: str) -> Iterator[Path]:
    """A place to make a file until it is whole; what is left there at the end goes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    made = file.with_name(file.name + suffix)
    made.unlink(missing_ok=True)
    try:
        yield made
    finally:
        for left in (made, Path(f"{made}-wal"), Path(f"{made}-shm")):
            left.unlink(missing_ok=True)


def _address(file: Path) -> sa.URL:
    return sa.URL.create("sqlite", database=str(file))
