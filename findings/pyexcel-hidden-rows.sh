#!/usr/bin/env bash
# Libraries: pyexcel 0.7.6 with pyexcel-xlsx 0.6.1, on a workbook of openpyxl 3.1.5.
# Guess: hidden rows and columns are read like others (as pandas, openpyxl and calamine do), or reading them is asked.
# Seen: they are left out, silently, by default (skip_hidden_row_and_column); with False they are there. The rows that
#   follow move up.
# Why it matters: a list on which somebody left a filter or folded a column away loses devices, and row numbers in a
#   message no longer are those of the sheet.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pyexcel==0.7.6 pyexcel-xlsx==0.6.1 openpyxl==3.1.5
cd "$folder"
venv/bin/python - <<'PY'
import sys

import openpyxl
import pyexcel

book = openpyxl.Workbook()
for row in (["Serial", "Count", "Price"], ["A", 1, 300], ["B", 2, 400], ["C", 3, 500]):
    book.active.append(row)
book.active.row_dimensions[3].hidden = True
book.active.column_dimensions["C"].hidden = True
book.save("list.xlsx")
plain = pyexcel.get_array(file_name="list.xlsx")
whole = pyexcel.get_array(file_name="list.xlsx", skip_hidden_row_and_column=False)
print("by default:", plain)
print("with skip_hidden_row_and_column=False:", whole)
if plain != [["Serial", "Count"], ["A", 1], ["C", 3]] or len(whole) != 4 or len(whole[0]) != 3:
    sys.exit("changed: hidden rows and columns are no longer left out by default")
PY
