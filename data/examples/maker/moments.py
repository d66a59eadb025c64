"""When each school of the example group counted: autumn 2016, autumn 2017, spring 2018."""

from datetime import date, datetime, time
from typing import Final

from data.examples.maker.fleets import table

_SPRING_2018: Final = (date(2018, 3, 26), date(2018, 3, 12), date(2018, 4, 9), date(2018, 4, 16))


def counted() -> dict[str, tuple[date | None, ...]]:
    """School -> the days on which it counted, None where it did not, from counted.csv.

    De Kroevert counted its second time in spring 2017 and not since; Sint Anna stopped after autumn 2017.
    """
    return {
        school_id: tuple(date.fromisoformat(day) if day else None for day in days)
        for school_id, *days in table("counted.csv")
    }


def counted_by_partner(position: int) -> date:
    """The day on which a partner board's school counted, by its place in the list."""
    return _SPRING_2018[position % len(_SPRING_2018)]


def confirmed(counted_on: date) -> datetime:
    """Lists are uploaded and confirmed in the afternoon of the day they were made."""
    return datetime.combine(counted_on, time(13 + counted_on.day % 4, counted_on.day * 7 % 60))
