"""Where the figures come from, and the board's own value in the place of one."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from pages.choices.data import choices_view
from pages.choices.words import source_text
from pages.parts import fields
from pages.parts.forms import Button, Form, Outcome, Values, change
from pages.parts.frame import Frame
from planning.choices.figures import BACKGROUND, Figures, OwnValue, PlanningFigure, shipped
from planning.choices.model import first_day, year_name
from planning.choices.rules import LONGEST_FIGURE_REASON
from planning.choices.service import drop_value, set_value
from planning.choices.texts import figure_text, read_value, write_amount
from planning.core.notation import day
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _

FIGURE = "choice_figure"


def sources(figures: Figures, *more: str) -> None:
    """The figures of a school year with their sources, those that sums are made with first; `more` stands below."""
    codes = list(dict.fromkeys(one.code for one in shipped()))
    ordered = sorted(figures.values(), key=lambda one: (one.code in BACKGROUND, codes.index(one.code)))
    st.markdown("\n".join(f"- {text}" for text in (*map(source_text, ordered), *more)))


def figures_section(frame: Frame, school_year: int) -> None:
    """All figures of a school year; who plans for the board may put its own value in the place of one."""
    view = choices_view(frame)
    figures = view.figures(school_year)
    with st.container(border=True):
        st.subheader(_("Figures of {year}").format(year=year_name(school_year)), anchor=False)
        text = _(
            "Each holds from its day until its next value. A year is calculated with those of its first day, {day}."
        )
        st.caption(text.format(day=day(first_day(school_year))))
        sources(figures)
    if not (frame.person.may(Right.PLAN) and frame.person.reach is None and frame.as_of == frame.today):
        return
    with st.container(border=True):
        st.subheader(_("A value of your own"), anchor=False)
        names = {one.code: one for one in view.table}
        code = st.selectbox(
            _("Figure"), list(names), format_func=lambda one: _named(names[one]), key="choice_figure_code"
        )
        _form(view.table, figures.get(code), code, school_year, view.own_values).show()


def _named(figure: PlanningFigure) -> str:
    return figure.name[:1].upper() + figure.name[1:]


def _form(
    table: Iterable[PlanningFigure],
    now: PlanningFigure | None,
    code: str,
    school_year: int,
    own: tuple[OwnValue, ...],
) -> Form:
    mine = [one for one in own if one.code == code and one.since <= first_day(school_year)]
    last = max(mine, key=lambda one: one.since, default=None)
    is_own = now is not None and now.status == "own" and last is not None
    drop = (
        (Button(_("Follow the table again"), partial(_drop, last), icon=":material/undo:"),) if is_own and last else ()
    )
    return Form(
        FIGURE,
        (
            fields.beside(
                fields.text(
                    "hundredths",
                    _("Value"),
                    "" if now is None else write_amount(now.hundredths),
                    help="" if now is None else figure_text(now),
                    parse=read_value,
                ),
                fields.day(
                    "since",
                    _("Holds from"),
                    last.since if is_own and last else first_day(school_year),
                    missing="figure_without_day",
                ),
            ),
            fields.text(
                "reason",
                _("Where it comes from, or why"),
                last.reason if is_own and last else "",
                LONGEST_FIGURE_REASON,
                placeholder=_("such as: our own mean cost, budget 2018"),
            ),
        ),
        partial(_keep, code, own),
        _("Keep our value"),
        about=f"{code}_{school_year}",
        others=drop,
        look={},
    )


def _keep(code: str, own: tuple[OwnValue, ...], person: Person, said: Values) -> Outcome:
    value = OwnValue(code, said["since"], said["hundredths"], said["reason"])
    before = change(set_value, value)(person)
    sentence = _("From {day} your own value holds.").format(day=day(value.since))
    return sentence, change(set_value, before) if before else change(drop_value, code, value.since)


def _drop(last: OwnValue, person: Person) -> Outcome:
    change(drop_value, last.code, last.since)(person)
    return _("The value of the table holds again."), change(set_value, last)
