"""Settings: a pupil count entered by hand, for what DUO has not published yet."""

from collections.abc import Mapping
from datetime import date
from functools import partial

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, key, overwrite_button, show_outcome
from pages.parts.frame import Frame
from planning.core.notation import day, number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
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
        _fields(frame, names)
        st.caption(" · ".join(f"{level_name(level)}: {level_groups(level)}" for level in LEVELS))
        show_outcome(PLACE)
        by_hand = [count for counted in by_date.values() for count in counted.values() if count.source == "hand"]
        if by_hand:
            _take_away(names, by_hand)


def _fields(frame: Frame, names: Mapping[str, str]) -> None:
    school = fields.choice(
        "school_id",
        _("School"),
        list(names),
        None,
        names.__getitem__,
        placeholder=_("choose a school"),
        missing="count_without_place",
    )
    counted_on = fields.day("count_date", _("Count date"), _last_october(frame.as_of), missing="count_without_place")
    levels = [fields.number(level, level_name(level).capitalize()) for level in LEVELS]
    total = fields.number("total", _("Total"), width=140)
    place = fields.beside(school, counted_on)
    form = Form(PLACE, (place, *levels, total), partial(_keep, names), _("Keep the count"), look={})
    with st.form(PLACE, border=False, enter_to_submit=False):
        form.draw(place)
        with st.grid(3, min_column_width=90):
            for level in levels:
                form.draw(level)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            form.draw(total)
            form.buttons()


def _last_october(as_of: date) -> date:
    """DUO's open counts stand at 1 October; the last one that has been is the likeliest to be filled in."""
    this_year = date(as_of.year, 10, 1)
    return this_year if this_year <= as_of else date(as_of.year - 1, 10, 1)


def _keep(names: Mapping[str, str], person: Person, said: Values) -> Outcome:
    levels = {level: said[level] for level in LEVELS}
    count = count_by_hand(said["school_id"], said["count_date"], said["total"], levels)
    before = change(set_count, count)(person)
    text = ngettext("{school} has {n} pupil on {day}.", "{school} has {n} pupils on {day}.", count.total)
    sentence = text.format(school=names[count.school_id], n=number(count.total), day=day(count.count_date))
    if before is None:
        return sentence, change(remove_count, count.school_id, count.count_date)
    return sentence, change(set_count, before)


def _take_away(names: Mapping[str, str], by_hand: list[PupilCount]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            _("Filled in by hand"),
            by_hand,
            format_func=lambda count: f"{names[count.school_id]} · {day(count.count_date)} · {number(count.total)}",
            key=key(PLACE, "by_hand"),
        )
        overwrite_button(
            PLACE,
            _("Take away"),
            partial(_remove, names, chosen),
            key="count_take_away",
            type="tertiary",
            icon=":material/delete:",
        )


def _remove(names: Mapping[str, str], count: PupilCount, person: Person) -> Outcome:
    change(remove_count, count.school_id, count.count_date)(person)
    text = _("The count of {school} on {day} is gone.")
    return text.format(school=names[count.school_id], day=day(count.count_date)), change(set_count, count)
