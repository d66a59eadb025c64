"""Dates of purchase and ends of support, column by column: real dates, numbers and text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from planning.core.clock import local
from planning.core.text import Cell, CoarseDate, clean, folded, tokens
from planning.inventory.values.date_text import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTH,
    DateConvention,
    Order,
    calendar_of,
    out_of_reach,
    read_date_text,
)
from planning.inventory.values.issue import Issue, Option
from planning.inventory.values.midnights import reckoning
from planning.inventory.values.no_dates import stands_for_none
from planning.inventory.values.periods import NO_PERIOD, Period, day, month, of_day, year
from planning.inventory.words.cell_words import cell_words
from planning.workbooks.model import Choice

_ROUGHLY_BEHIND: Final = re.compile(
    r"\s*\(?(?:ongeveer|ong\.?|circa|ca\.?|\+/-|of ?zo|denk ik|geloof ik|geschat|approx\.?|ish)\)?$", re.IGNORECASE
)
_ROUGHLY: Final = re.compile(r"^(?:ongeveer|ong|circa|ca|plm|rond|omstreeks|about|approx|around)\b\.?\s*|^[±~]\s*")
_LEAD: Final = re.compile(
    r"^(?:(?:(?:aanschaf|aankoop|levering|geleverd|aangeschaft|aangekocht|gekocht|besteld|factuur|sinds|vanaf|in|op|d\.?d"
    r"|jaar|datum|van|uit|begin|eind|medio|half|start|bought|purchased|delivered|since|from|early|late|mid"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)(?=\.?,?\s*\d{1,2}\b))\b)[.:,]*\s*)+"
)
_TRAIL: Final = re.compile(r"[\s,(]+(?:aangeschaft|aangekocht|gekocht|geleverd|besteld|bought|purchased|delivered)\)?$")
_TIME: Final = re.compile(
    r"[ t](?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:\.\d+)?)?"
    r"\s*(?P<zone>z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$"
)
_EXCEL_DAYS: Final = range(20_000, 60_000)  # Excel's own numbers of days from 1954 to 2064
_EXCEL_DAY_ONE: Final = datetime.combine(date(1899, 12, 30), time())  # a workbook knows no zones
_EVENINGS: Final = {"midnight_next": timedelta(days=1), "midnight_same": timedelta()}


@dataclass(frozen=True, slots=True)
class PurchaseDate:
    """A moment of purchase: what was written, the days it can have been, and what is left to ask."""

    as_written: str | None
    period: Period
    issue: Issue | None = None


@dataclass(frozen=True, slots=True)
class End:
    """The last day of something, or None where unknown."""

    last_day: date | None
    issue: Issue | None = None


def read_purchases(
    cells: Iterable[Cell],
    *,
    dutch: bool = True,
    as_of: date | None = None,
    order: Order | None = None,
    evening: str | None = None,
) -> dict[Cell, PurchaseDate]:
    """Every distinct cell of a date column.

    `dutch`: the headings are Dutch; `as_of`: no date lies far after it; `order`: what a person says comes first;
    `evening`: what a person says of dates late in the evening, as `evening_issue`.
    """
    distinct = dict.fromkeys(cells)
    calendar = calendar_of((clean(cell) for cell in distinct if isinstance(cell, str)), dutch, as_of)
    if order and not calendar.mixed:
        calendar = replace(calendar, clear_order=order)
    return _at_midnight({cell: _purchase(cell, calendar) for cell in distinct}, evening)


def evening_issue(written: str, rows: int) -> Issue:
    """Which day dates late in the evening stand for, asked once for all of them."""
    options = tuple(Option(Choice(f"midnight_{code}")) for code in ("unknown", "next", "same"))
    return Issue("date-midnight", "must", {"n": str(rows)}, options, written)


def in_its_year(purchase: PurchaseDate) -> PurchaseDate:
    """A date that only stands in for that of purchase tells no more than a year; and then its order tells nothing."""
    known = purchase.period.earliest
    if known is None:
        return PurchaseDate(purchase.as_written, NO_PERIOD, Issue("purchase-unknown", "info"))
    return PurchaseDate(purchase.as_written, year(known.year) or NO_PERIOD)


def one_order(cells: Iterable[Cell]) -> bool:
    """No two dates of a column contradict each other, so one order can hold for all of it."""
    return not calendar_of((clean(cell) for cell in dict.fromkeys(cells) if isinstance(cell, str)), True, None).mixed


def order_issue(ambiguous: Issue, rows: int) -> Issue:
    """Which number of a column's dates comes first, asked once for all the dates it leaves open."""
    options = tuple(Option(Choice(f"order_{code}")) for code in ("unknown", "day_first", "month_first"))
    return Issue("date-order", "must", {**ambiguous.values, "n": str(rows)}, options)


def order_answered(code: str | None) -> Order | None:
    """The order a person chose; None where nobody did, or only the years hold."""
    return "day_first" if code == "order_day_first" else "month_first" if code == "order_month_first" else None


def read_ends(cells: Iterable[Cell], *, dutch: bool = True, as_of: date | None = None) -> dict[Cell, End]:
    """The last day of what each distinct cell of a column says ("2022-06" is 30 June 2022).

    "expired" is before `as_of`, and nobody knows how long: the day before it is the last it can have been.
    """
    ends: dict[Cell, End] = {}
    for cell, purchase in read_purchases(cells, dutch=dutch).items():
        if cell_words("ended").exact(tokens(clean(cell))):
            ends[cell] = End(as_of - timedelta(days=1) if as_of else None, Issue("support-ended", "info"))
            continue
        asked = purchase.issue is not None and purchase.issue.severity == "must"
        ends[cell] = End(None, Issue("support-unclear", "info")) if asked else End(purchase.period.latest)
    return ends


def read_stated_date(text: str) -> date | None:
    """The full date in a line above a list: "bijgewerkt: 17-10-2018" -> 17 October 2018; None without one."""
    found = re.search(rf"\d{{1,2}}[-/. ](?:\d{{1,2}}|{MONTH})\.?[-/. ](?:19|20)\d\d", folded(text))
    if not found:
        return None
    period = _purchase(found.group(), DateConvention(LAST_YEAR, None, mixed=False, dutch=True)).period
    return period.earliest if period.precision == "day" else None


def _purchase(cell: Cell, calendar: DateConvention) -> PurchaseDate:
    if isinstance(cell, CoarseDate):
        whole = month(cell.day.year, cell.day.month) if cell.precision == "month" else year(cell.day.year)
        return PurchaseDate(clean(cell), whole or NO_PERIOD)
    if isinstance(cell, date) and stands_for_none(cell):
        return PurchaseDate(cell.isoformat()[:10], NO_PERIOD, Issue("purchase-unknown", "info"))
    if isinstance(cell, float) and not cell.is_integer():
        cell = _excel_moment(cell) or cell  # a time that nobody gave the look of one
    if isinstance(cell, datetime):
        return _from_cell(cell.date(), calendar)
    if isinstance(cell, date):
        return _from_cell(cell, calendar)
    written = clean(cell)
    if _says_nothing(written) or stands_for_none(cell):
        return PurchaseDate(written or None, NO_PERIOD, Issue("purchase-unknown", "info"))
    clock = _TIME.search(folded(written))
    text = _TIME.sub("", folded(written)).strip(" .,;()")
    rough = _ROUGHLY_BEHIND.sub("", _ROUGHLY.sub("", text))
    sure = rough.rstrip("? ")
    period, issue = read_date_text(_TRAIL.sub("", _LEAD.sub("", sure)), calendar)
    if clock and period.precision == "day" and period.earliest and (moment := _zoned(period.earliest, clock)):
        here = local(moment)
        period = day(here.year, here.month, here.day) or period
    if issue is None and sure != text:
        issue = Issue("date-approximate", "info")
    return PurchaseDate(written, period, issue)


def _at_midnight(table: dict[Cell, PurchaseDate], evening: str | None) -> dict[Cell, PurchaseDate]:
    """Dates late in the evening as the day they stand for; where nobody can tell, no more than their month or year."""
    hours = {cell: hour for cell in table if (hour := _hour(cell))}
    if not hours:
        return table
    moments = {
        cell: (bought.period.earliest, hours.get(cell))
        for cell, bought in table.items()
        if bought.period.precision == "day" and bought.period.earliest
    }
    how, late = reckoning(moments)
    changed = {}
    for cell in late:
        written, (written_day, _) = table[cell], moments[cell]
        step = _EVENINGS["midnight_next"] if how == "day_after" else _EVENINGS.get(evening or "")
        if step is None:
            after = written_day + _EVENINGS["midnight_next"]
            same_month = (after.year, after.month) == (written_day.year, written_day.month)
            period = month(after.year, after.month) if same_month else _both(written_day, after)
        else:
            meant = written_day + step
            period = day(meant.year, meant.month, meant.day)
        issue = Issue("date-evening", "info") if how == "mixed" else written.issue
        shown = (
            written.as_written if isinstance(cell, str) or how == "mixed" or period is None else f"{period.earliest}"
        )
        changed[cell] = PurchaseDate(shown, period or NO_PERIOD, issue)
    return table | changed


def _both(first: date, last: date) -> Period | None:
    """The year that two days share; two days around New Year share none."""
    return year(first.year) if first.year == last.year else None


def _hour(cell: Cell) -> time | None:
    """The time a cell writes beside its day without naming a zone: it may be midnight of another one."""
    if stands_for_none(cell):
        return None
    if isinstance(cell, datetime):
        return (cell + timedelta(milliseconds=500)).time().replace(microsecond=0)  # fractions of a day are not exact
    if isinstance(cell, float):
        moment = _excel_moment(cell)
        return moment.time() if moment and not cell.is_integer() else None
    found = _TIME.search(folded(clean(cell))) if isinstance(cell, str) else None
    return _time_of(found) if found and not found["zone"] else None


def _time_of(found: re.Match[str]) -> time | None:
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _zoned(written_day: date, found: re.Match[str]) -> datetime | None:
    """The moment of a day and a time that names its zone, which leaves nothing to guess."""
    hour, zone = _time_of(found), found["zone"]
    if hour is None or not zone:
        return None
    hours, minutes = (int(zone[1:3]), int(zone[3:].strip(":") or 0)) if zone[0] in "+-" else (0, 0)
    ahead = timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)
    return datetime.combine(written_day, hour, UTC) - ahead


def _excel_moment(number: float) -> datetime | None:
    """The moment of Excel's own number of days, to the second."""
    if int(number) not in _EXCEL_DAYS:
        return None
    return _EXCEL_DAY_ONE + timedelta(seconds=round(number * 86_400))


def _says_nothing(written: str) -> bool:
    said = tokens(written)
    return (
        not said
        or cell_words("unknown").exact(said) is not None
        or (not any(token.isdigit() for token in said) and bool(cell_words("not_bought").find(said)))
    )


def _from_cell(value: date, calendar: DateConvention) -> PurchaseDate:
    if FIRST_YEAR <= value.year <= calendar.last_year:
        return PurchaseDate(value.isoformat(), of_day(value))
    return PurchaseDate(value.isoformat(), NO_PERIOD, out_of_reach(of_day(value)))
