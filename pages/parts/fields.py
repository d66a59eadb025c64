"""Fields of a form as data: name, label, what is known, limits and help.

`how` is what Streamlit's widget knows beside that: placeholder, help, width, height.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from datetime import time as clock_time
from functools import partial
from typing import Any, Final

import streamlit as st

from pages.parts.frame import DATE_FORMATS, plain
from planning.core import notation
from planning.core.refusal import Reason, Refused
from planning.core.text import printable
from planning.core.translation import gettext as _
from planning.core.translation import language
from planning.refusals import sentence

Named = Callable[[Any], str]
"""What a choice is called."""

FIRST_DAY: Final = date(2000, 1, 1)
LAST_DAY: Final = date(2099, 12, 31)
"""What a field for a day takes where it is not told otherwise."""
_BROWSER: Final = (date(1900, 1, 1), date(2199, 12, 31))
"""The days a browser hands over. What is outside the limits of a widget, or is longer, Streamlit drops there without a
word in our language, and keeps what stood in the field before: so limits are ours to hold to, when a form is kept."""


@dataclass(frozen=True)
class Field:
    """A field of a form."""

    name: str  # of what it fills in: a Reason points at it
    draw: Callable[..., object]  # draws it, under a `key`
    read: Callable[[str], Any]  # what it says, from what the session holds under that key
    missing: str = ""  # the code of the reason why it cannot be left empty; "" where it can
    known: Any = None  # what is drawn in it before anybody touches it, as the session would hold it
    label: str = ""  # what stands at it
    named: Named = str  # what a value of it is called

    def told(self, value: object) -> str:
        """A value of it, in words."""
        if value in (None, "", (), []):
            return _("not filled in")
        if isinstance(value, (tuple, list)):
            return notation.listed([self.named(one) for one in value])
        return self.named(value)


@dataclass(frozen=True)
class FieldRow:
    """Fields beside one another, column by column; a narrow screen shows the columns one below the other."""

    columns: tuple[tuple[Field, ...], ...]
    look: Mapping[str, Any]  # of st.columns


def text(
    name: str,
    label: str,
    known: str = "",
    longest: int | None = None,
    *,
    parse: Callable[[str], Any] = str,
    missing: str = "",
    **how: Any,
) -> Field:
    """A line of text, of at most so many signs; `parse` makes of it what it stands for, or raises Refused."""
    draw, said = partial(st.text_input, label, known, **how), partial(_text_within, name, longest)
    return Field(name, draw, lambda key: parse(said(key)), missing, known, label)


def lines(name: str, label: str, known: str = "", longest: int | None = None, **how: Any) -> Field:
    """A text of several lines."""
    return _field(name, partial(_text_within, name, longest), known, str, st.text_area, label, known, **how)


def number(
    name: str,
    label: str,
    known: int | None = None,
    limits: tuple[int | None, int | None] = (None, None),
    step: int = 1,
    **how: Any,
) -> Field:
    """A whole number, within `limits`."""
    read = partial(_number_within, name, *limits)
    return _field(name, read, known, notation.number, st.number_input, label, None, None, known, step, **how)


def day(
    name: str,
    label: str,
    known: date | None = None,
    min_value: date = FIRST_DAY,
    max_value: date = LAST_DAY,
    **how: Any,
) -> Field:
    """A day, within limits."""
    how["format"] = DATE_FORMATS[language()]
    read = partial(day_within, name, min_value, max_value)
    return _field(name, read, known, notation.day, st.date_input, label, known, *_BROWSER, **how)


def any_day(label: str, known: date | None, **how: Any) -> object:
    """Draw a field for a day, which hands over any day: `day_within` says whether it is one to take."""
    return st.date_input(label, known, *_BROWSER, format=DATE_FORMATS[language()], **how)


def one_day(
    label: str, known: date | None, first: date = FIRST_DAY, last: date = LAST_DAY, *, key: str, **how: Any
) -> date | None:
    """A day that is asked outside a form; None, and why below it, where it is outside its limits."""
    said = any_day(label, known, key=key, **how)
    try:
        day_within(key, first, last, key)
    except Refused as refused:
        st.markdown(f":orange-badge[:material/block:] {plain(sentence(refused.reasons[0]))}")
        return None
    return said if isinstance(said, date) else None


def time(name: str, label: str, known: clock_time | None = None, **how: Any) -> Field:
    """An hour of the day."""
    return _field(name, _as_it_is, known, notation.clock, st.time_input, label, known, **how)


def choice(
    name: str, label: str, options: Sequence[Any], known: object = None, named: Named = str, **how: Any
) -> Field:
    """One of a list; without one that is known, the first, or none where a placeholder says what it is for."""
    first = None if "placeholder" in how else 0
    index = options.index(known) if known in options else first
    drawn = None if index is None or not options else options[index]
    return _field(name, _as_it_is, drawn, named, st.selectbox, label, options, index, named, **how)


def radio(name: str, label: str, options: Sequence[Any], known: object = None, named: Named = str, **how: Any) -> Field:
    """One of a few, each in sight; none where none is known."""
    index = options.index(known) if known in options else None
    drawn = None if index is None else known
    return _field(name, _as_it_is, drawn, named, st.radio, label, options, index, named, **how)


def segments(
    name: str, label: str, options: Sequence[Any], known: object = None, named: Named = str, **how: Any
) -> Field:
    """One of a few beside one another."""
    draw = partial(st.segmented_control, label, options, default=known, format_func=named)
    return _field(name, _as_it_is, known, named, draw, **how)


def pills(name: str, label: str, options: Sequence[Any], named: Named = str, **how: Any) -> Field:
    """One of several, on as many lines as they take."""
    return _field(name, _as_it_is, None, named, st.pills, label, options, format_func=named, **how)


def several(
    name: str, label: str, options: Collection[Any], known: Collection[Any] = (), named: Named = str, **how: Any
) -> Field:
    """Any of a list; those that are known stand in their own order."""
    there = [one for one in (known if isinstance(known, Sequence) else sorted(known)) if one in options]
    return _field(name, _tuple, tuple(there), named, st.multiselect, label, list(options), there, named, **how)


def several_segments(
    name: str, label: str, options: Sequence[Any], known: Sequence[Any] = (), named: Named = str, **how: Any
) -> Field:
    """Any of a few beside one another."""
    draw = partial(st.segmented_control, label, options, selection_mode="multi", default=known, format_func=named)
    return _field(name, _tuple, tuple(known), named, draw, **how)


def tick(name: str, label: str, known: bool, **how: Any) -> Field:
    """Yes or no."""
    return _field(name, _as_it_is, known, _yes_or_no, st.checkbox, label, known, **how)


def beside(*columns: Field | tuple[Field, ...], widths: Sequence[float] = (), **look: Any) -> FieldRow:
    """Fields beside one another; a column may hold several."""
    held = tuple(column if isinstance(column, tuple) else (column,) for column in columns)
    return FieldRow(held, {"spec": widths or len(columns), **look})


def _field(
    name: str,
    read: Callable[[str], Any],
    known: Any,
    named: Named,
    widget: Callable[..., object],
    *args: Any,
    missing: str = "",
    **how: Any,
) -> Field:
    label = args[0] if args else getattr(widget, "args", ("",))[0]
    return Field(name, partial(widget, *args, **how), read, missing, known, label, named)


def _yes_or_no(value: bool) -> str:
    return _("yes") if value else _("no")


def _stripped(key: str) -> str:
    return printable(str(st.session_state.get(key) or "")).strip()


def _text_within(name: str, longest: int | None, key: str) -> str:
    said = _stripped(key)
    if longest is not None and len(said) > longest:
        raise Refused(Reason("text_too_long", name, {"n": len(said), "longest": longest}))
    return said


def _number_within(name: str, least: int | None, most: int | None, key: str) -> object:
    said = st.session_state.get(key)
    if said is None or ((least is None or said >= least) and (most is None or said <= most)):
        return said
    if most is None:
        raise Refused(Reason("number_too_low", name, {"read": int(said), "least": least or 0}))
    raise Refused(Reason("number_outside", name, {"read": int(said), "least": least or 0, "most": most}))


def day_within(name: str, first: date, last: date, key: str) -> object:
    """The day a field holds. Raises Refused where it is outside its limits."""
    said = st.session_state.get(key)
    if isinstance(said, date) and not first <= said <= last:
        raise Refused(Reason("day_outside", name, {"read": said, "first": first, "last": last}))
    return said


def _as_it_is(key: str) -> object:
    return st.session_state.get(key)


def _tuple(key: str) -> tuple[object, ...]:
    return tuple(st.session_state.get(key) or ())
