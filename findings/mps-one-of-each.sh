#!/usr/bin/env bash
# Tools: highspy 1.16.0, PySCIPOpt 6.3.0, CBC 2.10.8 and GLPK 5.0 beside lp_solve 5.5 (these three of Debian 12), on one
#   plan in MPS, the format in which solvers hand plans to each other. Needs root for apt-get where they are not there.
# Guess: a whole number of devices without a line in BOUNDS is 0 or more, as any other column is; at any rate all five
#   read the same plan in the same file.
# Seen: a column between the markers INTORG and INTEND that has no bound is at most 1 for HiGHS, SCIP, CBC and GLPK (a
#   habit of older solvers); lp_solve knows no such limit. Of 12 devices that are needed four of them buy 2 and are 10
#   short, for 10,968; lp_solve buys 12, for 5,388. With the lower bound 0, as lp_solve itself and PuLP write it, GLPK
#   still buys 2. Only with PL (no upper bound) do all five agree. All say "optimal", each time.
# Why it matters: a plan that is written by one's own script or handed to another solver to be checked buys one of each
#   kind, or agrees by chance where one is enough. Write PL or an upper bound for every whole number.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
{ command -v cbc && command -v glpsol && command -v lp_solve; } > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends coinor-cbc glpk-utils lp-solve
} > /dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet highspy==1.16.0 PySCIPOpt==6.3.0
cd "$folder"
cat > plan.mps <<'MPS'
NAME          PLAN
ROWS
 N  COST
 G  NEED
 L  ROOM
COLUMNS
    M1        'MARKER'                 'INTORG'
    LAPTOP    COST               589   NEED                 1
    LAPTOP    ROOM                 1
    TABLET    COST               379   NEED                 1
    TABLET    ROOM                 2
    M2        'MARKER'                 'INTEND'
    SHORT     COST              1000   NEED                 1
RHS
    RHS       NEED                12   ROOM                20
ENDATA
MPS
{ sed '/^ENDATA/d' plan.mps && printf '%s\n' BOUNDS ' PL BND       LAPTOP' ' PL BND       TABLET' ENDATA; } > bounds.mps
lp_solve -fmps plan.mps -parse_only -S1 -wfmps written.mps
cat > solve.py <<'PY'
import sys

import highspy
import pyscipopt

highs = highspy.Highs()
highs.setOptionValue("output_flag", False)
highs.readModel(sys.argv[1])
highs.run()
scip = pyscipopt.Model()
scip.hideOutput()
scip.readProblem(sys.argv[1])
scip.optimize()
print("HiGHS", f"{highs.getObjectiveValue():.0f}", highs.modelStatusToString(highs.getModelStatus()).lower())
print("SCIP", f"{scip.getObjVal():.0f}", scip.getStatus())
PY
seen=$(for plan in plan written bounds; do
    echo "$plan.mps"
    venv/bin/python solve.py "$plan.mps" | grep -E "^(HiGHS|SCIP) "
    cbc "$plan.mps" solve solution cbc.txt > /dev/null
    sed -nE '1s/^([A-Za-z]+) .*value ([0-9]+).*/CBC \2 \L\1/p' cbc.txt
    glpsol --freemps "$plan.mps" -o glpk.txt > /dev/null
    sed -nE 's/^Objective: +[A-Z0-9]+ = ([0-9]+).*/GLPK \1 optimal/p' glpk.txt
    lp_solve -fmps "$plan.mps" -S3 | sed -nE 's/^Value of objective function: ([0-9]+).*/lp_solve \1 optimal/p'
done)
echo "$seen"
diff <(echo "$seen") - <<'EXPECTED' || { echo "changed: whole numbers without a bound are read otherwise" >&2; exit 1; }
plan.mps
HiGHS 10968 optimal
SCIP 10968 optimal
CBC 10968 optimal
GLPK 10968 optimal
lp_solve 5388 optimal
written.mps
HiGHS 5388 optimal
SCIP 5388 optimal
CBC 5388 optimal
GLPK 10968 optimal
lp_solve 5388 optimal
bounds.mps
HiGHS 5388 optimal
SCIP 5388 optimal
CBC 5388 optimal
GLPK 5388 optimal
lp_solve 5388 optimal
EXPECTED
