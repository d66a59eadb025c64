#!/usr/bin/env bash
# Library: csv-parse 7.0.3 (npm), on Node 20.
# Guess: cast_date makes dates of what is written as one; "Groep 7", "Lokaal 12" and "iPad 9" stay text, and of
#   13-05-2018 and 01-05-2018 either both become dates or neither.
# Seen: it takes what Date.parse of the machine takes, and V8 passes over words in front of a number: Groep 7 is 1 July
#   2001, Lokaal 12 1 December 2001, iPad 9 1 September 2001, HP 250 the year 250. Lokaal 13 stays text. 01-05-2018 is
#   5 January, 13-05-2018 stays text.
# Why it matters: rooms, groups and models of an inventory are gone, for those up to 12 only, and what is written on is
#   a list with dates of 2001. Take cast with a function that knows its column instead.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
node --version
npm install --silent --no-audit --no-fund --prefix . csv-parse@7.0.3
cat > read.mjs <<'JS'
import {parse} from "csv-parse/sync";

const list = "Groep 7;Lokaal 12;iPad 9;HP 250;01-05-2018\nGroep 8;Lokaal 13;Chromebook 11;ProBook;13-05-2018";
const rows = parse(list, {delimiter: ";", cast: true, cast_date: true});
const day = (value) => `${value.getDate()}-${value.getMonth() + 1}-${value.getFullYear()}`;
const seen = rows.map((row) => row.map((value) => (value instanceof Date ? day(value) : value)).join(" | "));
console.log(list);
console.log(seen.join("\n"));
const expected = [
  "1-7-2001 | 1-12-2001 | 1-9-2001 | 1-1-250 | 5-1-2018",
  "1-8-2001 | Lokaal 13 | 1-11-2001 | ProBook | 13-05-2018",
];
if (seen.join() !== expected.join()) throw new Error("changed: other texts become dates");
JS
TZ=Europe/Amsterdam node read.mjs
