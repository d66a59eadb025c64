"""What the page of rounds works with: the board's facts, the scenario being looked at, and plans kept for all.

A scenario has one plan for each reference date and data version, made once and the same for everybody with the same
rights; what a slider shows is the plan that is compared, kept and approved. Each browser session holds one planner, so
that a slider is answered at once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, cast

import pandas as pd
import streamlit as st

from pages.parts.data import DataKey
from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.ratios.data import ratio_view
from pages.server.session import open_database
from planning.core.rights import Right, require
from planning.core.translation import gettext as _
from planning.rounds.after_plan import SchoolToCome, ratios_after
from planning.rounds.board_plan import BoardPlan, from_json
from planning.rounds.choice_json import wishes_to_json
from planning.rounds.difference import PlanDifference, difference_of
from planning.rounds.model import BASIS, Round, Scenario, Swap, Wishes
from planning.rounds.scenario_plans import ScenarioPlanner, ScenarioPlans, proven_gap
from planning.rounds.service import SchoolPart, rounds_view, school_part
from planning.rounds.swap_service import handed_in, swaps
from planning.rounds.view import RoundsView

ADDRESS: Final = "scenario"
_AWAY: Final = "rounds_sliders_away"
_BACK: Final = "rounds_times_back"
_FULLY: Final = "rounds_asked_fully"
_PLANNER: Final = "rounds_planner"
_views: Final = AnswerCache[RoundsView](50)
_plans: Final = AnswerCache[ScenarioPlans](300)
_parts: Final = AnswerCache[SchoolPart | None](300)
_approved: Final = AnswerCache[BoardPlan](50)
_to_come: Final = AnswerCache[Mapping[str, SchoolToCome]](100)
_answers: Final = AnswerCache[object](600)
_swaps: Final = AnswerCache[tuple[tuple[Swap, ...], pd.DataFrame]](100)


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
    """The plan of a scenario: one for everybody, with a status where it takes a while to make. Raises NoPlan."""

    def make() -> ScenarioPlans:
        if _kept_planner(frame, view, scenario) is not None:
            return planner(frame, view, scenario).compute(view, scenario)
        with st.spinner(_("Looking for the best plan…"), show_time=True):
            return planner(frame, view, scenario).compute(view, scenario)

    return _plans.answer(_key(frame.key, frame, scenario), make)


def planner(frame: Frame, view: RoundsView, scenario: Scenario) -> ScenarioPlanner:
    """The planner of this browser session, new where anything but budgets changed."""
    kept = _kept_planner(frame, view, scenario)
    if kept is None:
        kept = ScenarioPlanner(view, scenario)
        st.session_state[_PLANNER] = _planned(frame, view, scenario), kept
    return kept


def _kept_planner(frame: Frame, view: RoundsView, scenario: Scenario) -> ScenarioPlanner | None:
    subject, kept = st.session_state.get(_PLANNER, (None, None))
    return kept if subject == _planned(frame, view, scenario) else None


def _planned(frame: Frame, view: RoundsView, scenario: Scenario) -> tuple[object, ...]:
    """What one planner is for."""
    budgets = text_of(scenario) if view.rules.nobody_waits else ""
    return frame.key, frame.as_of, repr(wishes_to_json(scenario.wishes)), budgets


def ask_fully(scenario: Scenario) -> None:
    """From now on this session is told how good the plan of this scenario is, and why it is as it is."""
    st.session_state[_FULLY] = text_of(scenario)


def is_asked(scenario: Scenario) -> bool:
    """Whether this session asked for a scenario to be worked out fully."""
    return bool(st.session_state.get(_FULLY) == text_of(scenario))


def kept_gap(frame: Frame, plans: ScenarioPlans) -> float | None:
    """How far from the best the plan is at most: proven sharper where this session asked for it."""
    if not is_asked(plans.scenario):
        return plans.best.gap
    with st.spinner(_("Checking how good the plan is…"), show_time=True):
        return cast(float | None, kept_answer(frame, plans, "gap", lambda: proven_gap(plans)))


def kept_answer(frame: Frame, plans: ScenarioPlans, name: str, make: Callable[[], object]) -> object:
    """Something worked out about a plan, made once."""
    return _answers.answer((name, _key(frame.key, frame, plans.scenario)), make)


def kept_difference(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> PlanDifference | None:
    """The plan beside the one that holds, worked out once; None where none was approved."""
    return cast("PlanDifference | None", kept_answer(frame, plans, "difference", lambda: difference_of(view, plans)))


def kept_part(frame: Frame, school_id: str) -> SchoolPart | None:
    """One school's part of the approved plan."""
    require(frame.person, Right.READ, school_id)
    person, ratios, as_of = frame.person, ratio_view(frame), frame.as_of
    key = frame.key, as_of, school_id
    return _parts.answer(key, lambda: school_part(person, open_database(), ratios, as_of, school_id))


def kept_approved(frame: Frame) -> BoardPlan | None:
    """The approved plan of the whole board that holds on the reference date."""
    version = kept_view(frame).approved
    key = frame.key, frame.as_of, "approved"
    return None if version is None else _approved.answer(key, lambda: from_json(version.figures["plan"]))


def kept_to_come(frame: Frame) -> Mapping[str, SchoolToCome]:
    """School within reach -> what comes after each round of the approved plan; empty where none holds."""
    return _to_come.answer((frame.key, frame.as_of), lambda: _ratios_to_come(frame))


def _ratios_to_come(frame: Frame) -> Mapping[str, SchoolToCome]:
    ratios = ratio_view(frame)
    if frame.person.reach is None:
        plans = [kept_approved(frame)]
    else:
        parts = [kept_part(frame, school.school_id) for school in frame.schools]
        plans = [None if part is None else part.plan for part in parts]
    found: dict[str, SchoolToCome] = {}
    for plan in plans:
        found |= ratios_after(plan, ratios.counts, ratios.forecast, frame.as_of) if plan else {}
    return found


def kept_swaps(frame: Frame, school_id: str) -> tuple[tuple[Swap, ...], pd.DataFrame]:
    """What was handed over at a school, and what can be handed in there."""
    person, database = frame.person, open_database()
    require(person, Right.READ, school_id)
    return _swaps.answer(
        (frame.key, school_id),
        lambda: (swaps(person, database, school_id), handed_in(person, database, school_id)),
    )


def draft_of(view: RoundsView) -> ScenarioDraft:
    """The scenario of the address, and what was changed of it in this session."""
    asked = st.query_params.get(ADDRESS, "")
    saved = next((s for s in view.scenarios if str(s.scenario_id) == asked), BASIS)
    wishes = st.session_state.get(_name("wishes", saved), saved.wishes)
    budgets = {r.round_id: st.session_state.get(slider_key(saved, r), budget_of(saved, r)) for r in view.to_come}
    own = {r.round_id: r.budget_cents for r in view.to_come}
    differing = {key: cents for key, cents in budgets.items() if cents != own[key]}
    earlier = {key: cents for key, cents in saved.budgets.items() if key not in own}
    return ScenarioDraft(saved, replace(saved, budgets=earlier | differing, wishes=wishes))


def budget_of(scenario: Scenario, one: Round) -> int:
    """Cents of a round in a scenario."""
    return scenario.budgets.get(one.round_id, one.budget_cents)


def slider_key(saved: Scenario, one: Round) -> str:
    """The key of a round's budget slider: another scenario, another saved budget or a way back is another slider.

    A browser keeps what a slider says for as long as it is the same one.
    """
    return f"{_name('budget', saved)}_{one.round_id}_{budget_of(saved, one)}_{st.session_state.get(_BACK, 0)}"


def keep_sliders(view: RoundsView, saved: Scenario) -> None:
    """Have the sliders of a scenario stay where they are while they are not on the page."""
    _set_again(view, saved)
    st.session_state[_AWAY] = True


def show_sliders(view: RoundsView, saved: Scenario) -> None:
    """To be called before they are drawn: a browser does not know where they stood when they were on the page."""
    if st.session_state.pop(_AWAY, False):
        _set_again(view, saved)


def _set_again(view: RoundsView, saved: Scenario) -> None:
    for one in view.to_come:
        key = slider_key(saved, one)
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]  # Streamlit forgets a field that is not drawn


def remember_wishes(saved: Scenario, wishes: Wishes) -> None:
    """Keep wishes for this session."""
    st.session_state[_name("wishes", saved)] = wishes


def drop_changes(saved: Scenario) -> None:
    """Back to what was saved."""
    st.session_state.pop(_name("wishes", saved), None)
    st.session_state[_BACK] = st.session_state.get(_BACK, 0) + 1


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
