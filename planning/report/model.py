"""A report as its content: sections of sentences, figures, charts and tables, before it is paper, workbook or slides.

All three are written from this, so they say the same. Values are plain numbers with a unit; how a unit is written is
told once (`shown`).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from pydantic import TypeAdapter

from planning.core.notation import MINUS, day, money, number, one_in, percent, target_one_in

Cell = str | int | float | date | None
"""A value of a table; None is not known."""


class Unit(StrEnum):
    """What a value is, and so how it is written."""

    TEXT = "text"
    COUNT = "count"
    CHANGE = "change"  # a count more or fewer
    LEVEL = "level"  # with one decimal
    ONE_IN = "one_in"  # pupils for every device
    TARGET = "target"  # the same as it was set
    EUROS = "euros"  # in cents
    SHARE = "share"  # 0 to 1
    DAY = "day"


class Audience(StrEnum):
    """For whom a report is."""

    SUPERVISORS = "supervisors"
    COUNCIL = "council"
    SCHOOL = "school"


class SectionKey(StrEnum):
    """What a section is about, in the order of the report."""

    STANDING = "standing"
    QUALITY = "quality"
    MONEY = "money"
    PLAN = "plan"
    GOALS = "goals"
    COMPETENCES = "competences"
    TEAMS = "teams"
    PRIVACY = "privacy"
    CHOICES = "choices"
    PARTNERS = "partners"
    LEARNING = "learning"
    ATTENTION = "attention"
    DECISIONS = "decisions"
    COUNTED = "counted"


class ChartKind(StrEnum):
    """The shape of a chart."""

    BARS = "bars"  # lying, one for each category
    COLUMNS = "columns"  # standing, series side by side
    STACK = "stack"  # standing, series on one another
    BRIDGE = "bridge"  # from a first to a last value by the changes between


class Tone(StrEnum):
    """What a colour means; every chart says it in words too."""

    MAIN = "main"
    OTHER = "other"
    GOOD = "good"
    FAIR = "fair"
    SHORT = "short"
    QUIET = "quiet"


@dataclass(frozen=True)
class ReportFigure:
    """One number that stands out."""

    label: str
    value: Cell
    unit: Unit
    note: str = ""  # what it is beside


@dataclass(frozen=True)
class ReportSeries:
    """The values of a chart by category; None is not known."""

    name: str
    values: tuple[float | None, ...]
    tone: Tone = Tone.MAIN


@dataclass(frozen=True)
class ReportChart:
    """A picture of numbers."""

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[ReportSeries, ...]
    unit: Unit
    tones: tuple[Tone, ...] = ()  # of each category, where it is not the series that has a colour
    legend: tuple[tuple[Tone, str], ...] = ()  # what these tones mean
    target: float | None = None  # a line across
    target_name: str = ""

    @property
    def alt(self) -> str:
        """All of it in words, for who does not see it."""
        several = len(self.series) > 1
        words = dict(self.legend)
        parts = []
        for at, name in enumerate(self.categories):
            values = [
                f"{one.name} {shown(one.values[at], self.unit)}" if several else shown(one.values[at], self.unit)
                for one in self.series
            ]
            tone = words.get(self.tones[at], "") if self.tones else ""
            parts.append(f"{name}: {', '.join(values)}{f' ({tone})' if tone else ''}")
        line = f" {self.target_name}: {self.target_text}." if self.target is not None else ""
        return f"{self.title}. {'; '.join(parts)}.{line}"

    @property
    def target_text(self) -> str:
        """The value of the line across, as it was set."""
        return shown(self.target, Unit.TARGET if self.unit is Unit.ONE_IN else self.unit)


@dataclass(frozen=True)
class ReportColumn:
    """A column of a table. `formula`, in Excel's words with the keys of other columns, is what a workbook computes"""

    key: str
    name: str
    unit: Unit
    formula: str = ""  # "{pupils}/{devices}"
    is_summed: bool = False  # its total is the sum of its rows
    width: float = 1.0  # beside the other columns


@dataclass(frozen=True)
class ReportTable:
    """A table with typed columns; the first says what a row is about."""

    title: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    note: str = ""

    def texts(self) -> list[list[str]]:
        """Its rows as they are written, the total last."""
        rows = [*self.rows, *([self.total] if self.total else [])]
        return [[shown(value, column.unit) for value, column in zip(row, self.columns, strict=True)] for row in rows]


@dataclass(frozen=True)
class ReportPoints:
    """A list of points."""

    items: tuple[str, ...]


ReportPart = str | ReportPoints | ReportChart | ReportTable
"""What a section is made of; a text is a paragraph."""


@dataclass(frozen=True)
class ReportSection:
    """One subject: what it says in a sentence, and on what ground."""

    key: SectionKey
    title: str
    message: str
    figures: tuple[ReportFigure, ...] = ()
    parts: tuple[ReportPart, ...] = ()

    @property
    def charts(self) -> tuple[ReportChart, ...]:
        """Its charts."""
        return tuple(part for part in self.parts if isinstance(part, ReportChart))

    @property
    def tables(self) -> tuple[ReportTable, ...]:
        """Its tables."""
        return tuple(part for part in self.parts if isinstance(part, ReportTable))

    @property
    def points(self) -> tuple[str, ...]:
        """The items of its lists."""
        return tuple(item for part in self.parts if isinstance(part, ReportPoints) for item in part.items)


@dataclass(frozen=True)
class Report:
    """A whole report."""

    title: str
    board: str
    audience: Audience
    audience_name: str  # whom it says it is for
    as_of: date
    language: str
    facts: tuple[str, ...]  # on the title page: reference date, whether it is an example
    foreword: str
    sections: tuple[ReportSection, ...]

    def section(self, key: SectionKey) -> ReportSection:
        """A section; LookupError where it is left out."""
        found = next((one for one in self.sections if one.key is key), None)
        if found is None:
            raise LookupError(key)
        return found


NOT_KNOWN: Final = "–"


def shown(value: Cell, unit: Unit) -> str:
    """A value as the reader's language writes it."""
    if value is None:
        return NOT_KNOWN
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return day(value)
    match unit:
        case Unit.EUROS:
            return money(round(value))
        case Unit.ONE_IN:
            return one_in(value)
        case Unit.TARGET:
            return target_one_in(value)
        case Unit.SHARE:
            return percent(value)
        case Unit.LEVEL:
            return number(value, 1)
        case Unit.CHANGE:
            return NOT_KNOWN if not value else f"{'+' if value > 0 else MINUS}{number(abs(value))}"
        case _:
            return number(value)


_REPORT: Final = TypeAdapter(Report)


def to_json(report: Report) -> dict[str, Any]:
    """A report as plain JSON values; days as ISO text, money in cents."""
    plain: dict[str, Any] = _REPORT.dump_python(report, mode="json")
    return plain
