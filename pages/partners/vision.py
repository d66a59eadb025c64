"""Partners, part "visie": the statements, how far every board is with each, and what the own board says."""

from functools import partial

import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.joining import agreement
from pages.circles.sharing import level_field, level_note
from pages.partners.data import at_partners, view_of
from pages.parts import fields
from pages.parts.forms import Back, Form, Outcome, Values, change
from pages.parts.frame import Frame, answer, more, plain
from pages.parts.show import show_table
from planning.circles.model import Sharing
from planning.core.notation import day, number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.partners import service
from planning.partners.model import Stance, StanceState, VisionStatement
from planning.partners.rules import LONGEST_TEXT, LONGEST_TITLE, OnStatement
from planning.partners.sentences import vision_answer
from planning.partners.service import PartnersView
from planning.partners.words import STANCES

PLACE, STATEMENT = "partners_stance", "partners_statement"
_COLOURS = {StanceState.CONCEPT: "gray", StanceState.DISCUSSED: "yellow", StanceState.ADOPTED: "green"}
_ICONS = {StanceState.CONCEPT: "edit_note", StanceState.DISCUSSED: "forum", StanceState.ADOPTED: "check_circle"}


def show(frame: Frame) -> None:
    """How far the boards are together, statement by statement."""
    at = at_partners(frame)
    assert at is not None
    view = view_of(at)
    answer(vision_answer(view, plain))
    agreement(at)
    if view.statements:
        frame.card("partners_statements", lambda: _statements(frame, view), at.card_key)
        _one_statement(at, view)
    if at.seat.may_contribute and more(
        "statement", closed=_("Bring a statement in"), opened=_("Close"), icon=":material/add:"
    ):
        with st.container(border=True):
            _statement_form(at, view, None).show()


def _statements(frame: Frame, view: PartnersView) -> None:
    with st.container(border=True):
        st.subheader(_("What we want together"), anchor=False)
        if frame.theme.compact:
            st.markdown(_list(view))
        else:
            show_table(_table(view), _("What we want together"))
        st.caption(_("A dash: not said yet, or not shared. Who sees a board's stance, that board decides."))


def stance_badge(one: OnStatement, board: str) -> str:
    """How far a board is, in a badge; a dash where that is not known."""
    state = one.state(board)
    if state is None:
        return "–"
    text = _(STANCES[state])
    if not one.is_of_now(board):
        text = _("{state}, older words").format(state=text)
        return f":gray-badge[:material/history: {text}]"
    return f":{_COLOURS[state]}-badge[:material/{_ICONS[state]}: {text}]"


def _table(view: PartnersView) -> list[dict[str, str]]:
    return [
        {_("Statement"): plain(one.statement.title)}
        | {plain(view.name(board)): stance_badge(one, board) for board in view.boards}
        for one in view.statements
    ]


def _list(view: PartnersView) -> str:
    return "\n".join(
        f"- **{plain(one.statement.title)}**  \n  "
        + "  \n  ".join(f"{plain(view.name(board))}: {stance_badge(one, board)}" for board in view.boards)
        for one in view.statements
    )


def _one_statement(at: AtCircle, view: PartnersView) -> None:
    known = {one.key: one for one in view.statements}
    me = view.seat.viewer
    undecided = next((one.key for one in view.statements if me not in one.adopted_by([me])), next(iter(known)))
    with st.container(border=True):
        chosen = st.selectbox(
            _("Statement"),
            list(known),
            index=list(known).index(undecided),
            format_func=lambda key: known[key].statement.title,
            key="partners_chosen",
        )
        one = known[chosen]
        st.markdown(plain(one.statement.text))
        owner = chosen.partition("/")[0]
        st.caption(_("Version {n}, brought in by {who}.").format(n=number(one.version), who=plain(view.name(owner))))
        for board in view.boards:
            stance = one.stances.get(board)
            if stance is not None and (board != me or not at.seat.is_member):
                st.markdown(_said(view, board, stance))
        if at.seat.is_member and at.seat.may_contribute:
            _stance_form(at, view, one).show()
    if (
        owner == me
        and at.seat.may_contribute
        and more("reword", closed=_("Change its words"), opened=_("Close"), icon=":material/edit:")
    ):
        with st.container(border=True):
            st.caption(_("Other words are a new version: every board then decides anew."))
            _statement_form(at, view, one).show()


def _said(view: PartnersView, board: str, stance: Stance) -> str:
    parts = [f"**{plain(view.name(board))}** · {_(STANCES[stance.state])} · {day(stance.on)}"]
    if stance.by:
        parts[0] += f" · {plain(stance.by)}"
    if stance.comment:
        parts.append(plain(stance.comment))
    if stance.meaning:
        parts.append(_("For a school: {text}").format(text=plain(stance.meaning)))
    return "  \n".join(parts)


def _stance_form(at: AtCircle, view: PartnersView, one: OnStatement) -> Form:
    kept = view.find("stance", at.seat.viewer, one.key)
    mine = one.stances.get(at.seat.viewer)
    today = mine.on if mine else None
    return Form(
        PLACE,
        (
            fields.segments(
                "state",
                _("Our board"),
                list(StanceState),
                mine.state if mine else StanceState.CONCEPT,
                lambda state: _(STANCES[state]),
                required=True,
            ),
            fields.beside(
                fields.day("on", _("On"), today, missing="partners_text_missing"),
                fields.text("by", _("By which body, not a name"), mine.by if mine else "", 80),
            ),
            fields.lines("comment", _("Comment"), mine.comment if mine else "", LONGEST_TEXT, height=80),
            fields.lines(
                "meaning", _("What it means for a school"), mine.meaning if mine else "", LONGEST_TEXT, height=80
            ),
            level_field(at, kept, Sharing.CIRCLE),
        ),
        partial(_take, at, view, one),
        _("Keep"),
        about=f"{one.key}/{one.version}",
    )


def _take(at: AtCircle, view: PartnersView, one: OnStatement, person: Person, said: Values) -> Outcome:
    before = view.find("stance", at.seat.viewer, one.key)
    level = said.pop("level")
    stance = Stance(version=one.version, **said)

    def keep(said: Stance, seen_by: Sharing) -> Back:
        return change(service.take_stance, at.seat.board_id, one.key, said, seen_by)

    keep(stance, level)(person)
    done = _("‘{statement}’: {state}. {seen}").format(
        statement=one.statement.title, state=_(STANCES[stance.state]), seen=level_note(level)
    )
    if before is None or not isinstance(before.content, Stance) or before.content.version != one.version:
        return done, None
    return done, keep(before.content, before.level)


def _statement_form(at: AtCircle, view: PartnersView, one: OnStatement | None) -> Form:
    known = one.statement if one else VisionStatement("", "")
    own = [c.key for c in view.of("statement", at.seat.viewer)]
    key = one.key.partition("/")[2] if one else str(max((int(k) for k in own), default=0) + 1)
    return Form(
        STATEMENT,
        (
            fields.text("title", _("In a few words"), known.title, LONGEST_TITLE),
            fields.lines("text", _("The statement"), known.text, LONGEST_TEXT, height=110),
        ),
        partial(_state, at, key),
        _("Keep"),
        about=key,
    )


def _state(at: AtCircle, key: str, person: Person, said: Values) -> Outcome:
    change(service.save_statement, at.seat.board_id, key, VisionStatement(**said))(person)
    return _("‘{title}’ is kept; all boards see it.").format(title=said["title"]), None
