"""Partners, part "uitrol": school by school, which steps bring the vision in, and what is late."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from secrets import token_hex

import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.sharing import level_field
from pages.partners.data import at_partners, view_of
from pages.parts import fields
from pages.parts.fields import one_day
from pages.parts.forms import Form, Outcome, Values, Work, act_button, change, show_outcome
from pages.parts.frame import Frame, answer, more, plain
from pages.parts.show import show_table
from planning.circles.contribution_service import take_back
from planning.circles.model import Contribution, Sharing
from planning.core.notation import day, number
from planning.core.rights import Person, Right
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.partners import service
from planning.partners.model import RolloutStep
from planning.partners.rules import LONGEST_TITLE, late
from planning.partners.service import PartnersView

PLACE = "partners_rollout"


def show(frame: Frame) -> None:
    """The steps of every school in sight."""
    at = at_partners(frame)
    assert at is not None
    view = view_of(at)
    steps = steps_of(view)
    answer(rollout_answer([one for _kept, one in steps], frame.as_of))
    if steps:
        with st.container(border=True):
            st.subheader(_("School by school"), anchor=False)
            rows = _rows(view, steps, frame.as_of)
            if frame.theme.compact:
                st.markdown("\n".join(f"- **{row[0]}**  \n  {row[2]}  \n  {row[3]}" for row in rows))
            else:
                names = (_("School"), _("Board"), _("Step"), _("State"))
                show_table([dict(zip(names, row, strict=True)) for row in rows], _("School by school"))
            _tick(frame, at, steps)
    if (
        at.seat.may_contribute
        and view.statements
        and more("rollout", closed=_("Add steps"), opened=_("Close"), icon=":material/add:")
    ):
        with st.container(border=True):
            _form(frame, at, view).show()
    show_outcome(PLACE)


def steps_of(view: PartnersView) -> list[tuple[Contribution, RolloutStep]]:
    """Every step in sight, the first due first."""
    found = [(kept, kept.content) for kept in view.of("rollout") if isinstance(kept.content, RolloutStep)]
    return sorted(found, key=lambda pair: (pair[1].due, name_key(pair[1].school), pair[1].title))


def rollout_answer(steps: Sequence[RolloutStep], as_of: date) -> str:
    """How far the roll-out is."""
    if not steps:
        return _("**No school has a step yet.** Add what schools do to take the shared vision up, and by when.")
    done = sum(step.done_on is not None and step.done_on <= as_of for step in steps)
    text = ngettext(
        "**{n} of the {total} step is done.**", "**{n} of the {total} steps are done.**", len(steps)
    ).format(n=number(done), total=number(len(steps)))
    if behind := late(steps, as_of):
        first = min(behind, key=lambda step: step.due)
        text += " " + _("Longest overdue is {school}: {title}, {day}.").format(
            school=plain(first.school), title=plain(first.title), day=day(first.due)
        )
    return text


def _state(step: RolloutStep, as_of: date) -> str:
    if step.done_on is not None and step.done_on <= as_of:
        done = _("done on {day}").format(day=day(step.done_on))
        return f":green-badge[:material/check: {done}]"
    if step.due < as_of:
        behind = _("late, {day}").format(day=day(step.due))
        return f":red-badge[:material/schedule: {behind}]"
    by = _("by {day}").format(day=day(step.due))
    return f":gray-badge[{by}]"


def _rows(
    view: PartnersView, steps: Sequence[tuple[Contribution, RolloutStep]], as_of: date
) -> list[tuple[str, str, str, str]]:
    titles = {one.key: one.statement.title for one in view.statements}
    return [
        (
            plain(step.school),
            plain(view.name(kept.addressee or kept.owner)),
            f"{plain(step.title)}  \n:small[:gray[{plain(titles.get(step.statement, ''))}]]",
            _state(step, as_of),
        )
        for kept, step in steps
    ]


def _tick(frame: Frame, at: AtCircle, steps: Sequence[tuple[Contribution, RolloutStep]]) -> None:
    """Say that a step of one's own is done."""
    open_steps = {kept.key: step for kept, step in steps if kept.owner == at.seat.viewer and step.done_on is None}
    if not open_steps or not at.seat.may_contribute:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            _("Which step is done?"),
            list(open_steps),
            index=None,
            placeholder=_("choose a step"),
            format_func=lambda key: f"{open_steps[key].school}: {open_steps[key].title}",
            key="partners_done_step",
        )
        on = one_day(_("On"), frame.today, key="partners_done_on")
        if chosen and on:
            act_button(PLACE, _("Done"), _done(at, chosen, open_steps[chosen], on), icon=":material/check:")


def _done(at: AtCircle, key: str, step: RolloutStep, on: date | None) -> Work:
    def work(person: Person) -> Outcome:
        change(service.save_step, at.seat.board_id, key, replace(step, done_on=on))(person)
        return _("{school}: ‘{title}’ is done.").format(school=step.school, title=step.title), change(
            service.save_step, at.seat.board_id, key, step
        )

    return work


def _form(frame: Frame, at: AtCircle, view: PartnersView) -> Form:
    titles = {one.key: one.statement.title for one in view.statements}
    named = {school.school_id: school.name for school in frame.schools} if frame.person.may(Right.READ) else {}
    boards = list(view.boards)
    where = (
        fields.several("schools", _("Schools"), named, (), named.__getitem__, placeholder=_("choose schools"))
        if named
        else fields.beside(
            fields.choice("board", _("Board"), boards, None, view.name),
            fields.text("school", _("School"), "", LONGEST_TITLE),
        )
    )
    return Form(
        PLACE,
        (
            fields.choice("statement", _("Statement"), list(titles), None, titles.__getitem__),
            fields.text("title", _("What the school does"), "", LONGEST_TITLE),
            where,
            fields.day("due", _("By"), None, missing="partners_text_missing"),
            level_field(at, None, Sharing.GUIDE),
        ),
        partial(_add, at, named),
        _("Add"),
    )


def _add(at: AtCircle, named: dict[str, str], person: Person, said: Values) -> Outcome:
    made = []
    for school_id, name in _schools(named, said):
        step = RolloutStep(said["statement"], school_id, name, said["title"], said["due"])
        made.append(token_hex(4))
        where = {"level": said["level"], "of_board": said.get("board")}
        change(service.save_step, at.seat.board_id, made[-1], step, **where)(person)

    def back(somebody: Person) -> None:
        for key in made:
            change(take_back, at.seat.board_id, "rollout", key)(somebody)

    text = ngettext("{n} step is added.", "{n} steps are added.", len(made)).format(n=number(len(made)))
    return text, back


def _schools(named: dict[str, str], said: Values) -> list[tuple[str, str]]:
    """The schools a step is for: those chosen of the own board, or the one that was named; without a name refused."""
    if "school" in said:
        return [("", said["school"])]
    return [(school_id, named[school_id]) for school_id in said["schools"]] or [("", "")]
