"""Settings of a new board: the steps from nothing to the first figure and the first plan, the next one open."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from pages.inventory.place import INVENTORY
from pages.parts.frame import Frame, answer, plain
from pages.parts.places import Place
from pages.parts.show import show_table
from pages.rounds.place import ROUNDS
from pages.school.deliver import reminder
from pages.server.session import sign_in_as
from pages.settings import duo_files, many_people, one_school
from pages.settings.beginning import STEPS, Beginning, beginning
from planning.core.notation import day, listed, number
from planning.core.rights import ROLE_NAMES, Person, Right
from planning.core.settings import settings
from planning.core.translation import gettext as _
from planning.core.translation import ngettext

MOST_BUTTONS = 4


def show(frame: Frame) -> None:
    """The steps: what is done in one line each, the next one open, the others a click away."""
    found = beginning(frame)
    if found is None:
        answer(_("**Everything is in place: schools, people, lists and a budget.**"))
        return
    answer(_words(found))
    show_step: Mapping[str, Callable[[Frame, Beginning], None]] = {
        "schools": _schools,
        "people": _people,
        "lists": _lists,
        "budget": _budget,
    }
    for n, step in enumerate(STEPS, 1):
        is_done = step in found.done
        icon = ":material/check_circle:" if is_done else f":material/counter_{n}:"
        label = f"{_(STEPS[step])} · {_state(step, found)}"
        opened = step == found.next or (step == "lists" and found.next is None)
        with st.expander(label, expanded=opened, icon=icon):
            show_step[step](frame, found)


def _words(found: Beginning) -> str:
    if found.next is None:
        n = len(found.to_deliver)
        text = ngettext(
            "**{n} school still has to hand in its list.**", "**{n} schools still have to hand in their list.**", n
        )
        return text.format(n=number(n))
    text = ngettext(
        "**{n} of {total} steps is done.** Next: {step}.",
        "**{n} of {total} steps are done.** Next: {step}.",
        len(found.done),
    )
    return text.format(n=number(len(found.done)), total=number(len(STEPS)), step=_(STEPS[found.next]).lower())


def _state(step: str, found: Beginning) -> str:
    schools = len(found.schools)
    some = ngettext("{n} school", "{n} schools", schools).format(n=number(schools))
    if step == "schools":
        return some
    if step == "people":
        return ngettext("{n} person", "{n} people", len(found.people)).format(n=number(len(found.people)))
    if step == "lists":
        there = schools - len(found.to_deliver)
        return _("{n} of {schools}").format(n=number(there), schools=some)
    return ngettext("{n} round", "{n} rounds", found.rounds).format(n=number(found.rounds))


def _schools(frame: Frame, found: Beginning) -> None:
    uncounted = [plain(school.name) for school in found.schools if school.pupils is None]
    if uncounted:
        st.markdown(_("Without pupils yet: {schools}.").format(schools=listed(uncounted)))
    if "schools" not in found.done:
        duo_files.show_at_hand(frame)
    left, right = st.columns(2)
    with left:
        duo_files.show(frame.person, {school.school_id: school.name for school in found.schools})
    with right:
        one_school.show(frame)


def _people(frame: Frame, found: Beginning) -> None:
    own = {school_id for person in found.people for school_id in person.school_ids}
    without = [plain(school.name) for school in found.schools if school.school_id not in own]
    if without and found.schools:
        text = _("No ICT coordinator yet: {schools}. A group ICT coordinator hands in lists for every school.")
        st.markdown(text.format(schools=listed(without)))
    many_people.show(frame)


def _lists(frame: Frame, found: Beginning) -> None:
    if not found.schools:
        st.markdown(_("First come the schools."))
        return
    show_table(
        [
            {
                _("School"): plain(school.name),
                _("Who hands it in"): plain(
                    listed([person.name for person in found.deliverers(school.school_id)]) or "–"
                ),
                _("List"): ":green-badge[:material/check: " + day(school.counted_on) + "]"
                if school.counted_on
                else ":gray-badge[○ " + _("not yet") + "]",
            }
            for school in found.schools
        ],
        _("Lists of the schools"),
    )
    waiting = {school.school_id: school for school in found.to_deliver}
    if not waiting:
        return
    school_id = st.selectbox(
        _("Remind, or hand in for"), list(waiting), format_func=lambda one: waiting[one].name, key="start_school"
    )
    able = found.deliverers(school_id)
    names = [person.name for person in able]
    st.code(reminder(frame, names, [waiting[school_id]]), language=None, wrap_lines=True)
    if not able:
        st.markdown(_("Nobody can hand in this list yet: first add an ICT coordinator above, under people."))
        return
    if not frame.person.may(Right.UPLOAD) and settings().is_local:
        st.markdown(_("As an administrator you do not hand in lists yourself. On this computer you can go on as:"))
    _go_on_as(able, INVENTORY, "list", school=school_id)


def _budget(frame: Frame, found: Beginning) -> None:
    able = [person for person in found.people if person.may(Right.PLAN)]
    st.markdown(
        _(
            "A round is a moment at which the board buys, with a budget. "
            "The chair or the group ICT coordinator fills it in."
        )
    )
    if able:
        _go_on_as(able, ROUNDS, "budget")
    else:
        st.markdown(_("Nobody at the board may do that yet: first add one of them above, under people."))


def _go_on_as(able: list[Person], place: Place, name: str, **query: str) -> None:
    """In local mode whoever is at this computer may go on as a colleague: straight to where the work is."""
    if not settings().is_local:
        return
    with st.container(horizontal=True):
        for person in able[:MOST_BUTTONS]:
            role = _(ROLE_NAMES[person.role])
            st.button(
                _("Go on as {name} · {role}").format(name=plain(person.name), role=role),
                icon=":material/switch_account:",
                key=f"go_on_{name}_{person.person_id}",
                on_click=partial(sign_in_as, person, place.url(**query)),
            )
