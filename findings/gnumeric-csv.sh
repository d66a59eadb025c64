#!/usr/bin/env bash
# Tools: ssconvert of Gnumeric 1.12.55 (Debian 12). Needs root for apt-get where Gnumeric is not there yet.
# Guess: a csv that is turned into xlsx keeps as text what is no number or date: a price as 279.- , a room 1/2, a month
#   cell jan-14. mei-18 in the same column is treated as jan-14 is.
# Seen: 279.- becomes 279 euros less than nothing (a minus behind a number counts), room 1/2 becomes 2 January and
#   jan-14 14 January of this year, 5E10 becomes fifty thousand million. mei-18, okt-14, room 3-5 and "279,-" stay text.
# Why it matters: an inventory that went through it holds negative prices, and rooms and months as days of this year: a
#   column in which dates of one year stand among texts of rooms or months was converted, and its dates are not to be
#   believed. A negative price of a device is worth a question.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v ssconvert > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends gnumeric
} > /dev/null
ssconvert --version 2>&1 | head -1
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet openpyxl==3.1.5
cd "$folder"
cat > list.csv <<'CSV'
Serial,Price,Room,Bought
5E10,279.-,1/2,jan-14
PF0D,"279,-",3-5,mei-18
CSV
LC_ALL=C.UTF-8 ssconvert list.csv list.xlsx 2> /dev/null
venv/bin/python - <<'PY'
import sys
import warnings
from datetime import date

import openpyxl

warnings.simplefilter("ignore")
rows = [[cell.value for cell in row] for row in openpyxl.load_workbook("list.xlsx").active][1:]
print(*rows, sep="\n")
first, second = rows
days = [(value.month, value.day) for value in first[2:]]
if first[:2] != [5e10, -279] or days != [(1, 2), (1, 14)] or first[2].year < date.today().year - 1:
    sys.exit("changed: Gnumeric makes other values of the first line")
if second != ["PF0D", "279,-", "3-5", "mei-18"]:
    sys.exit("changed: Gnumeric makes other values of the second line")
PY
