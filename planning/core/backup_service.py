"""Backup and restore on the screen: by an administrator, of the whole installation, as one file.

A restore replaces what every board has; it is for local mode, in which whoever is at the computer is trusted with it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from planning.core.backup import back_up, opened, restore
from planning.core.boards import boards
from planning.core.database import ALL_BOARDS, Database, audit_line, based_on, board, data_version
from planning.core.people import person_table
from planning.core.refusal import Reason, Refused
from planning.core.rights import Person, Right, operator, require
from planning.core.settings import settings
from planning.core.text import name_key


@dataclass(frozen=True)
class BoardContents:
    """What a database holds of a board, so that a person knows it again."""

    board_id: str
    name: str
    people: int
    changes: int  # audit lines
    changed_at: datetime | None  # the last of them


def make_backup(person: Person, database: Database, at: datetime) -> bytes:
    """The whole installation as it is at this moment, as a file that `restore_backup` takes."""
    _require(person)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "backup"
        back_up(database, file)
        content = file.read_bytes()
    with database.change(person, at) as change:
        change.log("backup", person.name, None, {"bytes": len(content)})
    return content


def contents(person: Person, database: Database) -> tuple[BoardContents, ...]:
    """What the installation holds now, by board."""
    _require(person)
    with database.read(ALL_BOARDS) as connection:
        return _contents(connection)


def look_into(person: Person, database: Database, content: bytes, name: str) -> tuple[BoardContents, ...]:
    """What a backup holds, by board. Raises Refused where the file is no backup of this version, or is damaged."""
    _require(person)
    with _as_file(content, name) as file, opened(file) as (connection, _tables):
        return _contents(connection)


def restore_backup(person: Person, database: Database, at: datetime, content: bytes, name: str) -> Path | None:
    """Put a backup in the place of all that every board has; all of it, or nothing changes. Raises Refused.

    Gives where an embedded database that was replaced is kept.
    """
    _require(person)
    return restore_content(database, at, content, name)


def restore_content(database: Database, at: datetime, content: bytes, name: str) -> Path | None:
    """The same where there is no board yet, and nobody whose right it could be."""
    with database.read(ALL_BOARDS) as connection:
        before = connection.execute(sa.select(sa.func.max(data_version.c.version))).scalar() or 0
    with _as_file(content, name) as file:
        _digests, kept = restore(database, file)
    restored = boards(database)
    for one in restored:
        with database.engine.begin() as connection:  # above every version that a screen may have kept answers of
            database.limit_to(connection, one.board_id)
            raised = data_version.update().where(data_version.c.board_id == one.board_id)
            connection.execute(raised.values(version=data_version.c.version + before))
        with based_on({}), database.change(operator(one.board_id), at) as change:
            change.log("backup_restored", name[:200], None, {"boards": len(restored)})
    return kept


def _require(person: Person) -> None:
    require(person, Right.MANAGE_PEOPLE)
    if settings().mode != "local":
        raise Refused(Reason("not_in_this_mode"))


@contextmanager
def _as_file(content: bytes, name: str) -> Iterator[Path]:
    """The content as a file of our own; a refusal names the file that the person chose."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "backup"
        file.write_bytes(content)
        try:
            yield file
        except Refused as refused:
            named = [
                replace(one, values={**one.values, "file": name}) if "file" in one.values else one
                for one in refused.reasons
            ]
            raise Refused(*named) from refused


def _contents(connection: sa.Connection) -> tuple[BoardContents, ...]:
    folk = _counted(connection, person_table)
    changes = _counted(connection, audit_line)
    last = sa.select(audit_line.c.board_id, sa.func.max(audit_line.c.at))
    changed_at = dict(connection.execute(last.group_by(audit_line.c.board_id)).all())
    names = connection.execute(sa.select(board.c.board_id, board.c.name)).all()
    return tuple(
        BoardContents(key, name, folk.get(key, 0), changes.get(key, 0), changed_at.get(key))
        for key, name in sorted(names, key=lambda row: name_key(row[1]))
    )


def _counted(connection: sa.Connection, table: sa.Table) -> dict[str, int]:
    query = sa.select(table.c.board_id, sa.func.count()).group_by(table.c.board_id)
    return dict(connection.execute(query).all())
