"""What a school has to share out: its figures on top, and the form to fill them in."""

from functools import partial

import streamlit as st

from pages.choices.data import choices_view, school_now
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change
from pages.parts.frame import Frame
from pages.parts.metrics import plain_metric
from planning.choices.model import FTE, SchoolMeans, year_name
from planning.choices.rules import LONGEST_NOTE, Rates, teaching_cents
from planning.choices.service import remove_means, save_means
from planning.choices.texts import read_amount, read_fte, write_amount, write_fte
from planning.choices.view import ChoicesView
from planning.core.notation import day, money, number
from planning.core.rights import Person
from planning.core.translation import gettext as _

MEANS = "choice_means"


def means_tiles(frame: Frame, view: ChoicesView, school_id: str, school_year: int) -> None:
    """The means of the year, what they are made of, and what a tenth of a teacher costs."""
    here = school_now(frame, school_id)
    means = view.means_for(school_id, school_year)
    yearly = view.yearly_means(school_id, school_year, here.pupils)
    rates = view.rates(school_year)
    with st.grid(4, min_column_width=150):
        plain_metric(
            _("To share out a year"),
            "–" if yearly is None else money(yearly),
            _("fixed: {money}").format(money=money(means.fixed_cents)) if means.fixed_cents else None,
        )
        per_pupil = _per_pupil(view, means)
        plain_metric(_("For each pupil"), "–" if per_pupil is None else money(per_pupil), _funding(view, school_year))
        counted = _("as of {day}").format(day=day(here.count_date)) if here.count_date else None
        plain_metric(_("Pupils"), "–" if here.pupils is None else number(here.pupils), counted)
        plain_metric(_("0.1 fte costs a year"), _tenth(rates), _tenth_for_pupil(rates, here.pupils))


def _per_pupil(view: ChoicesView, means: SchoolMeans) -> int | None:
    if means.per_pupil_cents is not None:
        return means.per_pupil_cents
    known = view.figures(means.school_year).get("means_per_pupil")
    return None if known is None else known.hundredths


def _funding(view: ChoicesView, school_year: int) -> str | None:
    known = view.figures(school_year).get("funding_per_pupil")
    return None if known is None else _("of {money} funding").format(money=money(known.hundredths))


def _tenth(rates: Rates | None) -> str:
    return "–" if rates is None else money(teaching_cents(FTE // 10, rates))


def _tenth_for_pupil(rates: Rates | None, pupils: int | None) -> str | None:
    if rates is None or not pupils:
        return None
    return _("{money} for each pupil").format(money=money(teaching_cents(FTE // 10, rates) // pupils))


def means_form(frame: Frame, school_id: str, school_year: int) -> None:
    """Fill in what a school has to share out in a school year."""
    view = choices_view(frame)
    means = view.means_for(school_id, school_year)
    kept = next((one for one in view.means if (one.school_id, one.school_year) == (school_id, school_year)), None)
    known = view.figures(school_year).get("means_per_pupil")
    hint = _("no figure for this year") if known is None else _("{money}, the figure").format(
        money=write_amount(known.hundredths)
    )  # fmt: skip
    Form(
        MEANS,
        (
            fields.beside(
                fields.text(
                    "per_pupil_cents",
                    _("Amount for each pupil, in euros a year"),
                    "" if means.per_pupil_cents is None else write_amount(means.per_pupil_cents),
                    placeholder=hint,
                    parse=lambda text: read_amount(text) if text else None,
                ),
                fields.number(
                    "fixed_cents",
                    _("Fixed amount, in whole euros a year"),
                    means.fixed_cents // 100,
                    step=500,
                    missing="means_incomplete",
                ),
            ),
            fields.beside(
                fields.text(
                    "formation",
                    _("Teachers there are whatever you choose, in fte"),
                    "" if means.formation is None else write_fte(means.formation),
                    placeholder=_("such as 8.4"),
                    help=_("Needed to say how many pupils there are for every teacher. No names, just the sum."),
                    parse=lambda text: read_fte(text, "formation") if text else None,
                ),
                fields.text(
                    "note",
                    _("What means these are"),
                    means.note,
                    LONGEST_NOTE,
                    placeholder=_("such as: free room of the school plan"),
                ),
            ),
        ),
        partial(_keep, school_id, school_year, means, kept),
        _("Keep the means"),
        about=f"{school_id}_{school_year}",
    ).show()


def _keep(
    school_id: str, school_year: int, shown: SchoolMeans, kept: SchoolMeans | None, person: Person, said: Values
) -> Outcome:
    fixed = shown.fixed_cents if said["fixed_cents"] == shown.fixed_cents // 100 else said["fixed_cents"] * 100
    new = SchoolMeans(school_id, school_year, said["per_pupil_cents"], fixed, said["formation"], said["note"])
    change(save_means, new)(person)
    sentence = _("The means of {year} are kept.").format(year=year_name(school_year))
    return sentence, change(save_means, kept) if kept else change(remove_means, school_id, school_year)
