"""IBP, part two: one norm at a time, its level and what shows it, beside the list of its domain."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, answer, more, plain
from pages.parts.show import show_table
from pages.privacy.data import privacy_view
from pages.privacy.framework import ambition_card, framework_choice, list_card, own_norm_card
from pages.privacy.words import evidence_text, evidence_words, source_words
from planning.core.notation import day
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.privacy.facts import PrivacyView
from planning.privacy.frameworks import LEVELS, Norm, level_names
from planning.privacy.messages import level_name
from planning.privacy.norms import LONGEST_EVIDENCE, LONGEST_OWNER, Score, wanted
from planning.privacy.sentences import maturity_answer
from planning.privacy.service import judge

PLACE = "privacy_score"
DOMAIN, NORM = "privacy_domain", "privacy_norm_code"


def show(frame: Frame) -> None:
    """The norms of a domain with their levels; one of them to judge."""
    facts = privacy_view(frame)
    found = facts.maturity(frame.as_of)
    if found is None or facts.framework is None:
        answer(_("**The board has not chosen a framework yet.**"))
        framework_choice(frame, facts)
        return
    answer(maturity_answer(found))
    names = {row.domain.code: row.domain.name for row in found.domains}
    left, right = st.columns([1.25, 1])
    with left:
        listed = st.container(border=True, height="stretch")
    with listed:
        st.subheader(_("The norms"), anchor=False)
        domain = st.selectbox(_("Domain"), list(names), format_func=lambda code: f"{code} · {names[code]}", key=DOMAIN)
        norms = {norm.code: norm for norm in facts.norms if norm.domain == domain}
        show_table([_row(norm, facts, frame) for norm in norms.values()], _("The norms"))
        shipped = facts.framework.domain(domain)
        if shipped is not None:
            st.markdown(_("The domain:") + " " + source_words(shipped.status, shipped.source))
    with right, st.container(border=True, height="stretch"):
        code = st.selectbox(
            _("Norm"), list(norms), format_func=lambda code: f"{code} · {norms[code].name}", key=f"{NORM}_{domain}"
        )
        _norm(frame, facts, norms[code])
    with listed:
        _history(frame, facts, code)
    if more("norm_list", closed=_("Framework and norm list"), opened=_("Close"), icon=":material/rule_settings:"):
        _settings(frame, facts)


def _settings(frame: Frame, facts: PrivacyView) -> None:
    """The framework, the level wanted, and for the privacy officer the norm list: each for whoever may."""
    cards: list[Callable[[], None]] = [lambda: ambition_card(frame, facts)]
    if frame.person.may(Right.PRIVACY):
        cards = [lambda: list_card(frame, facts), lambda: own_norm_card(facts), *cards]
    if frame.person.may(Right.PRIVACY) or frame.person.may(Right.DECIDE):
        cards.append(lambda: framework_choice(frame, facts))
    for pair in (cards[:2], cards[2:]):
        for column, card in zip(st.columns(2), pair, strict=False):
            with column:
                card()


def _row(norm: Norm, facts: PrivacyView, frame: Frame) -> dict[str, str]:
    ambition = facts.ambition
    assert ambition is not None
    score = facts.scores_on(frame.as_of).get(norm.code)
    target = wanted(norm, ambition.target_level)
    return {
        _("Code"): plain(norm.code),
        _("Norm"): plain(norm.name),
        _("Maturity level"): _level(score, target),
        **({} if frame.theme.compact else {_("Judged on"): day(score.scored_on) if score else "–"}),
    }


def _level(score: Score | None, target: int) -> str:
    if score is None:
        return ":gray-badge[○ " + _("not judged yet") + "]"
    if score.level >= target:
        return f":green-badge[● {level_name(score.level)}]"
    return f":orange-badge[▶ {level_name(score.level)}]"


def _norm(frame: Frame, facts: PrivacyView, norm: Norm) -> None:
    """One norm: what it asks, where that comes from, its level now, and the form to judge it."""
    score = facts.scores_on(frame.as_of).get(norm.code)
    st.markdown(f"**{plain(norm.name)}**  \n{source_words(norm.status, norm.source)}")
    domain = facts.framework.domain(norm.domain) if facts.framework else None
    if domain is not None and domain.evidence:
        st.markdown(":blue-badge[:material/devices: " + _("own evidence") + "]")
        st.markdown(evidence_words(facts.evidence(frame.as_of)))
    if frame.person.may(Right.PRIVACY):
        _form(frame, facts, norm, score)
    elif score is not None:
        st.markdown(f"{level_name(score.level)} · {plain(score.owner) or '–'}")
        st.markdown(plain(score.evidence) or _("No evidence is named yet."))
    else:
        st.markdown(_("This norm is not judged yet. The privacy officer does that."))
    show_outcome(PLACE)


def _history(frame: Frame, facts: PrivacyView, code: str) -> None:
    history = [line for line in facts.scores if line.code == code and line.scored_on <= frame.as_of]
    if not history:
        return
    st.caption(_("History of {code}").format(code=plain(code)))
    for line in reversed(history):
        evidence = f" · {plain(line.evidence)}" if line.evidence else ""
        st.markdown(
            f"**{day(line.scored_on)}** · {level_name(line.level)}{evidence}  \n:small[{plain(line.entered_by)}]"
        )


def _form(frame: Frame, facts: PrivacyView, norm: Norm, score: Score | None) -> None:
    domain = facts.framework.domain(norm.domain) if facts.framework else None
    levels, hint = level_names(), _("What shows this level? Name the document or the list and where it is.")
    form = Form(
        PLACE,
        (
            fields.segments(
                "level",
                _("Maturity level"),
                LEVELS,
                score.level if score else None,
                lambda level: f"{level} {levels[level].name}",
                missing="score_incomplete",
            ),
            fields.lines("evidence", _("Evidence"), "", LONGEST_EVIDENCE, height=90, placeholder=hint),
            fields.text(
                "owner",
                _("Owner"),
                score.owner if score else "",
                LONGEST_OWNER,
                placeholder=_("a role, such as privacy officer"),
            ),
            fields.day("scored_on", _("Judged on"), frame.as_of, missing="score_incomplete"),
        ),
        partial(_judge, norm.code),
        _("Keep the judgement"),
        about=norm.code,
        look={"type": "primary", "icon": ":material/check:"},
    )
    evidence_key = form.key("evidence")
    if domain is not None and domain.evidence:
        st.button(
            _("Take over as evidence"),
            key=f"take_evidence_{norm.code}",
            type="tertiary",
            icon=":material/add_notes:",
            on_click=_take_over,
            args=(evidence_key, evidence_text(facts.evidence(frame.as_of))),
        )
    if evidence_key not in st.session_state:  # what is known stands in the session, where evidence is added to it
        st.session_state[evidence_key] = score.evidence if score else ""
    form.show_fields()


def _take_over(evidence_key: str, text: str) -> None:
    before = str(st.session_state.get(evidence_key) or "").strip()
    st.session_state[evidence_key] = f"{before}\n{text}".strip()


def _judge(code: str, person: Person, said: Values) -> Outcome:
    change(judge, Score(code, **said))(person)
    return _("{code} stands at {level}.").format(code=code, level=level_name(said["level"])), None
