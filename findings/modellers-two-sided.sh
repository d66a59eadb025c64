#!/usr/bin/env bash
# Libraries: PuLP 3.3.2 and mip 2.0.0 (both with the CBC they carry) beside PySCIPOpt 6.3.0, cvxpy 1.9.3 and highspy
#   1.16.0.
# Guess: a rule with two sides, 1 <= x <= 3, is both of them, or is refused; "x >= 2 or y >= 1" and x != 0, which are
#   no linear rules, are refused.
# Seen: Python makes "1 <= x and x <= 3" of it, and for PuLP and mip any rule is true: only the last side is in the
#   plan, so a school that must get 1 to 3 gets none. With PuLP only the first side of an "or" counts, so that 2 are
#   bought instead of 1, and x != 0 is no rule at all. Nothing is said and the status is Optimal. highspy keeps both
#   sides; PySCIPOpt and cvxpy raise an error that tells how to write it.
# Why it matters: "each school gets at least 1 and at most 3" reads best so, and works where the plan was made with
#   highspy. Write two rules, and check the finished plan against the rules as they were meant.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet PuLP==3.3.2 mip==2.0.0 highspy==1.16.0 PySCIPOpt==6.3.0 cvxpy==1.9.3
"$folder/venv/bin/python" - <<'PY'
import sys

import cvxpy
import highspy
import mip
import pulp
import pyscipopt


def with_pulp(rule):
    plan = pulp.LpProblem("plan", pulp.LpMinimize)
    x, y = (pulp.LpVariable(name, 0, 10, cat="Integer") for name in "xy")
    plan += x + y
    plan += rule(x, y)
    plan.solve(pulp.PULP_CBC_CMD(msg=0))
    return pulp.LpStatus[plan.status], x.value(), y.value()


def with_mip(rule):
    plan = mip.Model()
    plan.verbose = 0
    x, y = (plan.add_var(lb=0, ub=10, var_type="I") for _ in "xy")
    plan.objective = x + y
    plan += rule(x, y)
    return str(plan.optimize()), x.x, y.x


def with_highspy(rule):
    plan = highspy.Highs()
    plan.silent()
    x, y = (plan.addIntegral(0, 10) for _ in "xy")
    plan.addConstr(rule(x, y))
    plan.minimize(x + y)
    return plan.modelStatusToString(plan.getModelStatus()), plan.val(x), plan.val(y)


def with_scip(rule):
    plan = pyscipopt.Model()
    x, y = (plan.addVar(name, vtype="I", lb=0, ub=10) for name in "xy")
    plan.addCons(rule(x, y))


def with_cvxpy(rule):
    rule(cvxpy.Variable(integer=True), cvxpy.Variable(integer=True))


def between(x, y):
    return 1 <= x <= 3


def either(x, y):
    return (x >= 2) or (y >= 1)


def outcome(solve, rule):
    try:
        return solve(rule)
    except Exception as error:
        return type(error).__name__


seen = {
    "PuLP, 1 <= x <= 3": outcome(with_pulp, between),
    "PuLP, x >= 2 or y >= 1": outcome(with_pulp, either),
    "PuLP, x != 0": outcome(with_pulp, lambda x, y: x != 0),
    "mip, 1 <= x <= 3": outcome(with_mip, between),
    "highspy, 1 <= x <= 3": outcome(with_highspy, between),
    "PySCIPOpt, 1 <= x <= 3": outcome(with_scip, between),
    "cvxpy, 1 <= x <= 3": outcome(with_cvxpy, between),
}
for case, what in seen.items():
    print(f"{case}: {what}")
expected = [
    ("Optimal", 0, 0),
    ("Optimal", 2, 0),
    ("Optimal", 0, 0),
    ("OptimizationStatus.OPTIMAL", 0, 0),
    ("Optimal", 1, 0),
    "TypeError",
    "Exception",
]
if list(seen.values()) != expected:
    sys.exit("changed: other rules are kept or refused")
PY
