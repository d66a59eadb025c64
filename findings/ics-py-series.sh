#!/usr/bin/env bash
# Libraries: ics 0.7.3 (the Python package) meets recurring-ical-events 2.0.2.
# Guess: reading a calendar and writing it again keeps every visit at its hour, what the library does not know as it
#   was, and makes a calendar that others read.
# Seen: a calendar that said nothing of its scale gets CALSCALE:GEORGIAN, which is none (GREGORIAN is meant), and
#   recurring-ical-events refuses it. The start of a series is turned into UTC while its RRULE is kept: Mondays at 09:00
#   Dutch time are at 08:00 from the end of summer time on. C:\\nieuw gets a line break for its n.
# Why it matters: scripts that merge or filter the feeds of schools with this library move every series by an hour for
#   half the year, and others then refuse the calendar. Send single events in UTC, no series, and say
#   CALSCALE:GREGORIAN though it is the default; do not refuse a strange scale when reading.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ics==0.7.3 recurring-ical-events==2.0.2 icalendar==7.3.2 tzdata
"$folder/venv/bin/python" - <<'PY'
import sys
from zoneinfo import ZoneInfo

import ics
import recurring_ical_events
from icalendar import Calendar

lines = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//example//nl",
    "BEGIN:VEVENT",
    "UID:1",
    "DTSTAMP:20260101T000000Z",
    "DTSTART;TZID=Europe/Amsterdam:20261019T090000",
    "DURATION:PT1H",
    "RRULE:FREQ=WEEKLY;COUNT=2",
    "SUMMARY:C:\\\\nieuw",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
)
before = "\r\n".join(lines)
after = str(ics.Calendar(before).serialize())
dutch = ZoneInfo("Europe/Amsterdam")


def hours(text):
    found = recurring_ical_events.of(Calendar.from_ical(text)).between((2026, 10, 1), (2026, 11, 1))
    return sorted(event["dtstart"].dt.astimezone(dutch).strftime("%d-%m %H:%M") for event in found)


print(*(line for line in after.splitlines() if line.startswith(("CALSCALE", "DTSTART", "RRULE", "SUMMARY"))), sep="\n")
try:
    refused = str(hours(after))
except AssertionError as error:
    refused = str(error)
after_named = after.replace("GEORGIAN", "GREGORIAN")
print("before:", hours(before), "| after:", refused, "| with the scale put right:", hours(after_named))
if hours(before) != ["19-10 09:00", "26-10 09:00"] or hours(after_named) != ["19-10 09:00", "26-10 08:00"]:
    sys.exit("changed: a series keeps its hour")
if "CALSCALE:GEORGIAN" not in after or "Gregorian" not in refused or "SUMMARY:C:\\\\\\nieuw" not in after:
    sys.exit("changed: the scale or the backslash comes back otherwise, or is no longer refused")
PY
