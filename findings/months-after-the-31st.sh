#!/usr/bin/env bash
# Libraries: pandas 3.1.1 (date_range with DateOffset(months=1)), PostgreSQL 18 (npm @electric-sql/pglite 0.5.17),
#   DuckDB 2.0.1 and R 4.2.2 (Debian 12) beside polars 2.1.0 and python-dateutil 2.9.0.post0. Needs root for apt-get
#   where R is not there.
# Guess: every month from 31 January on is 31 January, 28 February, 31 March, 30 April: each counted from the start; or
#   months without a 31st are left out, as calendars do.
# Seen: pandas, PostgreSQL (generate_series) and DuckDB count each month from the one before, so after February all are
#   on the 28th. R (seq by month) has 3 March for February and 1 May for April, so that March and May come twice and
#   the other two not at all. polars has the ends of months. dateutil's rrule leaves out the short ones, and its
#   start + relativedelta(months=n) has the ends.
# Why it matters: terms of a lease, months of a plan and dates of payment start on a 31st as often as elsewhere. A table
#   made in the database and one made in Python (start + n months) then have no row in common after the second, and
#   a join on the day leaves the rest empty. Count from the start, or make a list of firsts of months.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v Rscript > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends r-base-core
} > /dev/null 2>&1
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet pandas==3.1.1 duckdb==2.0.1 polars==2.1.0 python-dateutil==2.9.0.post0
npm install --silent --no-audit --no-fund --prefix . @electric-sql/pglite@0.5.17
cat > months.mjs <<'JS'
import { PGlite } from "@electric-sql/pglite";
const days = "select generate_series(timestamp '2018-01-31', '2018-05-31', interval '1 month')::date::text as day";
console.log((await new PGlite().query(days)).rows.map(({ day }) => day).join(" "));
JS
node months.mjs > postgres.txt
Rscript -e 'cat(format(seq(as.Date("2018-01-31"), by = "month", length.out = 5)))' > r.txt
venv/bin/python - <<'PY'
import sys
from datetime import date

import duckdb
import pandas as pd
import polars as pl
from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, rrule

start, end = date(2018, 1, 31), date(2018, 5, 31)
sql = "select unnest(generate_series(date '2018-01-31', date '2018-05-31', interval 1 month))"
seen = {
    "pandas": pd.date_range(start, end, freq=pd.DateOffset(months=1)),
    "DuckDB": [day for (day,) in duckdb.sql(sql).fetchall()],
    "polars": pl.date_range(start, end, "1mo", eager=True),
    "rrule": rrule(MONTHLY, dtstart=start, until=end),
    "relativedelta": [start + relativedelta(months=months) for months in range(5)],
}
seen = {name: " ".join(f"{day:%m-%d}" for day in days) for name, days in seen.items()}
seen["PostgreSQL"] = open("postgres.txt").read().strip().replace("2018-", "")
seen["R"] = open("r.txt").read().strip().replace("2018-", "")
for name, days in seen.items():
    print(f"{name:14} {days}")
drifts, ends = "01-31 02-28 03-28 04-28 05-28", "01-31 02-28 03-31 04-30 05-31"
wanted = {name: drifts for name in ("pandas", "DuckDB", "PostgreSQL")}
wanted |= {"polars": ends, "relativedelta": ends, "R": "01-31 03-03 03-31 05-01 05-31", "rrule": "01-31 03-31 05-31"}
for name, days in wanted.items():
    if seen[name] != days:
        sys.exit(f"changed: the months of {name} after the 31st")
PY
