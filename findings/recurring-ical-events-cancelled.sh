#!/usr/bin/env bash
# Library: recurring-ical-events 2.0.2 with icalendar 7.3.2.
# Guess: asked what takes place between two days, it leaves out what is cancelled: surely the one Friday of a series
#   that was called off (RECURRENCE-ID with STATUS:CANCELLED). And of one UID the highest SEQUENCE counts.
# Seen: a cancelled Friday and a cancelled event come back among the others, in no other way than by their status. An
#   event moved from 4 to 5 May, kept in the file twice (SEQUENCE 0 and 1), takes place on both days.
# Why it matters: whoever reads a feed by way of this library shows a cancelled visit like any other. A feed should say
#   it in the title ("Vervallen: ..."), not in the status alone, and hold one version of each event.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet recurring-ical-events==2.0.2 icalendar==7.3.2 tzdata
"$folder/venv/bin/python" - <<'PY'
import sys

import recurring_ical_events
from icalendar import Calendar


def event(uid, start, summary, *more):
    lines = ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", f"DTSTART:{start}", f"SUMMARY:{summary}"]
    return [*lines, *more, "END:VEVENT"]


lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//example//nl",
    *event("series", "20260501T070000Z", "Fridays", "RRULE:FREQ=WEEKLY;COUNT=3"),
    *event("series", "20260508T070000Z", "Fridays", "RECURRENCE-ID:20260508T070000Z", "STATUS:CANCELLED", "SEQUENCE:1"),
    *event("alone", "20260503T070000Z", "called off", "STATUS:CANCELLED"),
    *event("moved", "20260504T070000Z", "visit", "SEQUENCE:0"),
    *event("moved", "20260505T070000Z", "visit", "SEQUENCE:1"),
    "END:VCALENDAR",
]
calendar = Calendar.from_ical("\r\n".join(lines) + "\r\n")
found = recurring_ical_events.of(calendar).between((2026, 5, 1), (2026, 6, 1))
seen = sorted((str(it["dtstart"].dt.date()), str(it["summary"]), str(it.get("status", ""))) for it in found)
print(*seen, sep="\n")
expected = [
    ("2026-05-01", "Fridays", ""),
    ("2026-05-03", "called off", "CANCELLED"),
    ("2026-05-04", "visit", ""),
    ("2026-05-05", "visit", ""),
    ("2026-05-08", "Fridays", "CANCELLED"),
    ("2026-05-15", "Fridays", ""),
]
if seen != expected:
    sys.exit("changed: what is cancelled or superseded no longer takes place")
PY
