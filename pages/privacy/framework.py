"""IBP: the framework the board works with, the level and date it wants, and its norm list from Excel."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, key, overwrite_button, show_outcome
from pages.parts.frame import Frame, download, more, now, plain
from pages.parts.show import show_table
from pages.parts.waiting import WaitingFile, choose, forget, waiting
from pages.server.session import open_database
from planning.core.notation import day, number
from planning.core.refusal import Reason, Refused
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.privacy.facts import PrivacyView
from planning.privacy.frameworks import LEVELS, Norm, frameworks, own_norm
from planning.privacy.messages import level_name, problem, refusal
from planning.privacy.norms import LONGEST_CODE, LONGEST_TITLE, Ambition
from planning.privacy.service import (
    NormImport,
    add_norm,
    choose_framework,
    import_norms,
    remove_norm,
    set_ambition,
    undo_import,
)
from planning.workbooks.board_table import board_excel
from planning.workbooks.model import FileRefused

FRAMEWORK, AMBITION, LIST, NORM = "privacy_framework", "privacy_ambition", "privacy_list", "privacy_norm"
TYPES = ("xlsx", "xlsm", "xls", "ods", "csv")
MOST_SHOWN = 20
FIRST = 10


def framework_choice(frame: Frame, facts: PrivacyView) -> None:
    """Choose the framework the board works with; its lines that nobody saw say so."""
    mine = frame.person.may(Right.PRIVACY) or frame.person.may(Right.DECIDE)
    with st.container(border=True, height="stretch"):
        st.subheader(_("The framework"), anchor=False)
        chosen = facts.framework
        if chosen is not None:
            st.markdown(f"**{plain(chosen.name)}** · {_parts(facts)}")
            st.caption(plain(chosen.remark))
        if mine:
            known = frameworks()
            code = fields.choice(
                "code",
                _("Work with"),
                list(known),
                chosen and chosen.code,
                lambda code: known[code].name,
                placeholder=_("choose a framework"),
                missing="framework_missing",
            )
            look = {"key": "privacy_framework_keep"}
            Form(FRAMEWORK, (code,), _choose, _("Use this framework"), look=look, at_once=True).show_fields()
            st.caption(_("Scores of another framework stay: whoever returns to it finds them again."))
        show_outcome(FRAMEWORK)


def _parts(facts: PrivacyView) -> str:
    framework = facts.framework
    assert framework is not None
    stated = framework.stated_norms
    here = ngettext("{n} norm with its text", "{n} norms with their text", len(facts.norms)).format(
        n=number(len(facts.norms))
    )
    return here if stated is None else _("{norms} of {total}").format(norms=here, total=number(stated))


def _choose(person: Person, said: Values) -> Outcome:
    change(choose_framework, said["code"])(person)
    return _("You work with {framework}.").format(framework=frameworks()[said["code"]].name), None


def ambition_card(frame: Frame, facts: PrivacyView) -> None:
    """The level wanted and its date: the chair sets them, everybody reads them."""
    ambition = facts.ambition
    if ambition is None:
        return
    with st.container(border=True, height="stretch"):
        st.subheader(_("The level you want"), anchor=False)
        until = _("by {day}").format(day=day(ambition.deadline)) if ambition.deadline else _("no date set")
        st.markdown(f"**{level_name(ambition.target_level)}** · {until}")
        if frame.person.may(Right.DECIDE):
            level = fields.choice("target_level", _("Level of every norm"), LEVELS, ambition.target_level, level_name)
            deadline = fields.day("deadline", _("To be reached by"), ambition.deadline)
            Form(AMBITION, (level, deadline), partial(_set, ambition), _("Keep"), look={}).show_fields()
        else:
            st.caption(_("The chair sets the level and the date."))
        show_outcome(AMBITION)


def _set(before: Ambition, person: Person, said: Values) -> Outcome:
    change(set_ambition, said["target_level"], said["deadline"])(person)
    sentence = _("The board wants {level}.").format(level=level_name(said["target_level"]))
    return sentence, change(set_ambition, before.target_level, before.deadline)


def list_card(frame: Frame, facts: PrivacyView) -> None:
    """A norm list from Excel: first what was read and what is the matter with it, then one button."""
    framework = facts.framework
    if framework is None:
        return
    with st.container(border=True, height="stretch"):
        st.subheader(_("Norm list from Excel"), anchor=False)
        file = waiting(LIST, WaitingFile)
        if file is None:
            st.markdown(
                _(
                    "We need a code and a title for every norm; domain, level now and target level are read where they "
                    "are there. We show what we read before anything is kept."
                )
            )
            choose(LIST, _("Norm list"), TYPES)
        else:
            _decide(frame, file)
        download("privacy_norms", lambda: _template(frame, facts), f"normen-{framework.code}.xlsx")
        show_outcome(LIST)


def _decide(frame: Frame, file: WaitingFile) -> None:
    try:
        found = import_norms(frame.person, open_database(), now(), file.content, file.name, apply=False)
    except FileRefused as refused:
        st.markdown(_(":orange-badge[:material/block: not read] **{file}**").format(file=plain(file.name)))
        st.markdown(plain(refusal(refused)))
        st.button(_("Choose another file"), on_click=forget, args=(LIST,), icon=":material/upload_file:", key="list_o")
        return
    st.markdown(f":material/description: **{plain(file.name)}**  \n{_read_words(found)}")
    without = _preview(found)
    shown = found.found.problems[:MOST_SHOWN]
    if shown:
        text = ngettext(
            ":orange-badge[:material/block: left out] **{n} row stays out.** Correct it in the file and choose it "
            "again, or keep the rest.",
            ":orange-badge[:material/block: left out] **{n} rows stay out.** Correct them in the file and choose it "
            "again, or keep the rest.",
            len(found.found.problems),
        )
        st.markdown(text.format(n=number(len(found.found.problems))))
        st.markdown("\n".join(f"- {plain(problem(row))}" for row in shown))
        if len(found.found.problems) > MOST_SHOWN:
            st.caption(_("and {n} more").format(n=number(len(found.found.problems) - MOST_SHOWN)))
    with st.container(horizontal=True):
        if found.can_be_applied:
            look = {"type": "primary", "icon": ":material/check:", "key": "privacy_list_apply"}
            overwrite_button(LIST, _("Keep these norms"), partial(_apply, without), **look)
        st.button(_("Choose another file"), on_click=forget, args=(LIST,), type="tertiary", key="list_other")


def _preview(found: NormImport) -> tuple[str, ...]:
    """What was read, row by row, and the codes that the person leaves out."""
    norms, levels = found.found.norms, found.found.levels
    known = {norm.code: norm for norm in found.before}
    is_open = len(norms) <= FIRST or more(
        "norm_preview",
        closed=_("Show all {n}").format(n=number(len(norms))),
        opened=_("Show the first {n}").format(n=number(FIRST)),
        icon=":material/unfold_more:",
    )
    rows = [
        {
            _("Code"): plain(norm.code),
            _("Norm"): plain(norm.name),
            _("Maturity level"): level_name(levels[norm.code]) if norm.code in levels else "–",
            _("Target level"): number(norm.target) if norm.target else "–",
            _("List"): _("new") if norm.code not in known else _("same") if known[norm.code] == norm else _("changed"),
        }
        for norm in norms
    ]
    show_table(rows if is_open else rows[:FIRST], _("Norms in the file"), whole=lambda: rows)
    names = {norm.code: norm.name for norm in norms}
    left_out = st.multiselect(
        _("Leave out"),
        list(names),
        format_func=lambda code: f"{code} · {names[code]}",
        placeholder=_("nothing: all come in"),
        key=key(LIST, "without"),
    )
    return tuple(left_out)


def _read_words(found: NormImport) -> str:
    n = len(found.found.norms)
    text = ngettext("We read **{n} norm**.", "We read **{n} norms**.", n).format(n=number(n))
    if found.stated_security is not None and found.stated_privacy is not None:
        text += " " + _(
            "Security: {security} of {of_security}. Privacy: {privacy} of {of_privacy}. "
            "The totals are those of the publisher; another number is no reason to refuse."
        ).format(
            security=number(found.security),
            of_security=number(found.stated_security),
            privacy=number(found.privacy),
            of_privacy=number(found.stated_privacy),
        )
    if found.judged:
        text += " " + ngettext(
            "**{n} level** comes in as a judgement of today.",
            "**{n} levels** come in as judgements of today.",
            found.judged,
        ).format(n=number(found.judged))
    if n and not found.can_be_applied:
        text += " " + _("All of it is known already: nothing changes.")
    return text


def _apply(without: tuple[str, ...], person: Person) -> Outcome:
    file = waiting(LIST, WaitingFile)
    if file is None:  # a second click
        raise Refused(Reason("file_gone"))
    found = change(import_norms, file.content, file.name, apply=True, without=without)(person)
    forget(LIST)
    text = ngettext("{n} norm is kept.", "{n} norms are kept.", found.changed).format(n=number(found.changed))
    if found.judged:
        judged = ngettext("{n} judgement", "{n} judgements", found.judged).format(n=number(found.judged))
        text = _("{kept} With it came {judgements}.").format(kept=text, judgements=judged)
    return text, change(undo_import, found)


def _template(frame: Frame, facts: PrivacyView) -> bytes:
    framework = facts.framework
    assert framework is not None
    scores = facts.scores_on(frame.as_of)
    rows = [
        {
            _("Code"): norm.code,
            _("Domain"): norm.domain,
            _("Title"): norm.name,
            _("Maturity level"): scores[norm.code].level if norm.code in scores else None,
            _("Target level"): norm.target,
        }
        for norm in facts.norms
    ]
    domains = ", ".join(f"{domain.code} {domain.name}" for domain in framework.domains)
    return board_excel(
        frame.board,
        frame.as_of,
        pd.DataFrame(rows, columns=[_("Code"), _("Domain"), _("Title"), _("Maturity level"), _("Target level")]),
        framework.name,
        sheet=_("Norms"),
        about=[_("Domains: {domains}.").format(domains=domains)],
    )


def own_norm_card(facts: PrivacyView) -> None:
    """Add one norm by hand, or say one in the board's own words."""
    framework = facts.framework
    if framework is None:
        return
    domains = {domain.code: domain.name for domain in framework.domains}
    with st.container(border=True, height="stretch"):
        st.subheader(_("One norm by hand"), anchor=False)
        Form(
            NORM,
            (
                fields.choice("domain", _("Domain"), list(domains), None, lambda code: f"{code} · {domains[code]}"),
                fields.text("code", _("Code"), "", LONGEST_CODE, placeholder="CO.02"),
                fields.text("title", _("Title"), "", LONGEST_TITLE),
            ),
            _add,
            _("Add the norm"),
            look={},
        ).show()
        own = {norm.code: norm for norm in facts.norms if norm.code in facts.own_codes}
        if own:
            _take_away(own)


def _take_away(own: Mapping[str, Norm]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        code = st.selectbox(
            _("Of your own list"),
            list(own),
            format_func=lambda code: f"{code} · {own[code].name}",
            key=key(NORM, "own"),
        )
        look = {"type": "tertiary", "icon": ":material/delete:", "key": "privacy_norm_away"}
        overwrite_button(NORM, _("Take away"), partial(_remove, own[code]), **look)
    st.caption(_("Its judgements stay: whoever adds the norm again finds them back."))


def _remove(norm: Norm, person: Person) -> Outcome:
    change(remove_norm, norm.code)(person)
    return _("Norm {code} is taken out of your list.").format(code=norm.code), change(add_norm, norm)


def _add(person: Person, said: Values) -> Outcome:
    norm = own_norm(said["code"].upper(), said["domain"], said["title"])
    change(add_norm, norm)(person)
    return _("Norm {code} is added.").format(code=norm.code), change(remove_norm, norm.code)
