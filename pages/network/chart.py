"""The chart of the self-evaluation: the own score of every theme on a line, with those of the others around it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import plotly.graph_objects as go

from pages.network.words import theme_name
from pages.parts.theme import BLUE, Theme, layout
from planning.core.notation import number
from planning.core.translation import gettext as _
from planning.network.others import ThemeScores
from planning.network.themes import HIGHEST, LOWEST, NetworkTheme

STEP: Final = 1.0
"""From one theme to the next, on the vertical axis."""
APART: Final = 0.14
"""Of that, between marks of boards that gave themselves the same score."""


def scores_chart(scores: Sequence[ThemeScores], lines: Mapping[NetworkTheme, str], theme: Theme) -> go.Figure:
    """A line for every theme; `lines` are the board's own figures, below it."""
    rows = {one.theme: -place * STEP for place, one in enumerate(scores)}
    others = [(score, rows[one.theme] + aside) for one in scores for score, aside in _apart(one)]
    means = [(one.mean, rows[one.theme]) for one in scores if one.mean is not None]
    own = [(one.own, rows[one.theme]) for one in scores if one.own is not None]
    above = {rows[one.theme]: one.others.count(one.own) for one in scores if one.own is not None}
    return go.Figure(
        [
            _marks(others, {"symbol": "circle-open", "size": 10, "color": theme.second, "line": {"width": 1.5}}),
            _marks(means, {"symbol": "line-ns", "size": 10, "line": {"width": 3, "color": theme.text}}),
            _marks(own, {"symbol": "circle", "size": 13, "color": BLUE, "line": {"width": 1, "color": theme.page}}),
        ],
        layout(
            theme,
            62 * len(scores) + 70,
            xaxis={
                "range": [LOWEST - 0.05, HIGHEST + 0.05], "tickvals": list(range(LOWEST, HIGHEST + 1)),
                "title": {"text": _("1 = not begun yet · 5 = goes by itself")},
            },
            yaxis={
                "range": [-(len(scores) - 0.35), 0.6], "showgrid": False,
                "tickvals": list(rows.values()), "ticktext": [theme_name(one) for one in rows],
                "tickfont": {"size": theme.size, "color": theme.text},
            },
            shapes=[
                {
                    "type": "line", "x0": LOWEST, "x1": HIGHEST, "y0": y, "y1": y, "layer": "below",
                    "line": {"color": theme.grid, "width": 2},
                }
                for y in rows.values()
            ],
            annotations=[
                *(
                    {
                        "x": score, "y": y, "yshift": 18 + 9 * above[y], "showarrow": False,
                        "text": f"<b>{number(score, 1)}</b>",
                        "font": {"size": theme.size, "color": theme.text},
                    }
                    for score, y in own
                ),
                *(
                    {
                        "x": LOWEST, "y": rows[of], "xanchor": "left", "yshift": -17, "showarrow": False,
                        "text": text, "font": {"size": theme.size - 1, "color": theme.second},
                    }
                    for of, text in lines.items()
                    if text
                ),
            ],
        ),
    )  # fmt: skip


def in_words(scores: Sequence[ThemeScores]) -> str:
    """What the chart shows, for who does not see it."""
    parts = []
    for one in scores:
        name = theme_name(one.theme)
        text = _("{theme}: no score yet") if one.own is None else _("{theme}: {own}")
        parts.append(text.format(theme=name, own=number(one.own or 0, 1)))
        if one.mean is not None:
            parts[-1] += " " + _("(mean of {n} others {mean})").format(
                n=number(len(one.others)), mean=number(one.mean, 1)
            )
    return _("Dot plot of the self-evaluation by theme, from 1 to 5.") + " " + "; ".join(parts)


def _apart(scores: ThemeScores) -> list[tuple[float, float]]:
    """Each score of another with how far off the line it is drawn: of equal ones, the own too, none hides another."""
    before = [one for one in (scores.own,) if one is not None]
    return [
        (score, APART * (before.count(score) + scores.others[:place].count(score)))
        for place, score in enumerate(scores.others)
    ]


def _marks(points: Sequence[tuple[float | None, float]], marker: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "x": [x for x, _y in points], "y": [y for _x, y in points],
        "hoverinfo": "skip", "marker": {"opacity": 1, **marker},
    }  # fmt: skip
