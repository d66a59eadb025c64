"""Bring the database to the schema this version of the product needs."""

from typing import Final

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from planning.core.database import Database
from planning.core.paths import ROOT

VERSION_TABLE: Final = "alembic_version"
"""Where Alembic keeps which schema a database has."""


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "planning" / "core" / "migrations"))
    return config


def migrate(database: Database) -> None:
    """Upgrade to the newest schema; does nothing where it is there already."""
    config = _config()
    with database.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_current(database: Database) -> bool:
    """Whether the database has the schema of this version; read-only."""
    with database.engine.connect() as connection:
        return has_current_schema(connection)


def has_current_schema(connection: sa.Connection) -> bool:
    """Whether what this connection is open to has the schema of this version; read-only."""
    found = MigrationContext.configure(connection).get_current_revision()
    return found == ScriptDirectory.from_config(_config()).get_current_head()
