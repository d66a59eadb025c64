"""Partners, part "vergelijken": the figures that boards share, beside the own ones, each of its day."""

from functools import partial

import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.sharing import level_field, level_note
from pages.partners.data import at_partners, view_of
from pages.partners.place import PARTNERS
from pages.parts import fields
from pages.parts.forms import Back, Form, Outcome, Values, change
from pages.parts.frame import Frame, answer, plain
from pages.parts.places import show_link
from pages.parts.show import show_table
from pages.ratios.data import ratio_on
from planning.circles.model import Contribution, Sharing
from planning.core.notation import day, number, one_in, percent
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.partners import service
from planning.partners.model import PartnerFigures
from planning.partners.rules import LONGEST_TEXT
from planning.partners.service import PartnersView, figures_of

PLACE = "partners_figures"


def show(frame: Frame) -> None:
    """What is shared, board by board, and the button that shares the own figures."""
    at = at_partners(frame)
    assert at is not None
    view = view_of(at)
    shared = figures_in_sight(view)
    answer(_answer(view, shared))
    if shared:
        with st.container(border=True):
            st.subheader(_("Board by board"), anchor=False)
            show_figures(frame, view, shared)
    if at.seat.is_member and at.seat.may_contribute and frame.person.may(Right.READ):
        with st.container(border=True):
            st.subheader(_("Share our figures"), anchor=False)
            _share_form(frame, at, view).show()


def beside(frame: Frame) -> None:
    """On the page of ratios: what partner boards share, for who speaks for a board; nothing where none does."""
    at = at_partners(frame) if PARTNERS.is_for(frame.person) else None
    if at is None or not at.seat.is_member:
        return
    view = view_of(at)
    shared = figures_in_sight(view)
    if set(shared) <= {view.seat.viewer}:
        return
    with st.container(border=True):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.subheader(_("Beside partner boards"), anchor=False, width="content")
            show_link(PARTNERS, _("To the partners"), icon_position="right", deel="vergelijken")
        show_figures(frame, view, shared)


def figures_in_sight(view: PartnersView) -> dict[str, tuple[Contribution, PartnerFigures]]:
    """Board -> the figures it shares, and the own ones, shared or not."""
    return {one.owner: (one, one.content) for one in view.of("figures") if isinstance(one.content, PartnerFigures)}


def show_figures(frame: Frame, view: PartnersView, shared: dict[str, tuple[Contribution, PartnerFigures]]) -> None:
    """The figures as a table, or as a list on a telephone."""
    rows = [_row(view, board, shared[board][1]) for board in view.boards if board in shared]
    if frame.theme.compact:
        st.markdown("\n".join("- " + "  \n  ".join(f"{name}: {text}" for name, text in row.items()) for row in rows))
    else:
        show_table(
            rows,
            _("Figures of the boards"),
            figures=[_("Pupils per device"), _("Devices short"), _("Past their life span")],
        )
    for board, (_kept, figures) in shared.items():
        if figures.note:
            st.caption(f"{plain(view.name(board))}: {plain(figures.note)}")
    st.caption(_("Each board counts by its own inventories, on its own day; what changed since is not in it."))


def _answer(view: PartnersView, shared: dict[str, tuple[Contribution, PartnerFigures]]) -> str:
    others = [board for board in shared if board != view.seat.viewer]
    if not others:
        return _("**No other board shares its figures yet.**")
    text = ngettext(
        "**{n} partner board shares its figures.**", "**{n} partner boards share their figures.**", len(others)
    ).format(n=number(len(others)))
    return (
        text
        + " "
        + " ".join(
            _("{board}: {ratio}.").format(board=plain(view.name(board)), ratio=one_in(_ratio(shared[board][1])))
            for board in others
        )
    )


def _ratio(figures: PartnerFigures) -> float | None:
    return figures.pupils / figures.devices if figures.devices else None


def _row(view: PartnersView, board: str, figures: PartnerFigures) -> dict[str, str]:
    old = figures.beyond_life_share
    return {
        _("Board"): plain(view.name(board)),
        _("Pupils per device"): one_in(_ratio(figures)),
        _("Devices short"): number(figures.short),
        _("Past their life span"): "–" if old is None else percent(old),
        _("Schools counted"): _("{n} of {total}").format(n=number(figures.schools), total=number(figures.of_schools)),
        _("On"): day(figures.as_of),
    }


def _share_form(frame: Frame, at: AtCircle, view: PartnersView) -> Form:
    kept = view.find("figures", at.seat.viewer, "figures")
    note = kept.content.note if kept is not None and isinstance(kept.content, PartnerFigures) else ""
    return Form(
        PLACE,
        (
            fields.text("note", _("Explanation beside them"), note, LONGEST_TEXT),
            level_field(at, kept, Sharing.CIRCLE),
        ),
        partial(_share, frame, at, view),
        _("Share the figures of {day}").format(day=day(frame.as_of)),
    )


def _share(frame: Frame, at: AtCircle, view: PartnersView, person: Person, said: Values) -> Outcome:
    before = view.find("figures", at.seat.viewer, "figures")
    new = figures_of(ratio_on(frame, frame.as_of), said["note"])

    def keep(said: PartnerFigures, seen_by: Sharing) -> Back:
        return change(service.share_figures, at.seat.board_id, said, seen_by)

    keep(new, said["level"])(person)
    done = _("The figures of {day} are kept as they are. {seen}").format(
        day=day(new.as_of), seen=level_note(said["level"])
    )
    if before is None or not isinstance(before.content, PartnerFigures):
        return done, None
    return done, keep(before.content, before.level)
