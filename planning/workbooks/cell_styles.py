"""How the cells of an xlsx look, from its table of styles: dates that show no day, colours, text struck through.

The XML is searched with plain patterns, never parsed: a hostile file has nothing to expand.
"""

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

from openpyxl.styles.colors import COLOR_INDEX

from planning.workbooks.grid import Mark

TAG: Final = rb"<(?:\w+:)?"
_ATTRIBUTE: Final = re.compile(rb'([\w:]+)\s*=\s*"([^"]*)"')
_FORMAT: Final = re.compile(TAG + rb"numFmt\s([^>]*)>")
_CELL_STYLES: Final = re.compile(TAG + rb"cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_CELL_STYLE: Final = re.compile(TAG + rb"xf\s([^>]*)>")
_FILLS: Final = re.compile(TAG + rb"fills\b.*?</(?:\w+:)?fills>", re.DOTALL)
_FILL: Final = re.compile(TAG + rb"fill\s*/>|" + TAG + rb"fill>.*?</(?:\w+:)?fill>", re.DOTALL)
_SOLID: Final = re.compile(TAG + rb'patternFill[^>]*\bpatternType="solid"')
_COLOUR: Final = re.compile(TAG + rb"fgColor\s([^>]*)>")
_TEXT_COLOUR: Final = re.compile(TAG + rb"color\s([^>]*)>")
_FONTS: Final = re.compile(TAG + rb"fonts\b.*?</(?:\w+:)?fonts>", re.DOTALL)
_FONT: Final = re.compile(TAG + rb"font\s*/>|" + TAG + rb"font>.*?</(?:\w+:)?font>", re.DOTALL)
_STRUCK: Final = re.compile(TAG + rb'strike(?:\s*/>|>|\s+val="(?:1|true)")')
MONTH_YEAR_FORMAT: Final = 17  # Excel's built-in "mmm-yy"
_NOT_SHOWN: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_THEME: Final = (
    "FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47",
)  # fmt: skip
"""The colours of Office's own theme, by number; ECMA-376 part 1, 18.8.3 swaps the first two pairs."""
_WHITE: Final = "FFFFFF"
_LINKS: Final = frozenset({"0563C1", "954F72", "0000FF", "0000EE", "000080", "800080", "467886", "96607D"})
_COLOURED: Final = 0x50  # the least between the strongest and the weakest part of a colour that is no grey
REMARK_FILLS: Final = {"must": "FDE6DA", "info": "FBF1D9"}
"""What our own marked workbook colours cells with: a coordinator who uploads it again means nothing by it."""


@dataclass(frozen=True, slots=True)
class Styles:
    """What the cell styles of a workbook show, by the number cells call them by."""

    coarse_dates: dict[str, str]  # "month" or "year", of the styles that show no day of a date
    marks: dict[str, Mark]  # of the styles with a colour of their own, or struck through


def read_styles(styles: bytes) -> Styles:
    """The styles of xl/styles.xml."""
    table = _CELL_STYLES.search(styles)
    cells = [attributes(text) for text in _CELL_STYLE.findall(table.group())] if table else []
    return Styles(_coarse_dates(styles, cells), _marks(styles, cells))


def attributes(text: bytes) -> dict[bytes, bytes]:
    """The attributes of one tag."""
    return dict(_ATTRIBUTE.findall(text))


def _coarse_dates(styles: bytes, cells: list[dict[bytes, bytes]]) -> dict[str, str]:
    formats = {int(a[b"numFmtId"]): a.get(b"formatCode", b"") for a in map(attributes, _FORMAT.findall(styles))}
    coarse = {
        n: shows
        for n, code in formats.items()
        if (shows := coarse_precision(unescape(code.decode("utf-8", "replace"))))
    }
    coarse.setdefault(MONTH_YEAR_FORMAT, "month")
    numbers = [_number(cell, b"numFmtId") for cell in cells]
    return {str(place): coarse[number] for place, number in enumerate(numbers) if number in coarse}


def coarse_precision(code: str) -> str | None:
    """What a number format shows of a date, where that is no day: "month" or "year"."""
    shown = _NOT_SHOWN.sub("", code.split(";")[0]).lower()
    if "y" not in shown or "d" in shown or "h" in shown or "s" in shown:
        return None
    return "month" if "m" in shown else "year"


def _marks(styles: bytes, cells: list[dict[bytes, bytes]]) -> dict[str, Mark]:
    fills = [_fill_colour(text) for text in _entries(styles, _FILLS, _FILL)]
    fonts = _entries(styles, _FONTS, _FONT)
    struck = [bool(_STRUCK.search(text)) for text in fonts]
    texts = [_text_colour(text) for text in fonts]
    found: dict[str, Mark] = {}
    for place, cell in enumerate(cells):
        fill, font = _number(cell, b"fillId"), _number(cell, b"fontId")
        colour = fills[fill] if fill < len(fills) else None
        mark = Mark(colour or (texts[font] if font < len(texts) else None), font < len(struck) and struck[font])
        if mark.fill or mark.struck:
            found[str(place)] = mark
    return found


def _entries(styles: bytes, table: re.Pattern[bytes], entry: re.Pattern[bytes]) -> list[bytes]:
    found = table.search(styles)
    return entry.findall(found.group()) if found else []


def _fill_colour(fill: bytes) -> str | None:
    found = _COLOUR.search(fill) if _SOLID.search(fill) else None
    return meaningful_fill(_rgb(attributes(found.group(1)))) if found else None


def _text_colour(font: bytes) -> str | None:
    found = _TEXT_COLOUR.search(font)
    return meaningful_text(_rgb(attributes(found.group(1)))) if found else None


def _rgb(colour: dict[bytes, bytes]) -> str:
    if b"rgb" in colour:
        rgb = colour[b"rgb"].decode("ascii", "replace").upper()[-6:]
    elif b"theme" in colour:
        number = _number(colour, b"theme")
        rgb = _tinted(_THEME[number], colour.get(b"tint", b"")) if number < len(_THEME) else _WHITE
    else:
        number = _number(colour, b"indexed")
        rgb = COLOR_INDEX[number][-6:] if number < len(COLOR_INDEX) else _WHITE
    return rgb


def meaningful_fill(rgb: str) -> str | None:
    """A fill as RRGGBB, or None where nobody means anything by it."""
    means_nothing = rgb == _WHITE or rgb in REMARK_FILLS.values()
    return rgb if re.fullmatch(r"[0-9A-F]{6}", rgb) and not means_nothing else None


def meaningful_text(rgb: str) -> str | None:
    """The colour of a text as RRGGBB, or None where nobody means anything by it: black, grey, white, that of a link."""
    if not meaningful_fill(rgb) or rgb in _LINKS:
        return None
    parts = [int(rgb[place : place + 2], 16) for place in (0, 2, 4)]
    return rgb if max(parts) - min(parts) >= _COLOURED else None


def _tinted(rgb: str, tint: bytes) -> str:
    try:
        share = float(tint or b"0")
    except ValueError:
        return rgb
    parts = [int(rgb[place : place + 2], 16) for place in (0, 2, 4)]
    mixed = [part + (255 - part) * share if share > 0 else part * (1 + share) for part in parts]
    return "".join(f"{min(255, max(0, round(part))):02X}" for part in mixed)


def _number(values: dict[bytes, bytes], name: bytes) -> int:
    text = values.get(name, b"0")
    return int(text) if text.isdigit() else 0
