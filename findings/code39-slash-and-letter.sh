#!/usr/bin/env bash
# Libraries: python-barcode 0.16.1 and pillow 13.0.0 make labels; zxing-cpp 3.1.1 and zbar 0.23.92 (zbarimg, Debian 12)
#   scan them. Needs root for apt-get without zbar.
# Guess: Code 39 has capitals, digits and - . $ / + % and space; a label of such signs scans as what was put in, without
#   a check character, with whatever scans Code 39.
# Seen: zxing-cpp takes / + $ or % with a capital behind it for one sign of the extended Code 39: ICT/A12 scans as
#   ICT!12, BRON+A12 as BRONa12 and ICT/Z as "ICT:". With a digit behind the slash (LT/0012), or with a hyphen, it
#   is right, and so is all of it with formats=Code39Std. zbar gives each as it was put in.
# Why it matters: stickers with the place in front (ICT/A12, DIR/L3) are common. Those with a digit behind the slash are
#   found, the others are another number and look like a reading error. The phone scans one thing, the scanner another:
#   make labels without these signs, or as Code 128.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v zbarimg > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends zbar-tools
} > /dev/null 2>&1
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-barcode==0.16.1 pillow==13.0.0 zxing-cpp==3.1.1
cd "$folder"
venv/bin/python - <<'PY'
import subprocess
import sys

import barcode
import zxingcpp
from barcode.writer import ImageWriter

seen = {}
for text in ("ICT/A12", "BRON+A12", "ICT/Z", "LT/0012", "LT-0012"):
    label = barcode.get_barcode_class("code39")(text, writer=ImageWriter(), add_checksum=False).render()
    label.save("label.png")
    plain = zxingcpp.read_barcodes(label, formats=zxingcpp.BarcodeFormat.Code39Std)
    zbar = subprocess.run(["zbarimg", "-q", "--raw", "label.png"], capture_output=True, text=True).stdout.strip()
    seen[text] = zxingcpp.read_barcodes(label)[0].text, plain[0].text, zbar
    print(f"{text:9} zxing-cpp {seen[text][0]:9} as Code39Std {seen[text][1]:9} zbar {zbar}")
if [read for read, _, _ in seen.values()] != ["ICT!12", "BRONa12", "ICT:", "LT/0012", "LT-0012"]:
    sys.exit("changed: what zxing-cpp makes of a sign with a letter behind it")
if any((plain, zbar) != (text, text) for text, (_, plain, zbar) in seen.items()):
    sys.exit("changed: Code39Std or zbar no longer give the label as it is")
PY
