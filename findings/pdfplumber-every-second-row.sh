#!/usr/bin/env bash
# Library: pdfplumber 0.11.10, on a PDF of reportlab 5.1.0.
# Guess: of a table without lines, in which every second row is coloured so that it reads easily, extract_tables() gives
#   all rows or none.
# Seen: the edges of the coloured cells are lines to it, so it gives the coloured rows and not the white ones between
#   them, each as a table of its own: of eight devices four are there, and the heading not, for it is white. Where only
#   the heading is coloured, the heading is the table and no device is. With a grid all nine rows are there. Nothing
#   tells that words of the page are in no table.
# Why it matters: suppliers and management programs send lists of devices as such a PDF. What is read is whole rows with
#   the right serials; half is missing, and a second list of the next month misses the others if one device was added
#   above them. Take vertical_strategy and horizontal_strategy "text" there, and count the words outside the tables.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pdfplumber==0.11.10 reportlab==5.1.0
cd "$folder"
venv/bin/python - <<'PY'
import pdfplumber
from reportlab.lib import colors
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

rows = [["Serial", "Model", "Price"]] + [[f"SN{number:03}", "HP 250 G5", "589,50"] for number in range(1, 9)]


def coloured(numbers):
    return [("BACKGROUND", (column, row), (column, row), colors.lightblue) for row in numbers for column in range(3)]


def serials(name, style, **settings):
    SimpleDocTemplate(name).build([Table(rows, style=TableStyle(style))])
    with pdfplumber.open(name) as document:
        tables = document.pages[0].extract_tables(settings)
    return [row[0] for table in tables for row in table]


striped = serials("striped.pdf", coloured(range(2, 9, 2)))
headed = serials("headed.pdf", coloured([0]))
grid = serials("grid.pdf", [("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
by_words = serials("words.pdf", coloured(range(2, 9, 2)), vertical_strategy="text", horizontal_strategy="text")
print("pdfplumber", pdfplumber.__version__)
print("striped:", striped)
print("only the heading coloured:", headed)
print("grid:", grid)
print("striped, by its words:", by_words)
assert grid == [row[0] for row in rows]
assert {row[0] for row in rows} <= set(by_words)
if striped != ["SN002", "SN004", "SN006", "SN008"] or headed != ["Serial"]:
    raise SystemExit("changed: other rows are read")
PY
