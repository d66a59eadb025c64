"""Rounds with their budgets and prices, how the board plans, and what a school chose for its own fleet."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Button, Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, plain
from pages.parts.show import show_table
from pages.rounds.rules import rules_card
from pages.rounds.words import called
from planning.core.board_rules import read_target
from planning.core.notation import day, money, number, target_one_in
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.organisation.levels import LEVELS, level_name
from planning.rounds.choice_rules import FIRST_DAY, LAST_DAY, round_name
from planning.rounds.choice_texts import read_ramp, write_ramp
from planning.rounds.model import Round, SchoolChoice
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.service import remove_round, save_choice, save_round, set_price
from planning.rounds.view import RoundsView

ROUND, PRICE, SCHOOL = "round", "round_price", "school_choice"
HALF_YEAR = timedelta(days=182)
FIRST_BUDGET_CENTS = 40_000_00


def show(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> None:
    """Everything a board sets for its rounds; who may not plan reads it."""
    left, right = st.columns([1.1, 1])
    with left:
        _rounds_card(frame, view, plans)
        _school_card(frame, view)
    with right:
        rules_card(frame, view)


def _rounds_card(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> None:
    kinds = [code for code, kind in view.ratios.kinds.items() if kind.counts_for_pupils]
    types = plans.case.instance.types
    with st.container(border=True):
        st.subheader(_("Rounds, budgets and prices"), anchor=False)
        places = {r.round_id: t for t, r in enumerate(view.to_come)}
        shown = [code for code in kinds if code not in view.rules.without]
        rows = [
            {
                _("Round"): round_name(one, view.rounds),
                _("Day"): day(one.on),
                _("Budget"): money(one.budget_cents),
                **{
                    view.ratios.kinds[code].name().capitalize(): money(types[code].prices[places[one.round_id]])
                    if one.round_id in places
                    else "–"
                    for code in shown
                },
            }
            for one in view.rounds
        ]
        if frame.theme.compact:
            st.markdown("\n".join(_line(row) for row in rows))
        else:
            show_table(
                rows,
                _("Rounds, budgets and prices"),
                figures=[_("Budget"), *(view.ratios.kinds[code].name().capitalize() for code in shown)],
            )
        if frame.person.may(Right.PLAN):
            with st.expander(_("Add or change a round"), icon=":material/edit_calendar:"):
                round_form(view)
            with st.expander(_("Price of a kind in one round"), icon=":material/sell:"):
                _price_form(view, kinds)
            show_outcome(ROUND)
            show_outcome(PRICE)


def _line(row: Mapping[str, str]) -> str:
    """A round and what each kind costs in it, where a column a kind does not fit."""
    (_round, name), (_day, on), (budget, amount), *prices = row.items()
    told = " · ".join(f"{kind.lower()} {price}" for kind, price in prices if price != "–")
    return f"- **{name}** · {on} · {budget.lower()} {amount}" + (f"  \n  :small[{told}]" if told else "")


def round_form(view: RoundsView) -> None:
    """Add a round, or change the one chosen."""
    by_id = {one.round_id: one for one in view.rounds}
    chosen = st.selectbox(
        _("Round"),
        [0, *by_id],
        format_func=lambda key: called(by_id[key], view) if key else _("a new round"),
        key="round_chosen",
    )
    before = by_id.get(chosen)
    last = max((one.on for one in view.rounds), default=view.as_of)
    budget = before.budget_cents if before else view.rounds[-1].budget_cents if view.rounds else FIRST_BUDGET_CENTS
    Form(
        ROUND,
        (
            fields.day(
                "on",
                _("Day of buying"),
                before.on if before else last + HALF_YEAR,
                min_value=FIRST_DAY,
                max_value=LAST_DAY,
                missing="round_incomplete",
            ),
            fields.number(
                "budget_cents", _("Budget in whole euros"), budget // 100, step=1_000, missing="round_incomplete"
            ),
            fields.text(
                "name",
                _("Own name, if any"),
                before.name if before else "",
                placeholder=_("goes by its number and month"),
            ),
        ),
        partial(_keep_round, before),
        _("Keep") if before else _("Fill in budget"),
        about=chosen,
        others=(Button(_("Remove"), partial(_remove_round, before), icon=":material/delete:"),) if before else (),
        look={},
    ).show_fields()


def _keep_round(before: Round | None, person: Person, said: Values) -> Outcome:
    new = Round(before.round_id if before else 0, said["on"], said["budget_cents"] * 100, said["name"])
    kept = change(save_round, new)(person)
    sentence = _("Round of {day}: budget {money}.").format(day=day(kept.on), money=money(kept.budget_cents))
    return sentence, change(save_round, before) if before else change(remove_round, kept.round_id)


def _remove_round(before: Round, person: Person) -> Outcome:
    change(remove_round, before.round_id)(person)
    sentence = _("The round of {day} is removed.").format(day=day(before.on))
    return sentence, change(save_round, replace(before, round_id=0))


def _price_form(view: RoundsView, kinds: list[str]) -> None:
    if not view.to_come:
        return
    by_id = {one.round_id: one for one in view.to_come}
    names = {code: view.ratios.kinds[code].name().capitalize() for code in kinds}
    round_id = st.selectbox(_("Round"), list(by_id), format_func=lambda r: called(by_id[r], view), key="price_round")
    kind = st.selectbox(_("Kind"), kinds, format_func=lambda code: names[code], key="price_kind")
    own = view.prices.get((round_id, kind))
    price = fields.number(
        "price_cents",
        _("Price of one in whole euros, VAT included"),
        None if own is None else own // 100,
        step=5,
        placeholder=_("follows the kind, with the yearly rise"),
    )
    save = partial(_keep_price, round_id, kind, own)
    Form(PRICE, (price,), save, _("Keep the price"), about=f"{round_id}_{kind}", look={}).show_fields()


def _keep_price(round_id: int, kind: str, before: int | None, person: Person, said: Values) -> Outcome:
    euros = said["price_cents"]
    change(set_price, round_id, kind, None if euros is None else euros * 100)(person)
    sentence = (
        _("The price follows the kind.")
        if euros is None
        else _("The price is {money}.").format(money=money(euros * 100))
    )
    return sentence, change(set_price, round_id, kind, before)


def _school_card(frame: Frame, view: RoundsView) -> None:
    """What a school may buy, whether it keeps its mix, and its own money."""
    names = {school.school_id: school.name for school in view.ratios.schools}
    kinds = {code: kind.name(2) for code, kind in view.ratios.kinds.items() if kind.counts_for_pupils}
    with st.container(border=True):
        st.subheader(_("A school's own fleet"), anchor=False)
        if view.choices:
            show_table(
                [
                    {_("School"): plain(names[key]), _("Chose"): _chosen(choice, kinds)}
                    for key, choice in view.choices.items()
                    if key in names
                ],
                _("A school's own fleet"),
            )
        else:
            st.markdown(_("Every school keeps the kinds it has, in the mix it has."))
        if not frame.person.may(Right.PLAN):
            return
        with st.expander(_("Choose for a school"), icon=":material/tune:"):
            school_id = st.selectbox(_("School"), list(names), format_func=lambda s: names[s], key="choice_school")
            _school_form(view, view.choices.get(school_id, SchoolChoice(school_id)), kinds).show_fields()
        show_outcome(SCHOOL)


def _school_form(view: RoundsView, choice: SchoolChoice, kinds: dict[str, str]) -> Form:
    mix = view.rules.keep_mix if choice.keep_mix is None else choice.keep_mix
    own_money, target = (
        _("Own money in {round}, in whole euros"),
        _("Target of the {level}: pupils for every device"),
    )
    return Form(
        SCHOOL,
        (
            fields.several(
                "kinds", _("May buy"), kinds, choice.kinds or (), kinds.__getitem__, placeholder=_("the kinds it has")
            ),
            fields.tick("keep_mix", _("Keeps its own mix of kinds"), mix),
            *(
                fields.number(
                    f"own_money_{one.round_id}",
                    own_money.format(round=called(one, view)),
                    choice.own_money.get(one.round_id, 0) // 100,
                    step=500,
                )
                for one in view.to_come
            ),
            fields.text(
                "ramp",
                _("Steps of its target"),
                write_ramp(choice.ramp),
                parse=read_ramp,
                placeholder=_("such as 1-8-2019: 3.5; 1-8-2020: 3"),
            ),
            *(
                fields.text(
                    level,
                    target.format(level=level_name(level)),
                    number(own, 0 if own.is_integer() else 1) if (own := choice.level_targets.get(level)) else "",
                    parse=lambda written: read_target(written) if written else None,
                    placeholder=_("follows the school"),
                )
                for level in LEVELS
            ),
        ),
        partial(_keep_choice, choice, view),
        _("Keep for this school"),
        about=choice.school_id,
        look={},
    )


def _chosen(choice: SchoolChoice, kinds: dict[str, str]) -> str:
    parts = [_("own choice ‘{name}’").format(name=plain(choice.origin))] if choice.origin else []
    if choice.kinds is not None:
        parts.append(", ".join(kinds.get(code, code) for code in choice.kinds))
    if choice.keep_mix is not None:
        parts.append(_("keeps its mix") if choice.keep_mix else _("whatever kind serves"))
    if choice.ramp:
        parts.append(_("target {steps}").format(steps=write_ramp(choice.ramp)))
    parts += [f"{level_name(level)} {target_one_in(own)}" for level, own in choice.level_targets.items()]
    if choice.own_money:
        parts.append(_("own money {money}").format(money=money(sum(choice.own_money.values()))))
    return " · ".join(parts) or "–"


def _keep_choice(before: SchoolChoice, view: RoundsView, person: Person, said: Values) -> Outcome:
    money_of = {one.round_id: said[f"own_money_{one.round_id}"] or 0 for one in view.to_come}
    earlier = {key: cents for key, cents in before.own_money.items() if key not in money_of}
    was = before.own_money  # an amount with cents that nobody changed stays what it was
    after = {key: was[key] if was.get(key, 0) // 100 == n and key in was else n * 100 for key, n in money_of.items()}
    new = replace(
        before,
        kinds=said["kinds"] or None,
        keep_mix=None if said["keep_mix"] == view.rules.keep_mix else said["keep_mix"],
        ramp=said["ramp"],
        level_targets={level: said[level] for level in LEVELS if said[level]},
        own_money=earlier | {key: cents for key, cents in after.items() if cents},
    )
    new = replace(new, origin=before.origin if new == before else "")  # changed by hand it is the board's
    change(save_choice, new)(person)
    sentence = _("The choice of {school} is kept.").format(school=view.school_name(before.school_id))
    return sentence, change(save_choice, before)
