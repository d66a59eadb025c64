#!/usr/bin/env bash
# Libraries: Alembic 1.20.1 with SQLAlchemy 2.1.9, on SQLite.
# Guess: batch_alter_table makes a new table and copies the rows, as SQLite needs; its manual says that CHECK
#   constraints without a name are left out (there is a warning). The rest of the table is as before, or there is a
#   warning.
# Seen: adding one column drops, without a warning, the triggers of the table, COLLATE NOCASE of a column and of an
#   index, AUTOINCREMENT, and DESC of an index. STRICT and the WHERE of a partial index are kept.
# Why it matters: with the trigger goes the audit log of who changed what, with NOCASE the rule that a serial number
#   stands in the store once however it is typed, with AUTOINCREMENT the promise that a number is never used again. All
#   tests that build the newest table at once still pass; only stores that were migrated have lost it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet alembic==1.20.1 SQLAlchemy==2.1.9
"$folder/venv/bin/python" - <<'PY'
import sys
import warnings

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations

MADE = (
    "CREATE TABLE log (what TEXT)",
    """CREATE TABLE device (id INTEGER PRIMARY KEY AUTOINCREMENT,
        serial TEXT COLLATE NOCASE NOT NULL UNIQUE, school TEXT, gone INTEGER) STRICT""",
    "CREATE TRIGGER changed AFTER UPDATE ON device BEGIN INSERT INTO log VALUES (new.serial); END",
    "CREATE INDEX gone ON device (school) WHERE gone = 1",
    "CREATE INDEX school ON device (school COLLATE NOCASE DESC)",
)
engine = sa.create_engine("sqlite://")
with engine.begin() as connection, warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    for statement in MADE:
        connection.exec_driver_sql(statement)
    operations = Operations(MigrationContext.configure(connection))
    with operations.batch_alter_table("device", recreate="always") as batch:
        batch.add_column(sa.Column("note", sa.Text()))
    made = connection.exec_driver_sql("SELECT type, sql FROM sqlite_master WHERE sql IS NOT NULL").all()

text = "\n".join(sql for _, sql in made)
print(text)
kept = {word: word in text for word in ("TRIGGER", "NOCASE", "AUTOINCREMENT", "DESC", "STRICT", "WHERE")}
print("kept:", kept, "| warnings:", [str(warning.message) for warning in said])
if [word for word, there in kept.items() if there] != ["STRICT", "WHERE"] or said:
    sys.exit("changed: a batch keeps more of the table, or says what it drops")
PY
