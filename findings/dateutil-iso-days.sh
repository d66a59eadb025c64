#!/usr/bin/env bash
# Libraries: python-dateutil 2.9.0.post0 and pandas 3.1.1, told that the day comes first.
# Guess: dayfirst=True settles what 01-05-2018 is. A date that begins with its year, 2018-05-01 as ISO 8601 has it, is
#   1 May whatever is said of the others.
# Seen: it also turns a date with the year in front. For dateutil 2018-05-01, 20180501 and 2018-05-01T10:00:00 are 5
#   January and 2018-05-13 is 13 May. pd.to_datetime makes 5 January of a column of ISO dates alone as long as no day is
#   above 12 (the first decides; one above 12 in a later row is an error), and with format="mixed" of every one up to
#   the 12th. No warning: the one that says day and month were turned is there only where the first day is above 12.
# Why it matters: dayfirst stands in a reader of Dutch lists for good, and an export of device management, or a list put
#   together of two, comes with ISO dates. A delivery of one week has none above 12. Read what begins with four digits
#   by itself, with format="ISO8601".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-dateutil==2.9.0.post0 pandas==3.1.1
"$folder/venv/bin/python" - <<'PY'
import sys
import warnings

import pandas as pd
from dateutil import parser

warnings.simplefilter("error")
texts = ["01-05-2018", "2018-05-01", "20180501", "2018-05-01T10:00:00", "2018-05-13"]
alone = [str(parser.parse(text, dayfirst=True).date()) for text in texts]
mixed = [str(day.date()) for day in pd.to_datetime(pd.Series(texts[:2] + texts[3:]), dayfirst=True, format="mixed")]
only_iso = [str(day.date()) for day in pd.to_datetime(pd.Series(["2018-05-01", "2018-06-02"]), dayfirst=True)]
named = pd.to_datetime("2018-05-01", dayfirst=True, format="ISO8601")
for text, day in zip(texts, alone):
    print(f"dateutil  {text:20} {day}")
for text, day in zip(texts[:2] + texts[3:], mixed):
    print(f"pandas    {text:20} {day}")
print("pandas, ISO dates alone", only_iso, "with format ISO8601", named.date())
if alone != ["2018-05-01", "2018-01-05", "2018-01-05", "2018-01-05", "2018-05-13"]:
    sys.exit("changed: dateutil no longer turns the day and month of an ISO date")
if mixed != ["2018-05-01", "2018-01-05", "2018-01-05", "2018-05-13"] or only_iso != ["2018-01-05", "2018-02-06"]:
    sys.exit("changed: pandas no longer turns the day and month of an ISO date")
if named.month != 5:
    sys.exit("changed: naming ISO8601 no longer helps")
PY
