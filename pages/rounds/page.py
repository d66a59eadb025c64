"""Rondes: when is every school there, and what does it cost?"""

import streamlit as st

from pages.parts.frame import Frame, answer, heading, surroundings
from pages.parts.refusals import guard
from pages.parts.theme import segment
from pages.rounds import begin, explained, money, own, reality, scenarios, schools, settings
from pages.rounds import round as rounds_round
from pages.rounds.place import ROUNDS
from pages.rounds.state import Draft, draft_of, kept_known, shown_plan
from pages.rounds.top import ages_card, columns_card, metrics, say_answer
from pages.rounds.what_if import beside_card, more_card, what_if_card
from pages.server.session import arrived, speak
from planning.core.translation import gettext as _
from planning.rounds.case import missing_for_a_plan
from planning.rounds.solver.planner import NoPlan
from planning.rounds.view import Known

ADDRESS = "deel"


@st.fragment
def body() -> None:
    """Everything that follows a slider: it alone runs again when one is moved."""
    found = arrived()
    speak(found[0] if found else None)  # a fragment runs without main.py: it has no language yet
    if found is None or found[1] != st.session_state["data_version"]:
        st.rerun()
    frame = surroundings()
    known = kept_known(frame)
    draft = draft_of(known)
    try:
        computed = shown_plan(frame, known, draft)
    except NoPlan:
        answer(_("**What is ordered and fixed costs more than these budgets.**"))
        st.markdown(_("Raise a budget, or take back what was fixed."))
        what_if_only(frame, known, draft)
        return
    say_answer(frame, known, computed)
    metrics(known, computed)
    left, right = st.columns([1, 1.25])
    with left:
        ages_card(frame, known)
    with right:
        columns_card(frame, known, computed)
    left, middle, right = st.columns([1, 1.25, 1])
    with left:
        what_if_card(frame, known, draft, computed)
    with middle:
        beside_card(frame, known, computed)
    with right:
        more_card(frame, known, computed)
    sections = {
        "ronde": (_("This round"), "shopping_cart", rounds_round.show),
        "scholen": (_("Schools"), "school", schools.show),
        "uitleg": (_("Explained"), "lightbulb", explained.show),
        "scenarios": (_("Scenarios"), "alt_route", scenarios.show),
        "geld": (_("Money"), "euro", money.show),
        "werkelijkheid": (_("Plan and reality"), "fact_check", reality.show),
        "instellingen": (_("Rounds and rules"), "tune", settings.show),
    }
    asked = st.query_params.get(ADDRESS)
    chosen = st.segmented_control(
        _("More about the rounds"),
        list(sections),
        default=asked if asked in sections else "ronde",
        format_func=lambda key: segment(f":material/{sections[key][1]}: {sections[key][0]}"),
        key="rounds_section",
        on_change=_other_section,
        required=True,
        label_visibility="collapsed",
    )
    sections[chosen or "ronde"][2](frame, known, draft, computed)


def what_if_only(frame: Frame, known: Known, draft: Draft) -> None:
    """The sliders and the wishes, where there is no plan to show beside them."""
    left, right = st.columns([1, 2])
    with left:
        what_if_card(frame, known, draft, None)
    with right:
        scenarios.wishes_card(frame, known, draft)


def _other_section() -> None:
    st.query_params[ADDRESS] = st.session_state["rounds_section"]


def show(frame: Frame) -> None:
    """The rounds of the whole board."""
    heading(frame, _("Rounds"))
    known = kept_known(frame)
    missing = missing_for_a_plan(known)
    if missing:
        begin.show(frame, known, missing)
    else:
        body()


def show_own(frame: Frame) -> None:
    """The plan of the schools of a coordinator."""
    heading(frame, _("Rounds"))
    answer(own.answer_of(frame))
    for school in frame.schools:
        own.plan_card(frame, school.school_id, answered=True)


guard(ROUNDS)
here = surroundings()
if here.person.reach is None:
    show(here)
else:
    show_own(here)
