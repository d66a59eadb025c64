#!/usr/bin/env bash
# Libraries: segno 1.6.6 and qrcode 8.2 make labels; zbar 0.23.92 (zbarimg, Debian 12), npm jsqr 1.4.0 (scans in web
#   pages) and zxing-cpp 3.1.1 scan them; pillow 13.0.0 reads the pictures. Needs root for apt-get without zbar.
# Guess: make(text) makes a QR code, with accents in ISO-8859-1 (what the standard takes where nothing is said) or in
#   UTF-8, and whatever scans QR codes reads it.
# Seen: a short text (LT-0012, 5CD8123ABC) becomes a Micro QR code with segno, another code with one corner mark: zbar
#   and jsQR see nothing. A longer one with ö is in ISO-8859-1: jsQR gives "", zbar takes it for Chinese (co顤dinator).
#   In UTF-8, as qrcode does it, zbar takes it for other Chinese (co繹rdinator). Only with a mark that says UTF-8,
#   segno.make_qr(text, encoding="utf-8", eci=True), do all three read it. zxing-cpp reads each.
# Why it matters: labels are printed by the hundred and scanned a year later, with another program than the one that
#   tried them. Those of short numbers are then no code at all, and rooms with an accent stand in the inventory under
#   names that nobody typed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v zbarimg > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends zbar-tools
} > /dev/null 2>&1
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet segno==1.6.6 qrcode==8.2 zxing-cpp==3.1.1 pillow==13.0.0
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . jsqr@1.4.0 pngjs@7.0.0
cat > scan.cjs <<'JS'
const fs = require("fs");
const jsqr = require("jsqr");
const { PNG } = require("pngjs");

const picture = PNG.sync.read(fs.readFileSync(process.argv[2]));
const found = jsqr(new Uint8ClampedArray(picture.data), picture.width, picture.height);
process.stdout.write(JSON.stringify(found ? found.data : null));
JS
cat > labels.py <<'PY'
import json
import subprocess

import qrcode
import segno
import zxingcpp
from PIL import Image

TEXTS = ("LT-0012", "5CD8123ABC", "Kast coördinator zuid")
ROOM = TEXTS[-1]


def with_segno(text, **asked):
    label = (segno.make_qr if asked else segno.make)(text, **asked)
    label.save("label.png", scale=8, border=4)
    return " ".join(["segno", "Micro QR" if label.is_micro else "QR", *(f"{key}={asked[key]}" for key in asked)])


def with_qrcode(text):
    qrcode.make(text).save("label.png")
    return "qrcode QR"


def output(*command):
    return subprocess.run(command, capture_output=True, encoding="utf-8").stdout.strip()


def scan(made, text):
    seen = {
        "zbar": output("zbarimg", "--quiet", "--raw", "label.png") or None,
        "jsQR": json.loads(output("node", "scan.cjs", "label.png")),
        "zxing-cpp": next((code.text for code in zxingcpp.read_barcodes(Image.open("label.png"))), None),
    }
    told = {text: "right", None: "nothing"}
    print(f"{made}, {text}", *(f"{name} {told.get(read, repr(read))}" for name, read in seen.items()), sep=" | ")


for text in TEXTS:
    scan(with_segno(text), text)
scan(with_segno(ROOM, encoding="utf-8"), ROOM)
scan(with_qrcode(ROOM), ROOM)
for text in TEXTS:
    scan(with_segno(text, encoding="utf-8", eci=True), text)
PY
seen=$(PYTHONIOENCODING=utf-8 venv/bin/python labels.py)
echo "$seen"
diff <(echo "$seen") - <<'EXPECTED' || { echo "changed: labels are made or scanned otherwise" >&2; exit 1; }
segno Micro QR, LT-0012 | zbar nothing | jsQR nothing | zxing-cpp right
segno Micro QR, 5CD8123ABC | zbar nothing | jsQR nothing | zxing-cpp right
segno QR, Kast coördinator zuid | zbar 'Kast co顤dinator zuid' | jsQR '' | zxing-cpp right
segno QR encoding=utf-8, Kast coördinator zuid | zbar 'Kast co繹rdinator zuid' | jsQR right | zxing-cpp right
qrcode QR, Kast coördinator zuid | zbar 'Kast co繹rdinator zuid' | jsQR right | zxing-cpp right
segno QR encoding=utf-8 eci=True, LT-0012 | zbar right | jsQR right | zxing-cpp right
segno QR encoding=utf-8 eci=True, 5CD8123ABC | zbar right | jsQR right | zxing-cpp right
segno QR encoding=utf-8 eci=True, Kast coördinator zuid | zbar right | jsQR right | zxing-cpp right
EXPECTED
