#!/usr/bin/env bash
# Library: Excel::Writer::XLSX 1.10 (Perl, Debian 12); openpyxl 3.1.5, python-calamine 0.9.1, npm exceljs 4.4.0 and
#   LibreOffice 7.4.7 (Debian 12) read what it wrote. Needs root for apt-get where they are not there yet.
# Guess: write() makes a number of a text that is one, as its manual says; 12E4567, which is no number that Excel or
#   Perl can hold, stays text. The file can be opened.
# Seen: its pattern knows digits, an E and digits, of any length. 12E4567 is written as a number, and Perl writes Inf
#   for it: openpyxl refuses the whole workbook, calamine gives infinity, exceljs NaN and LibreOffice 0. 0012 becomes
#   12, 5E10 50000000000 and 1E3 1000 without a word; 5CD8123A, beside them, stays text. write_string keeps all.
# Why it matters: a list of hundreds of devices does not open for one serial of that shape, and where it opens that
#   device has the serial 0; others have the serial of another. Write serials with write_string, always.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
perl -MExcel::Writer::XLSX -e '' > /dev/null 2>&1 && command -v soffice > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends libexcel-writer-xlsx-perl libreoffice-calc
} > /dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet openpyxl==3.1.5 python-calamine==0.9.1
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . exceljs@4.4.0
cat > write.pl <<'PERL'
use Excel::Writer::XLSX;
print "Excel::Writer::XLSX $Excel::Writer::XLSX::VERSION\n";
for my $name ("short", "long") {
    my $book = Excel::Writer::XLSX->new("$name.xlsx");
    my $sheet = $book->add_worksheet();
    my @serials = ("5CD8123A", "0012", "5E10", "1E3");
    push @serials, "12E4567" if $name eq "long";
    $sheet->write($_, 0, $serials[$_]) for 0 .. $#serials;
    $book->close;
}
PERL
perl write.pl
cat > read.cjs <<'JS'
const book = new (require("exceljs").Workbook)();
book.xlsx.readFile("long.xlsx").then(() => console.log(String(book.worksheets[0].getCell("A5").value)));
JS
exceljs=$(node read.cjs)
soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to csv long.xlsx > /dev/null 2>&1
office=$(tail -1 long.csv)
venv/bin/python - "$exceljs" "$office" <<'PY'
import sys

import openpyxl
import python_calamine

short = [row[0].value for row in openpyxl.load_workbook("short.xlsx").active]
try:
    long = str(openpyxl.load_workbook("long.xlsx").active["A5"].value)
except ValueError as error:
    long = str(error).split(".")[0]
calamine = python_calamine.CalamineWorkbook.from_path("long.xlsx").get_sheet_by_index(0).to_python()[4][0]
print("5CD8123A, 0012, 5E10, 1E3:", short)
print("12E4567: openpyxl:", long, "calamine:", calamine, "exceljs:", sys.argv[1], "LibreOffice:", sys.argv[2])
if short != ["5CD8123A", 12, 50000000000, 1000]:
    raise SystemExit("changed: other values are written")
if not long.startswith("Unable to read") or [str(calamine), *sys.argv[1:]] != ["inf", "NaN", "0"]:
    raise SystemExit("changed: 12E4567 is written or read otherwise")
PY
