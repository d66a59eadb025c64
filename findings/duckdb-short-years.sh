#!/usr/bin/env bash
# Library: DuckDB 2.0.1 (the Python package), reading csv.
# Guess: read_csv finds that 01-05-18 and 13-06-18 are days of 2018, as it does for 01-05-2018; or leaves them as
#   text.
# Seen: dates of two digits each are year-month-day as long as every row of the file can be: 01-05-18 is 18 May 2001
#   and 13-06-18 is 18 June 2013. Only where one row cannot be (01-05-98, for no month has 98 days) the whole column
#   is day-month-year, and right.
# Why it matters: Dutch lists are full of such dates, and every device gets a date up to 30 years beside the true one
#   that is a real day. Two schools with equal lists are read in two ways, for one row of 1998. Name the format
#   (dateformat='%d-%m-%y'), or read as text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet duckdb==2.0.1
cd "$folder"
venv/bin/python - <<'PY'
import sys
from pathlib import Path

import duckdb


def read(*days, options=""):
    Path("list.csv").write_text("serial;bought\n" + "".join(f"A{place};{day}\n" for place, day in enumerate(days)))
    rows = duckdb.sql(f"SELECT typeof(bought), bought::VARCHAR FROM read_csv('list.csv'{options})").fetchall()
    return [rows[0][0], *(day for _, day in rows)]


seen = {
    "four digits": read("01-05-2018", "13-06-2018"),
    "two digits": read("01-05-18", "13-06-18"),
    "with slashes": read("01/05/18", "13/06/18"),
    "one of 1998": read("01-05-18", "13-06-18", "01-05-98"),
    "with a format": read("01-05-18", "13-06-18", options=", dateformat='%d-%m-%y'"),
}
for case, days in seen.items():
    print(f"{case}:", *days)
right = ["DATE", "2018-05-01", "2018-06-13"]
wrong = ["DATE", "2001-05-18", "2013-06-18"]
if list(seen.values()) != [right, wrong, wrong, [*right, "1998-05-01"], right]:
    sys.exit("changed: dates are read otherwise")
PY
