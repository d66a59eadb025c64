#!/usr/bin/env bash
# Libraries (npm): Day.js 1.11.23, date-fns 4.4.0, Luxon 3.7.2 and Moment 2.31.0, on Node 20.
# Guess: four years and a half after 1 May 2018 is 1 November 2022, or the half is refused, as Python's dateutil does.
# Seen: three answers, and nothing is said. Day.js lets the half go, 1 May 2022; date-fns and Moment have 1 November;
#   Luxon takes half of 365 days, 30 October, by an hour of summer time beside midnight. Of four months and a half
#   Moment makes five, Day.js and date-fns four, and Luxon four and 15 days.
# Why it matters: devices are written off over 4.5 years, and loans run for a year and a half. An end that is half a
#   year early puts devices in another round and another budget. Count in whole months: 54 is right in all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . dayjs@1.11.23 date-fns@4.4.0 luxon@3.7.2 moment@2.31.0
cat > add.mjs <<'JS'
import {add, addMonths, addYears, format} from "date-fns";
import dayjs from "dayjs";
import {DateTime} from "luxon";
import moment from "moment";

const shown = "DD-MM-YYYY HH:mm";
const first = new Date(2018, 4, 1);
const told = (day) => format(day, "dd-MM-yyyy HH:mm");
const by = (unit, amount) => [
  dayjs(first).add(amount, unit).format(shown),
  told(unit === "years" ? addYears(first, amount) : addMonths(first, amount)),
  told(add(first, {[unit]: amount})),
  told(DateTime.fromJSDate(first).plus({[unit]: amount}).toJSDate()),
  moment(first).add(amount, unit).format(shown),
];
const seen = {"4.5 years": by("years", 4.5), "4.5 months": by("months", 4.5), "54 months": by("months", 54)};
console.log("after 1 May 2018: Day.js; addYears or addMonths and add of date-fns; Luxon; Moment");
for (const [name, days] of Object.entries(seen)) console.log(`${name}: ${days.join("; ")}`);
JS
TZ=Europe/Amsterdam node add.mjs | tee seen
diff seen - <<'EXPECTED' || { echo "changed: halves are added otherwise" >&2; exit 1; }
after 1 May 2018: Day.js; addYears or addMonths and add of date-fns; Luxon; Moment
4.5 years: 01-05-2022 00:00; 01-11-2022 00:00; 01-11-2022 00:00; 30-10-2022 11:00; 01-11-2022 00:00
4.5 months: 01-09-2018 00:00; 01-09-2018 00:00; 01-09-2018 00:00; 16-09-2018 00:00; 01-10-2018 00:00
54 months: 01-11-2022 00:00; 01-11-2022 00:00; 01-11-2022 00:00; 01-11-2022 00:00; 01-11-2022 00:00
EXPECTED
