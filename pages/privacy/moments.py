"""Fields for a day and a time on the clock; in the hour that autumn has twice they ask which one is meant."""

from datetime import date, datetime, time
from functools import partial

import streamlit as st

from pages.parts.fields import FIRST_DAY, Field, any_day, day_within
from planning.core.clock import local, local_day, possible_moments
from planning.core.refusal import Reason, Refused, Word
from planning.core.translation import gettext as _


def moment_of(name: str, label: str, what: str, shown: datetime | None, latest: date, *, missing: str = "") -> Field:
    """A day and a time of a form; `shown` is what they say at first, None leaves them empty.

    `what` names them in a refusal, untranslated.
    """
    return Field(name, partial(_draw, label, shown), partial(_read, name, what, latest), missing)


def _draw(label: str, shown: datetime | None, key: str) -> None:
    left, right = st.columns([1.3, 1])
    with left:
        on = any_day(label, local_day(shown) if shown else None, key=f"{key}_day")
    with right:
        at = st.time_input(
            _("Time"), local(shown).time().replace(second=0, microsecond=0) if shown else None, key=f"{key}_time"
        )
    if len(_possible(on, at)) == 2:
        st.radio(
            _("That night this time came twice. Which one was it?"),
            (0, 1),
            index=None,
            format_func=lambda which: (
                _("the first: still summer time") if which == 0 else _("the second: winter time already")
            ),
            key=f"{key}_which",
        )


def _read(name: str, what: str, latest: date, key: str) -> datetime | None:
    on, at, which = (st.session_state.get(f"{key}_{part}") for part in ("day", "time", "which"))
    if on is None and at is None:
        return None
    if on is None or at is None:
        raise Refused(Reason("moment_incomplete", name, {"what": Word(what)}))
    day_within(name, FIRST_DAY, latest, f"{key}_day")
    possible = _possible(on, at)
    values = {"what": Word(what), "day": on, "time": f"{at:%H.%M}"}
    if not possible:
        raise Refused(Reason("moment_never_was", name, values))
    if len(possible) == 2 and which is None:
        raise Refused(Reason("moment_twice", name, values))
    return possible[which or 0] if len(possible) == 2 else possible[0]


def _possible(chosen_day: object, clock: object) -> tuple[datetime, ...]:
    if not (isinstance(chosen_day, date) and isinstance(clock, time)):
        return ()
    return possible_moments(chosen_day, clock)
