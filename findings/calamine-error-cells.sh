#!/usr/bin/env bash
# Libraries: python-calamine 0.9.1 beside openpyxl 3.1.5, on a workbook of XlsxWriter 3.3.1.
# Guess: a cell that shows #N/A (a VLOOKUP that found nothing) comes as the text "#N/A", as openpyxl gives it, or as a
#   value of its own; at any rate it differs from a cell that holds nothing.
# Seen: python-calamine gives "" for every error, exactly as for a cell that holds nothing, and raises nothing. openpyxl
#   gives "#N/A" and "#DIV/0!" from the same file.
# Why it matters: in inventories the count or the school is often looked up from another sheet. A look-up that failed
#   then reads as "nothing filled in" and nothing can be asked about it. To tell them apart one must look into the XML.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-calamine==0.9.1 openpyxl==3.1.5 XlsxWriter==3.3.1
cd "$folder"
venv/bin/python - <<'PY'
import sys

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

with xlsxwriter.Workbook("list.xlsx") as book:
    sheet = book.add_worksheet("Devices")
    sheet.write_row(0, 0, ["Serial", "School", "Count"])
    sheet.write_formula(1, 0, '="A"&1', None, "A1")
    sheet.write_formula(1, 1, "=VLOOKUP(9,A1:C3,2,0)", None, "#N/A")
    sheet.write_formula(1, 2, "=10/D2", None, "#DIV/0!")
    sheet.write_row(2, 0, ["A2", None, 3])

calamine = CalamineWorkbook.from_path("list.xlsx").get_sheet_by_index(0).to_python()
rows = openpyxl.load_workbook("list.xlsx", data_only=True).active
print("calamine:", calamine[1:])
print("openpyxl:", [[cell.value for cell in row] for row in rows][1:])
if calamine[1:] != [["A1", "", ""], ["A2", "", 3.0]] or rows["B2"].value != "#N/A":
    sys.exit("changed: calamine no longer gives an error as an empty cell")
PY
