"""What was drawn once is shown again as it was sent: the messages of a card, kept, and put in the queue as they are.

Drawing an element makes, fills, copies and hashes a message of Streamlit's; to show it again takes a tenth of that.
st.cache_resource shows again as well, but draws anew from what it noted, at the price of drawing.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Final

from streamlit.cursor import RunningCursor
from streamlit.delta_generator_singletons import get_dg_singleton_instance
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ThreadState

from pages.parts.kept import AnswerCache


@dataclass(frozen=True)
class Drawing:
    """What was sent, in order, and how many places of its container it took."""

    messages: tuple[ForwardMsg, ...]
    places: int


class _MustBeDrawnError(Exception):
    """What was drawn is no card: it is on the screen, and will be drawn anew."""


drawings: Final = AnswerCache[Drawing](2000)


def replay(key: Hashable, draw: Callable[[], None]) -> None:
    """Show what `draw` drew under this key, and have it draw where nothing is kept.

    What holds a field or a button is drawn every time: it answers in the run that draws it. Not for pictures: their
    files go with the session that drew them.
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
        fresh.append(Drawing(tuple(sent), cursor.index - path[-1]))
        return fresh[0]

    # where it stands is part of each message
    try:
        kept = drawings.answer((key, path, run.active_script_hash, run.fragment_id), made)
    except _MustBeDrawnError:
        return
    if fresh:
        return
    for message in kept.messages:
        if message.metadata.cacheable:
            context.enqueue(message)  # a large one, which the browser may have already
        else:
            context._enqueue(message)
    cursor._index += kept.places
    cursor._transient_index = None


def _answers(message: ForwardMsg) -> bool:
    """Whether what is sent is something that a person answers with."""
    element = message.delta.new_element
    kind = element.WhichOneof("type")
    part: Any = getattr(element, kind) if kind else None
    shows_only = kind == "plotly_chart" and not part.selection_mode
    return bool(getattr(part, "id", "")) and not shows_only
