"""Settings, part four: the target of the board, what is nearly and out of date, and schools that chose otherwise."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import cast

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Button, Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, answer, now, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from planning.choices.figures import figures_on, shipped
from planning.choices.sentences import target_note
from planning.core.board_rules import board_reasons, read_target
from planning.core.boards import Board
from planning.core.notation import number, percent, target_one_in
from planning.core.refusal import Refused
from planning.core.rights import Person
from planning.core.service import set_board
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.service import School, find_school, set_own_target

BOARD, SCHOOL = "board", "own_target"


def show(frame: Frame) -> None:
    """The board's own settings beside the targets that schools chose."""
    mine, board = frame.schools, frame.board
    answer(targets_in_words(board, mine))
    left, right = st.columns(2)
    with left:
        _board_form(board, frame.as_of)
    with right:
        _schools_card(frame, board, mine)


def targets_in_words(board: Board, mine: Sequence[School]) -> str:
    """The target, and how many schools chose another."""
    text = _("**The target of {board} is {target}.**")
    sentence = text.format(board=plain(board.name), target=target_one_in(board.pupils_per_device))
    others = sum(school.own_target is not None for school in mine)
    if not others:
        return sentence + " " + _("Every school follows it.")
    text = ngettext("{n} school chose a target of its own.", "{n} schools chose a target of their own.", others)
    return sentence + " " + text.format(n=number(others))


def written(target: float) -> str:
    """A target as a person types it: "4" or "2,5"."""
    return number(target, 0 if target.is_integer() else 1)


def _board_form(board: Board, as_of: date) -> None:
    with st.container(border=True, height="stretch"):
        st.subheader(_("Of the board"), anchor=False)
        Form(
            BOARD,
            (
                fields.text(
                    "pupils_per_device", _("Target: pupils for every device"), written(board.pupils_per_device)
                ),
                fields.number(
                    "nearly_share",
                    _("‘Nearly’: at most so many % of the devices needed are short"),
                    round(board.nearly_share * 100),
                    missing="targets_incomplete",
                ),
                fields.number(
                    "stale_after_days",
                    _("An inventory is out of date after so many days"),
                    board.stale_after_days,
                    step=10,
                    missing="targets_incomplete",
                ),
            ),
            partial(_keep, board),
            _("Keep"),
        ).show()
        st.caption(
            _(
                "4 is 1 device for every 4 pupils. ‘Nearly’ and ‘out of date’ are conventions of Vlootplan: "
                "10% and 180 days, unless you choose otherwise."
            )
        )
        st.caption(target_note(figures_on(as_of, shipped())))


def _keep(before: Board, person: Person, said: Values) -> Outcome:
    settings = {"nearly_share": said["nearly_share"] / 100, "stale_after_days": said["stale_after_days"]}
    try:
        target = read_target(said["pupils_per_device"])
    except Refused as unreadable:  # all that is the matter at once, not one after the other
        raise Refused(*unreadable.reasons, *board_reasons(settings)) from unreadable
    _set(settings | {"pupils_per_device": target}, person)
    text = _("The target is {target}, nearly is up to {share}, out of date is after {n} days.")
    sentence = text.format(
        target=target_one_in(target), share=percent(settings["nearly_share"]), n=number(said["stale_after_days"])
    )
    return sentence, partial(_set, {name: getattr(before, name) for name in said})


def _set(settings: Mapping[str, object], person: Person) -> None:
    set_board(person, open_database(), now(), **settings)


def _schools_card(frame: Frame, board: Board, mine: Sequence[School]) -> None:
    def own_targets() -> None:
        st.subheader(_("Of a school itself"), anchor=False)
        st.markdown(
            _("A school may choose more or fewer devices than {target}.").format(
                target=target_one_in(board.pupils_per_device)
            )
        )
        own = [school for school in mine if school.own_target is not None]
        if own:
            show_table(
                [
                    {
                        _("School"): plain(school.name),
                        _("Place"): plain(school.place),
                        _("Own target"): target_one_in(cast("float", school.own_target)),
                    }
                    for school in own
                ],
                _("Of a school itself"),
            )

    with st.container(border=True, height="stretch"):
        frame.card("own_targets", own_targets)
        if mine:
            _school_form({school.school_id: school for school in mine})
        show_outcome(SCHOOL)


def _school_form(mine: dict[str, School]) -> None:
    school_id = st.selectbox(_("School"), list(mine), format_func=lambda s: mine[s].name, key="own_target_school")
    school = mine[school_id]
    follow = Button(_("Follow the board again"), partial(_set_own, school_id, None), icon=":material/undo:")
    Form(
        SCHOOL,
        (
            fields.text(
                "pupils_per_device",
                _("Target: pupils for every device"),
                "" if school.own_target is None else written(school.own_target),
                placeholder=_("follows the board"),
                parse=lambda written: read_target(written) if written else None,
            ),
        ),
        lambda person, said: _set_own(school_id, said["pupils_per_device"], person),
        _("Keep for this school"),
        about=school_id,
        others=(follow,) if school.own_target is not None else (),
        look={},
    ).show_fields()


def _set_own(school_id: str, target: float | None, person: Person) -> Outcome:
    before = find_school(person, open_database(), school_id)
    change(set_own_target, school_id, target)(person)
    text = _("{school} follows the board.") if target is None else _("The target of {school} is {target}.")
    sentence = text.format(school=before.name, target=target_one_in(target or 0))
    return sentence, change(set_own_target, school_id, before.own_target)
