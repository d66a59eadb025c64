"""The meetings of a network that a person may know of, kept between reruns, and what they had before them."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.parts.frame import Frame, now
from pages.parts.kept import AnswerCache
from pages.server.session import open_database
from planning.circles.model import Contribution
from planning.circles.rules import taking_part
from planning.core.clock import local_day
from planning.network.meeting_service import MeetingsView, mark_read, meetings_view
from planning.network.meetings import Meeting, last_meeting, next_meeting

ADDRESS: Final = "bijeenkomst"
"""The meeting of the address, by its number."""
_views: Final = AnswerCache[MeetingsView](100)
_READ: Final = "network_read"


def meetings_of(frame: Frame, at: AtCircle) -> MeetingsView:
    """The meetings, as of the network's data version and the day."""
    person, network_id = frame.person, at.seat.circle.circle_id
    return _views.answer(
        (at.key, frame.today), lambda: meetings_view(person, open_database(), network_id, frame.moment)
    )


def order_of(at: AtCircle) -> list[str]:
    """The boards that take part, in the order in which they came in: that in which roles go round."""
    inside = taking_part(at.members)
    return [one.board_id for one in sorted(inside, key=lambda one: (one.joined_at or one.since, one.board_id))]


def staged(view: MeetingsView) -> Meeting | None:
    """The meeting at a part of which everybody is at this moment."""
    return next((one for one in view.meetings if one.stage and one.stage.is_running(now())), None)


def asked_meeting(view: MeetingsView, frame: Frame, first: Meeting | None = None) -> Meeting | None:
    """The meeting of the address; else `first`, else the next, else the last."""
    asked = st.query_params.get(ADDRESS, "")
    return (
        next((one for one in view.meetings if str(one.number) == asked), None)
        or first
        or next_meeting(view.meetings, frame.today)
        or last_meeting(view.meetings, frame.today)
    )


def has_before_it(frame: Frame, at: AtCircle, found: Iterable[Contribution]) -> None:
    """Keep that these were read, once a session: the facilitator and whose they are see that they were."""
    seen: set[tuple[str, ...]] = st.session_state.setdefault(_READ, set())
    circle = at.seat.circle.circle_id
    new = {(circle, one.owner, one.kind, one.key, str(one.version)): one for one in found}
    unread = {key: one for key, one in new.items() if key not in seen and one.owner != at.seat.viewer}
    if unread:
        mark_read(frame.person, open_database(), frame.moment, circle, unread.values())
        seen.update(unread)


def is_today(frame: Frame, meeting: Meeting) -> bool:
    """Whether a meeting is on this day, of the network's own clock or of everybody's."""
    return meeting.day in (frame.today, local_day(now()))
