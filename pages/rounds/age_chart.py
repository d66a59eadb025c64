"""The chart of how old the fleet is: the devices of every kind by the year they were bought in."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from pages.parts.theme import Theme, layout
from planning.core.notation import number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.kinds import DeviceKind

DARK_INK: Final = "#0D141A"
ON_WHITE: Final = frozenset(("#0072B2", "#8A6A00"))
"""Hues that white text stands on; near-black on the others."""
NAMED: Final = 0.3
"""A part of the longest bar wide enough for the name of its kind."""


def ages(fleet: pd.DataFrame, kinds: Mapping[str, DeviceKind], as_of: date, theme: Theme) -> go.Figure:
    """Pupil devices by year of purchase, newest on top, each kind its own part; a grey band where all are past life."""
    shown = fleet[(fleet["audience"] != "staff") & fleet["kind"].map(lambda kind: kinds[kind].counts_for_pupils)]
    shown = shown[shown["reason"].isin(["counts", "unsupported"])]
    years = [latest.year if latest else 0 for latest in shown["purchased_latest"]]
    sums: dict[tuple[int, str, bool], int] = {}
    for year, kind, reason, n in zip(years, shown["kind"], shown["reason"], shown["count"], strict=True):
        key = year, kind, reason == "counts"
        sums[key] = sums.get(key, 0) + int(n)
    known = sorted({year for year, *_rest in sums if year}, reverse=True)
    rows = [*known, *([0] if any(year == 0 for year, *_rest in sums) else [])]
    place = {year: at for at, year in enumerate(rows)}
    totals = {year: sum(n for (y, *_r), n in sums.items() if y == year) for year in rows}
    longest = max(totals.values(), default=1)
    traces = [
        _age_part(kinds[code], counts, sums, place, longest, theme)
        for code in kinds
        for counts in (True, False)
        if any((year, code, counts) in sums for year in rows)
    ]
    notes = [
        {
            "x": totals[year], "y": place[year], "text": number(totals[year]), "showarrow": False,
            "xanchor": "left", "xshift": 5, "font": {"size": theme.size},
        }
        for year in rows
    ]  # fmt: skip
    old_rows = [place[year] for year in known if year < as_of.year - min(k.life_years for k in _for_pupils(kinds))]
    beyond = 1.35 if theme.compact else 1.18  # the longest bar, for what is told beside the bars
    shapes = []
    if old_rows:
        shapes.append(
            {
                "type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": min(old_rows) - 0.5,
                "y1": max(old_rows) + 0.5, "fillcolor": theme.grid, "opacity": 0.55, "line": {"width": 0},
                "layer": "below",
            }
        )  # fmt: skip
        notes.append(_age_note(shown, (min(old_rows) + max(old_rows)) / 2, theme))
    return go.Figure(
        traces,
        layout(
            theme,
            380,
            barmode="stack",
            bargap=0.18,
            xaxis={"showticklabels": False, "showgrid": False, "range": [0, longest * beyond]},
            yaxis={
                "range": [len(rows) - 0.5, -0.5], "tickvals": list(place.values()), "showgrid": False,
                "ticktext": [str(year) if year else _("unknown") for year in rows], "tickfont": {"size": theme.size},
            },
            shapes=shapes,
            annotations=notes,
        ),
    )  # fmt: skip


def _for_pupils(kinds: Mapping[str, DeviceKind]) -> list[DeviceKind]:
    return [kind for kind in kinds.values() if kind.counts_for_pupils]


def _age_part(
    kind: DeviceKind,
    counts: bool,
    sums: Mapping[tuple[int, str, bool], int],
    place: Mapping[int, int],
    longest: int,
    theme: Theme,
) -> dict[str, Any]:
    found = {place[year]: n for (year, code, c), n in sums.items() if (code, c) == (kind.code, counts)}
    wide = NAMED * (1.5 if theme.compact else 1) * longest * len(kind.name()) / len("chromebook")
    ink = "#FFFFFF" if kind.colour in ON_WHITE and counts else DARK_INK
    return {
        "type": "bar", "orientation": "h", "x": list(found.values()), "y": list(found),
        "marker": {
            "color": kind.colour, "line": {"width": 1, "color": theme.page},
            "pattern": {
                "shape": "" if counts else "/", "fillmode": "overlay", "fgcolor": theme.page, "fgopacity": 0.85,
                "size": 8, "solidity": 0.4,
            },
        },
        "text": [kind.name() if counts and n >= wide else "" for n in found.values()],
        "textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "constraintext": "none",
        "textfont": {"size": 13, "color": ink},
        "name": kind.name(),
        "hovertemplate": "%{x:,.0f} " + kind.name(2) + ("" if counts else " · " + _("no updates")) + "<extra></extra>",
    }  # fmt: skip


def _age_note(shown: pd.DataFrame, middle: float, theme: Theme) -> dict[str, Any]:
    old = int(shown.loc[shown["past_life"] & (shown["reason"] == "counts"), "count"].sum())
    dead = int(shown.loc[shown["reason"] == "unsupported", "count"].sum())
    text = "<b>" + _("{n} past life span").format(n=number(old)) + "</b>"
    if dead:
        told = ngettext("{n} does not count:<br>no updates", "{n} do not count:<br>no updates", dead)
        text += "<br>" + told.format(n=number(dead))
    return {
        "xref": "paper", "x": 0.99, "xanchor": "right", "y": middle, "text": text, "showarrow": False,
        "align": "right", "font": {"size": 13, "color": theme.text},
    }  # fmt: skip
