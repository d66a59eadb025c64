#!/usr/bin/env bash
# Libraries: HyperFormula 3.5.0 (npm, computes in grids of web pages) beside LibreOffice 7.4.7 (Debian 12; the same
#   formulas in a workbook of openpyxl 3.1.5). Needs root for apt-get where LibreOffice is not there yet.
# Guess: functions that HyperFormula lists as its own give what Excel gives, or an error where it cannot.
# Seen: TEXT knows whole numbers, decimals without thousands, and days in digits; the rest comes out as a piece of text
#   that looks like an answer: 25% is "0%", 1265.5 is "1266,##0.00", May 2018 ("mmm-yy") is "050-18", 30 hours are
#   "[6]:00". INT(-2.5) is -2. DATEDIF with "y" is #NUM!, with "Y" it is 3.
# Why it matters: lists of devices say shares, amounts and months this way, and round what is short (-2.5) down with
#   INT. In the grid of a web page a board sees 0% at every school, and 2 devices short where the workbook says 3.
#   Let it compute with numbers only, and show them with the formats of the page.
set -euo pipefail
export LC_ALL=C.UTF-8
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v soffice > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends libreoffice-calc
} > /dev/null 2>&1
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet openpyxl==3.1.5
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . hyperformula@3.5.0
cat > formulas.txt <<'TXT'
=TEXT(0.25,"0%")
=TEXT(1265.5,"#,##0.00")
=TEXT(1265.5,"0.00")
=TEXT(43221,"mmm-yy")
=TEXT(43221,"d-m-yyyy")
=TEXT(1.25,"[h]:mm")
=INT(-2.5)
=DATEDIF(41897,43221,"y")
=DATEDIF(41897,43221,"Y")
TXT
cat > compute.mjs <<'JS'
import fs from "fs";
import { HyperFormula } from "hyperformula";

const formulas = fs.readFileSync("formulas.txt", "utf8").trim().split("\n");
const engine = HyperFormula.buildFromArray(formulas.map((formula) => [formula]), { licenseKey: "gpl-v3" });
for (const [value] of engine.getSheetValues(0)) console.log(value.value ?? value);
JS
node compute.mjs > hyperformula.txt
venv/bin/python - <<'PY'
import openpyxl

book = openpyxl.Workbook()
for formula in open("formulas.txt", encoding="utf-8"):
    book.active.append([formula.strip()])
book.save("formulas.xlsx")
PY
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to xlsx --outdir computed formulas.xlsx \
    > /dev/null 2>&1
venv/bin/python - > libreoffice.txt <<'PY'
import openpyxl

for (value,) in openpyxl.load_workbook("computed/formulas.xlsx", data_only=True).active.values:
    print(value)
PY
seen=$(paste -d'|' formulas.txt hyperformula.txt libreoffice.txt | sed 's/|/ | /g')
echo "formula | HyperFormula | LibreOffice"
echo "$seen"
diff <(echo "$seen") - <<'EXPECTED' || { echo "changed: HyperFormula computes otherwise" >&2; exit 1; }
=TEXT(0.25,"0%") | 0% | 25%
=TEXT(1265.5,"#,##0.00") | 1266,##0.00 | 1,265.50
=TEXT(1265.5,"0.00") | 1265.50 | 1265.50
=TEXT(43221,"mmm-yy") | 050-18 | May-18
=TEXT(43221,"d-m-yyyy") | 1-5-2018 | 1-5-2018
=TEXT(1.25,"[h]:mm") | [6]:00 | 30:00
=INT(-2.5) | -2 | -3
=DATEDIF(41897,43221,"y") | #NUM! | 3
=DATEDIF(41897,43221,"Y") | 3 | 3
EXPECTED
