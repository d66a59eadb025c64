"""The chart of the mirror: the own board beside others without a name, and their middle."""

from collections.abc import Sequence
from typing import Any, Final

import plotly.graph_objects as go

from pages.parts.theme import BLUE, Theme, layout
from planning.core.notation import number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.network.mirror import Reflection
from planning.network.themes import HIGHEST, LOWEST, THEME_NAMES, NetworkTheme

APART: Final = 0.15
"""Between marks of boards that gave themselves the same score, where a line is 1 from the next."""


def mirror_chart(found: Sequence[Reflection], theme: Theme, *, is_board: bool = True) -> go.Figure:
    """Self-evaluation by theme: a full mark with its number for the own board, hollow ones for others.

    Without a board of one's own all boards are others.
    """
    places = [-float(place) for place in range(len(found))]
    with_others = [(place, one.others) for place, one in zip(places, found, strict=True) if one.others]
    own = [(place, one.own) for place, one in zip(places, found, strict=True) if one.own is not None]
    above = {
        place: one.others.marks.count(one.own)
        for place, one in zip(places, found, strict=True)
        if one.others and one.own is not None
    }
    marks = [
        (mark, place + aside)
        for place, one in zip(places, found, strict=True)
        if one.others
        for mark, aside in _apart(one.own, one.others.marks)
    ]
    middle = {"symbol": "line-ns", "size": 20, "line": {"width": 4, "color": theme.text}}
    return go.Figure(
        [
            {
                "type": "scatter", "mode": "markers", "hoverinfo": "skip",
                "x": [x for x, _y in marks], "y": [y for _x, y in marks],
                "marker": {"symbol": "circle-open", "size": 11, "color": theme.second, "line": {"width": 1.5}},
            },
            {
                "type": "scatter", "mode": "markers", "hoverinfo": "skip", "marker": middle,
                "x": [others.median for _place, others in with_others], "y": [place for place, _others in with_others],
            },
            {
                "type": "scatter", "mode": "markers", "hoverinfo": "skip",
                "x": [value for _place, value in own], "y": [place for place, _value in own],
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
                "range": [-(len(found) - 0.4), 0.7], "tickvals": places,
                "ticktext": [_(THEME_NAMES[NetworkTheme(one.item)]) for one in found],
                "tickfont": {"size": theme.size, "color": theme.text},
            },
            annotations=[
                *(_own_label(place, value, above.get(place, 0), theme) for place, value in own),
                *(_note(place, one, theme, is_board=is_board) for place, one in zip(places, found, strict=True)),
            ],
        ),
    )  # fmt: skip


def _apart(own: float | None, marks: Sequence[float]) -> list[tuple[float, float]]:
    """Each mark with how far above its line it is drawn: of equal ones, the own too, none hides another."""
    return [(mark, APART * ((mark == own) + list(marks[:place]).count(mark))) for place, mark in enumerate(marks)]


def _own_label(place: float, value: float, above: int, theme: Theme) -> dict[str, Any]:
    """The own number, over the marks of as many boards as gave themselves the same."""
    return {
        "x": value, "y": place, "yshift": 26 + 9 * above, "showarrow": False, "text": f"<b>{number(value, 1)}</b>",
        "font": {"size": theme.size},
    }  # fmt: skip


def _note(place: float, one: Reflection, theme: Theme, *, is_board: bool) -> dict[str, Any]:
    """Below its line: how many (others) there are, or that they are too few."""
    if one.others is None:
        text = _("fewer than three others share this") if is_board else _("fewer than three boards share this")
    elif not is_board:
        text = ngettext("{n} board", "{n} boards", one.others.n).format(n=number(one.others.n))
    else:
        text = ngettext("{n} other board", "{n} other boards", one.others.n).format(n=number(one.others.n))
    return {
        "x": LOWEST - 0.15, "y": place, "yshift": -17, "xanchor": "left", "showarrow": False, "text": text,
        "font": {"size": 12, "color": theme.second},
    }  # fmt: skip
