"""Forms: fields as data, drawn, kept, undone and refused in one way.

What a form does goes through a service, and is told below it in one quiet line that can be undone; a refusal stands
at the field it is about.
"""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st

from pages.parts.frame import DATE_FORMATS, now, plain, this_person
from pages.parts.theme import segment
from pages.server.session import open_database, signed_in, speak
from planning.core.database import Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import NotAllowed, Person
from planning.core.translation import gettext as _
from planning.core.translation import language
from planning.refusals import sentence

Back = Callable[[Person], object]
Outcome = tuple[str, Back | None]
"""What was done, in words, and how to do the opposite where that can be."""
Work = Callable[[Person], Outcome]
Values = dict[str, Any]
"""What the fields of a form say, by name."""

P = ParamSpec("P")
T = TypeVar("T")
Named = Callable[[Any], str]

_DONE, _REFUSED = "form_done", "form_refused"


@dataclass(frozen=True)
class Done:
    """What was changed last; it can be undone as long as nobody changed anything since."""

    place: str
    sentence: str
    back: Back | None
    version: int


@dataclass(frozen=True)
class Field:
    """A field of a form."""

    name: str  # of what it fills in: a Reason points at it
    draw: Callable[..., object]  # draws it, under a `key`
    read: Callable[[str], Any]  # what it says, from what the session holds under that key
    missing: str = ""  # the code of the reason why it cannot be left empty; "" where it can


@dataclass(frozen=True)
class Beside:
    """Fields beside one another, column by column; a narrow screen shows the columns one below the other."""

    columns: tuple[tuple[Field, ...], ...]
    look: Mapping[str, Any]  # of st.columns


@dataclass(frozen=True)
class Button:
    """Something else that can be done with what the form is about."""

    label: str
    work: Work
    icon: str | None = None
    help: str | None = None
    key: str | None = None


@dataclass(frozen=True)
class Form:
    """A form: its fields, and what keeping them does."""

    place: str  # where it stands: one in the house
    parts: tuple[Field | Beside, ...]
    save: Callable[[Person, Values], Outcome]
    label: str  # of the button that keeps
    about: Hashable = None  # what is changed: something else has fields of its own
    others: tuple[Button, ...] = ()
    look: Mapping[str, Any] = field(default_factory=lambda: {"type": "primary"})  # of that button
    at_once: bool = False  # fields change the screen as they are filled in; others wait for the button

    def fields(self) -> Iterator[Field]:
        """All fields, in reading order."""
        for part in self.parts:
            yield from [one for column in part.columns for one in column] if isinstance(part, Beside) else [part]

    def key(self, name: str) -> str:
        """The key of a field."""
        return key(self.place, name if self.about is None else f"{name}_{self.about}")

    def values(self) -> Values:
        """What the fields say. Raises Refused for all that are empty or unreadable, at once."""
        said, reasons = {}, list[Reason]()
        for one in self.fields():
            try:
                said[one.name] = one.read(self.key(one.name))
            except Refused as refused:
                reasons += [replace(reason, field=one.name) for reason in refused.reasons]
            else:
                if one.missing and said[one.name] in (None, "", ()):
                    reasons.append(Reason(one.missing, one.name))
        refuse(reasons)
        return said

    def work(self, person: Person) -> Outcome:
        """Keep what the fields say."""
        return self.save(person, self.values())

    def show(self) -> None:
        """Draw it, with how its last change went."""
        self.show_fields()
        show_outcome(self.place)

    def show_fields(self) -> None:
        """Draw the fields and the buttons."""
        name = self.place if self.about is None else f"{self.place}_{self.about}"
        frame = st.container() if self.at_once else st.form(name, border=False, enter_to_submit=False)
        with frame:
            for part in self.parts:
                self.draw(part)
            if self.others:
                with st.container(horizontal=True):
                    self.buttons()
            else:
                self.buttons()

    def draw(self, part: Field | Beside) -> None:
        """Draw a field or several, each with why it was refused."""
        if isinstance(part, Field):
            part.draw(key=self.key(part.name))
            show_refused(self.place, part.name)
            return
        for column, fields in zip(st.columns(**part.look), part.columns, strict=True):
            with column:
                for one in fields:
                    self.draw(one)

    def buttons(self) -> None:
        """Draw the button that keeps, and the others."""
        draw = st.button if self.at_once else st.form_submit_button
        draw(self.label, on_click=carry_out, args=(self.place, self.work), **self.look)
        for other in self.others:
            draw(
                other.label,
                type="tertiary",
                icon=other.icon,
                help=other.help,
                key=other.key,
                on_click=carry_out,
                args=(self.place, other.work),
            )


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
    return Field(name, draw, lambda key: parse(_stripped(key)), missing)


def lines(
    name: str, label: str, known: str = "", longest: int | None = None, *, missing: str = "", **how: Any
) -> Field:
    """A text of several lines."""
    return Field(name, partial(st.text_area, label, known, max_chars=longest, **how), _stripped, missing)


def whole_number(
    name: str,
    label: str,
    known: int | None = None,
    limits: tuple[int | None, int | None] = (None, None),
    step: int = 1,
    *,
    missing: str = "",
    **how: Any,
) -> Field:
    """A whole number; `limits` are those that the field itself holds to."""
    draw = partial(st.number_input, label, *limits, known, step, **how)
    return Field(name, draw, _as_it_is, missing)


def day_of(name: str, label: str, known: date | None = None, *, missing: str = "", **how: Any) -> Field:
    """A day."""
    draw = partial(st.date_input, label, known, format=DATE_FORMATS[language()], **how)
    return Field(name, draw, _as_it_is, missing)


def hour(name: str, label: str, known: time | None = None, **how: Any) -> Field:
    """An hour of the day."""
    return Field(name, partial(st.time_input, label, known, **how), _as_it_is)


def choice(
    name: str, label: str, options: Sequence[Any], known: object = None, named: Named = str, *, missing: str = "",
    **how: Any,
) -> Field:  # fmt: skip
    """One of a list; without one that is known, the first, or none where the field says what a choice is for."""
    first = None if "placeholder" in how else 0
    index = options.index(known) if known in options else first
    draw = partial(st.selectbox, label, options, index=index, format_func=named, **how)
    return Field(name, draw, _as_it_is, missing)


def several(
    name: str, label: str, options: Collection[Any], known: Collection[Any] = (), named: Named = str, **how: Any
) -> Field:
    """Any of a list; those that are known stand in their own order."""
    there = [one for one in (known if isinstance(known, Sequence) else sorted(known)) if one in options]
    draw = partial(st.multiselect, label, list(options), there, format_func=named, **how)
    return Field(name, draw, _tuple)


def segments(
    name: str, label: str, options: Sequence[Any], known: object = None, named: Named = str, *, missing: str = "",
    **how: Any,
) -> Field:  # fmt: skip
    """One of a few that are all in sight; with one known it stays one."""

    def label_of(option: object) -> str:
        return segment(named(option))

    draw = partial(st.segmented_control, label, options, default=known, format_func=label_of, **how)
    return Field(name, draw, _as_it_is, missing)


def radio(
    name: str, label: str, options: Sequence[Any], known: object = None, named: Named = str, *, missing: str = "",
    **how: Any,
) -> Field:  # fmt: skip
    """One of a few, each on a line of its own."""
    index = options.index(known) if known in options else None
    draw = partial(st.radio, label, options, index=index, format_func=named, **how)
    return Field(name, draw, _as_it_is, missing)


def several_segments(
    name: str, label: str, options: Sequence[Any], known: Sequence[Any] = (), named: Named = str
) -> Field:
    """Any of a few that are all in sight."""
    draw = partial(st.segmented_control, label, options, selection_mode="multi", default=known, format_func=named)
    return Field(name, draw, _tuple)


def pills(name: str, label: str, options: Sequence[Any], named: Named = str) -> Field:
    """One of several that are all in sight, on as many lines as they take."""

    def label_of(option: object) -> str:
        return segment(named(option))

    return Field(name, partial(st.pills, label, options, format_func=label_of), _as_it_is)


def tick(name: str, label: str, known: bool) -> Field:
    """Yes or no."""
    return Field(name, partial(st.checkbox, label, known), lambda key: bool(st.session_state.get(key)))


def beside(*columns: Field | tuple[Field, ...], widths: Sequence[float] = (), **look: Any) -> Beside:
    """Fields beside one another; a column may hold several."""
    held = tuple(column if isinstance(column, tuple) else (column,) for column in columns)
    return Beside(held, {"spec": widths or len(columns), **look})


def _stripped(key: str) -> str:
    return str(st.session_state.get(key) or "").strip()


def _as_it_is(key: str) -> object:
    return st.session_state.get(key)


def _tuple(key: str) -> tuple[object, ...]:
    return tuple(st.session_state.get(key) or ())


def change(
    service: Callable[Concatenate[Person, Database, datetime, P], T], /, *args: P.args, **kwargs: P.kwargs
) -> Callable[[Person], T]:
    """What a service is to do, for whoever does it and when."""
    return lambda person: service(person, open_database(), now(), *args, **kwargs)


def key(place: str, name: str) -> str:
    """The key of a field of a form; after a change the form starts anew with what is kept."""
    return f"{place}_{name}_{st.session_state.get(_times(place), 0)}"


def value(place: str, name: str) -> object:
    """What a field of a form says."""
    return st.session_state.get(key(place, name))


def carry_out(place: str, work: Work) -> None:
    """For the on_click of a button: work for whoever is signed in at this moment, and remember how it went."""
    person = signed_in()
    speak(person)  # a click comes before main.py: the run has no language yet
    if person is None:
        return
    st.session_state.pop(_DONE, None)
    try:
        done, back = work(person)
    except Refused as refused:
        st.session_state[_REFUSED] = (place, refused.reasons)
    except NotAllowed:
        st.session_state[_REFUSED] = (place, (Reason("role_gone"),))
    else:
        st.session_state[_times(place)] = st.session_state.get(_times(place), 0) + 1
        version = open_database().data_version(person.board_id)
        st.session_state[_DONE] = Done(place, done, back, version)


def act_button(place: str, label: str, work: Work, **how: Any) -> None:
    """A button outside a form that changes something."""
    st.button(label, on_click=carry_out, args=(place, work), **how)


def show_refused(place: str, name: str | None = None) -> None:
    """Why the last change of a form was not made: what is about one field, or all that was not said yet."""
    where, reasons = st.session_state.get(_REFUSED, (None, ()))
    if where != place:
        return
    here = [one for one in reasons if name in (None, one.field)]
    st.session_state[_REFUSED] = (place, tuple(one for one in reasons if one not in here))
    badge = _(":orange-badge[:material/block: not kept]")
    for reason in here:
        st.markdown(f"{badge} {plain(sentence(reason))}")


def show_outcome(place: str) -> None:
    """Below a form: what its last change was, with the way back; or why it was not made, gone at the next click."""
    show_refused(place)
    done = st.session_state.get(_DONE)
    if isinstance(done, Done) and done.place == place and done.version == _version():
        with st.container(horizontal=True, vertical_alignment="center"):
            badge = _(":green-badge[:material/check: kept]")
            st.markdown(f"{badge} {plain(done.sentence)}", width="content")
            if done.back is not None:
                act_button(
                    place, _("Undo"), _undoing(done.back), key="form_undo", type="tertiary", icon=":material/undo:"
                )


def _version() -> int:
    return open_database().data_version(this_person().board_id)


def forget_done() -> None:
    """Another section: what was said about the last one is over."""
    st.session_state.pop(_DONE, None)
    st.session_state.pop(_REFUSED, None)


def _undoing(back: Back) -> Work:
    def work(person: Person) -> Outcome:
        back(person)
        return _("Undone: everything is as it was."), None

    return work


def _times(place: str) -> str:
    """Where it is counted how many times a form changed something."""
    return f"changed_{place}"
