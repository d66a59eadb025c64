"""Fields for a day and a time on the clock; in the hour that autumn has twice they ask which one is meant."""

from datetime import date, datetime, time
from typing import Final, cast

import streamlit as st

from pages.parts.forms import key, value
from pages.parts.frame import DATE_FORMATS
from planning.core.clock import local, local_day, possible_moments
from planning.core.notation import day
from planning.core.refusal import Reason, Refused
from planning.core.translation import gettext as _
from planning.core.translation import language

FIRST_DAY: Final = date(2000, 1, 1)


def moment_fields(place: str, name: str, label: str, shown: datetime | None, latest: date) -> None:
    """A day and a time of a form; `shown` is what they say at first, None leaves them empty."""
    left, right = st.columns([1.3, 1])
    with left:
        st.date_input(
            label,
            local_day(shown) if shown else None,
            min_value=FIRST_DAY,
            max_value=latest,
            format=DATE_FORMATS[language()],
            key=key(place, f"{name}_day"),
        )
    with right:
        st.time_input(
            _("Time"),
            local(shown).time().replace(second=0, microsecond=0) if shown else None,
            key=key(place, f"{name}_time"),
        )
    chosen = value(place, f"{name}_day"), value(place, f"{name}_time")
    if len(_possible(*chosen)) == 2:
        st.radio(
            _("That night this time came twice. Which one was it?"),
            (0, 1),
            index=None,
            format_func=lambda which: (
                _("the first: still summer time") if which == 0 else _("the second: winter time already")
            ),
            key=key(place, f"{name}_which"),
        )


def read_moment(place: str, name: str, what: str) -> datetime | None:
    """What the fields say, None where they are empty; `what` names them in a refusal. Raises Refused."""
    chosen_day, clock = (
        cast("date | None", value(place, f"{name}_day")),
        cast("time | None", value(place, f"{name}_time")),
    )
    if chosen_day is None and clock is None:
        return None
    if chosen_day is None or clock is None:
        raise Refused(_("{what}: fill in the day and the time.").format(what=what))
    possible = _possible(chosen_day, clock)
    if not possible:
        text = _("{what}: on {day} there was no {time}, the clock went from 2 to 3. Choose a time after that.")
        raise Refused(text.format(what=what, day=day(chosen_day), time=f"{clock:%H.%M}"))
    which = value(place, f"{name}_which")
    if len(possible) == 2 and which is None:
        text = _("{what}: on {day} it was {time} twice. Choose which one.")
        raise Refused(text.format(what=what, day=day(chosen_day), time=f"{clock:%H.%M}"))
    return possible[which if isinstance(which, int) and len(possible) == 2 else 0]


def read_moments(place: str, fields: dict[str, str]) -> dict[str, datetime | None]:
    """Several of them, by name; all that is the matter is told at once. Raises Refused."""
    found: dict[str, datetime | None] = {}
    reasons: list[Reason | str] = []
    for name, what in fields.items():
        try:
            found[name] = read_moment(place, name, what)
        except Refused as refused:
            reasons += refused.reasons
    if reasons:
        raise Refused(*reasons)
    return found


def _possible(chosen_day: object, clock: object) -> tuple[datetime, ...]:
    if not (isinstance(chosen_day, date) and isinstance(clock, time)):
        return ()
    return possible_moments(chosen_day, clock)
