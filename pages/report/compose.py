"""Rapport, above: for whom, what, in which words; and how far a report is that is being made."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

import streamlit as st

from pages.parts import fields
from pages.parts.fields import Field, FieldRow
from pages.parts.forms import Form, Outcome, Values, change, show_refused
from pages.parts.frame import Frame, plain
from pages.parts.state import hindsight
from pages.report.asked import reports_and_makings
from pages.server.away import fragment
from pages.server.session import open_database
from planning.core.refusal import refuse
from planning.core.rights import Person
from planning.core.translation import LANGUAGES, language
from planning.core.translation import gettext as _
from planning.refusals import sentence
from planning.report.choice import (
    AUDIENCE_NAMES,
    LONGEST_DECISION,
    LONGEST_FOREWORD,
    MOST_DECISIONS,
    SECTION_NAMES,
    SECTIONS_OF,
    ReportChoice,
    choice_reasons,
    default_choice,
)
from planning.report.making import Making, Step, let_go, make, makings_of
from planning.report.model import Audience, SectionKey
from planning.report.service import ReportVersion

PLACE: Final = "report"
_LOOKED_AT: Final = timedelta(milliseconds=600)
_STEPS: Final = {
    Step.WAITING: lambda: _("Waiting for another report…"),
    Step.READING: lambda: _("Gathering the figures…"),
    Step.PDF: lambda: _("Setting the pages…"),
    Step.XLSX: lambda: _("Writing the workbook…"),
    Step.PPTX: lambda: _("Drawing the slides…"),
    Step.KEEPING: lambda: _("Keeping the report…"),
}


def compose_card(frame: Frame, found: Sequence[ReportVersion]) -> None:
    """The form, as it was filled in last, and below it what is being made; `found` are the reports there are."""
    with st.container(border=True):
        st.subheader(_("Compose a report"), anchor=False)
        audience = st.segmented_control(
            _("For whom"),
            list(Audience),
            default=Audience.SUPERVISORS,
            format_func=lambda one: _("GMR") if one is Audience.COUNCIL else _(AUDIENCE_NAMES[one]),
            key="report_audience",
            required=True,
        )
        _form(frame, _last(frame, Audience(audience), found)).show_fields()
        show_refused(PLACE)
        if _under_way(frame):
            _progress(frame.person)


def _under_way(frame: Frame) -> tuple[Making, ...]:
    return reports_and_makings(frame.person)[1]


def _last(frame: Frame, audience: Audience, found: Sequence[ReportVersion]) -> ReportChoice:
    """What was chosen last for an audience; a foreword and decisions are of the report that is being made only."""
    for making in reversed(_under_way(frame)):
        if making.choice.audience is audience:
            return making.choice
    kept = next((one.choice for one in found if one.choice.audience is audience), None)
    return default_choice(audience, language()) if kept is None else replace(kept, foreword="", decisions=())


def _form(frame: Frame, known: ReportChoice) -> Form:
    audience = known.audience
    offered = SECTIONS_OF[audience]
    names = {school.school_id: school.name for school in frame.schools}
    schools = fields.several(
        "schools",
        _("School") if audience is Audience.SCHOOL else _("Schools in the tables"),
        list(names),
        known.schools,
        lambda key: names[key],
        placeholder=_("choose a school") if audience is Audience.SCHOOL else _("all schools"),
        help=None if audience is Audience.SCHOOL else _("Figures of the group stay those of all its schools."),
    )
    parts: tuple[Field | FieldRow, ...] = (
        fields.several(
            "sections", _("What is in it"), list(offered), known.sections, lambda key: _(SECTION_NAMES[SectionKey(key)])
        ),
        fields.beside(
            schools,
            fields.choice(
                "language",
                _("Language of the report"),
                list(LANGUAGES),
                known.language,
                lambda code: {"nl": _("Dutch"), "en": _("English")}[code],
            ),
            widths=(2.2, 1),
        ),
        fields.lines(
            "foreword",
            _("Your own foreword"),
            known.foreword,
            longest=LONGEST_FOREWORD,
            height=110,
            placeholder=_("What do you want to say before the figures?"),
        ),
    )
    if SectionKey.DECISIONS in offered:
        asked = fields.lines(
            "decisions",
            _("Decisions you ask for, one per line"),
            "\n".join(known.decisions),
            longest=MOST_DECISIONS * LONGEST_DECISION,
            height=80,
            placeholder=_("What waits for a decision by the figures is added by itself."),
        )
        parts = (*parts, asked)
    as_of, at = frame.as_of, hindsight()

    def save(person: Person, said: Values) -> Outcome:
        decisions = tuple(line.strip() for line in said.get("decisions", "").split("\n") if line.strip())
        choice = ReportChoice(
            audience, said["sections"], said["schools"], said["foreword"], decisions, said["language"]
        )
        refuse(choice_reasons(choice, names))  # at once, at the field it is about
        change(make, as_of=as_of, choice=choice, hindsight=at)(person)
        return "", None

    return Form(
        PLACE,
        parts,
        save,
        _("Make the report"),
        about=audience.value,
        look={"type": "primary", "icon": ":material/summarize:"},
    )


@fragment(_LOOKED_AT)
def _progress(person: Person) -> None:
    """How far every report is that this person asked for; the page is drawn anew once one is ready."""
    for making in makings_of(person, open_database()):
        if making.step is Step.READY:
            let_go(person, open_database(), making.task_id)
            st.toast(_("The report is ready: it stands below."), icon=":material/check:")
            st.rerun()
        elif making.is_over:
            _refused(person, making)
        else:
            st.progress(making.share, text=_STEPS[making.step]())
            _let_go_button(person, making, _("Stop"))


def _refused(person: Person, making: Making) -> None:
    badge = _(":orange-badge[:material/block: not kept]")
    for reason in making.reasons:
        st.markdown(f"{badge} {plain(sentence(reason))}")
    _let_go_button(person, making, _("Close"))


def _let_go_button(person: Person, making: Making, label: str) -> None:
    of_this = (person, open_database(), making.task_id)
    st.button(label, key=f"report_let_go_{making.task_id}", type="tertiary", on_click=let_go, args=of_this)
