"""For the books: a ledger code for each kind, a cost centre for each school, and the budget line by line with both."""

from dataclasses import replace
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, download
from pages.rounds.words import called
from planning.core.notation import number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.rounds.choice_texts import read_codes, write_codes
from planning.rounds.model import PlanningRules
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.service import save_rules
from planning.rounds.view import RoundsView
from planning.workbooks.board_table import board_excel
from planning.workbooks.writing import EURO_CENTS

BOOKS: Final = "bookkeeping"


def show(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> None:
    """The lines of the budget to take along, and the form for the codes on them."""
    download(
        "budget_lines",
        lambda: board_excel(
            frame.board,
            frame.as_of,
            lines(view, plans),
            _("Budget lines"),
            about=[_("Prices of one, VAT included")],
            formats={_("Price of one"): EURO_CENTS, _("Amount"): EURO_CENTS},
        ),
        f"begrotingsregels-{frame.as_of.isoformat()}.xlsx",
        label=_("Budget lines with ledger code (Excel)"),
    )
    if frame.person.may(Right.PLAN):
        _form(view)


def lines(view: RoundsView, plans: ScenarioPlans) -> pd.DataFrame:
    """What each school buys of each kind in each round: ordered in rounds that have been, planned in those to come."""
    to_come, orders = {r.round_id for r in view.to_come}, [s.order for s in view.progress.values()]
    found = [(p.round_id, p.school_id, p.kind, p.count, p.price_cents) for p in plans.best.purchases]
    found += [
        (order.round_id, order.school_id, order.kind, order.due, order.price_cents)
        for order in orders
        if order.round_id not in to_come and order.due
    ]
    place = {one.round_id: at for at, one in enumerate(view.rounds)}
    return pd.DataFrame(
        [
            {
                _("Year"): view.rounds[place[key]].on.year,
                _("Round"): called(view.rounds[place[key]], view),
                _("School"): view.school_name(school_id),
                _("Cost centre"): view.rules.cost_centres.get(school_id, ""),
                _("Kind"): view.ratios.kinds[kind].name(2),
                _("Ledger code"): view.rules.ledger.get(kind, ""),
                _("Devices"): count,
                _("Price of one"): cents / 100,
                _("Amount"): count * cents / 100,
            }
            for key, school_id, kind, count, cents in sorted(found, key=lambda one: (place[one[0]], *one[1:]))
        ]
    )


def _form(view: RoundsView) -> None:
    rules = view.rules
    kinds = {code: kind.name(2) for code, kind in view.ratios.kinds.items() if kind.counts_for_pupils}
    schools = {school.school_id: school.name for school in view.ratios.schools}
    with st.expander(_("Ledger codes and cost centres"), icon=":material/account_balance:"):
        ledger = fields.lines("ledger", _("Ledger code of each kind"), write_codes(rules.ledger, kinds))
        help = _("A line for each school; two columns of a sheet can be pasted as they are.")
        centres = write_codes(rules.cost_centres, schools)
        cost_centres = fields.lines("cost_centres", _("Cost centre of each school"), centres, height=220, help=help)
        save = partial(_keep, rules, kinds, schools)
        Form(BOOKS, (ledger, cost_centres), save, _("Keep the codes"), look={"key": "keep_codes"}).show_fields()
        show_outcome(BOOKS)


def _keep(
    rules: PlanningRules, kinds: dict[str, str], schools: dict[str, str], person: Person, said: Values
) -> Outcome:
    ledger = read_codes(said["ledger"], kinds, "ledger")
    cost_centres = read_codes(said["cost_centres"], schools, "cost_centres")
    before = change(save_rules, replace(rules, ledger=ledger, cost_centres=cost_centres))(person)
    n = len(ledger) + len(cost_centres)
    text = ngettext("{n} code is kept.", "{n} codes are kept.", n)
    return text.format(n=number(n)), change(save_rules, before)
