#!/usr/bin/env bash
# Library: roo 2.10.0 (Ruby, Debian 12) reads one workbook of XlsxWriter 3.3.1 as xlsx and, saved by LibreOffice
#   7.4.7, as ods. Needs root for apt-get where they are not there yet.
# Guess: both give the same values: 589.5 for a price in euros, true and false for yes and no, 30:30 hours as one
#   amount.
# Seen: from ods a price with a sign of euro is the text "589.5", true and false are the texts "true" and "false", and
#   a formula that gives false is 0: each of them counts as true in Ruby. 30:30 hours are 109800 seconds from ods, and
#   6:30 on 31 December 1899 from xlsx. A price whose format writes the sign as a letter is a number in both.
# Why it matters: schools send ods as often as xlsx. Of a column "defect" every device is defect, and a sum over what
#   is a number leaves out all prices in euros, without an error. Ask celltype, and turn text into values by it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ruby -e 'require "roo"' > /dev/null 2>&1 && command -v soffice > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends ruby-roo libreoffice-calc
} > /dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet XlsxWriter==3.3.1
cd "$folder"
venv/bin/python - <<'PY'
import xlsxwriter

with xlsxwriter.Workbook("list.xlsx") as book:
    sheet = book.add_worksheet()
    sheet.write_number(0, 0, 589.5, book.add_format({"num_format": "[$€-413] #,##0.00"}))
    sheet.write_number(0, 1, 589.5, book.add_format({"num_format": '"€" #,##0.00'}))
    sheet.write_boolean(0, 2, True)
    sheet.write_boolean(0, 3, False)
    sheet.write_formula(0, 4, "=A1>1000", None, False)
    sheet.write_number(0, 5, 30.5 / 24, book.add_format({"num_format": "[h]:mm"}))
PY
soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to ods list.xlsx > /dev/null 2>&1
cat > read.rb <<'RUBY'
require "roo"
ARGV.each do |name|
  sheet = Roo::Spreadsheet.open(name).sheet(0)
  cells = (1..6).map { |column| sheet.cell(1, column) }
  told = cells.map { |cell| cell.is_a?(DateTime) ? cell.strftime("%Y-%m-%d %H:%M") : cell.inspect }
  puts "#{name}: #{told.join(", ")}; taken for true: #{cells[2..4].count { |cell| cell }} of 3"
end
RUBY
ruby -W0 -e 'require "roo"; puts "roo #{Roo::VERSION}"'
ruby -W0 read.rb list.xlsx list.ods | tee seen
diff seen - <<'EXPECTED' || { echo "changed: cells are read otherwise" >&2; exit 1; }
list.xlsx: 589.5, 589.5, true, false, false, 1899-12-31 06:30; taken for true: 1 of 3
list.ods: "589.5", 589.5, "true", "false", 0, 109800; taken for true: 3 of 3
EXPECTED
