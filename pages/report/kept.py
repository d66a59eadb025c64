"""Rapport, below: the reports that were made, each with its three files."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from pages.parts.forms import Outcome, act_button, change, overwrite_button, show_outcome
from pages.parts.frame import Frame, plain
from pages.server.session import open_database
from planning.core.notation import day, moment, number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.report.making import FILE_TYPES
from planning.report.model import Audience
from planning.report.service import (
    KEPT,
    ReportVersion,
    put_back_report,
    remove_report,
    report_file,
    share_report,
)

PLACE: Final = "report_kept"
_FIRST: Final = 6
_ICONS: Final = {"pdf": "picture_as_pdf", "xlsx": "table_view", "pptx": "slideshow"}
_SHORT: Final = {Audience.SUPERVISORS: "rvt", Audience.COUNCIL: "gmr", Audience.SCHOOL: "school"}


def show_kept(frame: Frame, found: tuple[ReportVersion, ...]) -> None:
    """Report by report; the newest at once."""
    show_outcome(PLACE)
    for one in found[:_FIRST]:
        _card(frame, one)
    if rest := found[_FIRST:]:
        label = ngettext("{n} older report", "{n} older reports", len(rest)).format(n=number(len(rest)))
        with st.expander(label, icon=":material/history:"):
            for one in rest:
                _card(frame, one)
    if found and frame.person.may(Right.PLAN):
        st.caption(_("The last {n} reports are kept as they were handed out; shared ones stay.").format(n=number(KEPT)))


def _card(frame: Frame, one: ReportVersion) -> None:
    with st.container(border=True):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            badge = " :green-badge[:material/visibility: " + _("shared with readers") + "]" if one.is_shared else ""
            about = _("{audience} · figures of {day}").format(audience=plain(one.audience_name), day=day(one.as_of))
            made = _("made on {moment} by {name}").format(moment=moment(one.made_at), name=plain(one.made_by))
            st.markdown(f"**{plain(one.title)}**{badge}  \n{about}  \n:small[:gray[{made}]]", width="content")
            with st.container(horizontal=True, width="content"):
                for kind, label in (("pdf", _("PDF")), ("xlsx", _("Excel")), ("pptx", _("PowerPoint"))):
                    st.download_button(
                        label,
                        _file(frame.person, one, kind),
                        _name(one, kind),
                        FILE_TYPES[kind],
                        key=f"report_{kind}_{one.number}",
                        icon=f":material/{_ICONS[kind]}:",
                        on_click="ignore",
                    )
        if frame.person.may(Right.PLAN):
            with st.container(horizontal=True):
                if frame.person.may(Right.DECIDE):
                    _share_button(one)
                overwrite_button(
                    PLACE,
                    _("Remove"),
                    lambda person: _remove(person, one),
                    key=f"report_remove_{one.number}",
                    type="tertiary",
                    icon=":material/delete:",
                )


def _file(person: Person, one: ReportVersion, kind: str) -> Callable[[], bytes]:
    return lambda: report_file(person, open_database(), one.number, kind)


def _name(one: ReportVersion, kind: str) -> str:
    return f"rapport-{_SHORT[one.choice.audience]}-{one.as_of.isoformat()}-{one.number}.{kind}"


def _share_button(one: ReportVersion) -> None:
    shared = not one.is_shared

    def work(person: Person) -> Outcome:
        change(share_report, one.number, is_shared=shared)(person)
        told = _("Readers can open the report now.") if shared else _("Readers cannot open the report any more.")
        return told, change(share_report, one.number, is_shared=not shared)

    act_button(
        PLACE,
        _("Share with readers (RvT, GMR)") if shared else _("Stop sharing"),
        work,
        key=f"report_share_{one.number}",
        type="tertiary",
        icon=":material/visibility:" if shared else ":material/visibility_off:",
    )


def _remove(person: Person, one: ReportVersion) -> Outcome:
    removed = change(remove_report, one.number)(person)
    return _("The report is removed."), change(put_back_report, removed)
