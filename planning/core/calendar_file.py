"""Days and appointments as a file that anybody's own calendar opens (iCalendar, RFC 5545)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

import icalendar

from planning.core.clock import AMSTERDAM
from planning.core.translation import gettext as _

CALENDAR_TYPE: Final = "text/calendar; charset=utf-8"
REFRESH: Final = timedelta(hours=4)
"""How often a calendar that subscribes is asked to look again."""
AN_HOUR: Final = timedelta(hours=1)
_LINE_ENDS: Final = re.compile("[\u2028\u2029]")  # node-ical 0.26.1 loses a whole description to one
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")  # RFC 5545 allows none but a tab; some refuse the calendar


@dataclass(frozen=True)
class Event:
    """Something on a calendar: a whole day, or from one moment to another.

    `start` is a date for a whole day, or a datetime; one without zone is what clocks in the Netherlands show.
    """

    uid: str  # stays the same for the life of what it stands for, so that a calendar replaces and never doubles
    start: date | datetime
    title: str
    last_modified: datetime  # with its zone
    end: datetime | None = None  # goes with a start that is a datetime; an hour later where nobody said
    description: str = ""
    url: str | None = None
    sequence: int = 0  # raised by whoever moves or cancels the event
    is_cancelled: bool = False


def calendar_file(name: str, events: Iterable[Event]) -> bytes:
    """The events as one calendar called `name`, in UTF-8.

    Moments are written in UTC: no event repeats, so no rule of a time zone is needed to read them back. What is
    cancelled says so in its title too: most readers pass over the status.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Vlootplan//Vlootplan//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)  # the name as calendars read it before RFC 7986
    calendar.add("x-wr-timezone", AMSTERDAM.key)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT4H")  # the same, as Outlook reads it
    for event in events:
        calendar.add_component(_component(event))
    return bytes(calendar.to_ical())


def _component(event: Event) -> icalendar.Event:
    component = icalendar.Event()
    component.add("uid", event.uid)
    component.add("dtstamp", event.last_modified.astimezone(UTC))
    component.add("last-modified", event.last_modified.astimezone(UTC))
    component.add("sequence", event.sequence)
    component.add(
        "summary", _words(_("Cancelled: {title}").format(title=event.title) if event.is_cancelled else event.title)
    )
    if isinstance(event.start, datetime):
        component.add("dtstart", _utc(event.start))
        component.add("dtend", _utc(event.end or event.start + AN_HOUR))
    else:
        component.add("dtstart", event.start)
        component.add("dtend", event.start + timedelta(days=1))  # the end is the first day that is free again
        component.add("transp", "TRANSPARENT")  # a whole day tells of something, it does not fill the day
    if event.description:
        component.add("description", _words(event.description))
    if event.url:
        component.add("url", event.url)
    component.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    return component


def _words(text: str) -> str:
    return _CONTROL.sub("", _LINE_ENDS.sub("\n", text))


def _utc(moment: datetime) -> datetime:
    return (moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)).astimezone(UTC)
