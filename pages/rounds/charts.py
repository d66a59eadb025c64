"""The charts of rounds: what each round buys, the best plan beside the rule of thumb, money."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from pages.parts.theme import BLUE, GREY, OCHRE, Theme, layout
from pages.rounds.age_chart import DARK_INK
from planning.core.notation import money, number
from planning.core.translation import gettext as _


@dataclass(frozen=True)
class RoundColumn:
    """A round as a column: euros in cents, devices in whole."""

    name: str
    month: str
    state: str
    is_running: bool
    budget: int
    cost: int
    replaced: int
    expanded: int


def columns(found: Sequence[RoundColumn], theme: Theme) -> go.Figure:
    """What each round buys in euros, replaced below and expanded on top, with its budget as a line over it."""
    at = list(range(len(found)))
    parts = [_parts(column) for column in found]
    highest = max([*(column.cost for column in found), *(column.budget for column in found), 1]) / 100
    notes = []
    for x, column in zip(at, found, strict=True):
        top = max(column.cost, column.budget if column.budget <= 1.6 * max(column.cost, 1) else 0) / 100
        amount = money(column.cost) if column.cost else "–"
        notes.append(
            {
                "x": x, "y": top, "yshift": 12, "showarrow": False, "text": amount,
                "font": {"size": 13 if len(found) > 4 else theme.size},
            }
        )  # fmt: skip
        state = f"<b>{column.state}</b>" if column.is_running else column.state
        if theme.compact and not column.is_running:
            continue  # no room for every word; the table has them
        notes.append(
            {
                "x": x, "yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False, "text": state,
                "font": {"size": 13, "color": theme.text if column.is_running else theme.second},
            }
        )  # fmt: skip
    shapes = [
        {
            "type": "line", "x0": x - 0.43, "x1": x + 0.43, "y0": column.budget / 100, "y1": column.budget / 100,
            "line": {"color": theme.text, "width": 2},
        }
        for x, column in zip(at, found, strict=True)
    ]  # fmt: skip
    return go.Figure(
        [
            _stack(at, [old / 100 for old, _new in parts], [c.replaced for c in found], BLUE, theme, hatched=False),
            _stack(at, [new / 100 for _old, new in parts], [c.expanded for c in found], OCHRE, theme, hatched=True),
        ],
        layout(
            theme,
            350,
            barmode="stack",
            bargap=0.3,
            margin={"l": 8, "r": 12, "t": 26, "b": 8, "pad": 4},
            xaxis={
                "tickvals": at, "ticktext": [f"{c.name}<br>{c.month}" for c in found], "showgrid": False,
                "tickfont": {"size": 13, "color": theme.text}, "range": [-0.55, len(found) - 0.45],
            },
            yaxis={"showticklabels": False, "showgrid": False, "range": [0, highest * 1.16]},
            shapes=shapes,
            annotations=notes,
        ),
    )  # fmt: skip


def _parts(column: RoundColumn) -> tuple[int, int]:
    """The cost over replacing and expanding, by devices."""
    devices = column.replaced + column.expanded
    old = column.cost * column.replaced // devices if devices else 0
    return old, column.cost - old


def _stack(
    at: Sequence[int], euros: Sequence[float], devices: Sequence[int], colour: str, theme: Theme, *, hatched: bool
) -> dict[str, Any]:
    name = _("expanded") if hatched else _("replaced")
    highest = max([*euros, 1])
    return {
        "type": "bar", "x": list(at), "y": list(euros),
        "marker": {
            "color": colour, "line": {"width": 1, "color": theme.page},
            "pattern": {
                "shape": "/" if hatched else "", "fillmode": "overlay", "fgcolor": "#FFFFFF", "fgopacity": 0.45,
                "size": 8, "solidity": 0.2,
            },
        },
        "text": [
            f"<b>{number(n)}</b>" if n and value > highest * 0.07 else ""
            for n, value in zip(devices, euros, strict=True)
        ],
        "textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "constraintext": "none",
        "textfont": {"size": theme.size, "color": DARK_INK if hatched else "#FFFFFF"},
        "customdata": list(devices),
        "hovertemplate": "%{customdata} " + name + "<extra></extra>",
    }  # fmt: skip


def two_lines(
    names: Sequence[str], best: Sequence[int], other: Sequence[int], other_name: str, theme: Theme
) -> go.Figure:
    """Devices short after each round, from now on: the best plan solid, another dashed."""
    at = list(range(len(names)))
    highest = max([*best, *other, 1])
    notes = []
    for x, (own, n) in enumerate(zip(best, other, strict=True)):
        notes.append(_end_note(x, own, theme, bold=True, below=x > 0 and own <= n))
        if abs(n - own) > highest * 0.09:
            notes.append(_end_note(x, n, theme, bold=False, below=n < own))
    if len(at) > 1:
        far = max(at[1:], key=lambda x: (other[x] - best[x], -x))
        notes.append(
            {
                "x": far, "y": max(other[far], best[far]), "xshift": 18, "yshift": 34, "showarrow": False,
                "text": other_name, "font": {"size": 13, "color": theme.second}, "xanchor": "center",
            }
        )  # fmt: skip
    line = {"type": "scatter", "mode": "lines+markers", "x": at, "hoverinfo": "skip"}
    return go.Figure(
        [
            line
            | {
                "y": list(other), "line": {"color": GREY, "width": 2, "dash": "dash"},
                "marker": {"symbol": "square", "size": 9, "color": GREY},
            },
            line
            | {
                "y": list(best), "line": {"color": BLUE, "width": 3},
                "marker": {"symbol": "circle", "size": 10, "color": BLUE},
            },
        ],
        layout(
            theme,
            320,
            xaxis={
                "tickvals": at, "ticktext": list(names), "showgrid": False, "range": [-0.35, len(at) - 0.65],
                "tickfont": {"size": 13, "color": theme.text},
            },
            yaxis={"showticklabels": False, "showgrid": False, "range": [-highest * 0.18, highest * 1.3]},
            annotations=notes,
        ),
    )  # fmt: skip


def _end_note(x: int, n: int, theme: Theme, *, bold: bool, below: bool) -> dict[str, Any]:
    """The number of a point, on the side where the other line is not; the lines fall, so beside the fall as well."""
    text = f"<b>{number(n)}</b>" if bold else number(n)
    aside = 0 if x == 0 else -8 if below else 10
    return {
        "x": x, "y": n, "xshift": aside, "yshift": -17 if below else 16, "showarrow": False, "text": text,
        "font": {"size": theme.size, "color": theme.text if bold else theme.second}, "bgcolor": "rgba(0,0,0,0)",
    }  # fmt: skip


def money_by_year(
    invested: Mapping[int, int], written_off: Mapping[int, int], reserve: tuple[int, Sequence[int]], theme: Theme
) -> go.Figure:
    """Investment beside depreciation, calendar year by calendar year; across them what to set aside in which years."""
    years = list(invested)
    pairs = (
        (_("invested"), invested, BLUE, "", "#FFFFFF"),
        (_("written off"), written_off, GREY, "/", theme.text),
    )
    aside, of_years = reserve
    decimals = 0 if theme.compact else 1  # of amounts beside one another
    highest = max([*invested.values(), *written_off.values(), aside, 1]) / 100
    return go.Figure(
        [
            {
                "type": "scatter", "mode": "lines", "y": [aside / 100] * 2,
                "x": [of_years[0] - 0.45, of_years[-1] + 0.45],
                "line": {"color": OCHRE, "width": 3, "dash": "dash"}, "name": _("set aside"), "zorder": 2,
                "hovertemplate": _("set aside") + ": € %{y:,.0f}<extra></extra>",
            },
            *({
                "type": "bar", "x": years, "y": [values[year] / 100 for year in years], "name": name,
                "marker": {
                    "color": colour,
                    "pattern": {
                        "shape": pattern, "fillmode": "overlay", "fgcolor": "#FFFFFF", "fgopacity": 0.45, "size": 8,
                        "solidity": 0.2,
                    },
                },
                "text": [_thousands(values[year], decimals) for year in years], "textposition": "outside",
                "cliponaxis": False,
                "textfont": {"size": 13, "color": theme.text},
                "hovertemplate": name + " %{x}: € %{y:,.0f}<extra></extra>",
            }
            for name, values, colour, pattern, _ink in pairs),
        ],
        layout(
            theme,
            290,
            barmode="group",
            xaxis={"tickvals": years, "ticktext": [str(y) for y in years], "showgrid": False},
            yaxis={"showticklabels": False, "showgrid": False, "range": [0, highest * 1.15]},
        ),
    )  # fmt: skip


def _thousands(cents: int, decimals: int) -> str:
    return number(cents / 100_000, decimals) if cents else ""
