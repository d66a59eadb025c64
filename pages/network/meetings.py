"""Leernetwerk, part "bijeenkomsten": the next meeting, what to write for it, and the steps that the boards take."""

from functools import partial
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.sharing import sharing_control
from pages.network import closing, meeting_card, stage, steps
from pages.network.meetings_data import ADDRESS, asked_meeting, has_before_it, meetings_of, staged
from pages.network.writing import back_to
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, forget_done
from pages.parts.frame import Frame, answer, plain
from planning.circles.model import Contribution
from planning.core.clock import local_day
from planning.core.notation import day, day_and_month
from planning.core.rights import Person
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.network.meeting_contents import BROUGHT, GUIDE_NOTE, LONGEST, PREPARATION, STEP, GuideNote, MeetingText
from planning.network.meeting_service import MeetingsView, write_for_meeting
from planning.network.meetings import LAST_NUMBER, STARTING, Meeting, last_meeting, next_meeting

CHOICE: Final = "network_meeting"
END: Final = LAST_NUMBER + 1
"""The closing, chosen beside the meetings."""
TEXTS: Final = {
    PREPARATION: (N_("Your preparation"), N_("What do you want to have talked about? What do you bring along?")),
    BROUGHT: (N_("What you brought in"), N_("The case or question that you told, in short.")),
}


def show(at: AtCircle, frame: Frame) -> None:
    """What comes first now; then one meeting from near by."""
    view = meetings_of(frame, at)
    stage.follow(frame, at)
    answer(_answer(frame, at, view))
    _notes(frame, at)
    if not view.meetings:
        st.markdown(_("The facilitator sets the meetings; they show here as soon as they are there."))
        return
    meeting_card.strip(frame, at, next_meeting(view.meetings, frame.today))
    chosen = _chosen(frame, at, view)
    if chosen is None:
        closing.show(frame, at)
    else:
        _meeting(frame, at, view, chosen)


def to_write(frame: Frame, at: AtCircle, view: MeetingsView) -> Meeting | None:
    """The meeting of today or held last, where its step is still to be written."""
    held = [one for one in view.meetings if one.number != STARTING and one.day <= frame.today]
    last = max(held, key=lambda one: one.number, default=None)
    return last if last and at.own(STEP, str(last.number)) is None else None


def _answer(frame: Frame, at: AtCircle, view: MeetingsView) -> str:
    missing, following = to_write(frame, at, view), next_meeting(view.meetings, frame.today)
    if missing is not None:
        text = _("**Your step after meeting {n} is not written yet.** It takes a minute.")
        return text.format(n=missing.number)
    if following is None:
        return _("**The meetings are over.**") if view.meetings else _("**No meeting is set yet.**")
    if following.number == STARTING:
        text = _("**The starting meeting is on {day}.**")
        return text.format(day=day(following.day))
    text = _("**Meeting {n} is on {day}: {theme}.**").format(
        n=following.number, day=day(following.day), theme=plain(following.theme)
    )
    if at.own(PREPARATION, str(following.number)) is None:
        return text + " " + _("Your preparation is not there yet.")
    return text


def _notes(frame: Frame, at: AtCircle) -> None:
    """What the facilitator says to this board or to all, newest first."""
    found = sorted(at.of(GUIDE_NOTE), key=lambda one: one.at, reverse=True)[:3]
    has_before_it(frame, at, found)
    for one in found:
        if isinstance(one.content, GuideNote):
            badge = ":blue-badge[:material/support_agent: " + _("from the facilitator") + "]"
            st.markdown(f"{badge} {plain(one.content.text)} :small[{day(local_day(one.at))}]")


def _chosen(frame: Frame, at: AtCircle, view: MeetingsView) -> Meeting | None:
    """The meeting that is chosen; None is the end of the cycle."""
    known = {one.number: one for one in view.meetings}
    first = staged(view) or to_write(frame, at, view)
    found = asked_meeting(view, frame, first)
    start = END if st.query_params.get(ADDRESS) == str(END) else found.number if found else END
    if st.session_state.get(CHOICE) != start:
        st.session_state[CHOICE] = start

    def other() -> None:
        st.query_params[ADDRESS] = str(st.session_state[CHOICE])
        forget_done()

    def named(number: int) -> str:
        if number == END:
            return _("Closing")
        when = day_and_month(known[number].day) if not frame.theme.compact else ""
        return " · ".join(part for part in (_("Start") if number == STARTING else str(number), when) if part)

    chosen = st.segmented_control(
        _("Meeting"), [*known, END], format_func=named, key=CHOICE, required=True, on_change=other
    )
    return known.get(int(chosen or start))


def _meeting(frame: Frame, at: AtCircle, view: MeetingsView, meeting: Meeting) -> None:
    last = last_meeting([one for one in view.meetings if one.number != STARTING], meeting.day)
    following = next((one for one in view.meetings if one.number == meeting.number + 1), None)
    left, right = st.columns([1.4, 1])
    with left:
        if meeting.number == STARTING:
            meeting_card.show(frame, at, meeting)
        else:
            is_begun = meeting.day <= frame.today
            if is_begun:
                steps.write(frame, at, meeting, following)
                steps.to_mine(frame, at, meeting.number)
            if last is not None:
                steps.opening(frame, at, last)
            if meeting.day >= frame.today or at.own(PREPARATION, str(meeting.number)):
                _text(at, meeting, PREPARATION)
            if is_begun:
                _text(at, meeting, BROUGHT)
    with right:
        if meeting.number != STARTING:
            meeting_card.show(frame, at, meeting)
            if meeting.day <= frame.today:
                steps.of_others(frame, at, meeting)
            elif last is not None:
                steps.of_others(frame, at, last)


def _text(at: AtCircle, meeting: Meeting, kind: str) -> None:
    title, hint = TEXTS[kind]
    key = str(meeting.number)
    before = at.own(kind, key)
    known = before.content.text if before and isinstance(before.content, MeetingText) else ""
    with st.container(border=True):
        st.subheader(_(title), anchor=False)
        Form(
            f"network_{kind}",
            (fields.lines("text", _(hint), known, LONGEST, height=110),),
            partial(_keep, at, kind, meeting.number, before),
            _("Keep"),
            about=meeting.number,
            look={},
        ).show()
        sharing_control(at, kind, key)


def _keep(at: AtCircle, kind: str, which: int, before: Contribution | None, person: Person, said: Values) -> Outcome:
    change(write_for_meeting, at.seat.circle.circle_id, kind, which, MeetingText(**said))(person)
    return _("Kept for meeting {n}.").format(n=which), back_to(at, before, kind, str(which))
