#!/usr/bin/env bash
# Library: FlexSearch 0.8.212 (npm, searches lists in web pages), on Node 20; MiniSearch 7.2.0 beside it.
# Guess: an index without options finds the words that were asked for; two serial numbers that differ are different
#   words, and so are HP 20 and HP 200. All hits come, or their number tells that there are more.
# Seen: signs that stand twice in a row count once, digits too: 20, 200 and 2200 are one number, so "HP 20" finds
#   HP 200 in front of itself and HP 2200 behind, and 5CD100 finds 5CD1100. Where letters and digits meet a word is
#   cut, so hp200 finds all three. Of 500 laptops 100 come, with nothing said. encoder: "Exact" keeps the digits, and
#   limit brings all. MiniSearch finds the one, and 500.
# Why it matters: searching for a serial shows another device, with the first one at times below it, and what is counted
#   over the hits stops at 100. Names were meant (Kees and Kes are one too); in an inventory digits are the names.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . flexsearch@0.8.212 minisearch@7.2.0
cat > find.js <<'JS'
const { Index } = require("flexsearch");
const MiniSearch = require("minisearch");
const devices = ["HP 200", "HP 20", "HP 2200", "laptop 5CD1100", "laptop 5CD100"];
const fill = (index) => {
    devices.forEach((name, at) => index.add(at, name));
    return (words) => index.search(words).map((at) => devices[at]);
};
const plain = fill(new Index());
const exact = fill(new Index({ encoder: "Exact" }));
const mini = new MiniSearch({ fields: ["name"], storeFields: ["name"], searchOptions: { combineWith: "AND" } });
mini.addAll(devices.map((name, id) => ({ id, name })));
const seen = {};
for (const words of ["HP 20", "5CD100", "hp200"]) {
    seen[words] = plain(words).join(", ");
    console.log(words.padEnd(8), "FlexSearch:", seen[words], "| Exact:", exact(words).join(", "),
        "| MiniSearch:", mini.search(words).map((hit) => hit.name).join(", "));
}
const many = new Index();
for (let at = 0; at < 500; at++) many.add(at, `laptop ${at}`);
const counts = [many.search("laptop").length, many.search("laptop", { limit: 1000 }).length];
console.log("of 500 laptops", counts[0], "and with a limit of 1000", counts[1]);
const three = "HP 200, HP 20, HP 2200";
const wanted = { "HP 20": three, "5CD100": "laptop 5CD1100, laptop 5CD100", hp200: three };
for (const [words, hits] of Object.entries(wanted)) {
    if (seen[words] !== hits) {
        console.error(`changed: ${words} finds ${seen[words]}`);
        process.exit(1);
    }
}
if (exact("HP 20").join() !== "HP 20" || counts[0] !== 100 || counts[1] !== 500) {
    console.error("changed: what Exact and limit do");
    process.exit(1);
}
JS
node find.js
