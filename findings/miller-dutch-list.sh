#!/usr/bin/env bash
# Tool: Miller 6.6.0 (Debian 12). Needs root for apt-get where it is not there yet.
# Guess: a text that is no number, such as 589,50, makes a sum an error; and what is written as JSON is JSON, whatever a
#   serial number looks like.
# Seen: the verb stats1 leaves such texts out of sum and mean while count counts them: three prices of which one has no
#   comma sum up to that one. The same sum in its language (put) is "(error)". Texts that Miller can read as a number
#   go to JSON bare and as they were: 0x1F and 0b1 (a room), which no JSON parser takes; 0012 and Inf are quoted.
# Why it matters: a total of a Dutch list is a number that looks like one, of the round prices alone. And the file for
#   the next tool breaks at one serial among thousands. Use -S (no types), and turn commas into points first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v mlr > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends miller
} > /dev/null
mlr --version
cd "$folder"
printf 'Serial,Room,Price\n0012,12,"589,50"\n0x1F,0b1,"1.265,00"\nInf,2a,300\n' > list.csv
mlr --icsv --ojson cat list.csv | tee list.json
summed=$(mlr --icsv --onidx stats1 -a sum,mean,count -f Price list.csv)
added=$(mlr --icsv --onidx put -q '@sum += $Price; end { emit @sum }' list.csv)
echo "stats1: sum, mean, count = $summed; put: sum = $added"
problem=$(python3 -c 'import json; json.load(open("list.json"))' 2>&1 | tail -1) || true
echo "json: $problem"
if [ "$summed" != "300 300 3" ] || [ "$added" != "(error)" ]; then
    echo "changed: stats1 sums otherwise" && exit 1
fi
case "$problem" in *JSONDecodeError*) ;; *) echo "changed: its JSON can be read" && exit 1 ;; esac
