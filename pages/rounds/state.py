"""What the page of rounds works with: the board's facts, the scenario being looked at, and plans kept for all.

A slider asks for a plan at once: each browser session holds one warm solver for the scenario it looks at. What is
shown without touching a slider, compared or approved is the full plan, made once for everybody with the same rights.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from pages.parts.data import DataKey
from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.ratios.data import ratio_view
from pages.server.session import open_database
from planning.core.rights import Right, require
from planning.core.translation import gettext as _
from planning.rounds.choice_json import wishes_to_json
from planning.rounds.model import BASIS, Scenario, Wishes
from planning.rounds.scenario_plans import AT_ONCE, THOROUGH, QuickPlanner, ScenarioPlans, compute
from planning.rounds.service import SchoolPart, rounds_view, school_part
from planning.rounds.view import RoundsView

ADDRESS: Final = "scenario"
_FULLY: Final = "rounds_asked_fully"
_WARM: Final = "rounds_warm_solver"
_views: Final = AnswerCache[RoundsView](50)
_plans: Final = AnswerCache[ScenarioPlans](100)
_parts: Final = AnswerCache[SchoolPart | None](300)
_answers: Final = AnswerCache[object](300)


@dataclass(frozen=True)
class ScenarioDraft:
    """The scenario being looked at, with what a person changed since it was saved."""

    saved: Scenario
    scenario: Scenario  # as it is now

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what was saved."""
        return self.scenario != self.saved


def kept_view(frame: Frame) -> RoundsView:
    """All that a plan is made of, on the reference date."""
    require(frame.person, Right.READ)
    person, ratios, as_of = frame.person, ratio_view(frame), frame.as_of
    return _views.answer((frame.key, as_of), lambda: rounds_view(person, open_database(), ratios, as_of))


def text_of(scenario: Scenario) -> str:
    """What a plan depends on of a scenario, as one text."""
    return repr((sorted(scenario.budgets.items()), wishes_to_json(scenario.wishes)))


def kept_plans(frame: Frame, view: RoundsView, scenario: Scenario) -> ScenarioPlans:
    """The full plan of a scenario, with a status where it still has to be made. Raises NoPlan."""
    nodes = THOROUGH if is_asked(scenario) else AT_ONCE
    key = *_key(frame.key, frame, scenario), nodes
    if key in _plans:
        return _plans.answer(key, lambda: compute(view, scenario, nodes))
    with st.spinner(_("Looking for the best plan…"), show_time=True):
        return _plans.answer(key, lambda: compute(view, scenario, nodes))


def shown_plan(frame: Frame, view: RoundsView, draft: ScenarioDraft) -> ScenarioPlans:
    """The plan to show: a quick one while somebody moves sliders, else the full one. Raises NoPlan."""
    scenario = draft.scenario
    if draft.is_changed and not is_asked(scenario):
        return quick_plan(frame, view, scenario)
    return kept_plans(frame, view, scenario)


def quick_plan(frame: Frame, view: RoundsView, scenario: Scenario) -> ScenarioPlans:
    """A plan at once; how good it is at most, it does not say. Raises NoPlan."""
    return warm(frame, view, scenario).compute(view, scenario)


def warm(frame: Frame, view: RoundsView, scenario: Scenario) -> QuickPlanner:
    """The solver of this browser session, new where anything but budgets changed."""
    # who gets something in the first round depends on its budget, so there a slider moves more than budgets
    budgets = text_of(scenario) if view.rules.nobody_waits else ""
    subject = frame.key, frame.as_of, repr(wishes_to_json(scenario.wishes)), budgets
    kept: tuple[object, QuickPlanner] | None = st.session_state.get(_WARM)
    if kept is None or kept[0] != subject:
        kept = subject, QuickPlanner(view, scenario)
        st.session_state[_WARM] = kept
    return kept[1]


def ask_fully(scenario: Scenario) -> None:
    """From now on this scenario is worked out thoroughly, with a sharper proof of how good the plan is."""
    st.session_state[_FULLY] = text_of(scenario)


def is_asked(scenario: Scenario) -> bool:
    """Whether this session asked for a scenario to be worked out thoroughly."""
    return bool(st.session_state.get(_FULLY) == text_of(scenario))


def kept_answer(frame: Frame, plans: ScenarioPlans, name: str, make: Callable[[], object]) -> object:
    """Something worked out about a full plan, made once; a quick plan is a person's own, and so is what follows."""
    if plans.is_quick:
        return make()
    subject = *_key(frame.key, frame, plans.scenario), plans.best.gap
    return _answers.answer((name, subject), make)


def kept_part(frame: Frame, school_id: str) -> SchoolPart | None:
    """One school's part of the approved plan."""
    require(frame.person, Right.READ, school_id)
    person, ratios, as_of = frame.person, ratio_view(frame), frame.as_of
    key = frame.key, as_of, school_id
    return _parts.answer(key, lambda: school_part(person, open_database(), ratios, as_of, school_id))


def draft_of(view: RoundsView) -> ScenarioDraft:
    """The scenario of the address, and what was changed of it in this session."""
    asked = st.query_params.get(ADDRESS, "")
    saved = next((s for s in view.scenarios if str(s.scenario_id) == asked), BASIS)
    wishes = st.session_state.get(_name("wishes", saved), saved.wishes)
    budgets = {
        r.round_id: st.session_state.get(slider_key(saved, r.round_id), saved.budgets.get(r.round_id, r.budget_cents))
        for r in view.to_come
    }
    own = {r.round_id: r.budget_cents for r in view.to_come}
    differing = {key: cents for key, cents in budgets.items() if cents != own[key]}
    earlier = {key: cents for key, cents in saved.budgets.items() if key not in own}
    return ScenarioDraft(saved, replace(saved, budgets=earlier | differing, wishes=wishes))


def slider_key(saved: Scenario, round_id: int) -> str:
    """The key of a round's budget slider; another scenario has sliders of its own."""
    return f"{_name('budget', saved)}_{round_id}"


def remember_wishes(saved: Scenario, wishes: Wishes) -> None:
    """Keep wishes for this session."""
    st.session_state[_name("wishes", saved)] = wishes


def drop_changes(saved: Scenario, view: RoundsView) -> None:
    """Back to what was saved."""
    st.session_state.pop(_name("wishes", saved), None)
    for one in view.to_come:
        st.session_state.pop(slider_key(saved, one.round_id), None)


def look_at(scenario: Scenario) -> None:
    """Look at another scenario."""
    if scenario.scenario_id:
        st.query_params[ADDRESS] = str(scenario.scenario_id)
    else:
        st.query_params.pop(ADDRESS, None)


def _name(what: str, saved: Scenario) -> str:
    return f"rounds_{what}_{saved.scenario_id}"


def _key(key: DataKey, frame: Frame, scenario: Scenario) -> tuple[object, ...]:
    return key, frame.as_of, text_of(scenario)
