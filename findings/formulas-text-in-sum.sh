#!/usr/bin/env bash
# Library: formulas 1.3.4 (computes a workbook in Python), on a workbook of openpyxl 3.1.5; pycel 1.0b30 beside it.
# Guess: SUM over a range leaves out a digit kept as text, as Excel does and its documentation says.
# Seen: formulas counts the text "3" in SUM (7 instead of 4), while its COUNT of the same cells is 2 instead of 1. pycel
#   gives 4 and 1.
# Why it matters: a total in an inventory that Excel never calculated can be computed this way. It then differs from
#   what the school will see as soon as it opens its own list.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet formulas==1.3.4 pycel==1.0b30 openpyxl==3.1.5
cd "$folder"
venv/bin/python - <<'PY'
import sys

import formulas
import openpyxl
from pycel import ExcelCompiler

book = openpyxl.Workbook()
book.active["A1"], book.active["A2"] = "3", 4
book.active["B1"], book.active["B2"] = "=SUM(A1:A2)", "=COUNT(A1:A2)"
book.save("list.xlsx")
cells = formulas.ExcelModel().loads("list.xlsx").finish().calculate()
found = {key[-2:]: str(cells[key].value[0, 0]) for key in cells if key[-2:] in ("B1", "B2")}
other = ExcelCompiler("list.xlsx")
print("formulas:", found, "pycel:", other.evaluate("Sheet!B1"), other.evaluate("Sheet!B2"))
if found != {"B1": "7.0", "B2": "2"} or other.evaluate("Sheet!B1") != 4:
    sys.exit("changed: formulas sums like Excel now")
PY
