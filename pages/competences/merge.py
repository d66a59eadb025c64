"""The workshop's middle steps: several ideas become one competence; competences get points and a wanted level."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from pages.competences.data import competences_view
from pages.competences.words import levels_text
from pages.parts import fields
from pages.parts.fields import FieldRow
from pages.parts.forms import Form, Outcome, Values, carry_out, change, key, show_outcome, show_refused, value
from pages.parts.frame import Frame, plain
from pages.parts.show import show_table
from planning.competences import workshop_service as workshop
from planning.competences.frameworks import OWN, entries, frameworks, scales
from planning.competences.workshop import LONGEST_NAME, MOST_POINTS, Competence, Idea, likely_doubles, ranked
from planning.core.notation import number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _

MERGE, SPLIT, RANK, SCALE = "merge", "split", "rank", "scale"
SUGGESTED = 4


def merge_step(frame: Frame) -> None:
    """Likely doubles and a free choice on the left, the competences so far on the right."""
    left, right = st.columns([1.25, 1])
    with left:
        _merge_card(frame)
    with right:
        _competences_card(frame)


def _merge_card(frame: Frame) -> None:
    loose = {idea.idea_id: idea for idea in competences_view(frame).ideas if idea.competence is None}
    with st.container(border=True, height="stretch"):
        st.subheader(_("Several ideas become one competence"), anchor=False)
        if not loose:
            st.markdown(_("There are no loose ideas: every idea is part of a competence, or there is none yet."))
        elif frame.person.may(Right.PLAN):
            for group in likely_doubles(list(loose.values()))[:SUGGESTED]:
                _suggestion([loose[number_] for number_ in group])
            _free_choice(frame, loose)
        else:
            st.markdown("\n".join(f"- {plain(idea.text)}" for idea in loose.values()))
        show_outcome(MERGE)


def _suggestion(ideas: Sequence[Idea]) -> None:
    texts, choose = st.columns([3, 1], vertical_alignment="center")
    with texts:
        st.markdown(
            ":blue-badge[:material/join: " + _("alike") + "] " + " · ".join(f"‘{plain(idea.text)}’" for idea in ideas)
        )
    with choose:
        st.button(
            _("Choose these"),
            type="tertiary",
            icon=":material/playlist_add_check:",
            key=f"alike_{ideas[0].idea_id}",
            on_click=_choose_alike,
            args=([idea.idea_id for idea in ideas], max((idea.text for idea in ideas), key=len)),
        )


def _choose_alike(idea_ids: list[int], name: str) -> None:
    st.session_state[key(MERGE, "idea_ids")] = idea_ids
    st.session_state[key(MERGE, "name")] = name[:LONGEST_NAME]


def _free_choice(frame: Frame, loose: dict[int, Idea]) -> None:
    names = {one.key: one.name for one in ranked(competences_view(frame).competences)}
    parts = [
        fields.several(
            "idea_ids",
            _("Ideas that belong together"),
            loose,
            named=lambda one: loose[one].text,
            placeholder=_("choose one or more"),
        ),
        fields.choice("into", _("Become"), ["", *names], "", lambda one: names[one] if one else _("a new competence")),
    ]
    if not value(MERGE, "into"):
        parts.append(fields.text("name", _("Name of the competence"), "", LONGEST_NAME))
    look = {"icon": ":material/join:", "key": "merge_keep", "type": "primary"}
    Form(MERGE, tuple(parts), _merge, _("Merge"), look=look, at_once=True).show_fields()


def _merge(person: Person, said: Values) -> Outcome:
    into = said["into"] or None
    one = change(workshop.merge, said["idea_ids"], said.get("name", ""), into)(person)
    return _("Merged into ‘{name}’.").format(name=one.name), None if into else change(workshop.split, one.key)


def _competences_card(frame: Frame) -> None:
    known = competences_view(frame)
    with st.container(border=True, height="stretch", gap="small"):
        st.subheader(_("Competences · {n}").format(n=number(len(known.competences))), anchor=False)
        if not known.competences:
            st.markdown(_("There is none yet. Merge ideas, or take competences of a framework at step 1."))
        for one in ranked(known.competences):
            ideas = [plain(idea.text) for idea in known.ideas if idea.competence == one.key]
            st.markdown(f"**{plain(one.name)}**  \n:small[{' · '.join(ideas) or plain(source_name(one))}]")
        if known.competences and frame.person.may(Right.PLAN):
            names = {one.key: one.name for one in ranked(known.competences)}
            gone = fields.choice("key", _("Take apart again"), list(names), None, names.__getitem__)
            look = {"icon": ":material/call_split:", "key": "split"}
            form = Form(SPLIT, (gone,), _split, _("Take apart"), look=look, at_once=True)
            with st.container(horizontal=True, vertical_alignment="bottom"):
                form.draw(gone)
                form.buttons()
        show_outcome(SPLIT)


def source_name(one: Competence) -> str:
    """Where a competence is from: "DigCompEdu (JRC, 2017), 2.1"."""
    if one.source == OWN or one.key not in entries():
        return _("of our own")
    return f"{frameworks()[one.source].title}, {entries()[one.key].code}"


def _split(person: Person, said: Values) -> Outcome:
    gone = change(workshop.split, said["key"])(person)
    return _("‘{name}’ is taken apart; its ideas are loose again.").format(name=gone.name), None


def rank_step(frame: Frame) -> None:
    """Points, wanted level and the vision each serves, in one form."""
    known = competences_view(frame)
    with st.container(border=True):
        st.subheader(_("What matters most?"), anchor=False)
        if not known.competences:
            st.markdown(_("There is none yet. Merge ideas, or take competences of a framework at step 1."))
            return
        st.markdown(_("Count the dots on the wall: how many points a competence got, not who gave them."))
        if not frame.person.may(Right.PLAN):
            _rank_table(frame)
            return
        _scale_choice(frame)
        look = {"icon": ":material/check:", "type": "primary"}
        rows = tuple(_rank_row(frame, one) for one in ranked(known.competences))
        Form(RANK, rows, partial(_rank, known.competences), _("Keep points and levels"), look=look).show()


def _scale_choice(frame: Frame) -> None:
    known = competences_view(frame)
    if known.sets:
        st.caption(_("Levels: {levels}").format(levels=levels_text(known.levels)))
        return
    every = list(scales())
    st.selectbox(
        _("Levels"),
        every,
        index=every.index(known.scale),
        format_func=lambda code: ", ".join(level.label().replace(" · ", " ") for level in scales()[code]),
        key=key(SCALE, "scale"),
        on_change=carry_out,
        args=(SCALE, _set_scale),
    )
    show_refused(SCALE, "scale")
    if any(not level.is_verified for level in known.levels):
        st.caption(_("The source may call these levels something else."))
    show_outcome(SCALE)


def _set_scale(person: Person) -> Outcome:
    before = change(workshop.set_scale, str(value(SCALE, "scale")))(person)
    return _("The levels are changed. Choose the wanted levels anew."), change(workshop.set_scale, before)


def _rank_row(frame: Frame, one: Competence) -> FieldRow:
    known = competences_view(frame)
    texts = {vision.vision_id: vision.text for vision in known.visions}
    labels = {level.level: level.label() for level in known.levels}
    wanted = fields.choice(
        f"wanted_{one.key}",
        _("Wanted level"),
        list(labels),
        one.wanted,
        labels.__getitem__,
        placeholder=_("choose a level"),
    )
    serves = fields.several(
        f"visions_{one.key}", _("Serves"), texts, one.visions, texts.__getitem__, placeholder=_("which statements")
    )
    return fields.beside(
        fields.text(f"name_{one.key}", _("Competence"), one.name, LONGEST_NAME),
        fields.number(f"points_{one.key}", _("Points"), one.points, (0, MOST_POINTS)),
        wanted,
        serves,
        widths=(2, 0.8, 1.5, 2),
        vertical_alignment="top",
    )


def _rank(known: Sequence[Competence], person: Person, said: Values) -> Outcome:
    # only what this form changed: a colleague may have kept something else meanwhile
    parts = ("name", "points", "wanted", "visions")
    after = [replace(one, **{part: said[f"{part}_{one.key}"] for part in parts}) for one in known]
    changed = [new for one, new in zip(known, after, strict=True) if new != one]
    before = change(workshop.save_competences, changed)(person)
    return _("Points and levels are kept."), change(workshop.save_competences, before)


def _rank_table(frame: Frame) -> None:
    labels = {level.level: level.label() for level in competences_view(frame).levels}
    show_table(
        [
            {
                _("Competence"): plain(one.name),
                _("Points"): number(one.points),
                _("Wanted level"): labels.get(one.wanted or 0, "–"),
            }
            for one in ranked(competences_view(frame).competences)
        ],
        _("Core competences"),
        figures=[_("Points")],
    )
