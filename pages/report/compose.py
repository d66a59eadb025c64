"""Rapport, above: for whom, what, in which words; and how far a report is that is being made."""

from datetime import timedelta
from typing import Final

import streamlit as st

from pages.parts import fields
from pages.parts.fields import Field, FieldRow
from pages.parts.forms import Form, Outcome, Values, change, show_refused
from pages.parts.frame import Frame, plain
from pages.parts.state import hindsight
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
)
from planning.report.making import Making, Step, let_go, make, makings_of
from planning.report.model import Audience, SectionKey

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


def compose_card(frame: Frame) -> None:
    """The form, and below it what is being made."""
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
        _form(frame, Audience(audience)).show_fields()
        show_refused(PLACE)
        if makings_of(frame.person):
            _progress(frame.person)


def _form(frame: Frame, audience: Audience) -> Form:
    offered = SECTIONS_OF[audience]
    names = {school.school_id: school.name for school in frame.schools}
    schools = fields.several(
        "schools",
        _("School") if audience is Audience.SCHOOL else _("Schools in the tables"),
        list(names),
        (),
        lambda key: names[key],
        placeholder=_("choose a school") if audience is Audience.SCHOOL else _("all schools"),
        help=None if audience is Audience.SCHOOL else _("Figures of the group stay those of all its schools."),
    )
    parts: tuple[Field | FieldRow, ...] = (
        fields.several(
            "sections", _("What is in it"), list(offered), offered, lambda key: _(SECTION_NAMES[SectionKey(key)])
        ),
        fields.beside(
            schools,
            fields.choice(
                "language",
                _("Language of the report"),
                list(LANGUAGES),
                language(),
                lambda code: {"nl": _("Dutch"), "en": _("English")}[code],
            ),
            widths=(2.2, 1),
        ),
        fields.lines(
            "foreword",
            _("Your own foreword"),
            longest=LONGEST_FOREWORD,
            height=110,
            placeholder=_("What do you want to say before the figures?"),
        ),
        fields.lines(
            "decisions",
            _("Decisions you ask, one a line"),
            longest=MOST_DECISIONS * LONGEST_DECISION,
            height=80,
            placeholder=_("What waits for a decision by the figures is added by itself."),
        ),
    )
    as_of, at = frame.as_of, hindsight()

    def save(person: Person, said: Values) -> Outcome:
        decisions = tuple(line.strip() for line in said["decisions"].split("\n") if line.strip())
        choice = ReportChoice(
            audience, said["sections"], said["schools"], said["foreword"], decisions, said["language"]
        )
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


@st.fragment(run_every=_LOOKED_AT)
def _progress(person: Person) -> None:
    """How far every report is that this person asked for; the page is drawn anew once one is ready."""
    for making in makings_of(person):
        if making.step is Step.READY:
            let_go(making)
            st.toast(_("The report is ready: it stands below."), icon=":material/check:")
            st.rerun()
        elif making.is_over:
            _refused(making)
        else:
            st.progress(making.share, text=_STEPS[making.step]())
            st.button(_("Stop"), key=f"report_stop_{id(making)}", type="tertiary", on_click=let_go, args=(making,))


def _refused(making: Making) -> None:
    badge = _(":orange-badge[:material/block: not kept]")
    for reason in making.reasons:
        st.markdown(f"{badge} {plain(sentence(reason))}")
    st.button(_("Close"), key=f"report_close_{id(making)}", type="tertiary", on_click=let_go, args=(making,))
