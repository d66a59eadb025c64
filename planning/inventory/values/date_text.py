"""Dates written as text: every notation a school uses, each no more precise than it is written.

A school year runs from 1 August to 31 July (Wet op het primair onderwijs, article 1).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Final, Literal

from planning.core.text import Cell, clean, folded
from planning.inventory.values.issue import Issue, Option
from planning.inventory.values.periods import NO_PERIOD, Period, day, month, school_year, year
from planning.workbooks.model import Choice

FIRST_YEAR: Final = 1985  # before it no school bought a device that still stands somewhere
LAST_YEAR: Final = 2050  # only asked where nobody says for which day the list holds
_MONTHS_IN_A_YEAR: Final = 12
_SEVERAL: Final = 2
_AUGUST: Final = 8
_OR: Final = re.compile(r"\s+(?:of|or)\s+|(?<=\d{4})\s*/\s*(?=[a-z])")
_EXCEL_DAY_ONE: Final = date(1899, 12, 30)

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january jannewaris jannewarie", "feb febr februari february febrewaris fibberwarie",
            "mrt maart mar march mrth maa miert",
            "apr april", "mei may maaie", "jun juni june juny", "jul juli july", "aug augustus august",
            "sep sept september septimber", "okt oct oktober october oktoeber", "nov november novimber",
            "dec december desimber",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH: Final = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_YEAR: Final = r"['’`´]?(?P<year>\d{4}|\d{2})"
_PART_OF_YEAR: Final = (
    r"(?:(?:(?:1|2)e|eerste|tweede) helft|voorjaar|zomer|najaar|herfst|winter|lente|kerst|pasen"
    r"|(?:zomer|herfst|kerst|mei|voorjaars)\s?vakantie|spring|summer|autumn|fall"
    r"|(?:q|kw\.?\s?|kwartaal\s)[1-4]|[1-4]e (?:kwartaal|kw\.?)"
    r"|(?:eerste|tweede|derde|vierde) kwartaal|(?:week|wk\.?)\s?\d{1,2})"
)
_SEASON: Final = re.compile(
    rf"^{_PART_OF_YEAR}[\s,/-]*(?:van )?(?:(?P<last>\d{{4}})|['’`´](?P<short>\d\d))$"
    rf"|^(?P<first>\d{{4}})[\s,/(-]*{_PART_OF_YEAR}\)?$"
)
_MONTH_LAST: Final = re.compile(rf"^(?P<year>\d{{4}})[\s,/(-]*{MONTH}\.?\)?$")
_SCHOOL_YEAR: Final = re.compile(
    r"^(?P<word>sj|s\.j|schooljr|schjr|sch\.?\s?jr|schooljaar|school jaar|academic year|cursusjaar|cursus|school year"
    r"|skoaljier|sjoe[eë]?ljaor|sy|ay)?[.:]?\s*"
    r"['’`´]?(?P<first>\d{4}|\d{2})\s*[-–/ ]\s*['’`´]?(?P<last>\d{4}|\d{2})$"
)
_DAY_MONTH_YEAR: Final = re.compile(rf"^(\d{{1,2}})\s*([-/. ])\s*(\d{{1,2}})\s*[-/. ]\s*{_YEAR}$")
_YEAR_MONTH_DAY: Final = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$|^((?:19|20)\d\d)(\d\d)(\d\d)$")
_NAMED: Final = re.compile(rf"^(?:(\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?[\s./-]*)?{MONTH}\.?[\s,./-]*{_YEAR}$")
_SAYS_YEAR: Final = re.compile(r"\d{4}|['’`´]\d\d")
_NO_YEAR: Final = re.compile(
    rf"(?:(?:begin|medio|half|eind|eerste|early|late) )?(?:\d{{1,2}}(?:e|ste|de)?[\s./-]*)?{MONTH}\.?"
)
_NAMED_FIRST: Final = re.compile(rf"^{MONTH}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})$")
_MONTH_YEAR: Final = re.compile(r"^(\d{1,2})\s*[-/. ]\s*(?:(\d{4})|['’`´](\d{2}))$|^(\d{4})\s*[-/.]\s*(\d{1,2})$")
_TWO_SHORT: Final = re.compile(r"^(\d{1,2})\s*[-/]\s*(\d{2})$")
_ANY_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")

Order = Literal["day_first", "month_first"]


@dataclass(frozen=True, slots=True)
class DateConvention:
    """What a column of dates is read by."""

    last_year: int
    clear_order: Order | None  # what the column's clear dates say
    mixed: bool  # its clear dates contradict each other
    dutch: bool
    school_years: bool = False  # its other cells are school years: "11/12" between "13/14" and "15/16" is one

    def order(self, separator: str, written_year: str) -> Order | None:
        """Which number comes first; None where nobody can tell."""
        if self.mixed:
            return None
        if self.clear_order:
            return self.clear_order
        # 3/4/17 is how exports in English write it; 3-4-17 and 3/4/2017 in a Dutch list are Dutch.
        return "day_first" if self.dutch and (separator != "/" or len(written_year) == 4) else None


def calendar_of(cells: Iterable[str], dutch: bool, as_of: date | None) -> DateConvention:
    """What the clear dates of a column tell of the others."""
    texts = list(cells)
    matches = [m for m in (_DAY_MONTH_YEAR.match(text) for text in texts) if m]
    numbers = [(int(m.group(1)), int(m.group(3))) for m in matches]
    day_first = any(12 < a <= 31 and 1 <= b <= 12 for a, b in numbers)
    month_first = any(12 < b <= 31 and 1 <= a <= 12 for a, b in numbers)
    clear: Order | None = "day_first" if day_first else "month_first" if month_first else None
    return DateConvention(
        as_of.year + 1 if as_of else LAST_YEAR,
        clear,
        mixed=day_first and month_first,
        dutch=dutch,
        school_years=_are_school_years(texts),
    )


def _are_school_years(texts: Sequence[str]) -> bool:
    """Some cells can only be school years, and none that is written as they are can only be a month."""
    short = {text for text in texts if _TWO_SHORT.match(text)}
    if not any(int(text[:2].rstrip("-/ ")) <= _MONTHS_IN_A_YEAR for text in short):
        return False
    plain = sum(isinstance(_school_year(text.lower()), Period) for text in texts if _SCHOOL_YEAR.match(text.lower()))
    return plain >= _SEVERAL and all(_SCHOOL_YEAR.match(text) and _school_year(text) is not None for text in short)


def read_date_text(text: str, calendar: DateConvention) -> tuple[Period, Issue | None]:
    """The period a text (lower case, no accents) stands for, and what it leaves open."""
    readers: tuple[Callable[[str], Period | Issue | None], ...] = (
        partial(_school_year, agreed=calendar.school_years),
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
            return NO_PERIOD, out_of_reach(result)
    if (either := _either(text, readers)) and all(_plausible(one, calendar) for one in either):
        whole = _holding(*either)
        return (whole, Issue("date-approximate", "info")) if whole else (NO_PERIOD, ask("date-unclear", *either))
    years = [year(int(y)) for y in dict.fromkeys(_ANY_YEAR.findall(text))]
    return NO_PERIOD, ask("date-unclear", *(p for p in years if p and _plausible(p, calendar)))


def _either(text: str, readers: Sequence[Callable[[str], Period | Issue | None]]) -> tuple[Period, Period] | None:
    """The two moments a text leaves open: "okt. of nov. 2017", "dec 2017/jan 2018"; the first may lack its year."""
    parts = _OR.split(text)
    if len(parts) != 2:
        return None
    other = _read_by(readers, parts[1])
    one = _read_by(readers, parts[0]) or (
        _read_by(readers, f"{parts[0]} {other.earliest.year}") if other and other.earliest else None
    )
    return (one, other) if one and other else None


def _read_by(readers: Sequence[Callable[[str], Period | Issue | None]], text: str) -> Period | None:
    results = (reader(text.strip(" .,")) for reader in readers)
    found = next((result for result in results if result is not None), None)
    return found if isinstance(found, Period) and found.earliest else None


def _holding(one: Period, other: Period) -> Period | None:
    """The calendar year, else the school year, that holds both; None where neither does."""
    days = [day for period in (one, other) for day in (period.earliest, period.latest) if day]
    first, last = min(days), max(days)
    spans = (year(first.year), school_year(first.year if first.month >= _AUGUST else first.year - 1))
    return next((p for p in spans if p and p.earliest and p.latest and p.earliest <= first and last <= p.latest), None)


def _plausible(period: Period, calendar: DateConvention) -> bool:
    assert period.earliest
    return FIRST_YEAR <= period.earliest.year <= calendar.last_year


def _first(issue: Issue) -> Period:
    change = issue.options[0].change
    return Period(*(change[f"purchased_{part}"] for part in ("precision", "earliest", "latest")))  # type: ignore[arg-type]


def ask(code: str, *periods: Period | None) -> Issue:
    """Unknown until a person chooses one of the periods."""
    known = [period for period in periods if period is not None]
    options = [Option(Choice("unknown"), NO_PERIOD.change())]
    options += [Option(Choice(*p.choice()), p.change()) for p in dict.fromkeys(known)]
    return Issue(code, "must", options=tuple(options))


def out_of_reach(period: Period) -> Issue:
    """Asked of a period before any device that still stands somewhere was bought, or in the future."""
    assert period.earliest
    return ask("date-too-early", period) if period.earliest.year < FIRST_YEAR else ask("date-impossible")


def _no_such_day(written_year: int, *periods: Period | None) -> Issue:
    """Asked of a day that no calendar has. `periods`: what it may stand for."""
    return ask("date-too-early" if written_year < FIRST_YEAR else "date-impossible", *periods)


def month_number(name: str) -> int:
    """The number of a month that MONTH matched: "mrt" -> 3."""
    return _MONTHS[name]


def month_alone(cell: Cell) -> int | None:
    """The month of a cell that says one, or a day in it, and no year: "mei", "3 mrt."; None for any other cell."""
    if not isinstance(cell, str) or _SAYS_YEAR.search(cell):
        return None
    found = _NO_YEAR.fullmatch(folded(clean(cell)))
    return _MONTHS[found["month"]] if found else None


def full_year(written: str) -> int:
    """'17 -> 2017; 98 -> 1998."""
    number = int(written)
    return number if len(written) == 4 else number + (2000 if number < 80 else 1900)


def _school_year(text: str, *, agreed: bool = False) -> Period | Issue | None:
    found = _SCHOOL_YEAR.match(text)
    if not found:
        lone = re.match(r"^(?:sj|schooljaar|schooljr|cursusjaar|school year)[.:]?\s*['’]?(\d{4}|\d{2})$", text)
        if lone:
            start = full_year(lone.group(1))
            return ask("date-unclear", school_year(start - 1), school_year(start))
        return None
    first, last = full_year(found["first"]), full_year(found["last"])
    if last != first + 1:
        both_years = len(found["first"]) == len(found["last"]) == 4
        return ask("date-unclear", year(first), year(last)) if both_years else None
    short = len(found["first"]) == 2
    if short and not found["word"] and not agreed and int(found["first"]) <= _MONTHS_IN_A_YEAR:
        # 11/12: school year 2011-2012, or November 2012.
        return ask("date-unclear", school_year(first), month(full_year(found["last"]), int(found["first"])))
    return school_year(first)


def _iso(text: str) -> Period | Issue | None:
    found = _YEAR_MONTH_DAY.match(text)
    if not found:
        return None
    y, m, d = (int(part) for part in found.groups() if part is not None)
    return day(y, m, d) or _no_such_day(y, month(y, m), year(y))


def _numbers(text: str, calendar: DateConvention) -> Period | Issue | None:
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
    return ask("date-impossible") if y > calendar.last_year else _no_such_day(y, month(y, b), year(y))


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
    found = _MONTH_LAST.match(text)
    if found:
        return month(full_year(found["year"]), _MONTHS[found["month"]])
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
    return day(y, m, int(d)) or ask("date-impossible", month(y, m), year(y))


def _month_and_year(text: str) -> Period | Issue | None:
    found = _MONTH_YEAR.match(text)
    if found:
        m, y, short, y_first, m_last = found.groups()
        y_number = full_year(y or short or y_first)
        return month(y_number, int(m or m_last)) or ask("date-impossible", year(y_number))
    short_form = _TWO_SHORT.match(text)
    if short_form:
        m_number, y_number = int(short_form.group(1)), full_year(short_form.group(2))
        # 3/4 is no year at all; 3/17 can only be March 2017.
        if int(short_form.group(2)) > 12 and 1 <= m_number <= 12:
            return month(y_number, m_number)
        return ask("date-unclear", month(y_number, m_number))
    return None


def _lone_number(text: str) -> Period | Issue | None:
    season = _SEASON.match(text)
    if season:
        return year(full_year(season["last"] or season["short"] or season["first"]))
    short = re.match(r"^['’`´]?(\d{2})$", text)
    if short:
        return year(full_year(short.group(1)))
    if not text.isdigit():
        return None
    number = int(text)
    if len(text) == 4:
        return year(number) or _no_such_day(number)
    if len(text) == 5 and 20000 <= number <= 60000:  # Excel's own day number
        value = _EXCEL_DAY_ONE + timedelta(days=number)
        return day(value.year, value.month, value.day)
    if len(text) == 6:
        return month(number // 100, number % 100)
    if len(text) == 13:  # Google's milliseconds since 1970
        value = date(1970, 1, 1) + timedelta(milliseconds=number)
        return day(value.year, value.month, value.day)
    return None
