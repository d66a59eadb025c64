#!/usr/bin/env bash
# Library: Fuse.js 7.5.0 (npm, searches lists in web pages), on Node 20.
# Guess: a fuzzy search finds at least what an exact one finds; a serial number that stands word for word in a note is
#   a perfect match.
# Seen: how far from the start of the text a match stands counts as a difference (location 0, distance 100): what
#   begins beyond the 60th character or so is not found at all, be it equal to the letter. A serial that differs by a
#   letter but stands in front is found. With ignoreLocation: true both are.
# Why it matters: notes of an inventory end with the number ("lent to group 7 until summer, ... serial 5CG8123ABC").
#   The search says there is no such device, or shows the one beside it, and a second one is entered.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . fuse.js@7.5.0
cat > find.mjs <<'JS'
import Fuse from "fuse.js";

const note = "uitgeleend aan groep 7 tot de zomervakantie, hoort bij kar 3 in het magazijn, serie 5CG8123ABC";
const list = [note, "5CG8123ABD, lokaal 4"];
const places = (options, asked) => new Fuse(list, options).search(asked).map(({refIndex}) => refIndex).join(" and ");
const seen = [places({}, "5CG8123ABC"), places({ignoreLocation: true}, "5CG8123ABC"), places({}, "magazijn")];
console.log(`0: ${list[0]}\n1: ${list[1]}`);
console.log(`5CG8123ABC: ${seen[0]}; with ignoreLocation: ${seen[1]}; magazijn: ${seen[2] || "none"}`);
const reach = [...Array(120).keys()].filter((before) => new Fuse([`${".".repeat(before)}kar`]).search("kar").length);
console.log("the last place at which a word is found:", Math.max(...reach));
if (seen.join() !== "1,0 and 1," || Math.max(...reach) !== 60) throw new Error("changed: other places are found");
JS
node find.mjs
