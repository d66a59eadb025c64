"""Partners, part "infrastructuur": what is common, what is each board's own, and which schools meet the standard."""

from collections import Counter
from functools import partial

import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.sharing import level_field, level_note
from pages.partners.data import at_partners, view_of
from pages.parts import fields
from pages.parts.forms import Back, Form, Outcome, Values, change
from pages.parts.frame import Frame, answer, more, plain
from pages.parts.show import show_table
from planning.circles.model import Sharing
from planning.core.notation import listed, number, short_month_and_year
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.partners import service
from planning.partners.contents import infrastructure, item_name
from planning.partners.model import Infrastructure, Meets, SchoolStanding, Standard, Supply
from planning.partners.rules import LONGEST_TEXT
from planning.partners.service import PartnersView
from planning.partners.words import MEETS, SUPPLIES

OWN, STANDARD, SCHOOLS = "partners_own", "partners_standard", "partners_schools"
_COLOURS = {Supply.OWN: "gray", Supply.COMING: "yellow", Supply.COMMON: "green"}
_ICONS = {Supply.OWN: "home", Supply.COMING: "move_up", Supply.COMMON: "handshake"}


def show(frame: Frame) -> None:
    """Item by item: the standard, whose it is at every board, and the schools."""
    at = at_partners(frame)
    assert at is not None
    view = view_of(at)
    answer(infrastructure_answer(view))
    with st.container(border=True):
        st.subheader(_("What is common"), anchor=False)
        if frame.theme.compact:
            st.markdown("\n".join(_lines(view, code) for code in infrastructure()))
        else:
            show_table([_row(view, code) for code in infrastructure()], _("What is common"))
        st.caption(_("Schools: those whose board shares how they stand against the standard."))
    if not at.seat.may_contribute:
        return
    with st.container(border=True):
        code = st.selectbox(_("Which"), list(infrastructure()), format_func=item_name, key="partners_item")
        if at.seat.is_guide:
            _standard_form(at, view, code).show()
        else:
            _own_form(at, view, code).show()
    if at.seat.is_member and more(
        "standings", closed=_("How our schools stand"), opened=_("Close"), icon=":material/school:"
    ):
        with st.container(border=True):
            st.subheader(_("How our schools stand: {item}").format(item=item_name(code)), anchor=False)
            _schools_form(frame, at, view, code).show()


def infrastructure_answer(view: PartnersView) -> str:
    """What every board has in common, and what is on the way."""
    boards = view.boards
    common = [code for code in infrastructure() if all(_supply(view, code, b) is Supply.COMMON for b in boards)]
    coming = [code for code in infrastructure() if any(_supply(view, code, b) is Supply.COMING for b in boards)]
    text = ngettext(
        "**{n} of the {total} pieces of infrastructure is common to all boards.**",
        "**{n} of the {total} pieces of infrastructure are common to all boards.**",
        len(common),
    ).format(n=number(len(common)), total=number(len(infrastructure())))
    if coming:
        text += " " + _("On the way: {items}.").format(items=listed([item_name(code) for code in coming]))
    return text


def held(view: PartnersView, code: str, board: str) -> Infrastructure | None:
    """Whose a piece is at a board, as far as it shares that."""
    kept = view.find("infrastructure", board, code)
    return kept.content if kept is not None and isinstance(kept.content, Infrastructure) else None


def _supply(view: PartnersView, code: str, board: str) -> Supply | None:
    found = held(view, code, board)
    return None if found is None else found.supply


def supply_badge(found: Infrastructure | None) -> str:
    """Whose it is, in a badge; a dash where that is not known."""
    if found is None:
        return "–"
    text = _(SUPPLIES[found.supply])
    if found.supply is Supply.COMING and found.common_from is not None:
        text = _("from {month}").format(month=short_month_and_year(found.common_from))
    return f":{_COLOURS[found.supply]}-badge[:material/{_ICONS[found.supply]}: {text}]"


def standings(view: PartnersView, code: str) -> list[SchoolStanding]:
    """How schools stand, as far as shared."""
    found = [one.content for one in view.of("standing") if one.key.startswith(f"{code}/")]
    return [one for one in found if isinstance(one, SchoolStanding)]


def _schools_text(view: PartnersView, code: str) -> str:
    counts = Counter(one.meets for one in standings(view, code))
    if not counts:
        return "–"
    met, total = number(counts[Meets.YES]), number(sum(counts.values()))
    return _("{n} of {total} schools meet it").format(n=met, total=total)


def _standard(view: PartnersView, code: str) -> Standard | None:
    found = next((one.content for one in view.of("standard") if one.key == code), None)
    return found if isinstance(found, Standard) else None


def _row(view: PartnersView, code: str) -> dict[str, str]:
    standard = _standard(view, code)
    said = f"  \n:small[:gray[{plain(standard.text)}]]" if standard else ""
    row = {_("Infrastructure and what was agreed"): item_name(code).capitalize() + said}
    row |= {plain(view.name(board)): supply_badge(held(view, code, board)) for board in view.boards}
    return row | {_("Schools"): _schools_text(view, code)}


def _lines(view: PartnersView, code: str) -> str:
    standard = _standard(view, code)
    first = f"- **{item_name(code)}**" + (f": {plain(standard.text)}" if standard else "")
    boards = [f"{plain(view.name(board))}: {supply_badge(held(view, code, board))}" for board in view.boards]
    schools = [_schools_text(view, code)] if standings(view, code) else []
    return "  \n  ".join([first, *boards, *schools])


def _own_form(at: AtCircle, view: PartnersView, code: str) -> Form:
    kept = view.find("infrastructure", at.seat.viewer, code)
    known = held(view, code, at.seat.viewer) or Infrastructure(Supply.OWN)
    return Form(
        OWN,
        (
            fields.segments(
                "supply",
                _("At our board"),
                list(Supply),
                known.supply,
                lambda supply: _(SUPPLIES[supply]),
                required=True,
            ),
            fields.beside(
                fields.day("common_from", _("Common from, if it is on the way"), known.common_from),
                fields.text("note", _("Remark"), known.note, LONGEST_TEXT),
            ),
            level_field(at, kept, Sharing.CIRCLE),
        ),
        partial(_keep_own, at, view, code),
        _("Keep"),
        about=code,
    )


def _keep_own(at: AtCircle, view: PartnersView, code: str, person: Person, said: Values) -> Outcome:
    before = view.find("infrastructure", at.seat.viewer, code)
    level = said.pop("level")

    def keep(said: Infrastructure, seen_by: Sharing) -> Back:
        return change(service.set_infrastructure, at.seat.board_id, code, said, seen_by)

    new = Infrastructure(**said)
    keep(new, level)(person)
    done = f"{item_name(code)}: {_(SUPPLIES[new.supply])}. {level_note(level)}"
    if before is None or not isinstance(before.content, Infrastructure):
        return done, None
    return done, keep(before.content, before.level)


def _standard_form(at: AtCircle, view: PartnersView, code: str) -> Form:
    known = _standard(view, code)
    return Form(
        STANDARD,
        (
            fields.text("text", _("What was agreed"), known.text if known else "", LONGEST_TEXT),
            fields.day("since", _("Since"), known.since if known else None, missing="partners_text_missing"),
        ),
        partial(_keep_standard, at, code),
        _("Keep"),
        about=code,
    )


def _keep_standard(at: AtCircle, code: str, person: Person, said: Values) -> Outcome:
    change(service.set_standard, at.seat.board_id, code, Standard(**said))(person)
    return _("The standard of {item} is kept.").format(item=item_name(code)), None


def _schools_form(frame: Frame, at: AtCircle, view: PartnersView, code: str) -> Form:
    names = {school.school_id: school.name for school in frame.schools} if frame.person.may(Right.READ) else {}
    mine = {
        one.key.partition("/")[2]: one.content
        for one in view.of("standing", at.seat.viewer)
        if one.key.startswith(f"{code}/")
    }
    of = {
        meets: [s for s, one in mine.items() if isinstance(one, SchoolStanding) and one.meets is meets and s in names]
        for meets in Meets
    }
    kept = next((one for one in view.of("standing", at.seat.viewer) if one.key.startswith(f"{code}/")), None)
    return Form(
        SCHOOLS,
        (
            *(
                fields.several(
                    meets.value,
                    _(MEETS[meets]).capitalize(),
                    names,
                    of[meets],
                    names.__getitem__,
                    placeholder=_("choose schools"),
                )
                for meets in Meets
            ),
            level_field(at, kept, Sharing.CIRCLE),
        ),
        partial(_keep_schools, at, code, names),
        _("Keep"),
        about=code,
    )


def _keep_schools(at: AtCircle, code: str, names: dict[str, str], person: Person, said: Values) -> Outcome:
    standings = {
        school_id: SchoolStanding(code, school_id, names[school_id], meets)
        for meets in reversed(Meets)  # a school in two lists gets the better one
        for school_id in said[meets.value]
    }
    change(service.set_standings, at.seat.board_id, standings, code, said["level"])(person)
    text = ngettext("{n} school is kept.", "{n} schools are kept.", len(standings))
    return text.format(n=number(len(standings))) + " " + level_note(said["level"]), None
