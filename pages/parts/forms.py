"""Forms: fields as data, drawn, kept, undone and refused in one way.

What a form does goes through a service, and is told below it in one quiet line that can be undone; a refusal stands
at the field it is about. A button does its work once for each time it is drawn: a double click is a click.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import monotonic
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

import streamlit as st

from pages.parts import meanwhile
from pages.parts.fields import Field, FieldRow
from pages.parts.frame import now, plain, this_person
from pages.parts.meanwhile import FormBasis
from pages.server.clicks import whole
from pages.server.session import open_database, signed_in, speak
from planning.core.database import Database, VersionConflict, based_on
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import NotAllowed, Person
from planning.core.translation import gettext as _
from planning.core.trouble import REASONS, TROUBLES, trouble_of
from planning.refusals import sentence

Back = Callable[[Person], object]
Outcome = tuple[str, Back | None]
"""What was done, in words, and how to do the opposite where that can be."""
Work = Callable[[Person], Outcome]
Values = dict[str, Any]
"""What the fields of a form say, by name."""

P = ParamSpec("P")
T = TypeVar("T")

_DONE, _REFUSED, _CARRIED = "form_done", "form_refused", "form_carried"
_DOUBLE: Final = 0.6
"""Seconds; a second click of one double click comes sooner, also on what the first drew anew."""


@dataclass(frozen=True)
class LastChange:
    """What was changed last; it can be undone as long as nobody changed anything since."""

    place: str
    sentence: str
    back: Back | None
    version: int


@dataclass(frozen=True)
class DrawnButton:
    """A button as it was drawn once."""

    place: str
    which: str
    times: int  # how many times something was changed there before

    @classmethod
    def now(cls, place: str, which: str) -> "DrawnButton":
        """As it is drawn in this run."""
        return cls(place, which, st.session_state.get(_times(place), 0))


@dataclass(frozen=True)
class LastPress:
    """What was done last by a button: when it was, and to which address it led."""

    button: DrawnButton
    at: float
    runs: int
    before: Mapping[str, list[str]]
    after: Mapping[str, list[str]]

    def is_of(self, button: DrawnButton, *, untouched: bool) -> bool:
        """Whether a press is the second of a double click: of the same drawing, or at once of the next as it came."""
        if (button.place, button.which) != (self.button.place, self.button.which):
            return False
        at_once = meanwhile.runs() <= self.runs + 1 and monotonic() - self.at < _DOUBLE
        return button.times <= self.button.times or (untouched and at_once)

    def lead_on(self) -> None:
        """The browser asked again from the address of before."""
        if _address() == self.before:
            st.query_params.from_dict(self.after)


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
    parts: tuple[Field | FieldRow, ...]
    save: Callable[[Person, Values], Outcome]
    label: str  # of the button that keeps
    about: Hashable = None  # what is changed: something else has fields of its own
    others: tuple[Button, ...] = ()
    look: Mapping[str, Any] = field(default_factory=lambda: {"type": "primary"})  # of that button
    at_once: bool = False  # fields change the screen as they are filled in; others wait for the button

    def fields(self) -> Iterator[Field]:
        """All fields, in reading order."""
        for part in self.parts:
            yield from [one for column in part.columns for one in column] if isinstance(part, FieldRow) else [part]

    def key(self, name: str) -> str:
        """The key of a field."""
        return key(self.place, name if self.about is None else f"{name}_{self.about}")

    @property
    def identity(self) -> str:
        """What it is known by: where it stands, and what it is about."""
        return self.place if self.about is None else f"{self.place}_{self.about}"

    def values(self) -> Values:
        """What the fields say. Raises Refused for all that are empty or unreadable, at once.

        A field that nobody touched here says what somebody else made of it since the form was drawn.
        """
        said, reasons = {}, list[Reason]()
        drawn = FormBasis.of(self.identity)
        for one in self.fields():
            try:
                said[one.name] = one.read(drawn.reading(one, self.key(one.name)))
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
        """Draw the fields and the buttons; first, what waited to be held against what is kept now."""
        if (which := meanwhile.waits_for(self.identity, tuple(self.fields()), self.key)) is not None:
            self._go_on(which)
        frame = st.container() if self.at_once else st.form(self.identity, border=False, enter_to_submit=False)
        with frame:
            for part in self.parts:
                self.draw(part)
            meanwhile.show(self.identity, tuple(self.fields()), self.key)
            if self.others or meanwhile.is_asked(self.identity):
                with st.container(horizontal=True):
                    self.buttons()
            else:
                self.buttons()

    def draw(self, part: Field | FieldRow) -> None:
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
        """Draw the button that keeps, and the others; where somebody else changed it too, the choice of what stays."""
        draw = st.button if self.at_once else st.form_submit_button
        asked = meanwhile.is_asked(self.identity)
        label = _("Keep mine") if asked else self.label
        draw(label, on_click=self.press, args=(None, self._drawn(None), asked), **self.look)
        if asked:
            name = _("Leave it as it is now")
            draw(name, on_click=carry_out, args=(self.place, _leaving), type="tertiary", key=self.key("leave"))
        for other in self.others:
            draw(
                other.label,
                type="tertiary",
                icon=other.icon,
                help=other.help,
                key=other.key,
                on_click=self.press,
                args=(other.label, self._drawn(other.label), asked),
            )

    def press(self, which: str | None, button: DrawnButton, asked: bool) -> None:
        """For the on_click of a button (`which` of the others): keep it, unless somebody changed it meanwhile.

        `asked` is whether it was drawn with the choice of what stays: a click before it was seen chooses nothing.
        """
        if asked == meanwhile.is_asked(self.identity) and not _is_again(button, untouched=self._is_untouched()):
            self._press(which, button)

    def _press(self, which: str | None, button: DrawnButton) -> None:
        drawn, fields = meanwhile.settled(self.identity), tuple(self.fields())
        if drawn.is_open(self.key, fields, keeping=which is None):
            meanwhile.ask(self.identity)
            return
        try:
            with based_on(drawn.versions):
                _carry_out(self.place, self._work_of(which), button)
            meanwhile.forget()
        except VersionConflict:
            said = {one.label: one.told(st.session_state.get(self.key(one.name))) for one in fields if one.label}
            meanwhile.wait(self.identity, which, drawn, said)

    def _go_on(self, which: str) -> None:
        """In the run after a click, with what is kept now: do it after all, or ask."""
        meanwhile.forget()
        self._press(which or None, self._drawn(which or None))
        if not meanwhile.is_asked(self.identity):
            st.rerun()

    def _drawn(self, which: str | None) -> DrawnButton:
        return DrawnButton.now(self.place, f"{self.identity}/{which or ''}")

    def _is_untouched(self) -> bool:
        drawn = FormBasis.of(self.identity)
        return all(drawn.is_as_drawn(one, self.key(one.name)) for one in self.fields())

    def _work_of(self, which: str | None) -> Work:
        return next((one.work for one in self.others if one.label == which), self.work)


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


def carry_out(
    place: str, work: Work, drawn: Mapping[str, int] | None = None, button: DrawnButton | None = None
) -> None:
    """For the on_click of a button: work for whoever is signed in at this moment, and remember how it went.

    Where it was `drawn` from what is of these versions it is not done when somebody changed something since: the page
    then shows what is kept now, and they decide anew. Of a `button` it is done once for each time that is drawn.
    """
    if button is not None and _is_again(button, untouched=True):
        return
    try:
        with based_on(drawn or {}):
            _carry_out(place, work, button)
    except VersionConflict:
        reason = Reason("changed_since_drawn") if drawn else Reason("changed_meanwhile")
        st.session_state[_REFUSED] = (place, (reason,))


def _is_again(button: DrawnButton, *, untouched: bool) -> bool:
    """Whether it is pressed for what was done by it a moment ago; the page then stays as that made it."""
    last = st.session_state.get(_CARRIED)
    if not isinstance(last, LastPress) or not last.is_of(button, untouched=untouched):
        return False
    last.lead_on()
    return True


def _carry_out(place: str, work: Work, button: DrawnButton | None = None) -> None:
    st.session_state.pop(_DONE, None)
    with whole(), refusals_told(place):
        person = signed_in()
        speak(person)  # a click comes before main.py: the run has no language yet
        if person is None:
            return
        before = _address()
        done, back = work(person)
        st.session_state[_times(place)] = st.session_state.get(_times(place), 0) + 1
        if button is not None:
            st.session_state[_CARRIED] = LastPress(button, monotonic(), meanwhile.runs(), before, _address())
        version = open_database().data_version(person.board_id)
        st.session_state[_DONE] = LastChange(place, done, back, version)


@contextmanager
def refusals_told(place: str) -> Iterator[None]:
    """Remember for the screen why what is tried here is refused, or cannot be kept just now."""
    try:
        yield
    except TROUBLES as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        st.session_state[_REFUSED] = (place, (REASONS[trouble],))
    except Refused as refused:
        st.session_state[_REFUSED] = (place, refused.reasons)
    except NotAllowed:
        st.session_state[_REFUSED] = (place, (Reason("role_gone"),))


def act_button(place: str, label: str, work: Work, **how: Any) -> None:
    """A button outside a form that changes something."""
    button = DrawnButton.now(place, how.get("key", label))
    st.button(label, on_click=carry_out, args=(place, work, None, button), **how)


def overwrite_button(place: str, label: str, work: Work, **how: Any) -> None:
    """The same of what a colleague may have written meanwhile: it is done on what the page shows only."""
    button = DrawnButton.now(place, how.get("key", label))
    st.button(label, on_click=carry_out, args=(place, work, meanwhile.versions(), button), **how)


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
    if isinstance(done, LastChange) and done.place == place and done.version == _version():
        with st.container(horizontal=True, vertical_alignment="center"):
            badge = _(":green-badge[:material/check: kept]")
            st.markdown(f"{badge} {plain(done.sentence)}", width="content")
            if done.back is not None:
                act_button(place, _("Undo"), _undoing(done), key="form_undo", type="tertiary", icon=":material/undo:")


def _version() -> int:
    return open_database().data_version(this_person().board_id)


def forget_done() -> None:
    """Another section: what was said about the last one is over."""
    st.session_state.pop(_DONE, None)
    st.session_state.pop(_REFUSED, None)


def _undoing(done: LastChange) -> Work:
    def work(person: Person) -> Outcome:
        with based_on({person.board_id: done.version}):
            done.back(person)  # type: ignore[misc]  # drawn only where there is a way back
        return _("Undone: everything is as it was."), None

    return work


def _leaving(_person: Person) -> Outcome:
    """The form starts anew with what is kept."""
    meanwhile.forget()
    return _("It stays as somebody else made it."), None


def _address() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _times(place: str) -> str:
    """Where it is counted how many times a form changed something."""
    return f"changed_{place}"
