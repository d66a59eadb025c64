#!/usr/bin/env bash
# Tool: xlsx2csv 0.8.6.
# Guess: a count of 12 in a cell with the format 0" dagen" (twelve days, an amount with its unit) comes out as 12 or as
#   "12 dagen".
# Seen: it comes out as the format itself with a piece of a date in it, 0" 11agen": the d of the word is taken for the
#   day of a date and the 0 is never filled in. 0" st." gives 0" st.", whatever the cell holds. With the space
#   outside the quotes, 0 "jaar", the number comes out.
# Why it matters: Excel lists keep amounts with their unit this way. Lists that went through this converter have lost
#   every number of that column; a csv with quotes and 0 in a column of counts should be refused, not read as 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet xlsx2csv==0.8.6 XlsxWriter==3.3.1
cd "$folder"
venv/bin/python - <<'PY'
import xlsxwriter

with xlsxwriter.Workbook("list.xlsx") as book:
    sheet = book.add_worksheet()
    cells = ((12, '0" dagen"'), (12, '0" st."'), (3, '0" st."'), (4, '0 "jaar"'), (12, "0"))
    for row, (number, shown) in enumerate(cells):
        sheet.write(row, 0, number, book.add_format({"num_format": shown}))
PY
venv/bin/xlsx2csv --delimiter tab list.xlsx | tee seen.csv
venv/bin/python - <<'PY'
import csv
import sys

with open("seen.csv", newline="") as lines:
    seen = [row[0] for row in csv.reader(lines, delimiter="\t")]
if seen != ['0" 11agen"', '0" st."', '0" st."', "4", "12"]:
    sys.exit(f"changed: a number with its unit in the format comes out otherwise: {seen}")
PY
