#!/usr/bin/env bash
# Libraries (npm): fast-formula-parser 1.0.19 and hyperformula 3.5.0, which compute formulas of Excel in a web page.
# Guess: what they compute is what Excel shows, or they say that they cannot.
# Seen: fast-formula-parser gives a Sunday to the next week (ISOWEEKNUM of 3 May 2026 is 19, in Excel 18), EDATE runs
#   over the end of a month (a month after 31 August is 1 October, in Excel 30 September), and "Ja"="ja" is false, in
#   Excel true. HyperFormula has these right and TEXT wrong: "#,##0.00" of 589.5 gives 590,##0.00, "0%" of 0.21 gives
#   0%, and "mmm-yy" of 1 May 2018 gives 050-18. No error in any of them.
# Why it matters: pages show a school's own workbook with these. Weeks of visits and ends of guarantees differ by one
#   from what the school sees in Excel, on Sundays and last days of months only, and answers with a capital are not
#   counted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . fast-formula-parser@1.0.19 hyperformula@3.5.0
cat > compute.mjs <<'JS'
import Parser from "fast-formula-parser";
import {HyperFormula} from "hyperformula";

const parser = new Parser({}), engine = HyperFormula.buildFromArray([[1]], {licenseKey: "gpl-v3"});
const expected = { // fast-formula-parser, hyperformula
  "ISOWEEKNUM(DATE(2026,5,2))": [18, 18],
  "ISOWEEKNUM(DATE(2026,5,3))": [19, 18],
  "DAY(EDATE(DATE(2026,8,31),1))": [1, 30],
  '"Ja"="ja"': [false, true],
  'TEXT(589.5,"#,##0.00")': ["589.50", "590,##0.00"],
  'TEXT(0.21,"0%")': ["21%", "0%"],
  'TEXT(DATE(2018,5,1),"mmm-yy")': ["May-18", "050-18"],
};
let same = true;
for (const [formula, values] of Object.entries(expected)) {
  const seen = [parser.parse(formula, {row: 1, col: 1, sheet: "A"}), engine.calculateFormula("=" + formula, 0)];
  console.log(formula, "=>", ...seen);
  same &&= JSON.stringify(seen) === JSON.stringify(values);
}
if (!same) throw new Error("changed: one of them computes otherwise");
JS
node compute.mjs
