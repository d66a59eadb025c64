#!/usr/bin/env bash
# Libraries: numeral 2.0.6 with its Dutch locale and currency.js 2.0.4 with decimal "," and separator "." (npm), Node
#   20.
# Guess: "€ 1.250,-", the usual Dutch writing of whole euros, is 1250, as "€ 1.250,00" is; what is no number is
#   refused.
# Seen: numeral takes a hyphen anywhere for a minus: "€ 1.250,-" is -1250 and "€ 1250,00 - 2 st" is -1250.002.
#   currency.js makes NaN of both, though what it cannot read is 0 by its manual. Both put all digits of a text behind
#   each other: "12 st à € 229,95" is 12229.95; "€ 589,50 incl. 21% btw" is 5.895 for numeral (a percentage of it).
# Why it matters: prices of purchases are written so. A list of whole prices sums up to less than nothing, and one
#   with some in each writing to an amount that looks possible.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . numeral@2.0.6 currency.js@2.0.4
cat > read.mjs <<'JS'
import currency from "currency.js";
import numeral from "numeral";
import "numeral/locales/nl-nl.js";

numeral.locale("nl-nl");
const dutch = {separator: ".", decimal: ","};
const texts = ["€ 1.250,00", "€ 1.250,-", "€ 1250,00 - 2 st", "12 st à € 229,95", "€ 589,50 incl. 21% btw"];
const seen = texts.map((text) => [Number(numeral(text).value().toFixed(4)), currency(text, dutch).value]);
texts.forEach((text, place) => console.log(`${text}: numeral ${seen[place][0]}, currency.js ${seen[place][1]}`));
const sum = ["€ 1.250,-", "€ 1.300,00", "€ 279,-"].reduce((all, text) => all + numeral(text).value(), 0);
console.log("1250, 1300 and 279 are together", sum);
const expected = [[1250, 1250], [-1250, NaN], [-1250.002, NaN], [12229.95, 12229.95], [5.895, 589.5]];
if (String(seen) !== String(expected) || sum !== -229) throw new Error("changed: prices are read otherwise");
JS
node read.mjs
