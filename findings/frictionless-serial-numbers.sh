#!/usr/bin/env bash
# Library: frictionless 5.21.0 (describes and reads tables; open-data portals use it), on a csv of devices.
# Guess: a column of serial numbers, most with letters, is described as text.
# Seen: it is a number when every value can be written as one: "12E4567" is 1.2E+4568, "INF" is Infinity, "NAN01" is
#   NaN1 and "0012345" is 12345. Extracting gives those values, and reports nothing.
# Why it matters: serials of this shape exist, and what identified a device is gone; NaN1 does not even equal itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet frictionless==5.21.0
cd "$folder"
venv/bin/python - <<'PY'
import sys
from pathlib import Path

from frictionless import describe, extract

Path("list.csv").write_text("serial,model\n0012345,C740\n12E4567,C740\nNAN01,C740\nINF,C740\n")
kind = describe("list.csv").schema.get_field("serial").type
serials = [str(row["serial"]) for row in extract("list.csv")["list"]]
print(kind, serials)
if kind != "number" or serials != ["12345", "1.2E+4568", "NaN1", "Infinity"]:
    sys.exit("changed: serial numbers are no longer read as numbers")
PY
