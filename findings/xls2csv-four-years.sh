#!/usr/bin/env bash
# Tool: xls2csv of catdoc 0.95 (Debian 12), on an xls of xlwt 1.3.0. Needs root for apt-get where it is not there yet.
# Guess: a cell that shows 1-5-2018 comes out as a date, in whatever writing, of the day that the file means; 30 hours
#   as 30:00:00 or 1.25.
# Seen: in a format that Excel numbers itself (M/D/YY) 1 May 2018 comes out as 2 May 2022, 1462 days late: days are
#   counted from 1904 though the file says that it does not (DATEMODE 0; xlrd reads it rightly). In d-m-yyyy, the
#   format of every Dutch list, it is the number 43221. 30 hours are 06:00:00. Nothing is said.
# Why it matters: lists on old disks are turned into csv with it. Devices are four years younger than they are, which
#   is just what decides when they are replaced; in the other columns a number about 43000 is a day (counted from 30
#   December 1899) and looks like a price.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v xls2csv > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends catdoc
} > /dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet xlwt==1.3.0 xlrd==2.0.2
cd "$folder"
xls2csv -V 2>&1
venv/bin/python - <<'PY'
from datetime import datetime

import xlrd
import xlwt

book = xlwt.Workbook()
sheet = book.add_sheet("A")
day = datetime(2018, 5, 1)
for row, (value, shown) in enumerate([(day, "M/D/YY"), (day, "d-m-yyyy"), (1.25, "[h]:mm:ss")]):
    sheet.write(row, 0, shown)
    sheet.write(row, 1, value, xlwt.easyxf(num_format_str=shown))
book.save("list.xls")
read = xlrd.open_workbook("list.xls")
print("xlrd:", xlrd.xldate_as_datetime(read.sheet_by_index(0).cell_value(0, 1), read.datemode))
PY
xls2csv list.xls | tee seen.csv
printf '"M/D/YY","05-02-22"\n"d-m-yyyy","43221"\n"[h]:mm:ss","06:00:00"\n' > expected.csv
tr -d '\f' < seen.csv | cmp -s - expected.csv || {
    echo "changed: xls2csv writes days or hours otherwise"
    exit 1
}
