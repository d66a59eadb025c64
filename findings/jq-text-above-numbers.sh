#!/usr/bin/env bash
# Tool: jq 1.6 (Debian 12; yq hands YAML to it). Needs root for apt-get where it is not there yet.
# Guess: .price > 500 of a price that is text, "279,50" or "95", is an error or false, as adding it to a number is an
#   error; .year < 2018 of a device without a year is false, as in SQL, or an error.
# Seen: kinds have an order, nothing < false < true < numbers < texts, and every comparison goes by it. Each price in
#   text is above 500, and above any number; each device without a year is older than any. max_by gives the cheapest
#   one, "95", as the dearest, min_by the one without a year as the oldest. Nothing is said.
# Why it matters: an answer of device management has a number in one record and text or null in the next. What must be
#   replaced is picked with such a line, and the devices that nobody knows the year of are all in it. Ask for the kind
#   first: select((.year | type) == "number" and .year < 2018).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v jq > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends jq
} > /dev/null
jq --version
cd "$folder"
cat > devices.json <<'JSON'
[
  {"serial": "A1", "price": "279,50", "year": 2019},
  {"serial": "A2", "price": 1265, "year": 2016},
  {"serial": "A3", "price": 100, "year": null},
  {"serial": "A4", "price": "95", "year": "2021"},
  {"serial": "A5", "price": 310}
]
JSON
seen=$(jq -c '
  map(select(.price > 500) | .serial), map(select(.year < 2018) | .serial),
  (max_by(.price) | .serial), (min_by(.year) | .serial),
  map(select((.year | type) == "number" and .year < 2018) | .serial)' devices.json)
sum=$(jq 'map(.price) | add' devices.json 2>&1) || true
echo "price > 500, year < 2018, dearest, oldest, year < 2018 where it is a number:"
echo "$seen"
echo "sum: $sum"
diff <(echo "$seen") - <<'EXPECTED' || { echo "changed: other devices" >&2; exit 1; }
["A1","A2","A4"]
["A2","A3","A5"]
"A4"
"A3"
["A2"]
EXPECTED
case "$sum" in *"cannot be added"*) ;; *) echo "changed: text and numbers can be added" >&2; exit 1 ;; esac
