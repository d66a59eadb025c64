"""The store on both engines: migrations, transactions, the data version, the second guard of PostgreSQL."""

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from planning.core.boards import boards, read_board
from planning.core.database import Database, audit_line, based_on, board
from planning.core.migration import is_current, migrate
from planning.core.people import person_school
from planning.core.rights import Role
from tests.conftest import NOW, person
from tests.core.tables import metadata

ACTOR = person(Role.ADMINISTRATOR)


def test_the_migrated_schema_is_the_schema_of_the_code(empty_database: Database) -> None:
    with empty_database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_migrating_twice_changes_nothing(empty_database: Database) -> None:
    migrate(empty_database)
    assert is_current(empty_database)


def test_what_is_read_in_one_transaction_is_of_one_moment_also_further_in(database: Database) -> None:
    somebody = Database(database.url)
    with database.read("11111"):
        before = database.data_version("11111")
        with somebody.change(ACTOR, NOW) as change:
            change.log("test", "iets")
        assert database.data_version("11111") == before
    assert database.data_version("11111") == before + 1
    somebody.engine.dispose()


def test_a_read_of_another_board_is_not_part_of_the_one_around_it(database: Database) -> None:
    with database.read("11111") as around, database.read("11111") as same, database.read("22222") as other:
        assert (same is around, other is around) == (True, False)
        assert read_board(other, "22222").name == "Ander bestuur"


def test_a_change_raises_the_data_version_of_its_own_board_only(database: Database) -> None:
    with database.change(ACTOR, NOW) as change:
        change.log("test", "iets")
    assert (database.data_version("11111"), database.data_version("22222")) == (1, 0)


def test_a_change_that_no_screen_shows_leaves_the_data_version_and_its_line_follows_those_of_that_version(
    database: Database,
) -> None:
    with database.change(ACTOR, NOW) as change:
        change.log("test", "iets")
        change.log("test", "nog iets")
    for subject in ("rapport", "nog een rapport"):
        with database.change(ACTOR, NOW, is_shown=False) as change:
            change.log("report", subject)
    with database.read("11111") as connection:
        lines = connection.execute(sa.select(audit_line.c.version, audit_line.c.line, audit_line.c.subject)).all()
    assert sorted(map(tuple, lines)) == [
        (1, 1, "iets"), (1, 2, "nog iets"), (1, 3, "rapport"), (1, 4, "nog een rapport"),
    ]  # fmt: skip
    assert database.data_version("11111") == 1


def test_a_form_that_was_open_meanwhile_is_not_told_of_a_change_that_no_screen_shows(database: Database) -> None:
    with based_on({"11111": 0}):
        with database.change(ACTOR, NOW, is_shown=False) as change:
            change.log("report", "rapport")
        with database.change(ACTOR, NOW) as change:
            change.log("test", "iets")
    assert database.data_version("11111") == 1


def test_a_change_that_no_screen_shows_needs_an_audit_line_as_well(database: Database) -> None:
    with database.change(ACTOR, NOW) as change:
        change.log("test", "iets")
    with pytest.raises(RuntimeError, match="audit"), database.change(ACTOR, NOW, is_shown=False):
        pass


def test_a_change_that_breaks_leaves_nothing_behind(database: Database) -> None:
    def break_halfway() -> None:
        with database.change(ACTOR, NOW) as change:
            change.log("test", "iets")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_halfway()
    assert database.data_version("11111") == 0


def test_a_change_without_an_audit_line_is_refused(database: Database) -> None:
    with pytest.raises(RuntimeError, match="audit"), database.change(ACTOR, NOW):
        pass
    assert database.data_version("11111") == 0


def test_an_audit_line_says_who_when_what_before_and_after(database: Database) -> None:
    with database.change(ACTOR, NOW) as change:
        change.log("target", "De Brink", {"pupils_per_device": 4}, {"pupils_per_device": 3})
    with database.read("11111") as connection:
        line = connection.execute(sa.select(audit_line)).one()
    assert (line.person_id, line.person_name, line.at, line.what, line.subject) == (
        "test-administrator", "Test administrator", NOW, "target", "De Brink",
    )  # fmt: skip
    assert (line.before, line.after) == ({"pupils_per_device": 4}, {"pupils_per_device": 3})


def test_all_boards_are_known_to_the_sign_in_screen(database: Database) -> None:
    assert [b.board_id for b in boards(database)] == ["22222", "11111"]


def test_postgresql_shows_a_transaction_no_other_board(database: Database) -> None:
    if database.engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no row-level security; the queries themselves are tested on both")
    with database.read("11111") as connection:
        assert connection.execute(sa.select(board.c.board_id)).scalars().all() == ["11111"]
    with database.engine.connect() as connection:
        assert connection.execute(sa.select(board.c.board_id)).scalars().all() == []


def test_postgresql_guards_every_table(database: Database) -> None:
    if database.engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no row-level security; the queries themselves are tested on both")
    open_tables = (
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT "
        "(relrowsecurity AND relforcerowsecurity AND oid IN (SELECT polrelid FROM pg_policy))"
    )
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql(open_tables).scalars().all() == ["alembic_version"]


def test_sqlite_keeps_its_foreign_keys(database: Database) -> None:
    stray = person_school.insert().values(board_id="11111", person_id="niemand", school_id="03QE00")
    with database.change(ACTOR, NOW) as change:
        change.is_preview = True
        with pytest.raises(sa.exc.IntegrityError):
            change.connection.execute(stray)
