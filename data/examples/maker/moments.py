"""When each school of the example group counted: autumn 2016, autumn 2017, spring 2018."""

from datetime import date, datetime, time
from typing import Final

# De Kroevert counted its second time in spring 2017 and not since; Sint Anna stopped after autumn 2017.
_COUNTED: Final = """
00YG00 2016-10-13 2017-10-19 2018-03-22 | 06UG00 2016-11-03 2017-11-09 2018-03-15
03VB00 2016-10-27 2017-11-02 2018-04-05 | 03QE00 2016-10-18 2017-10-31 2018-03-27
03QI00 2016-11-10 2017-11-16 2018-04-12 | 12BH00 2016-11-17 2017-04-20 -
03UY00 2016-10-11 2017-10-10 2018-03-29 | 09MO00 2016-10-25 2017-11-07 2018-03-20
03YW00 2016-11-08 2017-11-14 2018-04-03 | 03QJ00 2016-11-15 2017-11-12 2018-03-13
05GC00 2016-10-20 2017-10-26 2018-03-06 | 03QF00 2016-10-31 2017-10-17 -
06OR00 2016-11-22 2017-11-21 2018-04-10 | 03UW00 2016-11-01 2017-11-23 2018-03-19
03UZ00 2016-11-24 2017-11-22 2018-03-14 | 06MM00 2016-10-06 2017-10-05 2018-03-08
05EJ00 2016-11-29 2017-11-28 2018-04-17 | 03VA00 2016-10-05 2017-10-12 2018-03-28
12KN00 2016-11-16 2017-11-15 2018-04-11 | 11QL00 2016-10-12 2017-11-08 2018-04-19
"""
_SPRING_2018: Final = (date(2018, 3, 26), date(2018, 3, 12), date(2018, 4, 9), date(2018, 4, 16))

COUNTED: Final[dict[str, tuple[date | None, ...]]] = {
    entry.split()[0]: tuple(None if day == "-" else date.fromisoformat(day) for day in entry.split()[1:])
    for line in _COUNTED.strip().splitlines()
    for entry in line.split("|")
}


def counted_by_partner(position: int) -> date:
    """The day on which a partner board's school counted, by its place in the list."""
    return _SPRING_2018[position % len(_SPRING_2018)]


def confirmed(counted_on: date) -> datetime:
    """Lists are uploaded and confirmed in the afternoon of the day they were made."""
    return datetime.combine(counted_on, time(13 + counted_on.day % 4, counted_on.day * 7 % 60))
