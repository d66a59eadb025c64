#!/usr/bin/env bash
# Library: csv 3.2.2 of Ruby 3.1 (Debian 12), reading with converters: :numeric (as :all does too). Needs root for
#   apt-get where Ruby is not there yet.
# Guess: the number of a sticker, 0012, becomes 12, or stays text because of its zeros; at any rate all stickers of a
#   column are treated alike.
# Seen: numbers are read as in the source of a Ruby program, where a zero in front means counting by eights: 0012 is 10,
#   0017 is 15, 00123 is 83. From 0018 on, where a digit is an 8 or a 9, it is 18.0, a broken number. 2018_001 is
#   2018001, 0x1F is 31 and 0b1, a room, is 1.
# Why it matters: 0012 and 0010 are both stickers of the same list: 0012 now reads 10, and 0010 reads 8. Every number is
#   one that exists, so devices are handed over and written off under the number of another. Name the columns that are
#   numbers (converters take a block with the header), and leave the others text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ruby -rcsv -e '' > /dev/null 2>&1 || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends ruby
} > /dev/null 2>&1
cd "$folder"
cat > list.csv <<'CSV'
sticker;kind
0010;laptop
0012;laptop
0017;laptop
0018;laptop
00123;tablet
2018_001;screen
0x1F;screen
0b1;screen
CSV
cat > read.rb <<'RUBY'
require "csv"
puts "csv #{CSV::VERSION}, Ruby #{RUBY_VERSION}"
written = CSV.read("list.csv", col_sep: ";", headers: true)["sticker"]
seen = CSV.read("list.csv", col_sep: ";", headers: true, converters: :numeric)["sticker"]
written.zip(seen) { |text, number| puts "#{text.ljust(10)} #{number.inspect}" }
unless seen == [8, 10, 15, 18.0, 83, 2018001, 31, 1] && seen[3].is_a?(Float)
  abort "changed: a number with zeros in front is no longer read by eights"
end
RUBY
ruby read.rb
