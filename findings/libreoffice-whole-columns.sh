#!/usr/bin/env bash
# Program: LibreOffice Calc 7.4.7 (Debian 12) meets openpyxl 3.1.5 and python-calamine 0.9.1, on an xlsx in which a
#   column was merged from top to bottom (a margin for notes). Needs root for apt-get where LibreOffice is not there.
# Guess: what is read before a workbook was saved in LibreOffice is read after it; at the least all but that column.
# Seen: Excel's D1:D1048576 is saved as D:D. Excel and SheetJS (npm xlsx 0.18.5) open that. openpyxl raises
#   "expected <class 'int'>" and calamine "Range is missing the expected row component": of the whole workbook, for one
#   merged area on one sheet, and pandas and polars read with these two. The same for a whole row (5:5).
# Why it matters: somebody opens the school's list at home, saves it, and from then on the import says that the file is
#   broken. It is not: write such areas with their corners before it is read.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v soffice > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends libreoffice-calc
} > /dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet openpyxl==3.1.5 python-calamine==0.9.1 XlsxWriter==3.3.1
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . xlsx@0.18.5
venv/bin/python - <<'PY'
import xlsxwriter

for name, area in (("plain", None), ("column", "D1:D1048576"), ("row", "A5:XFD5")):
    with xlsxwriter.Workbook(f"{name}.xlsx") as book:
        sheet = book.add_worksheet("List")
        sheet.write_row(0, 0, ["Kind", "Count"])
        sheet.write_row(1, 0, ["laptop", 3])
        if area:
            sheet.merge_range(area, "")
PY
soffice --version
mkdir saved
for name in plain column row; do
    soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to xlsx --outdir saved "$name.xlsx"
done > /dev/null 2>&1
cat > read.mjs <<'JS'
import xlsx from "xlsx";

for (const file of process.argv.slice(2)) {
    const book = xlsx.readFile(file);
    const rows = xlsx.utils.sheet_to_json(book.Sheets.List, {header: 1});
    console.log("SheetJS", file, rows[1].join(" "));
}
JS
cat > read.py <<'PY'
import sys

import openpyxl
import python_calamine


def with_openpyxl(file):
    return next(openpyxl.load_workbook(file)["List"].iter_rows(2, 2, 1, 2, True))


def with_calamine(file):
    kind, count, *_ = python_calamine.CalamineWorkbook.from_path(file).get_sheet_by_name("List").to_python()[1]
    return kind, int(count)


for name, read in (("openpyxl", with_openpyxl), ("calamine", with_calamine)):
    for file in sys.argv[1:]:
        try:
            print(name, file, *read(file))
        except Exception as error:
            print(name, file, f"{type(error).__name__}: {error}")
PY
files="column.xlsx row.xlsx saved/plain.xlsx saved/column.xlsx saved/row.xlsx"
seen=$(
    for name in column row; do
        venv/bin/python -m zipfile -e "saved/$name.xlsx" "parts-$name"
        grep -o '<mergeCell [^>]*>' "parts-$name/xl/worksheets/sheet1.xml"
    done
    node read.mjs $files
    venv/bin/python read.py $files
)
echo "$seen"
diff <(echo "$seen") - <<'EXPECTED' || { echo "changed: whole columns and rows are saved or read otherwise" >&2; exit 1; }
<mergeCell ref="D:D"/>
<mergeCell ref="5:5"/>
SheetJS column.xlsx laptop 3
SheetJS row.xlsx laptop 3
SheetJS saved/plain.xlsx laptop 3
SheetJS saved/column.xlsx laptop 3
SheetJS saved/row.xlsx laptop 3
openpyxl column.xlsx laptop 3
openpyxl row.xlsx laptop 3
openpyxl saved/plain.xlsx laptop 3
openpyxl saved/column.xlsx TypeError: expected <class 'int'>
openpyxl saved/row.xlsx TypeError: expected <class 'int'>
calamine column.xlsx laptop 3
calamine row.xlsx laptop 3
calamine saved/plain.xlsx laptop 3
calamine saved/column.xlsx CalamineError: Range is missing the expected row component.
calamine saved/row.xlsx CalamineError: Range is missing the expected column component.
EXPECTED
