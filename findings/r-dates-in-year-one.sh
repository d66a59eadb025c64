#!/usr/bin/env bash
# Language: R 4.2.2, and lubridate 1.9.2 (both Debian 12). Needs root for apt-get where they are not there yet.
# Guess: as.Date("01-05-2018") is 1 May 2018, or an error that names what it cannot read; parse_date_time tries the
#   orders in the order in which they were given, so that with dmy in front 03/04/2018 is 3 April whatever follows.
# Seen: as.Date tries year-month-day on the first text and takes what fits: 01-05-2018 is 20 May of the year 1, the 18
#   left over, and 13-06-2018 is 20 June of 13. No warning. Behind 2018-05-01 as the first it is the same. In
#   parse_date_time rows vote: 03/04/2018 is 3 April alone and 4 March with 12/25/2018 and 12/26/2018 behind it.
# Why it matters: the ages of devices come out as two thousand years, and a Dutch csv that is shown with %d-%m still has
#   days and months in it. Where one school's list with the month first is bound to the others, days of these move too.
#   Name the format (as.Date(x, "%d-%m-%Y")) and read each list for itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v Rscript > /dev/null && Rscript -e 'library(lubridate)' > /dev/null 2>&1 || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends r-cran-lubridate
} > /dev/null
cd "$folder"
TZ=UTC Rscript - <<'R'
suppressMessages(library(lubridate))
cat(R.version.string, "lubridate", as.character(packageVersion("lubridate")), "\n")
shown <- function(days) sprintf("%04d-%02d-%02d", year(days), month(days), day(days))
dutch <- shown(as.Date(c("01-05-2018", "13-06-2018")))
behind <- shown(as.Date(c("2018-05-01", "01-05-2018")))
read <- function(texts) shown(parse_date_time(texts, orders = c("dmy", "mdy")))
alone <- read("03/04/2018")
among <- read(c("03/04/2018", "12/25/2018", "12/26/2018"))
cat("01-05-2018 and 13-06-2018:", dutch, "\n")
cat("2018-05-01 and 01-05-2018:", behind, "\n")
cat("03/04/2018 alone:", alone, "; with two of December behind it:", among, "\n")
same <- identical(dutch, c("0001-05-20", "0013-06-20")) &&
  identical(behind, c("2018-05-01", "0001-05-20")) &&
  identical(alone, "2018-04-03") &&
  identical(among, c("2018-03-04", "2018-12-25", "2018-12-26"))
if (!same) {
  message("changed: other days")
  quit(status = 1)
}
R
