#!/usr/bin/env bash
# Library: exceljs 4.4.0 (npm), reading csv.
# Guess: csv.readFile gives the texts of the file, or turns into a number or date only what can be nothing else; a date
#   with the day in front stays text or becomes that day.
# Seen: 01-05-2018 becomes 5 January 2018 (month in front), 13-05-2018 in the same column stays text, and
#   2018-05-01 is a moment in the machine's own zone, so in UTC it is the day before. 00123 becomes 123, 5E10 becomes
#   fifty thousand million, 0x10 becomes 16 and a long bar code loses its last digits.
# Why it matters: lists that a web page turned from csv to Excel hold dates that are right from the 13th on and have day
#   and month changed before it: a column of dates and texts mixed, where no date has a day above 12, is such a list.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . exceljs@4.4.0
cat > list.csv <<'CSV'
00123,01-05-2018
5E10,13-05-2018
0x10,2018-05-01
123456789012345678,x
CSV
TZ=Europe/Amsterdam node - <<'JS'
const excel = require("exceljs");
(async () => {
  const sheet = await new excel.Workbook().csv.readFile("list.csv");
  const rows = [];
  sheet.eachRow((row) => rows.push(row.values.slice(1)));
  rows.forEach((row) => console.log(JSON.stringify(row)));
  const seen = JSON.stringify(rows);
  const expected = JSON.stringify([
    [123, "2018-01-04T23:00:00.000Z"],
    [50000000000, "13-05-2018"],
    [16, "2018-04-30T22:00:00.000Z"],
    [123456789012345680, "x"],
  ]);
  if (seen !== expected) {
    console.error("changed: exceljs reads these texts of a csv otherwise");
    process.exit(1);
  }
})();
JS
