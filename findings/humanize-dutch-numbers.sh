#!/usr/bin/env bash
# Library: humanize 4.17.0, with its Dutch (i18n.activate("nl_NL")).
# Guess: what it says is Dutch: 1.265 for a number, 1,2 miljoen, and 1 mei 2018 for a day of another year, as its German
#   has 1.265.
# Seen: only the words are. intcomma(1265) is 1,265, which a Dutch reader takes for one and a quarter, intword says
#   "1.2 miljoen" and naturalsize 1.5 TB; naturaldate says "May 01 2018" beside "over 3 uur" and "vijf". With "de_DE"
#   the same number is 1.265. And 45 days are "een maand", as 31 are.
# Why it matters: sums of a budget stand in a sentence with Dutch words around them, and differ by a thousand for who
#   reads them so; a test that looks for "miljoen" passes. Format numbers and days with Babel, and keep this for words.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet humanize==4.17.0
"$folder/venv/bin/python" - <<'PY'
import sys
from datetime import date, timedelta

import humanize


def seen(language):
    humanize.i18n.activate(language)
    try:
        return [
            humanize.intcomma(1265),
            humanize.intword(1_200_000),
            humanize.naturalsize(1.5e12),
            humanize.naturaldate(date(2018, 5, 1)),
            humanize.apnumber(5),
            humanize.naturaldelta(timedelta(days=31)),
            humanize.naturaldelta(timedelta(days=45)),
        ]
    finally:
        humanize.i18n.deactivate()


dutch, german = seen("nl_NL"), seen("de_DE")
print("nl_NL", dutch)
print("de_DE", german)
if dutch != ["1,265", "1.2 miljoen", "1.5 TB", "May 01 2018", "vijf", "een maand", "een maand"]:
    sys.exit("changed: what humanize says in Dutch")
if german[0] != "1.265":
    sys.exit("changed: what humanize says in German")
PY
