"""The chart of the mirror: the own board beside others without a name, and their middle."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from pages.parts.theme import BLUE, Theme, layout
from planning.core.notation import number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.network.mirror import Reflection
from planning.network.themes import HIGHEST, LOWEST, THEME_NAMES, NetworkTheme


def mirror_chart(found: Sequence[Reflection], theme: Theme, *, is_board: bool = True) -> go.Figure:
    """Self-evaluation by theme: a full mark with its number for the own board, hollow ones for others.

    Without a board of one's own all boards are others.
    """
    names = [_(THEME_NAMES[NetworkTheme(one.item)]) for one in found]
    with_others = [(name, one.others) for name, one in zip(names, found, strict=True) if one.others]
    own = [(name, one.own) for name, one in zip(names, found, strict=True) if one.own is not None]
    middle = {"symbol": "line-ns", "size": 20, "line": {"width": 4, "color": theme.text}}
    return go.Figure(
        [
            {
                "type": "scatter", "mode": "markers", "hoverinfo": "skip",
                "x": [mark for _name, others in with_others for mark in others.marks],
                "y": [name for name, others in with_others for _mark in others.marks],
                "marker": {"symbol": "circle-open", "size": 11, "color": theme.second, "line": {"width": 1.5}},
            },
            {
                "type": "scatter", "mode": "markers", "hoverinfo": "skip", "marker": middle,
                "x": [others.median for _name, others in with_others], "y": [name for name, _others in with_others],
            },
            {
                "type": "scatter", "mode": "markers", "hoverinfo": "skip",
                "x": [value for _name, value in own], "y": [name for name, _value in own],
                "marker": {"symbol": "circle", "size": 13, "color": BLUE, "opacity": 1},
            },
        ],
        layout(
            theme,
            64 * len(found) + 66,
            xaxis={
                "range": [LOWEST - 0.2, HIGHEST + 0.2], "tickvals": list(range(LOWEST, HIGHEST + 1)),
                "title": {"text": _("1 = not begun yet · 5 = goes by itself")},
            },
            yaxis={
                "categoryorder": "array", "categoryarray": names[::-1], "range": [-0.6, len(found) - 0.3],
                "tickfont": {"size": theme.size, "color": theme.text},
            },
            annotations=[
                *(_own_label(name, value, theme) for name, value in own),
                *(_note(name, one, theme, is_board=is_board) for name, one in zip(names, found, strict=True)),
            ],
        ),
    )  # fmt: skip


def _own_label(name: str, value: float, theme: Theme) -> dict[str, Any]:
    return {
        "x": value, "y": name, "yshift": 24, "showarrow": False, "text": f"<b>{number(value, 1)}</b>",
        "font": {"size": theme.size},
    }  # fmt: skip


def _note(name: str, one: Reflection, theme: Theme, *, is_board: bool) -> dict[str, Any]:
    """Below its line: how many (others) there are, or that they are too few."""
    if one.others is None:
        text = _("fewer than three others share this") if is_board else _("fewer than three boards share this")
    elif not is_board:
        text = ngettext("{n} board", "{n} boards", one.others.n).format(n=number(one.others.n))
    else:
        text = ngettext("{n} other board", "{n} other boards", one.others.n).format(n=number(one.others.n))
    return {
        "x": LOWEST - 0.15, "y": name, "yshift": -17, "xanchor": "left", "showarrow": False, "text": text,
        "font": {"size": 12, "color": theme.second},
    }  # fmt: skip
