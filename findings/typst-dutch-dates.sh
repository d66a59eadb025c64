#!/usr/bin/env bash
# Library: typst 0.15.2 (the Python package), for PDF.
# Guess: with #set text(lang: "nl", region: "NL") the names of days and months are Dutch, as hyphenation, quotation
#   marks and the title of the contents are; a list of names is sorted without regard to capitals and accents.
# Seen: the contents are called "Inhoudsopgave", the date beside it says "Monday 4 May 2026". There is no option for
#   another language. sorted() goes by the numbers of the letters: Zandvoort before aap before Élan.
# Why it matters: a report for a Dutch board is Dutch on every page but in its dates, and no check of the template or
#   of the PDF sees that. Hand dates and lists in as finished texts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet typst==0.15.2 pypdf==7.1.1
cd "$folder"
cat > report.typ <<'TYP'
#set text(lang: "nl", region: "NL")
#outline()
= Plan
#datetime(year: 2026, month: 5, day: 4).display("[weekday] [day padding:none] [month repr:long] [year]")

#("Zandvoort", "Élan", "aap").sorted().join(", ")
TYP
venv/bin/python - <<'PY'
import sys

import typst
from pypdf import PdfReader

typst.compile("report.typ", output="report.pdf")
text = PdfReader("report.pdf").pages[0].extract_text()
print(text)
if "Inhoudsopgave" not in text or "Monday 4 May 2026" not in text or "Zandvoort, aap, Élan" not in text:
    sys.exit("changed: typst shows dates in the language of the text, or sorts otherwise")
PY
