#!/usr/bin/env bash
# Library: cachetools 8.0.2, @cached with condition= against a stampede on one answer.
# Guess: whoever asks for an answer that another thread is making sleeps until that answer is there; answers under other
#   keys have nothing to do with it.
# Seen: there is one condition for all keys, and every answer that is made wakes everybody. Of 50 threads that wait for one
#   slow answer, each is woken for each of the 20 other answers made meanwhile: 1,000 times in vain, and each time it
#   takes the lock that every other question needs.
# Why it matters: after a change of the data a hundred screens ask for the same few dozen answers at once, and spend more
#   time being woken than the answers take. Let in a few at a time (pages/server/turns.py), or give keys a condition each.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet cachetools==8.0.2
"$folder/venv/bin/python" - <<'PY'
import sys
import threading
import time

from cachetools import LRUCache, cached

WAITING, OTHERS = 50, 20
woken = 0
asleep = 0


class Counting(threading.Condition):
    """Says how often somebody fell asleep, and was woken."""

    def wait(self, timeout=None):
        global woken, asleep
        asleep += 1
        try:
            return super().wait(timeout)
        finally:
            asleep -= 1
            woken += 1


lock = threading.Lock()
end = threading.Event()


@cached(LRUCache(100), lock=lock, condition=Counting(lock))
def answer(key):
    if key == "slow":
        end.wait()
    return key


def all_asleep():
    while asleep < WAITING:
        time.sleep(0.01)


threads = [threading.Thread(target=answer, args=("slow",)) for _one in range(WAITING + 1)]
for thread in threads:
    thread.start()
all_asleep()
deadline = time.monotonic() + 30
for number in range(OTHERS):
    answer(number)
    while woken < WAITING * (number + 1):
        time.sleep(0.01)
        if time.monotonic() > deadline:
            end.set()
            sys.exit("changed: another key's answer does not wake all who wait")
    all_asleep()
print(f"woken in vain: {woken} times")
end.set()
for thread in threads:
    thread.join()
if woken < WAITING * OTHERS:
    sys.exit("changed: who waits for one answer is not woken by others")
PY
