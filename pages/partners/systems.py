"""Partners, part "systemen": functions by boards, as far as each shares them, and what the own board shares."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.sharing import level_field, level_note
from pages.partners.data import at_partners, view_of
from pages.parts import fields
from pages.parts.forms import Back, Form, Outcome, Values, change
from pages.parts.frame import Frame, answer, plain, table_and_download
from pages.parts.show import show_table
from pages.systems.data import systems_view
from pages.systems.drawing import matrix_html
from pages.systems.matrix import functions_list, matrix_table
from planning.circles.model import Contribution, Sharing
from planning.core.notation import day, number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.partners import service
from planning.partners.model import SharedFunction
from planning.partners.service import PartnersView
from planning.partners.systems import board_matrix, shareable
from planning.systems.functions import shipped_functions
from planning.systems.rules import SystemsMatrix
from planning.workbooks.board_table import board_excel

PLACE: Final = "partners_systems"


def show(frame: Frame) -> None:
    """The matrix of what is shared, and below it the own choice of what to share."""
    at = at_partners(frame)
    assert at is not None
    view = view_of(at)
    found = board_matrix(view.systems, {board: view.name(board) for board in view.boards})
    answer(systems_answer(view, found))
    if found.rows:
        with st.container(border=True):
            st.subheader(_("Which board has which system?"), anchor=False)
            _matrix(frame, view, found)
    if at.seat.is_member and at.seat.may_contribute and frame.person.may(Right.READ):
        with st.container(border=True):
            st.subheader(_("Share our systems"), anchor=False)
            _share(frame, at, view)


def systems_answer(view: PartnersView, found: SystemsMatrix) -> str:
    """For how many functions the boards have one and the same system, of those that two or more share."""
    sharing = [column for column in found.columns if column.is_known and column.key != view.seat.viewer]
    if not sharing:
        return _("**No other board shares its systems yet.**")
    both = [row for row in found.rows if sum(cell is not None for cell in row.cells) > 1]
    same = sum(len(row.systems) == 1 and not row.columns_of("gap") for row in both)
    text = ngettext(
        "**For {n} of the {total} functions that boards share they have the same system.**",
        "**For {n} of the {total} functions that boards share they have the same system.**",
        same,
    ).format(n=number(same), total=number(len(both)))
    several = sum(bool(row.columns_of("several")) for row in both)
    if several:
        more = ngettext(
            "For {n} of them a board has two or more itself.",
            "For {n} of them a board has two or more itself.",
            several,
        )
        text += " " + more.format(n=number(several))
    return text


def _matrix(frame: Frame, view: PartnersView, found: SystemsMatrix) -> None:
    if frame.theme.compact:
        functions_list(found, beside=1)
    else:
        badges = [
            ":blue-badge[A " + _("the system of most boards") + "]",
            ":yellow-badge[B " + _("another system") + "]",
            ":gray-badge[○ " + _("no system") + "]",
            ":gray-badge[AB " + _("two for one function") + "]",
            ":gray-badge[? " + _("not shared") + "]",
        ]
        st.markdown(" ".join(badges))
        st.html(matrix_html(found, of_schools=False))
    if table_and_download(
        PLACE,
        lambda: board_excel(
            frame.board, frame.as_of, matrix_table(found), _("Systems by function and board"), of=view.seat.circle.name
        ),
        f"systemen-per-bestuur-{frame.board.board_id}.xlsx",
    ):
        show_table(matrix_table(found).map(plain), _("Which board has which system?"), beside=True)
    told = [f"{plain(view.name(board))}: {_days(shared)}" for board, shared in view.systems.items() if shared]
    st.caption(_("As each board shared it; what changed since is not in it. {boards}.").format(boards=" · ".join(told)))


def _days(shared: Mapping[str, SharedFunction]) -> str:
    days = sorted({one.as_of for one in shared.values()})
    return day(days[0]) if len(days) == 1 else f"{day(days[0])} – {day(days[-1])}"


def _share(frame: Frame, at: AtCircle, view: PartnersView) -> None:
    own = shareable(systems_view(frame), frame.as_of)
    if not own:
        st.markdown(
            _("Once the systems of your schools are filled in, you choose here what your partners see of them.")
        )
        return
    st.caption(
        _("Partners see of a function which systems there are and at how many schools; no school, price or contract.")
    )
    names = {function.code: function.name for function in shipped_functions()}
    mine = {one.key: one for one in view.of("systems", at.seat.viewer)}
    Form(
        PLACE,
        (
            fields.several(
                "functions", _("Functions"), list(own), [code for code in own if not mine or code in mine],
                names.__getitem__, placeholder=_("none"),
            ),
            level_field(at, next(iter(mine.values()), None), Sharing.CIRCLE),
        ),
        partial(_keep, at, own, mine),
        _("Share as it is on {day}").format(day=day(frame.as_of)),
    ).show()  # fmt: skip


def _keep(
    at: AtCircle,
    own: Mapping[str, SharedFunction],
    before: Mapping[str, Contribution],
    person: Person,
    said: Values,
) -> Outcome:
    def put(shared: Mapping[str, SharedFunction], level: Sharing) -> Back:
        return change(service.share_systems, at.seat.board_id, shared, level)

    chosen = {code: own[code] for code in said["functions"]}
    put(chosen, said["level"])(person)
    text = ngettext("{n} function is shared.", "{n} functions are shared.", len(chosen)).format(n=number(len(chosen)))
    was = {code: one.content for code, one in before.items() if isinstance(one.content, SharedFunction)}
    levels = {one.level for one in before.values()}
    back = put(was, levels.pop()) if len(levels) == 1 else put(was, Sharing.OWN) if not was else None
    return f"{text} {level_note(said['level'])}", back
