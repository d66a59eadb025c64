"""A report as a workbook: a sheet a section, figures that can be reckoned with, formulas that compute, native charts.

XlsxWriter and not the house's openpyxl: it writes a formula with what it came to, so that a viewer that does not
compute (a telephone, a preview) shows the figure too; it is there with python-pptx.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from planning.core.text import printable
from planning.core.translation import gettext as _
from planning.report.model import (
    Cell,
    ChartKind,
    Report,
    ReportChart,
    ReportColumn,
    ReportPart,
    ReportPoints,
    ReportSection,
    ReportTable,
    Unit,
)
from planning.report.palette import COLOURS, bridge_steps, label_format, number_format, scale_note
from planning.workbooks.writing import BRAND, HEADER_FILL, INK, LINE, SECOND_VOICE, sheet_title

_CENTS: Final = 100
_MOST_SIGNS: Final = 32_767
_FIRST_WIDTH, _WIDTH, _WIDEST = 30, 13, 70
_WRAPPED: Final = 24  # a text longer than this may take several lines
_MESSAGE: Final = 100
_LINE: Final = 15  # points
_PIXELS: Final = 20  # of a row
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass
class _Book:
    """A workbook while it is written, with the looks it uses, each made once."""

    workbook: xlsxwriter.Workbook
    made: dict[tuple[Any, ...], Format] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def look(self, **how: Any) -> Format:
        key = tuple(sorted(how.items()))
        if key not in self.made:
            self.made[key] = self.workbook.add_format(
                {"font_name": "Calibri", "font_size": 11, "font_color": f"#{INK}"} | how
            )
        return self.made[key]

    def sheet(self, title: str) -> Worksheet:
        """A new sheet under a name that any program opens and no other sheet has."""
        name = sheet_title(title)
        at = 2
        while name.lower() in self.names:
            name = f"{sheet_title(title)[:27]} {at}"
            at += 1
        self.names.add(name.lower())
        page: Worksheet = self.workbook.add_worksheet(name)
        page.hide_gridlines(2)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.set_footer("&L&A&R&P / &N")
        return page

    def text(self, page: Worksheet, row: int, column: int, text: str, **how: Any) -> None:
        """A text that stays text, also when somebody edits the cell."""
        clean = printable(text)[:_MOST_SIGNS]
        if clean.startswith(_FORMULA_SIGNS):
            how["quote_prefix"] = True
        page.write_string(row, column, clean, self.look(**how))


@dataclass(frozen=True)
class _Place:
    """Where a table stands on its sheet."""

    table: ReportTable
    first: int  # the row of its first row
    column: int = 0


def report_xlsx(report: Report, at: datetime) -> bytes:
    """The report as a workbook; the same report and moment give the same bytes."""
    content = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as workbook:
        workbook.set_properties({"title": report.title, "company": report.board, "created": at.replace(tzinfo=None)})
        book = _Book(workbook)
        contents = book.sheet(_("Contents"))
        names = [_section(book, report, section) for section in report.sections]
        _contents(book, contents, report, names)
    return content.getvalue()


def _contents(book: _Book, page: Worksheet, report: Report, names: Sequence[str]) -> None:
    page.set_column(0, 0, _FIRST_WIDTH)
    page.set_column(1, 1, _MESSAGE)
    book.text(page, 0, 0, report.title, font_size=20, bold=True, font_color=f"#{BRAND}")
    told = (report.board, report.audience_name, *report.facts)
    for row, line in enumerate(told, start=1):
        book.text(page, row, 0, line, font_color=f"#{SECOND_VOICE}")
    row = len(told) + 2
    for line in filter(str.strip, report.foreword.split("\n")):
        book.text(page, row, 0, line)
        row += 1
    row += bool(report.foreword.strip())
    for column, head in enumerate((_("Subject"), _("In a sentence"))):
        _head(book, page, row, column, head, is_text=True)
    page.freeze_panes(row + 1, 0)
    for at, (section, name) in enumerate(zip(report.sections, names, strict=True), start=row + 1):
        link = book.look(font_color="#005A8D", underline=1, valign="top", text_wrap=True)
        page.write_url(at, 0, f"internal:'{name.replace(chr(39), chr(39) * 2)}'!A1", link, printable(section.title))
        book.text(page, at, 1, section.message, text_wrap=True, valign="top")
        page.set_row(at, _LINE * _lines_of(section.message, _MESSAGE))


def _section(book: _Book, report: Report, section: ReportSection) -> str:
    """Write a section on a sheet of its own; returns the name of the sheet."""
    page = book.sheet(section.title)
    widest = max([len(table.columns) for table in section.tables], default=2)
    widths = [_width(section.tables, column) for column in range(widest)]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    book.text(page, 0, 0, section.title, font_size=16, bold=True, font_color=f"#{BRAND}")
    book.text(page, 1, 0, section.message, bold=True)
    book.text(page, 2, 0, " · ".join((report.board, *report.facts)), font_color=f"#{SECOND_VOICE}")
    row = 4
    for one in section.figures:
        book.text(page, row, 0, one.label)
        _value(book, page, row, 1, one.value, one.unit, bold=True)
        book.text(page, row, 2, one.note, indent=1, font_color=f"#{SECOND_VOICE}")
        row += 1
    row += bool(section.figures)
    places: list[_Place] = []
    for part in section.parts:
        if isinstance(part, ReportTable):
            places.append(_Place(part, row + 2))
            row = _table(book, page, row, part, widths)
            continue
        for line in _lines(part):
            book.text(page, row, 0, line)
            row += 1
        row += not isinstance(part, ReportChart)
    beside = widest + 1 if places else 0  # where there is no table, below the text
    _charts(book, page, section, places, 4 if places else row, beside)
    if len(places) == 1 and not section.figures:
        page.freeze_panes(places[0].first, 1)
    return str(page.get_name())


def _width(tables: Iterable[ReportTable], column: int) -> int:
    """Signs that a column has room for: those of its texts, within reason."""
    texts = [
        str(row[column])
        for table in tables
        for row in table.rows
        if len(row) > column and table.columns[column].unit is Unit.TEXT
    ]
    least = _FIRST_WIDTH if column == 0 else _WIDTH
    return min(max([least, *(len(text) + 2 for text in texts)]), _WIDEST)


def _lines_of(text: str, width: int) -> int:
    """Lines that a text takes in a column, roughly."""
    return max(1, -(-len(text) // width)) if len(text) > _WRAPPED or len(text) > width else 1


def _lines(part: ReportPart) -> tuple[str, ...]:
    if isinstance(part, str):
        return tuple(line for line in part.split("\n") if line.strip())
    return part.items if isinstance(part, ReportPoints) else ()


def _head(book: _Book, page: Worksheet, row: int, column: int, text: str, *, is_text: bool) -> None:
    how = {
        "align": "left" if is_text else "right",
        "indent": min(column, 1) if is_text else 0,
        "valign": "vcenter",
        "text_wrap": True,
        "bottom": 1,
    }
    book.text(page, row, column, text, bold=True, bg_color=f"#{HEADER_FILL}", bottom_color=f"#{LINE}", **how)


def _table(book: _Book, page: Worksheet, row: int, table: ReportTable, widths: Sequence[int]) -> int:
    """Title, heads with a filter, rows and the total; returns the first free row after a blank one."""
    book.text(page, row, 0, table.title, bold=True, font_size=12)
    head, first = row + 1, row + 2
    last = first + len(table.rows) - 1
    if table.rows:
        heads = [{"header": name} for name in _unlike(column.name for column in table.columns)]
        page.add_table(head, 0, last, len(heads) - 1, {"columns": heads, "style": None, "autofilter": True})
    for column, one in enumerate(table.columns):
        _head(book, page, head, column, one.name, is_text=one.unit is Unit.TEXT)
    page.set_row(
        head, _LINE * max(_lines_of(one.name, width) for one, width in zip(table.columns, widths, strict=False))
    )
    keys = {one.key: at for at, one in enumerate(table.columns)}
    for at, values in enumerate(table.rows, start=first):
        for column, (one, value) in enumerate(zip(table.columns, values, strict=True)):
            formula = _formula(one, keys, at) if value is not None else ""
            _value(book, page, at, column, value, one.unit, formula, bottom=4, bottom_color=f"#{LINE}")
        tall = max(
            _lines_of(str(value), width) for value, width in zip(values, widths, strict=False) if isinstance(value, str)
        )
        page.set_row(at, _LINE * tall)
    row = last + 1
    if table.total is not None:
        for column, (one, value) in enumerate(zip(table.columns, table.total, strict=True)):
            formula = ""
            if value is not None and one.is_summed and table.rows:
                formula = f"=SUM({xl_rowcol_to_cell(first, column)}:{xl_rowcol_to_cell(last, column)})"
            elif value is not None and one.formula:
                formula = _formula(one, keys, row)
            _value(book, page, row, column, value, one.unit, formula, bold=True, top=1, top_color=f"#{BRAND}")
        row += 1
    if table.note:
        book.text(page, row, 0, table.note, font_color=f"#{SECOND_VOICE}")
        row += 1
    return row + 1


def _unlike(names: Iterable[str]) -> list[str]:
    """Heads of a table of Excel's must differ."""
    found: list[str] = []
    for name in names:
        at, told = 2, name
        while told.lower() in (one.lower() for one in found):
            told = f"{name} {at}"
            at += 1
        found.append(told)
    return found


def _formula(column: ReportColumn, keys: dict[str, int], row: int) -> str:
    cells = {key: xl_rowcol_to_cell(row, at) for key, at in keys.items()}
    return f"={column.formula.format(**cells)}" if column.formula else ""


def _value(
    book: _Book, page: Worksheet, row: int, column: int, value: Cell, unit: Unit, formula: str = "", **how: Any
) -> None:
    if isinstance(value, str):
        # said to be left, for LibreOffice indents nothing else: a text stood against the figure before it
        aside = {"align": "left", "indent": 1} if column else {}
        book.text(page, row, column, value, valign="top", text_wrap=len(value) > _WRAPPED, **aside, **how)
        return
    look = book.look(num_format=number_format(unit), valign="top", align="right", **how)
    if value is None:
        page.write_blank(row, column, None, look)
    elif isinstance(value, date):
        page.write_datetime(row, column, value, look)
    elif formula:
        page.write_formula(row, column, formula, look, _plain(value, unit))
    else:
        page.write_number(row, column, _plain(value, unit), look)


def _plain(value: float, unit: Unit) -> float:
    """As a workbook reckons: money in euros."""
    return value / _CENTS if unit is Unit.EUROS else value


def _charts(
    book: _Book, page: Worksheet, section: ReportSection, places: Sequence[_Place], row: int, column: int
) -> None:
    """Native charts to the right of the tables: of the cells of a table where that has the same numbers."""
    if places:
        page.set_column(column, column + 4, _WIDTH + 2)
    for chart in section.charts:
        height = _height(chart)
        below = row + height // _PIXELS + 2
        data = _data(book, page, chart, places, below, column)
        made = _chart(book.workbook, page.get_name(), chart, data)
        made.set_size({"width": 620, "height": height})
        page.insert_chart(row, column, made, {"description": chart.alt, "object_position": 2})
        row = below + (len(chart.categories) + 3 if data.names == column else 0)


@dataclass(frozen=True)
class _ChartCells:
    """Where the numbers of a chart stand."""

    first: int
    last: int
    names: int  # column of the categories
    values: tuple[int, ...]  # column of each series


def _data(
    book: _Book, page: Worksheet, chart: ReportChart, places: Sequence[_Place], row: int, column: int
) -> _ChartCells:
    if chart.kind is not ChartKind.BRIDGE:
        for place in places:
            if found := _found_in(place, chart):
                return found
    series = chart.series
    if chart.kind is ChartKind.BRIDGE:
        series = bridge_steps(chart)
    _head(book, page, row, column, "", is_text=True)
    for at, one in enumerate(series, start=1):
        _head(book, page, row, column + at, one.name, is_text=False)
    for at, name in enumerate(chart.categories):
        book.text(page, row + 1 + at, column, name)
        for place_in, one in enumerate(series, start=1):
            value = one.values[at]
            _value(book, page, row + 1 + at, column + place_in, value, chart.unit)
    values = tuple(range(column + 1, column + 1 + len(series)))
    return _ChartCells(row + 1, row + len(chart.categories), column, values)


def _found_in(place: _Place, chart: ReportChart) -> _ChartCells | None:
    """The columns of a table that hold what the chart shows, row by row."""
    rows = place.table.rows
    if len(rows) < len(chart.categories) or not rows:
        return None
    shown_rows = rows[: len(chart.categories)]
    if not all(name in str(row[0]) for name, row in zip(chart.categories, shown_rows, strict=True)):
        return None
    found = []
    for one in chart.series:
        at = next((at for at in range(1, len(rows[0])) if tuple(row[at] for row in shown_rows) == one.values), None)
        if at is None:
            return None
        found.append(at)
    return _ChartCells(place.first, place.first + len(chart.categories) - 1, 0, tuple(found))


def _chart(workbook: xlsxwriter.Workbook, sheet: str, chart: ReportChart, data: _ChartCells) -> Any:
    sort: dict[ChartKind, dict[str, str]] = {
        ChartKind.BARS: {"type": "bar"},
        ChartKind.COLUMNS: {"type": "column"},
        ChartKind.STACK: {"type": "column", "subtype": "stacked"},
        ChartKind.BRIDGE: {"type": "bar", "subtype": "stacked"},
    }
    made = workbook.add_chart(sort[chart.kind] | {"name": printable(chart.title)})  # else ‘Chart 1’ in every language
    series = bridge_steps(chart) if chart.kind is ChartKind.BRIDGE else chart.series
    lying = chart.kind in (ChartKind.BARS, ChartKind.BRIDGE)
    for one, column in zip(series, data.values, strict=True):
        fill: dict[str, Any] = {"color": COLOURS[one.tone]} if one.name else {"none": True}
        points = None
        if chart.tones and len(series) == 1:
            points = [{"fill": {"color": COLOURS[tone]}} for tone in chart.tones]
        made.add_series(
            {
                "name": one.name,
                "categories": [sheet, data.first, data.names, data.last, data.names],
                "values": [sheet, data.first, column, data.last, column],
                "fill": fill,
                "points": points,
                "gap": 45,
                "data_labels": None if not one.name else _labels(chart),
            }
        )
    font = {"name": "Calibri", "size": 9, "color": f"#{INK}"}
    names = {"num_font": font, "line": {"color": f"#{LINE}"}, "major_tick_mark": "none", "interval_unit": 1}
    values = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
    made.set_title(
        {
            "name": chart.title + scale_note(chart),
            "name_font": {"name": "Calibri", "size": 12, "color": f"#{INK}"},
            "overlay": False,
        }
    )
    made.set_legend({"none": True} if len(series) == 1 or chart.kind is ChartKind.BRIDGE else {"position": "bottom"})
    if lying:
        made.set_x_axis(values)
        made.set_y_axis(names | {"reverse": True})
    else:
        made.set_x_axis(names)
        made.set_y_axis(values)
    made.set_chartarea({"border": {"color": f"#{LINE}"}})
    return made


def _height(chart: ReportChart) -> int:
    """Pixels that a chart takes."""
    each = 22 if len(chart.series) == 1 else 34
    return 80 + each * len(chart.categories) if chart.kind in (ChartKind.BARS, ChartKind.BRIDGE) else 300


def _labels(chart: ReportChart) -> dict[str, Any]:
    font = {"name": "Calibri", "size": 9, "color": f"#{INK}"}
    return {"value": True, "num_format": label_format(chart), "font": font}
