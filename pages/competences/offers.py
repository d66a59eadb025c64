"""Competences, part four: trainings and the competences they are for."""

from datetime import date
from functools import partial

import streamlit as st

from pages.competences.data import competences_view
from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import DATE_FORMATS, Frame, now, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from planning.competences.offers import LONGEST_TITLE, MOST_HOURS, STATES, Offer, state_name
from planning.competences.workshop_service import remove_offer, save_offer
from planning.core.notation import day, number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import language

PLACE = "offers"


def show(frame: Frame) -> None:
    """What there is; whoever makes plans adds, changes and removes."""
    names = names_of(frame)
    with st.container(border=True):
        st.subheader(_("Training for the core competences"), anchor=False)
        offers = sorted(competences_view(frame).offers, key=lambda one: (list(STATES).index(one.state), one.title))
        if offers:
            show_table([_row(frame, offer, names) for offer in offers])
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
    left, right = st.columns([1.62, 1])
    with left:
        st.text_input(_("Name of the training"), offer.title, max_chars=LONGEST_TITLE, key=_key("title", chosen))
        st.multiselect(
            _("For which competences"),
            list(names),
            [one for one in offer.competences if one in names],
            format_func=names.__getitem__,
            placeholder=_("choose one or more"),
            key=_key("for", chosen),
        )
    with right, st.container(horizontal=True):
        st.number_input(_("Hours for each teacher"), 1, MOST_HOURS, offer.hours, key=_key("hours", chosen))
        st.selectbox(
            _("State"), list(STATES), list(STATES).index(offer.state), format_func=state_name, key=_key("state", chosen)
        )
        st.date_input(_("Starts on"), offer.starts_on, format=DATE_FORMATS[language()], key=_key("starts", chosen))
    with st.container(horizontal=True):
        st.button(
            _("Keep training"),
            icon=":material/check:",
            key="offer_keep",
            on_click=carry_out,
            args=(PLACE, partial(_keep, chosen)),
        )
        if chosen:
            st.button(
                _("Remove training"),
                type="tertiary",
                icon=":material/delete:",
                key="offer_remove",
                on_click=carry_out,
                args=(PLACE, partial(_remove, chosen)),
            )


def _key(name: str, chosen: int) -> str:
    return key(PLACE, f"{name}_{chosen}")


def _keep(chosen: int, person: Person) -> tuple[str, Back | None]:
    said = {name: value(PLACE, f"{name}_{chosen}") for name in ("title", "for", "hours", "state", "starts")}
    wanted = said["for"] if isinstance(said["for"], list) else []
    starts = said["starts"] if isinstance(said["starts"], date) else None
    hours = int(str(said["hours"] or 0))
    offer = Offer(chosen, str(said["title"] or ""), hours, str(said["state"]), starts, tuple(wanted))
    kept = save_offer(person, open_database(), now(), offer)
    text = _("Changed: {title}.") if chosen else _("Added: {title}.")
    return text.format(title=kept.title), None


def _remove(chosen: int, person: Person) -> tuple[str, Back | None]:
    gone = remove_offer(person, open_database(), now(), chosen)
    st.session_state.pop("offer_chosen", None)
    return _("Removed: {title}.").format(title=gone.title), lambda who: save_offer(who, open_database(), now(), gone)
