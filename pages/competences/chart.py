"""The heat map: schools in alphabetical order against core competences, with the level in the cell."""

import textwrap
from typing import Final

import plotly.graph_objects as go

from pages.competences.words import cell_text, mark
from pages.parts.theme import Theme, layout
from planning.competences.picture import Cell, Picture
from planning.core.notation import number
from planning.core.translation import gettext as _

_TINTS: Final = {  # of the theme's chips: the text on them has a contrast of 9 or more
    False: {"●": "#E3F4EE", "◇": "#FBF1D9", "▶": "#FDE6DA", "": "#EDF1F4"},
    True: {"●": "#12332A", "◇": "#332A12", "▶": "#3B2214", "": "#262E36"},
}
LETTERS: Final = 100  # of all headings beside one another
_KINDS: Final = ("", "▶", "◇", "●")


def heat_map(found: Picture, theme: Theme) -> go.Figure:
    """Schools that held a scan against the core competences; small groups say so and have no number."""
    schools = [school for school in found.schools if school.school_id in found.last]
    cells = [[found.cell(school.school_id, member) for member in found.members] for school in schools]
    tints = _TINTS[theme.dark]
    steps = len(_KINDS)
    scale = [(edge, tints[kind]) for place, kind in enumerate(_KINDS) for edge in (place / steps, (place + 1) / steps)]
    columns = list(range(len(found.members)))
    wide = max(9, min(19, LETTERS // max(1, len(columns))))
    labels = (
        [str(column + 1) for column in columns]
        if theme.compact
        else ["<br>".join(textwrap.wrap(member.name, wide, break_long_words=False)) for member in found.members]
    )
    return go.Figure(
        [
            {
                "type": "heatmap", "x": columns, "y": list(range(len(schools))), "xgap": 3, "ygap": 3,
                "z": [[_KINDS.index(_kind(cell)) + 0.5 for cell in row] for row in cells],
                "zmin": 0, "zmax": steps, "colorscale": scale, "showscale": False,
                "text": [[_safe(cell_text(cell, brief=theme.compact)) for cell in row] for row in cells],
                "texttemplate": "%{text}",
                "textfont": {"size": theme.size, "color": theme.text},
                "hovertext": [
                    [_hover(school.name, member.name, found.cell(school.school_id, member)) for member in found.members]
                    for school in schools
                ],
                "hoverinfo": "text",
            }
        ],
        layout(
            theme,
            28 * len(schools) + (72 if theme.compact else 96),
            xaxis={
                "side": "top", "tickvals": columns, "ticktext": labels, "showgrid": False,
                "tickfont": {"size": 13, "color": theme.text}, "ticks": "",
            },
            yaxis={
                "tickvals": list(range(len(schools))), "ticktext": [school.name for school in schools],
                "autorange": "reversed", "showgrid": False, "ticks": "",
                "tickfont": {"size": theme.size, "color": theme.text},
            },
        ),
    )  # fmt: skip


def _kind(cell: Cell) -> str:
    return "" if cell.gap is None else mark(cell.gap)


def _hover(school: str, competence: str, cell: Cell) -> str:
    if cell.level is None or cell.gap is None:
        return f"{_safe(school)}<br>{_safe(competence)}: {cell_text(cell)}"
    gap = _("{n} below the wanted level").format(n=number(cell.gap, 1)) if cell.gap > 0 else _("at the wanted level")
    return f"{_safe(school)}<br>{_safe(competence)}: {number(cell.level, 1)} · {gap}"


def _safe(text: str) -> str:
    return text.replace("<", "&lt;")
