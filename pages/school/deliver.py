"""Who must hand in an inventory, and a text to ask them with."""

from collections.abc import Sequence
from functools import partial
from typing import Final
from urllib.parse import quote, urlencode

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change
from pages.parts.frame import Frame, plain
from pages.parts.mailing import show_mailings
from pages.parts.show import show_table
from pages.ratios.data import ratio_on
from pages.school.place import SCHOOL
from pages.server.session import open_database
from planning.core.mail import mail_server
from planning.core.mailing import LONGEST_MAIL, LONGEST_SUBJECT
from planning.core.notation import day, listed, number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.reminder_service import (
    SCHOOL_MAIL,
    coordinators_reached,
    may_remind,
    remind_school,
)
from planning.ratios.rules import SchoolRatio

PLACE: Final = "deliver_mail"


def to_deliver(frame: Frame) -> list[SchoolRatio]:
    """The schools within reach without an inventory, then those whose inventory is out of date, the oldest first."""
    schools = ratio_on(frame, frame.as_of).schools
    missing = [school for school in schools if school.counted_on is None]
    stale = [school for school in schools if school.is_stale]
    return missing + sorted(stale, key=lambda school: str(school.counted_on))


def deliver_card(frame: Frame) -> None:
    """Who must hand in a list, and the text; nothing to ask for where all lists are there and fresh."""
    schools = to_deliver(frame)
    with st.container(border=True):
        st.subheader(_("Who hands in an inventory?"), anchor=False)
        if not schools:
            st.markdown(
                _(":green-badge[:material/check_circle: all there] Every school has an inventory that is up to date.")
            )
            return
        text = ngettext(
            "**{n} school** has no inventory yet, or one that is older than {days} days.",
            "**{n} schools** have no inventory yet, or one that is older than {days} days.",
            len(schools),
        )
        st.markdown(text.format(n=number(len(schools)), days=number(frame.board.stale_after_days)))
        rows = [
            {
                _("School"): f"[{plain(school.name)}]({SCHOOL.url(school=school.school_id)})",
                _("Last inventory"): _age(frame, school),
            }
            for school in schools
        ]
        show_table(rows, _("Who hands in an inventory?"))
        if may_remind(frame.person):
            with st.expander(_("A text for asking them"), icon=":material/mail:"):
                _ask(frame, schools)
            show_mailings(frame.person, SCHOOL_MAIL)


def _ask(frame: Frame, schools: Sequence[SchoolRatio]) -> None:
    """The text for all of them at once or for one, to copy or to mail."""
    by_id = {school.school_id: school for school in schools}
    chosen = st.selectbox(
        _("The message is for"),
        ["", *by_id],
        format_func=lambda key: by_id[key].name if key else _("all of them in one text"),
        key="deliver_school",
    )
    text = reminder(frame, (), [by_id[chosen]] if chosen else schools)
    subject = _("Your list of devices, by Vlootplan")
    server = mail_server() if chosen else None
    if server is None:
        st.code(text, language=None, wrap_lines=True)
        address = f"mailto:?{urlencode({'subject': subject, 'body': text}, quote_via=quote)}"
        st.link_button(_("Open in your own mail"), address, icon=":material/mail:", type="tertiary")
        return
    people = coordinators_reached(frame.person, open_database()).get(chosen, 0)
    told = ngettext(
        "Goes to {n} ICT coordinator of this school with an e-mail address.",
        "Goes to {n} ICT coordinators of this school with an e-mail address; each gets their own.",
        people,
    )
    Form(
        PLACE,
        (
            fields.text("subject", _("Subject"), subject, LONGEST_SUBJECT),
            fields.lines("text", _("Message"), text, LONGEST_MAIL, height=320),
        ),
        partial(_send, by_id[chosen]),
        _("Send"),
        about=chosen,
        look={"type": "primary", "icon": ":material/send:"},
    ).show()
    st.caption(told.format(n=number(people)))


def _send(school: SchoolRatio, person: Person, said: Values) -> Outcome:
    people = change(remind_school, school.school_id, said["subject"], said["text"])(person)
    text = ngettext("It goes to {n} person of {school}.", "It goes to {n} people of {school}.", people)
    return text.format(n=number(people), school=school.name), None


def _age(frame: Frame, school: SchoolRatio) -> str:
    if school.counted_on is None:
        return _("none yet")
    days = (frame.as_of - school.counted_on).days
    text = ngettext("of {day}, {n} day old", "of {day}, {n} days old", days)
    return text.format(day=day(school.counted_on), n=number(days))


def reminder(frame: Frame, whom: Sequence[str], schools: Sequence[SchoolRatio]) -> str:
    """The text of a mail that asks for the lists of these schools, to copy; `whom`: names, none of a letter to many."""
    text = _(
        "Dear {whom},\n\nOn {day} there is no up-to-date list of devices for:\n\n{schools}\n\nWill "
        "you hand in your list, in Vlootplan on the page Inventory? The list that you "
        "already keep will do: Excel, ods or csv, with one row per device or numbers per "
        "kind; an export of your device management is fine too. Leave names of pupils and "
        "teachers out; we do not read them. You see what we read before anything is kept. It "
        "takes a quarter of an hour at most.\n\nKind regards,\n{name}\n{board}"
    )
    return text.format(
        whom=listed(list(whom)) or _("colleague"),
        day=day(frame.as_of),
        schools="\n".join(f"- {school.name} ({_age(frame, school)})" for school in schools),
        name=frame.person.name,
        board=frame.board.name,
    )
