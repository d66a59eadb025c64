"""Netwerk, part "bijeenkomsten": what the next one needs, its agenda and roles, and where everybody is in it."""

from dataclasses import replace
from datetime import time, timedelta
from functools import partial
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.guide.board import notes
from pages.guide.data import standings_of
from pages.network import meeting_card, stage, steps
from pages.network.data import at_network
from pages.network.meetings_data import ADDRESS, asked_meeting, is_today, meetings_of, order_of, staged
from pages.parts import fields
from pages.parts.fields import Field, FieldRow
from pages.parts.forms import Form, Outcome, Values, act_button, change, forget_done, show_outcome
from pages.parts.frame import Frame, answer, more, plain
from planning.core.notation import day, day_and_month, listed, number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.network.meeting_contents import PREPARATION
from planning.network.meeting_service import MeetingsView, attend, cancel_meeting, save_meeting, set_stage
from planning.network.meetings import (
    LAST_NUMBER,
    LONGEST_LINE,
    ROLE_TITLES,
    STARTING,
    Meeting,
    MeetingRole,
    Presence,
    agenda_text,
    holders,
    last_meeting,
    next_meeting,
    read_agenda,
    rotated,
    said,
)
from planning.network.method_cards import AT_THE_START, USUAL, agenda_of, method_cards

CHOICE: Final = "guide_meeting"
EDIT, STAGE, ATTEND, AGENDA = "guide_meeting_form", "guide_stage", "guide_attend", "guide_agenda"
BETWEEN: Final = timedelta(days=42)
NOBODY: Final = ""


def show(frame: Frame) -> None:
    """What the next meeting needs; then one meeting from near by."""
    at = at_network(frame)
    assert at is not None
    view = meetings_of(frame, at)
    stage.follow(frame, at)
    following = next_meeting(view.meetings, frame.today)
    answer(_answer(view, following))
    if following is not None and at.seat.is_guide:
        _needs(frame, at, view, following)
    meeting_card.strip(frame, at, following)
    chosen = _chosen(frame, view, is_guide=at.seat.is_guide)
    if isinstance(chosen, int):
        edit(frame, at, view, None, chosen)
    elif chosen is not None:
        left, right = st.columns([1, 1])
        with left:
            if at.seat.is_guide:
                lead(frame, at, chosen)
            meeting_card.show(frame, at, chosen)
            _what_boards_say(frame, at, chosen)
        with right:
            if at.seat.is_guide:
                attendance(frame, at, view, chosen)
                edit(frame, at, view, chosen, chosen.number)
                agenda_form(at, chosen)
                notes(at, at.seat.viewer)


def _answer(view: MeetingsView, following: Meeting | None) -> str:
    if not view.meetings:
        return _("**No meeting is set yet.** A network meets five times, after one meeting to start with.")
    if following is None:
        return _("**The meetings are over.**")
    name = (
        _("The starting meeting")
        if following.number == STARTING
        else _("Meeting {n}").format(n=number(following.number))
    )
    place = f", {plain(following.place)}" if following.place else ""
    text = _("**{name} is on {day}{place}:** {theme}.")
    return text.format(name=name, day=day(following.day), place=place, theme=plain(following.theme))


def needs(frame: Frame, at: AtCircle, view: MeetingsView, following: Meeting) -> list[str]:
    """What is still to be done for a meeting, most pressing first."""
    found = []
    told = {one.member for one in view.attendance if one.number == following.number}
    silent = [plain(at.name(board)) for board in order_of(at) if board not in told]
    if not following.place:
        found.append(_("There is no place yet."))
    if following.number != STARTING and not following.expert:
        found.append(_("There is no expert yet."))
    if not following.agenda:
        found.append(_("There is no agenda yet."))
    taken = holders(following, order_of(at), view.attendance)
    if following.number != STARTING and not taken:
        found.append(_("The roles are not shared out yet."))
    found += [
        _("{role}: {absent} is absent, {name} stands in.").format(
            role=_(ROLE_TITLES[role]).capitalize(),
            absent=plain(at.name(holder.instead_of)),
            name=plain(at.name(holder.board)) if holder.board else _("the facilitator"),
        )
        for role, holder in taken.items()
        if holder.instead_of
    ]
    if silent:
        found.append(_("Still to say whether they come: {names}.").format(names=listed(silent)))
    waiting = said(view.attendance, following.number, Presence.WAITS)
    if waiting:
        names = listed([plain(at.name(one.member)) for one in waiting])
        found.append(_("On the waiting list: {names}.").format(names=names))
    if following.number != STARTING:
        unprepared = [
            plain(one.board.name) for one in standings_of(frame, at) if following.number not in one.state.prepared
        ]
        if unprepared:
            found.append(_("No preparation yet: {names}.").format(names=listed(unprepared)))
    last = last_meeting([one for one in view.meetings if one.number != STARTING], following.day)
    if last is not None and last.day <= frame.today:
        without = [plain(at.name(board)) for board in order_of(at) if steps.step_of(at, board, last.number) is None]
        if without:
            found.append(_("No step of meeting {n}: {names}.").format(n=number(last.number), names=listed(without)))
    return found


def _needs(frame: Frame, at: AtCircle, view: MeetingsView, following: Meeting) -> None:
    found = needs(frame, at, view, following)
    with st.container(border=True):
        st.subheader(_("What the next meeting needs"), anchor=False)
        st.markdown("\n".join(f"- {line}" for line in found) or _("Nothing: all is there."))


def _chosen(frame: Frame, view: MeetingsView, *, is_guide: bool) -> Meeting | int | None:
    """The meeting that is chosen, or the number of one that is to be set; None where there is none to choose."""
    known = {one.number: one for one in view.meetings}
    options = list(range(STARTING, LAST_NUMBER + 1)) if is_guide else list(known)
    if not options:
        return None
    asked = st.query_params.get(ADDRESS, "")
    found = asked_meeting(view, frame, staged(view))
    start = int(asked) if asked.isdecimal() and int(asked) in options else found.number if found else options[0]
    if st.session_state.get(CHOICE) != start:
        st.session_state[CHOICE] = start

    def other() -> None:
        st.query_params[ADDRESS] = str(st.session_state[CHOICE])
        forget_done()

    def named(which: int) -> str:
        name = _("Start") if which == STARTING else str(which)
        if which not in known:
            return name if frame.theme.compact else name + " · " + _("not set")
        return name if frame.theme.compact else f"{name} · {day_and_month(known[which].day)}"

    chosen = int(
        st.segmented_control(_("Meeting"), options, format_func=named, key=CHOICE, required=True, on_change=other)
        or start
    )
    return known.get(chosen, chosen)


def lead(frame: Frame, at: AtCircle, meeting: Meeting) -> None:
    """Take everybody to a part of the agenda."""
    if not meeting.agenda:
        return
    running = staged(meetings_of(frame, at))
    is_running = running is not None and running.number == meeting.number
    if not (is_today(frame, meeting) or is_running):
        name = f"lead_{meeting.number}"
        if not more(name, closed=_("Lead this meeting"), opened=_("Close"), icon=":material/play_circle:"):
            return
    here = meeting.stage.part if is_running and meeting.stage else 0
    with st.container(border=True):
        st.subheader(_("Everybody to this part"), anchor=False)
        with st.container(horizontal=True):
            if here < len(meeting.agenda):
                coming = meeting.agenda[here]
                label = _("Begin: {title}") if here == 0 else _("On to: {title}")
                _to(
                    at, meeting, here + 1, label.format(title=coming.title), type="primary", icon=":material/skip_next:"
                )
            if here > 1:
                _to(at, meeting, here - 1, _("One back"), icon=":material/skip_previous:")
            if here:
                _to(at, meeting, None, _("End: each at their own pace"), icon=":material/stop_circle:")
        options = list(range(1, len(meeting.agenda) + 1))
        chosen = st.selectbox(
            _("Another part"),
            options,
            index=None,
            format_func=lambda place: f"{place}. {meeting.agenda[place - 1].title}",
            placeholder=_("choose a part"),
            key=f"stage_{meeting.number}",
        )
        if chosen is not None and chosen != here:
            _to(at, meeting, chosen, _("Everybody to this part now"), icon=":material/groups:")
        show_outcome(STAGE)


def _to(at: AtCircle, meeting: Meeting, part: int | None, label: str, **look: str) -> None:
    act_button(STAGE, label, partial(_set_stage, at, meeting, part), key=f"stage_to_{part}", **look)


def _set_stage(at: AtCircle, meeting: Meeting, part: int | None, person: Person) -> Outcome:
    change(set_stage, at.seat.circle.circle_id, meeting.number, part)(person)
    if part is None:
        return _("Each goes at their own pace again."), None
    return _("Everybody is at: {title}.").format(title=meeting.agenda[part - 1].title), None


def attendance(frame: Frame, at: AtCircle, view: MeetingsView, meeting: Meeting) -> None:
    """Say for a board that phoned whether it comes."""
    if meeting.day < frame.today:
        return
    boards = [one for one in at.members if one.board_id in order_of(at) or meeting.number == STARTING]
    if not boards or not more("guide_attend", closed=_("A board phoned"), opened=_("Close"), icon=":material/call:"):
        return
    with st.container(border=True):
        Form(
            ATTEND,
            (
                fields.choice("member", _("Board"), [one.board_id for one in boards], None, at.name),
                fields.radio("comes", _("What did it say?"), [True, False], True, _comes),
            ),
            partial(_attend, at, meeting),
            _("Keep"),
            about=meeting.number,
            look={},
        ).show()


def _comes(yes: bool) -> str:
    return _("it comes") if yes else _("it does not come")


def _attend(at: AtCircle, meeting: Meeting, person: Person, values: Values) -> Outcome:
    presence = change(attend, at.seat.circle.circle_id, meeting.number, comes=values["comes"], member=values["member"])(
        person
    )
    done = {
        Presence.COMES: _("{name} comes."),
        Presence.WAITS: _("{name} is on the waiting list."),
        Presence.ABSENT: _("{name} does not come."),
    }
    return done[presence].format(name=at.name(values["member"])), None


def edit(frame: Frame, at: AtCircle, view: MeetingsView, before: Meeting | None, which: int) -> None:
    """The form of a meeting: when, where, who; a new one begins with what is usual."""
    name = f"edit_{which}"
    if before is not None and not more(
        name, closed=_("Change the meeting"), opened=_("Close the form"), icon=":material/edit:"
    ):
        show_outcome(EDIT)
        return
    known = before or _usual(frame, at, view, which)
    order = order_of(at)
    boards, named = [NOBODY, *order], partial(_name_or_nobody, at)
    roles = [
        fields.choice(role.value, _(ROLE_TITLES[role]).capitalize(), boards, known.roles.get(role), named)
        for role in MeetingRole
    ]
    with st.container(border=True):
        if before is None:
            st.subheader(_("Set the starting meeting") if which == STARTING else _("Set meeting {n}").format(n=which))
        parts: list[Field | FieldRow] = [
            fields.text("theme", _("Theme"), known.theme, LONGEST_LINE),
            fields.beside(
                fields.day("day", _("Day"), known.day, missing="meeting_without_day"),
                fields.time("begins", _("Begins at"), known.begins, missing="meeting_without_time"),
            ),
            fields.beside(
                fields.text("place", _("Place"), known.place, LONGEST_LINE),
                fields.text("expert", _("Expert: name and organisation"), known.expert, LONGEST_LINE),
            ),
        ]
        if which == STARTING:
            parts.append(fields.number("places", _("Places; empty is no limit"), known.places, (1, 200)))
        else:
            if order:
                parts += [fields.beside(*roles[:2]), fields.beside(*roles[2:])]
            warm_up = _("A statement beforehand, answered from 1 to 5 without names")
            parts.append(fields.text("warm_up", warm_up, known.warm_up, LONGEST_LINE))
        Form(
            EDIT,
            tuple(parts),
            partial(_keep, at, known, is_new=before is None),
            _("Keep the meeting") if before else _("Set the meeting"),
            about=which,
            look={"type": "primary"} if before is None else {},
        ).show()
        if before is not None:
            act_button(
                EDIT,
                _("Cancel the meeting"),
                partial(_cancel, at, before),
                type="tertiary",
                icon=":material/delete:",
                key=f"cancel_{which}",
            )


def _name_or_nobody(at: AtCircle, board_id: str) -> str:
    return at.name(board_id) if board_id else _("nobody yet")


def _usual(frame: Frame, at: AtCircle, view: MeetingsView, which: int) -> Meeting:
    """A meeting as it is proposed: six weeks after the one before it, with the usual agenda and the next in turn."""
    earlier = [one for one in view.meetings if one.number < which]
    last = max(earlier, key=lambda one: one.number, default=None)
    on = (last.day if last else frame.today) + BETWEEN
    theme = _("Starting meeting") if which == STARTING else ""
    agenda = agenda_of(AT_THE_START if which == STARTING else USUAL)
    place = last.place if last else ""
    return Meeting(which, theme, on, time(10, 0), place, agenda=agenda, roles=rotated(order_of(at), which))


def _keep(at: AtCircle, known: Meeting, person: Person, values: Values, *, is_new: bool) -> Outcome:
    roles = {role: board for role in MeetingRole if (board := values.pop(role.value, NOBODY))}
    if not order_of(at):
        roles = dict(known.roles)
    new = replace(known, **values, roles=roles)
    network_id = at.seat.circle.circle_id
    before = change(save_meeting, network_id, new)(person)
    text = _("{theme} is on {day}.").format(theme=new.theme, day=day(new.day))
    back = (
        change(cancel_meeting, network_id, new.number) if before is None else change(save_meeting, network_id, before)
    )
    return text, back


def _cancel(at: AtCircle, before: Meeting, person: Person) -> Outcome:
    network_id = at.seat.circle.circle_id
    change(cancel_meeting, network_id, before.number)(person)
    return _("The meeting is cancelled, and so is the list of who would come."), None


def agenda_form(at: AtCircle, meeting: Meeting) -> None:
    """The agenda line by line, and cards whose parts are put below it."""
    name = f"agenda_form_{meeting.number}"
    if not more(name, closed=_("Change the agenda"), opened=_("Close the agenda"), icon=":material/view_agenda:"):
        show_outcome(AGENDA)
        return
    cards = method_cards()
    with st.container(border=True):
        total = ngettext("{n} minute in all", "{n} minutes in all", meeting.minutes).format(n=number(meeting.minutes))
        st.caption(_("One part per line, its minutes first.") + f" {total}.")
        Form(
            AGENDA,
            (
                fields.lines("agenda", _("Agenda"), agenda_text(meeting.agenda), 4000, height=280),
                fields.several(
                    "cards",
                    _("Put the parts of these cards below it"),
                    list(cards),
                    (),
                    lambda code: f"{cards[code].name} ({number(cards[code].minutes)}′)",
                    placeholder=_("choose ways of working"),
                ),
            ),
            partial(_keep_agenda, at, meeting),
            _("Keep the agenda"),
            about=meeting.number,
            look={},
        ).show()
        if more("method_cards", closed=_("What the cards are"), opened=_("Hide the cards"), icon=":material/style:"):
            st.markdown(
                "\n".join(
                    f"- **{card.name}** ({number(card.minutes)}′): {card.about or '–'} :small[{plain(card.source)}]"
                    for card in cards.values()
                )
            )


def _keep_agenda(at: AtCircle, meeting: Meeting, person: Person, values: Values) -> Outcome:
    known = [part for card in method_cards().values() for part in card.parts]
    new = (*read_agenda(values["agenda"], [*known, *meeting.agenda]), *agenda_of(values["cards"]))
    network_id = at.seat.circle.circle_id
    change(save_meeting, network_id, replace(meeting, agenda=new))(person)
    minutes = sum(part.minutes for part in new)
    text = _("The agenda takes {n} minutes.").format(n=number(minutes))
    return text, change(save_meeting, network_id, meeting)


def _what_boards_say(frame: Frame, at: AtCircle, meeting: Meeting) -> None:
    """The steps and preparations that boards share for this meeting."""
    if meeting.number == STARTING:
        return
    found = [
        (board, held, steps.result_of(at, board, meeting.number))
        for board in order_of(at)
        if (held := steps.step_of(at, board, meeting.number))
    ]
    prepared = [one for one in at.of(PREPARATION) if one.key == str(meeting.number)]
    with st.container(border=True):
        st.subheader(_("What the boards wrote for it"), anchor=False)
        if not found and not prepared:
            st.markdown(_("Nothing yet, or it is not shared."))
        for one in prepared:
            text = getattr(one.content, "text", "")
            st.markdown(f"**{plain(at.name(one.owner))}** · " + _("preparation") + f"  \n{plain(text)}")
        for board, (_one, step), result in found:
            badge = steps.result_badge(result, step, frame.today)
            st.markdown(f"**{plain(at.name(board))}** · " + _("step") + f" {badge}  \n{steps.step_words(step)}")
