#!/usr/bin/env bash
# Library: price-parser 0.5.1.
# Guess: where a currency sign stands at a number, that number is the price; "12 st à € 229,95" is 229.95 euros.
# Seen: the amount is the first number of the text and the currency the first sign, each found for itself: 12 €. "HP 250
#   € 589,50" is 250 €. A sign in front is lost: "-€ 50,00" is 50. And three digits behind a comma are
#   thousands: "€ 0,125" is 125. A percentage in front is passed over: "21% btw: € 50" is 50.
# Why it matters: purchase rounds are kept as sentences ("3 iPads à € 379,-"). The count then becomes the price, with a
#   currency beside it that makes it look checked; a credit note becomes an expense.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet price-parser==0.5.1
"$folder/venv/bin/python" - <<'PY'
import sys

from price_parser import Price

texts = ("12 st à € 229,95", "HP 250 € 589,50", "-€ 50,00", "€ 0,125", "21% btw: € 50", "€ 1.250,-")
seen = {text: (str(price.amount), price.currency) for text in texts for price in [Price.fromstring(text)]}
for text, price in seen.items():
    print(f"{text!r}:", *price)
if list(seen.values()) != [(amount, "€") for amount in ("12", "250", "50.00", "125", "50", "1250")]:
    sys.exit("changed: the amount is no longer the first number")
PY
