#!/usr/bin/env bash
# Library: dbos 3.4.0 (durable work in Python), on SQLite.
# Guess: work that a living process is at stays with it; a second process that starts on the same database leaves it
#   alone, or takes it over once the first is gone.
# Seen: every process that is given no executor_id is called "local", and one that starts takes all unfinished work of
#   "local" for its own of before a crash. The first process, which is alive and halfway, is made to begin the same
#   step a second time beside itself: one call of `start_workflow`, one step, carried out twice at once.
# Why it matters: a second server started beside a busy one sends every mail under way twice. Name each process
#   (executor_id), and know by something of your own which of them live.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet dbos==3.4.0
cat >"$folder/server.py" <<'PY'
import os
import sys
import time
from pathlib import Path

from dbos import DBOS

DBOS(config={"name": "mail", "system_database_url": "sqlite:///work.db", "log_level": "ERROR"})
sent = Path("sent")


@DBOS.step()
def send():
    with sent.open("a") as file:
        file.write("begun\n")
    while not Path("second").exists():
        time.sleep(0.1)
    time.sleep(8)  # still at it while the second process has started


@DBOS.workflow()
def mail():
    send()


DBOS.launch()
if sys.argv[1] == "first":
    DBOS.start_workflow(mail).get_result()
else:
    Path("second").touch()
    time.sleep(12)
os._exit(0)
PY
cd "$folder"
timeout 120 venv/bin/python server.py first &
until [ -e sent ]; do sleep 0.2; done
timeout 120 venv/bin/python server.py second
wait
begun=$(grep -c begun sent)
echo "work asked for: 1, times the step was begun while no process had stopped: $begun"
[ "$begun" = 2 ] || { echo "changed: a second process leaves alone what a living one is at"; exit 1; }
