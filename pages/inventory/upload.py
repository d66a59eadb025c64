"""The upload under way: in this session's memory only, gone after confirming, leaving or half an hour of nothing."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

import streamlit as st

from pages.inventory.kept import forget_kept
from pages.parts.frame import Frame, now, this_person
from pages.server.away import fragment
from pages.server.session import open_database
from planning.inventory.guidance import UNGUIDED, Guidance
from planning.inventory.service import Preview, previews

KEY: Final = "upload"
IDLE: Final = timedelta(minutes=30)
LOOKED_AT: Final = timedelta(minutes=5)


@dataclass
class Upload:
    """A workbook and what its coordinator said about it so far."""

    school_id: str
    name: str
    content: bytes
    person_id: str
    seen: datetime  # when somebody last did something with it
    guidance: Guidance = UNGUIDED
    confirmed: set[str] = field(default_factory=set)  # schools of the list whose inventory is kept already
    read: tuple[object, tuple[Preview, ...]] | None = None  # the last previews and what they were made from

    def use_no_earlier_choices(self) -> None:
        """Read the list as if it were the first of its shape."""
        self.guidance = replace(self.guidance, earlier=())

    def is_of_this_school(self) -> None:
        """Whatever it seems, this is the list of the school it is handed in for."""
        self.guidance = replace(self.guidance, of_this_school=True)

    def hand_in_for(self, school_id: str) -> None:
        """Read the list anew as that of another school."""
        self.school_id = school_id
        self.guidance = replace(UNGUIDED, counted_on=self.guidance.counted_on, of_this_school=True)
        self.read = None


def current(school_id: str) -> Upload | None:
    """The upload under way for this school. One of another school or person, or left alone too long, is forgotten."""
    found = st.session_state.get(KEY)
    if not isinstance(found, Upload):
        return None
    if found.school_id != school_id or found.person_id != this_person().person_id:
        drop()
        return None
    if _forget_when_idle(found):
        return None
    found.seen = now()
    return found


def begin(school_id: str, name: str, content: bytes) -> None:
    """Start with a workbook that was just chosen; the widget that chose it starts anew."""
    forget_kept()
    st.session_state[KEY] = Upload(school_id, name, content, this_person().person_id, now())
    st.session_state["uploads"] = st.session_state.get("uploads", 0) + 1


def drop() -> None:
    """Forget the workbook and what was said about it."""
    st.session_state.pop(KEY, None)


def leave() -> None:
    """Forget the workbook, and what was confirmed before it."""
    drop()
    forget_kept()


@fragment(LOOKED_AT)
def watch() -> None:
    """Forget a workbook that nobody touches, also while its page stays open."""
    found = st.session_state.get(KEY)
    if isinstance(found, Upload) and _forget_when_idle(found):
        st.rerun()


def _forget_when_idle(upload: Upload) -> bool:
    if now() - upload.seen < IDLE:
        return False
    drop()
    st.session_state["forgotten"] = True
    return True


def look(frame: Frame, upload: Upload) -> tuple[Preview, ...]:
    """What confirming would do, for each school of the list that is not kept yet; most lists are of one school.

    Read anew only when the person or the data changed something. Raises FileRefused.
    """
    version = open_database().data_version(frame.person.board_id)
    asked = upload.guidance
    if upload.read is None or upload.read[0] != (asked, version):
        found = previews(
            frame.person, open_database(), upload.school_id, upload.content, upload.name, frame.today, asked
        )
        if upload.guidance is not asked:  # the next answer came while this was read: its run reads the list anew
            return found
        upload.guidance = found[0].guidance  # with the earlier choices that were found for it
        upload.read = ((upload.guidance, version), found)
    return tuple(one for one in upload.read[1] if one.school_id not in upload.confirmed)
