#!/usr/bin/env bash
# Language: PHP 8.2 (Debian 12). Needs root for apt-get where it is not there yet.
# Guess: a list of devices under their serial numbers, all text, stays one, also when two such lists are put together;
#   looking for a serial among others finds that one, letter by letter, as PHP 8 says that it compares text as text.
# Seen: a key of digits alone becomes a whole number, and array_merge numbers those anew from 0: of 8123456 and 5CD8123A
#   only the second keeps its serial, and nothing is said (with + both stay). in_array and array_search call two texts
#   equal when both can be read as numbers: 5E10 is found among 50000000000, 0012 among 12 and 0E12 in 0E99.
# Why it matters: some makes have letters in their serials, bar codes and numbers of stickers have none, so part of the
#   devices has lost its number in a list of thousands, and 0, 1 and 2 look like one. "Is it there already?" says yes
#   for a device that is not, which then is not taken in. Use + instead, and true as the third argument of in_array.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v php > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends php-cli
} > /dev/null
cd "$folder"
cat > merge.php <<'PHP'
<?php
$laptops = ["8123456" => "HP 250", "5CD8123A" => "HP 250"];
$screens = ["4410078" => "Dell P24", "0012" => "Dell P22"];
$seen = [
    "array_merge" => array_keys(array_merge($laptops, $screens)),
    "with +" => array_keys($laptops + $screens),
    "5E10 among 50000000000" => in_array("5E10", ["50000000000"]),
    "0012 among 12" => array_search("0012", ["7", "12"]),
    "0E12 among 0E99" => in_array("0E12", ["0E99"]),
    "5E10 among 50000000000, strictly" => in_array("5E10", ["50000000000"], true),
    "ABC among abc" => in_array("ABC", ["abc"]),
];
$expected = [[0, "5CD8123A", 1, "0012"], [8123456, "5CD8123A", 4410078, "0012"], true, 1, true, false, false];
echo "PHP ", PHP_VERSION, "\n";
foreach ($seen as $name => $value) {
    echo "$name: ", json_encode($value), "\n";
}
if (array_values($seen) !== $expected) {
    fwrite(STDERR, "changed: other keys or other finds\n");
    exit(1);
}
PHP
php merge.php
