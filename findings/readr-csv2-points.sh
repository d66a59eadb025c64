#!/usr/bin/env bash
# Library: readr 2.1.4 (R, Debian 12). Needs root for apt-get where it is not there yet.
# Guess: read_csv2, for lists with semicolons and decimal commas, reads 589,50 and 1.265,00 as prices, and leaves as
#   text what is no number in that writing: a version 10.0.19, a date 1.5.2018, a screen of 13.3 inch, a room 1.12.
# Seen: every column of digits and points is a number, for points are signs between thousands wherever they stand: the
#   version is 10019, 1 May 2018 is 152018, the screen 133 and the room 112. No warning. A serial 0012 stays text.
# Why it matters: exports of device management hold versions and sizes with points, also in a Dutch list, and dates
#   are written with points too. 10.0.19 and 10.1.9 (10019, 1019) then sort the wrong way round, and what must be
#   replaced for its version is chosen by it. Name the types (col_types) of every column that is no price.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v Rscript > /dev/null && Rscript -e 'library(readr)' > /dev/null 2>&1 || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends r-cran-readr
} > /dev/null
cd "$folder"
cat > list.csv <<'CSV'
Serial;Screen;Version;Bought;Price;Room
0012;13.3;10.0.19;1.5.2018;589,50;1.12
0013;11.6;10.1.9;13.5.2018;1.265,00;2.04
CSV
Rscript - <<'R'
suppressMessages(library(readr))
cat("readr", as.character(packageVersion("readr")), "\n")
read <- suppressMessages(read_csv2("list.csv", show_col_types = FALSE))
print(as.data.frame(read))
same <- identical(read$Serial, c("0012", "0013")) &&
  identical(read$Price, c(589.5, 1265)) &&
  identical(read$Screen, c(133, 116)) &&
  identical(read$Version, c(10019, 1019)) &&
  identical(read$Bought, c(152018, 1352018)) &&
  identical(read$Room, c(112, 204))
if (!same) quit(status = 1)
R
