"""The fleet of a school as a chart."""

from collections.abc import Sequence

import plotly.graph_objects as go

from pages.parts.theme import Theme, layout, room
from planning.core.notation import number


def fleet_bars(rows: Sequence[tuple[str, int, str, str, bool]], theme: Theme) -> go.Figure:
    """A fleet by kind and year: (label, devices, note, colour, counts); what does not count is hatched."""
    texts = [f"{number(n)}{' · ' + note if note else ''}" for _l, n, note, *_r in rows]
    most = max((n for _l, n, *_r in rows), default=1)
    beside = [(n / most, text) for (_l, n, *_r), text in zip(rows, texts, strict=True)]
    labels = [label for label, *_rest in rows]
    return go.Figure(
        [
            {
                "type": "bar", "orientation": "h", "x": [n for _l, n, *_r in rows], "y": labels,
                "marker": {
                    "color": [colour for *_r, colour, _k in rows],
                    "pattern": {
                        "shape": ["" if counts else "/" for *_r, counts in rows], "fillmode": "overlay",
                        "fgcolor": theme.page, "fgopacity": 0.85, "size": 8, "solidity": 0.4,
                    },
                },
                "text": texts,
                "textposition": "outside", "cliponaxis": False, "hoverinfo": "skip",
                "textfont": {"size": theme.size, "color": theme.text},
            }
        ],
        layout(
            theme,
            max(190, 34 * len(rows) + 40),
            xaxis={"showticklabels": False, "showgrid": False, "range": [0, most]},
            margin={"l": 8, "r": room(beside), "t": 8, "b": 8, "pad": 4},
            yaxis={"type": "category", "autorange": "reversed", "tickfont": {"size": theme.size}, "showgrid": False},
        ),
    )  # fmt: skip
