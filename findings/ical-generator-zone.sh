#!/usr/bin/env bash
# Library: ical-generator 10.2.0 (npm).
# Guess: a JavaScript Date is a moment, so with timezone "Europe/Amsterdam" 07:00 UTC is written as 09:00 Dutch time;
#   an all-day event that starts and ends on 1 May takes that day; DTSTAMP is in UTC, as RFC 5545 wants it.
# Seen: the digits of the machine's own clock are written with the zone behind them: on a server in UTC the visit of
#   09:00 is sent as TZID=Europe/Amsterdam:07:00, two hours too early; on a Dutch clock it is right. DTSTAMP is written
#   by that clock without Z. An all-day event with equal start and end ends when it starts, so it takes no day at all;
#   made at Dutch midnight it is the day before, on a server in UTC and wherever no timezone is named.
# Why it matters: visits that school systems send with this library differ by an hour or two from what their screen
#   says, by where the server stands, and a reader that skips events without length shows no all-day event of theirs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . ical-generator@10.2.0
cat > write.mjs <<'JS'
import ical from "ical-generator";

const zone = process.argv[2] || undefined;
const calendar = ical({name: "Visits", timezone: zone});
const moment = new Date("2026-05-01T07:00:00Z");
calendar.createEvent({start: moment, summary: "visit", timezone: zone});
const midnight = new Date("2026-05-01T00:00:00+02:00");
calendar.createEvent({start: midnight, end: midnight, allDay: true, summary: "all day"});
const lines = String(calendar).split("\r\n");
const kept = lines.filter((line) => /^DT(START|END)/.test(line));
console.log(kept.join(" "), lines.some((line) => /^DTSTAMP:.*Z$/.test(line)));
JS
seen=$(for clock in UTC Europe/Amsterdam; do
    for zone in Europe/Amsterdam ""; do echo "clock $clock, zone '$zone': $(TZ=$clock node write.mjs "$zone")"; done
done)
echo "$seen"
echo "(the last word: does DTSTAMP end with Z?)"
diff <(echo "$seen") - <<'EXPECTED' || { echo "changed: ical-generator writes these moments otherwise" >&2; exit 1; }
clock UTC, zone 'Europe/Amsterdam': DTSTART;TZID=Europe/Amsterdam:20260501T070000 DTSTART;VALUE=DATE:20260430 DTEND;VALUE=DATE:20260430 false
clock UTC, zone '': DTSTART:20260501T070000Z DTSTART;VALUE=DATE:20260430 DTEND;VALUE=DATE:20260430 true
clock Europe/Amsterdam, zone 'Europe/Amsterdam': DTSTART;TZID=Europe/Amsterdam:20260501T090000 DTSTART;VALUE=DATE:20260501 DTEND;VALUE=DATE:20260501 false
clock Europe/Amsterdam, zone '': DTSTART:20260501T070000Z DTSTART;VALUE=DATE:20260430 DTEND;VALUE=DATE:20260430 true
EXPECTED
