"""The charts of the screens, as Plotly figures of plain values. Colour never speaks alone: shape and word do too."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from pages.parts.theme import BLUE, GREEN, OCHRE, VERMILION, Theme, layout, room
from planning.core.notation import day, number, one_in, target_one_in
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.ratios.rules import SchoolRatio

OFF_CHART: Final = 2.0
OFF_AT: Final = 1.1  # its mark, in those of the highest value that is shown
"""A forecast above this many times what was ever measured is told, not drawn."""
CLOSE: Final = 0.07  # of the width of the chart; twice that on a telephone
NEAR: Final = 1.2
"""Pupils per device within which the mark of the plan would stand under a text left of the mark of now."""
MARKS: Final = {
    "on_target": {"symbol": "circle", "size": 12, "color": GREEN},
    "nearly": {"symbol": "diamond-open", "size": 11, "color": OCHRE, "line": {"width": 2, "color": OCHRE}},
    "short": {"symbol": "triangle-right", "size": 12, "color": VERMILION},
}


def best_first(schools: Sequence[SchoolRatio]) -> list[SchoolRatio]:
    """Schools with a ratio, best on top; by pupils per device."""
    known = [school for school in schools if school.pupils_per_device is not None]
    return sorted(known, key=lambda school: (school.pupils_per_device or 0, name_key(school.name)))


def dot_plot(
    schools: Sequence[SchoolRatio], target: float, theme: Theme, planned: Mapping[str, float] | None = None
) -> go.Figure:
    """Pupils per device of every school against the board's line; a stem is the distance to the school's own target.

    `planned`: school id -> its ratio after the approved plan, a hollow mark behind that of now.
    """
    rows = best_first(schools)
    names = [school.name for school in rows]
    values = [school.pupils_per_device or 0.0 for school in rows]
    ghosts = {s.school_id: planned[s.school_id] for s in rows if planned and s.school_id in planned}
    stems: dict[str, list[Any]] = {"x": [], "y": []}
    for school, value in zip(rows, values, strict=True):
        if school.status != "on_target":
            stems["x"] += [school.target, value, None]
            stems["y"] += [school.name, school.name, None]
    low = min([*values, *ghosts.values(), target, *(s.target for s in rows)], default=target)
    high = max([*values, *ghosts.values(), target], default=target)
    first, last = max(0, int(low) - 1), int(high) + 1
    ticks = range(max(2, first + first % 2), last + 1, 2)
    labels = [_value_label(school, target, theme, ghosts.get(school.school_id)) for school in rows]
    beside = [((one["x"] - first) / (last - first), one["text"]) for one in labels if one["xanchor"] == "left"]
    return go.Figure(
        [
            {
                "type": "scatter", "mode": "lines", "x": stems["x"], "y": stems["y"], "hoverinfo": "skip",
                "line": {"color": VERMILION, "width": 2}, "opacity": 0.5,
            },
            *_own_targets(rows, theme),
            *_ghosts(rows, ghosts, theme),
            {
                "type": "scatter", "mode": "markers", "x": values, "y": names,
                "customdata": [[s.school_id, s.pupils, s.countable, s.shortage] for s in rows],
                "marker": {
                    "opacity": 1,
                    "symbol": [MARKS[s.status]["symbol"] for s in rows],
                    "size": [MARKS[s.status]["size"] for s in rows],
                    "color": [MARKS[s.status]["color"] for s in rows],
                    "line": {
                        "width": [2 if s.status == "nearly" else 0 for s in rows],
                        "color": [MARKS[s.status]["color"] for s in rows],
                    },
                },
                "hovertemplate": _(
                    "%{y}: 1 in %{x:.1f}<br>%{customdata[1]} pupils, %{customdata[2]} devices that count, "
                    "%{customdata[3]} short<extra></extra>"
                ),
            },
        ],
        layout(
            theme,
            max(190, (28 if theme.compact else 26) * len(rows) + 80),
            xaxis={
                "range": [first, last],
                "tickvals": list(ticks),
                "ticktext": [number(n) if theme.compact else one_in(n, 0) for n in ticks],
                "title": {"text": _("pupils per device · left is better")},
            },
            yaxis={
                "categoryorder": "array", "categoryarray": names[::-1], "tickfont": {"size": theme.size},
                "range": [-0.6, len(rows) - 0.4],
            },
            margin={"l": 8, "r": room(beside), "t": 26, "b": 8, "pad": 4},
            shapes=[_target_line(target, len(rows), theme)],
            annotations=[_target_label(target, theme), *labels],
        ),
    )  # fmt: skip


def _own_targets(rows: Sequence[SchoolRatio], theme: Theme) -> list[dict[str, Any]]:
    own = [school for school in rows if school.has_own_target]
    tick = {"symbol": "line-ns", "size": 18, "line": {"width": 4, "color": theme.text}}
    return [
        {
            "type": "scatter", "mode": "markers", "x": [s.target for s in own], "y": [s.name for s in own],
            "marker": tick, "hovertemplate": _("%{y}: own target 1 in %{x}<extra></extra>"),
        }
    ]  # fmt: skip


def _ghosts(rows: Sequence[SchoolRatio], ghosts: Mapping[str, float], theme: Theme) -> list[dict[str, Any]]:
    there = [school for school in rows if school.school_id in ghosts]
    if not there:
        return []
    return [
        {
            "type": "scatter", "mode": "markers", "x": [ghosts[s.school_id] for s in there],
            "y": [s.name for s in there], "customdata": [[s.school_id] for s in there],
            "marker": {"symbol": "circle-open", "size": 12, "line": {"width": 1.5}, "color": theme.second},
            "hovertemplate": _("%{y}: 1 in %{x:.1f} after the approved plan<extra></extra>"),
        }
    ]  # fmt: skip


def _target_line(target: float, rows: int, theme: Theme) -> dict[str, Any]:
    # over the grid and under the marks, for which plotly asks places on both axes
    return {
        "type": "line", "x0": target, "x1": target, "y0": -0.6, "y1": rows - 0.4, "layer": "between",
        "line": {"color": theme.text, "width": 1.5},
    }  # fmt: skip


def _target_label(target: float, theme: Theme) -> dict[str, Any]:
    return {
        "x": target, "yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False,
        "text": _target_text(target), "font": {"size": 13, "color": theme.text},
    }  # fmt: skip


def _target_text(target: float) -> str:
    return "<b>" + _("target {ratio}").format(ratio=target_one_in(target)) + "</b>"


def _value_label(school: SchoolRatio, target: float, theme: Theme, ghost: float | None) -> dict[str, Any]:
    now = school.pupils_per_device or 0
    text = number(now, 1)
    # left of the mark where the text would cross the target line, unless the mark of the plan stands there
    left = school.status == "on_target" and now <= target and not (ghost is not None and now - NEAR < ghost < now)
    crosses = school.has_own_target or (school.status == "on_target" and not left)
    if school.status != "on_target":
        missing = number(school.shortage or 0)
        note = f"\u2212{missing}" if theme.compact else _("short {n}").format(n=missing)
        if school.has_own_target and not theme.compact:
            note += " · " + _("own target {ratio}").format(ratio=target_one_in(school.target))
        text += f' <span style="color:{theme.second}">{note}</span>'
    return {
        "x": now, "y": school.name, "text": text, "showarrow": False,
        "xanchor": "right" if left else "left", "xshift": -9 if left else 9, "font": {"size": theme.size},
        **({"bgcolor": theme.page} if crosses else {}),
    }  # fmt: skip


def points(frame: pd.DataFrame, day_column: str) -> list[tuple[date, float]]:
    """(day, pupils per device) of a trend or outlook, where something counts."""
    known = frame.dropna(subset=["pupils_per_device"])
    return [(row[day_column], float(row["pupils_per_device"])) for row in known.to_dict("records")]


def ratio_in_time(
    past: Sequence[tuple[date, float]],
    ahead: Sequence[tuple[date, float]],
    target: float,
    theme: Theme,
    planned: Sequence[tuple[date, float]] = (),
) -> go.Figure:
    """Pupils per device: solid what was, dotted what comes when nothing is bought; the target a line.

    `planned`: after each round of the approved plan, dashed and with marks of their own.
    """
    last = past[-1:] if past else []
    # a fleet that ends altogether would flatten everything before it: what runs off the chart is told with an arrow
    off = _off(past, ahead, target)[:1]
    shown = [point for point in ahead if point not in _off(past, ahead, target)]
    expected = [*last, *shown]
    everything = [d for d, _v in [*past, *shown, *off, *planned]]
    traces: list[dict[str, Any]] = [
        {
            "type": "scatter", "mode": "lines+markers", "x": [d for d, _v in expected], "y": [v for _d, v in expected],
            "line": {"color": BLUE, "width": 2, "dash": "dot"},
            "marker": {"symbol": "circle-open", "size": 10, "line": {"width": 2}}, "hoverinfo": "skip",
        },
        {
            "type": "scatter", "mode": "lines+markers", "x": [d for d, _v in past], "y": [v for _d, v in past],
            "line": {"color": BLUE, "width": 3}, "marker": {"size": 9, "color": BLUE}, "hoverinfo": "skip",
        },
    ]  # fmt: skip
    if planned:
        with_plan = [*last, *planned]
        traces.append(
            {
                "type": "scatter", "mode": "lines+markers",
                "x": [d for d, _v in with_plan], "y": [v for _d, v in with_plan], "hoverinfo": "skip",
                "line": {"color": GREEN, "width": 2, "dash": "dash"},
                "marker": {"symbol": "diamond", "size": [0] * len(last) + [9] * len(planned), "color": GREEN},
            }
        )  # fmt: skip
    points_shown = [*past, *shown]
    values = [target, *(v for _d, v in [*points_shown, *planned])]
    lowest, highest = min(values), max(values)
    # a label too near to "now" would stand under it: what was stands below its line there
    room = CLOSE * (2 if theme.compact else 1) * (max(everything) - min(everything)).days if everything else 0
    spoken = [(d, v) for d, v in points_shown if (d, v) in last or abs((d - last[0][0]).days) > room]
    # of two lines the numbers of the upper one stand above it, those of the lower one below
    over = [point for point in planned if _is_over(point, shown, room)]
    under = [point for point in shown if any(_is_over(one, [point], room) for one in over)]
    notes = [_point_label(d, v, bold=(d, v) in last, theme=theme) for d, v in spoken if (d, v) not in under]
    near = [(d, v) for d, v in past if (d, v) not in spoken]
    notes += [_below_label(d, v, theme) for d, v in (*_apart(near, room), *(one for one in under if one in spoken))]
    traces += [_way_off(expected[-1:], d, highest * OFF_AT) for d, _v in off]
    notes += [_off_chart(d, v, highest * OFF_AT, theme) for d, v in off]
    free = [one for one in _apart(over, room) if not last or (one[0] - last[0][0]).days > room]
    notes += [_point_label(d, v, bold=False, theme=theme) for d, v in free]
    notes += [_below_label(d, v, theme) for d, v in _apart([one for one in planned if one not in over], room)]
    return go.Figure(
        traces,
        layout(
            theme,
            290,
            xaxis={"showgrid": False, "tickformat": "%Y", "dtick": "M12", "range": _padded(everything)},
            yaxis={"showticklabels": False, "showgrid": False, "range": [lowest * 0.6, highest * 1.3]},
            shapes=[
                {
                    "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": target, "y1": target, "layer": "below",
                    "line": {"color": theme.text, "width": 1.5},
                }
            ],
            annotations=[
                {
                    "xref": "paper", "x": 0, "xanchor": "left", "y": target, "yanchor": "bottom", "showarrow": False,
                    "text": _target_text(target), "font": {"size": 13},
                    "bgcolor": theme.page,
                },
                *notes,
            ],
        ),
    )  # fmt: skip


def _off(
    past: Sequence[tuple[date, float]], ahead: Sequence[tuple[date, float]], target: float
) -> list[tuple[date, float]]:
    """What is to come and runs off the chart."""
    ceiling = OFF_CHART * max([value for _d, value in past] + [target])
    return [(d, v) for d, v in ahead if v > ceiling]


def off_note(past: Sequence[tuple[date, float]], ahead: Sequence[tuple[date, float]], target: float) -> str:
    """What the mark with an arrow is, for the caption of such a chart; "" where it has none."""
    return _("triangle with ↑: the value lies above the chart") if _off(past, ahead, target) else ""


def _is_over(point: tuple[date, float], others: Sequence[tuple[date, float]], room: float) -> bool:
    """Whether a point stands over one of the others, so near that a number between them meets that of the other."""
    return any(point[1] > value and abs((point[0] - day).days) <= room for day, value in others)


def _point_label(when: date, value: float, *, bold: bool, theme: Theme) -> dict[str, Any]:
    text = "<b>" + number(value, 1) + " " + _("now") + "</b>" if bold else number(value, 1)
    return {
        "x": when.isoformat(), "y": value, "yshift": 16, "showarrow": False,
        "text": text, "bgcolor": theme.page, "font": {"size": theme.size},
    }  # fmt: skip


def _apart(points_in_time: Sequence[tuple[date, float]], room: float) -> list[tuple[date, float]]:
    """From the last back, the points that are far enough from each other to each have a label."""
    found: list[tuple[date, float]] = []
    for point in reversed(points_in_time):
        if not found or (found[-1][0] - point[0]).days > room:
            found.append(point)
    return found


def _below_label(when: date, value: float, theme: Theme) -> dict[str, Any]:
    return {
        "x": when.isoformat(), "y": value, "yshift": -16, "showarrow": False, "text": number(value, 1),
        "bgcolor": theme.page, "font": {"size": theme.size},
    }  # fmt: skip


def _way_off(before: Sequence[tuple[date, float]], when: date, height: float) -> dict[str, Any]:
    """The way on from the last point that is shown to a mark below the edge, where the chart ends before its value."""
    way = [*before, (when, height)]
    return {
        "type": "scatter", "mode": "lines+markers", "x": [d for d, _v in way], "y": [v for _d, v in way],
        "line": {"color": BLUE, "width": 2, "dash": "dot"}, "hoverinfo": "skip",
        "marker": {
            "symbol": "triangle-up-open", "size": [0] * len(before) + [12], "color": BLUE, "line": {"width": 2},
        },
    }  # fmt: skip


def _off_chart(when: date, value: float, height: float, theme: Theme) -> dict[str, Any]:
    return {
        "x": when.isoformat(), "y": height, "yshift": 16, "showarrow": False, "text": f"\u2191 {number(value, 1)}",
        "bgcolor": theme.page, "font": {"size": theme.size, "color": theme.second},
    }  # fmt: skip


def _padded(days: Sequence[date]) -> list[str] | None:
    if not days:
        return None
    room = pd.Timedelta(days=max(60, (max(days) - min(days)).days // 12))
    return [(pd.Timestamp(end) + shift).isoformat() for end, shift in ((min(days), -room), (max(days), room))]


def reference(as_of: date) -> str:
    """'on 1-5-2018', for captions under a figure."""
    return _("on {day}").format(day=day(as_of))
