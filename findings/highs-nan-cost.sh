#!/usr/bin/env bash
# Library: highspy 1.16.0 (HiGHS).
# Guess: not-a-number is refused wherever it comes in: as a cost, as a bound and as a side of a row.
# Seen: as a bound and as a side of a row it is refused (kError). As a cost it is taken (kOk), the run ends with
#   kOptimal, and the plan is another than with the true cost; only the objective is nan.
# Why it matters: a price that is missing in a data frame is NaN. Planned with, it gives an "optimal" list to buy.
#   Check every cost with isfinite before it is handed over; the status tells nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet highspy==1.16.0
"$folder/venv/bin/python" - <<'PY'
import math
import sys

import highspy
import numpy as np

nan = float("nan")


def model():
    """Three devices are needed, from two suppliers who can deliver five each."""
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    first, second = (highs.addVariable(lb=0, ub=5, obj=1.0) for _ in range(2))
    highs.addConstr(first + second >= 3)
    return highs


bound = model().changeColBounds(0, 0.0, nan).name
side = model().addRow(nan, 10.0, 1, np.array([0], dtype=np.int32), np.array([1.0])).name
highs = model()
cost = highs.changeColCost(0, nan).name
run = highs.run().name
status = highs.getModelStatus().name
bought = sum(highs.getSolution().col_value)
objective = highs.getInfo().objective_function_value
print("NaN as a bound:", bound, "| as a side of a row:", side, "| as a cost:", cost)
print("run with the NaN cost:", run, status, "| devices bought:", bought, "where 3 do | objective:", objective)
if (bound, side, cost, run, status) != ("kError", "kError", "kOk", "kOk", "kOptimal") or bought <= 3:
    sys.exit("changed: a cost of NaN no longer gives an optimal plan that buys too much")
if not math.isnan(objective):
    sys.exit("changed: the objective is no longer NaN")
PY
