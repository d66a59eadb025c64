#!/usr/bin/env bash
# Library: vl-convert-python 1.9.0.post1 (Vega-Lite charts, as altair makes them, without a browser).
# Guess: with time_format_locale="nl-NL" a chart by week (timeUnit "week") has the Dutch week numbers, as it has the
#   Dutch names of months and days.
# Seen: names are Dutch, weeks are not: they begin on Sunday and week 1 begins on the first Sunday of the year, so 1
#   May 2026 stands at W17 where Dutch calendars say 18, and Sunday 3 January 2027 at W01 where they say 53. The same
#   chart that formats the day with %V says 18. The locale must be "nl-NL"; "nl_NL" and "nl" are refused.
# Why it matters: visits planned by week sit in another week than in everybody's calendar, in some years by one, in
#   others not at all. Count weeks before the chart (isocalendar) and hand them over as names.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet vl-convert-python==1.9.0.post1
"$folder/venv/bin/python" - <<'PY'
import re
import sys

import vl_convert

DAYS = ("2026-05-01T12:00:00", "2027-01-03T12:00:00")


def shown(encoding):
    chart = {"data": {"values": [{"day": day} for day in DAYS]}, "mark": "text", "encoding": encoding}
    svg = vl_convert.vegalite_to_svg(chart, time_format_locale="nl-NL")
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


weeks = shown({"x": {"field": "day", "type": "ordinal", "timeUnit": "week", "title": None}})[:2]
format_ = {"field": "day", "type": "temporal", "format": "%A %-d %B: %V"}
days = sorted(text for text in shown({"text": format_}) if ":" in text)
try:
    vl_convert.vegalite_to_svg({"data": {"values": []}, "mark": "text"}, time_format_locale="nl_NL")
    name = "taken"
except ValueError:
    name = "refused"
print("axis:", weeks, "| texts:", days, "| nl_NL:", name)
if weeks != ["W01", "W17"] or days != ["vrijdag 1 mei: 18", "zondag 3 januari: 53"] or name != "refused":
    sys.exit("changed: weeks on an axis, or the names of locales")
PY
