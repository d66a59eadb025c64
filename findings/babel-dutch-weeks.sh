#!/usr/bin/env bash
# Library: Babel 2.18.0.
# Guess: "nl" and "nl_NL" number weeks alike, by ISO 8601, as every Dutch school calendar does; the country only matters
#   for what differs between the Netherlands and Belgium.
# Seen: a language without a country has the world's week data: week 1 is the week of 1 January. So "nl" calls Sunday
#   3 January 2027 week 1 of 2027, where "nl_NL" says week 53 of 2026, and every week of 2027 is one too high.
# Why it matters: a catalogue is named "nl", and that name is soon passed to format_date too. In 2026 both agree until
#   27 December, so nobody sees it before the planning says week 20 and the school week 19.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet Babel==2.18.0
"$folder/venv/bin/python" - <<'PY'
import sys
from datetime import date

from babel.dates import format_date

seen = []
for day in (date(2026, 5, 13), date(2027, 1, 3), date(2027, 5, 12)):
    weeks = tuple(format_date(day, "w YYYY", locale=locale) for locale in ("nl", "nl_NL"))
    seen.append(weeks)
    year, week, _ = day.isocalendar()
    print(day, "| nl:", weeks[0], "| nl_NL:", weeks[1], "| ISO:", week, year)
if seen != [("20 2026", "20 2026"), ("1 2027", "53 2026"), ("20 2027", "19 2027")]:
    sys.exit("changed: nl and nl_NL no longer differ in 2027 only")
PY
