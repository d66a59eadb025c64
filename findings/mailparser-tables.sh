#!/usr/bin/env bash
# Libraries (npm): mailparser 3.14.2 and html-to-text 10.0.1, which makes its text, on Node 20; the Python
#   package html2text 2025.4.15 beside them.
# Guess: the text of a mail that came as HTML alone has the words of a table apart, one row a line or one cell a line,
#   as one sees them.
# Seen: cells are put behind each other with nothing between, rows with a space at most: "Laptops", 12, 3 and "iPads",
#   4, 1 are "Laptops123 iPads41", and "Laptops123iPads41" where the HTML has no line break between its rows. Paragraphs
#   do get lines of their own. html-to-text lays a table out where it is told to (selector table, format dataTable);
#   mailparser does not tell it. html2text keeps the cells apart.
# Why it matters: schools answer "how many" with a table pasted from Excel, and Outlook sends that as HTML. 123 laptops
#   is a number like any other, and nothing tells that it was 12, of which 3 are broken. Take mail.html and read its
#   tables.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . mailparser@3.14.2 html-to-text@10.0.1
python3 -m venv venv
venv/bin/pip install --quiet html2text==2025.4.15
cat > mail.eml <<'MAIL'
From: coordinator@example.org
To: ict@example.org
Subject: telling
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><body><p>Beste Sam,</p><p>Hierbij de telling.</p><table>
<tr><th>Soort</th><th>Aantal</th><th>Defect</th></tr>
<tr><td>Laptops</td><td>12</td><td>3</td></tr>
<tr><td>iPads</td><td>4</td><td>1</td></tr>
</table></body></html>
MAIL
cat > read.js <<'JS'
const fs = require("fs");
const { simpleParser } = require("mailparser");
const { convert } = require("html-to-text");
(async () => {
    const source = fs.readFileSync("mail.eml");
    const mail = await simpleParser(source);
    fs.writeFileSync("mail.html", mail.html);
    const laid = convert(mail.html, { selectors: [{ selector: "table", format: "dataTable" }] });
    console.log("mailparser   ", JSON.stringify(mail.text));
    console.log("html-to-text ", JSON.stringify(convert(mail.html)));
    console.log("as dataTable ", JSON.stringify(laid));
    if (![mail.text, convert(mail.html)].every((text) => text.includes("Laptops123 iPads41"))) {
        console.error("changed: the cells of a table are kept apart");
        process.exit(1);
    }
    if (!/Laptops +12 +3/.test(laid)) {
        console.error("changed: dataTable no longer lays the cells out");
        process.exit(1);
    }
})();
JS
node read.js
venv/bin/python - <<'PY'
import sys

import html2text

text = html2text.html2text(open("mail.html").read())
print("html2text    ", repr(text))
if "Laptops| 12| 3" not in text:
    sys.exit("changed: html2text no longer keeps the cells apart")
PY
