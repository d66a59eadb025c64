"""A file that was chosen and waits for a decision, in this session's memory only: never kept, never logged."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from pages.parts.session import forget_upload


@dataclass(frozen=True)
class WaitingFile:
    """A file by its name and content."""

    name: str
    content: bytes


def waiting(place: str) -> WaitingFile | None:
    """The file that waits at a place, if any."""
    found = st.session_state.get(_key(place))
    return found if isinstance(found, WaitingFile) else None


def choose(place: str, label: str, types: Sequence[str]) -> None:
    """Let a file be chosen; it then waits and Streamlit's own copy is dropped."""
    round_key = f"{_key(place)}_round"
    chosen = st.file_uploader(
        label,
        list(types),
        key=f"{place}_upload_{st.session_state.get(round_key, 0)}",
        max_upload_size=10,
        label_visibility="collapsed",
    )
    if chosen is not None:
        st.session_state[_key(place)] = WaitingFile(chosen.name, chosen.getvalue())
        st.session_state[round_key] = st.session_state.get(round_key, 0) + 1
        forget_upload(chosen)
        st.rerun()


def forget(place: str) -> None:
    """Drop the file: kept, not wanted, or left behind."""
    st.session_state.pop(_key(place), None)


def forget_all() -> None:
    """Drop every file that waits: another page or part is shown."""
    for name in [name for name in st.session_state if isinstance(st.session_state[name], WaitingFile)]:
        st.session_state.pop(name)


def _key(place: str) -> str:
    return f"waiting_{place}"
