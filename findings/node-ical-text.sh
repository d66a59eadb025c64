#!/usr/bin/env bash
# Library: node-ical 0.26.1 (npm), with ical.js 2.2.1 beside it.
# Guess: texts that are written as RFC 5545 says come out as they went in: a path with a backslash (C:\\nieuw in the
#   file), a category with a comma in it, and a separator of lines (U+2028), which needs no escape.
# Seen: node-ical undoes the escapes one kind after another and so reads C:\\nieuw as C:, a line break and ieuw. The
#   category "laptops, iPads" becomes two. A description with U+2028 is left out whole, without an error. ical.js reads
#   path and description rightly.
# Why it matters: people paste such signs from word processors into what they ask of a visit; the visit then arrives
#   without its text at readers built on node-ical. Take U+2028 out and write paths with / before a feed is sent.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . node-ical@0.26.1 ical.js@2.2.1
cat > read.mjs <<'JS'
import ICAL from "ical.js";
import ical from "node-ical";

const file = [
  "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//nl",
  "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", "DTSTART:20260501T070000Z",
  "SUMMARY:C:\\\\nieuw", "CATEGORIES:laptops\\, iPads,visit", "DESCRIPTION:first\u2028second",
  "END:VEVENT", "END:VCALENDAR", "",
].join("\r\n");
const event = Object.values(ical.sync.parseICS(file)).find((part) => part.type === "VEVENT");
const seen = [event.summary, event.categories.length, event.description];
const other = new ICAL.Event(new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent("vevent"));
console.log("node-ical:", JSON.stringify([event.summary, event.categories, event.description ?? "no description"]));
console.log("ical.js:  ", JSON.stringify([other.summary, other.description]));
if (seen[0] !== "C:\\\nieuw" || seen[1] !== 3 || seen[2] !== undefined) {
  console.error("changed: node-ical reads these texts otherwise");
  process.exit(1);
}
if (other.summary !== "C:\\nieuw" || !other.description.includes("second")) process.exit(1);
JS
node read.mjs
