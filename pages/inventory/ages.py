"""How old the count of every school is, and the question to all of them whether it is still right."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

import streamlit as st

from pages.inventory.data import duplicates_of_board
from pages.inventory.merging import asks_to_merge, merge_form
from pages.inventory.place import INVENTORY
from pages.parts import fields
from pages.parts.forms import Back, Button, Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, answer, plain
from pages.parts.mailing import own_address, show_mailings
from pages.parts.show import show_table
from pages.ratios.data import ratio_on, ratio_view
from planning.core.mail import mail_server
from planning.core.notation import day, number
from planning.core.rights import Person, Right
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.inventory.check_mail import CHECK_MAIL
from planning.inventory.service import Check
from planning.inventory.upkeep_service import Duplicate, ask_schools, merge_everywhere
from planning.ratios.rules import SchoolRatio

PLACE: Final = "ages"
MERGING: Final = "merging"
WEEKS: Final = timedelta(weeks=3)
"""That schools get to answer, unless another day is chosen."""


def ages(frame: Frame) -> None:
    """Every school with the age of its list, oldest first; and for who plans, the question to all."""
    schools = sorted(
        ratio_on(frame, frame.today).schools, key=lambda one: (one.counted_on or date.min, name_key(one.name))
    )
    asked = ratio_view(frame).fleets.check
    right = sum(one.counted_on is not None and not one.is_stale for one in schools)
    answer(
        ngettext(
            "**{n} of {all} lists is recent.** Choose a school to see its list.",
            "**{n} of {all} lists are recent.** Choose a school to see its list.",
            right,
        ).format(n=number(right), all=number(len(schools)))
    )
    if asked or frame.person.may(Right.PLAN):
        _asking(frame, schools, asked)
    if frame.person.may(Right.MANAGE) and frame.person.may(Right.UPLOAD):
        _merging(duplicates_of_board(frame))
    show_table(
        [_row(frame, one, asked) for one in schools], _("Age of the lists"), figures=[_("Devices"), _("Age in days")]
    )
    st.caption(
        _("A list older than {n} days is out of date; that limit is the board’s own.").format(
            n=number(frame.board.stale_after_days)
        )
    )


def _merging(found: Sequence[Duplicate]) -> None:
    """Names that seem to be one make or model, of all schools in one step."""
    if asks_to_merge(MERGING, found):
        with st.container(border=True):
            st.markdown(_("This gives them one name at **every school**; one click takes it back everywhere."))
            merge_form(
                MERGING, "board", found, lambda person, chosen: change(merge_everywhere, chosen)(person)
            ).show_fields()
    show_outcome(MERGING)


def _row(frame: Frame, school: SchoolRatio, asked: Check | None) -> dict[str, str]:
    counted = school.counted_on
    brief = frame.theme.compact
    return {
        _("School"): f"[{plain(school.name)}]({INVENTORY.url(school=school.school_id)})",
        **({} if brief else {_("Devices"): "–" if school.devices is None else number(school.devices)}),
        **({} if brief else {_("Counted on"): day(counted) if counted else "–"}),
        _("Age in days"): number((frame.today - counted).days) if counted else "–",
        _("Status"): _status(school, asked),
    }


def _status(school: SchoolRatio, asked: Check | None) -> str:
    if school.counted_on is None:
        return _("○ no list yet")
    if school.is_stale:
        return _("▶ out of date")
    if asked and school.counted_on < asked.asked_on:
        return _("◇ asked, no answer yet")
    return _("● recent")


def _asking(frame: Frame, schools: list[SchoolRatio], asked: Check | None) -> None:
    with st.container(border=True):
        st.subheader(_("Is the list still right?"), anchor=False)
        if asked:
            done = sum(one.counted_on is not None and one.counted_on >= asked.asked_on for one in schools)
            text = _("Asked on {asked} by {name}: **{n} of {all}** schools answered. They have until **{due}**.")
            st.markdown(
                text.format(
                    asked=day(asked.asked_on),
                    name=plain(asked.asked_by),
                    n=number(done),
                    all=number(len(schools)),
                    due=day(asked.due),
                )
            )
        else:
            st.markdown(
                _("Schools see the question with their list and on their overview. One click answers it: yes, it is.")
            )
        if frame.person.may(Right.PLAN):
            _form(frame, asked).show()
            show_mailings(frame.person, CHECK_MAIL)
        else:
            show_outcome(PLACE)


def _form(frame: Frame, asked: Check | None) -> Form:
    def save(person: Person, said: Values) -> Outcome:
        link = own_address(INVENTORY.url()) if said.get("by_mail") else None
        before, mailed = change(ask_schools, said["due"], link=link)(person)
        told = _("All schools are asked, until {day}.").format(day=day(said["due"]))
        return told, None if mailed else _back_to(before)  # what is in a mailbox is not undone

    def stop(person: Person) -> Outcome:
        before, _mailed = change(ask_schools, None)(person)
        return _("Schools are no longer asked."), _back_to(before)

    first = frame.today
    due = fields.day("due", _("Answer by"), first + WEEKS, min_value=first, missing="check_due_past", width=220)
    by_mail = fields.tick("by_mail", _("Also by mail to their ICT coordinators, once more three days before"), True)
    parts = (due, by_mail) if mail_server() else (due,)
    others = (Button(_("Stop asking"), stop, ":material/close:"),) if asked else ()
    label = _("Ask all schools again") if asked else _("Ask all schools")
    look = {"type": "secondary"} if asked else {"type": "primary"}
    return Form(PLACE, parts, save, label, others=others, look=look)


def _back_to(before: Check | None) -> Back:
    return change(ask_schools, before.due if before else None, before.asked_on if before else None)
