"""Competences, part four: trainings and the competences they are for."""

from functools import partial

import streamlit as st

from pages.competences.data import competences_view
from pages.parts import fields
from pages.parts.forms import Button, Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, plain
from pages.parts.show import show_table
from planning.competences.offers import LONGEST_TITLE, MOST_HOURS, STATES, Offer, state_name
from planning.competences.workshop_service import remove_offer, save_offer
from planning.core.notation import day, number
from planning.core.rights import Person, Right
from planning.core.text import name_key
from planning.core.translation import gettext as _

PLACE = "offers"


def show(frame: Frame) -> None:
    """What there is; whoever makes plans adds, changes and removes."""
    names = names_of(frame)
    with st.container(border=True):
        st.subheader(_("Training for the core competences"), anchor=False)
        offers = sorted(
            competences_view(frame).offers, key=lambda one: (list(STATES).index(one.state), name_key(one.title))
        )
        if offers:
            show_table([_row(frame, offer, names) for offer in offers], _("Training for the core competences"))
        else:
            st.markdown(_("There is no training yet. With each training you see here which gap it answers."))
        st.caption(
            _("Visits of i-Coaches for a core competence are booked at the quality teams and counted at the gap.")
        )
        if frame.person.may(Right.PLAN) and names:
            _form(offers, names)
        show_outcome(PLACE)


def names_of(frame: Frame) -> dict[str, str]:
    """The competences a training can be for, by key: of the set that holds, else those of the workshop."""
    adopted = competences_view(frame).set_on(frame.as_of)
    return {one.key: one.name for one in (adopted.members if adopted else competences_view(frame).competences)}


def _row(frame: Frame, offer: Offer, names: dict[str, str]) -> dict[str, str]:
    row = {_("Training"): plain(offer.title), _("State"): state_name(offer.state)}
    if not frame.theme.compact:
        row |= {
            _("Starts on"): day(offer.starts_on) if offer.starts_on else "–",
            _("Hours each"): number(offer.hours),
        }
    return row | {_("For"): ", ".join(plain(names[one]) for one in offer.competences if one in names) or "–"}


def _form(offers: list[Offer], names: dict[str, str]) -> None:
    by_id = {offer.offer_id: offer for offer in offers}
    chosen = st.selectbox(
        _("Add or change"),
        [0, *by_id],
        format_func=lambda one: by_id[one].title if one else _("a new training"),
        key="offer_chosen",
        width=420,
    )
    offer = by_id.get(chosen, Offer(0, "", 8, "planned", None, ()))
    title = fields.text("title", _("Name of the training"), offer.title, LONGEST_TITLE)
    what_for = fields.several(
        "competences",
        _("For which competences"),
        names,
        offer.competences,
        names.__getitem__,
        placeholder=_("choose one or more"),
    )
    hours = fields.number("hours", _("Hours for each teacher"), offer.hours, (1, MOST_HOURS))
    state = fields.choice("state", _("State"), list(STATES), offer.state, state_name)
    starts = fields.day("starts_on", _("Starts on"), offer.starts_on)
    remove = Button(_("Remove training"), partial(_remove, chosen), icon=":material/delete:", key="offer_remove")
    form = Form(
        PLACE,
        (title, what_for, hours, state, starts),
        partial(_keep, chosen),
        _("Keep training"),
        about=chosen,
        others=(remove,) if chosen else (),
        look={"icon": ":material/check:", "key": "offer_keep"},
        at_once=True,
    )
    left, right = st.columns([1.62, 1])
    with left:
        form.draw(title)
        form.draw(what_for)
    with right, st.container(horizontal=True):
        form.draw(hours)
        form.draw(state)
        form.draw(starts)
    with st.container(horizontal=True):
        form.buttons()


def _keep(chosen: int, person: Person, said: Values) -> Outcome:
    kept = change(save_offer, Offer(chosen, **said | {"hours": said["hours"] or 0}))(person)
    text = _("Changed: {title}.") if chosen else _("Added: {title}.")
    return text.format(title=kept.title), None


def _remove(chosen: int, person: Person) -> Outcome:
    gone = change(remove_offer, chosen)(person)
    st.session_state.pop("offer_chosen", None)
    return _("Removed: {title}.").format(title=gone.title), change(save_offer, gone)
