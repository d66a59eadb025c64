"""Dates of purchase as schools write them, never made more precise than they are.

A school year runs from 1 August to 31 July (Wet op het primair onderwijs, article 1).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final, Literal

from planning.inventory.reading import Choice
from planning.inventory.values.issue import Issue, Option
from planning.inventory.values.periods import NO_PERIOD, Period, day, month, school_year, year
from planning.inventory.values.text import Cell, CoarseDate, clean, folded, tokens
from planning.inventory.words import cell_words

_FIRST_YEAR: Final = 1985  # before it no school bought a device that still stands somewhere
_LAST_YEAR: Final = 2050  # only asked where nobody says for which day the list holds
_EXCEL_DAY_ONE: Final = date(1899, 12, 30)

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january", "feb febr februari february", "mrt maart mar march mrth maa", "apr april",
            "mei may", "jun juni june", "jul juli july", "aug augustus august", "sep sept september",
            "okt oct oktober october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH: Final = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_YEAR: Final = r"['’`´]?(?P<year>\d{4}|\d{2})"
_ROUGHLY: Final = re.compile(r"^(?:ongeveer|ong|circa|ca|plm|rond|omstreeks|about|approx|around)\b\.?\s*|^[±~]\s*")
_LEAD: Final = re.compile(r"^(?:aanschaf|aangeschaft|gekocht|sinds|vanaf|in|op|jaar|begin|eind|medio|half)\b[.:]?\s*")
_SEASON: Final = re.compile(
    r"^(?:(?:1e|2e|eerste|tweede) helft|voorjaar|zomer|najaar|herfst|winter|lente|spring|summer|autumn|q[1-4]"
    r"|[1-4]e (?:kwartaal|kw)|kwartaal [1-4])"
    r"[\s-]*(?:van )?['’]?(\d{4})$"
)
_TIME: Final = re.compile(r"[ t]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?z?$")
_SCHOOL_YEAR: Final = re.compile(
    r"^(?P<word>sj|schooljaar|school jaar|cursusjaar|cursus|school year|sy)?[.:]?\s*"
    r"['’`´]?(?P<first>\d{4}|\d{2})\s*[-–/ ]\s*['’`´]?(?P<last>\d{4}|\d{2})$"
)
_DAY_MONTH_YEAR: Final = re.compile(rf"^(\d{{1,2}})\s*([-/. ])\s*(\d{{1,2}})\s*[-/. ]\s*{_YEAR}$")
_YEAR_MONTH_DAY: Final = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$|^((?:19|20)\d\d)(\d\d)(\d\d)$")
_NAMED: Final = re.compile(rf"^(?:(\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?[\s./-]*)?{_MONTH}\.?[\s,./-]*{_YEAR}$")
_NAMED_FIRST: Final = re.compile(rf"^{_MONTH}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})$")
_MONTH_YEAR: Final = re.compile(r"^(\d{1,2})\s*[-/. ]\s*(?:(\d{4})|['’`´](\d{2}))$|^(\d{4})\s*[-/.]\s*(\d{1,2})$")
_TWO_SHORT: Final = re.compile(r"^(\d{1,2})\s*[-/]\s*(\d{2})$")
_ANY_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")

Order = Literal["day_first", "month_first"]


@dataclass(frozen=True, slots=True)
class Purchase:
    """A moment of purchase: what was written, the days it can have been, and what is left to ask."""

    as_written: str | None
    period: Period
    issue: Issue | None = None


@dataclass(frozen=True, slots=True)
class End:
    """The last day of something, or None where unknown."""

    last_day: date | None
    issue: Issue | None = None


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What a column of dates is read by."""

    last_year: int
    clear_order: Order | None  # what the column's clear dates say
    mixed: bool  # its clear dates contradict each other
    dutch: bool

    def order(self, separator: str, written_year: str) -> Order | None:
        """Which number comes first; None where nobody can tell."""
        if self.mixed:
            return None
        if self.clear_order:
            return self.clear_order
        # 3/4/17 is how exports in English write it; 3-4-17 and 3/4/2017 in a Dutch list are Dutch.
        return "day_first" if self.dutch and (separator != "/" or len(written_year) == 4) else None


def read_purchases(cells: Iterable[Cell], *, dutch: bool = True, as_of: date | None = None) -> dict[Cell, Purchase]:
    """Every distinct cell of a date column. `dutch`: the headings are Dutch; `as_of`: no date lies far after it."""
    distinct = dict.fromkeys(cells)
    calendar = _calendar((clean(cell) for cell in distinct if isinstance(cell, str)), dutch, as_of)
    return {cell: _purchase(cell, calendar) for cell in distinct}


def read_ends(cells: Iterable[Cell], *, dutch: bool = True) -> dict[Cell, End]:
    """The last day of what each distinct cell of a column says ("2022-06" is 30 June 2022)."""
    ends: dict[Cell, End] = {}
    for cell, purchase in read_purchases(cells, dutch=dutch).items():
        asked = purchase.issue is not None and purchase.issue.severity == "must"
        ends[cell] = End(None, Issue("support-unclear", "info")) if asked else End(purchase.period.latest)
    return ends


def read_stated_date(text: str) -> date | None:
    """The full date in a line above a list: "bijgewerkt: 17-10-2018" -> 17 October 2018; None without one."""
    found = re.search(rf"\d{{1,2}}[-/. ](?:\d{{1,2}}|{_MONTH})\.?[-/. ](?:19|20)\d\d", folded(text))
    if not found:
        return None
    period = _purchase(found.group(), _Calendar(_LAST_YEAR, None, mixed=False, dutch=True)).period
    return period.earliest if period.precision == "day" else None


def _calendar(texts: Iterable[str], dutch: bool, as_of: date | None) -> _Calendar:
    matches = [m for m in (_DAY_MONTH_YEAR.match(text) for text in texts) if m]
    numbers = [(int(m.group(1)), int(m.group(3))) for m in matches]
    day_first = any(12 < a <= 31 and 1 <= b <= 12 for a, b in numbers)
    month_first = any(12 < b <= 31 and 1 <= a <= 12 for a, b in numbers)
    clear: Order | None = "day_first" if day_first else "month_first" if month_first else None
    return _Calendar(as_of.year + 1 if as_of else _LAST_YEAR, clear, mixed=day_first and month_first, dutch=dutch)


def _purchase(cell: Cell, calendar: _Calendar) -> Purchase:
    if isinstance(cell, CoarseDate):
        whole = month(cell.day.year, cell.day.month) if cell.precision == "month" else year(cell.day.year)
        return Purchase(clean(cell), whole or NO_PERIOD)
    if isinstance(cell, datetime):
        return _from_cell(cell.date(), calendar)
    if isinstance(cell, date):
        return _from_cell(cell, calendar)
    written = clean(cell)
    if _says_nothing(written):
        return Purchase(written or None, NO_PERIOD, Issue("purchase-unknown", "info"))
    text = _TIME.sub("", folded(written)).strip(" .,;()")
    rough = _ROUGHLY.sub("", text)
    sure = rough.rstrip("? ")
    period, issue = _read(_LEAD.sub("", sure), calendar)
    if issue is None and sure != text:
        issue = Issue("date-approximate", "info")
    return Purchase(written, period, issue)


def _says_nothing(written: str) -> bool:
    said = tokens(written)
    return (
        not said
        or cell_words("unknown").exact(said) is not None
        or (not any(token.isdigit() for token in said) and bool(cell_words("not_bought").find(said)))
    )


def _from_cell(value: date, calendar: _Calendar) -> Purchase:
    if _FIRST_YEAR <= value.year <= calendar.last_year:
        return Purchase(value.isoformat(), day(value.year, value.month, value.day) or NO_PERIOD)
    return Purchase(value.isoformat(), NO_PERIOD, _ask("date-impossible"))


def _read(text: str, calendar: _Calendar) -> tuple[Period, Issue | None]:
    readers: tuple[Callable[[str], Period | Issue | None], ...] = (
        _school_year,
        _iso,
        partial(_numbers, calendar=calendar),
        _named,
        _month_and_year,
        _lone_number,
    )
    for reader in readers:
        result = reader(text)
        if isinstance(result, Issue):
            return NO_PERIOD if result.options[0].choice.code == "unknown" else _first(result), result
        if result is not None:
            if _plausible(result, calendar):
                return result, None
            return NO_PERIOD, _ask("date-impossible")
    years = [year(int(y)) for y in dict.fromkeys(_ANY_YEAR.findall(text))]
    return NO_PERIOD, _ask("date-unclear", *(p for p in years if p and _plausible(p, calendar)))


def _plausible(period: Period, calendar: _Calendar) -> bool:
    assert period.earliest
    return _FIRST_YEAR <= period.earliest.year <= calendar.last_year


def _first(issue: Issue) -> Period:
    change = issue.options[0].change
    return Period(*(change[f"purchased_{part}"] for part in ("precision", "earliest", "latest")))  # type: ignore[arg-type]


def _ask(code: str, *periods: Period | None) -> Issue:
    """Unknown until a person chooses one of the periods."""
    known = [period for period in periods if period is not None]
    options = [Option(Choice("unknown"), NO_PERIOD.change())]
    options += [Option(Choice(*p.choice()), p.change()) for p in dict.fromkeys(known)]
    return Issue(code, "must", options=tuple(options))


def full_year(written: str) -> int:
    """'17 -> 2017; 98 -> 1998."""
    number = int(written)
    return number if len(written) == 4 else number + (2000 if number < 80 else 1900)


def _school_year(text: str) -> Period | Issue | None:
    found = _SCHOOL_YEAR.match(text)
    if not found:
        lone = re.match(r"^(?:sj|schooljaar|cursusjaar|school year)[.:]?\s*['’]?(\d{4}|\d{2})$", text)
        if lone:
            start = full_year(lone.group(1))
            return _ask("date-unclear", school_year(start - 1), school_year(start))
        return None
    first, last = full_year(found["first"]), full_year(found["last"])
    if last != first + 1:
        both_years = len(found["first"]) == len(found["last"]) == 4
        return _ask("date-unclear", year(first), year(last)) if both_years else None
    short = len(found["first"]) == 2
    if short and not found["word"] and int(found["first"]) <= 12:
        # 11/12: school year 2011-2012, or November 2012.
        return _ask("date-unclear", school_year(first), month(full_year(found["last"]), int(found["first"])))
    return school_year(first)


def _iso(text: str) -> Period | Issue | None:
    found = _YEAR_MONTH_DAY.match(text)
    if not found:
        return None
    y, m, d = (int(part) for part in found.groups() if part is not None)
    return day(y, m, d) or _ask("date-impossible", month(y, m), year(y))


def _numbers(text: str, calendar: _Calendar) -> Period | Issue | None:
    found = _DAY_MONTH_YEAR.match(text)
    if not found:
        return None
    a, b, y = int(found.group(1)), int(found.group(3)), full_year(found["year"])
    dutch, english = day(y, b, a), day(y, a, b)
    if dutch and english and a != b:
        order = calendar.order(found.group(2), found["year"])
        if order is None:
            return _ambiguous(y, dutch, english)
        return dutch if order == "day_first" else english
    if dutch or english:
        return dutch or english
    if not year(y) or y > calendar.last_year:
        return _ask("date-impossible")
    return _ask("date-impossible", month(y, b), year(y))


def _ambiguous(y: int, dutch: Period, english: Period) -> Issue:
    whole = year(y)
    assert whole
    assert dutch.earliest
    assert english.earliest
    values = {"year": str(y), "day_first": dutch.earliest.isoformat(), "month_first": english.earliest.isoformat()}
    options = (
        Option(Choice("year_only", {"year": str(y)}), whole.change()),
        Option(Choice("day_first", {"day": values["day_first"]}), dutch.change()),
        Option(Choice("month_first", {"day": values["month_first"]}), english.change()),
    )
    return Issue("date-ambiguous", "must", values, options)


def _named(text: str) -> Period | Issue | None:
    found = _NAMED.match(text)
    if found:
        y, m, d = full_year(found["year"]), _MONTHS[found["month"]], found.group(1)
    else:
        found = _NAMED_FIRST.match(text)
        if not found:
            return None
        y, m, d = full_year(found["year"]), _MONTHS[found["month"]], found.group(2)
    if d is None:
        return month(y, m)
    return day(y, m, int(d)) or _ask("date-impossible", month(y, m), year(y))


def _month_and_year(text: str) -> Period | Issue | None:
    found = _MONTH_YEAR.match(text)
    if found:
        m, y, short, y_first, m_last = found.groups()
        y_number = full_year(y or short or y_first)
        return month(y_number, int(m or m_last)) or _ask("date-impossible", year(y_number))
    short_form = _TWO_SHORT.match(text)
    if short_form:
        m_number, y_number = int(short_form.group(1)), full_year(short_form.group(2))
        # 3/4 is no year at all; 3/17 can only be March 2017.
        if int(short_form.group(2)) > 12 and 1 <= m_number <= 12:
            return month(y_number, m_number)
        return _ask("date-unclear", month(y_number, m_number))
    return None


def _lone_number(text: str) -> Period | Issue | None:
    season = _SEASON.match(text)
    if season:
        return year(int(season.group(1)))
    short = re.match(r"^['’`´]?(\d{2})$", text)
    if short:
        return year(full_year(short.group(1)))
    if not text.isdigit():
        return None
    number = int(text)
    if len(text) == 4:
        return year(number) or _ask("date-impossible")
    if len(text) == 5 and 20000 <= number <= 60000:  # Excel's own day number
        value = _EXCEL_DAY_ONE + timedelta(days=number)
        return day(value.year, value.month, value.day)
    if len(text) == 6:
        return month(number // 100, number % 100)
    if len(text) == 13:  # Google's milliseconds since 1970
        value = date(1970, 1, 1) + timedelta(milliseconds=number)
        return day(value.year, value.month, value.day)
    return None
