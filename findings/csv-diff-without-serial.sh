#!/usr/bin/env bash
# Libraries: csv-diff 1.2 (compares two csv files) and deepdiff 9.1.0, on two lists of devices.
# Guess: csv-diff --key=serial compares device by device; rows that share a key, or have none, are compared each
#   or refused, for the key is called a unique ID. DeepDiff(..., ignore_order=True) lets order go, not numbers: three
#   equal rows and one are different.
# Seen: of all rows with one key csv-diff keeps the last, on both sides. Six devices and three, of which the last of
#   each key are equal, are no change, exit code 0. Without --key equal rows are one row. DeepDiff says {} for three
#   equal rows and one, unless report_repetition=True.
# Why it matters: mice, screens and chargers have no serial, and a line is often copied as many times as there are. Two
#   inventories with 40 such rows and 3 are "the same", so what disappeared in a year is not asked about. Count the
#   rows for each key on both sides first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet csv-diff==1.2 deepdiff==9.1.0
cd "$folder"
cat > before.csv <<'CSV'
serial,kind,room
LT-1,laptop,1
,mouse,1
,screen,2
,screen,3
LT-2,laptop,2
LT-2,laptop,3
CSV
cat > after.csv <<'CSV'
serial,kind,room
LT-1,laptop,1
,screen,3
LT-2,laptop,3
CSV
printf 'kind,room\nscreen,2\nscreen,2\nscreen,2\n' > three.csv
printf 'kind,room\nscreen,2\n' > one.csv
with_key=$(venv/bin/csv-diff before.csv after.csv --key=serial)
without=$(venv/bin/csv-diff three.csv one.csv)
deep=$(venv/bin/python - <<'PY'
import csv

from deepdiff import DeepDiff

three, one = (list(csv.DictReader(open(name))) for name in ("three.csv", "one.csv"))
print(DeepDiff(three, one, ignore_order=True), bool(DeepDiff(three, one, ignore_order=True, report_repetition=True)))
PY
)
echo "csv-diff --key=serial, 6 devices and 3: '$with_key'"
echo "csv-diff, 3 equal rows and 1: '$without'"
echo "deepdiff, 3 equal rows and 1: $deep"
[ -z "${with_key//[[:space:]]/}" ] || { echo "changed: csv-diff sees rows that share a key" >&2; exit 1; }
[ -z "${without//[[:space:]]/}" ] || { echo "changed: csv-diff counts equal rows" >&2; exit 1; }
[ "$deep" = "{} True" ] || { echo "changed: deepdiff counts equal rows" >&2; exit 1; }
