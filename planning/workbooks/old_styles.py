"""How the cells of an xls look, from the records of its own part: number formats, fonts, fills and colours."""

import struct
from dataclasses import dataclass, field
from typing import Final

from openpyxl.styles.colors import COLOR_INDEX

from planning.workbooks.cell_styles import MONTH_YEAR_FORMAT, Styles, coarse_precision, meaningful_fill, meaningful_text
from planning.workbooks.grid import Mark

_NUMBER: Final = struct.Struct("<H")
_TWO_NUMBERS: Final = struct.Struct("<HH")
_FONT, _FORMAT, _STYLE, _PALETTE = 0x31, 0x41E, 0xE0, 0x92
_STRUCK: Final = 0x08
_SOLID: Final = 1
_FIRST_OF_PALETTE: Final = 8
_ABSENT_FONT: Final = 4  # no font has this number; the fifth is called 5
_KNOWN_FORMATS: Final = frozenset((*range(5, 9), *range(23, 27), *range(41, 45), *range(63, 67), *range(164, 383)))
"""The numbers calamine takes a file's own formats under; the others it takes for Excel's, some of them for dates."""


@dataclass(slots=True)
class OldStyles:
    """What the records taken so far say of styles."""

    is_biff8: bool
    _struck: list[bool] = field(default_factory=list)  # by font
    _colours: list[int] = field(default_factory=list)  # of the text, by font
    _formats: dict[int, str] = field(default_factory=dict)
    _format_places: dict[int, int] = field(default_factory=dict)
    _styles: list[tuple[int, int, int | None]] = field(default_factory=list)  # font, format, colour of a solid fill
    _style_places: list[int] = field(default_factory=list)
    _palette: list[str] = field(default_factory=lambda: [rgb[-6:] for rgb in COLOR_INDEX[:64]])

    def take(self, kind: int, data: bytearray, place: int, length: int) -> None:
        """Take what one record says, if it is of styles."""
        if kind == _FONT:
            self._struck.append(bool(data[place + 2] & _STRUCK))
            self._colours.append(_NUMBER.unpack_from(data, place + 4)[0])
        elif kind == _FORMAT:
            number = _NUMBER.unpack_from(data, place)[0]
            self._formats[number] = self._text(bytes(data[place + 2 : place + length]))
            self._format_places[number] = place
        elif kind == _STYLE:
            font, number = _TWO_NUMBERS.unpack_from(data, place)
            self._styles.append((font, number, self._fill(data, place)))
            self._style_places.append(place)
        elif kind == _PALETTE:
            count = min(_NUMBER.unpack_from(data, place)[0], 56)
            colours = [data[place + 2 + 4 * n : place + 5 + 4 * n].hex().upper() for n in range(count)]
            self._palette[_FIRST_OF_PALETTE : _FIRST_OF_PALETTE + count] = colours

    def renumber(self, data: bytearray) -> None:
        """Give the file's own formats numbers under which calamine takes them for its own."""
        free = iter(sorted(_KNOWN_FORMATS.difference(self._formats, range(164)), reverse=True))
        numbers = {number: next(free, number) for number in self._formats if number not in _KNOWN_FORMATS}
        for number, instead in numbers.items():
            _NUMBER.pack_into(data, self._format_places[number], instead)
        for place, (_, number, _) in zip(self._style_places, self._styles, strict=True):
            if number in numbers:
                _NUMBER.pack_into(data, place + 2, numbers[number])

    def read(self) -> Styles:
        """What the cell styles show."""
        coarse = {number: shows for number, code in self._formats.items() if (shows := coarse_precision(code))}
        coarse.setdefault(MONTH_YEAR_FORMAT, "month")
        marks = {str(n): self._mark(font, colour) for n, (font, _, colour) in enumerate(self._styles)}
        return Styles(
            {str(n): coarse[number] for n, (_, number, _) in enumerate(self._styles) if number in coarse},
            {n: mark for n, mark in marks.items() if mark.fill or mark.struck},
        )

    def _mark(self, font: int, colour: int | None) -> Mark:
        font -= font > _ABSENT_FONT
        fill = meaningful_fill(self._palette[colour]) if colour is not None and colour < len(self._palette) else None
        own = self._colours[font] if font < len(self._colours) else 0
        text = meaningful_text(self._palette[own]) if own < len(self._palette) else None
        return Mark(fill or text, font < len(self._struck) and self._struck[font])

    def _text(self, text: bytes) -> str:
        if not self.is_biff8:
            return text[1:].decode("cp1252", "replace")
        return text[3:].decode("utf-16-le" if text[2] & 1 else "latin-1", "replace")

    def _fill(self, data: bytearray, place: int) -> int | None:
        """The number of the colour of a solid fill."""
        if self.is_biff8:
            pattern, colours = data[place + 17] >> 2, _NUMBER.unpack_from(data, place + 18)[0]
        else:
            colours, pattern = _NUMBER.unpack_from(data, place + 8)[0], data[place + 10] & 0x3F
        return int(colours) & 0x7F if pattern == _SOLID else None
