#!/usr/bin/env bash
# Library: Day.js 1.11.23 (npm) with its plugins utc and timezone, on Node 20; Luxon 3.7.2 beside it.
# Guess: dayjs.tz("2026-03-23 09:00", "Europe/Amsterdam").add(1, "week") is the next Monday at 9 Dutch time, wherever
#   the program runs; 168 hours later, over the night on which clocks go forward, it is 10.
# Seen: the offset of the first day is kept. On a server in UTC it shows 09:00 with +01:00 behind it, where Dutch time
#   has +02:00 by then; what is stored or sent is that moment, 10:00 Dutch time. A month does the same, and in October
#   it is an hour too early. 168 hours show as 09:00. On a machine in Dutch time the moments are right and only the
#   +01:00 is wrong. Luxon is right everywhere.
# Why it matters: visits every week are made on a Dutch laptop, where all tests pass, and sent by a server in UTC: the
#   page says 9, the invitation 10, twice a year. Add to the day as text and call dayjs.tz once more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . dayjs@1.11.23 luxon@3.7.2
cat > plan.mjs <<'JS'
import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";
import {DateTime} from "luxon";

dayjs.extend(utc);
dayjs.extend(timezone);
const zone = "Europe/Amsterdam";
const told = (day) => `${day.format("DD-MM HH:mm Z")} = ${day.tz(zone).format("HH:mm")} Dutch time`;
const march = dayjs.tz("2026-03-23 09:00", zone);
const luxon = DateTime.fromISO("2026-03-23T09:00", {zone}).plus({weeks: 1}).toUTC().toFormat("HH:mm");
console.log([
  `a week: ${told(march.add(1, "week"))}`,
  `a month: ${told(march.add(1, "month"))}`,
  `168 hours: ${told(march.add(168, "hour"))}`,
  `a week in October: ${told(dayjs.tz("2026-10-19 09:00", zone).add(1, "week"))}`,
  `Luxon, a week: ${luxon} UTC`,
].join("\n"));
JS
seen=$(for where in UTC Europe/Amsterdam; do echo "a machine in $where"; TZ=$where node plan.mjs; done)
echo "$seen"
diff <(echo "$seen") - <<'EXPECTED' || { echo "changed: days are added otherwise" >&2; exit 1; }
a machine in UTC
a week: 30-03 09:00 +01:00 = 10:00 Dutch time
a month: 23-04 09:00 +01:00 = 10:00 Dutch time
168 hours: 30-03 09:00 +01:00 = 10:00 Dutch time
a week in October: 26-10 09:00 +02:00 = 08:00 Dutch time
Luxon, a week: 07:00 UTC
a machine in Europe/Amsterdam
a week: 30-03 09:00 +01:00 = 09:00 Dutch time
a month: 23-04 09:00 +01:00 = 09:00 Dutch time
168 hours: 30-03 10:00 +01:00 = 10:00 Dutch time
a week in October: 26-10 09:00 +02:00 = 09:00 Dutch time
Luxon, a week: 07:00 UTC
EXPECTED
