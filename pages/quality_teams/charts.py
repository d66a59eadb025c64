"""The charts of the quality teams: who was visited when, whose hours are used, what is asked."""

from collections.abc import Sequence
from typing import Any, Final

import plotly.graph_objects as go
from babel.dates import format_date

from pages.parts.theme import BLUE, OCHRE, Theme, layout, room
from planning.core.notation import number, whole_parts
from planning.core.translation import gettext as _
from planning.quality_teams.rules import Coverage, HelpDemand, Hours
from planning.quality_teams.words import help_name

SHADES: Final = {False: ("#EDF1F4", "#CFE4F2", "#7FB8DC", BLUE), True: ("#262E36", "#16405A", "#0E5A8A", BLUE)}
"""None, one, two, three or more visits, on a light and a dark page."""
MOST: Final = 3
HATCHED: Final = {
    "shape": "/", "fillmode": "overlay", "fgcolor": "white", "fgopacity": 0.45, "size": 8, "solidity": 0.2,
}  # fmt: skip


def coverage_map(coverage: Coverage, names: Sequence[tuple[str, str]], theme: Theme) -> go.Figure:
    """Schools (key, name; the first on top) by month: the number of visits made, a ring where one is planned."""
    months = [_month(month, theme) for month in coverage.months]
    places = list(range(len(months)))
    rows = [name for _key, name in names]
    done = [coverage.done[key] for key, _name in names]
    ahead = [coverage.planned[key] for key, _name in names]
    marks = [[_mark(*pair) for pair in zip(*row, strict=True)] for row in zip(done, ahead, strict=True)]
    cells = [(x, y) for y in range(len(rows)) for x in places]
    shades = SHADES[theme.dark]
    return go.Figure(
        [
            {
                "type": "heatmap", "x": places, "y": rows, "z": [[min(n, MOST) for n in row] for row in done],
                "zmin": 0, "zmax": MOST, "showscale": False, "xgap": 2, "ygap": 2, "hoverinfo": "skip",
                "colorscale": [
                    [edge / len(shades), shade]
                    for n, shade in enumerate(shades)
                    for edge in (n, n + 1)
                ],
                "text": marks, "texttemplate": "%{text}", "textfont": {"size": theme.size},
            },
            {  # a heat map tells nobody that it was clicked: marks that are not seen do
                "type": "scatter", "mode": "markers", "x": [x for x, _y in cells], "y": [rows[y] for _x, y in cells],
                "customdata": [
                    [names[y][0], format_date(coverage.months[x], "LLLL yyyy", theme.language), done[y][x], ahead[y][x]]
                    for x, y in cells
                ],
                "marker": {"symbol": "square", "size": 20, "opacity": 0},
                "hovertemplate": _(
                    "%{y}, %{customdata[1]}: %{customdata[2]} made, %{customdata[3]} planned<extra></extra>"
                ),
            },
        ],
        layout(
            theme,
            24 * len(rows) + 60,
            xaxis={
                "tickvals": places, "ticktext": months, "side": "top", "showgrid": False, "ticks": "",
                "range": [-0.5, len(places) - 0.5],
            },
            yaxis={
                "categoryorder": "array", "categoryarray": rows[::-1], "range": [-0.5, len(rows) - 0.5],
                "showgrid": False, "ticks": "", "tickfont": {"size": theme.size, "color": theme.text},
            },
        ),
    )  # fmt: skip


def _month(month: Any, theme: Theme) -> str:
    text = format_date(month, "LLL", theme.language).rstrip(".")
    return text[:1] if theme.compact else text


def _mark(done: int, ahead: int) -> str:
    return (str(done) if done else "") + ("○" if ahead else "")


def hours_bars(hours: Sequence[Hours], theme: Theme) -> go.Figure:
    """Hours used and planned of each member against what there is."""
    names = [line.member.name for line in hours]
    most = max([1.0, *(max(line.available, line.used + line.planned) for line in hours)])
    used, available = (whole_parts(values) for values in zip(*((h.used, h.available) for h in hours), strict=True))
    labels = [_hours_label(*one, theme) for one in zip(hours, used, available, strict=True)]
    return go.Figure(
        [
            _bar([line.used for line in hours], names, {"color": BLUE}),
            _bar([line.planned for line in hours], names, {"color": OCHRE, "pattern": HATCHED}),
            {
                "type": "scatter", "mode": "markers", "hoverinfo": "skip",
                "x": [line.available for line in hours], "y": names,
                "marker": {"symbol": "line-ns", "size": 18, "line": {"width": 3, "color": theme.text}},
            },
        ],
        layout(
            theme,
            28 * len(names) + 30,
            barmode="stack",
            xaxis={"showticklabels": False, "showgrid": False, "range": [0, most]},
            margin={"l": 8, "r": room((one["x"] / most, one["text"]) for one in labels), "t": 8, "b": 8, "pad": 4},
            yaxis={
                "categoryorder": "array", "categoryarray": names[::-1], "showgrid": False,
                "tickfont": {"size": theme.size, "color": theme.text},
            },
            annotations=labels,
        ),
    )  # fmt: skip


def _hours_label(line: Hours, used: int, available: int, theme: Theme) -> dict[str, Any]:
    text = _("{used} of {available} h").format(used=number(used), available=number(available))
    return {
        "x": max(line.available, line.used + line.planned), "y": line.member.name, "text": text,
        "xanchor": "left", "xshift": 5, "showarrow": False, "font": {"size": 13, "color": theme.second},
    }  # fmt: skip


def asked_bars(asked: Sequence[HelpDemand], theme: Theme) -> go.Figure:
    """Kinds of help by how often schools asked for them."""
    names = [help_name(one.kind) for one in asked]
    bar = _bar([one.times for one in asked], names, {"color": BLUE})
    return go.Figure(
        [bar | {"text": [number(one.times) for one in asked], "textposition": "outside", "cliponaxis": False}],
        layout(
            theme,
            28 * len(names) + 20,
            xaxis={"showticklabels": False, "showgrid": False},
            yaxis={
                "categoryorder": "array", "categoryarray": names[::-1], "showgrid": False,
                "tickfont": {"size": theme.size, "color": theme.text},
            },
            margin={"l": 8, "r": 36, "t": 8, "b": 8, "pad": 4},
        ),
    )  # fmt: skip


def _bar(values: Sequence[float], names: Sequence[str], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "bar", "orientation": "h", "x": list(values), "y": list(names), "marker": marker, "hoverinfo": "skip",
    }  # fmt: skip
