#!/usr/bin/env bash
# Libraries: Spreadsheet::ParseXLSX 0.27 with Spreadsheet::ParseExcel 0.65 (Perl, Debian 12; Spreadsheet::Read reads
#   with them), on a workbook of XlsxWriter 3.3.1. Needs root for apt-get where they are not there yet.
# Guess: a cell that shows 9:45 hours in the format [h]:mm, the one for more than a day, comes out as 9:45, as it does
#   in h:mm; or as the number under it.
# Seen: the minutes behind [h] are taken for the month. 9:45 comes out as 9:01, and so does 9:00: every amount of time
#   of a list ends in 01, and from 768 hours (32 days) on in 02. With seconds behind it, [h]:mm:ss, it is right.
# Why it matters: hours of repair and of support per month are kept so. Each is up to 58 minutes too low or a minute too
#   high, and looks like a time somebody noted. Take the number (unformatted) and multiply by 24; a column of times
#   that all end in :01 has been through this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
perl -MSpreadsheet::ParseXLSX -e '' > /dev/null 2>&1 || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends libspreadsheet-parsexlsx-perl
} > /dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet XlsxWriter==3.3.1
cd "$folder"
venv/bin/python - <<'PY'
import xlsxwriter

with xlsxwriter.Workbook("hours.xlsx") as book:
    sheet = book.add_worksheet()
    formats = [book.add_format({"num_format": shown}) for shown in ("h:mm", "[h]:mm", "[h]:mm:ss")]
    for row, minutes in enumerate((9 * 60, 9 * 60 + 45, 30 * 60 + 30, 770 * 60 + 15)):
        for column, shown in enumerate(formats):
            sheet.write_number(row, column, minutes / 1440, shown)
PY
cat > read.pl <<'PERL'
use Spreadsheet::ParseXLSX;
my $sheet = (Spreadsheet::ParseXLSX->new->parse("hours.xlsx")->worksheets)[0];
for my $row (0 .. 3) {
    print join("  ", map { $sheet->get_cell($row, $_)->value } 0 .. 2), "\n";
}
PERL
perl -MSpreadsheet::ParseXLSX -MSpreadsheet::ParseExcel -e \
    'print "ParseXLSX $Spreadsheet::ParseXLSX::VERSION, ParseExcel $Spreadsheet::ParseExcel::VERSION\n"'
seen=$(perl read.pl)
echo "h:mm  [h]:mm  [h]:mm:ss"
echo "$seen"
diff <(echo "$seen") - <<'EXPECTED' || { echo "changed: [h]:mm comes out otherwise" >&2; exit 1; }
9:00  9:01  9:00:00
9:45  9:01  9:45:00
6:30  30:01  30:30:00
2:15  770:02  770:15:00
EXPECTED
