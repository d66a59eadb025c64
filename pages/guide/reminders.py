"""Netwerk, part "berichten": texts to remind boards by, made of what is still open; mailed where that is set."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

import streamlit as st

from pages.circles.data import ADDRESS as NETWORK_ADDRESS
from pages.circles.data import AtCircle
from pages.guide.boards import part_name
from pages.guide.data import standings_of
from pages.network.data import at_network
from pages.network.meetings_data import ADDRESS as MEETING_ADDRESS
from pages.network.meetings_data import meetings_of
from pages.network.place import NETWORK
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change
from pages.parts.frame import Frame, answer
from pages.parts.mailing import own_address, show_mailings
from pages.server.session import open_database
from planning.circles.model import Membership, MemberState
from planning.core.mail import mail_server
from planning.core.mailing import LONGEST_MAIL, LONGEST_SUBJECT
from planning.core.notation import clock, day, listed, number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.network.meetings import STARTING, Meeting, next_meeting
from planning.network.reminder_service import NETWORK_MAIL, people_reached, remind
from planning.network.standings import BoardStanding

PLACE: Final = "guide_mail"
KINDS: Final = ("meeting", "late", "invitation", "free")


def show(frame: Frame) -> None:
    """Which message, to which boards; the text can be changed before it goes."""
    at = at_network(frame)
    assert at is not None
    following = next_meeting(meetings_of(frame, at).meetings, frame.today)
    reached = people_reached(frame.person, open_database(), at.seat.circle.circle_id)
    answer(_answer(frame, at, following))
    names: dict[str, Callable[[], str]] = {
        "meeting": lambda: _("Before the meeting"),
        "late": lambda: _("What is late"),
        "invitation": lambda: _("Invitation"),
        "free": lambda: _("Your own text"),
    }
    kind = st.segmented_control(
        _("Which message?"),
        list(KINDS),
        default="late" if following is None else "meeting",
        format_func=lambda name: names[name](),
        required=True,
        key="guide_mail_kind",
    )
    options = boards_for(frame, at, str(kind))
    if not options:
        st.markdown(_("There is no board for this message now."))
        return
    board_id = st.selectbox(
        _("To which board?"),
        ["", *(one.board_id for one in options)],
        format_func=lambda key: _named(at, options, reached, key),
        key=f"guide_mail_board_{kind}",
    )
    to = [one.board_id for one in options if board_id in ("", one.board_id)]
    subject, text = message(frame, at, str(kind), board_id or None, following)
    with st.container(border=True):
        if mail_server() is None:
            st.markdown(_("No mail server is set here: copy the text into your own mail."))
            st.code(f"{subject}\n\n{text}", language=None, wrap_lines=True)
            return
        Form(
            PLACE,
            (
                fields.text("subject", _("Subject"), subject, LONGEST_SUBJECT),
                fields.lines("text", _("Message"), text, LONGEST_MAIL, height=320),
            ),
            partial(_send, at, to),
            _("Send"),
            about=f"{kind}_{board_id}",
            look={"type": "primary", "icon": ":material/send:"},
        ).show()
        people = sum(reached.get(one, 0) for one in to)
        st.caption(
            ngettext(
                "Goes to {n} person who speaks for a board here and has an e-mail address.",
                "Goes to {n} people who speak for a board here and have an e-mail address; each gets their own.",
                people,
            ).format(n=number(people))
        )
        show_mailings(frame.person, NETWORK_MAIL)


def _answer(frame: Frame, at: AtCircle, following: Meeting | None) -> str:
    behind = sum(bool(one.late(frame.today)) for one in standings_of(frame, at))
    text = ngettext("**{n} board is late with something.**", "**{n} boards are late with something.**", behind)
    late = text.format(n=number(behind)) if behind else _("**No board is late.**")
    if following is None:
        return late
    return late + " " + _("The next meeting is on {day}.").format(day=day(following.day))


def boards_for(frame: Frame, at: AtCircle, kind: str) -> tuple[Membership, ...]:
    """The boards that a message is for."""
    wanted = (MemberState.INVITED,) if kind == "invitation" else (MemberState.MEMBER,)
    found = tuple(one for one in at.members if one.standing in wanted)
    if kind != "late":
        return found
    behind = {one.board.board_id for one in standings_of(frame, at) if one.late(frame.today)}
    return tuple(one for one in found if one.board_id in behind)


def _named(at: AtCircle, options: Sequence[Membership], reached: dict[str, int], key: str) -> str:
    if not key:
        return ngettext("the one board", "all {n} boards", len(options)).format(n=number(len(options)))
    people = reached.get(key, 0)
    told = ngettext("{n} person with an address", "{n} people with an address", people).format(n=number(people))
    return f"{at.name(key)} · {told}"


def message(frame: Frame, at: AtCircle, kind: str, board_id: str | None, following: Meeting | None) -> tuple[str, str]:
    """Subject and text, for one board or for all."""
    circle = at.seat.circle
    greeting, goodbye = _("Good day,"), _("Kind regards,\n{name}").format(name=frame.person.name)
    if kind == "invitation":
        subject = _("Invitation: {network}").format(network=circle.name)
        body = [_("Your board is invited to the learning network {network}.").format(network=circle.name)]
        body += [circle.about] if circle.about else []
        body += [_("You answer here: {link}").format(link=link(at))]
    elif kind == "late":
        subject = _("{network}: what is still open").format(network=circle.name)
        body = [*_open_parts(frame, at, board_id), _("You go on here: {link}").format(link=link(at))]
    elif kind == "meeting" and following is not None:
        subject = _("{network}: {theme} on {day}").format(
            network=circle.name, theme=following.theme, day=day(following.day)
        )
        body = _before_meeting(at, following)
    else:
        subject, body = circle.name, ["", _("You find the network here: {link}").format(link=link(at))]
    return subject, "\n\n".join([greeting, *body, goodbye])


def link(at: AtCircle, meeting: Meeting | None = None) -> str:
    """Where a message leads: to the right place at one click."""
    address = NETWORK.url(deel="bijeenkomsten") if meeting else NETWORK.url(deel="stand")
    more = f"&{MEETING_ADDRESS}={meeting.number}" if meeting else ""
    return own_address(f"{address}{more}&{NETWORK_ADDRESS}={at.seat.circle.circle_id}")


def _before_meeting(at: AtCircle, following: Meeting) -> list[str]:
    when = _("{day} from {begin} to {end}").format(
        day=day(following.day), begin=clock(following.begins), end=clock(following.ends.time())
    )
    told = (
        (_("When"), when),
        (_("Where"), following.place),
        (_("Expert"), following.expert),
        (_("Theme"), following.theme),
    )
    facts = [f"{label}: {text}" for label, text in told if text]
    if following.number == STARTING:
        asked = _("Will you say here whether you come? {link}").format(link=link(at, following))
    else:
        asked = _(
            "Will you write your preparation here, say what came of your last step, and say whether you come? {link}"
        ).format(link=link(at, following))
    return ["\n".join(facts), asked]


def _open_parts(frame: Frame, at: AtCircle, board_id: str | None) -> list[str]:
    found: Sequence[BoardStanding] = standings_of(frame, at)
    chosen = next((one for one in found if one.board.board_id == board_id), None)
    if chosen is None:
        return [_("Of your board something is still open in our network.")]
    lines = [
        f"- {part_name(part)}" + (" (" + _("before {day}").format(day=day(part.due)) + ")" if part.due else "")
        for part in chosen.late(frame.today)
    ]
    return [_("This is still open of your board:") + "\n" + "\n".join(lines)]


def _send(at: AtCircle, boards: Sequence[str], person: Person, said: Values) -> Outcome:
    people = change(remind, at.seat.circle.circle_id, boards, said["subject"], said["text"])(person)
    text = ngettext("It goes to {n} person of {names}.", "It goes to {n} people of {names}.", people)
    return text.format(n=number(people), names=listed([at.name(one) for one in boards])), None
