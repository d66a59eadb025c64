"""The day that a list shows, as its title, its sheet or its file's name says: "versie april 2018"."""

from datetime import date
from typing import Final

from planning.inventory.read.whose_list import Place, titles
from planning.inventory.reading import Reading
from planning.inventory.recognise.sections import without_purchase
from planning.inventory.values.named_days import day_in

_LONGEST: Final = 80  # characters: what says more than this tells of something else


def stated_day(reading: Reading, today: date) -> tuple[date, Place] | None:
    """The day a list shows and where that stands; of a month its last day, and never a day to come."""
    if reading.stated_date and reading.stated_date <= today:
        return reading.stated_date, "title"
    for place, text in titles(reading):
        found = day_in(without_purchase(text), today) if len(text) <= _LONGEST else None
        if found:
            return found, place
    return None
