#!/usr/bin/env bash
# Library: typst 0.15.2 (the Python package), for PDF.
# Guess: with #set text(lang: "nl") a straight apostrophe at the start of a Dutch word ('t, 's) becomes ’ as inside a word
#   (zo'n, foto's), for Dutch has a fixed list of such words; and whatever happens there, the quotation marks around the
#   sentence stay a pair.
# Seen: in markup 't Hof is set as ‘t Hof and 's-Gravenhage as ‘s-Gravenhage, with an opening quotation mark; the single
#   mark that never closes takes the pair around it along: "Hij zei: 't is goed." ends with “ in the place of ”. The same
#   words handed in as a string (sys_inputs, json) stay as they were typed.
# Why it matters: names of schools and places begin so ('t Vlindertje, 's-Hertogenbosch), and a text that a template sets
#   as markup misspells them and the marks after them. Hand people's words in as strings.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet typst==0.15.2 pypdf==7.1.1
cd "$folder"
cat > report.typ <<'TYP'
#set text(lang: "nl", region: "NL")
't Hof in 's-Gravenhage, zo'n 12 foto's.

"Hij zei: 't is goed."

#sys.inputs.said
TYP
venv/bin/python - <<'PY'
import sys

import typst
from pypdf import PdfReader

typst.compile("report.typ", output="report.pdf", sys_inputs={"said": "Als tekst: 't Hof"})
text = PdfReader("report.pdf").pages[0].extract_text()
print(text)
seen = ("‘t Hof in ‘s-Gravenhage, zo’n 12 foto’s.", "“Hij zei: ‘t is goed.“", "Als tekst: 't Hof")
if not all(line in text for line in seen):
    sys.exit("changed: typst sets the apostrophe at the start of a Dutch word, or the marks around it, otherwise")
PY
