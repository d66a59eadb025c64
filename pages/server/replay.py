"""What was drawn once is shown again as it was sent: the messages of a card, kept, and put in the queue as one.

Drawing an element makes, fills, copies and hashes a message of Streamlit's, and each message has a turn of its own on
the way to the browser; to show it again takes a tenth of the one and nearly nothing of the other.
st.cache_resource shows again as well, but draws anew from what it noted, at the price of drawing.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, Final, Literal

from streamlit import runtime
from streamlit.cursor import RunningCursor
from streamlit.delta_generator_singletons import get_dg_singleton_instance
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext, ThreadState

from pages.parts.kept import AnswerCache
from pages.server.sending import Frames


@dataclass(frozen=True)
class Together:
    """Messages that Streamlit's queue takes for one, up to MessageBatcher, which sends each by itself."""

    messages: Sequence[ForwardMsg]

    def HasField(self, _name: str) -> Literal[False]:  # noqa: N802 - as a ForwardMsg is asked
        """No: never put together with a message before it."""
        return False

    def WhichOneof(self, _name: str) -> str:  # noqa: N802
        """Elements and blocks of the page."""
        return "delta"

    @property
    def delta(self) -> Delta:
        """For the fragment in which all of them were drawn."""
        return self.messages[0].delta

    def SerializeToString(self) -> Frames:  # noqa: N802
        """What goes over the wire."""
        return self._frames

    @cached_property
    def _frames(self) -> Frames:
        return Frames(message.SerializeToString() for message in self.messages)


@dataclass(frozen=True)
class Drawing:
    """What was sent, in order, how many places of its container it took, and what its buttons hand out."""

    parts: tuple[Together | ForwardMsg, ...]
    places: int
    downloads: Mapping[str, Any]


class _MustBeDrawnError(Exception):
    """What was drawn is no card: it is on the screen, and will be drawn anew."""


drawings: Final = AnswerCache[Drawing](2000)


def replay(key: Hashable, draw: Callable[[], None]) -> None:
    """Show what `draw` drew under this key, and have it draw where nothing is kept.

    What holds a field or a button is drawn every time: it answers in the run that draws it. A button that hands out a
    file of data kept under the same key is kept. Not for pictures: their files go with the session that drew them.
    """
    context = get_script_run_ctx()
    cursor = get_dg_singleton_instance().main_dg._active_dg._cursor
    if context is None or not isinstance(cursor, RunningCursor):
        draw()
        return
    run, path = ThreadState.get(), tuple(cursor.delta_path)
    if run.fragment_id and path[: len(run.delta_path or ())] != run.delta_path:
        draw()  # written from a fragment to elsewhere: Streamlit moves it
        return
    fresh: list[Drawing] = []

    def made() -> Drawing:
        sent: list[ForwardMsg] = []
        enqueue = context.enqueue

        def noted(message: ForwardMsg) -> None:
            sent.append(message)
            enqueue(message)

        context.enqueue = noted  # type: ignore[assignment, method-assign]
        try:
            draw()
        finally:
            context.enqueue = enqueue  # type: ignore[method-assign]
        if any(map(_answers, sent)):
            raise _MustBeDrawnError
        fresh.append(Drawing(_parts(sent), cursor.index - path[-1], _downloads(sent)))
        return fresh[0]

    # where it stands is part of each message
    try:
        kept = drawings.answer((key, path, run.active_script_hash, run.fragment_id), made)
    except _MustBeDrawnError:
        return
    if fresh:
        return
    _show(kept, context)
    cursor._index += kept.places
    cursor._transient_index = None


def _show(kept: Drawing, context: ScriptRunContext) -> None:
    enqueue: Callable[[Any], None] = context._enqueue
    is_served = type(getattr(enqueue, "__self__", None)) is ScriptRunner  # a test's reads the messages itself
    for part in kept.parts:
        if isinstance(part, ForwardMsg):
            context.enqueue(part)
        elif is_served:
            enqueue(part)
        else:
            for message in part.messages:
                enqueue(message)
    if kept.downloads:
        files = runtime.get_instance().media_file_mgr
        with files._lock:  # Streamlit forgets at every run what the one before it offered
            files._deferred_callables.update(kept.downloads)
            files._files_by_session_and_coord[context.session_id].update(
                (offered["coordinates"], file_id) for file_id, offered in kept.downloads.items()
            )


def _parts(sent: Sequence[ForwardMsg]) -> tuple[Together | ForwardMsg, ...]:
    """In order: what is sent together, and by itself what is so large that the browser may be told its hash only."""
    parts: list[Together | ForwardMsg] = []
    for alone, group in groupby(sent, lambda message: message.metadata.cacheable):
        messages = tuple(group)
        parts += messages if alone else [Together(messages)]
    return tuple(parts)


def _downloads(sent: Sequence[ForwardMsg]) -> Mapping[str, Any]:
    """What the buttons among these messages hand out, by the name under which the browser asks for it."""
    elements = (message.delta.new_element for message in sent)
    asked = (one.download_button.deferred_file_id for one in elements if one.WhichOneof("type") == "download_button")
    offered = runtime.get_instance().media_file_mgr._deferred_callables if runtime.exists() else {}
    return {file_id: offered[file_id] for file_id in asked if file_id in offered}


def _answers(message: ForwardMsg) -> bool:
    """Whether what is sent is something that a person answers with."""
    element = message.delta.new_element
    kind = element.WhichOneof("type")
    part: Any = getattr(element, kind) if kind else None
    shows_only = (kind == "plotly_chart" and not part.selection_mode) or (
        kind == "download_button" and part.ignore_rerun and not part.url
    )
    return bool(getattr(part, "id", "")) and not shows_only
