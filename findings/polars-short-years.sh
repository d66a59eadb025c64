#!/usr/bin/env bash
# Library: polars 2.1.0.
# Guess: read_csv with try_parse_dates reads 01-05-18 as 1 May 2018, as it reads 01-05-2018, or leaves it as text; a
#   column of which one text is a day in another writing stays text, or that day is read too.
# Seen: 01-05-18 is 1 May of the year 18, in read_csv and in str.to_date(). Two thousand years are then in every
#   age, with the right day and month. str.to_date(strict=False) takes for the whole column the kind that fits the first
#   text: behind 13-06-2018 the day 2018-05-01 is null, and a 05/13/2018 also. Nothing is said.
# Why it matters: dates of two digits each are common in lists by hand. Whatever was bought so is two thousand years
#   old, first in the plan, and spoils every mean; day and month are right, so a look at the column finds little. Give
#   the format, "%d-%m-%y", and look at the lowest year.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet polars==2.1.0
cd "$folder"
printf 'Serial,Bought,Seen\nA1,01-05-18,01-05-2018\nA2,13-06-18,13-06-2018\n' > list.csv
venv/bin/python - <<'PY'
import polars

table = polars.read_csv("list.csv", try_parse_dates=True)
short = [str(day) for day in table["Bought"]]
long = [str(day) for day in table["Seen"]]
named = [str(day) for day in polars.Series(["01-05-18"]).str.to_date("%d-%m-%y")]
guessed = [str(day) for day in polars.Series(["01-05-18"]).str.to_date()]
mixed = [str(day) for day in polars.Series(["13-06-2018", "2018-05-01", "05/13/2018"]).str.to_date(strict=False)]
print("polars", polars.__version__)
print("two digits:", short, "four digits:", long, "with the format:", named, "to_date():", guessed)
print("13-06-2018, 2018-05-01, 05/13/2018:", mixed)
assert long == ["2018-05-01", "2018-06-13"] and named == ["2018-05-01"]
if short != ["0018-05-01", "0018-06-13"] or guessed != ["0018-05-01"]:
    raise SystemExit("changed: years of two digits are read otherwise")
if mixed != ["2018-06-13", "None", "None"]:
    raise SystemExit("changed: a column of several writings is read otherwise")
PY
