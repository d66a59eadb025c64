"""Bring the database to the schema this version of the product needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from planning.core.database import Database
from planning.core.paths import ROOT
from planning.core.refusal import Reason, Refused
from planning.core.sqlite import WRITES_AT_ONCE

VERSION_TABLE: Final = "alembic_version"
"""Where Alembic keeps which schema a database has."""
_LOCK: Final = 0x566C6F6F74  # of PostgreSQL's advisory locks the one for migrating
_PATIENCE: Final = 600  # seconds to wait for whoever migrates a large database
_LAST_WITH_ALL_NINE: Final = "53b4fb1"
"""The last version that had the nine migrations of which 0009 is now the sum."""


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "planning" / "core" / "migrations"))
    return config


def migrate(database: Database) -> None:
    """Upgrade to the newest schema; does nothing where it is there already. Raises Refused where we cannot.

    Of several that begin at once, one migrates; the others wait for it and then find all done.
    """
    config = _config()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    with _alone(database), database.engine.connect() as connection:
        if database.engine.dialect.name == "sqlite":
            connection.execution_options(**{WRITES_AT_ONCE: True})
            (usual,) = connection.connection.execute("PRAGMA busy_timeout").fetchone()
            connection.connection.execute(f"PRAGMA busy_timeout={_PATIENCE * 1000}")
        found = _revision(connection)
        if found is not None and found not in known:
            raise Refused(Reason("schema_unknown", None, {"found": found, "commit": _LAST_WITH_ALL_NINE}))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if database.engine.dialect.name == "sqlite":
            connection.connection.execute(f"PRAGMA busy_timeout={usual}")


@contextmanager
def _alone(database: Database) -> Iterator[None]:
    """While nobody else migrates; SQLite's own lock on writing says so there."""
    if database.engine.dialect.name != "postgresql":
        yield
        return
    with database.engine.connect() as connection:
        connection.execute(sa.text("SELECT pg_advisory_lock(:key)"), {"key": _LOCK})
        try:
            yield
        finally:
            connection.execute(sa.text("SELECT pg_advisory_unlock(:key)"), {"key": _LOCK})


def grant_use(database: Database, role: str) -> None:
    """Let a role read and write rows on PostgreSQL, and nothing else: no table is its own, no policy can it change.

    Whoever owns the tables runs this after every migration. Raises Refused where there is no such role.
    """
    if database.engine.dialect.name != "postgresql":
        raise Refused(Reason("roles_on_postgresql_only"))
    with database.engine.begin() as connection:
        known = connection.execute(sa.text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": role}).scalar()
        if not known:
            raise Refused(Reason("role_unknown", None, {"role": role}))
        name = connection.dialect.identifier_preparer.quote(role)
        for statement in (
            "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {name}",
            "GRANT USAGE ON SCHEMA public TO {name}",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}",
            f"REVOKE INSERT, UPDATE, DELETE ON {VERSION_TABLE} FROM {{name}}",
        ):
            connection.exec_driver_sql(statement.format(name=name))


def passes_by_policies(database: Database) -> bool:
    """Whether PostgreSQL lets this role see every board's rows, whatever the policies say."""
    if database.engine.dialect.name != "postgresql":
        return False
    with database.engine.connect() as connection:
        asked = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
        return bool(connection.exec_driver_sql(asked).scalar())


def is_blank(database: Database) -> bool:
    """Whether nothing was ever kept here: there is no table at all."""
    return not sa.inspect(database.engine).get_table_names()


def is_current(database: Database) -> bool:
    """Whether the database has the schema of this version; read-only."""
    with database.engine.connect() as connection:
        return has_current_schema(connection)


def has_current_schema(connection: sa.Connection) -> bool:
    """Whether what this connection is open to has the schema of this version; read-only."""
    return _revision(connection) == ScriptDirectory.from_config(_config()).get_current_head()


def _revision(connection: sa.Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
