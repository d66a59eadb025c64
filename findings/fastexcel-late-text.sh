#!/usr/bin/env bash
# Libraries: fastexcel 0.21.0 with pyarrow 25.0.0, on a workbook of openpyxl 3.1.5.
# Guess: a column that turns out to hold text after a thousand numbers is text, or an error; at any rate no value goes.
# Seen: the type is guessed from the first thousand rows; a text further down that is no number becomes null, and one
#   that looks like a number loses its zeros. No error, no warning. With schema_sample_rows=None all is text and there.
# Why it matters: bar codes and serial numbers stand in one column. In a list that begins with the oldest, numbered
#   stock every serial with a letter is gone, just in the large lists for which one takes a fast reader.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet fastexcel==0.21.0 pyarrow==25.0.0 openpyxl==3.1.5
cd "$folder"
venv/bin/python - <<'PY'
import sys

import fastexcel
import openpyxl

book = openpyxl.Workbook()
book.active.append(["Serial"])
for number in range(1_000, 2_100):
    book.active.append([number])
book.active.append(["5CD8123ABC"])
book.active.append(["0012"])
book.save("list.xlsx")
reader = fastexcel.read_excel("list.xlsx")
guessed = reader.load_sheet(0).to_arrow().column(0)[-3:].to_pylist()
whole = reader.load_sheet(0, schema_sample_rows=None).to_arrow().column(0)[-3:].to_pylist()
print("by default:", guessed)
print("with schema_sample_rows=None:", whole)
if guessed != [2099.0, None, 12.0] or whole[1:] != ["5CD8123ABC", "0012"]:
    sys.exit("changed: text after a thousand numbers is no longer dropped")
PY
