#!/usr/bin/env bash
# Libraries: python-barcode 0.16.1 and pillow==13.0.0 make the label, zxing-cpp 3.1.1 scans it.
# Guess: a Code 39 label of a serial number scans as that serial number, as its Code 128 does.
# Seen: Code 39 gets a check character by default (add_checksum), which the standard leaves to the user and scanners
#   hand on as part of the text: 5CD8123ABC scans as 5CD8123ABCY. With add_checksum=False it is right.
# Why it matters: labels printed so never match the serial in the inventory when a round is handed over with a scanner.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-barcode==0.16.1 pillow==13.0.0 zxing-cpp==3.1.1
cd "$folder"
venv/bin/python - <<'PY'
import sys

import barcode
import zxingcpp
from barcode.writer import ImageWriter


def scan(label):
    return zxingcpp.read_barcodes(label.render())[0].text


serial = "5CD8123ABC"
seen = {name: scan(barcode.get(name, serial, writer=ImageWriter())) for name in ("code39", "code128")}
seen["without"] = scan(barcode.get_barcode_class("code39")(serial, writer=ImageWriter(), add_checksum=False))
print(seen)
if seen != {"code39": serial + "Y", "code128": serial, "without": serial}:
    sys.exit("changed: Code 39 no longer gets a check character by default")
PY
