"""The second lock, of every table: what PostgreSQL itself keeps apart, and that each of its policies is needed for it.

Made of the database's own catalogue, so that a table to come is tried as well. Each table gets a row of one board, by a
superuser and without foreign keys; then a role that policies bind reads, changes, removes and adds it. With a policy
that permits opened wide, or one that forbids dropped, something must pass that was stopped; with one that permits
dropped, something must be stopped that passed. All of it in one transaction that is undone.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
import sqlalchemy as sa
from psycopg.errors import InsufficientPrivilege

OWN, OTHER = "91111", "92222"
BOUND = ((OWN, OWN), (OTHER, OTHER), (OWN, OTHER), (OTHER, OWN))
"""Of which board a transaction is, and for whom it reads."""
MADE = {
    "character varying": f"'{OWN}'", "text": f"'{OWN}'", "integer": "1", "bigint": "1", "boolean": "false",
    "date": "'2018-05-01'", "time without time zone": "'12:00'",
    "timestamp without time zone": "'2018-05-01'", "json": "'{}'", "jsonb": "'{}'",
    "double precision": "1", "numeric": "1",
}  # fmt: skip
SHARED = "level"
"""The column by which rows of a circle are shared: there is one that is public too, which everybody reads."""
CLOSED = {"alembic_version"}  # which schema there is
POLICIES = sa.text(
    "SELECT c.relname AS table, p.polname AS name, p.polpermissive AS permits, p.polcmd AS cmd,"
    " pg_get_expr(p.polqual, p.polrelid) AS qual, pg_get_expr(p.polwithcheck, p.polrelid) AS check"
    " FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid ORDER BY 1, 2"
)
COMMANDS = {"*": "ALL", "r": "SELECT", "a": "INSERT", "w": "UPDATE", "d": "DELETE"}


@dataclass(frozen=True)
class Trial:
    """A transaction of a superuser in which a role that policies bind tries things; nothing of it stays."""

    connection: sa.Connection

    def run(self, statement: str) -> sa.CursorResult[object]:
        return self.connection.exec_driver_sql(statement)

    @contextmanager
    def undone(self) -> Iterator[None]:
        with self.connection.begin_nested() as savepoint:
            yield
            if savepoint.is_active:
                savepoint.rollback()

    def rows(self) -> dict[str, list[dict[str, str]]]:
        """Of every table a row of the first board, by column; where rows are shared, a public one as well."""
        found = self.run(
            "SELECT table_name, column_name, data_type, character_maximum_length FROM information_schema.columns"
            " WHERE table_schema = 'public' ORDER BY 1, ordinal_position"
        )
        tables: dict[str, dict[str, str]] = {}
        for table, column, kind, longest in found:
            text = f"'{OWN[:longest]}'" if longest is not None and longest < len(OWN) else MADE[kind]
            tables.setdefault(table, {})[column] = text
        shared = {policy.table for policy in self.connection.execute(POLICIES) if not policy.permits}
        public = {table: tables[table] | {SHARED: "'public'", "version": "2"} for table in shared}
        return {
            table: [made, *([public[table]] if table in public else [])]
            for table, made in tables.items()
            if table not in CLOSED
        }

    def insert(self, table: str, made: Mapping[str, str]) -> None:
        names = ", ".join(f'"{name}"' for name in made)
        self.run(f"INSERT INTO {table} ({names}) VALUES ({', '.join(made.values())})")

    def may_add(self, table: str, made: Mapping[str, str]) -> bool:
        try:
            with self.undone():
                self.insert(table, made)
        except sa.exc.IntegrityError:  # it is there already: the policy let it through
            return True
        except sa.exc.ProgrammingError as error:
            if isinstance(error.orig, InsufficientPrivilege):
                return False
            raise
        return True

    def passed(self, table: str, rows: Sequence[Mapping[str, str]]) -> set[tuple[str, str, str, str]]:
        """What a bound role gets done with the rows of the first board: (board, viewer, what, level)."""
        done = set()
        for board, viewer in BOUND:
            for name, value in (("board", board), ("viewer", viewer)):
                self.run(f"SELECT set_config('vlootplan.{name}', '{value}', true)")
            for made in rows:
                level = made[SHARED] if len(rows) > 1 else ""
                mine = f"board_id = '{OWN}'" + (f" AND {SHARED} = {level}" if level else "")
                statements = {
                    "reads": f"SELECT 1 FROM {table} WHERE {mine}",
                    "changes": f"UPDATE {table} SET board_id = board_id WHERE {mine}",
                    "removes": f"DELETE FROM {table} WHERE {mine}",
                }
                for what, statement in statements.items():
                    with self.undone():
                        if self.run(statement).rowcount > 0:
                            done.add((board, viewer, what, level))
                if self.may_add(table, made):
                    done.add((board, viewer, "adds", level))
        return done


@pytest.fixture
def trial(postgres: tuple[sa.URL, sa.Engine]) -> Iterator[Trial]:
    """A row of the first board in every table, and the role of the product."""
    with postgres[1].connect() as connection:
        made = Trial(connection)
        made.run("SET LOCAL session_replication_role = replica")  # no foreign keys: a row stands by itself
        for table, rows in made.rows().items():
            for row in rows:
                made.insert(table, row)
        yield made
        connection.rollback()


def test_of_every_table_no_row_of_another_board_passes_and_each_policy_is_needed(trial: Trial) -> None:
    policies = trial.connection.execute(POLICIES).all()
    rows = trial.rows()
    assert len(policies) >= len(rows) > 50
    trial.run("SET LOCAL ROLE vlootplan")
    passed = {table: trial.passed(table, made) for table, made in rows.items()}
    elsewhere = {
        table: foreign
        for table, done in passed.items()
        if (foreign := [one for one in done if one[0] == OTHER and one[2:] != ("reads", "'public'")])
    }
    assert elsewhere == {}
    assert [
        table for table, done in passed.items() if not {(OWN, OWN, "reads"), (OWN, OWN, "adds")} <= _own(done)
    ] == []

    needless = []
    for policy in policies:
        with trial.undone():
            trial.run("RESET ROLE")
            trial.run(f"DROP POLICY {policy.name} ON {policy.table}")
            trial.run("SET LOCAL ROLE vlootplan")
            without = wide = trial.passed(policy.table, rows[policy.table])
            if policy.permits:
                trial.run("RESET ROLE")
                trial.run(f"CREATE POLICY {policy.name} ON {policy.table} FOR {COMMANDS[policy.cmd]} USING (true)")
                trial.run("SET LOCAL ROLE vlootplan")
                wide = trial.passed(policy.table, rows[policy.table])
            stops = wide - passed[policy.table]
            permits = passed[policy.table] - without
        if not stops or (policy.cmd == "*" and not permits):  # the one of one command: tests/network/test_policies.py
            needless.append((policy.table, policy.name, stops, permits))
    assert needless == []


def _own(done: set[tuple[str, str, str, str]]) -> set[tuple[str, str, str]]:
    return {one[:3] for one in done}
