#!/usr/bin/env bash
# Library: chrono-node 2.10.3 (npm), its Dutch (chrono.nl).
# Guess: "'s avonds om 8 uur" is 20:00 and "morgenmiddag om 2 uur" 14:00, as "8 in the evening" is in English; 10.30u
#   is half past ten; "okt-14", a month cell of Excel, is October or nothing.
# Seen: the part of the day is read and not used: 08:00 and 02:00. A u behind the minutes loses them, 10.30u is 10:00,
#   where "10.30 uur" is right. "okt-14" is 2 October at 04:00: the -14 is taken for a zone fourteen hours behind UTC,
#   and getCertainComponents() counts the month and the zone, no day.
# Why it matters: visits are agreed in mails like these. A repair at two at night is seen; a visit at 10:00 for one at
#   10.30, or at 8:00 for a parents' evening at 20:00, is not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . chrono-node@2.10.3
cat > read.mjs <<'JS'
import * as chrono from "chrono-node";

const today = new Date(2026, 10, 29, 12);
const expected = {
  "'s avonds om 8 uur": "29-11 08:00",
  "vrijdag 4 december 's middags om 3 uur": "4-12 03:00",
  "morgenmiddag om 2 uur": "30-11 02:00",
  "vrijdag om 10.30u": "27-11 10:00",
  "vrijdag om 10.30 uur": "27-11 10:30",
  "okt-14": "2-10 04:00",
};
const digits = (number) => String(number).padStart(2, "0");
const shown = (day) => `${day.getDate()}-${day.getMonth() + 1} ${digits(day.getHours())}:${digits(day.getMinutes())}`;
let same = true;
for (const [text, moment] of Object.entries(expected)) {
  const seen = shown(chrono.nl.parseDate(text, today));
  console.log(`${text} => ${seen}`);
  same &&= seen === moment;
}
console.log("okt-14 is certain of:", chrono.nl.parse("okt-14", today)[0].start.getCertainComponents().join(", "));
if (!same) throw new Error("changed: chrono reads one of these otherwise");
JS
TZ=Europe/Amsterdam node read.mjs
