#!/usr/bin/env bash
# Libraries: foreign 0.8-84 (R, Debian 12), npm shapefile 0.6.6, parsedbf 2.0.0 and dbf-reader 1.0.3 read a dBase file
#   (dbf) of dbf 0.99.11; dbfread 2.0.7 beside them. Needs root for apt-get where R is not there yet.
# Guess: a record that was deleted in dBase, FoxPro or a school administration on them (its first byte is *, the bytes
#   stay until the file is packed) is left out, or comes with a mark. A day is that day, and one that was not filled in
#   is nothing.
# Seen: foreign, shapefile and parsedbf give the deleted device among the others, in no way different; dbfread and
#   dbf-reader leave it out. With dbf-reader every day is a month late: 1 May is 1 June, and 31 May is 1 July. A day
#   that was not filled in is 30 November 1899 with shapefile. Nothing raises an error.
# Why it matters: lists of devices on old disks are dbf, and such a program hardly ever packs its files. What was thrown
#   out years ago counts as there, so a school is nearer to its target than it is, and a device without a day of
#   purchase is the oldest of all and first to be replaced.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v Rscript > /dev/null && Rscript -e 'library(foreign)' > /dev/null 2>&1 || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends r-base-core r-cran-foreign
} > /dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet dbf==0.99.11 dbfread==2.0.7
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . shapefile@0.6.6 parsedbf@2.0.0 dbf-reader@1.0.3
venv/bin/python - <<'PY'
import dbf

table = dbf.Table("list.dbf", "SERIAL C(10); COUNT N(5,0); BOUGHT D", codepage="cp850", dbf_type="db3")
table.open(dbf.READ_WRITE)
days = [dbf.Date(2018, 5, 1), dbf.Date(2009, 5, 31), None, dbf.Date(2016, 5, 31)]
for number, (count, day) in enumerate(zip((12, 8, 20, 6), days), 1):
    table.append((f"LT-{number}", count, day))
dbf.delete(table[1])
table.close()
PY
cat > read.mjs <<'JS'
import {readFileSync} from "node:fs";
import dbfReader from "dbf-reader";
import parsedbf from "parsedbf";
import {openDbf} from "shapefile";

const day = (value) => (value && !isNaN(value) ? value.toISOString().slice(0, 10) : "none");
const show = (name, rows) => rows.forEach((row) => console.log(name, row.SERIAL, row.COUNT, day(row.BOUGHT)));
const content = readFileSync("list.dbf");
const source = await openDbf("list.dbf");
const rows = [];
for (let next = await source.read(); !next.done; next = await source.read()) rows.push(next.value);
show("shapefile", rows);
show("parsedbf", parsedbf(new DataView(content.buffer, content.byteOffset, content.length)));
show("dbf-reader", dbfReader.Dbf.read(content).rows);
JS
Rscript -e 'cat("foreign", as.character(packageVersion("foreign")), "\n")'
seen=$(
    venv/bin/python -c 'import dbfread
for row in dbfread.DBF("list.dbf"): print("dbfread", *row.values())'
    TZ=UTC node read.mjs
    Rscript -e 'for (row in split(foreign::read.dbf("list.dbf"), 1:4))
        cat("foreign", as.character(row$SERIAL), row$COUNT, format(row$BOUGHT), "\n")' | sed 's/ $//'
)
echo "$seen"
diff <(echo "$seen") - <<'EXPECTED' || { echo "changed: deleted records or empty days are read otherwise" >&2; exit 1; }
dbfread LT-1 12 2018-05-01
dbfread LT-3 20 None
dbfread LT-4 6 2016-05-31
shapefile LT-1 12 2018-05-01
shapefile LT-2 8 2009-05-31
shapefile LT-3 20 1899-11-30
shapefile LT-4 6 2016-05-31
parsedbf LT-1 12 2018-05-01
parsedbf LT-2 8 2009-05-31
parsedbf LT-3 20 none
parsedbf LT-4 6 2016-05-31
dbf-reader LT-1 12 2018-06-01
dbf-reader LT-3 20 none
dbf-reader LT-4 6 2016-07-01
foreign LT-1 12 2018-05-01
foreign LT-2 8 2009-05-31
foreign LT-3 20 NA
foreign LT-4 6 2016-05-31
EXPECTED
