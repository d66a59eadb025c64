"""What the visits add up to: figures, the map of schools and months, who stays without, hours, what is asked."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from babel.dates import format_date

from pages.parts.frame import Frame, more, plain, table_and_download
from pages.parts.metrics import plain_metric
from pages.parts.places import go_to
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from pages.quality_teams import charts
from pages.quality_teams.competence import served_card
from pages.quality_teams.data import teams_view
from pages.quality_teams.place import QUALITY_TEAMS
from pages.quality_teams.words import hours_text, quiet_text
from pages.school.place import SCHOOL
from planning.core.notation import NBHYPHEN, day, number
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.core.translation import language, ngettext
from planning.quality_teams.rules import (
    Hours,
    asked_most,
    coverage,
    hours,
    made,
    school_year_of,
    waiting_requests,
)
from planning.quality_teams.service import progress_of
from planning.quality_teams.words import help_name, school_year_name
from planning.workbooks.board_table import board_excel


def show(frame: Frame) -> None:
    """The chair's view, which is the group's."""
    frame.card("teams_figures", lambda: figures(frame))
    left, right = st.columns([1.62, 1])
    with left:
        _map_card(frame)
    with right:
        quiet_card(frame)
        _asked_card(frame)
    left, right = st.columns([1.62, 1])
    with left:
        _hours_card(frame)
    with right:
        frame.card("teams_served", lambda: served_card(frame))


def figures(frame: Frame) -> None:
    """Schools visited, visits, hours, requests that wait."""
    now = progress_of(teams_view(frame), frame.as_of)
    waiting = len(waiting_requests(teams_view(frame).requests, teams_view(frame).visits, frame.as_of))
    with st.grid(4, min_column_width=150):
        year = school_year_name(now.school_year)
        share = _("{n} of {total}").format(n=number(now.schools_visited), total=number(now.schools))
        plain_metric(_("Schools visited"), share, year)
        plain_metric(_("Visits made"), number(now.visits), _("{n} in 8 weeks").format(n=number(now.visits_recently)))
        plain_metric(_("Hours used"), number(now.hours_used), _("of {n} hours").format(n=number(now.hours_available)))
        long = ngettext("{n} waits long", "{n} wait long", waiting).format(n=number(waiting))
        note = long if waiting else _("none too long")
        plain_metric(_("Open questions"), number(now.requests_open), note)


def _map_card(frame: Frame) -> None:
    found, as_of = teams_view(frame), frame.as_of
    year = coverage(found.school_ids, found.visits, as_of)
    last = {visit.school_id: visit.day for visit in made(found.visits, as_of)}  # the visits are by day
    keys = sorted(found.school_ids, key=lambda key: (key in last, last.get(key, as_of)))
    names = [(key, found.school_name(key)) for key in keys]

    def begin() -> None:
        st.subheader(_("Who was visited when?"), anchor=False)
        st.markdown(
            " ".join([":blue-badge[■ " + _("visits made") + "]", ":gray-badge[○ " + _("planned") + "]"])
            + "  \n:small["
            + _("Longest without a visit on top · a school opens with a click")
            + "]"
        )

    with st.container(border=True, height="stretch"):
        frame.card("coverage_legend", begin)
        picked = st.plotly_chart(
            frame.chart("coverage", lambda: charts.coverage_map(year, names, frame.theme)),
            theme=None,
            config=CONFIG,
            key="coverage",
            on_select="rerun",
            selection_mode="points",
            alt=_("Heat map: visits per school and month of school year {year}").format(
                year=school_year_name(school_year_of(as_of))
            ),
        )
        points = picked["selection"]["points"]
        if points and points[0].get("customdata"):
            go_to(SCHOOL, school=str(points[0]["customdata"][0]))

        def table() -> pd.DataFrame:
            rows = []
            for key, name in names:
                months = zip(year.months, year.done[key], strict=True)
                counts = {format_date(month, "LLL", language()): number(n) for month, n in months}
                rows.append({_("School"): name, **counts, _("Last visit"): day(last[key]) if key in last else "–"})
            return pd.DataFrame(rows)

        excel = f"bezoeken-{as_of.isoformat()}.xlsx"
        if table_and_download("coverage", lambda: _excel(frame, table(), _("Visits")), excel):
            shown = table()
            show_table(_brief(shown) if frame.theme.compact else _plain(shown), _("Who was visited when?"), beside=True)


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(**{_("School"): [plain(name) for name in table[_("School")]]})


def _brief(table: pd.DataFrame) -> pd.DataFrame:
    return _plain(table)[[_("School"), _("Last visit")]]


def _excel(frame: Frame, table: pd.DataFrame, title: str) -> bytes:
    return board_excel(frame.board, frame.as_of, table, title)


def quiet_card(frame: Frame) -> None:
    """The schools that were not visited for eight weeks; a coach books from here."""
    found = teams_view(frame)
    quiet = found.quiet(frame.as_of)
    books = frame.person.may(Right.VISIT)
    with st.container(border=True):
        st.subheader(_("Eight weeks without a visit · {n}").format(n=len(quiet)), anchor=False)
        if not quiet:
            st.markdown(_(":green-badge[:material/check_circle: all well] Every school was visited recently."))
        with st.container(gap=None):
            for one in quiet:
                label = f"**{plain(found.school_name(one.school_id))}** · {quiet_text(one)}"
                # a link to the page one is on looks like where one is: a button does not
                if st.button(label, type="tertiary", icon=":material/person_off:", key=f"quiet_{one.school_id}"):
                    if books:
                        go_to(QUALITY_TEAMS, deel="bezoek", school=one.school_id)
                    else:
                        go_to(SCHOOL, school=one.school_id)
        if quiet:
            st.caption(_("July and August do not count as weeks without a visit; other holidays do."))


def _asked_card(frame: Frame) -> None:
    asked = asked_most(teams_view(frame).visits, teams_view(frame).requests, frame.as_of)

    def picture() -> None:
        st.subheader(_("What do schools ask?"), anchor=False)
        if not asked:
            st.markdown(_("Nothing was asked yet this school year."))
            return
        st.caption(_("Questions of schools and visits made this school year, by kind of help"))
        st.plotly_chart(
            frame.chart("asked", lambda: charts.asked_bars(asked, frame.theme)),
            theme=None,
            config=CONFIG,
            key="asked",
            alt=_("Bar chart: kinds of help, the most asked on top"),
        )

    with st.container(border=True):
        frame.card("teams_asked", picture)
        if asked and more("asked", closed=_("Show as table"), opened=_("Hide table"), icon=":material/table:"):
            times = _("Times")
            show_table(
                [{_("Kind of help"): help_name(one.kind), times: number(one.times)} for one in asked],
                _("What do schools ask?"),
                figures=[times],
            )


def _hours_card(frame: Frame) -> None:
    lines = hours(teams_view(frame).members, teams_view(frame).visits, frame.as_of)
    shown = [line for line in lines if line.available or line.used or line.planned]

    def picture() -> None:
        st.markdown(
            " ".join(
                [
                    ":blue-badge[■ " + _("in visits made") + "]",
                    ":yellow-badge[▨ " + _("in visits to come") + "]",
                    ":gray-badge[▎ " + _("available") + "]",
                ]
            )
        )
        st.plotly_chart(
            frame.chart("hours", lambda: charts.hours_bars(shown, frame.theme)),
            theme=None,
            config=CONFIG,
            key="hours",
            alt=_("Bar chart: hours used of hours available per member"),
        )

    with st.container(border=True, height="stretch"):
        st.subheader(_("Whose hours are used?"), anchor=False)
        if not shown:
            st.markdown(_("Nobody has hours this school year yet."))
            return
        frame.card("teams_hours", picture)
        year = str(school_year_of(frame.as_of)) + NBHYPHEN + str(school_year_of(frame.as_of) + 1)
        if table_and_download(
            "hours",
            lambda: _excel(frame, _hours_table(frame, shown), _("Hours")),
            f"uren-{year.replace(NBHYPHEN, '-')}.xlsx",
        ):
            table = _hours_table(frame, shown)
            show_table(
                table, _("Whose hours are used?"), beside=True, figures=[_("Used"), _("To come"), _("Available")]
            )


def _hours_table(frame: Frame, lines: Sequence[Hours]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Team"): teams_view(frame).team(line.member.team_id).name,
                _("Name"): line.member.name,
                _("Used"): hours_text(line.used),
                _("To come"): hours_text(line.planned),
                _("Available"): hours_text(line.available),
            }
            for line in lines
        ]
    )
