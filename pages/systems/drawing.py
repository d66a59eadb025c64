"""The matrix as a real table: functions by schools, a letter and a colour for each system of a function.

The system of most schools is a quiet tint, so that what differs stands out; letters say the same as colours.
"""

from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Final

from pages.parts.theme import BLUE, GREEN, GREY, OCHRE, VERMILION, Theme
from pages.school.place import SCHOOL
from pages.systems.place import FUNCTION, LINES, SYSTEMS
from pages.systems.words import letter
from planning.core.notation import number
from planning.core.translation import gettext as _
from planning.systems.rules import SystemsMatrix, SystemsRow
from planning.systems.words import GROUP_NAMES

_COLOURS: Final = ((BLUE, 0.2), (OCHRE, 0.5), (GREEN, 0.5), (VERMILION, 0.5), (GREY, 0.5))
"""The colours of a row, the system of most schools first, and how much of it is mixed into the page: text on it reads.
"""
SHADES: Final = len(_COLOURS)


@cache
def _style() -> str:
    """In the colours of both themes: who changes theirs sees it at once, before the script runs again."""
    light, dark = (Theme(is_dark, False, "nl") for is_dark in (False, True))
    text = (Path(__file__).parent / "matrix.css").read_text(encoding="utf-8")
    for name, of in (("PAGE", "page"), ("SECOND", "second"), ("GRID", "second"), ("TEXT", "text")):
        text = text.replace(f"VAR_{name}", _both(getattr(light, of), getattr(dark, of)))
    shades = "".join(
        f".systems .s{place} {{ background: {_both(*(mixed(colour, one.page, share) for one in (light, dark)))}; "
        f"color: {_both(light.text, dark.text)}; }}\n"
        for place, (colour, share) in enumerate(_COLOURS)
    )
    return f"<style>{text}{shades}</style>"


def _both(light: str, dark: str) -> str:
    return f"light-dark({light}, {dark})"


def matrix_html(found: SystemsMatrix, *, of_schools: bool = True) -> str:
    """The table with its style; of schools a function's name opens its lines, a school's name its page."""
    heads = "".join(
        f'<th scope="col"><a href="{SCHOOL.url(school=column.key)}">{escape(column.name)}</a></th>'
        if of_schools
        else f'<th scope="col"><span>{escape(column.name)}</span></th>'
        for column in found.columns
    )
    wide = len(found.columns) + 2
    bodies = "".join(
        f'<tbody><tr><th class="group" scope="rowgroup" colspan="{wide}">{escape(_(GROUP_NAMES[group]))}</th></tr>'
        + "".join(_row(row, of_schools) for row in rows)
        + "</tbody>"
        for group, rows in groupby(found.rows, key=lambda row: row.function.group)
    )
    label = escape(_("Systems by function and school") if of_schools else _("Systems by function and board"))
    return (
        f'{_style()}<div class="systems" role="region" tabindex="0" aria-label="{label}"><table>'
        f"<thead><tr><td></td>{heads}<td></td></tr></thead>{bodies}</table></div>"
    )


def mixed(colour: str, page: str, share: float) -> str:
    """A colour mixed into the page behind it, as hex."""
    parts = zip(bytes.fromhex(colour[1:]), bytes.fromhex(page[1:]), strict=True)
    return "#" + bytes(round(share * mine + (1 - share) * behind) for mine, behind in parts).hex()


def _row(row: SystemsRow, of_schools: bool) -> str:
    name = escape(row.function.name)
    link = SYSTEMS.url(deel=LINES, **{FUNCTION: row.function.code})
    cells = "".join(_cell(row, column) for column in range(len(row.cells)))
    legend = "".join(
        f'<span><b class="s{shade(place)}">{letter(place)}</b>{escape(share.name)} {number(share.columns)}</span> '
        for place, share in enumerate(row.systems)
    )
    head = f'<a href="{link}">{name}</a>' if of_schools else f"<span>{name}</span>"
    return f'<tr><th scope="row">{head}</th>{cells}<td class="legend">{legend}</td></tr>'


def _cell(row: SystemsRow, column: int) -> str:
    cell = row.cells[column]
    if cell is None:
        return '<td class="n unknown">?</td>'
    if not cell:
        return '<td class="n gap">○</td>'
    letters = "".join(letter(place) for place in cell)
    return f'<td class="n {"two" if len(cell) > 1 else f"s{shade(cell[0])}"}">{letters}</td>'


def shade(place: int) -> int:
    """Which of the colours a system has within its function; those after the last share it."""
    return min(place, SHADES - 1)
