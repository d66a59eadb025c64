"""Where everybody is in the agenda at this moment, with a clock: the facilitator leads, all screens follow."""

from datetime import timedelta
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.network.meetings_data import is_today, meetings_of, order_of, staged
from pages.parts.frame import Frame, now, plain
from pages.parts.kept import AnswerCache
from pages.server.away import fragment
from pages.server.session import arrived, open_database
from planning.core.notation import number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.network.meeting_service import meetings_view
from planning.network.meetings import Meeting, MeetingRole, holders

EVERY: Final = timedelta(seconds=5)
_stages: Final = AnswerCache[tuple[Meeting | None]](50)


def follow(frame: Frame, at: AtCircle) -> None:
    """The part at which everybody is, where a meeting is held today; on other days each goes at their own pace."""
    view = meetings_of(frame, at)
    if staged(view) or any(is_today(frame, one) for one in view.meetings):
        _follow(frame, at, _told(frame, at))


@fragment(EVERY)
def _follow(frame: Frame, at: AtCircle, told: tuple[int, int] | None) -> None:
    """Show it, and draw the whole page anew when everybody goes to another part, or when this person is signed out."""
    if arrived(by_hand=False) is None or _told(frame, at) != told:
        st.rerun()
    meeting = _now(frame, at)
    if meeting is not None:
        _show(frame, at, meeting)


def _now(frame: Frame, at: AtCircle) -> Meeting | None:
    """The meeting that is on. Asked every few seconds by everybody: the number of the data version alone, mostly."""
    network_id = at.seat.circle.circle_id
    version = open_database().data_version(network_id)
    (found,) = _stages.answer(
        (at.seat, version),
        lambda: (staged(meetings_view(frame.person, open_database(), network_id, frame.moment)),),
    )
    return found if found and found.stage and found.stage.is_running(now()) else None


def _told(frame: Frame, at: AtCircle) -> tuple[int, int] | None:
    meeting = _now(frame, at)
    return (meeting.number, meeting.stage.part) if meeting and meeting.stage else None


def _show(frame: Frame, at: AtCircle, meeting: Meeting) -> None:
    stage = meeting.stage
    assert stage is not None
    part = meeting.agenda[stage.part - 1]
    gone = int(stage.elapsed(now()).total_seconds() // 60)
    left = part.minutes - gone
    with st.container(border=True, key="network_stage"):
        who = _("Everybody is at part {n} now").format(n=number(stage.part))
        st.markdown(f":blue-badge[:material/play_circle: {who}] **{plain(part.title)}**")
        if part.about:
            st.markdown(plain(part.about))
        st.progress(min(1.0, gone / part.minutes), text=_left(left, part.minutes))
        following = meeting.agenda[stage.part :]
        notes = []
        if following:
            text = _("After this: {title} ({n} minutes).")
            notes.append(text.format(title=plain(following[0].title), n=number(following[0].minutes)))
        attendance = meetings_of(frame, at).attendance
        leads = holders(meeting, order_of(at), attendance).get(MeetingRole.LEADS)
        if leads and leads.board == at.seat.viewer:
            notes.append(_("**You lead this meeting:** keep an eye on the clock."))
        if notes:
            st.markdown(":small[" + " ".join(notes) + "]")


def _left(left: int, of: int) -> str:
    if left < 0:
        late = ngettext("{n} minute over time", "{n} minutes over time", -left).format(n=number(-left))
        return f":orange-badge[:material/timer_off: {late}]"
    if left == 0:
        return _("less than a minute left")
    text = ngettext("{n} of {total} minutes left", "{n} of {total} minutes left", of)
    return text.format(n=number(left), total=number(of))
