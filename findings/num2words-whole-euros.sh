#!/usr/bin/env bash
# Library: num2words 0.5.14, in Dutch.
# Guess: num2words(1265, to="currency", currency="EUR", lang="nl") says 1265 euros, as for 1265.0.
# Seen: a whole number is cents: "twaalf euro, vijfenzestig cent". The same amount as a float or Decimal is right. And
#   1100 is "duizendhonderd", which is no Dutch (elfhonderd); the year 1918 is "negentien honderd achttien".
# Why it matters: amounts in letters and agreements are whole euros more often than not; read from a form or a cell
#   they are an int in one row and a float in the next, and differ by a hundred times. Hand over a Decimal always.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet num2words==0.5.14
cd "$folder"
venv/bin/python - <<'PY'
import sys
from decimal import Decimal

from num2words import num2words

amounts = {
    "int": (1265, "twaalf euro, vijfenzestig cent"),
    "float": (1265.0, "duizendtweehonderdvijfenzestig euro, nul cent"),
    "Decimal": (Decimal(1265), "duizendtweehonderdvijfenzestig euro, nul cent"),
}
seen = {kind: num2words(amount, to="currency", currency="EUR", lang="nl") for kind, (amount, _) in amounts.items()}
for kind, words in seen.items():
    print(kind, "|", words)
others = num2words(1100, lang="nl"), num2words(1918, to="year", lang="nl")
print(*others, sep=" | ")
if seen != {kind: words for kind, (_, words) in amounts.items()}:
    sys.exit("changed: another amount is said")
if others != ("duizendhonderd", "negentien honderd achttien"):
    sys.exit("changed: other words for 1100 or 1918")
PY
