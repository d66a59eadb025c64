#!/usr/bin/env bash
# Libraries: pandas 3.1.1 (merge), petl 1.7.30 and agate 1.14.2 (csvkit's csvjoin) beside polars 2.1.0 and DuckDB 2.0.1.
# Guess: where a serial number is not there (None) nothing is equal to it, as in SQL; devices without one are in no
#   match, or stand alone in a left join.
# Seen: pandas, petl and agate take one empty serial for equal to the other, so each device without one meets each line
#   without one: 40 mice and 30 lines of an invoice without a serial are 1,200 rows beside the one true match. polars
#   and DuckDB have the one. The manual of pandas says so, far down; a left join looks right as long as the other list
#   has one empty serial at most. pandas refuses with validate="one_to_one".
# Why it matters: mice, screens and chargers have no serial in the inventory, nor on the invoice. Sums of prices grow
#   with the product of the two, and an average hardly changes. Take the rows without a key apart before the join.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pandas==3.1.1 petl==1.7.30 agate==1.14.2 polars==2.1.0 duckdb==2.0.1
cd "$folder"
venv/bin/python - <<'PY'
import sys

import agate
import duckdb
import pandas as pd
import petl
import polars as pl

devices = [("5CD8123ABC", "laptop")] + [(None, "mouse")] * 40
invoice = [("5CD8123ABC", 589)] + [(None, 12)] * 30
left, right = ("serial", "kind"), ("serial", "price")

frames = pd.DataFrame(devices, columns=left), pd.DataFrame(invoice, columns=right)
pl_left = pl.DataFrame(devices, schema=left, orient="row")
pl_right = pl.DataFrame(invoice, schema=right, orient="row")
sql = f"""with devices(serial, kind) as (values ('5CD8123ABC', 'laptop'), {", ".join(["(null, 'mouse')"] * 40)}),
    invoice(serial, price) as (values ('5CD8123ABC', 589), {", ".join(["(null, 12)"] * 30)})
    select count(*) from devices join invoice using (serial)"""
agate_left, agate_right = agate.Table(devices, left), agate.Table(invoice, right)
seen = {
    "pandas": len(frames[0].merge(frames[1], on="serial")),
    "petl": petl.nrows(petl.join([left, *devices], [right, *invoice], key="serial")),
    "agate": len(agate_left.join(agate_right, "serial", inner=True).rows),
    "polars": pl_left.join(pl_right, on="serial").height,
    "DuckDB": duckdb.sql(sql).fetchall()[0][0],
}
print("rows of the join:", seen)
try:
    frames[0].merge(frames[1], on="serial", validate="one_to_one")
    sys.exit("changed: validate takes several empty serials")
except pd.errors.MergeError as error:
    print("validate:", str(error).splitlines()[0])
if seen != {"pandas": 1201, "petl": 1201, "agate": 1201, "polars": 1, "DuckDB": 1}:
    sys.exit("changed: which libraries take one empty serial for equal to another")
PY
