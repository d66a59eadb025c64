"""The upload under way: in this session's memory only, gone after confirming or leaving."""

from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from pages.parts.frame import Frame
from pages.parts.session import open_database
from planning.inventory.service import Preview, preview

KEY = "upload"


@dataclass
class Upload:
    """A workbook and what its coordinator said about it so far."""

    school_id: str
    name: str
    content: bytes
    counted_on: date | None = None
    mapping: dict[tuple[str, str], str | None] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    read: tuple[object, Preview] | None = None  # the last preview and what it was made from


def current(school_id: str) -> Upload | None:
    """The upload under way for this school."""
    found = st.session_state.get(KEY)
    return found if isinstance(found, Upload) and found.school_id == school_id else None


def begin(school_id: str, name: str, content: bytes) -> None:
    """Start with a workbook that was just chosen; the widget that chose it starts anew."""
    st.session_state[KEY] = Upload(school_id, name, content)
    st.session_state["uploads"] = st.session_state.get("uploads", 0) + 1


def drop() -> None:
    """Forget the workbook and what was said about it."""
    st.session_state.pop(KEY, None)


def look(frame: Frame, upload: Upload, today: date) -> Preview:
    """What confirming would do, read anew only when the person or the data changed something. Raises FileRefused."""
    made_from = (
        upload.counted_on,
        tuple(upload.mapping.items()),
        tuple(upload.answers.items()),
        open_database().data_version(frame.person.board_id),
    )
    if upload.read is None or upload.read[0] != made_from:
        found = preview(
            frame.person,
            open_database(),
            upload.school_id,
            upload.content,
            upload.name,
            today,
            counted_on=upload.counted_on,
            mapping=upload.mapping,
            answers=upload.answers,
        )
        upload.read = (made_from, found)
    return upload.read[1]
