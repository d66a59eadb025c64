#!/usr/bin/env bash
# Libraries: SheetJS (npm xlsx 0.18.5) meets python-calamine 0.9.1 and pyxlsb 1.0.10, in Excel's binary format (xlsb).
# Guess: three libraries that say they know xlsb read each other's files; where not, the reader raises an error.
# Seen: SheetJS writes a cell that follows another in its row in a short form, without its column. Both Python
#   readers pass over these records: calamine gives a sheet of one column, the first; pyxlsb a sheet of the right size
#   with nothing in it. Nothing is raised. SheetJS reads its own file whole.
# Why it matters: many web pages make their "Excel" with SheetJS. An inventory in xlsb arrives as a list of
#   serial numbers without headings for anything else, and looks like one. Refuse xlsb, or count the records first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-calamine==0.9.1 pyxlsb==1.0.10
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . xlsx@0.18.5
node - <<'JS'
const xlsx = require("xlsx");
const rows = [["Serial", "Model", "Count", "Lent"], ["00123", "ProBook", 12, true], ["5E10", "100e", 3, false]];
const book = xlsx.utils.book_new();
xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), "Devices");
xlsx.writeFile(book, "list.xlsb");
const back = xlsx.utils.sheet_to_json(xlsx.readFile("list.xlsb").Sheets.Devices, {header: 1});
console.log("SheetJS: ", JSON.stringify(back));
if (JSON.stringify(back) !== JSON.stringify(rows)) process.exit(1);
JS
venv/bin/python - <<'PY'
import sys

import pyxlsb
from python_calamine import CalamineWorkbook

calamine = CalamineWorkbook.from_path("list.xlsb").get_sheet_by_index(0).to_python()
with pyxlsb.open_workbook("list.xlsb") as book, book.get_sheet(1) as sheet:
    other = [[cell.v for cell in row] for row in sheet.rows()]
print("calamine:", calamine)
print("pyxlsb:  ", other)
if calamine != [["Serial"], ["00123"], ["5E10"]]:
    sys.exit("changed: calamine no longer leaves out the cells of short records")
if other != [[None] * 4] * 3:
    sys.exit("changed: pyxlsb no longer leaves out the cells of short records")
PY
