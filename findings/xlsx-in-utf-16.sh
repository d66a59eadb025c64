#!/usr/bin/env bash
# Libraries: python-calamine 0.9.1, npm exceljs 4.4.0 and read-excel-file 5.8.8 on an xlsx whose parts are in UTF-16;
#   openpyxl 3.1.5 and SheetJS (npm xlsx 0.18.5) beside them.
# Guess: the standard lets a part of an xlsx be in UTF-8 or UTF-16 (ECMA-376 part 2), Excel on a telephone wrote the
#   latter, and each part says so in its first line: every reader of xlsx decodes it, as any parser of XML does.
# Seen: openpyxl and SheetJS do. calamine stops at the first part ("Relationships"), exceljs at "disallowed character",
#   and read-excel-file with a TypeError on null: of each the file is broken. fastexcel and polars read with calamine.
# Why it matters: who counts devices with a telephone in the hand hands in such a file; Excel opens it, so the advice
#   "open it and see" finds nothing wrong. Put the parts in UTF-8 before they are read.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet openpyxl==3.1.5 python-calamine==0.9.1
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . xlsx@0.18.5 exceljs@4.4.0 read-excel-file@5.8.8
venv/bin/python - <<'PY'
import re
from zipfile import ZipFile

import openpyxl

book = openpyxl.Workbook()
for row in (["Kind", "Count"], ["laptop", 3]):
    book.active.append(row)
book.save("utf-8.xlsx")
with ZipFile("utf-8.xlsx") as parts, ZipFile("utf-16.xlsx", "w") as other:
    for name in parts.namelist():
        text = re.sub(r"^<\?xml[^>]*\?>\s*", "", parts.read(name).decode())
        other.writestr(name, ('<?xml version="1.0" encoding="UTF-16" standalone="yes"?>\n' + text).encode("utf-16"))
PY
cat > read.mjs <<'JS'
import {readFileSync} from "node:fs";
import exceljs from "exceljs";
import readExcelFile from "read-excel-file/node";
import xlsx from "xlsx";

const readers = {
    SheetJS: (file) => {
        const book = xlsx.read(readFileSync(file));
        return xlsx.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], {header: 1})[1];
    },
    exceljs: async (file) => {
        const book = await new exceljs.Workbook().xlsx.readFile(file);
        return book.worksheets[0].getRow(2).values.slice(1);
    },
    "read-excel-file": async (file) => (await readExcelFile(file))[1],
};
console.error = () => {};
console.warn = () => {};
for (const [name, read] of Object.entries(readers))
    for (const file of ["utf-8.xlsx", "utf-16.xlsx"])
        try { console.log(name, file, ...(await read(file))); }
        catch (error) { console.log(name, file, error.constructor.name); }
JS
cat > read.py <<'PY'
import openpyxl
import python_calamine


def with_calamine(file):
    kind, count = python_calamine.CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()[1]
    return kind, int(count)


for name, read in (("openpyxl", lambda file: list(openpyxl.load_workbook(file).active.values)[1]),
                   ("calamine", with_calamine)):
    for file in ("utf-8.xlsx", "utf-16.xlsx"):
        try:
            print(name, file, *read(file))
        except Exception as error:
            print(name, file, type(error).__name__)
PY
seen=$(node read.mjs && venv/bin/python read.py)
echo "$seen"
diff <(echo "$seen") - <<'EXPECTED' || { echo "changed: a workbook in UTF-16 is read otherwise" >&2; exit 1; }
SheetJS utf-8.xlsx laptop 3
SheetJS utf-16.xlsx laptop 3
exceljs utf-8.xlsx laptop 3
exceljs utf-16.xlsx Error
read-excel-file utf-8.xlsx laptop 3
read-excel-file utf-16.xlsx TypeError
openpyxl utf-8.xlsx laptop 3
openpyxl utf-16.xlsx laptop 3
calamine utf-8.xlsx laptop 3
calamine utf-16.xlsx XmlError
EXPECTED
