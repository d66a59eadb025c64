#!/usr/bin/env bash
# Language: PHP 8.2 (Debian 12), strtotime and new DateTime; Laravel's Carbon::parse reads with the same. Needs root for
#   apt-get where it is not there yet.
# Guess: "2018" is some day of 2018 or refused; 1-5-2018, 01-05-18 and 01.05.18 are one day, as the manual says that
#   hyphens and points mean a European day; jan-14, a month cell of Excel, is January 2014 or refused; 31-06-2018, a
#   day that there is not, is refused.
# Seen: "2018" is today at 20:18, and so each year from 2000 to 2059, where 1980 is a year, on today's day and month.
#   01-05-18 is 18 May 2001 and 01.05.18 today at 01:05:18; with a year of four digits both are 1 May 2018. jan-14 is
#   14 January of this year, mei-18 is refused. 31-06-2018 is 1 July. Empty text is now for new DateTime.
# Why it matters: web programs for assets are often written in PHP, and old lists say no more than the year. Each such
#   device is bought today, so it is never due, and an export of that program says so. Name the format
#   (DateTimeImmutable::createFromFormat) and look at the warnings too; be wary of a list of devices of one same day.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v php > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends php-cli
} > /dev/null
cd "$folder"
cat > read.php <<'PHP'
<?php
date_default_timezone_set("Europe/Amsterdam");
// A fixed "today", so that what is read does not depend on the day on which this runs.
$now = strtotime("2026-03-16 09:30:00");
$expected = [
    "2018" => "2026-03-16 20:18:00",
    "1980" => "1980-03-16 09:30:00",
    "1-5-2018" => "2018-05-01 00:00:00",
    "01.05.2018" => "2018-05-01 00:00:00",
    "01-05-18" => "2001-05-18 00:00:00",
    "01.05.18" => "2026-03-16 01:05:18",
    "jan-14" => "2026-01-14 00:00:00",
    "mei-18" => "refused",
    "31-06-2018" => "2018-07-01 00:00:00",
    "" => "refused",
];
echo "PHP ", PHP_VERSION, "\n";
$changed = false;
foreach ($expected as $text => $known) {
    $moment = strtotime((string) $text, $now);
    $seen = $moment === false ? "refused" : date("Y-m-d H:i:s", $moment);
    echo str_pad("\"$text\"", 14), $seen, "\n";
    $changed = $changed || $seen !== $known;
}
$empty = abs((new DateTime(""))->getTimestamp() - time()) < 5;
echo "new DateTime(\"\") is now: ", var_export($empty, true), "\n";
if ($changed || !$empty) {
    fwrite(STDERR, "changed: other days\n");
    exit(1);
}
PHP
php read.php
