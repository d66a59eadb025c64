"""One meeting: when and where, who comes and who does what, and the agenda with its times."""

from functools import partial
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.network.meetings_data import meetings_of, order_of
from pages.parts import fields
from pages.parts.calendar_address import show_address
from pages.parts.forms import Form, Outcome, Values, act_button, change, show_outcome
from pages.parts.frame import Frame, more, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from planning.core.calendar_file import CALENDAR_TYPE
from planning.core.notation import clock, day, number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import in_this_language, ngettext
from planning.network.calendar_service import close_feed, feed_token, meeting_calendar, open_feed
from planning.network.meeting_service import WarmUp, answer_warm_up, attend
from planning.network.meetings import (
    LAST_NUMBER,
    ROLE_TITLES,
    STARTING,
    WARM_UP_SCALE,
    Meeting,
    MeetingRole,
    Presence,
    RoleHolder,
    holders,
    said,
    schedule,
)

ATTENDING: Final = "network_attending"
WARM_UP: Final = "network_warm_up"
FEED: Final = "network_feed"


def title(meeting: Meeting) -> str:
    """ "2. Van visie naar uitvoering"; the starting meeting has no number."""
    theme = plain(meeting.theme)
    return theme if meeting.number == STARTING else f"{meeting.number}. {theme}"


def when(meeting: Meeting) -> str:
    """Day, hours, place and expert in a line."""
    parts = [
        f"**{day(meeting.day)}**, {clock(meeting.begins)}–{clock(meeting.ends.time())}",
        plain(meeting.place) or _("place to be announced"),
    ]
    if meeting.expert:
        parts.append(_("expert: {expert}").format(expert=plain(meeting.expert)))
    return " · ".join(parts)


def strip(frame: Frame, at: AtCircle, first: Meeting | None) -> None:
    """All meetings beside one another; on a telephone the control that chooses one says enough."""
    meetings = [one for one in meetings_of(frame, at).meetings if one.number != STARTING]
    if frame.theme.compact or not meetings:
        return
    for column, meeting in zip(st.columns(LAST_NUMBER), meetings, strict=False):
        with column:
            st.markdown(f"{_badge(frame, meeting, first)}  \n**{title(meeting)}**  \n:small[{_place(meeting)}]")


def _badge(frame: Frame, meeting: Meeting, first: Meeting | None) -> str:
    if meeting.day < frame.today:
        return f":green-badge[:material/check: {day(meeting.day)}]"
    if first is not None and meeting.number == first.number:
        return f":blue-badge[:material/event_upcoming: {day(meeting.day)}]"
    return f":gray-badge[:material/event: {day(meeting.day)}]"


def _place(meeting: Meeting) -> str:
    return plain(meeting.place) or _("place to be announced")


def show(frame: Frame, at: AtCircle, meeting: Meeting) -> None:
    """All about a meeting that a board has to know."""
    with st.container(border=True):
        st.subheader(title(meeting), anchor=False)
        st.markdown(when(meeting))
        if meeting.day >= frame.today and (at.seat.is_member or at.seat.standing is not None):
            attending(frame, at, meeting)
        who_comes(frame, at, meeting)
        roles(frame, at, meeting)
        warm_up(frame, at, meeting)
        agenda(frame, meeting)
        calendar(frame, at)


def attending(frame: Frame, at: AtCircle, meeting: Meeting) -> None:
    """Say whether the board comes; a place can be taken, waited for and given up."""
    view, place = meetings_of(frame, at), f"{ATTENDING}_{meeting.number}"
    line = view.line(meeting.number, at.seat.viewer)
    left = view.places_left(meeting)
    if line is not None:
        texts = {
            Presence.COMES: (":green-badge[:material/event_available: {text}]", _("you come")),
            Presence.WAITS: (":orange-badge[:material/hourglass_top: {text}]", _("you are on the waiting list")),
            Presence.ABSENT: (":gray-badge[:material/event_busy: {text}]", _("you do not come")),
        }
        badge, text = texts[line.presence]
        st.markdown(badge.format(text=text))
    elif left is not None:
        st.markdown(f":gray-badge[:material/chair: {places_words(left)}]")
    yes = _("Put us on the waiting list") if left == 0 else _("We come")
    with st.container(horizontal=True):
        if line is None or line.presence is Presence.ABSENT:
            look = {"type": "primary"} if line is None else {}
            act_button(place, yes, _attend(at, meeting, comes=True), icon=":material/check:", **look)
        if line is None or line.presence is not Presence.ABSENT:
            act_button(place, _("We do not come"), _attend(at, meeting, comes=False), icon=":material/close:")
    show_outcome(place)


def places_words(left: int) -> str:
    """How many places there still are."""
    if left == 0:
        return _("full: there is a waiting list")
    return ngettext("{n} place left", "{n} places left", left).format(n=number(left))


def _attend(at: AtCircle, meeting: Meeting, *, comes: bool) -> partial[Outcome]:
    return partial(_attending, at.seat.circle.circle_id, meeting.number, comes)


def _attending(network_id: str, which: int, comes: bool, person: Person) -> Outcome:
    presence = change(attend, network_id, which, comes=comes)(person)
    done = {
        Presence.COMES: _("The facilitator knows that you come."),
        Presence.WAITS: _("You are on the waiting list; a place that comes free is for who waits longest."),
        Presence.ABSENT: _("The facilitator knows that you do not come; somebody else takes over your role."),
    }
    return done[presence], None  # saying the opposite stands beside it


def who_comes(frame: Frame, at: AtCircle, meeting: Meeting) -> None:
    """Which boards come, do not come, or said nothing yet."""
    view = meetings_of(frame, at)
    if not (at.seat.is_member or at.seat.standing is None):
        return
    names = {
        presence: [plain(at.name(one.member)) for one in said(view.attendance, meeting.number, presence)]
        for presence in Presence
    }
    told = {one.member for one in view.attendance if one.number == meeting.number}
    past = meeting.day < frame.today
    silent = [] if past else [plain(at.name(board)) for board in order_of(at) if board not in told]
    lines = [
        (_("Came") if past else _("Come"), names[Presence.COMES]),
        (_("Waiting list"), names[Presence.WAITS]),
        (_("Absent"), names[Presence.ABSENT]),
        (_("Still to say"), silent),
    ]
    if told or silent:
        st.markdown("  \n".join(f"{label}: {', '.join(found)}" for label, found in lines if found))


def role_lines(at: AtCircle, found: dict[MeetingRole, RoleHolder]) -> list[str]:
    """Who does what, and for whom somebody stands in."""
    lines = []
    for role, holder in found.items():
        name = plain(at.name(holder.board)) if holder.board else _("the facilitator")
        own = "**" + _("you") + "**" if holder.board == at.seat.viewer and at.seat.is_member else name
        text = f"{_(ROLE_TITLES[role]).capitalize()}: {own}"
        if holder.instead_of:
            absent = plain(at.name(holder.instead_of))
            text += " · " + _("instead of {name}, who is absent").format(name=absent)
        lines.append(text)
    return lines


def roles(frame: Frame, at: AtCircle, meeting: Meeting) -> None:
    """Who brings in, leads, notes and observes."""
    if not (at.seat.is_member or at.seat.standing is None):
        return
    found = holders(meeting, order_of(at), meetings_of(frame, at).attendance)
    if found:
        st.markdown("**" + _("Who does what") + "**  \n" + "  \n".join(role_lines(at, found)))


def agenda(frame: Frame, meeting: Meeting) -> None:
    """The parts with the time at which each begins."""
    if not meeting.agenda:
        return
    timed = schedule(meeting)
    here = meeting.stage.part if meeting.stage else 0
    name = f"agenda_{meeting.number}"
    if not more(name, closed=_("Show the agenda"), opened=_("Hide the agenda"), icon=":material/list:"):
        return
    rows = [
        {
            _("Time"): clock(at),
            _("Part"): f"**{plain(part.title)}**" + (" :blue-badge[" + _("now") + "]" if place == here else ""),
            _("Minutes"): number(part.minutes),
            _("What happens"): plain(part.about),
        }
        for place, (at, part) in enumerate(timed, 1)
    ]
    if frame.theme.compact:
        st.markdown("\n".join("- {} {} ({}′)  \n  :small[{}]".format(*row.values()) for row in rows))
    else:
        show_table(rows, _("Agenda"), figures=[_("Minutes")])


def warm_up(frame: Frame, at: AtCircle, meeting: Meeting) -> None:
    """The closed question before the open one; what all said is told without names, and never of few."""
    found = meetings_of(frame, at).warm_ups.get(meeting.number)
    if found is None:
        return
    st.markdown("**" + _("Beforehand, without names") + f"**  \n{plain(meeting.warm_up)}")
    if found.counts is not None:
        st.markdown(counts_words(found))
        return
    if found.is_open and at.seat.is_member:
        scale = fields.segments(
            "answer",
            _("1 = not at all · 5 = entirely"),
            list(WARM_UP_SCALE),
            found.own,
            number,
            missing="warm_up_unanswered",
        )
        Form(
            WARM_UP,
            (scale,),
            partial(_answer, at.seat.circle.circle_id, meeting.number),
            _("Keep the answer"),
            about=meeting.number,
            look={},
        ).show()
    text = ngettext("{n} board answered.", "{n} boards answered.", found.answered).format(n=number(found.answered))
    later = (
        _("What all said shows here, without names, once everybody who comes has answered.")
        if found.is_open
        else _("Too few answered to tell it without names.")
    )
    st.caption(f"{text} {later}")


def counts_words(found: WarmUp) -> str:
    """How often each answer was given."""
    counts = found.counts or ()
    bars = [f"{scale}: {'●' * n or '–'}" for scale, n in zip(WARM_UP_SCALE, counts, strict=True)]
    return "  \n".join(bars)


def _answer(network_id: str, which: int, person: Person, values: Values) -> Outcome:
    change(answer_warm_up, network_id, which, values["answer"])(person)
    return _("Your answer is in."), None


def calendar(frame: Frame, at: AtCircle) -> None:
    """All meetings for one's own calendar: as a file now, or by an address that stays up to date."""
    if not more("meeting_calendar", closed=_("In your calendar"), opened=_("Hide"), icon=":material/calendar_add_on:"):
        return
    st.markdown(_("Your calendar shows the meetings of all your networks, and when one moves or is cancelled."))
    token = feed_token(frame.person, open_database())
    show_address(FEED, token, "bijeenkomsten", change(open_feed), change(close_feed))
    st.download_button(
        _("Download calendar file"),
        in_this_language(
            partial(meeting_calendar, frame.person, open_database(), at.seat.circle.circle_id, frame.moment)
        ),
        "bijeenkomsten.ics",
        CALENDAR_TYPE,
        key="download_meetings",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )
