"""A database that people filled before is carried over with everything in it, or refused in words."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from planning.core.database import Database
from planning.core.migration import is_current, migrate
from planning.core.paths import ROOT
from planning.core.refusal import Refused
from planning.core.rights import Role
from planning.core.sqlite import driver
from planning.ratios.service import from_json, published
from tests.conftest import on_server, person
from tests.core.tables import metadata

OF_NOVEMBER_2026 = Path(__file__).with_name("schema_0009.sql")
"""A database as the first nine migrations made it, with rows in every table."""


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Database]:
    with closing(driver.connect(tmp_path / "old.db")) as connection:
        connection.executescript(OF_NOVEMBER_2026.read_text(encoding="utf-8"))
    database = Database(f"sqlite:///{tmp_path / 'old.db'}")
    yield database
    database.engine.dispose()


def rows_by_table(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Every row as the file holds it."""
    with database.engine.connect() as connection:
        names = [name for name in sa.inspect(connection).get_table_names() if name != "alembic_version"]
        return {
            name: [dict(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"').mappings()]
            for name in names
        }


def test_a_database_of_before_is_carried_over_with_everything_in_it(old: Database) -> None:
    before = rows_by_table(old)
    assert (len(before), [name for name, rows in before.items() if not rows]) == (59, [])
    migrate(old)
    after = rows_by_table(old)
    carried = {name: [{key: new[key] for key in row} for row, new in zip(rows, after[name], strict=True)]
               for name, rows in before.items()}  # fmt: skip
    assert carried == before
    with old.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_what_people_did_before_is_there_for_them_after(old: Database) -> None:
    migrate(old)
    found = published(person(Role.CHAIR, board_id="47920"), old)
    assert found is not None
    assert from_json(found.figures).schools[0].name == "De Bottel"
    assert (found.as_of, found.published_at, found.published_by) == (
        date(2018, 5, 1), datetime(2018, 5, 1, 12, 0, tzinfo=UTC), "Bestuursvoorzitter",
    )  # fmt: skip


@pytest.mark.parametrize("schema", ["0005", "9999"])
def test_a_database_of_a_schema_this_version_does_not_know_is_refused_in_words(old: Database, schema: str) -> None:
    with old.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{schema}'")
    assert not is_current(old)
    before = rows_by_table(old)
    with pytest.raises(Refused, match="schema_unknown"):
        migrate(old)
    assert rows_by_table(old) == before


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_of_two_servers_that_start_at_once_one_migrates_and_the_other_waits(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = sa.make_url(f"sqlite:///{tmp_path / 'both.db'}")
    if engine == "postgresql":
        server, owner = request.getfixturevalue("postgres")
        on_server(owner.url, "CREATE DATABASE both_at_once OWNER vlootplan")
        url = server.set(database="both_at_once")
    setting = os.environ | {"VLOOTPLAN_DATABASE_URL": url.render_as_string(hide_password=False)}
    command = [sys.executable, "-m", "planning", "db", "migrate"]
    both = [subprocess.Popen(command, cwd=ROOT, env=setting, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [(one.communicate()[1], one.returncode) for one in both] == [("", 0), ("", 0)]
    database = Database(url)
    assert is_current(database)
    database.engine.dispose()
