#!/usr/bin/env bash
# Libraries (npm): exceljs 4.4.0, write-excel-file 4.1.1, excel-builder-vanilla 5.2.5, xlsx-populate 1.21.0.
# Guess: new Date(2018, 4, 1) in a cell with a date format is 1 May 2018 in Excel, whoever writes it: the day that the
#   page shows.
# Seen: on a Dutch clock exceljs and write-excel-file write the moment in UTC, so the cell holds 30 April 22:00, and
#   31 December 23:00 for 1 January; excel-builder-vanilla does so in summer time only, xlsx-populate is right. With the
#   usual format d-m-yyyy the hour is not seen. A date of 1 January so falls in the year before.
# Why it matters: the age of a device, and with it the year of its replacement, is off by a year for everything bought
#   "on 1-1". A column whose times are all 22:00 or 23:00 is such a list: midnight in Amsterdam; add the hours.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-calamine==0.9.1
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . \
    exceljs@4.4.0 write-excel-file@4.1.1 excel-builder-vanilla@5.2.5 xlsx-populate@1.21.0
cat > write.mjs <<'JS'
import * as builder from "excel-builder-vanilla";
import excel from "exceljs";
import {writeFileSync} from "node:fs";
import writeExcelFile from "write-excel-file/node";
import populate from "xlsx-populate";

const days = [new Date(2018, 4, 1), new Date(2018, 0, 1)], shown = "d-m-yyyy";

const first = new excel.Workbook();
const row = first.addWorksheet("A").addRow(days);
row.eachCell((cell) => { cell.numFmt = shown; });
await first.xlsx.writeFile("exceljs.xlsx");

const cells = days.map((value) => ({value, type: Date, format: shown}));
await (await writeExcelFile([cells])).toFile("write-excel-file.xlsx");

const third = builder.createWorkbook(), sheet = third.createWorksheet({name: "A"});
const style = third.getStyleSheet().createFormat({format: shown}).id;
sheet.setData([days.map((value) => ({value, metadata: {type: "date", style}}))]);
third.addWorksheet(sheet);
writeFileSync("excel-builder-vanilla.xlsx", Buffer.from(await builder.createExcelFile(third, "Uint8Array")));

const last = await populate.fromBlankAsync();
days.forEach((day, at) => last.sheet(0).cell(1, at + 1).value(day).style("numberFormat", shown));
await last.toFileAsync("xlsx-populate.xlsx");
JS
TZ=Europe/Amsterdam node write.mjs
venv/bin/python - <<'PY'
import sys
from datetime import datetime, time

from python_calamine import CalamineWorkbook

expected = {
    "exceljs": ["30-04-2018 22:00", "31-12-2017 23:00"],
    "write-excel-file": ["30-04-2018 22:00", "31-12-2017 23:00"],
    "excel-builder-vanilla": ["30-04-2018 23:00", "01-01-2018 00:00"],
    "xlsx-populate": ["01-05-2018 00:00", "01-01-2018 00:00"],
}
seen = {}
for name in expected:
    cells = CalamineWorkbook.from_path(f"{name}.xlsx").get_sheet_by_index(0).to_python()[0]
    moments = [cell if isinstance(cell, datetime) else datetime.combine(cell, time()) for cell in cells]
    seen[name] = [f"{moment:%d-%m-%Y %H:%M}" for moment in moments]
    print(f"{name}:", *seen[name], sep="  ")
if seen != expected:
    sys.exit("changed: one of them writes other days")
PY
