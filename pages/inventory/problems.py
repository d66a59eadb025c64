"""What an upload leaves open, all of it at once: answers to choose from, and remarks in the own workbook."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from pages.inventory.upload import Upload
from pages.parts.frame import plain
from pages.parts.show import show_table
from planning.core.notation import number
from planning.core.translation import gettext as _
from planning.core.translation import in_this_language
from planning.inventory.guidance import COUNT_QUESTIONS, MOST_COUNTED, count_answer, counted_in
from planning.inventory.reading import Reading
from planning.inventory.service import mark_apart
from planning.inventory.words import messages
from planning.workbooks.model import Problem

SHOWN: Final = 20  # questions with their answers; the others stand below them in a table
LISTED: Final = 500  # rows of a table
LINED_UP: Final = 12  # more answers than this fold away
MANY: Final = 3  # questions of one sort that can be answered at once
ALIKE: Final = {"school-unknown": ("not_ours",)}
"""Of questions whose answers differ from one to the next, those that may hold for all: names of no school of ours."""


def asked_of(reading: Reading) -> list[Problem]:
    """What a person has to decide, also what they did."""
    return [problem for problem in reading.problems if problem.severity == "must"]


def problems_card(upload: Upload, reading: Reading, *, wide: bool) -> None:
    """What a person has to decide, what is good to know, what was passed over; and the marked workbook.

    `wide`: it has the width of the page, so the questions stand two beside each other.
    """
    must = asked_of(reading)
    info = [problem for problem in reading.problems if problem.severity == "info"]
    with st.container(border=True, height="stretch"):
        st.subheader(_("What needs a look"), anchor=False)
        labels = {
            "must": _("Choose · {n}").format(n=sum(problem.is_open for problem in must)),
            "info": _("Good to know · {n}").format(n=len(info)),
            "ignored": _("Passed over · {n}").format(n=len(reading.ignored_rows)),
        }
        part = st.segmented_control(
            _("What to show"),
            list(labels),
            default="must" if must or not info else "info",
            required=True,
            format_func=lambda part: labels[part],
            label_visibility="collapsed",
            key="problem_part",
        )
        if part == "must":
            _choices(upload, must, wide=wide)
        elif part == "info":
            _notes(info)
        else:
            _passed_over(reading)
        if reading.problems:
            st.download_button(
                _("Download your file with the remarks in it"),
                in_this_language(partial(mark_apart, upload.content, reading)),
                _("remarks {name}.xlsx").format(name=upload.name.rsplit(".", 1)[0]),
                key="marked_list",
                type="tertiary",
                icon=":material/download:",
                on_click="ignore",
            )


def _choices(upload: Upload, problems: Sequence[Problem], *, wide: bool) -> None:
    if not problems:
        st.markdown(_(":green-badge[:material/check_circle: clear] There is nothing to choose."))
        return
    _for_all(upload, problems)
    # each stays where it was answered; of more than there is room for, the open ones come first
    ordered = problems if len(problems) <= SHOWN else sorted(problems, key=lambda problem: not problem.is_open)
    shown, across = ordered[:SHOWN], 2 if wide else 1
    for begin in range(0, len(shown), across):
        for column, problem in zip(st.columns(across), shown[begin : begin + across], strict=False):
            with column:
                _question(upload, problem)
    if rest := ordered[SHOWN:]:
        st.caption(_("And {n} more; each can be chosen as those above are.").format(n=number(len(rest))))
        _notes(rest, together=False)


def _question(upload: Upload, problem: Problem) -> None:
    with st.container(border=True, gap="xsmall", height="stretch"):
        badge = (
            _(":red-badge[:material/error: choose]") if problem.is_open else _(":green-badge[:material/check: chosen]")
        )
        lines = [f"{badge} {plain(messages.where(problem))}", plain(messages.message(problem))]
        if advice := messages.advice(problem):
            lines.append(f":small[:gray[{plain(advice)}]]")
        st.markdown("  \n".join(lines))
        _radio(upload, problem)
        if problem.code in COUNT_QUESTIONS:
            _own_count(upload, problem)


def _for_all(upload: Upload, problems: Sequence[Problem]) -> None:
    """Every answer that many questions of one sort have in common, for all of them at once."""
    for code, n in Counter(problem.code for problem in problems if problem.is_open).items():
        same = [problem for problem in problems if problem.is_open and problem.code == code]
        common = {} if n < MANY else messages.common_choices(same)
        labels = {choice: label for choice, label in common.items() if choice in ALIKE.get(code, common)}
        if not labels:
            continue
        with st.container(horizontal=True):
            for choice, label in labels.items():
                if st.button(_("For all {n}: {choice}").format(n=n, choice=label), key=f"all_{code}_{choice}"):
                    upload.guidance = upload.guidance.with_answers({one.key: choice for one in same})
                    st.rerun()


def _radio(upload: Upload, problem: Problem) -> None:
    labels = {choice.code: messages.choice_label(problem, choice) for choice in problem.choices}
    codes = list(labels)
    widget = f"answer_{problem.key}"

    def choose() -> None:
        upload.guidance = upload.guidance.with_answers({problem.key: st.session_state[widget]})
        st.session_state.pop(f"count_{problem.key}", None)

    if len(codes) > LINED_UP:
        st.selectbox(
            messages.where(problem),
            codes,
            index=codes.index(problem.answer) if problem.answer in codes else None,
            placeholder=_("choose"),
            format_func=labels.__getitem__,
            label_visibility="collapsed",
            key=widget,
            on_change=choose,
        )
        return
    st.radio(
        messages.where(problem),
        codes,
        index=codes.index(problem.answer) if problem.answer in codes else None,
        format_func=labels.__getitem__,
        horizontal=True,
        label_visibility="collapsed",
        key=widget,
        on_change=choose,
    )


def _own_count(upload: Upload, problem: Problem) -> None:
    """A number for who counted them, besides the answers to choose from."""
    widget = f"count_{problem.key}"
    offered = any(choice.code == problem.answer for choice in problem.choices)

    def choose() -> None:
        if counted := st.session_state[widget]:
            upload.guidance = upload.guidance.with_answers({problem.key: count_answer(counted)})
            st.session_state[f"answer_{problem.key}"] = None

    st.number_input(
        _("Or: we counted"),
        1,
        MOST_COUNTED,
        None if offered else counted_in(problem.answer),
        placeholder=_("number"),
        width=200,
        key=widget,
        on_change=choose,
    )


def _notes(problems: Sequence[Problem], *, together: bool = True) -> None:
    """Where and what; what is said of many places stands in one line, unless each is to be looked at."""
    if not problems:
        st.markdown(_("There is nothing you need to know."))
        return
    if len(problems) > LISTED:
        st.caption(_("These are the first {n}; the file you can download has them all.").format(n=number(LISTED)))
    alike: dict[str, list[Problem]] = {}
    for problem in problems:
        alike.setdefault(messages.message(problem), []).append(problem)
    lines = alike.values() if together else [[problem] for problem in problems]
    rows = [{_("Where"): _places(one), _("What"): plain(messages.message(one[0]))} for one in lines]
    show_table(rows[:LISTED], _("Remarks about the list"), whole=lambda: rows, key=f"remarks_{together}")


def _places(problems: Sequence[Problem]) -> str:
    """The first place, and how many more say the same."""
    first, more = plain(messages.where(problems[0])), len(problems) - 1
    return _("{where}, and {n} more").format(where=first, n=number(more)) if more else first


def _passed_over(reading: Reading) -> None:
    rows = [
        {_("Sheet"): plain(row.sheet), _("Row"): number(row.row), _("Why"): messages.ignored_why(row)}
        for row in reading.ignored_rows
    ]
    if rows:
        show_table(rows[:LISTED], _("Rows passed over"), figures=[_("Row")], whole=lambda: rows)
    several = len({total.sheet for total in reading.stated_totals}) > 1
    for total in reading.stated_totals:
        agrees = _("agrees with our count") if total.agrees else _("differs from our count")
        told = _("Sheet {sheet}, row {row}: ‘{text}’ {agrees}.") if several else _("Row {row}: ‘{text}’ {agrees}.")
        st.caption(told.format(sheet=plain(total.sheet), row=total.row, text=plain(total.as_written), agrees=agrees))
