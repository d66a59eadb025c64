"""What all schools chose beside each other, in the order of their names, and what it adds up to."""

from functools import partial

import pandas as pd
import streamlit as st

from pages.choices.chart import COLOURS, ShareBar, shares
from pages.choices.data import choices_view
from pages.choices.place import CHOICES
from pages.choices.words import in_own_words
from pages.parts.forms import Outcome, act_button, change, show_outcome
from pages.parts.frame import Frame, plain, table_and_download
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from planning.choices.model import POSTS, TEACHING, Variant, post_name, year_name
from planning.choices.rules import Rates, totals, yearly_of
from planning.choices.service import take_back, take_over
from planning.choices.standing import accent_of
from planning.choices.texts import write_fte
from planning.choices.view import ChoicesView
from planning.core.clock import board_day
from planning.core.notation import day, money, target_one_in
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.workbooks.board_table import board_excel

TAKE = "choice_take_over"
_EMOJI = dict(zip(POSTS, ("gray", "green", "violet", "blue", "orange"), strict=True))


def accents(frame: Frame, school_year: int) -> None:
    """The picture, the table, what schools say, and what waits for the rounds."""
    view = choices_view(frame)
    chosen, rates = view.choices(school_year), view.rates(school_year)
    if chosen and rates is not None:
        _picture(frame, view, chosen, rates, school_year)
        frame.card("choices_why", lambda: _explanations(frame, view, chosen), school_year)
        if frame.person.may(Right.PLAN) and frame.person.reach is None:
            take_over_card(frame, view, tuple(chosen.values()))
    left = [plain(one.name) for one in view.ratios.schools if one.school_id not in chosen]
    if left:
        st.caption(_("Did not choose yet: {schools}.").format(schools=", ".join(left)))


def _picture(frame: Frame, view: ChoicesView, chosen: dict[str, Variant], rates: Rates, school_year: int) -> None:
    def picture() -> None:
        st.subheader(_("Where every school puts its means"), anchor=False)
        st.caption(_("In the order of their names. No accent is better than another: every school knows why."))
        st.markdown(" ".join(f":{_EMOJI[post]}-badge[■ {post_name(post)}]" for post in COLOURS))
        bars = [ShareBar(frame.school_name(key), yearly_of(one, rates)) for key, one in chosen.items()]
        st.plotly_chart(
            frame.chart("choices", lambda: shares(bars, frame.theme), school_year),
            theme=None,
            config=CONFIG,
            key="choices_shares",
            alt=_("Bar chart: of every school the part of its means for each post, in the order of their names"),
        )

    with st.container(border=True):
        frame.card("choices_picture", picture, school_year)
        if table_and_download(
            "choices",
            lambda: board_excel(
                frame.board,
                frame.as_of,
                pd.DataFrame(_excel(frame, view, chosen, rates)),
                _("Choices of schools for {year}").format(year=year_name(school_year)),
            ),
            f"keuzes-{school_year}.xlsx",
        ):
            show_table(
                _rows(frame, view, chosen, rates),
                _("Where every school puts its means"),
                beside=True,
                figures=[_("Fte"), *_names()],
            )


def _names() -> list[str]:
    return [post_name(post).capitalize() for post in POSTS if post != TEACHING]


def _rows(frame: Frame, view: ChoicesView, chosen: dict[str, Variant], rates: Rates) -> list[dict[str, str]]:
    found = []
    for key, one in chosen.items():
        yearly = yearly_of(one, rates)
        link = f"[{plain(frame.school_name(key))}]({CHOICES.url(school=key)})"
        found.append(_row(link, plain(one.name), accent_of(view, one), one.fte, yearly))
    whole = totals(yearly_of(one, rates) for one in chosen.values())
    fte = sum(one.fte for one in chosen.values())
    together = _("Together")
    return [*found, _row(f"**{together}**", "", "", fte, whole)]


def _row(school: str, choice: str, accent: str, fte: int, yearly: dict[str, int]) -> dict[str, str]:
    return {
        _("School"): school,
        _("Choice"): choice,
        _("Accent beside its first variant"): accent,
        _("Fte"): write_fte(fte) if fte else "–",
        **{post_name(post).capitalize(): money(yearly[post]) for post in POSTS if post != TEACHING},
    }


def _excel(frame: Frame, view: ChoicesView, chosen: dict[str, Variant], rates: Rates) -> list[dict[str, object]]:
    return [
        {
            _("School"): frame.school_name(key),
            _("Choice"): one.name,
            _("Accent beside its first variant"): accent_of(view, one),
            _("Fte"): one.fte / 10_000,
            **{post_name(post).capitalize(): yearly_of(one, rates)[post] / 100 for post in POSTS},
            _("Own target"): None if one.target is None else one.target,
            _("Explanation"): one.explanation,
            _("Vision statement"): one.vision,
        }
        for key, one in chosen.items()
    ]


def _explanations(frame: Frame, view: ChoicesView, chosen: dict[str, Variant]) -> None:
    with st.container(border=True):
        st.subheader(_("Why, in their own words"), anchor=False)
        for key, one in chosen.items():
            link = f"[{plain(frame.school_name(key))}]({CHOICES.url(school=key)})"
            lines = [f"**{link}** · {plain(one.name)}: {accent_of(view, one)}", in_own_words(one)]
            st.markdown("  \n".join(line for line in lines if line))


def take_over_card(frame: Frame, view: ChoicesView, chosen: tuple[Variant, ...]) -> None:
    """For whoever plans: which choices the rounds have, and which are still to be taken over."""
    with st.container(border=True):
        st.subheader(_("Into the rounds"), anchor=False)
        text = _("Taken over, a choice feeds the target, own money and kinds of the school. The plan says so.")
        st.markdown(text)
        for one in chosen:
            _taking(frame, view, one)
        show_outcome(TAKE)


def _taking(frame: Frame, view: ChoicesView, one: Variant) -> None:
    name = frame.school_name(one.school_id)
    taken = view.takeovers.get(one.school_id)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        parts = [f"**{plain(name)}** · {plain(one.name)}"]
        if one.target is not None:
            parts.append(_("target {target}").format(target=target_one_in(one.target)))
        if view.is_fed(one):
            badge = ":green-badge[:material/check: " + _("in the rounds") + "]"
            if taken:
                parts.append(
                    _("since {day}, by {name}").format(day=day(board_day(frame.board, taken.at)), name=plain(taken.by))
                )
            st.markdown(f"{badge} {' · '.join(parts)}", width="stretch")
            if taken and taken.name == one.name and frame.as_of == frame.today:
                act_button(
                    TAKE,
                    _("Take back"),
                    partial(_give_back, name, one),
                    key=f"choice_back_{one.school_id}",
                    type="tertiary",
                    icon=":material/undo:",
                )
        else:
            badge = ":orange-badge[:material/hourglass: " + _("not in the rounds yet") + "]"
            st.markdown(f"{badge} {' · '.join(parts)}", width="stretch")
            if frame.as_of == frame.today:
                act_button(
                    TAKE,
                    _("Take over"),
                    partial(_take, name, one),
                    key=f"choice_take_{one.school_id}",
                    icon=":material/autorenew:",
                )


def _take(name: str, one: Variant, person: Person) -> Outcome:
    change(take_over, one.school_id, one.school_year)(person)
    sentence = _("The rounds have the choice of {school}: ‘{name}’.").format(school=name, name=one.name)
    return sentence, change(take_back, one.school_id)


def _give_back(name: str, one: Variant, person: Person) -> Outcome:
    change(take_back, one.school_id)(person)
    sentence = _("The rounds have of {school} what they had before.").format(school=name)
    return sentence, change(take_over, one.school_id, one.school_year)
