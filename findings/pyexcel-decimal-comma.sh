#!/usr/bin/env bash
# Libraries: pyexcel 0.7.6 with pyexcel-io 0.6.8, on a csv of a Dutch Excel (semicolons, decimal commas).
# Guess: a price "279,50" comes as the text it is, or as 279.5. A serial number "5E12" stays text, as "0012345" does.
# Seen: the comma is taken out, so that 279,50 becomes the number 27950: a hundred times the price, without a word.
#   "1.279,00" two rows on stays text. "0012345" stays text, but "5E12" becomes 5000000000000.0.
# Why it matters: budgets made of such prices are a hundredfold, for the rows below a thousand euro only.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pyexcel==0.7.6 pyexcel-io==0.6.8
cd "$folder"
venv/bin/python - <<'PY'
import sys
from pathlib import Path

import pyexcel

Path("list.csv").write_text("Serial;Price\n0012345;279,50\n5E12;99,95\n5CD8;1.279,00\n")
rows = pyexcel.get_array(file_name="list.csv", delimiter=";")
print(*rows, sep="\n")
if rows[1:] != [["0012345", 27950], [5e12, 9995], ["5CD8", "1.279,00"]]:
    sys.exit("changed: pyexcel no longer takes the comma out of a price")
PY
