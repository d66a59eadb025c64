"""What a click does is done as a whole, and one click after the other.

Of a double click Streamlit stops the run of the first and begins that of the second beside it: the first was cut off at
the next look into the session, with what it changed already kept, while the second changed it once more.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock, RLock
from time import monotonic
from typing import Any, Final
from weakref import WeakValueDictionary

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.state.session_state import SessionState

from planning.core.database import forget_kept, is_something_kept


class _Turn:
    """Whose click it is, in a session."""

    def __init__(self) -> None:
        self.lock = RLock()


_KEPT: Final = "click_kept"
_MOMENT: Final = 10
"""Seconds in which somebody still means the click before, when they are told that it failed."""
_LOCK: Final = Lock()
_turns: Final[WeakValueDictionary[str, _Turn]] = WeakValueDictionary()
_whole: Final = ContextVar("whole", default=False)


@contextmanager
def whole() -> Iterator[None]:
    """No run of this session that comes meanwhile cuts off what is done here, or does anything beside it."""
    context = get_script_run_ctx(suppress_warning=True)
    with _LOCK:
        turn = _turns.setdefault(context.session_id if context else "", _Turn())
    with turn.lock:
        token = _whole.set(True)
        try:
            yield
        finally:
            _whole.reset(token)


def may_be_kept() -> bool:
    """Whether what somebody did a moment ago changed something, also where a run failed since."""
    return is_something_kept() or monotonic() - st.session_state.get(_KEPT, -_MOMENT) < _MOMENT


def take_clicks_whole() -> None:
    """Have Streamlit do so with all that a click calls (`on_click`, `on_change`)."""
    begin, give_way = SessionState.on_script_will_rerun, ScriptRunner._maybe_handle_execution_control_request

    def begin_whole(self: SessionState, *what: Any, **how: Any) -> None:
        with whole():
            forget_kept()
            try:
                begin(self, *what, **how)
            finally:
                if is_something_kept():
                    self[_KEPT] = monotonic()

    def give_way_between(self: ScriptRunner) -> None:
        if not _whole.get():
            give_way(self)

    SessionState.on_script_will_rerun = begin_whole  # type: ignore[method-assign]
    ScriptRunner._maybe_handle_execution_control_request = give_way_between  # type: ignore[method-assign]
