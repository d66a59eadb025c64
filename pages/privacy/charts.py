"""The charts of IBP, as Plotly figures of plain values. Colour never speaks alone: words and marks do too."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

import plotly.graph_objects as go
from babel.dates import get_month_names

from pages.parts.theme import BLUE, GREEN, GREY, OCHRE, Theme, in_two_lines, layout, room
from planning.core.notation import day, number, percent
from planning.core.translation import gettext as _
from planning.core.translation import language
from planning.privacy.attitude import AUDIENCES, FEWEST
from planning.privacy.messages import AUDIENCES as AUDIENCE_NAMES
from planning.privacy.norms import DomainMaturity, Maturity

COLOURS: Final = {"staff": BLUE, "pupils": OCHRE, "parents": GREEN}
_LEVELS: Final = (-40, 40, -84, 84)
"""Pixels above or below the line at which labels take turns, so that days close together do not overlap."""
LONG, LONGEST = 16, 20  # letters of a name and of a word that stand on one line of a telephone
SYMBOLS: Final = {"staff": "circle", "pupils": "diamond", "parents": "square"}


def maturity_bars(found: Maturity, theme: Theme) -> go.Figure:
    """The mean level of every domain against the level wanted; a domain nobody judged has an open mark and no bar."""
    rows = found.domains
    names = [_whole(row.domain.name, theme) for row in rows]
    judged = [(name, row) for name, row in zip(names, rows, strict=True) if row.mean is not None]
    unjudged = [name for name, row in zip(names, rows, strict=True) if row.mean is None]
    values = [
        {
            "x": row.mean, "y": name, "xanchor": "left", "xshift": 6, "showarrow": False,
            "text": number(row.mean or 0, 1), "font": {"size": theme.size}, "bgcolor": theme.page,
        }
        for name, row in judged
    ]  # fmt: skip
    notes: list[dict[str, Any]] = [
        {
            "x": 5.25, "y": name, "xanchor": "left", "showarrow": False,
            "text": _note(row, theme), "font": {"size": theme.size, "color": theme.second}, "bgcolor": theme.page,
        }
        for name, row in zip(names, rows, strict=True)
        if row.mean is None or row.below or row.unjudged
    ]  # fmt: skip
    return go.Figure(
        [
            {
                "type": "bar", "orientation": "h", "x": [row.mean for _n, row in judged],
                "y": [name for name, _row in judged], "marker": {"color": BLUE}, "hoverinfo": "skip",
            },
            {
                "type": "scatter", "mode": "markers", "x": [0.3 if theme.compact else 0.2] * len(unjudged),
                "y": unjudged, "hoverinfo": "skip",
                "marker": {"symbol": "circle-open", "size": 11, "color": GREY, "line": {"width": 2}},
            },
        ],
        layout(
            theme,
            max(190, (38 if theme.compact else 30) * len(rows) + 70),
            xaxis={
                "range": [0, 5.25], "tickvals": [1, 2, 3, 4, 5], "title": {"text": _("Mean level")},
            },
            yaxis={
                "categoryorder": "array", "categoryarray": names[::-1], "tickfont": {"size": theme.size},
                "range": [-0.6, len(rows) - 0.4], "showgrid": False,
            },
            margin={"l": 8, "r": room((1, note["text"]) for note in notes), "t": 26, "b": 8, "pad": 4},
            shapes=[
                {
                    "type": "line", "x0": found.target_level, "x1": found.target_level, "y0": -0.6,
                    "y1": len(rows) - 0.4, "layer": "between", "line": {"color": theme.text, "width": 1.5},
                }
            ],
            annotations=[
                {
                    "x": found.target_level, "yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False,
                    "text": "<b>" + _("target {level}").format(level=found.target_level) + "</b>",
                    "font": {"size": 13, "color": theme.text},
                },
                *values,
                *notes,
            ],
        ),
    )  # fmt: skip


def _whole(name: str, theme: Theme) -> str:
    """The name of a domain, on a telephone in two lines: at a space, and of a long word before its last part."""
    if not theme.compact:
        return name
    lines = in_two_lines(name, LONG)
    parts = [line if len(line) <= LONGEST else line.replace("management", "-<br>management") for line in lines]
    return "<br>".join(parts)


def _note(row: DomainMaturity, theme: Theme) -> str:
    if row.mean is None and not theme.compact:
        return _("not judged yet")
    parts = []
    if row.below:
        parts.append(f"\u2193{number(row.below)}" if theme.compact else _("{n} below").format(n=number(row.below)))
    if row.unjudged:
        text = f"?{number(row.unjudged)}" if theme.compact else _("{n} not judged").format(n=number(row.unjudged))
        parts.append(text)
    return " · ".join(parts)


def awareness_map(
    schools: Sequence[tuple[str, str]],
    columns: Sequence[tuple[date, str]],
    held: Mapping[tuple[str, date], int],
    theme: Theme,
) -> go.Figure:
    """School by term: how many activities; an open circle where there was none. `schools` are (id, name)."""
    names = [name for _key, name in schools]
    full = [(start, name, held[key, start]) for key, name in schools for start, _l in columns if held.get((key, start))]
    empty = [(start, name) for key, name in schools for start, _l in columns if not held.get((key, start))]
    place = {start: position for position, (start, _label) in enumerate(columns)}
    return go.Figure(
        [
            {
                "type": "scatter", "mode": "markers+text", "x": [place[start] for start, _n, _c in full],
                "y": [name for _s, name, _c in full], "text": [number(count) for _s, _n, count in full],
                "textfont": {"color": "#FFFFFF", "size": 13}, "hoverinfo": "skip",
                "marker": {"symbol": "square", "size": 22, "color": BLUE, "opacity": 1},
            },
            {
                "type": "scatter", "mode": "markers", "x": [place[start] for start, _n in empty],
                "y": [name for _s, name in empty], "hoverinfo": "skip",
                "marker": {"symbol": "circle-open", "size": 10, "color": GREY, "line": {"width": 1.5}},
            },
        ],
        layout(
            theme,
            max(190, 27 * len(schools) + 60),
            xaxis={
                "tickvals": list(place.values()), "ticktext": [label for _s, label in columns], "side": "top",
                "range": [-0.5, len(columns) - 0.5], "showgrid": False,
            },
            yaxis={
                "categoryorder": "array", "categoryarray": names[::-1], "tickfont": {"size": theme.size},
                "range": [-0.6, len(names) - 0.4],
            },
        ),
    )  # fmt: skip


def shares(found: Mapping[str, Sequence[tuple[date, float]]], theme: Theme) -> go.Figure:
    """The share of good answers of each audience in time; only of groups of at least five."""
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for audience in AUDIENCES:
        line = found.get(audience, ())
        if not line:
            continue
        traces.append(
            {
                "type": "scatter", "mode": "lines+markers", "x": [start for start, _v in line],
                "y": [value for _s, value in line], "hoverinfo": "skip",
                "line": {"color": COLOURS[audience], "width": 2},
                "marker": {"symbol": SYMBOLS[audience], "size": 10, "color": COLOURS[audience]},
            }
        )  # fmt: skip
        last_day, last = line[-1]
        notes.append(
            {
                "x": last_day.isoformat(), "y": last, "xanchor": "left", "xshift": 10, "showarrow": False,
                "text": f"{_(AUDIENCE_NAMES[audience])} <b>{percent(last)}</b>", "font": {"size": theme.size},
            }
        )  # fmt: skip
    days = [start for line in found.values() for start, _v in line]
    return go.Figure(
        traces,
        layout(
            theme,
            290,
            xaxis={
                "tickvals": sorted(set(days)), "ticktext": [month(d) for d in sorted(set(days))],
                "showgrid": False, "range": _around(days),
            },
            margin={"l": 8, "r": room((1, note["text"]) for note in notes), "t": 8, "b": 8, "pad": 4},
            yaxis={"range": [0, 1.05], "tickvals": [0, 0.5, 1], "ticktext": [percent(v) for v in (0, 0.5, 1)]},
            annotations=_apart(notes),
        ),
    )  # fmt: skip


def _apart(notes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Labels of lines that end close together, moved off one another."""
    placed: list[dict[str, Any]] = []
    for note in sorted(notes, key=lambda note: float(note["y"])):
        lowest = float(placed[-1]["y"]) + 0.09 if placed else 0.0
        placed.append({**note, "y": max(float(note["y"]), lowest)})
    return placed


def _around(days: Sequence[date]) -> list[str] | None:
    if not days:
        return None
    first, last = min(days), max(days)
    beyond = timedelta(max((last - first).days, 90) // 12)
    return [(first - beyond).isoformat(), (last + beyond).isoformat()]


def policy_line(events: Sequence[tuple[date, str, bool]], as_of: date, theme: Theme) -> go.Figure:
    """What happened to the policy and what is planned, on a line: (day, what, whether it happened)."""
    marks = [(when, text, done) for when, text, done in events]
    return go.Figure(
        [
            {
                "type": "scatter", "mode": "lines", "x": [when for when, *_r in marks], "y": [0] * len(marks),
                "line": {"color": theme.grid, "width": 3}, "hoverinfo": "skip",
            },
            {
                "type": "scatter", "mode": "markers", "x": [when for when, *_r in marks], "y": [0] * len(marks),
                "hoverinfo": "skip",
                "marker": {
                    "size": 13, "opacity": 1,
                    "symbol": ["circle" if done else "circle-open" for *_r, done in marks],
                    "color": [GREEN if done else GREY for *_r, done in marks], "line": {"width": 2},
                },
            },
        ],
        layout(
            theme,
            230,
            xaxis={"showticklabels": False, "showgrid": False, "range": _wide([when for when, *_r in marks])},
            yaxis={"range": [-1.3, 1.3], "showticklabels": False, "showgrid": False},
            shapes=[
                {
                    "type": "line", "x0": as_of.isoformat(), "x1": as_of.isoformat(), "y0": -1.3, "y1": 1.3,
                    "layer": "below", "line": {"color": theme.second, "width": 1.5, "dash": "dot"},
                }
            ],
            annotations=[
                {
                    "x": when.isoformat(), "y": 0, "ax": 0, "ay": _LEVELS[position % len(_LEVELS)],
                    "arrowhead": 0, "arrowwidth": 1, "arrowcolor": theme.grid,
                    "text": f"<b>{day(when)}</b><br>{text}", "font": {"size": 13}, "bgcolor": theme.page,
                }
                for position, (when, text, _done) in enumerate(marks)
            ],
        ),
    )  # fmt: skip


def _wide(days: Sequence[date]) -> list[str] | None:
    if not days:
        return None
    first, last = min(days), max(days)
    room = max(30, (last - first).days // 5)
    return [date.fromordinal(end.toordinal() + shift).isoformat() for end, shift in ((first, -room), (last, room))]


def month(start: date) -> str:
    """ "nov 2017"."""
    return f"{month_name(start.month)} {start.year}"


def month_name(month: int) -> str:
    """ "nov": short, in the reader's language."""
    return str(get_month_names("abbreviated", "stand-alone", language())[month]).strip(".")


def small_groups() -> str:
    """Why some groups are not in a picture."""
    text = _("Groups of fewer than {n} people are not kept: an answer could be one person's.")
    return text.format(n=number(FEWEST))
