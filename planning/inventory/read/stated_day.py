"""The day of a list, as its count's heading, its title, its sheet or its file's name says: "versie april 2018"."""

import re
from datetime import date
from typing import Final

from planning.core.text import folded
from planning.inventory.read.whose_list import Place, titles
from planning.inventory.reading import Reading
from planning.inventory.recognise.sections import without_purchase
from planning.inventory.values.named_days import day_in

_LONGEST: Final = 80  # characters: what says more than this tells of something else
_HOW_MANY: Final = re.compile(
    r"(?:stand|telling|geteld|peildatum|aantal(?:len)?|aanwezig|voorraad|counted|count|number)\b"
)
"""How a heading opens of which the day is that of the count: "Stand 1-8-2017"; "Chromebooks 2017" says another."""


def stated_day(reading: Reading, today: date) -> tuple[date, Place] | None:
    """The day a list shows and where that stands; of a month its last day, and never a day to come."""
    if headed := _day_of_count(reading, today):
        return headed, "heading"
    if reading.stated_date and reading.stated_date <= today:
        return reading.stated_date, "title"
    for place, text in titles(reading):
        found = day_in(without_purchase(text), today) if len(text) <= _LONGEST else None
        if found:
            return found, place
    return None


def _day_of_count(reading: Reading, today: date) -> date | None:
    """The last day at which a column counts that is read: of several stands beside each other only one is."""
    headings = (c.header for sheet in reading.sheets if sheet.used for c in sheet.columns if c.field == "count")
    counted = (text for text in headings if _HOW_MANY.match(folded(text)))
    return max((day for text in counted if (day := day_in(without_purchase(text), today))), default=None)
