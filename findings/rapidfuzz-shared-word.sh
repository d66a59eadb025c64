#!/usr/bin/env bash
# Library: RapidFuzz 3.14.6.
# Guess: WRatio, the scorer that extract and extractOne take when none is named, weighs how much two names have in
#   common; "HP 250 G5" and "Dell Latitude 250" share one word of three and get some 40 of 100.
# Seen: 85.5. Names that share one whole word get 100 from partial_token_ratio, and WRatio takes that for 85.5 at least.
#   So the usual limits of 80 and 85 let any name through that has one number in common, and a sister model (93.8 for
#   "Chromebook 11 G6") is nearer than the same model with more words (90). Two empty names: 0, where ratio says 100.
# Why it matters: numbers are what device names have in common (250, 450, G5). Matching an inventory to models so finds
#   another brand. Take ratio or token_sort_ratio, with the brand and every number compared for themselves.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet RapidFuzz==3.14.6
"$folder/venv/bin/python" - <<'PY'
import sys

from rapidfuzz import fuzz, process

pairs = [
    ("HP 250 G5", "Dell Latitude 250"),
    ("HP 250 G5", "HP 250 G5 notebook 15,6 inch"),
    ("Chromebook 11 G5", "Chromebook 11 G6"),
    ("", ""),
]
seen = [[round(scorer(*pair), 1) for scorer in (fuzz.WRatio, fuzz.token_sort_ratio, fuzz.ratio)] for pair in pairs]
for pair, scores in zip(pairs, seen):
    print(pair, "WRatio, token_sort_ratio, ratio:", *scores)
found = process.extractOne("HP 250 G5", ["Dell Latitude 250", "Acer 250 toner"], score_cutoff=85)
print("extractOne with a limit of 85:", found)
if [scores[0] for scores in seen] != [85.5, 90.0, 93.8, 0.0] or seen[3][2] != 100.0 or found is None:
    sys.exit("changed: one shared word is no longer worth 85 of 100")
PY
