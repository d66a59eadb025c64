"""IBP: the acceleration question that boards ask together, its steps, its log and what came of it."""

from datetime import date
from functools import partial
from typing import cast

import streamlit as st

from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import DATE_FORMATS, Frame, answer, now, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from planning.core.notation import day, listed
from planning.core.refusal import Refused
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import language
from planning.privacy.acceleration import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    PATH,
    AccelerationQuestion,
    LogLine,
    next_steps,
)
from planning.privacy.acceleration_service import acceleration_questions, board_names, log_step, save_question
from planning.privacy.messages import STEPS

PLACE, STEP, CHOSEN = "privacy_question", "privacy_step", "privacy_question_chosen"


def show(frame: Frame) -> None:
    """The question, how far it is and its log; a partner reads along. Never kept: a partner board may change it."""
    found = acceleration_questions(frame.person, open_database())
    names = board_names(frame.person, open_database())
    if not found:
        answer(_("**There is no acceleration question yet.**"))
        st.markdown(
            _(
                "Here you see a question that boards ask together: from idea to a shared answer. "
                "The privacy officer starts it and names the partners; they read along."
            )
        )
        _question_form(frame, None, names)
        return
    question = found[-1]
    if len(found) > 1:
        titles = {(q.board_id, q.question_id): q for q in found}
        chosen = st.selectbox(
            _("Question"), list(titles), index=len(found) - 1, format_func=lambda k: titles[k].title, key=CHOSEN
        )
        question = titles[chosen]
    answer(question_in_words(question, names, frame.as_of))
    st.markdown(steps_in_badges(question, frame.as_of))
    left, right = st.columns([1.62, 1])
    with left:
        _log_card(frame, question, names)
    with right:
        if question.board_id == frame.person.board_id and frame.person.may(Right.PRIVACY):
            _step_form(frame, question)
            _question_form(frame, question, names)
        else:
            _partners_card(question, names)


def question_in_words(question: AccelerationQuestion, names: dict[str, str], as_of: date) -> str:
    """In which step it is, since when, and with whom."""
    step, log = question.step_on(as_of), question.log_on(as_of)
    if step is None:
        return _("**‘{title}’ has no step yet.**").format(title=plain(question.title))
    since = next(line.on for line in log if line.step == step)
    sentence = _("**‘{title}’: {step}, since {day}.**").format(
        title=plain(question.title), step=_(STEPS[step]), day=day(since)
    )
    boards = [plain(names.get(board_id, board_id)) for board_id in (question.board_id, *question.partners)]
    return sentence + (" " + _("Together: {boards}.").format(boards=listed(boards)) if len(boards) > 1 else "")


def steps_in_badges(question: AccelerationQuestion, as_of: date) -> str:
    """The path as badges: behind us, here, to come."""
    here = question.step_on(as_of)
    if here == "rejected":
        return ":orange-badge[:material/block: " + _(STEPS["rejected"]) + "]"
    position = PATH.index(here) if here else -1
    badges = []
    for place, step in enumerate(PATH):
        if place < position:
            badges.append(f":green-badge[:material/check: {_(STEPS[step])}]")
        elif place == position:
            badges.append(f":blue-badge[:material/radio_button_checked: {_(STEPS[step])}]")
        else:
            badges.append(f":gray-badge[:material/radio_button_unchecked: {_(STEPS[step])}]")
    return " ".join(badges)


def _log_card(frame: Frame, question: AccelerationQuestion, names: dict[str, str]) -> None:
    with st.container(border=True, height="stretch"):
        st.subheader(_("The question and what came of it"), anchor=False)
        st.markdown(plain(question.question).replace("\n", "  \n"))
        st.caption(_("Kept by {board}.").format(board=plain(names.get(question.board_id, question.board_id))))
        log = question.log_on(frame.as_of)
        if log:
            show_table(
                [
                    {
                        _("Date"): day(line.on),
                        _("Step"): _(STEPS[line.step]),
                        _("What happened"): plain(line.note) or "–",
                    }
                    for line in reversed(log)
                ]
            )


def _partners_card(question: AccelerationQuestion, names: dict[str, str]) -> None:
    with st.container(border=True, height="stretch"):
        st.subheader(_("Together with"), anchor=False)
        for board_id in (question.board_id, *question.partners):
            st.markdown(f":material/handshake: {plain(names.get(board_id, board_id))}")
        keeper = plain(names.get(question.board_id, question.board_id))
        st.caption(_("The privacy officer of {board} keeps the log; the others read along.").format(board=keeper))


def _step_form(frame: Frame, question: AccelerationQuestion) -> None:
    here = question.log[-1].step if question.log else None
    options = [*([here] if here else []), *next_steps(here)]
    with st.container(border=True):
        st.subheader(_("Write in the log"), anchor=False)
        with st.form(STEP, border=False, enter_to_submit=False):
            st.selectbox(_("Step"), options, format_func=lambda step: _(STEPS[step]), key=key(STEP, "step"))
            st.date_input(_("Date"), frame.as_of, format=DATE_FORMATS[language()], key=key(STEP, "on"))
            st.text_area(_("What happened"), max_chars=LONGEST_TEXT, height=90, key=key(STEP, "note"))
            st.form_submit_button(
                _("Keep"), type="primary", on_click=carry_out, args=(STEP, partial(_log, question.question_id))
            )
        show_outcome(STEP)


def _log(question_id: int, person: Person) -> tuple[str, Back | None]:
    on = value(STEP, "on")
    if not isinstance(on, date):
        raise Refused(_("Choose a day."))
    line = LogLine(on, cast("str", value(STEP, "step")), str(value(STEP, "note") or "").strip())
    log_step(person, open_database(), now(), question_id, line)
    return _("The log is kept: {step}.").format(step=_(STEPS[line.step])), None


def _question_form(frame: Frame, question: AccelerationQuestion | None, names: dict[str, str]) -> None:
    if not frame.person.may(Right.PRIVACY):
        return
    others = [board_id for board_id in names if board_id != frame.person.board_id]
    with st.container(border=True):
        st.subheader(_("The words and the partners") if question else _("A new question"), anchor=False)
        with st.form(PLACE, border=False, enter_to_submit=False):
            st.text_input(
                _("Name"), question.title if question else "", max_chars=LONGEST_TITLE, key=key(PLACE, "title")
            )
            st.text_area(
                _("The question"),
                question.question if question else "",
                max_chars=LONGEST_TEXT,
                key=key(PLACE, "question"),
            )
            st.multiselect(
                _("Partner boards"),
                others,
                [board_id for board_id in question.partners if board_id in others] if question else [],
                format_func=lambda board_id: names[board_id],
                placeholder=_("choose boards"),
                key=key(PLACE, "partners"),
            )
            st.form_submit_button(
                _("Keep"), key="privacy_question_keep", on_click=carry_out, args=(PLACE, partial(_save, question))
            )
        show_outcome(PLACE)


def _save(before: AccelerationQuestion | None, person: Person) -> tuple[str, Back | None]:
    partners = tuple(cast("list[str]", value(PLACE, "partners") or []))
    title, text = (str(value(PLACE, name) or "").strip() for name in ("title", "question"))
    question_id = before.question_id if before else 0
    save_question(
        person, open_database(), now(), AccelerationQuestion(person.board_id, question_id, title, text, partners)
    )
    back = None if before is None else (lambda someone: save_question(someone, open_database(), now(), before))
    return _("‘{title}’ is kept.").format(title=title), back
