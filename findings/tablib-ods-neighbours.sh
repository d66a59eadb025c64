#!/usr/bin/env bash
# Libraries: tablib 3.10.0 (django-import-export reads with it) meets LibreOffice (seen with 7.4 of Debian 12), in ods.
#   Needs root for apt-get where LibreOffice is not there yet.
# Guess: an ods of LibreOffice gives the cells that one sees, each under its heading; a comment at a cell is no part of
#   its value, or is left out.
# Seen: LibreOffice writes equal neighbours once (table:number-columns-repeated), and tablib counts them once: in a row
#   with "ja, ja, nee, 12" the count stands under "broken" and the last column is empty. Two empty cells side by side do
#   the same. A cell with a comment has the day of the comment for its value ("De Wilg" below). Nothing is raised.
# Why it matters: the shift differs by row, by what happens to be equal in it, so some rows are right and totals look
#   likely. A list with yes and no columns, or with gaps, has counts and prices under other headings.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v soffice > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends libreoffice-calc
} > /dev/null
soffice --version
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet tablib==3.10.0 odfpy==1.4.1 openpyxl==3.1.5
cd "$folder"
venv/bin/python - <<'PY'
import openpyxl
from openpyxl.comments import Comment

book = openpyxl.Workbook()
for row in (
    ["School", "New", "Managed", "Broken", "Count"],
    ["De Linde", "ja", "ja", "nee", 12],
    ["De Eik", "ja", "nee", "ja", 8],
    ["De Beuk", "nee", None, None, 5],
    ["De Wilg", "nee", "ja", "nee", 9],
):
    book.active.append(row)
book.active["A5"].comment = Comment("moves in May", "Ann")
book.save("list.xlsx")
PY
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to ods list.xlsx > /dev/null 2>&1
venv/bin/python - <<'PY'
import re
import sys

import tablib

with open("list.ods", "rb") as file:
    read = tablib.Dataset().load(file, "ods")
print(*read.headers, sep=" | ")
for row in read:
    print(*row, sep=" | ")
expected = [
    ("De Linde", "ja", "nee", 12, ""),
    ("De Eik", "ja", "nee", "ja", 8),
    ("De Beuk", "nee", "", 5, ""),
    ("a moment", "nee", "ja", "nee", 9),
]
rows = [(re.sub(r"^\d{4}-\d\d-\d\dT[\d:.]+$", "a moment", row[0]), *row[1:]) for row in read]
if rows != expected:
    sys.exit("changed: tablib places equal neighbours or comments otherwise")
PY
