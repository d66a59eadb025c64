"""A sector in one PostgreSQL, made of one example board: copies of all its rows, under board numbers of their own.

The server copies by itself (INSERT … SELECT), so that no row passes through Python. Every school gets ten inventories:
of what it holds, older ones are made that no longer count.
"""

from typing import Final

import sqlalchemy as sa

from planning.core.database import ALL_BOARDS, Database

MODEL: Final = "44397"  # the board that is copied
FIRST: Final = 50000  # the number of the first copy
INVENTORIES: Final = 10
_VERSIONED: Final = ("inventory", "lot", "cohort")


def copy_boards(database: Database, boards: int) -> dict[str, int]:
    """Add so many copies of the model board; gives how many boards, schools, inventories and devices there are then."""
    with database.engine.begin() as connection:
        database.limit_to(connection, ALL_BOARDS)
        schema = sa.MetaData()
        schema.reflect(connection)
        for table in schema.sorted_tables:
            if "board_id" in table.c:
                _copy(connection, table, boards)
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
    return counts(database)


def more_inventories(database: Database) -> None:
    """Let every school of the model board have ten inventories; the older ones count no longer."""
    with database.engine.begin() as connection:
        database.limit_to(connection, ALL_BOARDS)
        schema = sa.MetaData()
        schema.reflect(connection, only=list(_VERSIONED))
        query = "SELECT school_id, max(version) FROM inventory WHERE board_id = %s GROUP BY school_id"
        for school_id, newest in connection.exec_driver_sql(query, (MODEL,)).all():
            for version in range(newest + 1, INVENTORIES + 1):
                for name in _VERSIONED:
                    _older(connection, schema.tables[name], school_id, newest, version)


def counts(database: Database) -> dict[str, int]:
    """What there is."""
    asked = {
        "boards": "SELECT count(*) FROM board",
        "schools": "SELECT count(*) FROM school",
        "inventories": "SELECT count(*) FROM inventory",
        "devices": "SELECT sum(devices) FROM (SELECT DISTINCT ON (board_id, school_id) devices FROM inventory "
        "ORDER BY board_id, school_id, holds_from DESC) AS newest",
        "megabytes": "SELECT pg_database_size(current_database()) / 1000000",
    }
    with database.engine.connect() as connection:
        database.limit_to(connection, ALL_BOARDS)
        return {name: int(connection.exec_driver_sql(query).scalar() or 0) for name, query in asked.items()}


def _copy(connection: sa.Connection, table: sa.Table, boards: int) -> None:
    quote = connection.dialect.identifier_preparer.quote
    others = [quote(column.name) for column in table.c if column.name != "board_id"]
    into, rest = ", ".join(["board_id", *others]), "".join(f", t.{name}" for name in others)
    connection.exec_driver_sql(
        f"INSERT INTO {quote(table.name)} ({into}) SELECT n::text{rest} "
        f"FROM {quote(table.name)} AS t, generate_series({FIRST}, {FIRST + boards - 1}) AS n WHERE t.board_id = %s",
        (MODEL,),
    )


def _older(connection: sa.Connection, table: sa.Table, school_id: str, newest: int, version: int) -> None:
    quote = connection.dialect.identifier_preparer.quote
    names = [quote(column.name) for column in table.c]
    days = {name: f"{name} - {version * 90}" for name in ("holds_from", "counted_on")}
    taken = ", ".join(str(version) if name == "version" else days.get(name, name) for name in names)
    connection.exec_driver_sql(
        f"INSERT INTO {quote(table.name)} ({', '.join(names)}) SELECT {taken} "
        f"FROM {quote(table.name)} WHERE board_id = %s AND school_id = %s AND version = %s",
        (MODEL, school_id, newest),
    )


def partition(database: Database, table: str, parts: int) -> None:
    """Put the rows of a table in so many parts by board, with its keys and its policy, to try whether that helps."""
    with database.engine.begin() as connection:
        database.limit_to(connection, ALL_BOARDS)
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {table}_whole")
        like = f"LIKE {table}_whole INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES"
        connection.exec_driver_sql(f"CREATE TABLE {table} ({like}) PARTITION BY HASH (board_id)")
        for part in range(parts):
            values = f"FOR VALUES WITH (MODULUS {parts}, REMAINDER {part})"
            connection.exec_driver_sql(f"CREATE TABLE {table}_{part} PARTITION OF {table} {values}")
        connection.exec_driver_sql(f"INSERT INTO {table} SELECT * FROM {table}_whole")
        connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        connection.exec_driver_sql(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        seen = "current_setting('vlootplan.board', true) IN (board_id, '*')"
        connection.exec_driver_sql(f"CREATE POLICY one_board ON {table} USING ({seen})")
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"ANALYZE {table}")
