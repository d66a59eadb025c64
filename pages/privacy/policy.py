"""IBP, part four: the policy, its versions and what was decided about them."""

from datetime import date
from functools import partial

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, answer, more, plain
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from pages.privacy import charts
from pages.privacy.data import privacy_view
from planning.core.notation import day, number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.privacy.facts import PrivacyView
from planning.privacy.policy import LONGEST_TEXT, LONGEST_TITLE, PolicyVersion, is_due_for_review, versions_on
from planning.privacy.policy_service import adopt_policy, record_consent, save_policy
from planning.privacy.sentences import policy_words

PLACE, ADOPT, CONSENT = "privacy_policy", "privacy_adopt", "privacy_consent"
STAGES = {"draft": ("gray", "○"), "adopted": ("yellow", "◐"), "consent": ("yellow", "◐"), "in_force": ("green", "●")}


def show(frame: Frame) -> None:
    """The policy in time, its versions, and for whoever may the decisions and a version to prepare."""
    facts = privacy_view(frame)
    versions = versions_on(facts.policy, frame.as_of)
    answer(f"**{policy_words(versions, frame.as_of)}**")
    if versions:
        _time_card(frame, facts, versions)
    left, right = st.columns([1.25, 1])
    with left:
        _versions_card(frame, versions)
        if versions:
            _decisions(frame, versions[0])
    with right:
        if frame.person.may(Right.PRIVACY):
            _form(frame, versions)


def _time_card(frame: Frame, facts: PrivacyView, versions: tuple[PolicyVersion, ...]) -> None:
    events = policy_events(versions, facts, frame.as_of)
    with st.container(border=True):
        st.subheader(_("The policy in time"), anchor=False)
        st.plotly_chart(
            frame.chart("privacy_policy", lambda: charts.policy_line(events, frame.as_of, frame.theme)),
            theme=None,
            config=CONFIG,
            key="privacy_policy_line",
            alt=_("Timeline of the policy: {events}").format(
                events="; ".join(f"{day(when)} {text}" for when, text, _done in events)
            ),
        )
        if more("privacy_policy", closed=_("Show as table"), opened=_("Hide table"), icon=":material/table:"):
            rows = [
                {_("Date"): day(when), _("What"): text, _("Happened"): _("yes") if done else _("not yet")}
                for when, text, done in sorted(events)
            ]
            show_table(rows, _("The policy in time"))


def policy_events(versions: tuple[PolicyVersion, ...], facts: PrivacyView, as_of: date) -> list[tuple[date, str, bool]]:
    """Day, what, and whether it has happened: of every version, and the date the board wants to be there."""
    events: list[tuple[date, str, bool]] = []
    for version in versions:
        mark = _("version {n}").format(n=number(version.number))
        events.append((version.drafted_on, _("{version} ready").format(version=mark), True))
        if version.adopted_on is None and version.planned_on:
            events.append((version.planned_on, _("adoption planned"), False))
        if version.adopted_on:
            events.append(
                (version.adopted_on, _("{version} adopted").format(version=mark), version.adopted_on <= as_of)
            )
        if version.consent_on:
            events.append((version.consent_on, _("consent of the GMR"), version.consent_on <= as_of))
    if versions and versions[0].review_on:
        events.append((versions[0].review_on, _("looked at again"), versions[0].review_on <= as_of))
    if facts.ambition and facts.ambition.deadline and abs((facts.ambition.deadline - as_of).days) < 400:
        events.append((facts.ambition.deadline, _("target date"), facts.ambition.deadline <= as_of))
    return sorted(events, key=lambda event: event[0])


def _versions_card(frame: Frame, versions: tuple[PolicyVersion, ...]) -> None:
    with st.container(border=True):
        st.subheader(_("The versions"), anchor=False)
        if not versions:
            st.markdown(
                _(
                    "There is one policy for the whole board. The privacy officer prepares it, the board adopts it "
                    "and the GMR consents."
                )
            )
        for version in versions:
            colour, sign = STAGES[version.stage(frame.as_of)]
            badge = f":{colour}-badge[{sign} {stage_word(version.stage(frame.as_of))}]"
            mark = _("version {n}").format(n=number(version.number))
            st.markdown(f"**{plain(version.title)}** · {mark} {badge}")
            if version.text:
                st.markdown(plain(version.text).replace("\n", "  \n"))
            lines = [_("prepared {day}").format(day=day(version.drafted_on))]
            if version.adopted_on and version.adopted_on <= frame.as_of:
                lines.append(_("adopted {day}").format(day=day(version.adopted_on)))
            if version.consent_on and version.consent_on <= frame.as_of:
                lines.append(_("GMR {day}").format(day=day(version.consent_on)))
            if version.review_on:
                lines.append(_("looked at again {day}").format(day=day(version.review_on)))
            if version.reference:
                lines.append(plain(version.reference))
            st.caption(" · ".join(lines))
            if version.changed:
                st.caption(_("What changed: {text}").format(text=plain(version.changed)))
            if is_due_for_review(version, frame.as_of) and version is versions[0]:
                st.markdown(":orange-badge[:material/history: " + _("time to look at it again") + "]")


def stage_word(stage: str) -> str:
    """How far a version is, in a word or two."""
    return {
        "draft": _("draft"),
        "adopted": _("adopted, GMR to come"),
        "consent": _("consent, adoption to come"),
        "in_force": _("adopted with consent"),
    }[stage]


def _decisions(frame: Frame, version: PolicyVersion) -> None:
    """Adoption by the board and consent of the GMR of the newest version, each by whoever records it."""
    adopts = frame.person.may(Right.DECIDE)
    records = adopts or frame.person.may(Right.PRIVACY)
    if not records:
        return
    with st.container(border=True):
        st.subheader(_("Decisions on version {n}").format(n=number(version.number)), anchor=False)
        if adopts:
            _decision(frame, ADOPT, _("Adopted by the board on"), version, version.adopted_on)
        _decision(frame, CONSENT, _("The GMR consented on"), version, version.consent_on)
        show_outcome(ADOPT)
        show_outcome(CONSENT)


def _decision(frame: Frame, place: str, label: str, version: PolicyVersion, decided_on: date | None) -> None:
    if decided_on is not None:
        st.markdown(f":green-badge[:material/check: {label} {day(decided_on)}]")
        return
    Form(
        place,
        (fields.day("decided_on", label, frame.as_of, missing="decision_without_day"),),
        partial(_decided, place, version.number),
        _("Keep"),
        look={"key": f"{place}_keep"},
    ).show_fields()


def _decided(place: str, version: int, person: Person, said: Values) -> Outcome:
    decide = adopt_policy if place == ADOPT else record_consent
    change(decide, version, said["decided_on"])(person)
    text = _("Adoption of version {n} is kept.") if place == ADOPT else _("Consent on version {n} is kept.")
    return text.format(n=number(version)), change(decide, version, None)


def _form(frame: Frame, versions: tuple[PolicyVersion, ...]) -> None:
    """Prepare a version: the newest while it is a draft, else a new one."""
    newest = versions[0] if versions else None
    draft = newest if newest is not None and newest.adopted_on is None else None
    start = draft or PolicyVersion(0, newest.title if newest else "", "", "", "", frame.as_of)
    with st.container(border=True):
        title = _("Change the draft") if draft else _("A new version")
        st.subheader(title, anchor=False)
        where = _("an address, or the name of the file")
        Form(
            PLACE,
            (
                fields.text("title", _("Title"), start.title, LONGEST_TITLE),
                fields.lines("text", _("The policy in short"), start.text, LONGEST_TEXT),
                fields.text("reference", _("Where the document is"), start.reference, placeholder=where),
                fields.text("changed", _("What changed"), start.changed),
                fields.day("drafted_on", _("Ready on"), start.drafted_on, missing="policy_without_day"),
                fields.beside(
                    fields.day("planned_on", _("Adoption planned on"), start.planned_on),
                    fields.day("review_on", _("To be looked at again on"), start.review_on),
                ),
            ),
            partial(_save, start.number),
            _("Keep the draft"),
            about=start.number,
        ).show()


def _save(version: int, person: Person, said: Values) -> Outcome:
    kept = change(save_policy, PolicyVersion(version, **said))(person)
    return _("Version {n} of the policy is kept.").format(n=number(kept)), None
