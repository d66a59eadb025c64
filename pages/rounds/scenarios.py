"""Scenarios: what a person wishes of a plan, keeping it under a name, and two or three side by side."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Button, Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, plain
from pages.parts.show import show_table
from pages.rounds.state import ScenarioDraft, drop_changes, kept_plans, look_at, remember_wishes
from pages.rounds.words import called, scenario_name, short_name, when
from planning.core.notation import moment, money, number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.rounds.choice_rules import LONGEST_NAME
from planning.rounds.choice_texts import fixed_in_words
from planning.rounds.model import BASIS, FixedPurchase, Scenario
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.service import remove_scenario, save_scenario
from planning.rounds.solver.planner import NoPlan
from planning.rounds.view import RoundsView

SCENARIO: Final = "scenario"
SIDE_BY_SIDE: Final = 3


def show(frame: Frame, view: RoundsView, draft: ScenarioDraft, plans: ScenarioPlans) -> None:
    """Wishes and keeping on the left, the comparison on the right."""
    left, right = st.columns([1, 1.25])
    with left:
        wishes_card(frame, view, draft)
        if frame.person.may(Right.PLAN):
            _keep_card(draft)
    with right:
        _compare_card(frame, view, draft, plans)


def wishes_card(frame: Frame, view: RoundsView, draft: ScenarioDraft) -> None:
    """What a person fixes; the plan is made around it."""
    wishes = draft.scenario.wishes
    schools = {school.school_id: school.name for school in view.ratios.schools}
    kinds = {code: kind.name(2) for code, kind in view.ratios.kinds.items() if kind.counts_for_pupils}
    tag = f"{draft.saved.scenario_id}_{_stamp(draft)}"
    with st.container(border=True):
        st.subheader(_("By hand"), anchor=False)
        st.caption(_("The plan is made around what you fix here. Nothing is kept until you save it."))
        st.multiselect(
            _("These schools first"),
            list(schools),
            list(wishes.first),
            format_func=lambda s: schools[s],
            placeholder=_("as the plan finds best"),
            key=f"wish_first_{tag}",
            on_change=_wished,
            args=(draft, tag),
        )
        st.multiselect(
            _("Do not buy"),
            list(kinds),
            list(wishes.without),
            format_func=lambda code: kinds[code],
            placeholder=_("nothing left out"),
            key=f"wish_without_{tag}",
            on_change=_wished,
            args=(draft, tag),
        )
        _fixed(view, draft, schools, kinds)


def _wished(draft: ScenarioDraft, tag: str) -> None:
    first, without = st.session_state[f"wish_first_{tag}"], st.session_state[f"wish_without_{tag}"]
    remember_wishes(draft.saved, replace(draft.scenario.wishes, first=tuple(first), without=tuple(without)))


def _fixed(view: RoundsView, draft: ScenarioDraft, schools: Mapping[str, str], kinds: Mapping[str, str]) -> None:
    rounds = {one.round_id: one for one in view.to_come}
    bold = {key: f"**{plain(name)}**" for key, name in schools.items()}
    for place, fixed in enumerate(draft.scenario.wishes.fixed):
        if fixed.round_id not in rounds:
            continue
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                f"{fixed_in_words(fixed, bold, kinds)} · {called(rounds[fixed.round_id], view)}", width="content"
            )
            st.button(
                _("Take back"),
                icon=":material/close:",
                type="tertiary",
                key=f"wish_drop_{draft.saved.scenario_id}_{place}",
                on_click=_drop_fixed,
                args=(draft, place),
            )
    with st.popover(_("Fix a purchase"), icon=":material/push_pin:"):
        fields = f"fix_{draft.saved.scenario_id}"
        st.selectbox(_("School"), list(schools), format_func=lambda s: schools[s], key=f"{fields}_school")
        st.selectbox(_("Kind"), list(kinds), format_func=lambda code: kinds[code], key=f"{fields}_kind")
        st.selectbox(_("Round"), list(rounds), format_func=lambda r: called(rounds[r], view), key=f"{fields}_round")
        st.number_input(_("Devices"), min_value=0, value=10, step=1, key=f"{fields}_count")
        st.radio(
            _("How"),
            ["exact", "least", "most"],
            format_func=lambda how: {"exact": _("exactly"), "least": _("at least"), "most": _("at most")}[how],
            horizontal=True,
            key=f"{fields}_how",
        )
        st.button(_("Fix"), key=f"{fields}_add", on_click=_add_fixed, args=(draft, fields))


def _add_fixed(draft: ScenarioDraft, fields: str) -> None:
    state = st.session_state
    n, how = int(state[f"{fields}_count"] or 0), state[f"{fields}_how"]
    new = FixedPurchase(
        state[f"{fields}_school"],
        state[f"{fields}_kind"],
        state[f"{fields}_round"],
        0 if how == "most" else n,
        None if how == "least" else n,
    )
    same = (new.school_id, new.kind, new.round_id)
    others = tuple(f for f in draft.scenario.wishes.fixed if (f.school_id, f.kind, f.round_id) != same)
    remember_wishes(draft.saved, replace(draft.scenario.wishes, fixed=(*others, new)))


def _drop_fixed(draft: ScenarioDraft, place: int) -> None:
    fixed = tuple(f for at, f in enumerate(draft.scenario.wishes.fixed) if at != place)
    remember_wishes(draft.saved, replace(draft.scenario.wishes, fixed=fixed))


def _stamp(draft: ScenarioDraft) -> str:
    return draft.saved.changed_at.isoformat() if draft.saved.changed_at else ""


def _keep_card(draft: ScenarioDraft) -> None:
    saved = draft.saved
    with st.container(border=True):
        st.subheader(_("Keep as a scenario"), anchor=False)
        name = fields.text("name", _("Name"), saved.name, LONGEST_NAME, placeholder=_("such as: without tablets"))
        remove = Button(_("Remove"), partial(_remove, saved), icon=":material/delete:")
        as_new = Form(
            SCENARIO,
            (name,),
            partial(_save, draft, 0),
            _("Keep as new"),
            about=saved.scenario_id,
            others=(remove,) if saved.scenario_id else (),
            look={"icon": ":material/bookmark_add:"},
        )
        with st.form(SCENARIO, border=False, enter_to_submit=False):
            as_new.draw(name)
            with st.container(horizontal=True):
                if saved.scenario_id:
                    save = partial(_save, draft, saved.scenario_id)
                    replace(as_new, save=save, label=_("Keep the changes"), others=(), look={}).buttons()
                as_new.buttons()
        show_outcome(SCENARIO)
        if saved.changed_at:
            st.caption(
                _("Kept on {moment} by {name}").format(moment=moment(saved.changed_at), name=plain(saved.changed_by))
            )


def _save(draft: ScenarioDraft, scenario_id: int, person: Person, said: Values) -> Outcome:
    kept = change(save_scenario, replace(draft.scenario, scenario_id=scenario_id, name=said["name"]))(person)
    drop_changes(draft.saved)
    look_at(kept)
    sentence = _("‘{name}’ is kept.").format(name=kept.name)
    return sentence, change(save_scenario, draft.saved) if scenario_id else change(remove_scenario, kept.scenario_id)


def _remove(saved: Scenario, person: Person) -> Outcome:
    before = change(remove_scenario, saved.scenario_id)(person)
    look_at(BASIS)
    sentence = _("‘{name}’ is removed.").format(name=before.name)
    return sentence, change(save_scenario, replace(before, scenario_id=0))


def _compare_card(frame: Frame, view: RoundsView, draft: ScenarioDraft, plans: ScenarioPlans) -> None:
    options: dict[str, Scenario] = {"basis": BASIS} | {str(s.scenario_id): s for s in view.scenarios}
    if draft.is_changed:
        options["draft"] = draft.scenario
    here = "draft" if draft.is_changed else str(draft.saved.scenario_id) if draft.saved.scenario_id else "basis"
    standing = list(dict.fromkeys([here, *options]))[:2]

    def name(code: str) -> str:
        if code == "draft":
            return _("what you see now")
        return scenario_name(options[code])

    with st.container(border=True):
        st.subheader(_("Side by side"), anchor=False)
        chosen = st.multiselect(
            _("Two or three scenarios"),
            list(options),
            standing,
            format_func=name,
            max_selections=SIDE_BY_SIDE,
            key=f"rounds_compare_{here}",
        )
        found: dict[str, ScenarioPlans] = {}
        for code in chosen:
            try:
                found[name(code)] = plans if code == here else kept_plans(frame, view, options[code])
            except NoPlan:
                st.caption(_("‘{name}’ fixes more than its budgets allow.").format(name=plain(name(code))))
        if found:
            rows = comparison_rows(view, found)
            show_table(rows, _("Side by side"), figures=[plain(title) for title in found])


def comparison_rows(view: RoundsView, found: Mapping[str, ScenarioPlans]) -> list[dict[str, str]]:
    """What the chair weighs, a line each, a column a scenario."""

    def line(what: str, texts: list[str]) -> dict[str, str]:
        return {_("What"): what} | dict(zip((plain(title) for title in found), texts, strict=True))

    plans = [one.best for one in found.values()]
    last = len(view.to_come) - 1
    rows = [
        line(_("Everyone on target"), [when(view, plan.reached) for plan in plans]),
        line(_("Schools on target at the end"), [number(plan.on_target) for plan in plans]),
        line(_("Euros in all"), [money(plan.cost) for plan in plans]),
    ]
    rows += [
        line(
            _("Short after {round}").format(round=short_name(view, place)),
            [number(plan.rounds[place].short) for plan in plans],
        )
        for place in range(last + 1)
    ]
    rows.append(
        line(
            _("Past life span after {round}").format(round=short_name(view, last)),
            [number(plan.rounds[last].past_life) for plan in plans],
        )
    )
    rows.append(line(_("Devices bought"), [number(sum(p.count for p in plan.purchases)) for plan in plans]))
    return rows
