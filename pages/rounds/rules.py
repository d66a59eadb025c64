"""How the board plans: what it finds one more of something worth, and what it reckons with. Weights are policy."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from pages.parts import fields
from pages.parts.fields import Field, FieldRow
from pages.parts.forms import Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame
from pages.parts.places import MANUAL, show_link
from pages.parts.places import RULES as COUNTING
from pages.parts.show import show_table
from planning.core.notation import listed, money, number, percent
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.rounds.choice_texts import read_discounts, read_ramp, write_discounts, write_ramp
from planning.rounds.model import PlanningRules
from planning.rounds.service import save_rules
from planning.rounds.view import RoundsView

RULES = "planning_rules"


def rules_card(frame: Frame, view: RoundsView) -> None:
    """The rules, as fields for who plans and as a table for who reads."""
    rules = view.rules
    with st.container(border=True):
        st.subheader(_("How we plan"), anchor=False)
        st.markdown(
            _(
                "The plan weighs shortage, old devices and euros. A pupil under the target for one round weighs "
                "**{short}**, a device past its life span that should be renewed **{old}**, a euro one euro."
            ).format(short=money(rules.weight_short * 100), old=money(rules.weight_unserved * 100))
        )
        st.caption(
            _(
                "A weight says what goes before what, and is not what it costs: a pupil who is "
                "served for a round costs a few tens of euros, so the plan spends all it may before "
                "it leaves one short."
            )
        )
        show_link(MANUAL, _("How this is counted"), icon=":material/function:", deel=COUNTING)
        if not frame.person.may(Right.PLAN):
            show_table([{_("Rule"): name, _("Holds"): text} for name, text in in_words(view)], _("How we plan"))
            return
        kinds = {code: kind.name(2) for code, kind in view.ratios.kinds.items() if kind.counts_for_pupils}
        _form(view, kinds)
        show_outcome(RULES)


def in_words(view: RoundsView) -> list[tuple[str, str]]:
    """Each rule and what holds."""
    rules, yes, no = view.rules, _("yes"), _("no")
    kinds = [view.ratios.kinds[code].name(2) for code in rules.without]
    term = _("the term of each kind") if rules.write_off_years is None else _years(rules.write_off_years)
    return [
        (_("Unspent money moves to the next round"), yes if rules.carry_over else no),
        (_("The worst-off go first"), yes if rules.worst_first else no),
        (_("No school without something in the first round"), yes if rules.nobody_waits else no),
        (_("Schools keep their own mix"), yes if rules.keep_mix else no),
        (_("Is no longer bought"), listed(kinds) or "–"),
        (_("Price rise a year"), percent(rules.price_rise)),
        (_("Counts after its life span for at most"), _years(rules.beyond_life_years)),
        (_("Reserve"), percent(rules.reserve_share)),
        (_("Whole sets of"), number(rules.set_size)),
        (_("Fixed cost of an order"), money(rules.fixed_cost_cents)),
        (_("Written off over"), term),
        (_("A cost at once below"), money(rules.threshold_cents)),
    ]


def _years(n: int) -> str:
    return ngettext("{n} year", "{n} years", n).format(n=number(n))


def _form(view: RoundsView, kinds: Mapping[str, str]) -> None:
    rules = view.rules
    top: tuple[Field | FieldRow, ...] = (
        fields.beside(
            (
                _amount("weight_short", _("A pupil under the target weighs, in euros"), rules.weight_short, 1_000),
                _amount(
                    "weight_unserved", _("A device past its life span weighs, in euros"), rules.weight_unserved, 500
                ),
                _amount("weight_even", _("Even spending weighs, in euros"), rules.weight_even),
            ),
            (
                _amount("price_rise", _("Price rise, % a year"), round(rules.price_rise * 100)),
                _amount("beyond_life_years", _("Counts after its life span, years at most"), rules.beyond_life_years),
                _amount("reserve_share", _("Reserve, % of the devices needed"), round(rules.reserve_share * 100)),
            ),
        ),
        fields.tick("carry_over", _("Unspent money moves to the next round"), rules.carry_over),
        fields.tick("worst_first", _("The worst-off go first"), rules.worst_first),
        fields.tick("nobody_waits", _("No school without something in the first round"), rules.nobody_waits),
        fields.tick("keep_mix", _("Schools keep their own mix"), rules.keep_mix),
        fields.several(
            "without",
            _("Is no longer bought"),
            kinds,
            rules.without,
            kinds.__getitem__,
            placeholder=_("nothing left out"),
        ),
        fields.beside(
            (
                _amount("set_size", _("Whole sets of so many devices"), rules.set_size),
                _amount("fixed_cost_cents", _("Fixed cost of an order, in euros"), rules.fixed_cost_cents // 100, 50),
            ),
            (
                fields.number(
                    "write_off_years",
                    _("Written off over so many years"),
                    rules.write_off_years,
                    placeholder=_("the term of each kind"),
                ),
                _amount("threshold_cents", _("A cost at once below, in euros"), rules.threshold_cents // 100, 100),
            ),
        ),
    )
    more = _more_fields(rules, kinds)
    form = Form(RULES, (*top, *more), partial(_keep, rules, list(kinds)), _("Keep the rules"), look={})
    with st.form(RULES, border=False, enter_to_submit=False):
        for part in top:
            form.draw(part)
        with st.expander(_("Buying together, and a target that grows"), icon=":material/handshake:"):
            for one in more:
                one.draw(key=form.key(one.name))  # why it is refused stands below the form: this part may be closed
        form.buttons()


def _more_fields(rules: PlanningRules, kinds: Mapping[str, str]) -> list[Field]:
    """Discounts, what partner boards order along, steps of the target, and years of updates."""
    along, updates = (
        _("Partner boards order along, {kinds}"),
        _("Years of updates of new {kinds}, 0 where no end is known"),
    )
    return [
        fields.text(
            "discounts",
            _("Volume discounts"),
            write_discounts(rules.discounts),
            parse=read_discounts,
            placeholder=_("such as 100: 5%; 250: 10%"),
            help=_("From so many of a kind in one round, so much less for each of them."),
        ),
        *(
            _amount(f"partner_{code}", along.format(kinds=name), rules.partners.get(code, 0), 10)
            for code, name in kinds.items()
        ),
        fields.text(
            "ramp",
            _("Steps of the target"),
            write_ramp(rules.ramp),
            parse=read_ramp,
            placeholder=_("such as 1-8-2019: 3.5; 1-8-2020: 3"),
            help=_("From a day on the board's target is this many pupils for every device."),
        ),
        *(
            _amount(f"support_{code}", updates.format(kinds=name), rules.support_years.get(code, 0))
            for code, name in kinds.items()
        ),
    ]


def _amount(name: str, label: str, known: int, step: int = 1) -> Field:
    return fields.number(name, label, known, step=step, missing="rule_empty")


def _keep(before: PlanningRules, kinds: Sequence[str], person: Person, said: Values) -> Outcome:
    scaled = {
        "price_rise": said["price_rise"] / 100,
        "reserve_share": said["reserve_share"] / 100,
        "fixed_cost_cents": said["fixed_cost_cents"] * 100,
        "threshold_cents": said["threshold_cents"] * 100,
        "partners": {code: n for code in kinds if (n := said.pop(f"partner_{code}"))},
        "support_years": {code: n for code in kinds if (n := said.pop(f"support_{code}"))},
    }
    change(save_rules, replace(before, **said | scaled))(person)
    return _("The rules are kept; plans follow them from now on."), change(save_rules, before)
