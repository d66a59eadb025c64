#!/usr/bin/env bash
# Library: docxtpl 0.20.2 (fills in a Word template) with lxml 6.1.3, read back with python-docx 1.2.0.
# Guess: a value is text: "R&D" and "groepen <5" stand in the letter as they were given, or filling in raises an error
#   because the XML would be broken.
# Seen: values go into the XML as they are, and what that breaks is mended by leaving out: the & with the word stuck
#   to its end (R&D becomes R), the <, and from a < in front of a letter on the rest of the paragraph ("vervang
#   laptops<tablets eerst, 12 laptops" becomes "vervang laptops"). No error, no warning. render(..., autoescape=True)
#   is right.
# Why it matters: names of schools and partners have an & ("Kind & Co"), and "<5 leerlingen" is how a small group is
#   kept from being recognised: the letter says "5 leerlingen", the one number that it must not say. Always autoescape.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet docxtpl==0.20.2 python-docx==1.2.0 lxml==6.1.3
cd "$folder"
venv/bin/python - <<'PY'
import sys

import docx
from docxtpl import DocxTemplate

document = docx.Document()
document.add_paragraph("{{ value }}, 12 laptops")
document.save("template.docx")


def filled_in(value, autoescape):
    template = DocxTemplate("template.docx")
    template.render({"value": value}, autoescape=autoescape)
    template.save("letter.docx")
    return docx.Document("letter.docx").paragraphs[0].text


expected = {
    "Kind & Co": "Kind  Co, 12 laptops",
    "afdeling R&D": "afdeling R, 12 laptops",
    "<5 leerlingen": "5 leerlingen, 12 laptops",
    "vervang laptops<tablets eerst": "vervang laptops",
}
seen = {value: filled_in(value, False) for value in expected}
for value, text in seen.items():
    print(f"{value:30} {text!r}")
if any(filled_in(value, True) != f"{value}, 12 laptops" for value in expected):
    sys.exit("changed: autoescape loses text too")
if seen != expected:
    sys.exit("changed: docxtpl fills such values in otherwise")
PY
