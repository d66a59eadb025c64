#!/usr/bin/env bash
# Library: linopy 0.10.1 (linear programs over labelled arrays) with pandas 3.0.6 and HiGHS (highspy 1.16.0).
# Guess: bounds, costs and budgets that are handed over as a pandas Series go to the school of their label, as in pandas
#   and xarray; a label that does not fit raises an error.
# Seen: that holds only where the index has the name of the dimension ("school"). A Series whose index has no name, as
#   one from a dict has, is taken by place: with the schools in another order each gets the money of another. No
#   error, and not the warning that labels in another order do give where the name is there.
# Why it matters: a list sorted by need and one sorted by name are of the same length. The plan is feasible, its total
#   the right one, and the budgets stand at the wrong schools. Name the index, or reindex before it is handed over.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet linopy==0.10.1 pandas==3.0.6 xarray==2026.9.0 highspy==1.16.0
"$folder/venv/bin/python" - <<'PY'
import sys
import warnings

import linopy
import pandas as pd

schools = pd.Index(["Linde", "Eik", "Beuk"], name="school")
budget = pd.Series({"Beuk": 30, "Eik": 20, "Linde": 10})
meant = budget.to_dict()
swapped = {"Linde": 30, "Eik": 20, "Beuk": 10}


def bought(budget, as_bound):
    """What each school gets of a plan that spends as much as it may, and which warnings there were."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        model = linopy.Model()
        if as_bound:
            devices = model.add_variables(lower=0, upper=budget, coords=[schools], name="devices")
        else:
            devices = model.add_variables(lower=0, coords=[schools], name="devices")
            model.add_constraints(devices <= budget)
        model.add_objective(devices.sum(), sense="max")
        model.solve("highs", output_flag=False)
    return devices.solution.to_series().round().astype(int).to_dict(), {one.category.__name__ for one in said}


seen = {}
for name in (None, "school"):
    for as_bound in (True, False):
        seen[name, as_bound] = bought(budget.rename_axis(name), as_bound)
for (name, as_bound), (plan, said) in seen.items():
    print(f"index named {name}, as {'bound' if as_bound else 'constraint'}: {plan} {sorted(said)}")
print(f"meant: {meant}")
if any(seen["school", as_bound][0] != meant for as_bound in (True, False)):
    sys.exit("changed: with a name, labels are not what counts")
if any(seen[None, as_bound] != (swapped, set()) for as_bound in (True, False)):
    sys.exit("changed: without a name, labels count or there is a warning")
PY
