#!/usr/bin/env bash
# Library: python-calamine 0.9.1, on OpenDocument spreadsheets (ods).
# Guess: cells that lie under a merged cell are empty, as in xlsx, where merging throws their contents away; what an ods
#   keeps there (table:covered-table-cell) no reader gives.
# Seen: calamine gives the covered text as an ordinary value beside the visible one. Nothing in the values tells that
#   nobody can see that cell.
# Why it matters: an office program may keep what was under the merged cells ("keep the contents of the hidden cells").
#   A room or count that was overwritten years ago by merging comes back in an inventory, and its owner cannot find it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-calamine==0.9.1 odfpy==1.4.1
cd "$folder"
venv/bin/python - <<'PY'
import sys

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from python_calamine import CalamineWorkbook


def filled(cell, text):
    cell.addElement(P(text=text))
    return cell


document = OpenDocumentSpreadsheet()
table, row = Table(name="Devices"), TableRow()
row.addElement(filled(TableCell(valuetype="string", numbercolumnsspanned=2), "Room 1"))
row.addElement(filled(CoveredTableCell(valuetype="string"), "12 laptops"))
row.addElement(filled(TableCell(valuetype="string"), "8 iPads"))
table.addElement(row)
document.spreadsheet.addElement(table)
document.save("list.ods")

sheet = CalamineWorkbook.from_path("list.ods").get_sheet_by_index(0)
read = sheet.to_python()
print("shown: Room 1 (over two columns), 8 iPads")
print("read: ", *read[0], sep=" | ")
if read != [["Room 1", "12 laptops", "8 iPads"]]:
    sys.exit("changed: calamine no longer gives what lies under a merged cell")
PY
