#!/usr/bin/env bash
# Library: highspy 1.16.0 (HiGHS).
# Guess: `threads` is an option of one Highs object, so a second object with another number just solves its own model.
# Seen: the pool of threads belongs to the process and is made at the first run. A second object that asks for another
#   number refuses to run (kError, model status kNotset) without an exception, and its "solution" is a list of zeros of
#   the right length with an objective of 0.0. Asking for the first number again works.
# Why it matters: a server that plans purchases for one school with one thread and for a group with two shows the
#   second of them "buy nothing, cost 0", unless it looks at the status first. Pin one number for the process.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet highspy==1.16.0
"$folder/venv/bin/python" - <<'PY'
import sys

import highspy


def solve(threads):
    """The status, the model's status, the values and the objective of: take the two best of three laptops."""
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", threads)
    laptops = [highs.addBinary(obj=-worth) for worth in (5.0, 4.0, 3.0)]
    highs.addConstr(sum(laptops) <= 2)
    status = highs.run()
    values = [abs(round(value, 6)) for value in highs.getSolution().col_value]
    return status.name, highs.getModelStatus().name, values, highs.getInfo().objective_function_value


seen = [solve(1), solve(2), solve(1)]
for threads, outcome in zip((1, 2, 1), seen):
    print(f"threads={threads}:", *outcome)
best = ("kOk", "kOptimal", [1.0, 1.0, 0.0], -9.0)
if seen != [best, ("kError", "kNotset", [0.0, 0.0, 0.0], 0.0), best]:
    sys.exit("changed: another number of threads in one process is no longer refused with zeros")
PY
