"""What was chosen or read and waits for a decision, in this session's memory only: never kept, never logged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeVar

import streamlit as st

from pages.parts.frame import now, this_person
from pages.server.session import UploadedFile, forget_upload

T = TypeVar("T")
IDLE: Final = timedelta(minutes=30)


@dataclass(frozen=True)
class WaitingFile:
    """A file by its name and content."""

    name: str
    content: bytes


@dataclass
class _WaitingItem:
    what: object
    person_id: str
    seen: datetime  # when it was last on the screen


def wait(place: str, what: object) -> None:
    """Let something wait at a place until this person decides about it."""
    st.session_state[_key(place)] = _WaitingItem(what, this_person().person_id, now())


def waiting(place: str, sort: type[T]) -> T | None:
    """What waits at a place, if any. What another person left, or what was left alone for half an hour, is dropped."""
    found = st.session_state.get(_key(place))
    if not isinstance(found, _WaitingItem) or not isinstance(found.what, sort):
        return None
    if found.person_id != this_person().person_id or now() - found.seen > IDLE:
        forget(place)
        return None
    found.seen = now()
    return found.what


def choose(place: str, label: str, types: Sequence[str], most: int = 10) -> None:
    """Let a file of at most so many MB be chosen; it then waits."""
    chosen = st.file_uploader(
        label, list(types), key=uploader_key(place), max_upload_size=most, label_visibility="collapsed"
    )
    if chosen is not None:
        wait(place, *take(place, chosen))
        st.rerun()


def uploader_key(place: str) -> str:
    """The key of the uploader of a place; it starts anew when its files were taken."""
    return f"{place}_upload_{st.session_state.get(_taken(place), 0)}"


def take(place: str, *chosen: UploadedFile) -> list[WaitingFile]:
    """The files that were chosen; Streamlit's own copies are dropped."""
    files = [WaitingFile(file.name, file.getvalue()) for file in chosen]
    for file in chosen:
        forget_upload(file)
    st.session_state[_taken(place)] = st.session_state.get(_taken(place), 0) + 1
    return files


def forget(place: str) -> None:
    """Drop what waits: kept, not wanted, or left behind."""
    st.session_state.pop(_key(place), None)


def forget_all() -> None:
    """Drop all that waits: another page or part is shown."""
    for name in [name for name in st.session_state if isinstance(st.session_state[name], _WaitingItem)]:
        st.session_state.pop(name)


def _key(place: str) -> str:
    return f"waiting_{place}"


def _taken(place: str) -> str:
    return f"{_key(place)}_taken"
