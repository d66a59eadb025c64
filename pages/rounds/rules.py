"""How the board plans: what it finds one more of something worth, and what it reckons with. Weights are policy."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import cast

import streamlit as st

from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import Frame, now
from pages.parts.show import show_table
from pages.server.session import open_database
from planning.core.notation import listed, money, number, percent
from planning.core.refusal import Refused
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
        if not frame.person.may(Right.PLAN):
            show_table([{_("Rule"): name, _("Holds"): text} for name, text in in_words(view)])
            return
        kinds = [code for code, kind in view.ratios.kinds.items() if kind.counts_for_pupils]
        with st.form(RULES, border=False, enter_to_submit=False):
            _fields(view)
            st.form_submit_button(_("Keep the rules"), on_click=carry_out, args=(RULES, partial(_keep, rules, kinds)))
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


def _fields(view: RoundsView) -> None:
    rules = view.rules
    kinds = {code: kind.name(2) for code, kind in view.ratios.kinds.items() if kind.counts_for_pupils}

    def amount(name: str, label: str, standing: int, step: int = 1, note: str | None = None) -> None:
        st.number_input(label, value=standing, step=step, key=key(RULES, name), help=note)

    def choice(name: str, label: str, standing: bool) -> None:
        st.checkbox(label, standing, key=key(RULES, name))

    left, right = st.columns(2)
    with left:
        amount("weight_short", _("A pupil under the target weighs, in euros"), rules.weight_short, 1_000)
        amount("weight_unserved", _("A device past its life span weighs, in euros"), rules.weight_unserved, 500)
        amount("weight_even", _("Even spending weighs, in euros"), rules.weight_even)
    with right:
        amount("price_rise", _("Price rise, % a year"), round(rules.price_rise * 100))
        amount("beyond", _("Counts after its life span, years at most"), rules.beyond_life_years)
        amount("reserve", _("Reserve, % of the devices needed"), round(rules.reserve_share * 100))
    choice("carry_over", _("Unspent money moves to the next round"), rules.carry_over)
    choice("worst_first", _("The worst-off go first"), rules.worst_first)
    choice("nobody_waits", _("No school without something in the first round"), rules.nobody_waits)
    choice("keep_mix", _("Schools keep their own mix"), rules.keep_mix)
    st.multiselect(
        _("Is no longer bought"),
        list(kinds),
        list(rules.without),
        format_func=lambda code: kinds[code],
        placeholder=_("nothing left out"),
        key=key(RULES, "without"),
    )
    left, right = st.columns(2)
    with left:
        amount("set_size", _("Whole sets of so many devices"), rules.set_size)
        amount("fixed_cost", _("Fixed cost of an order, in euros"), rules.fixed_cost_cents // 100, 50)
    with right:
        st.number_input(
            _("Written off over so many years"),
            value=rules.write_off_years,
            step=1,
            placeholder=_("the term of each kind"),
            key=key(RULES, "write_off"),
        )
        amount("threshold", _("A cost at once below, in euros"), rules.threshold_cents // 100, 100)
    with st.expander(_("Buying together, and a target that grows"), icon=":material/handshake:"):
        st.text_input(
            _("Volume discounts"),
            write_discounts(rules.discounts),
            placeholder=_("such as 100: 5%; 250: 10%"),
            key=key(RULES, "discounts"),
            help=_("From so many of a kind in one round, so much less for each of them."),
        )
        for code, name in kinds.items():
            amount(
                f"partner_{code}",
                _("Partner boards order along, {kinds}").format(kinds=name),
                rules.partners.get(code, 0),
                10,
            )
        st.text_input(
            _("Steps of the target"),
            write_ramp(rules.ramp),
            placeholder=_("such as 1-8-2019: 3,5; 1-8-2020: 3"),
            key=key(RULES, "ramp"),
            help=_("From a day on the board's target is this many pupils for every device."),
        )
        for code, name in kinds.items():
            amount(
                f"support_{code}",
                _("Years of updates of new {kinds}, 0 where no end is known").format(kinds=name),
                rules.support_years.get(code, 0),
            )


def _keep(before: PlanningRules, kinds: Sequence[str], person: Person) -> tuple[str, Back | None]:
    def whole(name: str) -> int:
        found = cast("int | None", value(RULES, name))
        if found is None:
            raise Refused(_("A field is empty. Fill in a number; 0 where it does not matter."))
        return found

    new = replace(
        before,
        weight_short=whole("weight_short"),
        weight_unserved=whole("weight_unserved"),
        weight_even=whole("weight_even"),
        price_rise=whole("price_rise") / 100,
        beyond_life_years=whole("beyond"),
        reserve_share=whole("reserve") / 100,
        carry_over=bool(value(RULES, "carry_over")),
        worst_first=bool(value(RULES, "worst_first")),
        nobody_waits=bool(value(RULES, "nobody_waits")),
        keep_mix=bool(value(RULES, "keep_mix")),
        without=tuple(cast("list[str]", value(RULES, "without") or [])),
        set_size=whole("set_size"),
        fixed_cost_cents=whole("fixed_cost") * 100,
        write_off_years=cast("int | None", value(RULES, "write_off")),
        threshold_cents=whole("threshold") * 100,
        discounts=read_discounts(str(value(RULES, "discounts") or "")),
        partners={code: n for code in kinds if (n := whole(f"partner_{code}"))},
        ramp=read_ramp(str(value(RULES, "ramp") or "")),
        support_years={code: n for code in kinds if (n := whole(f"support_{code}"))},
    )
    save_rules(person, open_database(), now(), new)
    return _("The rules are kept; plans follow them from now on."), lambda someone: save_rules(
        someone, open_database(), now(), before
    )
