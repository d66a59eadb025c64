"""Keuzes: what does a school put its means into, what does that give and give up, and why?"""

import streamlit as st

from pages.choices.board import accents, take_over_card
from pages.choices.compare import variant_cards
from pages.choices.data import choices_view, means_of_school, price_of, reckoned
from pages.choices.figures import figures_section, sources
from pages.choices.means import means_form, means_tiles
from pages.choices.place import CHOICES
from pages.choices.variants import workbench
from pages.choices.words import price_text
from pages.parts import sections, state
from pages.parts.frame import Frame, answer, heading, more, plain, surroundings
from pages.parts.places import show_link
from pages.parts.refusals import guard, guard_school
from pages.parts.sections import Section, show_section
from pages.ratios.data import ratio_view
from planning.choices.model import year_name
from planning.choices.rules import FIRST_YEAR, LAST_YEAR
from planning.choices.sentences import ReckonedVariant, reaches, target_note
from planning.choices.standing import accent_of, board_answer
from planning.choices.view import ChoicesView
from planning.core.notation import money, number
from planning.core.rights import Right
from planning.core.translation import gettext as _


def school_answer(frame: Frame, view: ChoicesView, school_id: str, school_year: int) -> str:
    """What a school chose, or how far it is with that."""
    name, year = plain(frame.school_name(school_id)), year_name(school_year)
    means = means_of_school(frame, school_id, school_year)
    variants, chosen = view.variants_of(school_id, school_year), view.choice_of(school_id, school_year)
    if means is None:
        return _("**Here {school} shares out its own means of {year}.**").format(school=name, year=year)
    if not variants:
        text = _("**{school} has {money} to share out in {year}.**")
        return text.format(school=name, money=money(means), year=year)
    if chosen is None:
        text = _("**{school} has {money} to share out in {year}, and compares {n} variants.**")
        return text.format(school=name, money=money(means), year=year, n=number(len(variants)))
    text = _("**{school} chooses ‘{name}’ for {year}: {accent}.**")
    told = text.format(school=name, name=plain(chosen.name), year=year, accent=accent_of(view, chosen))
    one = reckoned(frame, chosen)
    return f"{told} {' '.join(reaches(one.devices))}" if one and one.devices else told


def show(frame: Frame, school_id: str, school_year: int) -> None:
    """One school: its means, its variants side by side, and what it chose."""
    known = [one.school_id for one in frame.schools]
    view = choices_view(frame)
    if len(known) > 1:
        show_link(CHOICES, _("All schools"), icon=":material/arrow_back:", deel="scholen")
    years = sorted({frame.as_of.year, frame.as_of.year + 1, school_year, *(one.school_year for one in view.variants)})
    heading(frame, _("Choices"), schools=known, school=school_id, years=years, year=school_year)
    answer(school_answer(frame, view, school_id, school_year))
    means_tiles(frame, view, school_id, school_year)
    note = view.means_for(school_id, school_year).note
    if note:
        st.caption(plain(note))
    person = frame.person
    may_choose = person.may(Right.CONTRIBUTE, school_id) and frame.as_of == frame.today
    may_fill_in = may_choose or (person.may(Right.PLAN, school_id) and frame.as_of == frame.today)
    variants = view.variants_of(school_id, school_year)
    means = means_of_school(frame, school_id, school_year)
    if may_fill_in:
        label = _("Fill in what there is to share out") if means is None else _("Change the means")
        with st.expander(label, icon=":material/savings:", expanded=means is None):
            means_form(frame, school_id, school_year)
    found = [one for one in (reckoned(frame, variant) for variant in variants) if one is not None]
    if found:
        variant_cards(frame, found)
    elif means is not None:
        st.markdown(
            _(
                "A first variant says how it goes now. The next ones move something of it to another post: then you "
                "see what that gives and what it gives up."
            )
        )
    if may_choose and means is not None:
        with st.container(border=True):
            st.subheader(_("Compare and choose"), anchor=False)
            workbench(frame, school_id, school_year)
    chosen = view.choice_of(school_id, school_year)
    if chosen is not None and person.may(Right.PLAN) and person.reach is None:
        take_over_card(frame, view, (chosen,))
    if more("choice_sources", closed=_("Where the figures come from"), opened=_("Hide"), icon=":material/menu_book:"):
        bought = dict.fromkeys(price_of(frame, variant) for variant in variants)
        sources(view.figures(school_year), *(price_text(ratio_view(frame).kinds[one.kind], one) for one in bought))
    note = target_note(view.figures(school_year))
    st.caption(" ".join(text for text in (_how(found), note) if text))


def _how(found: list[ReckonedVariant]) -> str:
    if not any(one.devices for one in found):
        return ""
    return _(
        "Devices and dates are those of the rounds planner: with what the approved plan spends on the school, and "
        "its own money in the first round of each school year."
    )


def show_all(frame: Frame, school_year: int) -> None:
    """No school is chosen: what all of them chose, beside each other."""
    view = choices_view(frame)
    years = sorted({frame.as_of.year, frame.as_of.year + 1, school_year, *(one.school_year for one in view.variants)})
    heading(frame, _("Choices"), schools=[one.school_id for one in frame.schools], years=years, year=school_year)
    answer(board_answer(view, school_year))
    parts = {
        "scholen": Section(_("All schools"), "alt_route", (Right.READ,), lambda _f: accents(frame, school_year)),
        "kengetallen": Section(
            _("Figures"), "menu_book", (Right.READ,), lambda _f: figures_section(frame, school_year)
        ),
    }
    show_section(frame, parts, key="choices_section", label=_("Part of the choices"))


guard(CHOICES)
here = surroundings()
of_year = state.year(here.as_of.year, FIRST_YEAR, LAST_YEAR)
asks_all = sections.ADDRESS in st.query_params and state.SCHOOL not in st.query_params
of_school = None if asks_all else state.school([one.school_id for one in here.schools])
if of_school is None:
    show_all(here, of_year)
else:
    guard_school(of_school)
    show(here, of_school, of_year)
