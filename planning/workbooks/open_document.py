"""An ods before calamine opens it: what its cells show, and what calamine would stumble over.

The XML is searched with plain patterns, never parsed: a hostile file has nothing to expand.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from itertools import islice, pairwise, product
from typing import Final

from planning.workbooks.cell_notes import unsigned
from planning.workbooks.cell_styles import meaningful_fill, meaningful_text
from planning.workbooks.grid import Mark, Place, SheetLook
from planning.workbooks.limits import LIMITS

_BETWEEN_CELLS: Final = re.compile(rb">\s+(?=<(?:/table:table-row|/?table:(?:covered-)?table-cell))")
_BREAK: Final = re.compile(rb"<text:(?:tab|line-break)(?:\s[^>]*)?/>")
_COVERED: Final = re.compile(
    rb"<table:covered-table-cell(?=[\s>])([^>]*)(?<!/)>.*?</table:covered-table-cell>", re.DOTALL
)
_REPEATED: Final = re.compile(rb'\stable:number-columns-repeated="\d+"')
_NO_NUMBER: Final = re.compile(rb'office:value="(?![-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")')
_CELL_TAG: Final = re.compile(rb"<table:table-cell(?=\s)[^>]*\s" + _NO_NUMBER.pattern + rb"[^>]*>")
_VALUE: Final = re.compile(rb'\s*office:value="([^"]*)"')
_VALUE_TYPE: Final = re.compile(rb'office:value-type="[^"]*"')
_ERROR_TAG: Final = re.compile(rb'<table:table-cell(?=\s)[^>]*\scalcext:value-type="error"[^>]*>')
_ERROR_VALUE: Final = re.compile(rb'\soffice:(?:string-)?value="[^"]*"')
_MOMENT: Final = re.compile(rb"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)?")
_STYLE: Final = re.compile(rb"<style:style\s([^>]*?)(?:/>|>(.*?)</style:style>)", re.DOTALL)
_DATE_STYLE: Final = re.compile(rb"<number:date-style\s([^>]*)>(.*?)</number:date-style>", re.DOTALL)
_ATTRIBUTE: Final = re.compile(rb'([\w:-]+)="([^"]*)"')
_BACKGROUND: Final = re.compile(rb'<style:table-cell-properties[^>]*\sfo:background-color="(#[0-9A-Fa-f]{6}|[^"]*)"')
_TEXT_COLOUR: Final = re.compile(rb'<style:text-properties[^>]*\sfo:color="(#[0-9A-Fa-f]{6})"')
_STRUCK: Final = re.compile(rb'\sstyle:text-line-through-(?:style|type)="([^"]*)"')
_SHEET: Final = re.compile(rb"<table:table\s([^>]*)>")
_COLUMN: Final = re.compile(rb"<table:table-column(?=[\s/>])([^>]*)>")
_ROW: Final = re.compile(rb"<table:table-row(?=[\s/>])([^>]*)>")
_CELL: Final = re.compile(rb"<table:(?:covered-)?table-cell(?=[\s/>])([^>]*)>")
_NOTED: Final = b"<office:annotation"
_NOTE: Final = re.compile(rb"<office:annotation(?=[\s>])[^>]*>(.*?)</office:annotation>", re.DOTALL)
_LINE: Final = re.compile(rb"<text:p(?=[\s>])[^>]*>(.*?)</text:p>", re.DOTALL)
_TAG: Final = re.compile(rb"<[^>]*>")
_REFERENCE: Final = re.compile(r"\[\.([^\]]*)\]")
_HIDDEN: Final = frozenset({b"collapse", b"filter"})
_UNMARKED: Final = Mark()
_MOST_MARKED: Final = 500_000
_MOST_BLANK: Final = 100  # blank cells or rows in one; more of them only fill the sheet to its end


def put_right(content: bytes) -> bytes:
    """The content.xml of an ods without what calamine refuses, or reads otherwise than a person sees it.

    White space between cells means nothing; a number that is none is one bad cell, and its text is read, as is that of
    an error, whose value is empty or 0. A tab or a line break parts two words, and what lies under a merged cell is
    seen by nobody.
    """
    if _BREAK.search(content):
        content = _BREAK.sub(b" ", content)
    if b"</table:covered-table-cell>" in content:
        content = _COVERED.sub(_emptied, content)
    if _BETWEEN_CELLS.search(content):
        content = _BETWEEN_CELLS.sub(b">", content)
    if b'calcext:value-type="error"' in content:
        content = _ERROR_TAG.sub(_with_error, content)
    # asked first: looking into every cell takes ten times as long
    return _CELL_TAG.sub(_with_text, content) if _NO_NUMBER.search(content) else content


def _with_error(tag: re.Match[bytes]) -> bytes:
    return _VALUE_TYPE.sub(b'office:value-type="string"', _ERROR_VALUE.sub(b"", tag[0]), count=1)


def _emptied(cell: re.Match[bytes]) -> bytes:
    repeated = _REPEATED.search(cell[1] or b"")
    return b"<table:covered-table-cell%b/>" % (repeated[0] if repeated else b"")


def _with_text(tag: re.Match[bytes]) -> bytes:
    value = _VALUE.search(tag[0])
    moment = _MOMENT.fullmatch(value[1]) if value else None
    kind = b'office:value-type="string"'
    if moment:
        kind = b'office:value-type="date" office:date-value="%bT%b"' % (moment[1], moment[2])
    return _VALUE_TYPE.sub(kind, _VALUE.sub(b"", tag[0]), count=1)


@dataclass(frozen=True, slots=True)
class _Style:
    """What a cell style shows."""

    precision: str | None = None  # of a date that shows no day
    mark: Mark = _UNMARKED

    def __bool__(self) -> bool:
        return bool(self.precision) or self.mark is not _UNMARKED


@dataclass(slots=True)
class _Look:
    """What one sheet shows, as far as it was read."""

    coarse_dates: dict[Place, str] = field(default_factory=dict)
    formulas: dict[Place, str] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    marks: dict[Place, Mark] = field(default_factory=dict)
    notes: dict[Place, str] = field(default_factory=dict)
    marked: int = 0

    def take(self, rows: range, columns: range, style: _Style) -> None:
        """The cells of an area look like this; more of them than anyone marks mean nothing."""
        if self.marked + len(rows) * len(columns) > _MOST_MARKED:
            self.marked = _MOST_MARKED
        for place in product(rows, columns) if self.marked < _MOST_MARKED else ():
            self.take_one(place, style)

    def take_one(self, place: Place, style: _Style) -> None:
        """As `take`, of one cell: sheets in which each is coloured have hundreds of thousands."""
        self.marked += 1
        if self.marked <= _MOST_MARKED:
            if style.precision:
                self.coarse_dates[place] = style.precision
            if style.mark is not _UNMARKED:
                self.marks[place] = style.mark


def looks_of(content: bytes, styles: bytes) -> dict[str, SheetLook]:
    """What each sheet shows, by its name, from content.xml and styles.xml."""
    named = _styles(content, styles)
    found = {}
    starts = [tag.start() for tag in islice(_SHEET.finditer(content), LIMITS.sheets)]
    for start, end in pairwise([*starts, len(content)]):
        sheet = content[start:end]
        attributes = _attributes(_SHEET.match(sheet))
        name = unescape(attributes.get(b"table:name", b"").decode("utf-8", "replace"))
        look = _sheet_look(sheet, named)
        found[name] = SheetLook(
            look.coarse_dates,
            look.formulas,
            hidden_rows=tuple(look.hidden_rows),
            hidden_columns=tuple(look.hidden_columns),
            marks=look.marks,
            coloured_by_rules=b"<calcext:conditional-format " in sheet,
            notes=look.notes,
        )
    return found


def _sheet_look(sheet: bytes, named: Mapping[bytes, _Style]) -> _Look:
    look = _Look()
    rows_start = sheet.find(b"<table:table-row")
    defaults: list[_Style] = []
    column = 0
    for tag in _COLUMN.finditer(sheet, 0, max(rows_start, 0)):
        attributes = _attributes(tag)
        times = _times(attributes, b"table:number-columns-repeated")
        defaults += [named.get(attributes.get(b"table:default-cell-style-name", b""), _PLAIN)] * min(times, _MOST_BLANK)
        if attributes.get(b"table:visibility") in _HIDDEN and times <= _MOST_BLANK:
            look.hidden_columns += range(column, column + times)
        column += times
    interesting = [name for name, style in named.items() if style]
    by_style = re.compile(b'style-name="(?:' + b"|".join(map(re.escape, interesting)) + b')"') if interesting else None
    by_style = by_style if by_style and by_style.search(sheet) else None
    if not (by_style or any(said in sheet for said in (b"table:visibility", b"table:formula", _NOTED))):
        return look
    for place, tag, row in _rows(sheet, rows_start):
        attributes = _attributes(tag)
        times = _times(attributes, b"table:number-rows-repeated")
        if times > _MOST_BLANK and b"<text:p" not in row:
            continue
        rows = range(place, min(place + times, LIMITS.rows))
        if attributes.get(b"table:visibility") in _HIDDEN:
            look.hidden_rows += rows
        if _NOTED in row:
            look.notes.update(_notes(place, row))
        has_style = any(defaults) or (by_style is not None and by_style.search(row) is not None)
        if has_style or b"table:formula" in row:
            of_row = named.get(attributes.get(b"table:default-cell-style-name", b""))
            _take_cells(look, rows, row, defaults if of_row is None else [of_row] * _MOST_BLANK, named)
    return look


def _notes(place: int, row: bytes) -> Iterator[tuple[Place, str]]:
    """What people hung on the cells of a row, without who did."""
    column = 0
    cells = list(_CELL.finditer(row))
    for cell, end in zip(cells, [*(after.start() for after in cells[1:]), len(row)], strict=True):
        if found := _NOTE.search(row, cell.end(), end):
            lines = (_TAG.sub(b"", line) for line in _LINE.findall(found[1]))
            if said := unsigned(unescape(b"\n".join(lines).decode("utf-8", "replace"))):
                yield (place, column), said
        column += _cell(cell[1])[0]


def _take_cells(look: _Look, rows: range, row: bytes, defaults: list[_Style], named: Mapping[bytes, _Style]) -> None:
    column, single = 0, len(rows) == 1
    for attributes in _CELL.findall(row):
        times, own, formula = _cell(attributes)
        style = named.get(own, _PLAIN) if own else (defaults[column] if column < len(defaults) else _PLAIN)
        if style.mark is _UNMARKED and not style.precision:
            pass
        elif times == 1 and single:
            look.take_one((rows.start, column), style)
        elif times <= _MOST_BLANK:
            look.take(rows, range(column, column + times), style)
        if formula:
            look.formulas[rows.start, column] = _excel(unescape(formula.decode("utf-8", "replace")))
        column += times


@lru_cache(maxsize=1024)
def _cell(attributes: bytes) -> tuple[int, bytes | None, bytes | None]:
    """How many cells a tag stands for, their style, and their formula where nobody calculated it."""
    found = dict(_ATTRIBUTE.findall(attributes))
    formula = found.get(b"table:formula") if b"office:value-type" not in found else None
    return _times(found, b"table:number-columns-repeated"), found.get(b"table:style-name"), formula


def _rows(sheet: bytes, start: int) -> Iterator[tuple[int, re.Match[bytes], bytes]]:
    """Each row's place, its tag and all that is in it."""
    place = 0
    while start >= 0 and (tag := _ROW.match(sheet, start)):
        following = sheet.find(b"<table:table-row", tag.end())
        yield place, tag, sheet[tag.end() : following if following >= 0 else len(sheet)]
        place += _times(_attributes(tag), b"table:number-rows-repeated")
        # a group of rows starts with the same letters
        while following >= 0 and not _ROW.match(sheet, following):
            following = sheet.find(b"<table:table-row", following + 1)
        start = following


def _styles(*parts: bytes) -> dict[bytes, _Style]:
    """What every cell style shows, what it takes from others included."""
    months = {
        attributes[b"style:name"]: shows
        for part in parts
        for tag in _DATE_STYLE.finditer(part)
        if (attributes := _attributes(tag)).get(b"style:name") and (shows := _precision(tag[2]))
    }
    found: dict[bytes, tuple[dict[bytes, bytes], bytes]] = {}
    for part in parts:
        for tag in _STYLE.finditer(part):
            attributes = _attributes(tag)
            if attributes.get(b"style:family") == b"table-cell":
                found.setdefault(attributes.get(b"style:name", b""), (attributes, tag[2] or b""))
    return {name: _style(name, found, months) for name in found}


def _style(name: bytes, found: Mapping[bytes, tuple[dict[bytes, bytes], bytes]], months: Mapping[bytes, str]) -> _Style:
    numbers = background = struck = colour = None
    for _ in range(10):  # a style may be its own parent
        attributes, properties = found.get(name, ({}, b""))
        numbers = numbers or attributes.get(b"style:data-style-name")
        background = background or _first(_BACKGROUND, properties)
        struck = struck or _first(_STRUCK, properties)
        colour = colour or _first(_TEXT_COLOUR, properties)
        name = attributes.get(b"style:parent-style-name", b"")
    fill = background.decode("ascii", "replace") if background else ""
    shown = meaningful_fill(fill[1:].upper()) if fill.startswith("#") else None
    text = meaningful_text(colour.decode("ascii", "replace")[1:].upper()) if colour else None
    mark = Mark(shown or text, struck not in (None, b"none"))
    return _Style(months.get(numbers or b""), mark if mark != _UNMARKED else _UNMARKED)


def _precision(date_style: bytes) -> str | None:
    if b"<number:year" not in date_style or any(
        b"<number:" + part in date_style for part in (b"day", b"hours", b"seconds")
    ):
        return None
    return "month" if b"<number:month" in date_style else "year"


def _first(pattern: re.Pattern[bytes], text: bytes) -> bytes | None:
    found = pattern.search(text)
    return found[1] if found else None


def _attributes(tag: re.Match[bytes] | None) -> dict[bytes, bytes]:
    return dict(_ATTRIBUTE.findall(tag[1])) if tag else {}


def _times(attributes: Mapping[bytes, bytes], name: bytes) -> int:
    text = attributes.get(name, b"1")
    return max(1, int(text)) if text.isdigit() and len(text) < 10 else 1


def _excel(formula: str) -> str:
    """ "of:=SUM([.A1:.A3])" as Excel writes it."""
    return _REFERENCE.sub(lambda cell: cell[1].replace(".", ""), "=" + formula.partition("=")[2])


_PLAIN: Final = _Style()
