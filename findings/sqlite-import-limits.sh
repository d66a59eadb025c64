#!/usr/bin/env bash
# Tool: sqlite3 3.40.1 (the shell of SQLite, Debian 12), .import of a csv. Needs root for apt-get where it is not there.
# Guess: columns that hold numbers alone compare as numbers, for SQLite looks at values and not at types; a price as
#   279,50 is text and above or below no number; a year that was not filled in is NULL.
# Seen: .import makes every column TEXT, and a number beside such a column is turned into text: 95 > 500 is true and
#   1265 > 500 false, the highest price is 95, and order by puts 1265 before 300. sum and avg do take numbers, so half
#   of a report is right. 279,50 counts for 279. An empty year is "", below 2017 and 0 in an average.
# Why it matters: lists go into SQLite to ask just this, which devices are dearer or older than so much. The answer has
#   rows and looks like one. Make the table first, with INTEGER and REAL, and turn "" into NULL before asking.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v sqlite3 > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends sqlite3
} > /dev/null
sqlite3 --version | cut -d ' ' -f 1
cd "$folder"
cat > list.csv <<'CSV'
Serial,Price,Year
A1,95,2018
A2,1265,2021
A3,300,
A4,"279,50",2016
CSV
seen=$(sqlite3 :memory: -cmd ".mode csv" -cmd ".import list.csv list" \
    "select 'above 500', group_concat(Serial, ' ') from list where Price > 500" \
    "select 'highest', max(Price) from list" \
    "select 'ordered', group_concat(Serial, ' ') from (select Serial from list order by Price)" \
    "select 'sum', sum(Price) from list" \
    "select 'before 2017', group_concat(Serial, ' ') from list where Year < 2017" \
    "select 'mean year', avg(Year) from list" | tr -d '"\r')
echo "$seen"
diff <(echo "$seen") - <<'EXPECTED' || { echo "changed: other devices" >&2; exit 1; }
above 500,A1
highest,95
ordered,A2 A4 A3 A1
sum,1939.0
before 2017,A3 A4
mean year,1513.75
EXPECTED
