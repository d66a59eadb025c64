#!/usr/bin/env bash
# Tools: Gnumeric 1.12.55 (Debian 12) meets python-calamine 0.9.1, in xls. Needs root for apt-get where Gnumeric is not
#   there yet.
# Guess: a price in euros in an xls is a number, for its format is in the file and says so; 30 hours ([h]:mm) are an
#   amount of time.
# Seen: Gnumeric numbers the formats of a workbook from 50 on, and calamine takes 50 to 58 for dates whatever the file
#   says of them (they are dates in Excel's eastern languages). The price 589,50 is read as 11 August 1901 12:00, and
#   the 30 hours as 1 January 1900 6:00. xlrd, which looks into the file, has the price.
# Why it matters: every price of an inventory becomes a date of before 1910 and no price is left. A "date" of before
#   1950 in a column called price is the number itself: count the days since 30 December 1899.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v ssconvert > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends gnumeric
} > /dev/null
ssconvert --version 2>&1 | head -1
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-calamine==0.9.1 XlsxWriter==3.3.1 xlrd==2.0.2
cd "$folder"
venv/bin/python - <<'PY'
from datetime import timedelta

import xlsxwriter

with xlsxwriter.Workbook("list.xlsx") as book:
    sheet = book.add_worksheet()
    sheet.write(0, 0, 589.5, book.add_format({"num_format": '"€" #,##0.00'}))
    sheet.write(0, 1, timedelta(hours=30), book.add_format({"num_format": "[h]:mm"}))
PY
ssconvert list.xlsx list.xls 2> /dev/null
venv/bin/python - <<'PY'
import sys
from datetime import datetime

import xlrd
from python_calamine import CalamineWorkbook

price, hours = CalamineWorkbook.from_path("list.xls").get_sheet_by_index(0).to_python()[0]
book = xlrd.open_workbook("list.xls", formatting_info=True)
cell = book.sheet_by_index(0).cell(0, 0)
key = book.xf_list[cell.xf_index].format_key
print("calamine:", price, "|", hours)
is_number = cell.ctype == xlrd.XL_CELL_NUMBER
print("xlrd:", cell.value, "| is a number:", is_number, "| format", key, book.format_map[key].format_str)
if (price, hours, is_number, key) != (datetime(1901, 8, 11, 12), datetime(1900, 1, 1, 6), True, 50):
    sys.exit("changed: a price in Gnumeric's first own format is no longer a date")
PY
