#!/usr/bin/env bash
# Library: bytes 3.1.2 (npm; Express measures with it), on Node 20.
# Guess: bytes("16 GiB") is 17179869184, and what it cannot read is null, as its manual says.
# Seen: it knows kb, mb, gb, tb and pb with a decimal point and nothing behind them. Of any other text that begins
#   with a number it takes that number, in bytes: "16 GiB" and "16 G" are 16, "1,5TB" is 1, "256 GB SSD" is 256,
#   "2x8GB" is 2. Only a text that begins otherwise is null. "16GB" is right.
# Why it matters: memory and disks of an inventory are written in all these ways. Every comparison then works: a
#   laptop of "16 GiB" is below the 4 GB that a system asks for, and is replaced. Read the amount yourself, or refuse
#   results below a megabyte.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . bytes@3.1.2
cat > read.mjs <<'JS'
import bytes from "bytes";

const texts = ["16GB", "16 GB", "16 GiB", "16 G", "1,5TB", "1.5TB", "256 GB SSD", "2x8GB", "GB 16"];
const seen = texts.map((text) => bytes(text));
texts.forEach((text, place) => console.log(`${text}: ${seen[place]}`));
console.log("16 GiB is less than 4 GB:", bytes("16 GiB") < bytes("4GB"));
const expected = [2 ** 34, 2 ** 34, 16, 16, 1, 1.5 * 2 ** 40, 256, 2, null];
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error("changed: other texts are read");
JS
node read.mjs
