#!/usr/bin/env bash
# Library: PuLP 3.3.2 with the CBC it carries, and with highspy 1.16.0.
# Guess: a search that a time limit ended before anything was proven has a status of its own ("Not Solved", "Feasible").
# Seen: status is 1, "Optimal", for both. The second of two attributes, sol_status, is 2 ("Solution Found") where
#   a proven plan has 1. The two stop at different values of the same problem, so one of them at least is not best.
# Why it matters: code that asserts LpStatus == "Optimal", as most examples do, calls what was found in time the best.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet PuLP==3.3.2 highspy==1.16.0
cd "$folder"
venv/bin/python - <<'PY'
import random
import sys

import pulp

random.seed(3)
split = pulp.LpProblem("split", pulp.LpMinimize)
chosen = [pulp.LpVariable(f"x{i}", cat="Binary") for i in range(40)]
off = [pulp.LpVariable(f"off{i}", 0) for i in range(8)]
split += pulp.lpSum(off)
for line in range(4):
    weights = [random.randint(0, 99) for _ in chosen]
    total = pulp.lpSum(weight * one for weight, one in zip(weights, chosen, strict=True))
    split += total + off[2 * line] - off[2 * line + 1] == sum(weights) // 2
for solver in (pulp.PULP_CBC_CMD(msg=False, timeLimit=3), pulp.HiGHS(msg=False, timeLimit=3)):
    split.solve(solver)
    value = pulp.value(split.objective)
    print(solver.name, pulp.LpStatus[split.status], pulp.LpSolution[split.sol_status], value)
    if (split.status, split.sol_status) != (1, 2):
        sys.exit("changed: a search ended by its limit is no longer called optimal (or this machine proved it in time)")
PY
