#!/usr/bin/env bash
# Library: pydantic 2.14.4 checks the rows of a list.
# Guess: a field of type datetime takes dates in ISO 8601, 20180501 among them as Python's own fromisoformat does;
#   "2018" is 1 January of that year or an error, and 43221, the number under 1 May 2018 in Excel, is an error.
# Seen: any text of digits is a number of seconds since 1970. "2018" is 1 January 1970 at 00:33:38, "201805" 3 January
#   1970, "20180501" 22 August 1970 and 43221 1 January 1970 at 12:00:21. 1-5-2018, a real date, is an error. Strict
#   mode still takes the texts. The type date refuses all of them, and so does NaiveDatetime: seconds have a zone.
# Why it matters: the year of purchase is what half of the old lists tell. The check that should keep wrong dates out
#   makes of each a day in 1970, so every such device is 48 years old, first to be replaced, and the average age of a
#   school decades too high. Use date or NaiveDatetime, and read years before the check.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pydantic==2.14.4
seen=$("$folder/venv/bin/python" - <<'PY'
import datetime
from typing import Annotated

import pydantic

TYPES = {
    "datetime": datetime.datetime,
    "strict": Annotated[datetime.datetime, pydantic.Strict()],
    "naive": pydantic.NaiveDatetime,
    "date": datetime.date,
}


def read(kind, value):
    try:
        return pydantic.TypeAdapter(kind).validate_json(value)
    except pydantic.ValidationError:
        return "error"


for value in ('"2018"', '"201805"', '"20180501"', "43221", '"1-5-2018"', '"2018-05-01T00:00"'):
    print(value, *(f"{name} {read(kind, value)}" for name, kind in TYPES.items()), sep="; ")
print("fromisoformat", datetime.datetime.fromisoformat("20180501"))
PY
)
echo "$seen"
diff <(echo "$seen") - <<'EXPECTED' || { echo "changed: texts of digits are read otherwise" >&2; exit 1; }
"2018"; datetime 1970-01-01 00:33:38+00:00; strict 1970-01-01 00:33:38+00:00; naive error; date error
"201805"; datetime 1970-01-03 08:03:25+00:00; strict 1970-01-03 08:03:25+00:00; naive error; date error
"20180501"; datetime 1970-08-22 13:41:41+00:00; strict 1970-08-22 13:41:41+00:00; naive error; date error
43221; datetime 1970-01-01 12:00:21+00:00; strict error; naive error; date error
"1-5-2018"; datetime error; strict error; naive error; date error
"2018-05-01T00:00"; datetime 2018-05-01 00:00:00; strict 2018-05-01 00:00:00; naive 2018-05-01 00:00:00; date 2018-05-01
fromisoformat 2018-05-01 00:00:00
EXPECTED
