"""The day or the month that a line names: in a title, the name of a sheet or of a file."""

import calendar
import re
from datetime import date
from typing import Final

from planning.core.text import folded
from planning.inventory.values.date_text import MONTH, month_number
from planning.inventory.values.dates import read_stated_date

_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_BETWEEN: Final = r"[\s_.,/(-]*"
_NAMED: Final = re.compile(
    rf"(?<![a-z]){MONTH}(?![a-z]){_BETWEEN}{_YEAR}(?!\d)".replace("(?P<", "(?P<a_")
    + "|"
    + rf"(?<!\d){_YEAR}{_BETWEEN}{MONTH}(?![a-z])".replace("(?P<", "(?P<b_")
)
_ISO: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)(?:\2(\d\d))?(?!\d)")


def day_in(text: str, today: date) -> date | None:
    """The day or the month that a title names: "Inventaris Twister maart 2018" -> 31 March 2018."""
    whole = read_stated_date(text.replace("_", "-"))
    if whole:
        return whole if whole <= today else None
    low = folded(text)
    named = _NAMED.search(low)
    if named:
        said = {name[2:]: value for name, value in named.groupdict().items() if value}
        return _last_day(int(said["year"]), month_number(said["month"]), today)
    for found in _ISO.finditer(low):
        year, separator, number, day = int(found[1]), found[2], int(found[3]), found[4]
        if day is None and (not separator or number == (year + 1) % 100):
            continue  # 2011-12 is a school year, and 201712 anything
        if day is None:
            return _last_day(year, number, today)
        try:
            exact = date(year, number, int(day))
        except ValueError:
            continue
        return exact if exact <= today else None
    return None


def _last_day(year: int, number: int, today: date) -> date | None:
    if not 1 <= number <= 12 or date(year, number, 1) > today:
        return None
    return min(date(year, number, calendar.monthrange(year, number)[1]), today)
