"""IBP: the acceleration question that boards ask together, its steps, its log and what came of it."""

from datetime import date
from functools import partial

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change
from pages.parts.frame import Frame, answer, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from planning.core.notation import day, listed
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.privacy.acceleration import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    PATH,
    AccelerationQuestion,
    QuestionLogLine,
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
                ],
                _("The question and what came of it"),
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
        Form(
            STEP,
            (
                fields.choice("step", _("Step"), options, None, lambda step: _(STEPS[step])),
                fields.day("on", _("Date"), frame.as_of, missing="step_without_day"),
                fields.lines("note", _("What happened"), "", LONGEST_TEXT, height=90),
            ),
            partial(_log, question.question_id),
            _("Keep"),
        ).show()


def _log(question_id: int, person: Person, said: Values) -> Outcome:
    change(log_step, question_id, QuestionLogLine(**said))(person)
    step = STEPS[said["step"]]
    return _("The log is kept: {step}.").format(step=_(step)), None


def _question_form(frame: Frame, question: AccelerationQuestion | None, names: dict[str, str]) -> None:
    if not frame.person.may(Right.PRIVACY):
        return
    others = [board_id for board_id in names if board_id != frame.person.board_id]
    with st.container(border=True):
        st.subheader(_("The words and the partners") if question else _("A new question"), anchor=False)
        partners = fields.several(
            "partners",
            _("Partner boards"),
            others,
            question.partners if question else (),
            names.__getitem__,
            placeholder=_("choose boards"),
        )
        Form(
            PLACE,
            (
                fields.text("title", _("Name"), question.title if question else "", LONGEST_TITLE),
                fields.lines("question", _("The question"), question.question if question else "", LONGEST_TEXT),
                partners,
            ),
            partial(_save, question),
            _("Keep"),
            look={"key": "privacy_question_keep"},
        ).show()


def _save(before: AccelerationQuestion | None, person: Person, said: Values) -> Outcome:
    question_id = before.question_id if before else 0
    change(save_question, AccelerationQuestion(person.board_id, question_id, **said))(person)
    return _("‘{title}’ is kept.").format(title=said["title"]), change(save_question, before) if before else None
