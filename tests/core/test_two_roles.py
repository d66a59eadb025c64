"""Two roles in PostgreSQL: one owns the tables and migrates, the other works with rows and can take no lock away."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from psycopg.errors import InsufficientPrivilege

from planning.core.boards import Board, add_board
from planning.core.database import Database
from planning.core.database import board as board_table
from planning.core.migration import grant_use, is_current, migrate, passes_by_policies
from planning.core.refusal import Refused
from planning.core.rights import Person, Role, operator
from planning.core.service import people, save_person
from tests.conftest import NOW, on_server

APP = "vlootplan_app"


@pytest.fixture(scope="module")
def app_database(postgres: tuple[sa.URL, sa.Engine]) -> Iterator[Database]:
    """Two boards in a database that another role made, opened as the role of the app."""
    url, owner = postgres
    on_server(owner.url, f"CREATE ROLE {APP} LOGIN PASSWORD '{APP}'")
    on_server(owner.url, "CREATE DATABASE two_roles OWNER vlootplan")
    made = Database(url.set(database="two_roles").render_as_string(hide_password=False))
    migrate(made)
    with pytest.raises(Refused, match="role_unknown"):
        grant_use(made, "niemand")
    grant_use(made, APP)
    made.engine.dispose()
    database = Database(url.set(database="two_roles", username=APP, password=APP).render_as_string(hide_password=False))
    for board_id in ("11111", "22222"):
        add_board(database, Board(board_id, f"Bestuur {board_id}", False, None, 4.0, 0.1, 180))
        save_person(operator(board_id), database, NOW, Person("anna", board_id, "Anna", Role.ADMINISTRATOR))
    yield database
    database.engine.dispose()


def test_the_role_of_the_app_does_all_that_the_product_does(app_database: Database) -> None:
    assert [one.board_id for one in people(operator("11111"), app_database)] == ["11111"]
    assert is_current(app_database)
    assert not passes_by_policies(app_database)


def test_a_role_that_passes_by_policies_is_told_apart(postgres: tuple[sa.URL, sa.Engine]) -> None:
    superuser = Database(postgres[1].url)
    assert passes_by_policies(superuser)
    superuser.engine.dispose()


def test_the_role_of_the_app_sees_one_board_at_a_time(app_database: Database) -> None:
    with app_database.read("11111") as connection:
        assert connection.execute(sa.select(board_table.c.board_id)).scalars().all() == ["11111"]
    with app_database.engine.connect() as connection:
        assert connection.execute(sa.select(board_table.c.board_id)).scalars().all() == []


@pytest.mark.parametrize(
    "statement",
    ["DROP POLICY one_board ON person", "ALTER POLICY one_board ON person USING (true)",
     "ALTER TABLE person DISABLE ROW LEVEL SECURITY", "ALTER TABLE person NO FORCE ROW LEVEL SECURITY",
     "TRUNCATE person", "DROP TABLE person", "CREATE TABLE mine (x integer)", "SET ROLE vlootplan",
     "SET session_replication_role = replica", "UPDATE alembic_version SET version_num = '0009'",
     f"ALTER ROLE {APP} BYPASSRLS"],
)  # fmt: skip
def test_the_role_of_the_app_takes_no_lock_away(app_database: Database, statement: str) -> None:
    with app_database.engine.connect() as connection, pytest.raises(sa.exc.ProgrammingError) as refused:
        connection.exec_driver_sql(statement)
    assert isinstance(refused.value.orig, InsufficientPrivilege)
