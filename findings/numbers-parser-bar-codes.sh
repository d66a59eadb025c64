#!/usr/bin/env bash
# Library: numbers-parser 4.22.0 (reads and writes Apple Numbers, which schools with iPads use).
# Guess: a whole number of up to fifteen digits, such as a bar code, comes back as it was put in, be it as a float.
# Seen: some numbers of twelve digits come back a hair beside: 123456789012 as 123456789011.99998. int() makes another
#   number of that, and is_integer() says it is none. Of 200 numbers of twelve and thirteen digits 12 come back so, 4 of
#   them below the number, so that int() is one too low. Numbers of nine digits are right.
# Why it matters: serial numbers and bar codes that were typed as numbers. Read them with round(), and compare bar codes
#   by text; a reader that calls anything with decimals a price loses them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numbers-parser==4.22.0
cd "$folder"
venv/bin/python - <<'PY'
import random
import sys

from numbers_parser import Document

drawn = random.Random(1)
codes = [123456789012, 999999999999, 123456789] + [drawn.randrange(10**11, 10**13) for _ in range(200)]
document = Document(num_rows=len(codes), num_cols=1, num_header_rows=0)
table = document.sheets[0].tables[0]
for row, code in enumerate(codes):
    table.write(row, 0, code)
document.save("codes.numbers")
rows = Document("codes.numbers").sheets[0].tables[0].rows(values_only=True)
back = [row[0] for row in rows]
for code, value in list(zip(codes, back))[:3]:
    print(code, "->", repr(value))
beside = sum(value != code for code, value in zip(codes[3:], back[3:]))
lower = sum(int(value) != code for code, value in zip(codes[3:], back[3:]))
print(f"of 200: {beside} come back otherwise, {lower} as another whole number")
if back[0] == codes[0] or back[1] == codes[1] or back[2] != codes[2] or lower == 0:
    sys.exit("changed: numbers of twelve digits come back as they were")
PY
