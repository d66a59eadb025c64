"""The workshop's last step: the chair adopts the core competences, frozen as they are, with a date."""

from functools import partial

import streamlit as st

from pages.competences.data import competences_view
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, key, show_refused, value
from pages.parts.frame import Frame, plain
from planning.competences.workshop import Competence, ranked
from planning.competences.workshop_service import adopt
from planning.core.notation import day, number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext

ADOPT = "adopt"


def show(frame: Frame) -> None:
    """Choose and adopt on the left, what was adopted before on the right."""
    left, right = st.columns([1.25, 1])
    with left:
        _adopt_card(frame)
    with right:
        _history_card(frame)


def _adopt_card(frame: Frame) -> None:
    known = ranked(competences_view(frame).competences)
    with st.container(border=True, height="stretch"):
        st.subheader(_("Which become core competences?"), anchor=False)
        if not known:
            st.markdown(_("There is none yet. Merge ideas, or take competences of a framework at step 1."))
            return
        may = frame.person.may(Right.DECIDE)
        holds = competences_view(frame).set_on(frame.as_of)
        now_core = {one.key for one in holds.members} if holds else set()
        for one in known:
            ready = one.wanted is not None
            is_core = one.key in now_core if now_core else ready
            st.checkbox(_label(one), is_core, key=key(ADOPT, one.key), disabled=not may)
            show_refused(ADOPT, one.key)
        if not may:
            st.markdown(_("The chair adopts them."))
            return
        latest = frame.today
        on = fields.day(
            "adopted_on", _("They hold from"), latest, missing="adoption_without_day", max_value=latest, width=200
        )
        look = {"type": "primary", "icon": ":material/check:", "key": "adopt"}
        save = partial(_adopt, [one.key for one in known])
        Form(ADOPT, (on,), save, _("Adopt core competences"), look=look, at_once=True).show()


def _label(one: Competence) -> str:
    points = ngettext("{n} point", "{n} points", one.points).format(n=number(one.points))
    wanted = _("no wanted level yet") if one.wanted is None else _("wanted level {n}").format(n=number(one.wanted))
    return f"**{plain(one.name)}** · {points} · {wanted}"


def _adopt(keys: list[str], person: Person, said: Values) -> Outcome:
    chosen = [one for one in keys if value(ADOPT, one)]
    made = change(adopt, said["adopted_on"], chosen)(person)
    text = ngettext("{n} core competence holds from {day}.", "{n} core competences hold from {day}.", len(made.members))
    return text.format(n=number(len(made.members)), day=day(made.adopted_on)), None


def _history_card(frame: Frame) -> None:
    with st.container(border=True, height="stretch"):
        st.subheader(_("Adopted so far"), anchor=False)
        if not competences_view(frame).sets:
            st.markdown(_("Nothing is adopted yet. Once it is, the picture and the self-scan use these competences."))
            return
        for one in sorted(competences_view(frame).sets, key=lambda one: one.version, reverse=True):
            when = _("Adopted on {day} by {name}.").format(day=day(one.adopted_on), name=plain(one.adopted_by))
            members = " · ".join(plain(member.name) for member in one.members)
            st.markdown(f"**{when}**  \n:small[{members}]")
