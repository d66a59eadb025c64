"""Of what a drawing depends: noted while it is drawn, and asked again before it is shown again.

What is read of a session and what its fields say is noted by itself. Of the world outside (planning/core/outside.py)
nothing may be asked, but through `once`, which notes the answer, or under a key of its own (`apart`).
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, is_dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from types import FunctionType, NoneType
from typing import Any, Final, TypeVar, cast

from streamlit.runtime.state.common import RegisterWidgetResult, WidgetMetadata
from streamlit.runtime.state.query_params import QueryParams
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX, SessionState

from planning.core.outside import heard_by

T = TypeVar("T")
_PLAIN: Final = (NoneType, bool, int, float, str, bytes, date, time, timedelta, Decimal, Enum, FunctionType, type)


class _Nothing(Enum):
    """What a session holds under a name that it does not know."""

    NOTHING = "nothing"


NOTHING: Final = _Nothing.NOTHING


class _ChangeableError(Exception):
    """A value may change without being another: nobody can tell whether it is as it was."""


@dataclass
class Notes:
    """What a drawing depends on and does, beside what it sends."""

    reads: dict[str, Any] = field(default_factory=dict)  # of the session and its address: name -> what it was at first
    writes: dict[str, tuple[Any, Any]] = field(default_factory=dict)  # name -> what it was made, and as it was then
    fields: dict[str, str | None] = field(default_factory=dict)  # each field drawn -> the key it has
    asked: dict[Hashable, tuple[Callable[[], Any], Any]] = field(default_factory=dict)  # name -> question and answer
    why_not: str = ""  # why it cannot be shown again

    def spoil(self, why: str) -> None:
        """It has to be drawn every time."""
        self.why_not = self.why_not or why

    @property
    def is_for_all(self) -> bool:
        """Whether it depends on nothing of a session and asks nothing outside: it is the same for everybody."""
        return not (self.reads or self.writes or self.fields or self.asked or self.why_not)

    def read(self, name: str, value: object) -> None:
        """The session was read: what the drawing itself made of it does not count."""
        if name in self.reads or self._makes(name) or name.startswith(STREAMLIT_INTERNAL_KEY_PREFIX):
            return
        try:
            self.reads[name] = as_fixed(value)
        except _ChangeableError as error:
            self.spoil(f"{name} is a {error}")

    def wrote(self, name: str, value: object) -> None:
        """The session was changed."""
        try:
            self.writes[name] = value, as_fixed(value)
        except _ChangeableError as error:
            self.spoil(f"{name} is made a {error}")

    def _makes(self, name: str) -> bool:
        """Whether it is the drawing itself that made it what it is."""
        return name in self.writes or name in self.fields.values()

    def take_over(self, inner: "Notes") -> None:
        """What a drawing inside this one depends on, this one does."""
        for name, value in inner.reads.items():
            if not self._makes(name):
                self.reads.setdefault(name, value)
        self.writes |= inner.writes
        self.fields |= inner.fields
        self.asked |= inner.asked
        self.spoil(inner.why_not)

    def hold(self, state: SafeSessionState) -> bool:
        """Whether all is as it was when this was noted."""
        if self.why_not:
            return False
        with state._lock:
            session = state._state
            changed = session._new_session_state
            if any(key in changed for key in self.fields.values()):  # the browser is to be told what a field says
                return False
            if any(not _is_as_it_was(_held(session, name), value) for name, value in self.reads.items()):
                return False
        if any(not _is_as_it_was(value, then) for value, then in self.writes.values()):
            return False
        return all(_is_as_it_was(once(name, ask), answer) for name, (ask, answer) in self.asked.items())

    def write_again(self, state: SafeSessionState) -> None:
        """Do to the session what drawing did."""
        for name, (value, _then) in self.writes.items():
            if value is not NOTHING:
                state[name] = value
            elif name in state:
                del state[name]


_notes: Final[ContextVar[Notes | None]] = ContextVar("notes", default=None)
_answers: Final[ContextVar[dict[Hashable, Any] | None]] = ContextVar("answers", default=None)


@contextmanager
def noting(notes: Notes | None) -> Iterator[None]:
    """Note in these, until the end; nowhere, where a key says of what the answer depends."""
    token = _notes.set(notes)
    try:
        with heard_by(None if notes is None else lambda what: notes.spoil(f"it asks {what}")):
            yield
    finally:
        _notes.reset(token)


def apart() -> AbstractContextManager[None]:
    """What is asked here is kept under a key of its own: no drawing depends on it by itself."""
    return noting(None)


@contextmanager
def one_run() -> Iterator[None]:
    """What is asked `once` holds until the end."""
    token = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(token)


def once(name: Hashable, ask: Callable[[], T]) -> T:
    """What is asked anew in every run, and only once in it: what is drawn holds for as long as the answer is the same.

    `name` tells it from other questions of a run. `ask` may keep nothing of this run: it is asked again in others.
    """
    answers = _answers.get()
    if answers is None:
        answers = {}
    if name not in answers:
        with apart():
            answers[name] = ask()
    if (notes := _notes.get()) is not None:
        notes.asked.setdefault(name, (ask, answers[name]))
    return cast(T, answers[name])


class NotingState(SafeSessionState):
    """A session's state that notes what is read and changed of it while something is drawn."""

    def __init__(self, state: SafeSessionState) -> None:
        super().__init__(state._state, state._yield_callback)
        object.__setattr__(self, "_lock", state._lock)

    @property
    def filtered_state(self) -> "_ByName":  # type: ignore[override]
        """All that a session holds: of Streamlit's, which looks up one name only, without gathering the others."""
        return _ByName(self)

    def register_widget(self, metadata: WidgetMetadata[T], user_key: str | None) -> RegisterWidgetResult[T]:
        """A field is drawn: what it says is read."""
        result = super().register_widget(metadata, user_key)
        if (notes := _notes.get()) is not None:
            if result.value_changed:  # the browser is told what it says, once
                notes.spoil(f"{metadata.id} is told what it says")
            notes.read(metadata.id, _held(self._state, metadata.id))
            notes.fields[metadata.id] = user_key
        return result

    def reset_state_value(self, user_key: str, value: Any | None) -> None:
        """Streamlit changes what a field says."""
        if (notes := _notes.get()) is not None:
            notes.spoil(f"{user_key} is reset")
        super().reset_state_value(user_key, value)

    def __getitem__(self, key: str) -> Any:
        value = self._noted(key)
        return super().__getitem__(key) if value is NOTHING else value

    def __contains__(self, key: str) -> bool:
        return self._noted(key) is not NOTHING

    def __setitem__(self, key: str, value: Any) -> None:
        super().__setitem__(key, value)
        if (notes := _notes.get()) is not None:
            notes.wrote(key, value)

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)
        if (notes := _notes.get()) is not None:
            notes.wrote(key, NOTHING)

    def _noted(self, key: str) -> Any:
        self._yield_callback()
        with self._lock:
            value = _held(self._state, key)
        if (notes := _notes.get()) is not None:
            notes.read(key, value)
        return value

    @contextmanager
    def query_params(self) -> Iterator[QueryParams]:
        """The address is read; where it is changed, the browser is told."""
        with super().query_params() as query:
            yield query if _notes.get() is None else cast(QueryParams, _NotedAddress(query))


class _NotedAddress:
    """What the address asks: what is read of it is noted under its name, with a question mark."""

    def __init__(self, query: QueryParams) -> None:
        self._query = query

    def __getitem__(self, key: str) -> str:
        self._note("?" + key, self._query._query_params.get(key, NOTHING))
        return self._query[key]

    def __setitem__(self, key: str, value: str) -> None:
        self._query[key] = value

    def __delitem__(self, key: str) -> None:
        self._note("?" + key, self._query._query_params.get(key, NOTHING))
        del self._query[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whole(), name)

    def _whole(self) -> QueryParams:
        self._note("?", str(self._query))
        return self._query

    def _note(self, name: str, value: object) -> None:
        if (notes := _notes.get()) is not None:
            notes.read(name, value)


class _ByName(Mapping[str, Any]):
    """What a session holds, looked up by name; whoever wants all of it has to draw every time."""

    def __init__(self, state: SafeSessionState) -> None:
        self._safe = state

    def __getitem__(self, key: str) -> Any:
        with self._safe._lock:
            return self._safe._state[key]

    def __iter__(self) -> Iterator[str]:
        if (notes := _notes.get()) is not None:
            notes.spoil("it looks at all that the session holds")
        with self._safe._lock:
            return iter(self._safe._state.filtered_state)

    def __len__(self) -> int:
        return sum(1 for _name in self)


def _held(session: SessionState, name: str) -> Any:
    if name.startswith("?"):
        query = session.query_params
        return query._query_params.get(name[1:], NOTHING) if name[1:] else str(query)
    try:
        return session[name]
    except KeyError:
        return NOTHING


def _is_as_it_was(value: object, then: object) -> bool:
    """Whether a value is what was noted of it."""
    if value is then:
        return True
    try:
        now = as_fixed(value)
        return type(now) is type(then) and bool(now == then)
    except (_ChangeableError, ValueError):  # ValueError: of tables nobody says whether they are the same
        return False


def as_fixed(value: Any) -> Any:
    """A value that stays what it is, as it is; a list, a dictionary or a set as what it holds at this moment.

    Raises _ChangeableError for what may change without being another.
    """
    kind: type = type(value)
    if _is_plain(kind):
        return value
    if isinstance(value, tuple | frozenset):
        for one in value:
            as_fixed(one)
        return value
    if isinstance(value, list):
        return kind, tuple(map(as_fixed, value))
    if isinstance(value, set):
        return kind, frozenset(map(as_fixed, value))
    if isinstance(value, dict):
        return kind, tuple((name, as_fixed(held)) for name, held in value.items())
    raise _ChangeableError(kind.__name__)


@cache
def _is_plain(kind: type) -> bool:
    """Whether values of this kind stay what they are; the house makes its values of frozen dataclasses."""
    return issubclass(kind, _PLAIN) or (is_dataclass(kind) and kind.__dataclass_params__.frozen)  # type: ignore[attr-defined]
