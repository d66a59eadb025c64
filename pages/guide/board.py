"""Netwerk, one board: what it shares, text by text, with the facilitator's comments and notes beside it."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.guide import boards
from pages.network.meetings_data import has_before_it
from pages.network.papers import show_papers
from pages.network.shared import KIND_NAMES, in_cycle, item_name
from pages.network.writing import back_to
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, act_button, change, show_outcome
from pages.parts.frame import Frame, more, plain
from planning.circles.contribution_service import take_back
from planning.circles.model import SHARING_NAMES, Contribution, Sharing
from planning.core.clock import local_day
from planning.core.notation import day, number
from planning.core.rights import Person
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.network import cycle_contents as cycle
from planning.network import meeting_contents as meeting
from planning.network.cycle_service import comment, set_intake
from planning.network.decisions import DECIDERS, IctDecision
from planning.network.figures import figure_words
from planning.network.meeting_service import write_note
from planning.network.standings import BoardStanding

COMMENT, NOTE, INTAKE, NOTES = "guide_comment", "guide_note", "guide_intake", "guide_notes"
LEVELS: Final = {
    Sharing.OWN: N_("only me"),
    Sharing.GUIDE: N_("this board too"),
    Sharing.CIRCLE: N_("everybody in the network"),
}


def show(frame: Frame, at: AtCircle, one: BoardStanding) -> None:
    """Its cycle and its texts; for the facilitator the talk, comments and notes as well."""
    number_ = one.board.board_id
    mine = [c for c in at.of_owner(number_) if c.kind != meeting.STEP_REACTION]
    has_before_it(frame, at, mine)
    st.subheader(plain(one.board.name), anchor=False)
    left, right = st.columns([1.5, 1])
    with left:
        _question(at, one)
        _texts(at, [c for c in mine if c.kind not in (cycle.QUESTION, cycle.ADOPTED)])
        if mine:
            show_papers(frame, at, number_)
    with right:
        if at.seat.is_guide:
            _cycle(frame, one)
            _intake(frame, at, one)
            notes(at, number_)


def content_words(content: object) -> str:
    """What was brought in, as text; people's words are shown as they are."""
    match content:
        case meeting.LearningStep(what, with_whom, before):
            facts = [_("before {day}").format(day=day(before))]
            if with_whom:
                facts.insert(0, _("with {who}").format(who=plain(with_whom)))
            return f"{plain(what)}  \n:small[{' · '.join(facts)}]"
        case meeting.StepResult(state, text):
            return f"{_(meeting.STEP_STATES[state])}. {plain(text)}"
        case meeting.CycleClosing(answer, changed):
            return f"{plain(answer)}  \n{plain(changed)}"
        case meeting.SectorYield(title, text):
            return f"**{plain(title)}**  \n{plain(text)}"
        case meeting.MeetingText(text) | cycle.Reaction(text):
            return plain(text)
        case cycle.SelfEvaluation(answers):
            scores = [one.score for one in answers if one.score is not None]
            text = ngettext("{n} item answered", "{n} items answered", len(answers)).format(n=number(len(answers)))
            mean = _("mean {mean}").format(mean=number(sum(scores) / len(scores), 1)) if scores else ""
            return " · ".join(part for part in (text, mean) if part)
        case cycle.ThemeSketch(as_of, figures, told):
            known = " · ".join(map(figure_words, figures))
            dated = _("On {day}: {figures}.").format(day=day(as_of), figures=known) if as_of and known else ""
            return "  \n  ".join(part for part in (dated, plain(told)) if part)
        case IctDecision() if content.now:
            who = _("Decided by: {who}.").format(who=_(DECIDERS[content.now]))
            return " ".join(part for part in (who, plain(content.why), plain(content.changed)) if part)
        case _:
            return ""


def _texts(at: AtCircle, found: Sequence[Contribution]) -> None:
    """What it shares, kind by kind in the order of the cycle, each with who sees it and of when it is."""
    with st.container(border=True):
        st.subheader(_("What it shares"), anchor=False)
        told = [(one, content_words(one.content)) for one in sorted(found, key=in_cycle)]
        if not any(text for _one, text in told):
            st.markdown(_("Nothing yet."))
        for kind, together in groupby(told, key=lambda pair: pair[0].kind):
            lines = []
            for one, text in together:
                level = f":small[:gray[{_(SHARING_NAMES[one.level])} · {day(local_day(one.at))}]]"
                if text:
                    lines.append(f"- {item_name(one, at)} {level}  \n  {text}")
            if lines:
                st.markdown(f"**{_(KIND_NAMES.get(kind, kind))}**\n\n" + "\n".join(lines))


def _question(at: AtCircle, one: BoardStanding) -> None:
    """The learning question with what the facilitator says beside it."""
    board_id = one.board.board_id
    found = next(iter(at.of(cycle.QUESTION, board_id)), None)
    with st.container(border=True):
        st.subheader(_("Learning question"), anchor=False)
        if found is None or not isinstance(found.content, cycle.LearningQuestion):
            st.markdown(_("There is no question yet, or it is not shared."))
            return
        st.markdown(f"**{plain(found.content.text)}**  \n{plain(found.content.explanation)}")
        adopted = next((c.content for c in at.of(cycle.ADOPTED, board_id)), None)
        if isinstance(adopted, cycle.AdoptedQuestion):
            badge = ":green-badge[:material/check: " + _("adopted") + "]"
            text = _("Version {n}, {day}").format(n=number(adopted.version), day=day(adopted.on))
            st.markdown(f"{badge} :small[{text}]")
        if not at.seat.is_guide:
            return
        for said in at.of(cycle.COMMENT):
            if said.addressee == board_id and isinstance(said.content, cycle.Comment):
                text = _("You, beside version {n}").format(n=number(said.content.version))
                st.markdown(f":blue-badge[:material/comment: {text}] {plain(said.content.text)}")
        Form(
            COMMENT,
            (fields.lines("text", _("Your comment; this board alone reads it"), "", meeting.LONGEST, height=90),),
            partial(_comment, at, board_id, found.version),
            _("Send the comment"),
            about=board_id,
            look={},
        ).show()


def _comment(at: AtCircle, board_id: str, version: int, person: Person, said: Values) -> Outcome:
    kept = next((c for c in at.of(cycle.COMMENT) if c.key == f"{board_id}/{version}"), None)
    text = said["text"]
    if kept is not None and isinstance(kept.content, cycle.Comment) and text:
        text = f"{kept.content.text}\n{text}"  # one comment a version: another remark stands below it
    new = change(comment, at.seat.circle.circle_id, board_id, version, text)(person)
    name = at.name(board_id)
    return _("{name} reads your comment beside its question.").format(name=name), back_to(at, kept, new.kind, new.key)


def _cycle(frame: Frame, one: BoardStanding) -> None:
    """Every part with its day: done, late, to come."""
    with st.container(border=True):
        st.subheader(_("Its cycle"), anchor=False)
        st.markdown(boards.late_badge(one, frame.today))
        lines = []
        for part in one.parts:
            if part.is_done:
                badge = ":green-badge[:material/check:]"
            elif part.is_late(frame.today):
                badge = ":orange-badge[:material/event_busy:]"
            else:
                badge = ":gray-badge[:material/radio_button_unchecked:]"
            due = f" :small[{day(part.due)}]" if part.due else ""
            lines.append(f"{badge} {boards.part_name(part)}{due}")
        here = one.now()
        first = next((place for place, part in enumerate(one.parts) if part is here), len(lines))
        st.markdown("  \n".join(lines[max(0, first - 3) : first + 4]))
        if more("guide_cycle", closed=_("The whole cycle"), opened=_("Hide the cycle"), icon=":material/list:"):
            st.markdown("  \n".join(lines))


def _intake(frame: Frame, at: AtCircle, one: BoardStanding) -> None:
    """When the talk about the question is, and that it was."""
    board_id = one.board.board_id
    found = next((c for c in at.of(cycle.INTAKE) if c.key == board_id), None)
    talk = found.content if found and isinstance(found.content, cycle.IntakeTalk) else None
    with st.container(border=True):
        st.subheader(_("Intake conversation"), anchor=False)
        Form(
            INTAKE,
            (
                fields.day("on", _("Day"), talk.on if talk else frame.today, missing="meeting_without_day"),
                fields.tick("is_held", _("It was held"), talk.is_held if talk else False),
            ),
            partial(_keep_intake, at, board_id, found),
            _("Keep"),
            about=board_id,
            look={},
        ).show()


def _keep_intake(at: AtCircle, board_id: str, before: Contribution | None, person: Person, said: Values) -> Outcome:
    change(set_intake, at.seat.circle.circle_id, board_id, cycle.IntakeTalk(**said))(person)
    return _("Kept: the intake conversation of {name}.").format(name=at.name(board_id)), back_to(
        at, before, cycle.INTAKE, board_id
    )


def notes(at: AtCircle, about: str) -> None:
    """Notes about a board, or about the network: for the facilitator alone, or shared."""
    every = ((c, c.content) for c in at.of(meeting.GUIDE_NOTE))
    mine = [(c, note) for c, note in every if isinstance(note, meeting.GuideNote) and note.about == about]
    names: dict[Sharing, str] = dict(LEVELS)
    levels = [level for level in names if level is not Sharing.GUIDE or about != at.seat.viewer]
    with st.container(border=True):
        st.subheader(_("Notes"), anchor=False)
        for one, note in sorted(mine, key=lambda pair: pair[0].at, reverse=True):
            who = _(names.get(one.level, names[Sharing.OWN]))
            icon = "lock" if one.level is Sharing.OWN else "visibility"
            st.markdown(f"{plain(note.text)}  \n:small[:material/{icon}: {who} · {day(local_day(one.at))}]")
            act_button(
                NOTES,
                _("Remove"),
                partial(_remove, at, one, note),
                type="tertiary",
                icon=":material/delete:",
                key=f"note_{one.key}",
            )
        show_outcome(NOTES)
        Form(
            NOTE,
            (
                fields.lines("text", _("A new note"), "", meeting.LONGEST, height=90),
                fields.choice("level", _("Who sees this?"), levels, None, lambda level: _(names[level])),
            ),
            partial(_note, at, about),
            _("Keep the note"),
            about=about,
            look={},
        ).show()


def _note(at: AtCircle, about: str, person: Person, said: Values) -> Outcome:
    known = [int(c.key) for c in at.of(meeting.GUIDE_NOTE) if c.key.isdecimal()]
    key = str(max(known, default=0) + 1)
    note = meeting.GuideNote(about, said["text"])
    change(write_note, at.seat.circle.circle_id, key, note, said["level"])(person)
    return _("The note is kept."), back_to(at, None, meeting.GUIDE_NOTE, key)


def _remove(at: AtCircle, one: Contribution, note: meeting.GuideNote, person: Person) -> Outcome:
    change(take_back, at.seat.circle.circle_id, one.kind, one.key)(person)
    back = change(write_note, at.seat.circle.circle_id, one.key, note, one.level)
    return _("The note is gone."), back
