#!/usr/bin/env bash
# Library: Papa Parse 5.7.1 (npm, reads csv in web pages), on Node 20; csv.Sniffer of Python beside it.
# Guess: it finds the separator, as its manual says; of a list with semicolons in every line, the heading among them,
#   and decimal commas in its prices that is the semicolon.
# Seen: of the first ten lines the empty one behind the last line break is one too. With the semicolon it has a column
#   less than those above it, as the heading has with the comma; each of the two is as even as the other, and the comma
#   was tried first: "Model;Prijs", "ProBook;589,50" is a column "Model;Prijs" with "ProBook;589" in it. From nine rows
#   on, with a third column or with skipEmptyLines it is right. Errors tell of too many fields; the data come all the
#   same. Python's Sniffer says semicolon each time.
# Why it matters: models and prices, or rooms and remarks with commas, are lists of two columns, and a small school has
#   eight rows. The page was tried with a longer list. Name the separator, or set skipEmptyLines.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . papaparse@5.7.1
cat > read.js <<'JS'
const fs = require("fs");
const Papa = require("papaparse");
const rows = (count) => Array.from({ length: count }, (_, at) => `Model ${at};${200 + at},50\n`).join("");
const lists = {
    "8 prices": "Model;Prijs\n" + rows(8),
    "9 prices": "Model;Prijs\n" + rows(9),
    rooms: "Lokaal;Omschrijving\n1;laptop, tas\n2;iPad, hoes\n3;scherm, kabel\n",
    counts: "Model;Prijs;Aantal\nProBook;589,50;3\nN22;279,95;4\n100e;229,00;12\n",
};
const found = {};
for (const [name, text] of Object.entries(lists)) {
    fs.writeFileSync(name + ".csv", text);
    const read = Papa.parse(text, { header: true });
    const skipped = Papa.parse(text, { header: true, skipEmptyLines: true });
    found[name] = read.meta.delimiter + skipped.meta.delimiter;
    console.log(name.padEnd(8), JSON.stringify(read.meta.delimiter), JSON.stringify(read.data[0]), "skipEmptyLines",
        JSON.stringify(skipped.meta.delimiter));
}
if (Object.values(found).join(" ") !== ",; ;; ,; ;;") {
    console.error("changed: the separator that is found");
    process.exit(1);
}
JS
node read.js
python3 - <<'PY'
import csv
import sys

names = "8 prices", "9 prices", "rooms", "counts"
found = {name: csv.Sniffer().sniff(open(name + ".csv").read()).delimiter for name in names}
print("Python's Sniffer", found)
if set(found.values()) != {";"}:
    sys.exit("changed: Python's Sniffer no longer finds the semicolon")
PY
