#!/usr/bin/env bash
# Library: python-calamine 0.9.1, on OpenDocument spreadsheets (ods).
# Guess: in the text of a cell a line break (text:line-break) and a tab (text:tab) become white space, as several spaces
#   (text:s) and a second paragraph (text:p) do.
# Seen: several spaces and a second paragraph are kept; line break and tab vanish, so the words on both sides become
#   one: "ProBook 450" above "G3" is read as "ProBook 450G3".
# Why it matters: "12 laptops" above "3 iPads" in one cell reads "12 laptops3 iPads", a serial joins what stands behind
#   it, and the names of models are no longer found. Nothing is raised, and the same list as xlsx is read rightly.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-calamine==0.9.1 odfpy==1.4.1
cd "$folder"
venv/bin/python - <<'PY'
import sys

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import LineBreak, P, S, Tab
from python_calamine import CalamineWorkbook

signs = {"spaces": S(c=2), "tab": Tab(), "line break": LineBreak(), "paragraph": None}
document = OpenDocumentSpreadsheet()
table, row = Table(name="Devices"), TableRow()
for sign in signs.values():
    cell = TableCell(valuetype="string")
    first = P(text="ProBook 450")
    cell.addElement(first)
    if sign is None:
        cell.addElement(P(text="G3"))
    else:
        first.addElement(sign)
        first.addText("G3")
    row.addElement(cell)
table.addElement(row)
document.spreadsheet.addElement(table)
document.save("list.ods")

read = dict(zip(signs, CalamineWorkbook.from_path("list.ods").get_sheet_by_index(0).to_python()[0]))
for name, text in read.items():
    print(f"{name}: {text!r}")
if read != {
    "spaces": "ProBook 450  G3",
    "tab": "ProBook 450G3",
    "line break": "ProBook 450G3",
    "paragraph": "ProBook 450\nG3",
}:
    sys.exit("changed: a tab or a line break in an ods no longer vanishes")
PY
