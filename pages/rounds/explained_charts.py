"""The charts that explain a plan: what more money takes away, the least that is enough, shortage year by year."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import plotly.graph_objects as go

from pages.parts.theme import BLUE, GREY, Theme, layout
from planning.core.notation import money, number
from planning.core.translation import gettext as _

_HATCH: Final = {
    "shape": "/", "fillmode": "overlay", "fgcolor": "#FFFFFF", "fgopacity": 0.45, "size": 8, "solidity": 0.2
}  # fmt: skip


def more_money(names: Sequence[str], short: Sequence[int], past_life: Sequence[int], theme: Theme) -> go.Figure:
    """By round, how much shortage and over-age so much more money takes away."""
    return _pairs(names, (_("less short"), [float(n) for n in short]), (_("less past life"), list(past_life)), theme)


def short_by_year(best: Mapping[int, float], oldest: Mapping[int, float], theme: Theme) -> go.Figure:
    """Device-years short in each calendar year: the best plan beside ‘oldest first’."""
    years = sorted(best)
    return _pairs(
        [str(year) for year in years],
        (_("best plan"), [best[year] for year in years]),
        (_("oldest first"), [oldest[year] for year in years]),
        theme,
    )


def _pairs(
    names: Sequence[str], one: tuple[str, Sequence[float]], other: tuple[str, Sequence[float]], theme: Theme
) -> go.Figure:
    """Two bars for each name; the first is what matters most."""
    at = list(range(len(names)))
    highest = max([*one[1], *other[1], 1])
    return go.Figure(
        [_bars(at, *one, theme, {"color": BLUE}), _bars(at, *other, theme, {"color": GREY, "pattern": _HATCH})],
        layout(
            theme,
            230,
            barmode="group",
            bargap=0.35,
            xaxis={"tickvals": at, "ticktext": list(names), "showgrid": False, "tickfont": {"color": theme.text}},
            yaxis={"showticklabels": False, "showgrid": False, "range": [0, highest * 1.2]},
        ),
    )


def _bars(
    at: Sequence[int], name: str, values: Sequence[float], theme: Theme, marker: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "type": "bar", "x": list(at), "y": [max(0, value) for value in values], "name": name, "marker": dict(marker),
        "text": [number(max(0, value)) for value in values], "textposition": "outside", "cliponaxis": False,
        "textfont": {"size": theme.size, "color": theme.text}, "hovertemplate": name + ": %{text}<extra></extra>",
    }  # fmt: skip


def least_budget(names: Sequence[str], cents: Sequence[int | None], own: int | None, theme: Theme) -> go.Figure:
    """The least even budget that has every school on target from each round on; `own` is the budget there is."""
    found = [(x, amount / 100) for x, amount in enumerate(cents) if amount is not None]
    highest = max([*(euros for _x, euros in found), (own or 0) / 100, 1])
    notes: list[dict[str, Any]] = [
        {
            "x": x, "y": euros, "yshift": -16 if own and euros * 100 < own else 14, "showarrow": False,
            "text": f"<b>{money(round(euros * 100))}</b>",
            "font": {"size": 13, "color": theme.text},
        }
        for x, euros in found
    ]  # fmt: skip
    shapes = []
    if own is not None:
        shapes.append(
            {
                "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": own / 100, "y1": own / 100,
                "line": {"color": GREY, "width": 2, "dash": "dash"},
            }
        )  # fmt: skip
        notes.append(
            {
                "xref": "paper", "x": 1, "xanchor": "right", "y": own / 100, "yshift": 11, "showarrow": False,
                "text": _("your budget: {money}").format(money=money(own)),
                "font": {"size": 13, "color": theme.second},
            }
        )  # fmt: skip
    return go.Figure(
        [
            {
                "type": "scatter", "mode": "lines+markers", "x": [x for x, _euros in found],
                "y": [euros for _x, euros in found], "line": {"color": BLUE, "width": 3, "shape": "hvh"},
                "marker": {"size": 10, "color": BLUE}, "hoverinfo": "skip",
            }
        ],
        layout(
            theme,
            230,
            xaxis={
                "tickvals": list(range(len(names))), "ticktext": list(names), "showgrid": False,
                "range": [-0.45, len(names) - 0.55], "tickfont": {"color": theme.text},
            },
            yaxis={"showticklabels": False, "showgrid": False, "range": [0, highest * 1.22]},
            shapes=shapes,
            annotations=notes,
        ),
    )  # fmt: skip
