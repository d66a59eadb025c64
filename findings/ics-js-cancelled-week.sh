#!/usr/bin/env bash
# Library: ics 3.12.0 (npm, makes calendars), on Node 20 in Dutch time; icalendar 7.3.2 and recurring-ical-events 2.0.2
#   read what it made.
# Guess: a visit on Mondays at 9 with recurrenceRule "FREQ=WEEKLY;COUNT=4" from 16 March is at 9 each time, and an
#   exclusionDate of 23 and of 30 March at 9 takes those two out.
# Seen: start and exclusion are each turned into UTC by their own day, and the series repeats in UTC: from the night of
#   29 March on it is at 10 Dutch time, so that 30 March at 9 (07:00Z) meets nothing and the visit that was called off
#   stays. That of 23 March works. With startOutputType "local" the start is 9 o'clock without a zone, and the
#   exclusions are in UTC as before.
# Why it matters: a school that called off is visited, and everybody comes an hour late for half the year. Tests that
#   run in one season see neither. Write such series with a library that writes TZID.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . ics@3.12.0
python3 -m venv venv
venv/bin/pip install --quiet icalendar==7.3.2 recurring-ical-events==2.0.2
cat > write.mjs <<'JS'
import {writeFileSync} from "node:fs";
import {createEvent} from "ics";

const times = {start: [2026, 3, 16, 9, 0], duration: {hours: 1}, recurrenceRule: "FREQ=WEEKLY;COUNT=4"};
const off = [[2026, 3, 23, 9, 0], [2026, 3, 30, 9, 0]];
for (const startOutputType of ["utc", "local"]) {
  const {error, value} = createEvent({title: "visit", ...times, exclusionDates: off, startOutputType});
  if (error) throw error;
  writeFileSync(`${startOutputType}.ics`, value);
  console.log(startOutputType, value.match(/(DTSTART|RRULE|EXDATE).*/g).join(" "));
}
JS
cat > read.py <<'PY'
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

calendar = icalendar.Calendar.from_ical(Path("utc.ics").read_bytes())
visits = recurring_ical_events.of(calendar).between((2026, 3, 1), (2026, 5, 1))
starts = sorted(visit["DTSTART"].dt.astimezone(ZoneInfo("Europe/Amsterdam")) for visit in visits)
print("visits:", *(f"{start:%d-%m %H:%M}" for start in starts))
PY
{ TZ=Europe/Amsterdam node write.mjs; venv/bin/python read.py; } | tee seen
diff seen - <<'EXPECTED' || { echo "changed: the series is written otherwise" >&2; exit 1; }
utc DTSTART:20260316T080000Z RRULE:FREQ=WEEKLY;COUNT=4 EXDATE:20260323T080000Z,20260330T070000Z
local DTSTART:20260316T090000 RRULE:FREQ=WEEKLY;COUNT=4 EXDATE:20260323T080000Z,20260330T070000Z
visits: 16-03 09:00 30-03 10:00 06-04 10:00
EXPECTED
