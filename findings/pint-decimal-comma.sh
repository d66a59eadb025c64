#!/usr/bin/env bash
# Library: Pint 0.25.3 (reads and converts amounts with units); humanfriendly 10.0 beside it.
# Guess: "1,5 TB" is one and a half terabyte or an error; "13,3 inch" is no screen of three metres.
# Seen: every comma is dropped before the text is read: 1,5 TB is 15 terabyte, 13,3 inch is 133 inch, 0,5 hour is 0
#   hours and 1.265,5 hour is 1.2655 hour. Nothing is said; with a point each is right. A preprocessor that makes points
#   of commas can be given. humanfriendly refuses "1,5 TB".
# Why it matters: sizes of screens and disks are written so in every Dutch list, each next to others without a comma (14
#   inch, 256 GB). The amounts are tenfold, in a library that is there to be right about units. Turn the comma into a
#   point yourself, where it stands between digits.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet Pint==0.25.3 humanfriendly==10.0
"$folder/venv/bin/python" - <<'PY'
import re
import sys

import humanfriendly
import pint

texts = {"1,5 TB": 15, "13,3 inch": 133, "0,5 hour": 0, "1.265,5 hour": 1.2655, "13.3 inch": 13.3}
units = pint.UnitRegistry()
told = pint.UnitRegistry(preprocessors=[lambda text: re.sub(r"(?<=\d),(?=\d)", ".", text)])
for text, amount in texts.items():
    print(f"{text:13} {units.Quantity(text)}")
    if units.Quantity(text).magnitude != amount:
        sys.exit(f"changed: {text} is no longer read as {amount}")
print("1,5 TB with a preprocessor:", told.Quantity("1,5 TB"))
if told.Quantity("1,5 TB").magnitude != 1.5:
    sys.exit("changed: a preprocessor no longer helps")
try:
    sys.exit(f"changed: humanfriendly reads 1,5 TB as {humanfriendly.parse_size('1,5 TB')}")
except humanfriendly.InvalidSize as error:
    print("humanfriendly:", error)
PY
