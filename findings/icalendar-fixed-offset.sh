#!/usr/bin/env bash
# Library: icalendar 7.3.2.
# Guess: a moment with a fixed offset, such as datetime.fromisoformat("2026-05-01T09:00:00+02:00") gives, is written in
#   UTC (07:00Z), for iCalendar has no offsets in a time; whoever reads it back has the same moment.
# Seen: it is written as DTSTART;TZID="UTC+02:00":20260501T090000. There is no such zone: add_missing_timezones() makes
#   no VTIMEZONE for it, and the library itself reads it back as 09:00 without any zone, two hours off and no longer to
#   be compared with a moment. An offset of +00:00 is written as Z, so a test at UTC sees nothing.
# Why it matters: hours from an API, a form or PostgreSQL come with an offset; every visit in the sent calendar then
#   stands at another hour wherever the reader is not at Dutch time. Convert to UTC or a zoneinfo zone first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet icalendar==7.3.2 tzdata
"$folder/venv/bin/python" - <<'PY'
import sys
from datetime import datetime

from icalendar import Calendar, Event

moment = datetime.fromisoformat("2026-05-01T09:00:00+02:00")
calendar, visit = Calendar(), Event()
visit.add("uid", "1@example.org")
visit.add("dtstart", moment)
calendar.add_component(visit)
calendar.add_missing_timezones()
written = calendar.to_ical().decode()
back = Calendar.from_ical(written).walk("VEVENT")[0]["dtstart"].dt
print(*(line for line in written.splitlines() if "DTSTART" in line or "VTIMEZONE" in line), sep="\n")
print("put in:", moment.isoformat(), "| read back:", back.isoformat(), "| zone:", back.tzinfo)
if 'DTSTART;TZID="UTC+02:00":20260501T090000' not in written or "VTIMEZONE" in written or back.tzinfo is not None:
    sys.exit("changed: a fixed offset is no longer written as a zone that nobody knows")
PY
