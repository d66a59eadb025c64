#!/usr/bin/env bash
# Tool: csvkit 2.2.0 (agate 1.14.2).
# Guess: csvjson and the other tools infer a type per column and leave as text what does not fit; "589,50" is no number
#   in English, and a serial with zeros in front is no number at all.
# Seen: commas are dropped before a number is made, and points are decimals: in one column "589,50" becomes 58950 and
#   "1.265,00" becomes 1.265. 00123 becomes 123. 1-5-2018 becomes 5 January, unless one date of the column has a day
#   above 12; then the whole column stays text. csvstat adds the prices up without a word. --no-inference leaves all.
# Why it matters: cleaning an inventory with csvkit before the upload (or in a data pipeline) gives prices wrong by
#   factors of 100 and a thousandth, in a file that looks clean. There is --locale for the decimals and
#   --date-format for the days; neither is asked for by anything.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet csvkit==2.2.0 agate==1.14.2
cd "$folder"
cat > list.csv <<'CSV'
Serial,Price,Bought,Returned
00123,"589,50",1-5-2018,1-5-2018
00124,"1.265,00",2-6-2018,13-6-2018
CSV
venv/bin/csvjson list.csv | tee seen.json
echo
venv/bin/python - <<'PY'
import json
import sys

with open("seen.json") as file:
    first, second = json.load(file)
expected = {"Serial": 123.0, "Price": 58950.0, "Bought": "2018-01-05", "Returned": "1-5-2018"}
if first != expected or second["Price"] != 1.265:
    sys.exit("changed: csvkit reads Dutch prices, dates or serials otherwise")
PY
