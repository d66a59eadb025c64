"""The workshop's middle steps: several ideas become one competence; competences get points and a wanted level."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from pages.competences.data import competences_view
from pages.competences.words import levels_text
from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import Frame, now, plain
from pages.parts.show import show_table
from pages.server.session import open_database
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
    st.session_state[key(MERGE, "ideas")] = idea_ids
    st.session_state[key(MERGE, "name")] = name[:LONGEST_NAME]


def _free_choice(frame: Frame, loose: dict[int, Idea]) -> None:
    st.multiselect(
        _("Ideas that belong together"),
        list(loose),
        format_func=lambda one: loose[one].text,
        placeholder=_("choose one or more"),
        key=key(MERGE, "ideas"),
    )
    names = {one.key: one.name for one in ranked(competences_view(frame).competences)}
    into = st.selectbox(
        _("Become"),
        ["", *names],
        format_func=lambda one: names[one] if one else _("a new competence"),
        key=key(MERGE, "into"),
    )
    if not into:
        st.text_input(_("Name of the competence"), max_chars=LONGEST_NAME, key=key(MERGE, "name"))
    st.button(
        _("Merge"), icon=":material/join:", key="merge_keep", type="primary", on_click=carry_out, args=(MERGE, _merge)
    )


def _merge(person: Person) -> tuple[str, Back | None]:
    chosen = value(MERGE, "ideas")
    ideas = [int(one) for one in chosen] if isinstance(chosen, list) else []
    into = str(value(MERGE, "into") or "") or None
    one = workshop.merge(person, open_database(), now(), ideas, str(value(MERGE, "name") or ""), into)
    back = None if into else lambda who: workshop.split(who, open_database(), now(), one.key)
    return _("Merged into ‘{name}’.").format(name=one.name), back


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
            with st.container(horizontal=True, vertical_alignment="bottom"):
                st.selectbox(_("Take apart again"), list(names), format_func=names.__getitem__, key=key(SPLIT, "gone"))
                st.button(
                    _("Take apart"), icon=":material/call_split:", key="split", on_click=carry_out, args=(SPLIT, _split)
                )
        show_outcome(SPLIT)


def source_name(one: Competence) -> str:
    """Where a competence is from: "DigCompEdu (JRC, 2017), 2.1"."""
    if one.source == OWN or one.key not in entries():
        return _("of our own")
    return f"{frameworks()[one.source].title}, {entries()[one.key].code}"


def _split(person: Person) -> tuple[str, Back | None]:
    gone = workshop.split(person, open_database(), now(), str(value(SPLIT, "gone")))
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
        with st.form(RANK, border=False, enter_to_submit=False):
            for one in ranked(known.competences):
                _rank_row(frame, one)
            st.form_submit_button(
                _("Keep points and levels"),
                icon=":material/check:",
                on_click=carry_out,
                args=(RANK, partial(_rank, known.competences)),
                type="primary",
            )
        show_outcome(RANK)


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
    if any(not level.is_verified for level in known.levels):
        st.caption(_("The names of these levels are not checked at the source yet."))
    show_outcome(SCALE)


def _set_scale(person: Person) -> tuple[str, Back | None]:
    before = workshop.set_scale(person, open_database(), now(), str(value(SCALE, "scale")))
    return _("The levels are changed. Choose the wanted levels anew."), lambda who: workshop.set_scale(
        who, open_database(), now(), before
    )


def _rank_row(frame: Frame, one: Competence) -> None:
    known = competences_view(frame)
    texts = {vision.vision_id: vision.text for vision in known.visions}
    labels = {level.level: level.label() for level in known.levels}
    name, points, wanted, serves = st.columns([2, 0.8, 1.5, 2], vertical_alignment="center")
    with name:
        st.text_input(_("Competence"), one.name, max_chars=LONGEST_NAME, key=key(RANK, f"name_{one.key}"))
    with points:
        st.number_input(_("Points"), 0, MOST_POINTS, one.points, key=key(RANK, f"points_{one.key}"))
    with wanted:
        st.selectbox(
            _("Wanted level"),
            list(labels),
            index=list(labels).index(one.wanted) if one.wanted in labels else None,
            format_func=labels.__getitem__,
            placeholder=_("choose a level"),
            key=key(RANK, f"wanted_{one.key}"),
        )
    with serves:
        st.multiselect(
            _("Serves"),
            list(texts),
            [number_ for number_ in one.visions if number_ in texts],
            format_func=texts.__getitem__,
            placeholder=_("which statements"),
            key=key(RANK, f"visions_{one.key}"),
        )


def _rank(known: Sequence[Competence], person: Person) -> tuple[str, Back | None]:
    # only what this form changed: a colleague may have kept something else meanwhile
    changed = [said for one in known if (said := _said(one)) != one]
    before = workshop.save_competences(person, open_database(), now(), changed)
    return _("Points and levels are kept."), lambda who: workshop.save_competences(who, open_database(), now(), before)


def _said(one: Competence) -> Competence:
    """A competence as the form has it."""
    said = {part: value(RANK, f"{part}_{one.key}") for part in ("name", "points", "wanted", "visions")}
    serves = said["visions"] if isinstance(said["visions"], list) else []
    return replace(
        one,
        name=str(said["name"] or ""),
        points=int(str(said["points"])),
        wanted=said["wanted"] if isinstance(said["wanted"], int) else None,
        visions=tuple(serves),
    )


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
        figures=[_("Points")],
    )
