"""IBP: the questionnaires. Results in time, only as counts of groups of at least five; a template in, counts back."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from pages.parts import fields
from pages.parts.fields import one_day
from pages.parts.forms import Form, Outcome, Values, change, overwrite_button, show_outcome, show_refused
from pages.parts.frame import Frame, download, more, plain
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from pages.parts.waiting import WaitingFile, choose, forget, waiting
from pages.privacy import charts
from pages.server.session import open_database
from planning.core.notation import day, number, percent
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.service import School
from planning.privacy.answer_list import answer_template
from planning.privacy.attitude import (
    ANSWERS,
    AUDIENCES,
    MOST,
    StatementAnswers,
    good_share,
    questions_for,
    shares_in_time,
)
from planning.privacy.attitude_service import AttitudeView, attitude_view, read_answers, save_answers
from planning.privacy.messages import AUDIENCES as AUDIENCE_NAMES
from planning.privacy.messages import problem, refusal
from planning.workbooks.model import FileRefused

PLACE = "privacy_answers"
TYPES = ("xlsx", "xls", "ods", "csv")


def answers_card(frame: Frame, facts: AttitudeView, mine: Sequence[School]) -> None:
    """What teachers, pupils and parents say in time, the last questionnaire by question, and counts to bring in."""
    found = shares_in_time(facts.answers, frame.as_of)
    with st.container(border=True, height="stretch"):
        st.subheader(_("What people say"), anchor=False)
        if any(found.values()):
            st.caption(_("Share of the answers ‘mostly’ and ‘always’, of all schools you see together"))
            st.plotly_chart(
                frame.chart("privacy_shares", lambda: charts.shares(found, frame.theme), frame.person.reach),
                theme=None,
                config=CONFIG,
                key="privacy_shares",
                alt=_("Line chart: share of good answers of teachers, pupils and parents in time"),
            )
            if more("shares", closed=_("Show as table"), opened=_("Hide table"), icon=":material/table:"):
                _by_question(frame, facts)
        else:
            st.markdown(_("Here you see what teachers, pupils and parents say, as soon as a school brings in counts."))
        st.caption(charts.small_groups())
        if mine and more("counts", closed=_("Bring in counts"), opened=_("Close"), icon=":material/upload_file:"):
            _bring_in(frame, facts, mine)


def _by_question(frame: Frame, facts: AttitudeView) -> None:
    rows = []
    for audience in AUDIENCES:
        lines = [line for line in facts.answers_on(frame.as_of) if line.audience == audience]
        latest = _latest(lines)
        for question in questions_for(audience):
            asked = [line for line in latest if line.question == question.code]
            share = good_share(asked)
            if share is not None:
                rows.append(
                    {
                        _("Who"): _(AUDIENCE_NAMES[audience]),
                        _("Question"): question.text,
                        _("Answers"): number(sum(line.respondents for line in asked)),
                        _("Mostly or always"): percent(share),
                    }
                )
    if rows:
        show_table(rows, _("Questions and answers"), figures=[_("Answers"), _("Mostly or always")])


def _latest(lines: Sequence[StatementAnswers]) -> list[StatementAnswers]:
    """Of every school its last questionnaire."""
    last: dict[str, date] = {}
    for line in lines:
        last[line.school_id] = max(line.held_on, last.get(line.school_id, line.held_on))
    return [line for line in lines if line.held_on == last[line.school_id]]


def _bring_in(frame: Frame, facts: AttitudeView, mine: Sequence[School]) -> None:
    """Choose school, audience and day; type the counts, or download the template and bring them back."""
    names = {school.school_id: school.name for school in mine}
    st.markdown(_("Only how many people gave each answer: no names, no answers of one person."))
    school_id = st.selectbox(
        _("School"), list(names), format_func=lambda school_id: names[school_id], key="privacy_answers_school"
    )
    audience = st.segmented_control(
        _("Who answered"),
        AUDIENCES,
        default=AUDIENCES[0],
        format_func=lambda code: _(AUDIENCE_NAMES[code]),
        required=True,
        key="privacy_answers_audience",
    )
    audience = audience or AUDIENCES[0]
    on = one_day(_("Date"), frame.as_of, key="privacy_answers_on")
    if on is None and st.session_state.get("privacy_answers_on"):
        return  # a day nobody can mean: nothing is kept on another
    on = on or frame.as_of
    typing = more(
        "typed_counts",
        closed=_("Type the counts"),
        opened=_("Bring in a workbook instead"),
        icon=":material/keyboard:",
    )
    if typing:
        _type(facts, school_id, audience, on)
    else:
        _upload(frame, school_id, audience, on)
    show_outcome(PLACE)


def _type(facts: AttitudeView, school_id: str, audience: str, held_on: date) -> None:
    """Four numbers for each question, beginning with what is kept of that school, audience and day."""
    before = _counts_of(facts.answers, school_id, audience, held_on)
    rows = {
        question: [
            fields.number(f"{question.code}_{answer}", _(answer), count, (0, MOST), placeholder="0", width=110)
            for answer, count in zip(ANSWERS, before.get(question.code, (None,) * len(ANSWERS)), strict=True)
        ]
        for question in questions_for(audience)
    }
    form = Form(
        PLACE,
        tuple(field for row in rows.values() for field in row),
        partial(_keep_typed, school_id, audience, held_on),
        _("Keep these counts"),
        about=f"{school_id}_{audience}_{held_on}",
    )
    with st.form(f"{PLACE}_typed", enter_to_submit=False, border=False):
        for question, row in rows.items():
            st.markdown(f"**{question.code}** {plain(question.text)}")
            with st.container(horizontal=True, gap="small"):
                for field in row:
                    form.draw(field)
            show_refused(PLACE, question.code)
        form.buttons()


def _keep_typed(school_id: str, audience: str, held_on: date, person: Person, said: Values) -> Outcome:
    counts = {
        question.code: tuple(said[f"{question.code}_{answer}"] or 0 for answer in ANSWERS)
        for question in questions_for(audience)
    }
    return _keep(school_id, audience, held_on, counts, person)


def _upload(frame: Frame, school_id: str, audience: str, held_on: date) -> None:
    title = _("Questionnaire for {audience}").format(audience=_(AUDIENCE_NAMES[audience]))
    download(
        "privacy_answers",
        lambda: answer_template(audience, title, frame.board, frame.as_of),
        f"vragenlijst-{audience}.xlsx",
    )
    file = waiting(PLACE, WaitingFile)
    if file is None:
        choose(PLACE, _("Counts"), TYPES)
    else:
        st.markdown(f":material/description: **{plain(file.name)}**")
        _decide(file.content, file.name, school_id, audience, held_on)


def _decide(content: bytes, name: str, school_id: str, audience: str, held_on: date) -> None:
    other = st.container()
    try:
        found = read_answers(content, name, audience)
    except FileRefused as refused:
        other.markdown(plain(refusal(refused)))
    else:
        for row in found.problems:
            other.markdown(f"- {plain(problem(row))}")
        if found.counts and not found.problems:
            text = ngettext("We read **{n} question**.", "We read **{n} questions**.", len(found.counts))
            other.markdown(text.format(n=number(len(found.counts))))
            keep = partial(_keep, school_id, audience, held_on, found.counts)
            look = {"type": "primary", "icon": ":material/check:", "key": "privacy_answers_keep"}
            overwrite_button(PLACE, _("Keep these counts"), keep, **look)
    st.button(_("Choose another file"), on_click=forget, args=(PLACE,), type="tertiary", key="privacy_answers_other")


def _keep(school_id: str, audience: str, held_on: date, counts: dict[str, tuple[int, ...]], person: Person) -> Outcome:
    before = _counts_of(attitude_view(person, open_database()).answers, school_id, audience, held_on)
    change(save_answers, school_id, audience, held_on, counts)(person)
    forget(PLACE)
    sentence = _("The counts of {day} are kept.").format(day=day(held_on))
    return sentence, change(save_answers, school_id, audience, held_on, before)


def _counts_of(
    known: Sequence[StatementAnswers], school_id: str, audience: str, held_on: date
) -> dict[str, tuple[int, ...]]:
    """Question -> its counts in one questionnaire."""
    place = (school_id, audience, held_on)
    return {line.question: line.counts for line in known if (line.school_id, line.audience, line.held_on) == place}
