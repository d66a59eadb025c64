"""Fields of a form as data: name, label, what is known, limits and help.

`how` is what Streamlit's widget knows beside that: placeholder, help, width, height.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from datetime import time as clock_time
from functools import partial
from typing import Any

import streamlit as st

from pages.parts.frame import DATE_FORMATS
from planning.core import notation
from planning.core.text import printable
from planning.core.translation import gettext as _
from planning.core.translation import language

Named = Callable[[Any], str]
"""What a choice is called."""


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
    draw = partial(st.text_input, label, known, max_chars=longest, **how)
    return Field(name, draw, lambda key: parse(_stripped(key)), missing, known, label)


def lines(name: str, label: str, known: str = "", longest: int | None = None, **how: Any) -> Field:
    """A text of several lines."""
    return _field(name, _stripped, known, str, st.text_area, label, known, max_chars=longest, **how)


def number(
    name: str,
    label: str,
    known: int | None = None,
    limits: tuple[int | None, int | None] = (None, None),
    step: int = 1,
    **how: Any,
) -> Field:
    """A whole number; `limits` are those that the field itself holds to."""
    return _field(name, _as_it_is, known, notation.number, st.number_input, label, *limits, known, step, **how)


def day(name: str, label: str, known: date | None = None, **how: Any) -> Field:
    """A day."""
    form = DATE_FORMATS[language()]
    return _field(name, _as_it_is, known, notation.day, st.date_input, label, known, format=form, **how)


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


def _as_it_is(key: str) -> object:
    return st.session_state.get(key)


def _tuple(key: str) -> tuple[object, ...]:
    return tuple(st.session_state.get(key) or ())
