#!/usr/bin/env bash
# Library: polars 2.1.0; pandas 3.1.1 beside it.
# Guess: the 50% of describe() is the median, as in pandas, and quantile(0.25) weighs between the two nearest devices,
#   as pandas, numpy and Excel (QUARTILE) do.
# Seen: describe() and quantile() take the nearest value that is there, the upper one in the middle. Of four laptops of
#   1, 1, 7 and 7 years the 50% is 7, where median() of the same column says 4, as pandas does for both. Of ten ages
#   50% is 5 and median() 4.5. With an odd number of devices they agree. quantile with interpolation="linear" is right.
# Why it matters: "half of the devices are older than so many years" is a figure that reports quote, and the middle of
#   prices is too. An even number of devices gives another one here, too high by up to the whole gap between two
#   purchases, beside a median that says otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet polars==2.1.0 pandas==3.1.1
cd "$folder"
venv/bin/python - <<'PY'
import pandas
import polars

EXPECTED = {
    (1, 1, 7, 7): (7, 4, 4, 4),
    (1, 2, 2, 3, 4, 5, 6, 7, 8, 9): (5, 4.5, 4.5, 4.5),
    (1, 1, 7): (1, 1, 1, 1),
}
print("polars", polars.__version__, "pandas", pandas.__version__)
print("ages: 50% of describe() and median() of polars, the same of pandas")
changed = False
for ages, expected in EXPECTED.items():
    column, series = polars.Series(ages), pandas.Series(ages)
    described = dict(column.describe().iter_rows())
    seen = (described["50%"], column.median(), series.describe()["50%"], series.median())
    print(*ages, ":", *(float(value) for value in seen))
    changed = changed or seen != expected
    assert column.quantile(0.5, interpolation="linear") == column.median()
if changed:
    raise SystemExit("changed: the 50% of describe() is another")
PY
