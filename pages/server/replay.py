"""What was drawn once is shown again as it was sent, while all it depends on is as it was: its messages, kept as one.

Drawing an element makes, fills, copies and hashes a message of Streamlit's, and each message has a turn of its own on
the way to the browser; to show it again takes a tenth of the one and nearly nothing of the other. A drawing that
depends on its key alone is everybody's; one that holds fields or buttons, or read the session, is of the session that
drew it, and holds until a field or anything else it read says something else (pages/server/noting.py).
st.cache_resource shows again as well, but draws anew from what it noted, at the price of drawing.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final, Literal
from weakref import WeakValueDictionary

from streamlit import runtime
from streamlit.cursor import RunningCursor
from streamlit.delta_generator_singletons import get_dg_singleton_instance
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.RootContainer_pb2 import RootContainer
from streamlit.runtime.forward_msg_cache import create_reference_msg
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext, ThreadState
from streamlit.runtime.scriptrunner_utils.thread_safe_set import ThreadSafeSet
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX

from pages.parts.kept import AnswerCache
from pages.server.noting import Notes, NotingState, noting, once
from pages.server.sending import Frames

SHOWN_AGAIN: Final = frozenset(
    (
        *("alert", "arrow_data_frame", "button", "button_group", "checkbox", "date_input", "download_button", "empty"),
        *("file_uploader", "heading", "html", "imgs", "link_button", "markdown", "metric", "multiselect"),
        *("number_input", "page_link", "plotly_chart", "progress", "radio", "selectbox", "slider", "table"),
        *("text", "text_area", "text_input", "time_input"),
    )
)
"""The elements that are what their message says: no note that is shown once, nothing whose data goes with a session."""
_OWN: Final = f"{STREAMLIT_INTERNAL_KEY_PREFIX}_DRAWINGS"


@dataclass(frozen=True, eq=False)
class Together:
    """Messages that Streamlit's queue takes for one, up to MessageBatcher, which sends each by itself."""

    frames: Frames
    delta: Delta
    """For the fragment in which all of them were drawn."""

    def HasField(self, _name: str) -> Literal[False]:  # noqa: N802 - as a ForwardMsg is asked
        """No: never put together with a message before it."""
        return False

    def WhichOneof(self, _name: str) -> str:  # noqa: N802
        """Elements and blocks of the page."""
        return "delta"

    def SerializeToString(self) -> Frames:  # noqa: N802
        """What goes over the wire."""
        return self.frames


@dataclass(frozen=True, eq=False)
class Large:
    """A message so large that a browser which has it is told its hash only."""

    message: ForwardMsg


Part = Together | Large
Counted = tuple[frozenset[str], ...]
"""What Streamlit counts in a run: fields, their keys, forms, fragments."""


@dataclass(frozen=True)
class Drawing:
    """What was sent, in order, how many places of its container it took, and what it depends on."""

    parts: tuple[Part, ...]
    places: int
    downloads: Mapping[str, Any]  # what its buttons hand out, by the name under which the browser asks for it
    counted: Counted
    notes: Notes
    styles: tuple[int, int] = (0, 0)  # the places of its styles, which stand beside the page: from, and up to

    def holds(self, context: ScriptRunContext) -> bool:
        """Whether it can be shown again in this run."""
        begin, end = self.styles
        return self.notes.hold(context.session_state) and (begin == end or begin == _styles(context))


@dataclass
class _UnderWay:
    """What is gathered while something is drawn, maybe inside something else."""

    around: "_UnderWay | None"
    notes: Notes = field(default_factory=Notes)
    sent: list[Part | ForwardMsg] = field(default_factory=list)
    downloads: dict[str, Any] = field(default_factory=dict)

    @property
    def depth(self) -> int:
        return 1 if self.around is None else self.around.depth + 1


drawings: Final = AnswerCache[Drawing | None](2000)
"""Those of everybody; None where each session has its own."""
_under_way: Final[ContextVar[_UnderWay | None]] = ContextVar("under_way", default=None)
_parts: Final[WeakValueDictionary[Hashable, Part]] = WeakValueDictionary()
"""Sessions that show the same hold the same."""


def replay(key: Hashable, draw: Callable[[], None], *, shared: bool = True) -> None:
    """Show what `draw` drew under this key, and have it draw where nothing is kept or what it depends on has changed.

    The key says what it tells of beside the session. `shared`: whether it may be the same for everybody. A button that
    hands out a file of data kept under the same key is kept.
    """
    context = get_script_run_ctx()
    cursor = get_dg_singleton_instance().main_dg._active_dg._cursor
    if context is None or not isinstance(cursor, RunningCursor):
        draw()
        return
    run, path, around = ThreadState.get(), tuple(cursor.delta_path), _under_way.get()
    if run.fragment_id and path[: len(run.delta_path or ())] != run.delta_path:
        draw()  # written from a fragment to elsewhere: Streamlit moves it
        return
    if not isinstance(context.session_state, NotingState):
        context.session_state = NotingState(context.session_state)
    here = path, run.active_script_hash, run.fragment_id  # where it stands is part of each message
    place = here, around.depth if around else 0
    drew = False

    def made() -> Drawing | None:
        nonlocal drew
        drew = True
        drawing = _draw(context, cursor, _UnderWay(around), draw)
        if shared and drawing.notes.is_for_all:
            return drawing
        if drawing.places:  # where nothing is drawn, the next card stands at the same place
            _own(context)[place] = key, drawing
        return None

    kept = drawings.answer((key, here), made) if shared else None
    if drew:
        return
    if kept is None:
        known, kept = _own(context).get(place, (None, None))
        if kept is None or known != key or not kept.holds(context):
            made()
            return
    _show(kept, context, around)
    cursor._index += kept.places
    cursor._transient_index = None


def ask_again() -> None:
    """Ask at once what the drawings of this session ask at every run, where it is to be of one moment."""
    if (context := get_script_run_ctx()) is not None:
        for _key, drawing in _own(context).values():
            for name, (ask, _answer) in drawing.notes.asked.items():
                once(name, ask)


def forget_own() -> None:
    """Another page is shown: what only this session was shown goes."""
    if (context := get_script_run_ctx()) is not None:
        _own(context).clear()


def _own(context: ScriptRunContext) -> dict[Hashable, tuple[Hashable, Drawing]]:
    """The last drawing of each place, with its key, where it is this session's own."""
    session = context.session_state._state
    if _OWN not in session:
        session._new_session_state[_OWN] = {}
    own: dict[Hashable, tuple[Hashable, Drawing]] = session[_OWN]
    return own


def _draw(context: ScriptRunContext, cursor: RunningCursor, drawn: _UnderWay, draw: Callable[[], None]) -> Drawing:
    begun, before, styles = tuple(cursor.delta_path), _counted(context), _styles(context)
    try:
        with _gathering(context, drawn), noting(drawn.notes):
            draw()
    finally:
        if drawn.around is not None:
            drawn.around.notes.take_over(drawn.notes)
    alone = [one for one in drawn.sent if isinstance(one, ForwardMsg)]
    for message in alone:
        drawn.notes.spoil(_why_not(message, begun))
    if drawn.notes.why_not:
        return Drawing((), 0, {}, (), drawn.notes)
    return Drawing(
        _put_together(drawn.sent),
        cursor.index - begun[-1],
        drawn.downloads | _downloads(alone),
        tuple(after - known for known, after in zip(before, _counted(context), strict=True)),
        drawn.notes,
        (styles, _styles(context)),
    )


@contextmanager
def _gathering(context: ScriptRunContext, drawn: _UnderWay) -> Iterator[None]:
    """Gather what is sent, until the end."""
    enqueue = context.enqueue

    def noted(msg: ForwardMsg) -> None:
        drawn.sent.append(msg)
        enqueue(msg)

    context.enqueue = noted  # type: ignore[method-assign]
    token = _under_way.set(drawn)
    try:
        yield
    finally:
        context.enqueue = enqueue  # type: ignore[method-assign]
        _under_way.reset(token)


def _show(kept: Drawing, context: ScriptRunContext, around: _UnderWay | None) -> None:
    if around is not None:
        around.notes.take_over(kept.notes)
    while around is not None:
        around.sent += kept.parts
        around.downloads |= kept.downloads
        around = around.around
    enqueue: Callable[[Any], None] = context._enqueue
    is_served = type(getattr(enqueue, "__self__", None)) is ScriptRunner  # a test's reads the messages itself
    for part in kept.parts:
        if isinstance(part, Large):
            known = part.message.hash in context.cached_message_hashes
            enqueue(create_reference_msg(part.message) if known else part.message)
        elif is_served:
            enqueue(part)
        else:
            for frame in part.frames.each:
                enqueue(ForwardMsg.FromString(frame))
    for counted, more in zip(_counts(context), kept.counted, strict=True):
        with counted._lock:
            counted._data |= more
    begin, end = kept.styles
    if begin != end:
        context.cursors[RootContainer.EVENT]._index = end
    kept.notes.write_again(context.session_state)
    if kept.downloads:
        files = runtime.get_instance().media_file_mgr
        with files._lock:  # Streamlit forgets at every run what the one before it offered
            files._deferred_callables.update(kept.downloads)
            files._files_by_session_and_coord[context.session_id].update(
                (offered["coordinates"], file_id) for file_id, offered in kept.downloads.items()
            )


def _styles(context: ScriptRunContext) -> int:
    """The next place beside the page."""
    cursor = context.cursors.get(RootContainer.EVENT)
    return cursor.index if cursor else 0


def _counts(context: ScriptRunContext) -> tuple[ThreadSafeSet[str], ...]:
    run = context.shared
    return run.widget_ids_this_run, run.widget_user_keys_this_run, run.form_ids_this_run, run.new_fragment_ids


def _counted(context: ScriptRunContext) -> Counted:
    return tuple(one.snapshot() for one in _counts(context))


def _put_together(sent: Iterable[Part | ForwardMsg]) -> tuple[Part, ...]:
    """In order: what one fragment sends between two large messages is one."""
    parts: list[Part] = []
    for fragment, group in groupby(sent, _fragment_of):
        if fragment is None:
            parts += [one if isinstance(one, Large) else _large(one) for one in group]  # type: ignore[arg-type]
            continue
        frames = Frames(frame for one in group for frame in _frames_of(one))
        parts.append(_parts.setdefault((frames, fragment), Together(frames, Delta(fragment_id=fragment))))
    return tuple(parts)


def _fragment_of(one: Part | ForwardMsg) -> str | None:
    """The fragment of what is put together with others of it; None of a large message."""
    if isinstance(one, Large) or (isinstance(one, ForwardMsg) and one.metadata.cacheable):
        return None
    return one.delta.fragment_id


def _frames_of(one: Part | ForwardMsg) -> tuple[bytes, ...]:
    if isinstance(one, Together):
        return one.frames.each
    assert isinstance(one, ForwardMsg)
    return (one.SerializeToString(),)


def _large(message: ForwardMsg) -> Part:
    return _parts.setdefault((message.hash, message.metadata.SerializeToString()), Large(message))


def _downloads(sent: Iterable[ForwardMsg]) -> dict[str, Any]:
    """What the buttons among these messages hand out, by the name under which the browser asks for it."""
    elements = (message.delta.new_element for message in sent)
    asked = [one.download_button.deferred_file_id for one in elements if one.WhichOneof("type") == "download_button"]
    offered = runtime.get_instance().media_file_mgr._deferred_callables if asked and runtime.exists() else {}
    return {file_id: offered[file_id] for file_id in asked if file_id in offered}


def _why_not(message: ForwardMsg, begun: tuple[int, ...]) -> str:
    """Why this message cannot be sent again; "" where it can."""
    said, what, path = message.WhichOneof("type"), message.delta.WhichOneof("type"), tuple(message.metadata.delta_path)
    element = message.delta.new_element
    kind = element.WhichOneof("type") or "nothing"
    if said != "delta" or (what == "new_element" and kind not in SHOWN_AGAIN) or what == "new_transient":
        return f"it sends {said}, {what}, {kind}"
    is_style = kind == "html" and path[:-1] == (RootContainer.EVENT,)
    if not is_style and (path[: len(begun) - 1] != begun[:-1] or path < begun):
        return "it draws elsewhere"
    if (kind == "download_button" and element.download_button.url) or (
        kind == "imgs" and any(one.url.startswith("/media/") for one in element.imgs.imgs)
    ):
        return f"the file of its {kind} goes with the session"
    return ""
