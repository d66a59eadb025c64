"""The workshop's first steps: the vision, and many short ideas, pasted as a list or taken from a framework."""

from functools import partial
from typing import cast

import streamlit as st

from pages.competences.data import competences_view
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, act_button, change, key, show_outcome, value
from pages.parts.frame import Frame, plain
from planning.competences import workshop_service as workshop
from planning.competences.frameworks import CompetenceFramework, entries, frameworks
from planning.competences.workshop import LONGEST_VISION, Idea
from planning.core.notation import number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext

VISION, IDEAS, FRAMEWORK = "vision", "ideas", "framework"


def visions(frame: Frame) -> None:
    """The statements of the vision on education."""
    known = competences_view(frame).visions
    with st.container(border=True):
        st.subheader(_("What does your education stand for?"), anchor=False)
        st.markdown(_("Each core competence serves one or more of these statements."))
        for one in known:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"‘{plain(one.text)}’", width="content")
                if frame.person.may(Right.PLAN):
                    act_button(
                        VISION,
                        _("Remove"),
                        partial(_remove_vision, one.vision_id),
                        type="tertiary",
                        icon=":material/close:",
                        key=f"vision_gone_{one.vision_id}",
                    )
        if frame.person.may(Right.PLAN):
            statement = fields.text("text", _("Vision statement, in one sentence"), "", LONGEST_VISION)
            look = {"icon": ":material/add:", "key": "vision_add"}
            Form(VISION, (statement,), _add_vision, _("Add statement"), look=look, at_once=True).show_fields()
        show_outcome(VISION)


def _add_vision(person: Person, said: Values) -> Outcome:
    vision_id = change(workshop.save_vision, said["text"])(person)
    return _("The statement is added."), change(workshop.remove_vision, vision_id)


def _remove_vision(vision_id: int, person: Person) -> Outcome:
    gone = change(workshop.remove_vision, vision_id)(person)
    return _("The statement is removed."), change(workshop.save_vision, gone.text, gone.vision_id)


def ideas(frame: Frame) -> None:
    """Ideas in on the left, what there is on the right."""
    left, right = st.columns(2)
    with left:
        _add_card(frame)
        if frame.person.may(Right.PLAN):
            _framework_card()
    with right:
        _list_card(frame)


def _add_card(frame: Frame) -> None:
    with st.container(border=True):
        st.subheader(_("What must a teacher be able to do?"), anchor=False)
        if not frame.person.may(Right.PLAN):
            st.markdown(_("The group coordinator collects the ideas."))
            return
        idea = fields.lines(
            "text", _("One idea on every line; paste a whole list. Who said it is not kept."), height=180
        )
        look = {"icon": ":material/add:", "key": "ideas_add", "type": "primary"}
        Form(IDEAS, (idea,), _add_ideas, _("Add ideas"), look=look, at_once=True).show()


def _add_ideas(person: Person, said: Values) -> Outcome:
    added = change(workshop.add_ideas, said["text"])(person)
    text = ngettext("{n} idea is added.", "{n} ideas are added.", len(added)).format(n=number(len(added)))
    return text, change(workshop.remove_ideas, added)


def _list_card(frame: Frame) -> None:
    loose = [idea for idea in competences_view(frame).ideas if idea.competence is None]
    with st.container(border=True, height="stretch"):
        st.subheader(_("Loose ideas · {n}").format(n=number(len(loose))), anchor=False)
        if not loose:
            st.markdown(_("There are no loose ideas: every idea is part of a competence, or there is none yet."))
            return
        st.markdown("\n".join(f"- {plain(idea.text)}" for idea in loose))
        if frame.person.may(Right.PLAN):
            _remove_form(loose)


def _remove_form(loose: list[Idea]) -> None:
    texts = {idea.idea_id: idea.text for idea in loose}
    st.multiselect(
        _("Remove ideas"),
        list(texts),
        format_func=texts.__getitem__,
        placeholder=_("choose one or more"),
        key=key(IDEAS, "gone"),
    )
    if value(IDEAS, "gone"):
        act_button(IDEAS, _("Remove"), _remove_ideas, icon=":material/delete:", key="ideas_gone")


def _remove_ideas(person: Person) -> Outcome:
    gone = cast("list[int]", value(IDEAS, "gone") or [])
    change(workshop.remove_ideas, gone)(person)
    return ngettext("{n} idea is removed.", "{n} ideas are removed.", len(gone)).format(n=number(len(gone))), None


def _framework_card() -> None:
    with st.container(border=True):
        st.subheader(_("Or from a framework"), anchor=False)
        known = frameworks()
        chosen = known[
            str(
                st.selectbox(
                    _("Framework"), list(known), format_func=lambda code: known[code].title, key="framework_chosen"
                )
            )
        ]
        keys = fields.several(
            "keys",
            _("Competences"),
            [entry.key for entry in chosen.entries],
            named=entry_label,
            placeholder=_("choose one or more"),
        )
        look = {"icon": ":material/add:", "key": "framework_add"}
        label = _("Take into the workshop")
        form = Form(FRAMEWORK, (keys,), _add_from_framework, label, about=chosen.code, look=look, at_once=True)
        form.show_fields()
        st.caption(source_text(chosen))
        show_outcome(FRAMEWORK)


def entry_label(entry_key: str) -> str:
    """ "2.1 Leermateriaal kiezen"; with a mark where the source may say it otherwise."""
    entry = entries()[entry_key]
    return f"{entry.code} {entry.name()}{'' if entry.is_verified else '*'}"


def source_text(framework: CompetenceFramework) -> str:
    """Where a framework is from, under which licence, and how sure we are of it."""
    source = _("Source: [{title}]({address})").format(title=framework.title, address=framework.source)
    licence = framework.licence or _("only the titles are shown")
    parts = [source, licence]
    if framework.licence:
        parts.append(_("Dutch names are our own translation"))
    if not all(entry.is_verified for entry in framework.entries):
        parts.append(_("where there is a *, the source may use other words"))
    return " · ".join(parts)


def _add_from_framework(person: Person, said: Values) -> Outcome:
    added = change(workshop.add_from_framework, said["keys"])(person)

    def back(who: Person) -> None:
        for one in added:
            change(workshop.split, one.key)(who)

    text = ngettext(
        "{n} competence is taken into the workshop.", "{n} competences are taken into the workshop.", len(added)
    )
    return text.format(n=number(len(added))), back
