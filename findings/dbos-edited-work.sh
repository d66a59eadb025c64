#!/usr/bin/env bash
# Library: dbos 3.4.0 (durable work in Python), on SQLite.
# Guess: a letter that waits in the queue is sent by whichever version of the program runs next; queued work that
#   cannot be done any more would at least be named in the log.
# Seen: the version of a program is a digest of the source of its workflows. One word changed in the text of a letter
#   makes another version, and work queued before it waits for ever: the new program starts, looks at the queue, says
#   nothing (also at log level WARNING) and leaves the work ENQUEUED. The old program, started again, does it at once.
# Why it matters: an update of a server in the afternoon silently strands all that was asked for in the morning. Give
#   `application_version` yourself, and raise it only where old work really cannot be done by new code.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet dbos==3.4.0
cat >"$folder/before.py" <<'PY'
import os
import sys
import time

from dbos import DBOS

DBOS(config={"name": "mail", "system_database_url": "sqlite:///work.db", "log_level": "WARNING"})


@DBOS.workflow()
def letter(to):
    return f"Beste {to}"


DBOS.launch()
if sys.argv[1] == "ask":
    DBOS.register_queue("letters", polling_interval_sec=60.0)
    DBOS.enqueue_workflow("letters", letter, "bestuur")
else:
    DBOS.register_queue("letters", polling_interval_sec=0.2)
    time.sleep(6)
    print(*(found.status for found in DBOS.list_workflows()))
os._exit(0)
PY
cd "$folder"
sed 's/Beste/Geachte/' before.py >after.py
venv/bin/python before.py ask
after=$(venv/bin/python after.py work 2>said)
said=$(grep -c letter said || true)
before=$(venv/bin/python before.py work 2>/dev/null)
echo "by the new program: $after (lines in its log about it: $said), by the old one: $before"
[ "$after $said $before" = "ENQUEUED 0 SUCCESS" ] || { echo "changed: queued work outlives an edit, or is spoken of"; exit 1; }
