"""Leernetwerk, part "centraal": what of ICT is decided by the board, what by each school, and who should.

Wide, it is a table to fill in as a workbook is; narrow, a list with a form for one line.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from itertools import groupby, pairwise
from typing import Any, Final

import pandas as pd
import streamlit as st

from pages.circles.data import AtCircle
from pages.network.data import at_network
from pages.network.place import NETWORK
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, Work, change, key, overwrite_button, show_outcome
from pages.parts.frame import Frame, answer, download, more, plain
from pages.parts.places import show_link
from pages.parts.show import show_table
from pages.server.session import open_database
from planning.circles.contribution_service import contributions
from planning.circles.model import DEFAULT_SHARING, SHARING_NAMES, Contribution, Sharing
from planning.core.clock import local_day
from planning.core.notation import day, listed, number
from planning.core.rights import Person
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.network.decision_service import DecisionLine, save_decisions
from planning.network.decisions import (
    DECIDERS,
    DECIDERS_SHORT,
    EARLIEST,
    KIND,
    LONGEST_WHY,
    PARTS,
    Decider,
    IctDecision,
    decision_of,
    decisions_of,
    matters,
)
from planning.workbooks.board_table import board_excel

PLACE: Final = "network_decisions"
_MOST_NAMED: Final = 3
_LEVEL: Final = "level"
_SHORT: Final = {
    Sharing.OWN: N_("only us"),
    Sharing.GUIDE: N_("facilitator"),
    Sharing.CIRCLE: N_("network"),
    Sharing.PUBLIC: N_("all boards"),
}


def show(frame: Frame) -> None:
    """The own table to fill in, or that of a board that shares it."""
    at = at_network(frame)
    if at is None:
        answer(_("**Who decides what is worked out in a learning network.** Your board is not in one yet."))
        return
    whose = _whose(at)
    if whose is None:
        answer(_("**No board shares yet who decides what.**"))
        return
    found = decisions_of(at.contributions, whose)
    mine = whose == at.seat.viewer
    answer(answer_in_words({code: decision_of(one) for code, one in found.items()}, None if mine else at.name(whose)))
    writes = mine and at.seat.may_contribute
    if writes and frame.theme.compact:
        with st.container(border=True):
            _line_form(at, found)
    with st.container(border=True):
        if not writes:
            _show_lines(at, found)
        elif frame.theme.compact:
            _show_list(found)
        else:
            _show_editor(at, found)
        with st.container(horizontal=True):
            opened = mine and more(
                "decision_history", closed=_("How it was"), opened=_("Hide"), icon=":material/history:"
            )
            if found:
                name = f"ict-besluiten-{whose}-{frame.today}.xlsx"
                download("network_decisions", partial(_excel, frame, at.name(whose), found), name)
        if opened:
            _show_history(frame, at)
    if writes and found and not frame.theme.compact:
        _level_form(at, found)


def show_in_sketch(frame: Frame, at: AtCircle) -> None:
    """The same in a line, as part of how the board stands."""
    said = {code: decision_of(one) for code, one in decisions_of(at.contributions, at.seat.viewer).items()}
    beside = not frame.theme.compact
    with st.container(
        border=True,
        horizontal=beside,
        horizontal_alignment="distribute" if beside else "left",
        vertical_alignment="center" if beside else "top",
    ):
        with st.container(width="stretch"):
            st.markdown(answer_in_words(said))
        show_link(NETWORK, _("Central or decentral"), deel="centraal")


def answer_in_words(said: Mapping[str, IctDecision], board: str | None = None) -> str:
    """How much of the table is filled in, and where it should be decided elsewhere; `board` where it is another's."""
    filled = [code for code, one in said.items() if one.now is not None]
    moving = [matters()[code].name for code, one in said.items() if one.moves]
    total = len(matters())
    if board is not None:
        sentence = _("**{board} shares who takes {n} of the {total} decisions.**").format(
            board=plain(board), n=number(len(filled)), total=number(total)
        )
    elif not filled:
        return _(
            "**Who decides what about ICT?** {total} decisions, a line each. Begin with what is often discussed."
        ).format(total=number(total))
    else:
        sentence = _("**For {n} of the {total} decisions it is filled in who takes them.**").format(
            n=number(len(filled)), total=number(total)
        )
    if not moving:
        return sentence
    named = moving if len(moving) <= _MOST_NAMED else [*moving[:_MOST_NAMED], _rest(len(moving) - _MOST_NAMED)]
    text = _("It should be decided elsewhere: {matters}.")
    return f"{sentence} {text.format(matters=listed([name[:1].lower() + name[1:] for name in named]))}"


def edited_lines(kept: Mapping[str, DecisionLine], edits: Mapping[int, Mapping[str, Any]]) -> dict[str, DecisionLine]:
    """The lines that differ after what was filled in, by place in the table and column."""
    order = list(matters())
    lines = {}
    for place, filled in edits.items():
        code = order[place]
        before = kept.get(code, DecisionLine(None))
        said = before.said or IctDecision()
        said = replace(
            said,
            now=_decider(filled.get("now", said.now)),
            wanted=_decider(filled.get("wanted", said.wanted)),
            since=None if filled.get("since", said.since) is None else int(filled.get("since", said.since)),
            why=(filled.get("why", said.why) or "").strip(),
            changed=(filled.get("changed", said.changed) or "").strip(),
        )
        after = DecisionLine(said, Sharing(filled.get(_LEVEL) or before.level))
        if after != before:
            lines[code] = after
    return lines


def _decider(code: str | None) -> Decider | None:
    return Decider(code) if code else None


def _rest(n: int) -> str:
    return ngettext("{n} other", "{n} others", n).format(n=number(n))


def _whose(at: AtCircle) -> str | None:
    """Whose table: the own, or that of another board that shares something of it."""
    shared = {one.owner for one in at.contributions if one.kind == KIND}
    own = [at.seat.viewer] if at.seat.standing is not None else []
    others = [one.board_id for one in at.members if one.board_id in shared and one.board_id not in own]
    choices = [*own, *others]
    if len(choices) < 2:
        return choices[0] if choices else None
    chosen: str = st.selectbox(
        _("Whose table"), choices, format_func=lambda board: at.name(board), key="network_decisions_of", width=320
    )
    return chosen


def _kept(found: Mapping[str, Contribution]) -> dict[str, DecisionLine]:
    return {code: DecisionLine(decision_of(one), one.level) for code, one in found.items()}


def _show_editor(at: AtCircle, found: Mapping[str, Contribution]) -> None:
    kept = _kept(found)
    name = key(PLACE, "table")
    st.caption(_("Fill in what you know: choose in a cell, or type. Nothing is kept before you keep it."))
    table: Any = _frame(kept)  # its many signatures say no more than this
    st.data_editor(
        table,
        key=name,
        hide_index=True,
        height="content",
        width="stretch",
        placeholder="",
        on_change="ignore",
        alt=_("Table to fill in: who decides what about ICT, a line for each decision"),
        column_config={
            "part": None,
            "matter": st.column_config.TextColumn(_("Decision"), disabled=True, pinned=True, width=206),
            "now": _who_column(_("Who decides now"), 150),
            "wanted": _who_column(_("Who should"), 140),
            "since": st.column_config.NumberColumn(_("Since"), min_value=EARLIEST, step=1, format="%d", width=78),
            "why": st.column_config.TextColumn(_("Why"), max_chars=LONGEST_WHY, width=120),
            "changed": st.column_config.TextColumn(_("What changed"), max_chars=LONGEST_WHY, width=144),
            _LEVEL: st.column_config.SelectboxColumn(
                _("Who sees it"), options=list(Sharing), format_func=_short_level, required=True, width=120
            ),
        },
    )

    def save(person: Person) -> Outcome:
        edits = st.session_state.get(name, {}).get("edited_rows", {})
        return _save(at, edited_lines(kept, edits))(person)

    overwrite_button(PLACE, _("Keep the table"), save, type="primary", key="network_decisions_keep")
    show_outcome(PLACE)


def _who_column(title: str, width: int) -> Any:
    return st.column_config.SelectboxColumn(
        title, options=list(Decider), format_func=lambda who: _(DECIDERS_SHORT[Decider(str(who))]), width=width
    )


def _level_name(level: object) -> str:
    return _(SHARING_NAMES[Sharing(str(level))])


def _short_level(level: object) -> str:
    return _(_SHORT[Sharing(str(level))])


def _frame(kept: Mapping[str, DecisionLine]) -> pd.DataFrame:
    rows = []
    for code, matter in matters().items():
        line = kept.get(code, DecisionLine(None))
        said = line.said or IctDecision()
        rows.append(
            {
                "part": _(PARTS[matter.part]),
                "matter": matter.name,
                "now": said.now and said.now.value,
                "wanted": said.wanted and said.wanted.value,
                "since": said.since,
                "why": said.why,
                "changed": said.changed,
                _LEVEL: line.level.value,
            }
        )
    return pd.DataFrame(rows).astype({"since": "Int64"})


def _save(at: AtCircle, lines: Mapping[str, DecisionLine]) -> Work:
    """What keeps lines, and brings them back."""

    def keep(wanted: Mapping[str, DecisionLine]) -> Callable[[Person], dict[str, DecisionLine]]:
        return change(save_decisions, at.seat.circle.circle_id, wanted)

    def work(person: Person) -> Outcome:
        before = keep(lines)(person)
        text = ngettext("{n} line of the table is kept.", "{n} lines of the table are kept.", len(lines))
        return text.format(n=number(len(lines))), keep(before)

    return work


def _level_form(at: AtCircle, found: Mapping[str, Contribution]) -> None:
    """Who sees the whole table, at once."""

    def save(person: Person, values: Values) -> Outcome:
        level = values[_LEVEL] or DEFAULT_SHARING
        kept = _kept(found)
        return _save(at, {code: replace(one, level=level) for code, one in kept.items() if one.level is not level})(
            person
        )

    with st.container(border=True):
        st.subheader(_("Who sees the whole table"), anchor=False)
        levels = {one.level for one in found.values()}
        Form(
            f"{PLACE}_level",
            (
                fields.segments(
                    _LEVEL,
                    _("Of every line that is filled in"),
                    list(Sharing),
                    levels.pop() if len(levels) == 1 else None,
                    _level_name,
                ),
            ),
            save,
            _("For all lines"),
            look={"type": "secondary"},
        ).show()


def _show_list(found: Mapping[str, Contribution]) -> None:
    for part, codes in groupby(matters(), key=lambda code: matters()[code].part):
        st.markdown(f"**{_(PARTS[part])}**")
        st.markdown("\n".join(f"- {_item(matters()[code].name, found.get(code))}" for code in codes))


def _item(name: str, one: Contribution | None) -> str:
    said = decision_of(one)
    if one is None or said.is_empty:
        nothing = _("not filled in")
        return f"{name}: :gray[{nothing}]"
    parts = [who_in_words(said)]
    if said.why:
        parts.append(plain(said.why))
    return f"**{name}**: " + " · ".join(parts) + f"  \n:small[:gray[{_level_name(one.level)}]]"


def who_in_words(said: IctDecision) -> str:
    """ "nu elk van de scholen, sinds 2014; zou moeten: het bestuur"."""
    now = _(DECIDERS[said.now]) if said.now else _("not known who decides")
    if said.since:
        now = _("{who} since {year}").format(who=now, year=said.since)
    if said.wanted is None or said.wanted is said.now:
        return now
    return _("{now}, should be {wanted}").format(now=now, wanted=_(DECIDERS[said.wanted]))


def _line_form(at: AtCircle, found: Mapping[str, Contribution]) -> None:
    """One line, the first that is not filled in before the others."""
    codes = list(matters())
    begin = next((code for code in codes if decision_of(found.get(code)).now is None), codes[0])
    st.subheader(_("Fill in a line"), anchor=False)
    code: str = st.selectbox(
        _("Decision"),
        codes,
        index=codes.index(begin),
        format_func=lambda one: matters()[one].name,
        key=f"{PLACE}_matter_{key(PLACE, 'line')}",
    )
    line = _kept(found).get(code, DecisionLine(IctDecision()))
    said = line.said or IctDecision()
    who = partial(fields.choice, options=[None, *Decider], named=lambda one: _(DECIDERS[one]) if one else "–")
    st.caption(matters()[code].asks)

    def save(person: Person, values: Values) -> Outcome:
        level = values.pop(_LEVEL)
        return _save(at, {code: DecisionLine(IctDecision(**values), level)})(person)

    Form(
        PLACE,
        (
            who("now", _("Who decides now"), known=said.now),
            who("wanted", _("Who should"), known=said.wanted),
            fields.number("since", _("Since (year)"), said.since, (EARLIEST, None)),
            fields.lines("why", _("Why"), said.why, LONGEST_WHY),
            fields.lines("changed", _("What changed"), said.changed, LONGEST_WHY),
            fields.choice(_LEVEL, _("Who sees it"), list(Sharing), line.level, _level_name),
        ),
        save,
        _("Keep this line"),
        about=code,
    ).show()


def _show_lines(at: AtCircle, found: Mapping[str, Contribution]) -> None:
    """To read only: of another board, or of one that left."""
    if not found:
        st.markdown(_("Here you see who decides what. Nothing was filled in."))
        return
    show_table([_row(code, one) for code, one in found.items()], _("Who decides"))


def _row(code: str, one: Contribution) -> dict[str, str]:
    said = decision_of(one)
    return {
        _("Decision"): matters()[code].name,
        _("Who decides"): who_in_words(said),
        _("Why"): plain(said.why) or "–",
        _("What changed"): plain(said.changed) or "–",
    }


def _show_history(frame: Frame, at: AtCircle) -> None:
    found = contributions(frame.person, open_database(), at.seat.circle.circle_id, KIND, every_version=True)
    rows = []
    for code, versions in groupby((one for one in found if one.owner == at.seat.viewer), key=lambda one: one.key):
        told = list(versions)
        if code not in matters():
            continue
        for one, later in pairwise(told):
            if (who := who_in_words(decision_of(one))) != who_in_words(decision_of(later)):
                rows.append(
                    {_("Decision"): matters()[code].name, _("Until"): day(local_day(later.at)), _("Who decided"): who}
                )
    if rows:
        show_table(rows, _("Who decided before"))
    else:
        st.markdown(_("Nothing changed yet. When somebody else decides from a later day on, here is how it was."))


def _excel(frame: Frame, board: str, found: Mapping[str, Contribution]) -> bytes:
    rows = [
        {
            _("Part"): _(PARTS[matters()[code].part]),
            _("Decision"): matters()[code].name,
            _("Who decides now"): _(DECIDERS[said.now]) if said.now else "",
            _("Who should"): _(DECIDERS[said.wanted]) if said.wanted else "",
            _("Since"): said.since or "",
            _("Why"): said.why,
            _("What changed"): said.changed,
            _("Who sees it"): _level_name(one.level),
        }
        for code, one in found.items()
        for said in [decision_of(one)]
    ]
    what = _("Who decides what about ICT")
    return board_excel(frame.board, frame.today, pd.DataFrame(rows), what, sheet=_("Decisions"), of=board)
