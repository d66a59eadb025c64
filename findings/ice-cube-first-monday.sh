#!/usr/bin/env bash
# Library: ice_cube 0.16.4 (Ruby, Debian 12), from_ical; dateutil 2.9.0.post0 beside it. Needs root for apt-get where
#   it is not there yet.
# Guess: rules that calendars write are read as RFC 5545 says, and what it does not know raises an error: the first
#   Monday of a month as BYDAY=MO;BYSETPOS=1, the last working day as BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1.
# Seen: BYSETPOS is passed over in silence. The first Monday of each month becomes every Monday, so that four visits
#   are over in January; the last working day becomes every working day. Monthly on the 31st, which the standard
#   leaves out in shorter months, comes on 28 February. The other writing, BYDAY=1MO, is read rightly.
# Why it matters: the last working day can be written in no other way, and a first Monday often is. A school that is
#   visited on the first Monday of four months has its four visits in January, and nobody in April.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ruby -e 'require "ice_cube"' > /dev/null 2>&1 || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends ruby-ice-cube
} > /dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-dateutil==2.9.0.post0
cd "$folder"
cat > rules <<'RULES'
FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1;COUNT=4
FREQ=MONTHLY;BYDAY=1MO;COUNT=4
FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=4
FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4
FREQ=MONTHLY;COUNT=4
RULES
cat > read.rb <<'RUBY'
require "ice_cube"
File.readlines("rules", chomp: true).each_with_index do |rule, place|
  start = place == 4 ? "20260131T080000Z" : "20260105T080000Z"
  days = IceCube::Schedule.from_ical("DTSTART:#{start}\nRRULE:#{rule}\n").first(4)
  puts days.map { |day| day.strftime("%d-%m") }.join(" ")
end
RUBY
cat > read.py <<'PY'
from datetime import datetime
from pathlib import Path

from dateutil.rrule import rrulestr

for place, rule in enumerate(Path("rules").read_text().splitlines()):
    days = rrulestr(rule, dtstart=datetime(2026, 1, 31 if place == 4 else 5, 8))
    print(*(f"{day:%d-%m}" for day in days))
PY
ruby -W0 -e 'require "ice_cube"; puts "ice_cube #{IceCube::VERSION}"'
paste -d '|' rules <(ruby -W0 read.rb) <(venv/bin/python read.py) > seen
sed 's/|/: ice_cube /; s/|/, dateutil /' seen
cut -d '|' -f 2,3 seen | diff - <(cat <<'EXPECTED'
05-01 12-01 19-01 26-01|05-01 02-02 02-03 06-04
05-01 02-02 02-03 06-04|05-01 02-02 02-03 06-04
05-01 06-01 07-01 08-01|30-01 27-02 31-03 30-04
31-01 31-03 31-05 31-07|31-01 31-03 31-05 31-07
31-01 28-02 31-03 30-04|31-01 31-03 31-05 31-07
EXPECTED
) || { echo "changed: rules are read otherwise" >&2; exit 1; }
