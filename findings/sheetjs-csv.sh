#!/usr/bin/env bash
# Library: SheetJS (npm xlsx 0.18.5), reading the csv that Dutch Excel saves.
# Guess: it finds the semicolons, and leaves 589,50 as text because a comma makes no number in JavaScript.
# Seen: it finds the semicolons, and then takes commas for signs between thousands wherever they stand: 589,50 becomes
#   58950, a hundred times too much. 1.589,50 in the same column becomes 1.5895, a thousand times too little,
#   279,- stays text, and 12% becomes 0.12. {raw: true} leaves all of it as text.
# Why it matters: an xlsx made from such a csv holds prices that are wrong by different factors in one column. A column
#   that ranges from 1.2 to 58950 euros for laptops is not one to multiply or divide: ask for the csv itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . xlsx@0.18.5
printf 'Model;Prijs\nProBook;589,50\n100e;1.589,50\nN22;279,-\nN23;12%%\n' > list.csv
node - <<'JS'
const xlsx = require("xlsx");
const read = (options) => {
  const sheets = xlsx.readFile("list.csv", options).Sheets;
  return xlsx.utils.sheet_to_json(Object.values(sheets)[0], {header: 1}).slice(1).map((row) => row[1]);
};
const seen = read({}), raw = read({raw: true});
console.log("read:", JSON.stringify(seen), "| raw:", JSON.stringify(raw));
const expected = [58950, 1.5895, "279,-", 0.12];
if (JSON.stringify(seen) !== JSON.stringify(expected) || raw[0] !== "589,50") {
  console.error("changed: SheetJS reads Dutch prices otherwise");
  process.exit(1);
}
JS
