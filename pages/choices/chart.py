"""How schools share out their means, beside each other in the order of their names: a picture without a ranking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from pages.parts.theme import BLUE, GREEN, GREY, OCHRE, Theme, layout
from planning.choices.model import AUTOMATION, DEVICES, POSTS, SUPPORT, TEACHING, TRAINING, post_name
from planning.core.notation import money

COLOURS: Final = {TEACHING: GREY, TRAINING: GREEN, AUTOMATION: "#CC79A7", DEVICES: BLUE, SUPPORT: OCHRE}
PATTERNS: Final = {TEACHING: "", TRAINING: "/", AUTOMATION: "x", DEVICES: "", SUPPORT: "."}


@dataclass(frozen=True)
class ShareBar:
    """A school as a bar."""

    name: str
    yearly: dict[str, int]  # post -> cents


def shares(bars: Sequence[ShareBar], theme: Theme) -> go.Figure:
    """A bar for each school: the part of its means that goes to each post."""
    names = [bar.name for bar in bars]
    whole = [max(1, sum(bar.yearly.values())) for bar in bars]
    traces = [
        {
            "type": "bar", "orientation": "h", "y": names, "name": post_name(post),
            "x": [bar.yearly[post] / total for bar, total in zip(bars, whole, strict=True)],
            "marker": {
                "color": COLOURS[post], "line": {"width": 1, "color": theme.page},
                "pattern": {"shape": PATTERNS[post], "fgcolor": "#FFFFFF", "fgopacity": 0.5, "size": 7,
                            "solidity": 0.15, "fillmode": "overlay"},
            },
            "customdata": [[money(bar.yearly[post]), post_name(post)] for bar in bars],
            "hovertemplate": "%{y}: %{customdata[0]} %{customdata[1]}<extra></extra>",
        }
        for post in POSTS
    ]  # fmt: skip
    return go.Figure(
        traces,
        layout(
            theme,
            60 + 34 * len(bars),
            barmode="stack",
            xaxis={"tickformat": ".0%", "range": [0, 1], "showgrid": False},
            yaxis={
                "type": "category",
                "autorange": "reversed",
                "showgrid": False,
                "tickfont": {"size": 13, "color": theme.text},
            },
        ),
    )
