"""What the page of rounds works with: the board's facts, the scenario being looked at, and plans kept for all.

A slider asks for a plan at once: each browser session holds one warm solver for the scenario it looks at. What is
shown without touching a slider, compared or approved is the full plan, made once for everybody with the same rights.
"""

from collections.abc import Callable, Mapping
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
from planning.rounds.scenario_plans import AT_ONCE, THOROUGH, Computed, Warm, compute
from planning.rounds.service import SchoolPart, planning_facts, school_part
from planning.rounds.view import Known

ADDRESS: Final = "scenario"
_FULLY: Final = "rounds_asked_fully"
_WARM: Final = "rounds_warm_solver"
_known: Final = AnswerCache[Known](50)
_computed: Final = AnswerCache[Computed](100)
_parts: Final = AnswerCache[SchoolPart | None](300)
_answers: Final = AnswerCache[object](300)


@dataclass(frozen=True)
class Draft:
    """The scenario being looked at, with what a person changed since it was saved."""

    saved: Scenario
    budgets: Mapping[int, int]
    wishes: Wishes

    @property
    def scenario(self) -> Scenario:
        """The scenario as it is now."""
        return replace(self.saved, budgets=dict(self.budgets), wishes=self.wishes)

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what was saved."""
        return (dict(self.saved.budgets), self.saved.wishes) != (dict(self.budgets), self.wishes)


def kept_known(frame: Frame) -> Known:
    """All that a plan is made of, on the reference date."""
    require(frame.person, Right.READ)
    person, facts, as_of = frame.person, ratio_view(frame), frame.as_of
    return _known.answer((frame.key, as_of), lambda: planning_facts(person, open_database(), facts, as_of))


def text_of(scenario: Scenario) -> str:
    """What a plan depends on of a scenario, as one text."""
    return repr((sorted(scenario.budgets.items()), wishes_to_json(scenario.wishes)))


def kept_computed(frame: Frame, known: Known, scenario: Scenario) -> Computed:
    """The full plan of a scenario, with a status where it still has to be made. Raises NoPlan."""
    nodes = THOROUGH if is_asked(scenario) else AT_ONCE
    key = *_key(frame.key, frame, scenario), nodes
    if key in _computed:
        return _computed.answer(key, lambda: compute(known, scenario, nodes))
    with st.spinner(_("Looking for the best plan…"), show_time=True):
        return _computed.answer(key, lambda: compute(known, scenario, nodes))


def shown_plan(frame: Frame, known: Known, draft: Draft) -> Computed:
    """The plan to show: a quick one while somebody moves sliders, else the full one. Raises NoPlan."""
    scenario = draft.scenario
    if draft.is_changed and not is_asked(scenario):
        return quick_plan(frame, known, scenario)
    return kept_computed(frame, known, scenario)


def quick_plan(frame: Frame, known: Known, scenario: Scenario) -> Computed:
    """A plan at once; how good it is at most, it does not say. Raises NoPlan."""
    return warm(frame, known, scenario).compute(known, scenario)


def warm(frame: Frame, known: Known, scenario: Scenario) -> Warm:
    """The solver of this browser session, new where anything but budgets changed."""
    # who gets something in the first round depends on its budget, so there a slider moves more than budgets
    budgets = text_of(scenario) if known.rules.nobody_waits else ""
    subject = frame.key, frame.as_of, repr(wishes_to_json(scenario.wishes)), budgets
    kept: tuple[object, Warm] | None = st.session_state.get(_WARM)
    if kept is None or kept[0] != subject:
        kept = subject, Warm(known, scenario)
        st.session_state[_WARM] = kept
    return kept[1]


def ask_fully(scenario: Scenario) -> None:
    """From now on this scenario is worked out thoroughly, with a sharper proof of how good the plan is."""
    st.session_state[_FULLY] = text_of(scenario)


def is_asked(scenario: Scenario) -> bool:
    """Whether this session asked for a scenario to be worked out thoroughly."""
    return bool(st.session_state.get(_FULLY) == text_of(scenario))


def kept_answer(frame: Frame, computed: Computed, name: str, make: Callable[[], object]) -> object:
    """Something worked out about a full plan, made once; a quick plan is a person's own, and so is what follows."""
    if computed.is_quick:
        return make()
    subject = *_key(frame.key, frame, computed.scenario), computed.best.gap
    return _answers.answer((name, subject), make)


def kept_part(frame: Frame, school_id: str) -> SchoolPart | None:
    """One school's part of the approved plan."""
    require(frame.person, Right.READ, school_id)
    person, facts, as_of = frame.person, ratio_view(frame), frame.as_of
    key = frame.key, as_of, school_id
    return _parts.answer(key, lambda: school_part(person, open_database(), facts, as_of, school_id))


def draft_of(known: Known) -> Draft:
    """The scenario of the address, and what was changed of it in this session."""
    asked = st.query_params.get(ADDRESS, "")
    saved = next((s for s in known.scenarios if str(s.scenario_id) == asked), BASIS)
    wishes = st.session_state.get(_name("wishes", saved), saved.wishes)
    budgets = {
        r.round_id: st.session_state.get(slider_key(saved, r.round_id), saved.budgets.get(r.round_id, r.budget_cents))
        for r in known.to_come
    }
    own = {r.round_id: r.budget_cents for r in known.to_come}
    differing = {key: cents for key, cents in budgets.items() if cents != own[key]}
    earlier = {key: cents for key, cents in saved.budgets.items() if key not in own}
    return Draft(saved, earlier | differing, wishes)


def slider_key(saved: Scenario, round_id: int) -> str:
    """The key of a round's budget slider; another scenario has sliders of its own."""
    return f"{_name('budget', saved)}_{round_id}"


def remember_wishes(saved: Scenario, wishes: Wishes) -> None:
    """Keep wishes for this session."""
    st.session_state[_name("wishes", saved)] = wishes


def drop_changes(saved: Scenario, known: Known) -> None:
    """Back to what was saved."""
    st.session_state.pop(_name("wishes", saved), None)
    for one in known.to_come:
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
