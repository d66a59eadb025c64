#!/usr/bin/env bash
# Libraries: pandera 0.35.0 with pandas 3.1.1 and cattrs 26.2.1 check the rows of a list; pydantic 2.14.4 beside them.
# Guess: they are there to refuse what does not fit: "nee" in a column of yes and no, 12.7 where a whole number
#   stands. Coercing takes "12" for 12 and "False" for false.
# Seen: coerce=True of pandera and structure() of cattrs do what Python's bool() and int() do: any text but an empty
#   one is true, so "nee", "False" and "0" are true, and 12.7 is 12. The check passes. pydantic refuses "nee" and 12.7
#   and takes "False" and "0" for false.
# Why it matters: a column "defect: ja/nee" or "lent out" is all yes after a check that is there to be trusted, and
#   half a device (shared by two schools) is none. Turn the words into true and false before the check, by a table
#   that refuses what it does not know.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pandera==0.35.0 pandas==3.1.1 cattrs==26.2.1 pydantic==2.14.4
"$folder/venv/bin/python" - <<'PY'
import sys

import cattrs
import pandas
import pandera.pandas as pandera
from pydantic import TypeAdapter, ValidationError


def with_pandera(kind, value):
    schema = pandera.DataFrameSchema({"value": pandera.Column(kind, coerce=True)})
    return schema.validate(pandas.DataFrame({"value": [value]}))["value"].tolist()[0]


def with_pydantic(kind, value):
    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return "refused"


cases = ((bool, "ja"), (bool, "nee"), (bool, "False"), (bool, "0"), (bool, ""), (int, "12"), (int, 12.7), (int, 0.5))
seen = []
for kind, value in cases:
    seen.append((with_pandera(kind, value), cattrs.structure(value, kind), with_pydantic(kind, value)))
    print(f"{kind.__name__} of {value!r}: pandera %s, cattrs %s, pydantic %s" % seen[-1])
expected = [
    (True, True, "refused"),
    (True, True, "refused"),
    (True, True, False),
    (True, True, False),
    (False, False, "refused"),
    (12, 12, 12),
    (12, 12, "refused"),
    (0, 0, "refused"),
]
if seen != expected:
    sys.exit("changed: other values are refused")
PY
