"""What an upload changes, as a chart."""

import plotly.graph_objects as go

from pages.parts.theme import BLUE, GREY, OCHRE, Theme, layout
from planning.core.notation import number
from planning.core.translation import gettext as _


def steps(before: tuple[str, int], added: int, removed: int, after: str, theme: Theme) -> go.Figure:
    """From the last inventory to this one: what came and what went."""
    label, start = before
    grown = start + added
    values = [start, added, removed, grown - removed]
    bases = [0, start, grown - removed, 0]
    names = [label, _("added"), _("removed"), after]
    came, went = f"+{number(added)}" if added else "0", f"\u2212{number(removed)}" if removed else "0"
    texts = [number(start), came, went, number(grown - removed)]
    return go.Figure(
        [
            {
                "type": "bar", "x": [0, 1, 2, 3], "y": values, "base": bases,
                "marker": {"color": [GREY, BLUE, OCHRE, GREY]}, "text": texts, "textposition": "outside",
                "cliponaxis": False, "hoverinfo": "skip", "textfont": {"size": theme.size, "color": theme.text},
            }
        ],
        layout(
            theme,
            190,
            xaxis={"tickvals": [0, 1, 2, 3], "ticktext": names, "showgrid": False},
            yaxis={"showticklabels": False, "showgrid": False, "range": [0, max(grown, 1) * 1.2]},
        ),
    )  # fmt: skip
