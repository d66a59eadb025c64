"""Rondes: when is every school there, and what does it cost?"""

import streamlit as st

from pages.parts.frame import Frame, answer, heading, surroundings
from pages.parts.refusals import guard
from pages.parts.sections import Section, asked_section, show_section
from pages.ratios.few import few_known_bar
from pages.rounds import approval, begin, bridge, explained, money, own, reality, scenarios, schools, settings
from pages.rounds import round as rounds_round
from pages.rounds.place import ROUNDS
from pages.rounds.state import ScenarioDraft, draft_of, keep_sliders, kept_plans, kept_view, text_of
from pages.rounds.top import ages_card, columns_card, metrics, say_answer
from pages.rounds.what_if import beside_card, more_card, what_if_card
from pages.server.away import fragment
from pages.server.session import arrived, runs_alone, speak
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.rounds.case import missing_for_a_plan
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.solver.planner import NoPlan
from planning.rounds.view import RoundsView


@fragment()
def body() -> None:
    """Everything that follows a slider: it alone runs again when one is moved."""
    if runs_alone():  # without main.py: nobody asked who this is, and in which language
        found = arrived()
        speak(found[0] if found else None)
        if found is None or found[1] != st.session_state["data_version"]:
            st.rerun()
    frame = surroundings()
    view = kept_view(frame)
    draft = draft_of(view)
    try:
        plans = kept_plans(frame, view, draft.scenario)
    except NoPlan:
        answer(_("**What is ordered and fixed costs more than these budgets.**"))
        st.markdown(_("Raise a budget, or take back what was fixed."))
        what_if_only(frame, view, draft)
        return
    if approval.is_open(frame):
        keep_sliders(view, draft.saved)
        approval.show(frame, view, draft, plans)
        return
    everybody = (Right.READ,)
    sections = {
        "plan": Section(_("The plan"), "query_stats", everybody, lambda frame: _plan_cards(frame, view, draft, plans)),
        "ronde": Section(
            _("This round"), "shopping_cart", everybody, lambda frame: rounds_round.show(frame, view, plans)
        ),
        "scholen": Section(_("Schools"), "school", everybody, lambda frame: schools.show(frame, view, plans)),
        "uitleg": Section(
            _("Explained"), "lightbulb", everybody, lambda frame: explained.show(frame, view, draft, plans)
        ),
        "scenarios": Section(
            _("Scenarios"), "alt_route", everybody, lambda frame: scenarios.show(frame, view, draft, plans)
        ),
        "geld": Section(_("Money"), "euro", everybody, lambda frame: money.show(frame, view, plans)),
        "werkelijkheid": Section(
            _("Plan and reality"), "fact_check", everybody, lambda frame: reality.show(frame, view)
        ),
        "instellingen": Section(
            _("Rounds and rules"), "tune", everybody, lambda frame: settings.show(frame, view, plans)
        ),
    }
    has_sliders = asked_section(sections, frame.person) == "plan"
    if not has_sliders:
        keep_sliders(view, draft.saved)
    frame.card("rounds_answer", lambda: say_answer(frame, view, plans), text_of(plans.scenario))
    approval.bar(frame, view, draft, plans, way_back=not has_sliders)
    show_section(frame, sections, key="rounds_section", label=_("More about the rounds"))


def _figures(view: RoundsView, plans: ScenarioPlans) -> None:
    metrics(view, plans)
    bridge.sum_line(view, plans)


def _plan_cards(frame: Frame, view: RoundsView, draft: ScenarioDraft, plans: ScenarioPlans) -> None:
    """When and for how much, what there is, what is bought, and what another budget would do."""
    frame.card("rounds_figures", lambda: _figures(view, plans), text_of(plans.scenario))
    left, right = st.columns([1, 1.25])
    with left:
        ages_card(frame, view)
    with right:
        columns_card(frame, view, plans)
    left, right = st.columns([1, 2.25])
    with left:
        what_if_card(frame, view, draft, plans)
    with right:
        beside_card(frame, view, plans)
        frame.card("rounds_more", lambda: more_card(frame, view, plans), text_of(plans.scenario))


def what_if_only(frame: Frame, view: RoundsView, draft: ScenarioDraft) -> None:
    """The sliders and the wishes, where there is no plan to show beside them."""
    left, right = st.columns([1, 2])
    with left:
        what_if_card(frame, view, draft, None)
    with right:
        scenarios.wishes_card(frame, view, draft)


def show(frame: Frame) -> None:
    """The rounds of the whole board."""
    heading(frame, _("Rounds"))
    view = kept_view(frame)
    missing = missing_for_a_plan(view)
    few_known_bar(frame)
    if missing:
        begin.show(frame, view, missing)
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
