#!/usr/bin/env bash
# Library: lubridate 1.9.2 (R, Debian 12). Needs root for apt-get where it is not there yet.
# Guess: half a year after 31 August 2018 is 28 February 2019 and five years after 29 February 2020 is 28 February 2025,
#   as in Excel (EDATE), Python's dateutil and PostgreSQL; or there is a warning.
# Seen: with + months(6) and + years(5) both are NA, and nothing is said; a list comes back with holes in it. Only %m+%
#   gives the last day of the month. Most days are right, so a first try shows nothing.
# Why it matters: devices bought on the last days of a month, as on 31 December, have no date of replacement.
#   A filter on dates leaves NA out, so they are in no round, while the total of the list still has them. Use %m+%, and
#   count what came out as NA and was not NA before.
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
options(warn = 2)
cat("lubridate", as.character(packageVersion("lubridate")), "\n")
bought <- dmy(c("30-08-2018", "31-08-2018", "29-02-2020", "31-12-2019"))
list <- data.frame(
  bought,
  half_a_year = bought + months(6),
  five_years = bought + years(5),
  by_month_ends = bought %m+% months(6)
)
print(list)
due <- subset(list, half_a_year < dmy("01-01-2030"))
cat(nrow(due), "of", nrow(list), "are due before 2030\n")
same <- identical(is.na(list$half_a_year), c(TRUE, TRUE, FALSE, TRUE)) &&
  identical(is.na(list$five_years), c(FALSE, FALSE, TRUE, FALSE)) &&
  identical(as.character(list$by_month_ends), c("2019-02-28", "2019-02-28", "2020-08-29", "2020-06-30"))
if (!same) {
  message("changed: other days, or a warning")
  quit(status = 1)
}
R
