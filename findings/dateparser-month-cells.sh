#!/usr/bin/env bash
# Library: dateparser 1.5.0, told that the language is Dutch.
# Guess: "jan-14", as Dutch Excel shows a month cell and saves it in a csv, is January 2014, as "jan 2014" is; "05/18"
#   is May 2018 or nothing. What is not said (the day) is the first, or can be seen to be missing.
# Seen: "jan-14" is 14 January of the year in which the program runs, and "mei '16" 16 May of it. "05/18" is the 5th
#   of this month in 2018. A month with its year gets the day of today: "mei 2018" read on the 29th is 29 May. "sept.
#   2017", the Dutch abbreviation, is nothing at all. (Here today is 29 November 2026.)
# Why it matters: half of the old lists tell only the month of purchase. A laptop of 2014 becomes one bought this year
#   and needs no replacement for five. Read month cells by a pattern of one's own before any parser of dates.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet dateparser==1.5.0
"$folder/venv/bin/python" - <<'PY'
import sys
from datetime import datetime

import dateparser

expected = {
    "1-5-2018": "2018-05-01",
    "jan-14": "2026-01-14",
    "mei '16": "2026-05-16",
    "05/18": "2018-11-05",
    "mei 2018": "2018-05-29",
    "sept. 2017": None,
}
today = {"RELATIVE_BASE": datetime(2026, 11, 29)}
seen = {}
for text in expected:
    found = dateparser.parse(text, languages=["nl"], settings=today)
    seen[text] = found and found.date().isoformat()
    print(f"{text!r}:", seen[text])
if seen != expected:
    sys.exit("changed: Dutch month cells are read otherwise")
PY
