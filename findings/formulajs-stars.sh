#!/usr/bin/env bash
# Library: @formulajs/formulajs 4.6.1 (npm; grids in web pages compute with it), on Node 20.
# Guess: functions that carry the names of Excel's give what Excel gives: COUNTIF counts by pattern and without regard
#   to capitals, SUM over cells leaves out digits kept as text, and NETWORKDAYS backwards counts the same days.
# Seen: of HP 250, hp 250, HP 250 G5 and Dell COUNTIF finds no "HP*" (Excel 3) and one "HP 250" (Excel 2), and SUMIF
#   of "HP*" is 0, while MATCH of "dell*" works. A list with 3 and the text "3" sums up to 6 (Excel 3), where COUNT is
#   1 and AVERAGE 3. From 31 to 1 May 2018 NETWORKDAYS is -29 (Excel -23, and 23 the other way).
# Why it matters: totals by kind or make in an inventory are made with COUNTIF and a star; a page then says that there
#   are none, which is an ordinary answer. Try each function that is used with a pattern and with capitals.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . @formulajs/formulajs@4.6.1
cat > compute.mjs <<'JS'
import {AVERAGE, COUNT, COUNTIF, MATCH, NETWORKDAYS, SUM, SUMIF} from "@formulajs/formulajs";

const models = ["HP 250", "hp 250", "HP 250 G5", "Dell"];
const first = new Date(2018, 4, 1);
const last = new Date(2018, 4, 31);
const seen = {
  'COUNTIF "HP*"': [COUNTIF(models, "HP*"), 3, 0],
  'COUNTIF "HP 250"': [COUNTIF(models, "HP 250"), 2, 1],
  'SUMIF "HP*"': [SUMIF(models, "HP*", [1, 2, 4, 8]), 7, 0],
  'MATCH "dell*"': [MATCH("dell*", models, 0), 4, 4],
  'SUM of 3 and "3"': [SUM([3, "3"]), 3, 6],
  'COUNT of 3 and "3"': [COUNT([3, "3"]), 1, 1],
  'AVERAGE of 3 and "3"': [AVERAGE([3, "3"]), 3, 3],
  "NETWORKDAYS 1 to 31 May": [NETWORKDAYS(first, last), 23, 23],
  "NETWORKDAYS 31 to 1 May": [NETWORKDAYS(last, first), -23, -29],
};
for (const [name, [value, excel]] of Object.entries(seen)) console.log(`${name}: ${value} (Excel ${excel})`);
if (Object.values(seen).some(([value, , expected]) => value !== expected)) throw new Error("changed: other results");
JS
node compute.mjs
