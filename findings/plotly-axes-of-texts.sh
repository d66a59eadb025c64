#!/usr/bin/env bash
# Library: plotly 7.1.0 (the Python package, with the plotly.js it carries), drawn with npm jsdom 24.1.3 on Node 20.
# Guess: a column of texts on an axis is a column of names, each its own bar, in the order they came; a price written
#   "589,50" is at any rate no other amount.
# Seen: texts become numbers or dates where most of them can. A comma goes whatever stands behind it: 589,50 is a bar of
#   58950 and 1.265,00 one of 1.265. Versions 10.1 and 10.10 are one place, 0012 is 12, classes 1E5 and 2E5 stand at
#   100,000 and 200,000, #12 at 12. Deliveries 2018-1 and 2018-2 are days in January and February, 16-04 is April 2016.
#   A text among years (2016, 2017, onbekend) is left out. Rooms 1-2 and 7/8, and 1-5-2018, are names. Nothing is said.
#   With type="category" on the axis each is a name.
# Why it matters: two versions share a bar that shows one of them, and a chart of prices looks like one. Every list has
#   some of these, and the page that was tried with "Groep 7" has none. Set the type of each axis of names, and hand
#   numbers over as numbers (autotypenumbers="strict" leaves texts that are numbers alone, dates not).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet plotly==7.1.0
npm install --silent --no-audit --no-fund --prefix . jsdom@24.1.3
venv/bin/python - <<'PY'
import json

import plotly.graph_objects as go

axes = {
    "prices": ["589,50", "1.265,00", "279,95"],
    "versions": ["10.1", "10.10", "11.2"],
    "stickers": ["0012", "0013"],
    "classes": ["1E5", "2E5"],
    "lockers": ["#12", "#13"],
    "deliveries": ["2018-1", "2018-2"],
    "of April": ["16-04", "16-05"],
    "years": ["2016", "2017", "onbekend"],
    "rooms": ["1-2", "7/8"],
    "days": ["1-5-2018", "2-5-2018"],
}
figures = {}
for name, texts in axes.items():
    figure = go.Figure(go.Bar(x=texts, y=list(range(1, len(texts) + 1))))
    figures[name] = figure.to_plotly_json()
    figures[name + ", category"] = figure.update_xaxes(type="category").to_plotly_json()
    figures[name + ", strict"] = figure.update_xaxes(type=None, autotypenumbers="strict").to_plotly_json()
open("figures.json", "w").write(json.dumps(figures, default=list))
PY
cat > draw.js <<'JS'
const fs = require("fs");
const { JSDOM } = require("jsdom");
const page = new JSDOM("<div></div>", { runScripts: "outside-only", pretendToBeVisual: true }).window;
Object.assign(page, { TextDecoder, TextEncoder });
page.URL.createObjectURL = () => "";
page.HTMLCanvasElement.prototype.getContext = () => null;
page.eval(fs.readFileSync(process.argv[2], "utf8"));
console.log("plotly.js", page.Plotly.version);
(async () => {
    const seen = {};
    for (const [name, { data, layout }] of Object.entries(JSON.parse(fs.readFileSync("figures.json")))) {
        const place = page.document.createElement("div");
        await page.Plotly.newPlot(place, data, { xaxis: layout.xaxis || {} }, { width: 400, height: 300 });
        const { type } = place._fullLayout.xaxis;
        const at = place.calcdata[0].map(({ p }) => (type === "date" ? new Date(p).toISOString().slice(0, 10) : p));
        seen[name] = `${type} ${at.map((one) => one ?? "none").join(" ")}`;
        console.log(name.padEnd(22), data[0].x.join(" ").padEnd(24), seen[name]);
    }
    const wanted = {
        prices: "linear 58950 1.265 27995", versions: "linear 10.1 10.1 11.2", stickers: "linear 12 13",
        classes: "linear 100000 200000", lockers: "linear 12 13", deliveries: "date 2018-01-01 2018-02-01",
        "of April": "date 2016-04-01 2016-05-01", years: "linear 2016 2017 none", rooms: "category 0 1",
        days: "category 0 1", "versions, category": "category 0 1 2", "versions, strict": "category 0 1 2",
        "deliveries, strict": "date 2018-01-01 2018-02-01", "prices, category": "category 0 1 2",
    };
    for (const [name, how] of Object.entries(wanted)) {
        if (seen[name] !== how) {
            console.error(`changed: ${name} is now ${seen[name]}`);
            process.exit(1);
        }
    }
    process.exit(0);
})();
JS
node draw.js venv/lib/python3*/site-packages/plotly/package_data/plotly.min.js
