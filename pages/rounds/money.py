"""The money of rounds: planned, ordered, paid and left; investment beside depreciation."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from pages.parts.frame import Frame, download
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from pages.rounds import bookkeeping, charts
from pages.rounds.words import called_short
from planning.core.notation import day, money, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.rounds.books import books_of, round_money
from planning.rounds.money import RoundMoney
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.view import RoundsView
from planning.workbooks.board_table import board_excel
from planning.workbooks.writing import EURO


def show(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> None:
    """Budgets on the left, what it means for the books on the right."""
    left, right = st.columns([1.25, 1])
    with left:
        _budget_card(frame, view, plans)
    with right:
        _books_card(frame, view, plans)


def _budget_card(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> None:
    carried, found = view.rules.carry_over, round_money(view, plans)
    with st.container(border=True, height="stretch"):
        st.subheader(_("Budget for each round"), anchor=False)
        rows = [_row(view, one, as_text=True) for one in found]
        if frame.theme.compact:
            st.markdown("\n".join(f"- **{row.pop(_('Round'))}**: {_said(row)}" for row in rows))
        else:
            show_table(
                rows,
                _("Budget for each round"),
                beside=True,
                figures=[_("Budget"), _("Planned"), _("Ordered"), _("Paid"), _("Left")],
            )
        st.caption(
            _(
                "Ordered is not delivered yet, at the price ordered; paid is delivered, at the price paid. "
                "Left is what can still be ordered."
            )
            + (" " + _("What a round leaves moves on: the budget of the next is shown with it.") if carried else "")
        )
        download(
            "rounds_money",
            lambda: board_excel(
                frame.board,
                frame.as_of,
                pd.DataFrame([_row(view, one, as_text=False) for one in found]),
                _("Budget of the rounds"),
                about=[_("Prices include VAT.")],
                formats=dict.fromkeys([_("Budget"), _("Planned"), _("Ordered"), _("Paid"), _("Left")], EURO),
            ),
            f"budget-rondes-{frame.as_of.isoformat()}.xlsx",
        )
        bookkeeping.show(frame, view, plans)


def _said(amounts: Mapping[str, object]) -> str:
    return ", ".join(f"{name.lower()} {amount}" for name, amount in amounts.items())


def _row(view: RoundsView, one: RoundMoney, *, as_text: bool) -> dict[str, object]:
    by_id = {r.round_id: r for r in view.rounds}
    amounts = {
        _("Budget"): one.budget,
        _("Planned"): one.planned,
        _("Ordered"): one.committed,
        _("Paid"): one.spent,
        _("Left"): one.left,
    }
    shown = {name: money(cents) if as_text else cents / 100 for name, cents in amounts.items()}
    return {_("Round"): called_short(by_id[one.round_id], view), **shown}


def _books_card(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> None:
    books = books_of(view, plans)
    years, spent, written = books.years, books.invested, books.written_off
    to_pay, opening, aside = books.to_pay, books.opening, books.aside
    unpriced = books.unpriced
    with st.container(border=True, height="stretch"):
        st.subheader(_("Investment and depreciation"), anchor=False)
        st.markdown(_reserve_sentence(to_pay, opening, aside))
        st.markdown(
            ":blue-badge[■ " + _("invested") + "] :gray-badge[▨ " + _("written off") + "] :yellow-badge[╌ "
            + _("set aside") + "] :small[× € 1.000]"
        )  # fmt: skip
        st.plotly_chart(
            charts.money_by_year(spent, written, (aside, tuple(to_pay)), frame.theme),
            theme=None,
            config=CONFIG,
            key="rounds_books",
            alt=_("Column chart: invested and written off, by calendar year"),
        )
        show_table(
            [
                {
                    _("Year"): str(year),
                    _("Invested"): money(spent[year]),
                    _("Written off"): money(written[year]),
                    _("Book value at the end"): money(books.book_value[year]),
                }
                for year in years
            ],
            _("Investment and depreciation"),
            figures=[_("Invested"), _("Written off"), _("Book value at the end")],
        )
        term = view.rules.write_off_years
        text = _(
            "Linear, from the month of purchase, over the term of each kind; an order below {limit} is a cost at once."
        )
        if term:
            text = ngettext(
                "Linear, from the month of purchase, over {n} year; an order below {limit} is a cost at once.",
                "Linear, from the month of purchase, over {n} years; an order below {limit} is a cost at once.",
                term,
            )
        note = text.format(n=number(term or 0), limit=money(view.rules.threshold_cents))
        note += " " + _("What was there on {day} takes part at its list's prices.").format(day=day(view.as_of))
        if unpriced:
            text = ngettext("Of {n} device the price is not known.", "Of {n} devices the price is not known.", unpriced)
            note += " " + text.format(n=number(unpriced))
        st.caption(note)


def _reserve_sentence(to_pay: Mapping[int, int], opening: int, aside: int) -> str:
    """What to set aside each year so that the rounds, which cost one year more than another, ask as much each year."""
    years = list(to_pay)
    balance = opening
    left = {year: (balance := balance + aside - to_pay[year]) for year in years}
    lowest = min(years, key=lambda year: (left[year], year))
    text = ngettext(
        "**{money} in {first} pays the rounds of that year.**",
        "**{money} set aside every year from {first} to {last} pays every round:** "
        "the reserve is at its lowest, {low}, at the end of {year}.",
        len(years),
    )
    told = text.format(
        money=money(-(-aside // 100) * 100), first=years[0], last=years[-1], low=money(left[lowest]), year=lowest
    )
    if len(years) > 1:
        told += " " + _("Set aside is an equal amount each year for the rounds, however uneven they are.")
    if opening:
        told += " " + _("What earlier rounds left, {money}, is in it.").format(money=money(opening))
    return told
