#!/usr/bin/env bash
# Libraries: pandas 3.1.1 with odfpy 1.4.1 and with python-calamine 0.9.1, on one cell of an ods and of an xlsx.
# Guess: an amount of time of 30 hours (format [h]:mm) is a timedelta in each of the three, as 9 hours are.
# Seen: from xlsx calamine gives a timedelta. From ods it gives 9:30 hours as the time 09:30 and 30 hours as the text
#   "PT30H00M00S". With engine="odf" pandas makes a time of day of it, and refuses to read any cell of the workbook:
#   "hour must be in 0..23".
# Why it matters: hours of repair or of use per week above a list of devices. One such cell costs the whole
#   ods where pandas reads it, and puts a code in the column where calamine does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1 XlsxWriter==3.3.1
cd "$folder"
venv/bin/python - <<'PY'
import sys
from datetime import timedelta

import pandas as pd
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from python_calamine import CalamineWorkbook

with xlsxwriter.Workbook("hours.xlsx") as book:
    shown = book.add_format({"num_format": "[h]:mm"})
    book.add_worksheet().write_row(0, 0, [timedelta(hours=9, minutes=30), timedelta(hours=30)], shown)
document = OpenDocumentSpreadsheet()
table, row = Table(name="Hours"), TableRow()
for value, text in (("PT09H30M00S", "9:30"), ("PT30H00M00S", "30:00")):
    cell = TableCell(valuetype="time", timevalue=value)
    cell.addElement(P(text=text))
    row.addElement(cell)
table.addElement(row)
document.spreadsheet.addElement(table)
document.save("hours.ods")

seen = [CalamineWorkbook.from_path(name).get_sheet_by_index(0).to_python()[0] for name in ("hours.xlsx", "hours.ods")]
print("calamine, xlsx:", *seen[0], sep=" | ")
print("calamine, ods: ", *seen[1], sep=" | ")
try:
    pandas = pd.read_excel("hours.ods", engine="odf", header=None).iloc[0].tolist()
except ValueError as error:
    pandas = str(error)
print("pandas, ods:   ", pandas)
if seen[0] != [timedelta(hours=9, minutes=30), timedelta(hours=30)] or seen[1][1] != "PT30H00M00S":
    sys.exit("changed: calamine gives hours otherwise")
if "hour must be in 0..23" not in pandas:
    sys.exit("changed: pandas reads 30 hours from an ods")
PY
