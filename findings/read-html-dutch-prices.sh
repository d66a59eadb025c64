#!/usr/bin/env bash
# Libraries: pandas 3.1.1, read_html, with lxml 6.1.3.
# Guess: 589,50 is no number in English and stays text, as read_csv leaves it; at any rate a column for which texts were
#   asked (converters) has the texts of the page.
# Seen: read_html takes commas for signs between thousands (its thousands is ",", that of read_csv None), cell by cell
#   and before anything else: 589,50 is 58950, also as a text, also beside a 279,- or 1.265,00 that stays as it was, and
#   also where converters ask for texts. Two rooms "1,2" are 12. thousands="." with decimal="," has the prices right,
#   and makes 152018 of the day 1.5.2018. thousands=None leaves all.
# Why it matters: many systems of schools call a web page with a table an xls, and read_html is what reads that. Prices
#   below a thousand are a hundredfold beside whole ones that are not. Pass thousands=None and read prices yourself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pandas==3.1.1 lxml==6.1.3
"$folder/venv/bin/python" - <<'PY'
import io
import sys

import pandas as pd

rows = [
    ("Model", "Prijs", "Lokaal", "Datum"),
    ("ProBook", "589,50", "1,2", "1.5.2018"),
    ("N22", "1.265,00", "3,4", "2.5.2018"),
    ("N23", "279,-", "5", "3.5.2018"),
]
page = "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"


def read(**options):
    table = pd.read_html(io.StringIO(page), header=0, **options)[0]
    return {column: table[column].tolist() for column in ("Prijs", "Lokaal", "Datum")}


seen = {
    "plain": read(),
    "texts": read(converters={"Prijs": str, "Lokaal": str}),
    "Dutch": read(thousands=".", decimal=","),
    "None": read(thousands=None),
}
csv = pd.read_csv(io.StringIO("\n".join(";".join(row) for row in rows)), sep=";")
for how, table in seen.items():
    print(f"{how:6} {table}")
print("csv   ", csv["Prijs"].tolist(), csv["Lokaal"].tolist())
prices = [row[1] for row in rows[1:]]
if seen["plain"]["Prijs"] != ["58950", *prices[1:]] or seen["plain"]["Lokaal"] != [12, 34, 5]:
    sys.exit("changed: what read_html makes of a comma")
if seen["texts"]["Prijs"][0] != "58950" or seen["texts"]["Lokaal"] != ["12", "34", "5"]:
    sys.exit("changed: converters now get the texts of the page")
if [str(day) for day in seen["Dutch"]["Datum"]] != ["152018", "252018", "352018"]:
    sys.exit("changed: what thousands='.' makes of a day with points")
if seen["None"]["Prijs"] != prices or csv["Prijs"].tolist() != prices:
    sys.exit("changed: thousands=None or read_csv no longer leave the prices")
PY
