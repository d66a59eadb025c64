"""A report as PDF: A4, searchable, tagged for screen readers (PDF/UA-1), its charts drawn as text and lines."""

from datetime import datetime
from pathlib import Path
from typing import Any, Final

from planning.core.notation import day, number
from planning.core.paper import typeset
from planning.core.translation import gettext as _
from planning.report.model import (
    ChartKind,
    Report,
    ReportChart,
    ReportFigure,
    ReportPart,
    ReportPoints,
    ReportSection,
    ReportTable,
    SectionKey,
    Tone,
    Unit,
    shown,
)
from planning.report.palette import scale_note
from planning.report.words import section_title

TEMPLATE: Final = Path(__file__).with_name("report.typ")
_ON_A_NEW_PAGE: Final = frozenset(
    (SectionKey.STANDING, SectionKey.MONEY, SectionKey.PLAN, SectionKey.GOALS, SectionKey.TEAMS, SectionKey.COUNTED)
)
"""Sections with long tables, and the rules; the others stand below one another."""
_FIGURES_WIDE: Final = (Unit.COUNT, Unit.CHANGE, Unit.LEVEL, Unit.ONE_IN, Unit.TARGET, Unit.EUROS, Unit.SHARE, Unit.DAY)
_THOUSANDS: Final = 100_000


def report_pdf(report: Report, at: datetime) -> bytes:
    """The report on A4; the same report and moment give the same bytes."""
    return typeset(TEMPLATE, facts_of(report), at)


def facts_of(report: Report) -> dict[str, Any]:
    """All texts of the paper, as they are written in it."""
    decisions = next((one.points for one in report.sections if one.key is SectionKey.DECISIONS), ())
    return {
        "lang": report.language,
        "title": report.title,
        "board": report.board,
        "audience": report.audience_name,
        "facts": list(report.facts),
        "foot": " · ".join((report.board, report.title, _("Reference date {day}").format(day=day(report.as_of)))),
        "page": _("Page {n} of {total}"),
        "contents": _("Contents"),
        "foreword-title": _("Foreword"),
        "foreword": [line for line in report.foreword.split("\n") if line.strip()],
        "brief": {
            "title": _("In short"),
            "heads": [_("Subject"), _("In a sentence")],
            "figures": [_figure(one) for one in brief_figures(report)],
            "decisions-title": section_title(SectionKey.DECISIONS),
            "decisions": list(decisions),
            "rows": [
                [one.title, one.message]
                for one in report.sections
                if not decisions or one.key is not SectionKey.DECISIONS
            ],
        },
        "sections": [_section(one) for one in report.sections],
    }


def brief_figures(report: Report) -> tuple[ReportFigure, ...]:
    """What stands on top of the summary: where the schools stand."""
    return next((one.figures for one in report.sections if one.key is SectionKey.STANDING), ())


def _section(section: ReportSection) -> dict[str, Any]:
    is_standing = section.key is SectionKey.STANDING
    return {
        "title": section.title,
        "message": section.message,
        "breaks": section.key in _ON_A_NEW_PAGE,
        "figures": [] if is_standing else [_figure(one) for one in section.figures],  # they stand in the summary
        "parts": [_part(part) for part in section.parts],
    }


def _figure(one: ReportFigure) -> dict[str, str]:
    return {"label": one.label, "value": shown(one.value, one.unit), "note": one.note}


def _part(part: ReportPart) -> dict[str, Any]:
    if isinstance(part, str):
        return {"kind": "text", "text": part}
    if isinstance(part, ReportPoints):
        return {"kind": "points", "items": list(part.items)}
    return _table(part) if isinstance(part, ReportTable) else _chart(part)


def _table(table: ReportTable) -> dict[str, Any]:
    return {
        "kind": "table",
        "title": table.title,
        "heads": [column.name for column in table.columns],
        "widths": [column.width for column in table.columns],
        "right": [column.unit in _FIGURES_WIDE for column in table.columns],
        "rows": table.texts(),
        "total": table.total is not None,
        "note": table.note,
    }


def _chart(chart: ReportChart) -> dict[str, Any]:
    drawing = {
        ChartKind.BARS: _bars,
        ChartKind.COLUMNS: _columns,
        ChartKind.STACK: _columns,
        ChartKind.BRIDGE: _bridge,
    }[chart.kind]
    common = {"kind": "chart", "shape": chart.kind.value, "title": chart.title, "alt": chart.alt}
    return common | {"categories": list(chart.categories), "legend": [], "target": None} | drawing(chart)


def _bars(chart: ReportChart) -> dict[str, Any]:
    first = chart.series[0]
    wanted = list(chart.series[1].values) if len(chart.series) > 1 else []
    tones = chart.tones or (first.tone,) * len(first.values)
    known = [value for one in chart.series for value in one.values if value is not None]
    rows = []
    for value, other, tone in zip(first.values, wanted or [None] * len(first.values), tones, strict=True):
        told = shown(value, chart.unit)
        if other is not None:
            told = _("{now}, wanted {wanted}").format(now=told, wanted=shown(other, chart.unit))
        rows.append([value, told, tone.value])
    target = None
    if chart.target is not None:
        target = {"value": chart.target, "told": f"{chart.target_name} {chart.target_text}"}
    return {
        "high": max([*known, chart.target or 0, 1e-9]) if chart.unit is not Unit.SHARE else 1.0,
        "rows": rows,
        "wanted": wanted,
        "marked": bool(chart.tones),
        "legend": [[tone.value, name] for tone, name in chart.legend if tone in tones],
        "target": target,
    }


def _columns(chart: ReportChart) -> dict[str, Any]:
    stacked = chart.kind is ChartKind.STACK
    sums = [sum(one.values[at] or 0 for one in chart.series) for at in range(len(chart.categories))]
    known = sums if stacked else [value for one in chart.series for value in one.values if value is not None]
    return {
        "title": chart.title + scale_note(chart),
        "high": max([*known, 1e-9]),
        "stacked": stacked,
        "totals": [_told(value, chart.unit) for value in sums],
        "series": [
            {
                "tone": one.tone.value,
                "values": [value or 0 for value in one.values] if stacked else list(one.values),
                "told": [_told(value, chart.unit) for value in one.values],
            }
            for one in chart.series
        ],
        "legend": [[one.tone.value, one.name] for one in chart.series] if len(chart.series) > 1 else [],
    }


def _told(value: float | None, unit: Unit) -> str:
    """What stands above a column, which has room for a few signs."""
    return number(value / _THOUSANDS, 1) if unit is Unit.EUROS and value is not None else shown(value, unit)


def _bridge(chart: ReportChart) -> dict[str, Any]:
    """Each change as a bar from where the one before ended; blue takes away, ochre adds."""
    values = [value or 0.0 for value in chart.series[0].values]
    rows: list[tuple[float, float, str, str]] = []
    at = values[0]
    rows.append((0, values[0], shown(values[0], Unit.COUNT), Tone.QUIET.value))
    for change in values[1:-1]:
        tone = Tone.MAIN if change < 0 else Tone.OTHER
        rows.append((min(at, at + change), abs(change), shown(change, Unit.CHANGE), tone.value))
        at += change
    rows.append((0, values[-1], shown(values[-1], Unit.COUNT), Tone.QUIET.value))
    lowest = min(row[0] for row in rows)
    if lowest < 0:  # more is bought than was short: the picture begins at the lowest point
        rows = [(start - lowest, size, told, tone_of) for start, size, told, tone_of in rows]
    return {"high": max([*(start + size for start, size, _told_of, _tone in rows), 1]), "rows": rows}
