"""What native charts share: their colours and notation, and how a chart that Office has not is made of one it has."""

from typing import Final

from planning.core.notation import money
from planning.core.translation import gettext as _
from planning.report.model import ChartKind, ReportChart, ReportSeries, Tone, Unit
from planning.workbooks.writing import DAY, EURO, WHOLE

_THOUSAND: Final = 100_000  # euros, in cents
COLOURS: Final = {
    Tone.MAIN: "#0072B2",
    Tone.OTHER: "#D99A1C",
    Tone.GOOD: "#009E73",
    Tone.FAIR: "#B57F00",
    Tone.SHORT: "#D55E00",
    Tone.QUIET: "#AEB8C2",
}
"""Those of the paper: planning/report/report.typ."""


def bridge_steps(chart: ReportChart) -> tuple[ReportSeries, ...]:
    """A bridge as stacked bars: one that is not seen, the ends, what takes away and what adds.

    The first has no name. Where the way goes below nothing, all of it is lifted by as much.
    """
    values = [value or 0.0 for value in chart.series[0].values]
    starts, at = [0.0], values[0]
    for change in values[1:-1]:
        starts.append(min(at, at + change))
        at += change
    starts.append(0.0)
    lift = -min(0.0, *starts)
    ends = (0, len(values) - 1)
    unseen = tuple(start + lift for start in starts)
    whole = tuple(value if at in ends else None for at, value in enumerate(values))
    less = tuple(-value if at not in ends and value < 0 else None for at, value in enumerate(values))
    more = tuple(value if at not in ends and value > 0 else None for at, value in enumerate(values))
    name = chart.series[0].name
    return (
        ReportSeries("", unseen, Tone.QUIET),
        ReportSeries(name, whole, Tone.QUIET),
        ReportSeries(f"{name} −", less, Tone.MAIN),
        ReportSeries(f"{name} +", more, Tone.OTHER),
    )


def number_format(unit: Unit) -> str:
    """How Excel shows a unit; its own language writes the signs."""
    one_in = _("1 in {n}").format(n="")
    return {
        Unit.EUROS: EURO,
        Unit.DAY: DAY,
        Unit.SHARE: "0%",
        Unit.LEVEL: "0.0",
        Unit.ONE_IN: f'"{one_in}"0.0',
        Unit.TARGET: f'"{one_in}"General',
        Unit.CHANGE: '+#,##0;−#,##0;"–"',
    }.get(unit, WHOLE)


def label_format(chart: ReportChart) -> str:
    """How a value stands beside its bar: columns of money in thousands, nothing where there is nothing."""
    if chart.kind in (ChartKind.STACK, ChartKind.BRIDGE):
        return "#,##0;;"
    return "#,##0.0," if _in_thousands(chart) else number_format(chart.unit)


def scale_note(chart: ReportChart) -> str:
    """What a name of such a chart ends with."""
    return f" (× {money(_THOUSAND)})" if _in_thousands(chart) else ""


def _in_thousands(chart: ReportChart) -> bool:
    return chart.kind is ChartKind.COLUMNS and chart.unit is Unit.EUROS
