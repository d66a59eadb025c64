"""Netwerk, part "besturen": where each board is, what it handed in and read, what is late; then one board."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from pages.guide import board, dates
from pages.guide.data import standings_of
from pages.network.data import at_network
from pages.network.meetings_data import meetings_of
from pages.network.stage import follow
from pages.parts.frame import Frame, answer, plain
from pages.parts.show import show_table
from planning.core.clock import local_day
from planning.core.notation import day, listed, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.network.cycle import PHASE_NAMES, CyclePart
from planning.network.meetings import Meeting, next_meeting
from planning.network.standings import BoardStanding

ADDRESS: Final = "bestuur"
CHOICE: Final = "guide_board"
NAMED: Final = 3  # more names than these stand in the table alone


def show(frame: Frame) -> None:
    """The answer, the boards, and one of them from near by."""
    at = at_network(frame)
    assert at is not None
    found = standings_of(frame, at)
    follow(frame, at)
    following = next_meeting(meetings_of(frame, at).meetings, frame.today)
    if at.seat.is_guide:
        answer(boards_answer(found, following, frame.today))
    else:  # what a board does not share with an expert is not late
        answer(guests_answer(found, following))
    if not found:
        if at.seat.is_guide:
            st.markdown(_("Invite boards under ‘Taking part’. Set the meetings under ‘Meetings’."))
        return
    with st.container(border=True):
        st.subheader(_("Where each board is"), anchor=False)
        if frame.theme.compact:
            st.markdown("\n".join(_line(frame, one, is_guide=at.seat.is_guide) for one in found))
        else:
            show_table([_row(frame, one, is_guide=at.seat.is_guide) for one in found], _("Where each board is"))
        if at.seat.is_guide:
            st.caption(_("Only what a board shares counts here: what it keeps to itself stands as not handed in."))
    if at.seat.is_guide:
        dates.show(frame, at)
    chosen = _chosen(found)
    if chosen is not None:
        board.show(frame, at, chosen)


def boards_answer(found: Sequence[BoardStanding], following: Meeting | None, today: date) -> str:
    """How many are ready for what comes next, and who is behind."""
    if not found:
        return _("**No board takes part yet.**")
    behind = [one for one in found if one.late(today)]
    when = _(" The next meeting is on {day}.").format(day=day(following.day)) if following else ""
    if not behind:
        text = ngettext("**The {n} board is up to date.**", "**All {n} boards are up to date.**", len(found))
        return text.format(n=number(len(found))) + when
    text = ngettext(
        "**{n} of the {total} boards is late with something:** {names}.",
        "**{n} of the {total} boards are late with something:** {names}.",
        len(behind),
    )
    if len(behind) > NAMED:
        text = _("**{n} of the {total} boards are late with something.**")
    names = listed([plain(one.board.name) for one in behind])
    return text.format(n=number(len(behind)), total=number(len(found)), names=names) + when


def guests_answer(found: Sequence[BoardStanding], following: Meeting | None) -> str:
    """How many boards there are, for who looks in."""
    if not found:
        return _("**No board takes part yet.**")
    text = ngettext("**{n} board takes part.**", "**{n} boards take part.**", len(found)).format(n=number(len(found)))
    when = _(" The next meeting is on {day}.").format(day=day(following.day)) if following else ""
    return text + when


def part_name(part: CyclePart) -> str:
    """A part of the cycle, with its meeting."""
    name = _(PHASE_NAMES[part.phase])
    return f"{name} {part.meeting}" if part.meeting is not None else name


def late_badge(one: BoardStanding, today: date) -> str:
    """What is late, longest first."""
    behind = one.late(today)
    if not behind:
        return ":green-badge[:material/check: " + _("up to date") + "]"
    first = behind[0]
    days = (today - first.due).days if first.due else 0
    text = ngettext("{part}, {n} day", "{part}, {n} days", days).format(part=part_name(first), n=number(days))
    more = f" +{len(behind) - 1}" if len(behind) > 1 else ""
    return f":orange-badge[:material/event_busy: {text}{more}]"


def handed_in(one: BoardStanding) -> str:
    """What is there of the sketch, the reaction, the question and the steps."""
    state = one.state
    parts = [_("sketch {n} of {total}").format(n=number(state.answered), total=number(state.items))]
    if state.reactions:
        parts.append(_("reaction"))
    if state.version:
        parts.append(_("question, version {n}").format(n=number(state.version)))
    if state.steps:
        which = listed([str(meeting) for meeting in sorted(state.steps)])
        parts.append(ngettext("step {which}", "steps {which}", len(state.steps)).format(which=which))
    if state.is_closed:
        parts.append(_("answer"))
    return " · ".join(parts)


def read_words(one: BoardStanding) -> str:
    """Whether it read what the facilitator wrote, and when it last read anything."""
    if one.unread:
        return ngettext("{n} unread", "{n} unread", one.unread).format(n=number(one.unread))
    return _("all read, {day}").format(day=day(local_day(one.last_read))) if one.last_read else _("nothing to read yet")


def _row(frame: Frame, one: BoardStanding, *, is_guide: bool) -> dict[str, str]:
    here = one.now()
    row = {_("Board"): f"**{plain(one.board.name)}**"}
    if is_guide:
        row[_("Is at")] = part_name(here) if here else _("done")
    row[_("Handed in") if is_guide else _("Shares")] = handed_in(one)
    if is_guide:
        row[_("Late")] = late_badge(one, frame.today)
        row[_("Read")] = read_words(one)
        row[_("To be read by you")] = number(one.to_read) if one.to_read else "–"
    row[_("Mirrored")] = _("{n} of {total}").format(n=number(one.mirrored), total=number(one.to_mirror))
    return row


def _line(frame: Frame, one: BoardStanding, *, is_guide: bool) -> str:
    if not is_guide:
        return f"- **{plain(one.board.name)}**  \n  :small[{handed_in(one)}]"
    here = one.now()
    parts = [part_name(here) if here else _("done"), handed_in(one), read_words(one)]
    return f"- **{plain(one.board.name)}** {late_badge(one, frame.today)}  \n  :small[{' · '.join(parts)}]"


def _chosen(found: Sequence[BoardStanding]) -> BoardStanding | None:
    known = {one.board.board_id: one for one in found}
    asked = st.query_params.get(ADDRESS)
    start = asked if asked in known else None
    if st.session_state.get(CHOICE) != start:
        st.session_state[CHOICE] = start

    def other() -> None:
        if st.session_state[CHOICE]:
            st.query_params[ADDRESS] = st.session_state[CHOICE]
        else:
            st.query_params.pop(ADDRESS, None)

    st.pills(
        _("One board in detail"),
        list(known),
        format_func=lambda board_id: known[board_id].board.name,
        key=CHOICE,
        on_change=other,
    )
    return known.get(str(start)) if start else None
