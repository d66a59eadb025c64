#!/usr/bin/env bash
# Library: openpyxl 3.1.5, on a workbook of XlsxWriter 3.3.1 (which writes such formulas as Excel 365 does).
# Guess: loading a workbook to add a column and saving it may lose pictures or shapes, but what a sheet calculates and
#   who may fill in what stay as they were; for what is dropped there is a warning, as there is for sparklines.
# Seen: without any warning three things go. The mark of a dynamic array (cm="1" and metadata.xml): =UNIQUE(...) is then
#   an array formula of the old kind, fixed to the cells it filled that day, and no longer grows with the list. The
#   ranges that may be edited in a protected sheet (protectedRanges), while the protection itself stays. And the note
#   that numbers kept as text are meant to be so (ignoredErrors).
# Why it matters: a tool that hands back a coordinator's own workbook with remarks in it gives a summary that
#   leaves out every school added later, and a form whose fields for schools nobody can fill in any more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet openpyxl==3.1.5 XlsxWriter==3.3.1
cd "$folder"
venv/bin/python - <<'PY'
import re
import sys
import warnings
import zipfile

import openpyxl
import xlsxwriter

with xlsxwriter.Workbook("before.xlsx") as book:
    sheet = book.add_worksheet("Devices")
    sheet.write_column("A1", ["School", "De Brug", "De Brug", "De Wijzer"])
    sheet.write_dynamic_array_formula("C2:C3", "=UNIQUE(A2:A4)")
    sheet.write("E1", "00123")
    sheet.ignore_errors({"number_stored_as_text": "E1"})
    sheet.protect()
    sheet.unprotect_range("A2:A4")

with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    openpyxl.load_workbook("before.xlsx").save("after.xlsx")


def facts(name):
    archive = zipfile.ZipFile(name)
    xml = archive.read("xl/worksheets/sheet1.xml").decode()
    return {
        "cell of the formula": re.search(r'<c r="C2"[^>]*>', xml)[0],
        "formula": re.search(r"<f [^>]*>[^<]*", xml)[0],
        "metadata.xml": "xl/metadata.xml" in archive.namelist(),
        "protected": "<sheetProtection" in xml,
        "ranges that may be edited": "<protectedRange " in xml,
        "ignored errors": "<ignoredError " in xml,
    }


before, after = facts("before.xlsx"), facts("after.xlsx")
for name, value in before.items():
    print(f"{name}: {value} -> {after[name]}")
print("warnings:", [str(warning.message) for warning in said])
kept = ("cm=" in after["cell of the formula"], after["metadata.xml"], after["ranges that may be edited"])
if any(kept) or after["ignored errors"] or not after["protected"] or said or "cm=" not in before["cell of the formula"]:
    sys.exit("changed: openpyxl keeps some of it, or says what it drops")
PY
