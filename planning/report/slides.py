"""A report as slides: one message a slide as its title, a native chart that can be edited, a few lines beside it."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Cm, Emu, Pt

from planning.core.notation import day
from planning.core.text import printable
from planning.core.translation import gettext as _
from planning.report.model import (
    ChartKind,
    Report,
    ReportChart,
    ReportFigure,
    ReportSection,
    ReportTable,
    SectionKey,
    Unit,
    shown,
)
from planning.report.palette import COLOURS, bridge_steps, label_format, number_format, scale_note

BRAND, INK, SECOND, PALE, RULE = "0B5B73", "0E1720", "55606C", "EAF2F5", "C9D2DA"
FONT: Final = "Calibri"  # a presentation is shown with what the machine has
MOST_LINES: Final = 6
_LONGEST_TITLE: Final = 120
_MOST_ROWS: Final = 8  # of a table that can be read from the back of a room
_ABOVE_A_TABLE: Final = 2  # lines
_WIDE, _TALL = Cm(33.867), Cm(19.05)
_LEFT, _ROOM = Cm(1.9), Cm(30.067)
_TOP: Final = Cm(4.4)
_CENTS: Final = 100
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý0-9‘“])")
_FIXED: Final = (1980, 1, 1, 0, 0, 0)


def report_pptx(report: Report, at: datetime) -> bytes:
    """The report as slides; the same report and moment give the same bytes."""
    deck = _Deck(report)
    deck.title_slide()
    deck.summary()
    for section in report.sections:
        if section.key not in (SectionKey.DECISIONS, SectionKey.COUNTED):
            deck.section(section)
    for section in report.sections:
        if section.key in (SectionKey.DECISIONS, SectionKey.COUNTED):  # a meeting ends with what it decides
            deck.section(section)
    properties = deck.presentation.core_properties
    properties.title, properties.author = report.title, report.board
    properties.created = properties.modified = at.replace(tzinfo=None)
    properties.language = _tongue(report.language)
    content = BytesIO()
    deck.presentation.save(content)
    return _steady(content)


def sentences(text: str) -> list[str]:
    """The sentences of a message."""
    return [one for one in _SENTENCE.split(text.strip()) if one]


def headline(message: str) -> tuple[str, list[str]]:
    """(What stands as title: the first sentence, the others)."""
    first, *rest = sentences(message) or [""]
    return first, rest


class _Deck:
    """Slides while they are made."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.presentation = Presentation()
        self.presentation.slide_width, self.presentation.slide_height = _WIDE, _TALL
        self.number = 0

    def title_slide(self) -> None:
        report = self.report
        slide = self._slide(report.title, subject="")
        title = slide.shapes.title
        title.left, title.top, title.width, title.height = _LEFT, Cm(5.6), _ROOM, Cm(3)
        _style(title.text_frame, Pt(44), BRAND, bold=True)
        _box(slide, Cm(4.2), report.board, Pt(18), SECOND, report.language)
        _box(slide, Cm(8.8), report.audience_name, Pt(20), INK, report.language)
        _box(slide, Cm(10.6), "\n".join(report.facts), Pt(14), SECOND, report.language)

    def summary(self) -> None:
        """Where schools stand in figures, and what is asked."""
        standing = next((one for one in self.report.sections if one.key is SectionKey.STANDING), None)
        if standing is None:
            return
        title, rest = headline(standing.message)
        slide = self._slide(title, _("In short"))
        self._tiles(slide, standing.figures)
        decisions = next((one for one in self.report.sections if one.key is SectionKey.DECISIONS), None)
        asked = decisions.points[: MOST_LINES - len(rest) - 1] if decisions else ()
        if asked:
            self._lines(slide, [*rest, _("Decisions asked for:"), *asked], Cm(10.4), _ROOM, bold_at=len(rest))
        else:
            self._lines(slide, rest, Cm(10.4), _ROOM)

    def section(self, section: ReportSection) -> None:
        """A slide for its message, with its first chart or figures; one more for every other chart and small table."""
        title, rest = headline(section.message)
        charts = section.charts
        if section.key is SectionKey.STANDING:  # the summary began with the first sentence
            title, *rest = rest or [charts[0].title if charts else section.title]
        texts = [line for part in section.parts if isinstance(part, str) for line in sentences(part)]
        lines = [*rest, *section.points]
        slide = self._slide(title, section.title)
        small = self._first_small(section.tables)
        if charts:
            self._chart_and_lines(slide, charts[0], lines or texts[:1])
        elif section.figures:
            self._tiles(slide, section.figures)
            self._lines(slide, lines, Cm(10.4), _ROOM)
        elif small and len(lines) <= _ABOVE_A_TABLE:
            self._table(slide, small, self._lines(slide, lines, _TOP, _ROOM))
        else:
            self._split(slide, section, lines or _rows_in_words(section.tables))
        for chart in charts[1:]:
            self._chart_and_lines(self._slide(chart.title, section.title), chart, ())
        if charts:
            for table in section.tables:
                if len(table.rows) > 1 and len(table.texts()) <= _MOST_ROWS and not _is_drawn(table, charts):
                    self._table(self._slide(table.title, section.title), table, _TOP)

    def _split(self, slide: Any, section: ReportSection, lines: Sequence[str]) -> None:
        """A long list over slides of a few lines."""
        slides = max(1, -(-len(lines) // MOST_LINES))
        each = -(-len(lines) // slides)
        self._lines(slide, lines[:each], _TOP, _ROOM)
        for at in range(each, len(lines), max(each, 1)):
            more = self._slide(_("{subject}, continued").format(subject=section.title), section.title)
            self._lines(more, lines[at : at + each], _TOP, _ROOM)

    def _first_small(self, tables: Iterable[ReportTable]) -> ReportTable | None:
        return next((one for one in tables if len(one.texts()) <= _MOST_ROWS), None)

    def _slide(self, title: str, subject: str) -> Any:
        """A slide with its title, the subject above it and the foot below."""
        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[5])
        self.number += 1
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = _LEFT, Cm(1.55), _ROOM, Cm(2.5)
        shape.text_frame.word_wrap = True
        shape.text_frame.vertical_anchor = MSO_ANCHOR.TOP
        shape.text_frame.text = printable(title)
        size = Pt(28) if len(title) <= 75 else Pt(24) if len(title) <= _LONGEST_TITLE else Pt(20)
        _style(shape.text_frame, size, INK, bold=True)
        _speak(shape.text_frame, self.report.language)
        if subject:
            _box(slide, Cm(0.75), subject, Pt(14), BRAND, self.report.language)
            of_day = _("Reference date {day}").format(day=day(self.report.as_of))
            foot = f"{self.report.board} · {of_day} · {self.number}"
            _box(slide, Cm(18.0), foot, Pt(10), SECOND, self.report.language)
        bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, _WIDE, Cm(0.35))
        bar.fill.solid()
        bar.fill.fore_color.rgb = RGBColor.from_string(BRAND)
        bar.line.fill.background()
        _describe(bar, "")
        return slide

    def _tiles(self, slide: Any, figures: Sequence[ReportFigure]) -> None:
        gap = Cm(0.5)
        wide = (_ROOM - gap * (len(figures) - 1)) // max(len(figures), 1)
        for at, one in enumerate(figures):
            tile = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, _LEFT + (wide + gap) * at, _TOP, wide, Cm(4.6))
            tile.fill.solid()
            tile.fill.fore_color.rgb = RGBColor.from_string(PALE)
            tile.line.fill.background()
            tile.shadow.inherit = False
            frame = tile.text_frame
            frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
            size = Pt(30) if len(figures) < 5 else Pt(24)
            texts = ((shown(one.value, one.unit), size, INK), (one.label, Pt(14), INK), (one.note, Pt(12), SECOND))
            for place, (text, tall, colour) in enumerate(text for text in texts if text[0]):
                line = frame.paragraphs[0] if not place else frame.add_paragraph()
                line.text = printable(text)
                line.alignment = PP_ALIGN.LEFT
                _font(line, tall, colour, bold=not place)
            _speak(frame, self.report.language)

    def _lines(
        self, slide: Any, lines: Sequence[str], top: int, wide: int, bold_at: int = -1, left: int = _LEFT
    ) -> int:
        """At most MOST_LINES lines; returns where they end."""
        told = [printable(line) for line in lines if line.strip()][:MOST_LINES]
        if not told:
            return top
        signs = int(wide / Cm(1) * 3.4)
        tall = sum(Cm(1.0) * -(-len(line) // signs) + Cm(0.25) for line in told)
        frame = slide.shapes.add_textbox(left, top, wide, Emu(int(tall))).text_frame
        frame.word_wrap = True
        for at, line in enumerate(told):
            paragraph = frame.paragraphs[0] if not at else frame.add_paragraph()
            paragraph.text = line if at <= bold_at or (bold_at < 0 and len(told) == 1) else f"• {line}"
            paragraph.space_after = Pt(8)
            _font(paragraph, Pt(18), INK, bold=at == bold_at)
        _speak(frame, self.report.language)
        return int(top + tall)

    def _chart_and_lines(self, slide: Any, chart: ReportChart, lines: Sequence[str]) -> None:
        wide = Cm(19.5) if lines else _ROOM
        self._chart(slide, chart, wide)
        if lines:
            self._lines(slide, lines[:MOST_LINES], _TOP, Cm(9.6), left=_LEFT + Cm(20.4))

    def _chart(self, slide: Any, chart: ReportChart, wide: int) -> None:
        series = bridge_steps(chart) if chart.kind is ChartKind.BRIDGE else chart.series
        data = CategoryChartData(number_format=_format(chart))
        data.categories = [printable(name) for name in chart.categories]
        for one in series:
            data.add_series(
                printable(one.name + scale_note(chart)) or " ", [_plain(value, chart.unit) for value in one.values]
            )
        sort = {
            ChartKind.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
            ChartKind.COLUMNS: XL_CHART_TYPE.COLUMN_CLUSTERED,
            ChartKind.STACK: XL_CHART_TYPE.COLUMN_STACKED,
            ChartKind.BRIDGE: XL_CHART_TYPE.BAR_STACKED,
        }[chart.kind]
        drawn = slide.shapes.add_chart(sort, _LEFT, _TOP, wide, Cm(13.2), data)
        drawn.name = printable(chart.title)
        _describe(drawn, chart.alt)
        made = drawn.chart
        made.font.size, made.font.name = Pt(11 if len(chart.categories) > 14 else 13), FONT
        made.has_title = False
        made.has_legend = len(chart.series) > 1
        if made.has_legend:
            made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        lying = chart.kind in (ChartKind.BARS, ChartKind.BRIDGE)
        _axes(made, lying=lying)
        plot = made.plots[0]
        plot.gap_width = 40 if len(chart.categories) > 8 else 80
        plot.overlap = 100 if chart.kind in (ChartKind.STACK, ChartKind.BRIDGE) else -5
        for one, told in zip(plot.series, series, strict=True):
            _paint(one, told.name, COLOURS[told.tone])
            if chart.tones and len(series) == 1:
                for at, tone in enumerate(chart.tones):
                    _fill(one.points[at].format.fill, COLOURS[tone])
            if told.name:
                _label(one, chart)
        if chart.legend:
            self._tone_legend(slide, chart, wide)

    def _tone_legend(self, slide: Any, chart: ReportChart, wide: int) -> None:
        """What the colours of one series mean, in words beside a square."""
        used = [(tone, name) for tone, name in chart.legend if tone in chart.tones]
        frame = slide.shapes.add_textbox(_LEFT, Cm(17.2), wide, Cm(0.8)).text_frame
        paragraph = frame.paragraphs[0]
        for tone, name in used:
            square, word = paragraph.add_run(), paragraph.add_run()
            square.text, word.text = "■ ", f"{name}     "
            square.font.color.rgb = RGBColor.from_string(COLOURS[tone][1:])
            for run in (square, word):
                run.font.size, run.font.name = Pt(12), FONT
        if chart.target is not None:
            run = paragraph.add_run()
            run.text = f"{chart.target_name}: {chart.target_text}"
            run.font.size, run.font.name = Pt(12), FONT
        _speak(frame, self.report.language)

    def _table(self, slide: Any, table: ReportTable, top: int) -> None:
        rows = table.texts()
        shape = slide.shapes.add_table(len(rows) + 1, len(table.columns), _LEFT, top, _ROOM, Cm(1.1) * (len(rows) + 1))
        shape.name = printable(table.title)
        _describe(shape, table.title)
        made = shape.table
        properties = shape._element.graphic.graphicData.tbl.tblPr
        properties.set("bandRow", "0")
        style = properties.find(qn("a:tableStyleId"))
        style.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style: lines of our own
        whole = sum(column.width for column in table.columns)
        for at, column in enumerate(table.columns):
            made.columns[at].width = Emu(int(_ROOM * column.width / whole))
            _cell(made.cell(0, at), column.name, column.unit, SECOND, self.report.language, bold=True, head=True)
            for place, row in enumerate(rows, start=1):
                is_total = table.total is not None and place == len(rows)
                _cell(made.cell(place, at), row[at], column.unit, INK, self.report.language, bold=is_total)


def _rows_in_words(tables: Iterable[ReportTable]) -> list[str]:
    """The rows of tables as lines, where nothing else is to be told: subject and what asks for attention."""
    return [f"{row[0]}: {row[1]}" for table in tables for row in table.texts()]


def _is_drawn(table: ReportTable, charts: Iterable[ReportChart]) -> bool:
    """Whether a chart shows the same rows already."""
    return any(
        len(table.rows) == len(chart.categories) and chart.categories[0] in str(table.rows[0][0]) for chart in charts
    )


def _axes(chart: Any, *, lying: bool) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.tick_labels.font.size = chart.font.size
    names.has_major_gridlines = False
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = RGBColor.from_string(RULE)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.reverse_order = lying
    skip = names._element.makeelement(qn("c:tickLblSkip"), {"val": "1"})  # every name, also of many schools
    names._element.insert_element_before(skip, "c:tickMarkSkip", "c:noMultiLvlLbl", "c:extLst")
    values.visible = False
    values.has_major_gridlines = False
    values.minimum_scale = 0


def _paint(series: Any, name: str, colour: str) -> None:
    if name:
        _fill(series.format.fill, colour)
    else:
        series.format.fill.background()


def _fill(fill: Any, colour: str) -> None:
    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string(colour[1:])


def _label(series: Any, chart: ReportChart) -> None:
    labels = series.data_labels
    labels.show_value, labels.number_format_is_linked = True, False
    labels.number_format = label_format(chart)
    labels.font.size, labels.font.name = Pt(11), FONT
    if chart.kind not in (ChartKind.STACK, ChartKind.BRIDGE):
        labels.position = XL_LABEL_POSITION.OUTSIDE_END


def _format(chart: ReportChart) -> str:
    return number_format(Unit.COUNT if chart.kind is ChartKind.BRIDGE else chart.unit)


def _plain(value: float | None, unit: Unit) -> float | None:
    return value / _CENTS if value is not None and unit is Unit.EUROS else value


def _cell(cell: Any, text: str, unit: Unit, colour: str, language: str, *, bold: bool, head: bool = False) -> None:
    cell.text_frame.text = printable(text)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_top = cell.margin_bottom = Cm(0.1)
    line = cell.text_frame.paragraphs[0]
    line.alignment = PP_ALIGN.LEFT if unit is Unit.TEXT else PP_ALIGN.RIGHT
    _font(line, Pt(14), colour, bold=bold)
    _speak(cell.text_frame, language)
    cell.fill.background()
    properties = cell._tc.get_or_add_tcPr()
    for side in ("a:lnL", "a:lnR", "a:lnT", "a:lnB"):
        edge = properties.makeelement(qn(side), {"w": "12700" if head else "6350"} if side == "a:lnB" else {"w": "0"})
        fill = edge.makeelement(qn("a:solidFill" if side == "a:lnB" else "a:noFill"), {})
        if side == "a:lnB":
            fill.append(fill.makeelement(qn("a:srgbClr"), {"val": BRAND if head else RULE}))
        edge.append(fill)
        properties.insert_element_before(edge, "a:noFill", "a:solidFill")


def _box(slide: Any, top: int, text: str, size: Pt, colour: str, language: str) -> None:
    frame = slide.shapes.add_textbox(_LEFT, top, _ROOM, Cm(1)).text_frame
    frame.word_wrap = True
    frame.text = printable(text)
    _style(frame, size, colour, bold=False)
    _speak(frame, language)


def _style(frame: Any, size: Pt, colour: str, *, bold: bool) -> None:
    for line in frame.paragraphs:
        line.alignment = PP_ALIGN.LEFT
        _font(line, size, colour, bold=bold)


def _font(line: Any, size: Pt, colour: str, *, bold: bool) -> None:
    for run in line.runs:
        run.font.size, run.font.name, run.font.bold = size, FONT, bold
        run.font.color.rgb = RGBColor.from_string(colour)


def _speak(frame: Any, language: str) -> None:
    """Tell in which language a text is, for spelling and for who hears it."""
    for line in frame.paragraphs:
        for run in line.runs:
            run._r.get_or_add_rPr().set("lang", _tongue(language))


def _tongue(language: str) -> str:
    return "nl-NL" if language == "nl" else "en-GB"


def _describe(shape: Any, text: str) -> None:
    """The text for who does not see it; "" is decoration."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", printable(text))


def _steady(content: BytesIO) -> bytes:
    """The same without the machine's clock in it, also in the workbook that is inside every chart."""
    steady = BytesIO()
    with zipfile.ZipFile(content) as source, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith(".xlsx"):
                part = _steady(BytesIO(part))
            elif name == "docProps/core.xml" and b"XlsxWriter" not in part:
                part = re.sub(
                    rb"(<dcterms:\w+[^>]*>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", rb"\g<1>2018-01-01T00:00:00Z", part
                )
            target.writestr(zipfile.ZipInfo(name, _FIXED), part, zipfile.ZIP_DEFLATED)
    return steady.getvalue()
