"""Settings: a pupil count entered by hand, for what DUO has not published yet."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import cast

import streamlit as st

from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import DATE_FORMATS, Frame, now
from pages.server.session import open_database
from planning.core.notation import day, number
from planning.core.refusal import Refused
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import language
from planning.organisation.counts import count_by_hand
from planning.organisation.levels import LEVELS, level_groups, level_name
from planning.organisation.service import PupilCount, School, remove_count, set_count

PLACE = "count"


def show(frame: Frame, mine: tuple[School, ...], by_date: Mapping[date, Mapping[str, PupilCount]]) -> None:
    """The form, and the counts filled in by hand so far, each of which can be taken away."""
    names = {school.school_id: school.name for school in mine}
    with st.container(border=True, height="stretch"):
        st.subheader(_("Count it yourself"), anchor=False)
        st.markdown(_("Is DUO later than you? Fill in the pupils of a school: all three levels, or only the total."))
        with st.form(PLACE, border=False, enter_to_submit=False):
            _fields(frame, names)
            with st.container(horizontal=True, vertical_alignment="bottom"):
                st.number_input(_("Total"), value=None, step=1, key=key(PLACE, "total"), width=140)
                st.form_submit_button(_("Keep the count"), on_click=carry_out, args=(PLACE, partial(_keep, names)))
        st.caption(" · ".join(f"{level_name(level)}: {level_groups(level)}" for level in LEVELS))
        show_outcome(PLACE)
        by_hand = [count for counted in by_date.values() for count in counted.values() if count.source == "hand"]
        if by_hand:
            _take_away(names, by_hand)


def _fields(frame: Frame, names: Mapping[str, str]) -> None:
    left, right = st.columns(2)
    with left:
        st.selectbox(
            _("School"),
            list(names),
            index=None,
            format_func=names.__getitem__,
            placeholder=_("choose a school"),
            key=key(PLACE, "school"),
        )
    with right:
        st.date_input(
            _("Count date"), _last_october(frame.as_of), format=DATE_FORMATS[language()], key=key(PLACE, "date")
        )
    with st.grid(3, min_column_width=90):
        for level in LEVELS:
            st.number_input(level_name(level).capitalize(), value=None, step=1, key=key(PLACE, level))


def _last_october(as_of: date) -> date:
    """DUO's open counts stand at 1 October; the last one that has been is the likeliest to be filled in."""
    this_year = date(as_of.year, 10, 1)
    return this_year if this_year <= as_of else date(as_of.year - 1, 10, 1)


def _keep(names: Mapping[str, str], person: Person) -> tuple[str, Back | None]:
    school_id, count_date = value(PLACE, "school"), value(PLACE, "date")
    if not isinstance(school_id, str) or not isinstance(count_date, date):
        raise Refused(_("Choose a school and a count date first."))
    levels = {level: cast("int | None", value(PLACE, level)) for level in LEVELS}
    count = count_by_hand(school_id, count_date, cast("int | None", value(PLACE, "total")), levels)
    before = set_count(person, open_database(), now(), count)

    def back(someone: Person) -> None:
        if before is None:
            remove_count(someone, open_database(), now(), school_id, count_date)
        else:
            set_count(someone, open_database(), now(), before)

    text = _("{school} has {n} pupils on {day}.")
    return text.format(school=names[school_id], n=number(count.total), day=day(count_date)), back


def _take_away(names: Mapping[str, str], by_hand: list[PupilCount]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            _("Filled in by hand"),
            by_hand,
            format_func=lambda count: f"{names[count.school_id]} · {day(count.count_date)} · {number(count.total)}",
            key=key(PLACE, "by_hand"),
        )
        st.button(
            _("Take away"),
            key="count_take_away",
            type="tertiary",
            icon=":material/delete:",
            on_click=carry_out,
            args=(PLACE, partial(_remove, names, chosen)),
        )


def _remove(names: Mapping[str, str], count: PupilCount, person: Person) -> tuple[str, Back | None]:
    remove_count(person, open_database(), now(), count.school_id, count.count_date)
    text = _("The count of {school} on {day} is gone.")
    return text.format(school=names[count.school_id], day=day(count.count_date)), lambda someone: set_count(
        someone, open_database(), now(), count
    )
