"""IBP: attitude. What schools do for awareness, school by term, and what their people say of it in time."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, overwrite_button
from pages.parts.frame import Frame, answer, more, plain
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from pages.privacy import charts
from pages.privacy.answers import answers_card
from pages.privacy.data import attitude_view
from planning.core.notation import day, listed, number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.service import School
from planning.privacy.attitude import (
    AUDIENCES,
    KINDS,
    LONGEST_TITLE,
    Activity,
    active_schools,
    by_term,
    next_term,
    terms,
)
from planning.privacy.attitude_service import AttitudeView, add_activity, may_add, remove_activity
from planning.privacy.messages import AUDIENCES as AUDIENCE_NAMES
from planning.privacy.messages import KINDS as KIND_NAMES
from planning.privacy.norms import LONGEST_OWNER

PLACE = "privacy_activity"
MOST_SHOWN = 6


def show(frame: Frame) -> None:
    """The map of activities beside what was done last, and the questionnaires in time."""
    facts = attitude_view(frame)
    answer(awareness_in_words(facts, frame.as_of))
    mine = [school for school in facts.schools if may_add(frame.person, school.school_id)]
    left, right = st.columns([1.25, 1])
    with left:
        _map_card(frame, facts)
    with right:
        if mine:
            _form(frame, mine)
        else:
            _latest_card(frame, facts, mine)
    if not mine:
        answers_card(frame, facts, mine)
        return
    left, right = st.columns([1.25, 1])
    with left:
        answers_card(frame, facts, mine)
    with right:
        _latest_card(frame, facts, mine)


def awareness_in_words(facts: AttitudeView, as_of: date) -> str:
    """How many schools did something this school year."""
    total = len(facts.schools)
    active = len(active_schools(facts.activities, as_of) & {school.school_id for school in facts.schools})
    if total == 1:
        name = plain(facts.schools[0].name)
        if active:
            return _("**{school} worked on awareness this school year.**").format(school=name)
        return _("**{school} did nothing for awareness yet this school year.**").format(school=name)
    if active == total:
        return _("**All {total} schools worked on awareness this school year.**").format(total=number(total))
    if active == 0:
        return _("**No school worked on awareness yet this school year.**")
    return ngettext(
        "**{n} of the {total} schools has worked on awareness this school year**; {rest} not yet.",
        "**{n} of the {total} schools have worked on awareness this school year**; {rest} not yet.",
        active,
    ).format(n=number(active), total=number(total), rest=number(total - active))


def term_name(start: date) -> str:
    """ "aug–okt 2017", "nov–jan 2017/18"."""
    after = next_term(start)
    year = str(start.year) if start.year == after.year else f"{start.year}/{after.year % 100:02d}"
    last = charts.month_name((after.month - 2) % 12 + 1)
    return f"{charts.month_name(start.month)}–{last}<br>{year}"


def _map_card(frame: Frame, facts: AttitudeView) -> None:
    known = terms(frame.as_of, frame.as_of)
    held = {place: len(done) for place, done in by_term(facts.activities_on(frame.as_of), known).items()}
    schools = [(school.school_id, school.name) for school in facts.schools]
    with st.container(border=True, height="stretch"):
        st.subheader(_("What schools do, this school year"), anchor=False)
        st.markdown(
            " ".join([":blue-badge[■ " + _("activities in that term") + "]", ":gray-badge[○ " + _("none yet") + "]"])
        )
        st.plotly_chart(
            frame.chart(
                "awareness_map",
                lambda: charts.awareness_map(
                    schools, [(start, term_name(start)) for start in known], held, frame.theme
                ),
                frame.person.reach,
            ),
            theme=None,
            config=CONFIG,
            key="awareness_map",
            alt=_("Map: activities of every school in each term of this school year"),
        )
        if more("awareness", closed=_("Show as table"), opened=_("Hide table"), icon=":material/table:"):
            show_table(
                [
                    {_("School"): plain(name)}
                    | {
                        term_name(start).replace("<br>", " "): number(held.get((school_id, start), 0))
                        for start in known
                    }
                    for school_id, name in schools
                ],
                _("What schools do, this school year"),
                figures=[term_name(start).replace("<br>", " ") for start in known],
            )


def _latest_card(frame: Frame, facts: AttitudeView, mine: Sequence[School]) -> None:
    """The latest activities, one line for one that several schools did; own ones can be taken away."""
    done: dict[int, list[Activity]] = {}
    for activity in reversed(facts.activities_on(frame.as_of)):
        done.setdefault(activity.activity_id, []).append(activity)
    names = {school.school_id: school.name for school in facts.schools}
    with st.container(border=True, height="stretch", gap="small"):
        st.subheader(_("Done last"), anchor=False)
        if not done:
            st.markdown(_("Nothing yet. A school adds what it did: a meeting, a lesson, a newsletter."))
        for held in list(done.values())[:MOST_SHOWN]:
            first = held[0]
            where = names[first.school_id] if len(held) == 1 else _schools(len(held))
            audiences = listed([_(AUDIENCE_NAMES[audience]) for audience in first.audiences])
            st.markdown(
                f"**{plain(first.title)}** · {_(KIND_NAMES[first.kind])}  \n"
                f":small[{day(first.held_on)} · {plain(where)} · {audiences}]"
            )
        if len(done) > MOST_SHOWN:
            st.caption(_("and {n} more").format(n=number(len(done) - MOST_SHOWN)))
        reach = {school.school_id for school in mine}
        own = {key: held for key, held in done.items() if {activity.school_id for activity in held} <= reach}
        if own and more("activities", closed=_("Take something away"), opened=_("Close"), icon=":material/delete:"):
            _take_away(own)


def _take_away(own: Mapping[int, Sequence[Activity]]) -> None:
    chosen = st.selectbox(
        _("Activity"),
        list(own),
        format_func=lambda key: f"{day(own[key][0].held_on)} · {own[key][0].title}",
        key="privacy_activity_away",
    )
    overwrite_button(PLACE, _("Take away"), partial(_remove, tuple(own[chosen])), key="privacy_activity_remove")


def _schools(n: int) -> str:
    return ngettext("{n} school", "{n} schools", n).format(n=number(n))


def _form(frame: Frame, mine: Sequence[School]) -> None:
    names = {school.school_id: school.name for school in mine}
    with st.container(border=True):
        st.subheader(_("Add what was done"), anchor=False)
        schools = fields.several(
            "school_ids", _("Schools"), names, (), names.__getitem__, placeholder=_("choose schools")
        )
        who = _("a role, such as i-Coach")
        Form(
            PLACE,
            (
                fields.text("title", _("What was done"), "", LONGEST_TITLE),
                fields.choice("kind", _("Kind"), KINDS, None, lambda code: _(KIND_NAMES[code])),
                fields.several_segments(
                    "audiences", _("For"), AUDIENCES, ["staff"], lambda code: _(AUDIENCE_NAMES[code])
                ),
                *((schools,) if len(mine) > 1 else ()),
                fields.day("held_on", _("Date"), frame.as_of, missing="activity_without_day"),
                fields.text("led_by", _("Who led it"), "", LONGEST_OWNER, placeholder=who),
            ),
            partial(_add, tuple(names)),
            _("Add"),
        ).show()


def _add(only: tuple[str, ...], person: Person, said: Values) -> Outcome:
    schools = said.pop("school_ids", only)
    audiences = tuple(audience for audience in AUDIENCES if audience in said["audiences"])
    number_of = change(add_activity, Activity("", 0, **said | {"audiences": audiences}), schools)(person)
    return _("‘{activity}’ is added.").format(activity=said["title"]), change(remove_activity, number_of)


def _remove(held: tuple[Activity, ...], person: Person) -> Outcome:
    first, schools = held[0], [activity.school_id for activity in held]
    change(remove_activity, first.activity_id)(person)
    return _("‘{activity}’ is taken away.").format(activity=first.title), change(add_activity, first, schools)
