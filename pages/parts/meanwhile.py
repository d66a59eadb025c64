"""Two people at one form: what it was drawn from is held against what is kept at the moment of keeping.

A click keeps at once where nobody changed anything since (`planning.core.database.based_on`). Else it waits for the run
that follows, in which the page draws the form from what is kept now. Where the same field was changed by both, the
second sees the first's value beside their own and chooses; a field that they left alone takes the first's.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import streamlit as st

from pages.parts.fields import Field
from pages.parts.frame import plain, this_person
from pages.server.noting import apart
from pages.server.session import open_database
from planning.core.service import who_changed
from planning.core.translation import gettext as _

_WAITING, _ASKED, _LOST, _SEEN = "form_waiting", "form_asked", "form_lost", "circle_versions"
_RUNS: Final = "whole_runs"
_MOST_NAMES: Final = 3

Keys = Callable[[str], str]
"""The key of a field, by its name."""


@dataclass(frozen=True)
class FormBasis:
    """What a form was drawn from, and what is kept now."""

    first: Mapping[str, Any] = field(default_factory=dict)  # as each field was drawn the first time
    now: Mapping[str, Any] = field(default_factory=dict)  # as the last run read it
    begun: Mapping[str, int] = field(
        default_factory=dict
    )  # data versions of the board and its circles, that first time
    versions: Mapping[str, int] = field(default_factory=dict)  # and in the last run
    settled: Mapping[str, Any] = field(default_factory=dict)  # what others made of it, seen and not taken over

    @classmethod
    def of(cls, key: str) -> "FormBasis":
        """Of the form of this key."""
        found = st.session_state.get(_drawn(key))
        return found if isinstance(found, cls) else cls()

    def reading(self, one: Field, key: str) -> str:
        """Under which key a field is read: its own, or, left alone here, that of what somebody else made of it."""
        if self._changed(one) and self._is_untouched(one, key):
            st.session_state[theirs := f"{key}_theirs"] = self.now[one.name]
            return theirs
        return key

    def is_open(self, key: Keys, fields: Sequence[Field], *, keeping: bool) -> bool:
        """Whether the person has to choose first: of what both changed, or, doing something else, of any change."""
        return bool(self.open(key, fields)) if keeping else any(map(self._is_new, fields))

    def open(self, key: Keys, fields: Sequence[Field]) -> list[Field]:
        """The fields that both changed, each into something else."""
        return [one for one in fields if self._is_new(one) and not self._is_one_value(one, key(one.name))]

    def _is_new(self, one: Field) -> bool:
        return self._changed(one) and not self._is_settled(one)

    def _changed(self, one: Field) -> bool:
        return one.name in self.first and self.now.get(one.name) != self.first[one.name]

    def _is_settled(self, one: Field) -> bool:
        return one.name in self.settled and self.settled[one.name] == self.now.get(one.name)

    def is_as_drawn(self, one: Field, key: str) -> bool:
        """Whether nobody touched a field since it was drawn, or it was not drawn yet."""
        return key not in st.session_state or (one.name in self.first and self._is_untouched(one, key))

    def _is_untouched(self, one: Field, key: str) -> bool:
        return _plain(st.session_state.get(key)) == _plain(self.first[one.name])

    def _is_one_value(self, one: Field, key: str) -> bool:
        return self._is_untouched(one, key) or _plain(st.session_state.get(key)) == _plain(self.now[one.name])


@dataclass(frozen=True)
class _Click:
    """A click that waits for what is kept now."""

    key: str  # of the form
    which: str | None  # of its buttons; None keeps
    versions: Mapping[str, int]  # which turned out to be of the past
    begun: Mapping[str, int]
    said: Mapping[str, str]  # what its fields said, in words
    again: bool = False  # the page was drawn anew for it


def seen(circle_id: str, version: int) -> None:
    """What this run shows of a circle is of this data version."""
    with apart():  # nothing that is drawn here depends on the others
        others = st.session_state.get(_SEEN, {})
    st.session_state[_SEEN] = others | {circle_id: version}


def versions() -> dict[str, int]:
    """The data versions of the board and its circles of which this run shows something."""
    seen_now: dict[str, int] = st.session_state.get(_SEEN, {})
    return seen_now | {this_person().board_id: st.session_state.get("data_version", 0)}


def waits_for(key: str, fields: Sequence[Field], keys: Keys) -> str | None:
    """Note what a form is drawn from, before its fields are drawn; which of its buttons waits for that ("" keeps)."""
    drawn = _note(key, fields, keys)
    waiting = st.session_state.get(_WAITING)
    if not isinstance(waiting, _Click) or waiting.key != key:
        return None
    if waiting.versions == drawn.versions:
        if not waiting.again:  # only a part of the page was drawn, from what it knew
            st.session_state[_WAITING] = replace(waiting, again=True)
            st.rerun()
        st.session_state[_drawn(key)] = replace(drawn, versions={})  # of a circle that this page does not read
    return waiting.which or ""


def wait(key: str, which: str | None, drawn: FormBasis, said: Mapping[str, str]) -> None:
    """Let the next run say what is kept now."""
    st.session_state[_WAITING] = _Click(key, which, drawn.versions, drawn.begun, said)


def forget() -> None:
    """Nothing waits, nothing is asked."""
    st.session_state.pop(_WAITING, None)
    st.session_state.pop(_ASKED, None)


def ask(key: str) -> None:
    """Let a form show what both made of it."""
    st.session_state[_ASKED] = key


def is_asked(key: str) -> bool:
    """Whether a form shows that."""
    return bool(st.session_state.get(_ASKED) == key)


def settled(key: str) -> FormBasis:
    """What a form was drawn from; what it showed of somebody else's change is seen and decided with this click."""
    drawn = FormBasis.of(key)
    if is_asked(key):
        drawn = replace(drawn, settled=dict(drawn.now))
        st.session_state[_drawn(key)] = drawn
    return drawn


def show(key: str, fields: Sequence[Field], keys: Keys) -> None:
    """Above the buttons: what somebody else made of it, beside one's own."""
    if not is_asked(key):
        return
    drawn = FormBasis.of(key)
    lines = [_("{who} changed this meanwhile. Choose what stays.").format(who=_who(drawn.begun))]
    for one in fields:
        if one.name not in drawn.first or drawn.now[one.name] == drawn.first[one.name]:
            continue
        mine, theirs = (plain(one.told(value)) for value in (st.session_state.get(keys(one.name)), drawn.now[one.name]))
        lines.append(
            _("- **{field}**: now ‘{theirs}’, yours ‘{mine}’").format(field=one.label, theirs=theirs, mine=mine)
            if one in drawn.open(keys, fields)
            else _("- **{field}**: now ‘{theirs}’; you left it alone").format(field=one.label, theirs=theirs)
        )
    st.info("\n".join([lines[0], "", *lines[1:]]), icon=":material/group:")


def show_lost() -> None:
    """On top of the page: a form is no longer there, for what it was about is gone; what was filled in is told."""
    lost = st.session_state.pop(_LOST, None)
    if not isinstance(lost, _Click):
        return
    head = _("{who} changed this meanwhile, and what you filled in has no place any more. Nothing was kept of it.")
    said = [f"- **{label}**: {plain(value)}" for label, value in lost.said.items()]
    st.info("\n".join([head.format(who=_who(lost.begun)), "", *said]), icon=":material/group:")


def runs() -> int:
    """How many runs of the whole page came to their end: what was done between two clicks tells itself by it."""
    return int(st.session_state.get(_RUNS, 0))


def end() -> None:
    """At the end of a run of the whole page: a click that still waits, waits for a form that is no longer drawn."""
    st.session_state[_RUNS] = runs() + 1
    waiting = st.session_state.pop(_WAITING, None)
    if waiting is not None:
        st.session_state[_LOST] = waiting
        st.rerun()


def _note(key: str, fields: Sequence[Field], keys: Keys) -> FormBasis:
    person = st.session_state.get("person")
    if person is None:  # nobody is signed in yet: the first board of an installation
        return FormBasis()
    before = FormBasis.of(key)
    now = {one.name: one.known for one in fields}
    shown = versions()
    # a field that the session does not hold is drawn for the first time, also after another page
    kept = {one.name for one in fields if keys(one.name) in st.session_state and one.name in before.first}
    first = {name: before.first[name] if name in kept else value for name, value in now.items()}
    begun = before.begun if kept else shown
    if begun == shown:  # nobody changed anything: what is known depends on something else that was chosen here
        now = first
    drawn = FormBasis(first, now, begun, shown, before.settled if kept else {})
    st.session_state[_drawn(key)] = drawn
    return drawn


def _who(begun: Mapping[str, int]) -> str:
    person = this_person()
    names = who_changed(person, open_database(), begun.get(person.board_id, 0))
    if not names or len(names) > _MOST_NAMES:
        return _("Somebody else")
    return _(" or ").join(plain(name) for name in names)


def _plain(value: object) -> object:
    """A value, however the browser writes it: texts without their ends, lists as tuples, nothing as nothing."""
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").strip()
    return tuple(value) if isinstance(value, list) else value or (None if value in ("", ()) else value)


def _drawn(key: str) -> str:
    """Where it is kept what a form was drawn from."""
    return f"drawn_{key}"
