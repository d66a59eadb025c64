"""Competenties: what must teachers be able to do for the vision on education, and how far are we?"""

import streamlit as st

from pages.competences import offers, picture, scan, workshop
from pages.competences.data import competences_view
from pages.competences.place import COMPETENCES
from pages.competences.words import largest, too_small
from pages.parts import waiting
from pages.parts.frame import Frame, answer, heading, surroundings
from pages.parts.metrics import plain_metric
from pages.parts.refusals import guard
from pages.parts.sections import ADDRESS, Section, show_section
from planning.competences.picture import CompetenceSet, Picture, largest_gap
from planning.competences.service import CompetencesProgress, progress_of
from planning.core.notation import day, number, percent
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext


def sections() -> dict[str, Section]:
    """The parts of the page, by their key in the address, which stays Dutch in every language."""
    return {
        "beeld": Section(_("Picture"), "grid_on", (Right.READ,), picture_section),
        "werkplaats": Section(_("Workshop"), "lightbulb", (Right.PLAN, Right.DECIDE), workshop.show),
        "zelfscan": Section(_("Self-scan"), "checklist", (Right.READ,), scan.show),
        "scholing": Section(_("Training"), "cast_for_education", (Right.READ,), offers.show),
    }


def answer_of(frame: Frame, adopted: CompetenceSet | None, found: Picture) -> str:
    """The one sentence of this page."""
    if adopted is None:
        return _("**Here you see what teachers must be able to do for the vision, and how far every school is.**")
    gaps = found.gaps()
    told = largest(gaps, one_school=len(found.schools) == 1)
    if told:
        return told
    when = ngettext(
        "**{n} core competence was adopted on {day}.**",
        "**{n} core competences were adopted on {day}.**",
        len(adopted.members),
    ).format(n=number(len(adopted.members)), day=day(adopted.adopted_on))
    if any(gap.too_small for gap in gaps):
        return when + " " + too_small()
    return when + " " + _("No self-scan has come in yet.")


def metrics(adopted: CompetenceSet, found: Picture, progress: CompetencesProgress) -> None:
    """Set, scans, at the wanted level, largest gap."""
    worst = largest_gap(found.gaps())
    with st.grid(4, min_column_width=150):
        plain_metric(
            _("Core competences"), number(progress.competences), _("since {day}").format(day=day(adopted.adopted_on))
        )
        plain_metric(
            _("Self-scans"),
            _("{n} of {total}").format(n=number(progress.schools_scanned), total=number(progress.schools)),
            _("schools in {year}").format(year=progress.as_of.year),
        )
        share = progress.share_at_wanted
        plain_metric(
            _("At wanted level"),
            "–" if share is None else percent(share),
            ngettext("of {n} level", "of {n} levels", progress.pairs_shown).format(n=number(progress.pairs_shown)),
        )
        plain_metric(
            _("Largest gap"),
            "–" if worst is None or worst.gap is None else number(worst.gap, 1),
            _("of a level") if worst else None,
        )


def picture_section(frame: Frame) -> None:
    """The answer and the picture on the reference date."""
    known = competences_view(frame)
    adopted, found = known.set_on(frame.as_of), known.picture(frame.as_of)
    if adopted is None:
        st.markdown(
            _(
                "For that three things are needed: core competences from a workshop or a framework, a wanted level for "
                "each, and a self-scan of every school. The group coordinator prepares them; the chair adopts them."
            )
        )
        if frame.person.may(Right.PLAN):
            st.button(
                _("Begin with the workshop"),
                icon=":material/arrow_forward:",
                key="begin_workshop",
                on_click=lambda: st.query_params.update({ADDRESS: "werkplaats"}),
            )
        return
    metrics(adopted, found, progress_of(known, frame.as_of))
    picture.show(frame, adopted, found)


def show(frame: Frame) -> None:
    """The page of whoever may read it."""
    heading(frame, _("Competences"))
    known = competences_view(frame)
    answer(answer_of(frame, known.set_on(frame.as_of), known.picture(frame.as_of)))
    show_section(
        frame,
        sections(),
        key="competences_section",
        label=_("Part of the competences"),
        on_leave=waiting.forget_all,
    )


guard(COMPETENCES)
show(surroundings())
