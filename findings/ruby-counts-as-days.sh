#!/usr/bin/env bash
# Libraries: roo 2.10.0 (xlsx) and spreadsheet 1.0.0 (xls) for Ruby, of Debian 12; a workbook of XlsxWriter 3.3.1, as
#   xls by LibreOffice. Needs root for apt-get where they are not there yet.
# Guess: a count of 12 is 12, be it shown with its unit (0" stuks") or with negatives in red (0;[Red]-0).
# Seen: both look for the letters of a date anywhere in the format, words between quotes included: 12 shown as
#   "12 stuks" is 11 January 1900, in spreadsheet also where negatives are red (the d of Red). Which units do it is
#   chance: stuks and maanden do, jaar and GB do not. And Excel would call that number 12 January.
# Why it matters: a school system in Ruby that reads an inventory has days for counts of laptops, and hands them on so.
#   Days of January 1900 in a column of counts are such counts: add one to the day of the month.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
{ command -v soffice && ruby -rroo -rspreadsheet -e ''; } > /dev/null 2>&1 || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends ruby-roo ruby-spreadsheet libreoffice-calc
} > /dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet XlsxWriter==3.3.1
cd "$folder"
venv/bin/python - <<'PY'
import xlsxwriter

with xlsxwriter.Workbook("list.xlsx") as book:
    sheet = book.add_worksheet()
    for row, shown in enumerate(("0", '0" stuks"', '0" maanden"', '0" jaar"', '0" GB"', "0;[Red]-0")):
        sheet.write(row, 0, shown)
        sheet.write(row, 1, 12, book.add_format({"num_format": shown}))
PY
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to xls list.xlsx > /dev/null 2>&1
cat > read.rb <<'RUBY'
require "roo"
require "spreadsheet"
puts "roo #{Roo::VERSION}, spreadsheet #{Spreadsheet::VERSION}"
book = Roo::Excelx.new("list.xlsx")
roo = (1..book.last_row).map { |row| book.row(row) }
old = Spreadsheet.open("list.xls").worksheet(0).map { |row| [row[0], row[1]] }
short = ->(value) { value.respond_to?(:strftime) ? value.strftime("%F") : value.to_i }
seen = roo.zip(old).map { |one, other| [one[0], short.(one[1]), short.(other[1])] }
seen.each { |line| puts line.join("  |  ") }
day = "1900-01-11"
wanted = [[12, 12], [day, day], [day, day], [12, 12], [12, 12], [12, day]]
abort "changed: they read other counts" if seen.map { |line| line[1..] } != wanted
RUBY
ruby read.rb
