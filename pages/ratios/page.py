"""Ratio's: pupils per device by school, level and kind; how it went, and where it goes when nothing is bought."""

import pandas as pd
import streamlit as st

from pages.inventory.place import INVENTORY
from pages.partners.compare import beside
from pages.parts.frame import Frame, answer, heading, more, plain, surroundings, table_and_download
from pages.parts.places import show_link
from pages.parts.refusals import guard
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from pages.ratios import charts, tables
from pages.ratios.counting import counting_card
from pages.ratios.data import group_in_time, ratio_on, ratio_view
from pages.ratios.levels import level_table
from pages.ratios.place import RATIOS
from pages.ratios.sentences import few_known
from pages.server.session import open_database
from planning.core.notation import day, number, one_in, target_one_in
from planning.core.translation import gettext as _
from planning.organisation.service import forecast_method
from planning.ratios.rules import GroupRatio


def of_whom(frame: Frame, ratio: GroupRatio) -> str:
    """Whose ratio the page shows: of the one school somebody sees, of their own schools, or of the group."""
    if len(ratio.schools) == 1:
        return plain(ratio.schools[0].name)
    return _("the group") if frame.person.reach is None else _("the whole of your schools")


def trend_answer(whom: str, trend: pd.DataFrame, ahead: pd.DataFrame) -> str:
    """How they went, and where they go."""
    past, soon = charts.points(trend, "day"), charts.points(ahead, "count_date")
    (first, before), (last, now) = past[0], past[-1]
    sentence = _("**On {day} {whom} stood at {ratio}.**").format(day=day(last), whom=whom, ratio=one_in(now))
    if len(past) > 1:
        sentence = _("**Since {day} {whom} went from {before} to {now}.**").format(
            day=day(first), whom=whom, before=one_in(before), now=one_in(now)
        )
    if soon:
        text = _(
            "With the pupil forecast, without the devices that fall due by then and nothing bought, that becomes "
            "{ratio} on {day}."
        )
        sentence += " " + text.format(ratio=one_in(soon[0][1]), day=day(soon[0][0]))
    return sentence


def time_card(frame: Frame, ratio: GroupRatio, trend: pd.DataFrame, ahead: pd.DataFrame) -> None:
    """The ratio in time, its table and how the forecast was made."""
    past, soon = charts.points(trend, "day"), charts.points(ahead, "count_date")
    target = ratio.schools[0].target if len(ratio.schools) == 1 else ratio.target

    def picture() -> None:
        st.subheader(_("From past to future"), anchor=False)
        how = _(
            "Pupils per device · solid: inventories known by then · dotted: the pupil forecast, "
            "without the devices that fall due, when nothing is bought"
        )
        st.caption(" · ".join(filter(None, (how, charts.off_note(past, soon, target)))))
        st.plotly_chart(
            frame.chart("group_time", lambda: charts.ratio_in_time(past, soon, target, frame.theme)),
            theme=None,
            config=CONFIG,
            key="group_time",
            alt=_("Line chart: pupils per device of {whom} in time, with the target {target}").format(
                whom=of_whom(frame, ratio), target=target_one_in(target)
            ),
        )

    with st.container(border=True):
        frame.card("ratio_time", picture)
        if table_and_download(
            "time",
            lambda: tables.time_excel(
                tables.time_table(trend, ahead),
                frame.board,
                frame.as_of,
            ),
            f"verloop-{frame.as_of.isoformat()}.xlsx",
        ):
            tables.show_time(tables.time_table(trend, ahead))
        if more("method", closed=_("How the forecast is made"), opened=_("Hide"), icon=":material/function:"):
            st.markdown(forecast_method(frame.person, open_database()))
            st.markdown(
                _(
                    "A device falls due when its life span (Settings) or its updates end, whichever comes first. "
                    "A purchase known to the year counts from its last day. Devices with an unknown purchase stay."
                )
            )


def kinds_card(frame: Frame) -> None:
    """Countable devices and pupils per device for each kind alone."""
    with st.container(border=True, height="stretch"):
        st.subheader(_("By kind"), anchor=False)
        kinds = ratio_view(frame).kinds
        rows = [
            {
                _("Kind"): kinds[row["kind"]].name(),
                _("Devices that count"): number(row["devices"]),
                _("Pupils per device"): one_in(row["pupils_per_device"]),
            }
            for row in ratio_view(frame).by_kind(frame.as_of).to_dict("records")
        ]
        show_table(rows, _("By kind"), figures=[_("Devices that count"), _("Pupils per device")])
        st.caption(
            _("All pupils over the devices of one kind alone, {when}.").format(when=charts.reference(frame.as_of))
        )


def show(frame: Frame) -> None:
    """The ratios of the schools within reach."""
    heading(frame, _("Ratios"))
    ratio = ratio_on(frame, frame.as_of)
    if not ratio.known:
        answer(_("**Here you see pupils per device by school, level and kind.**"))
        st.markdown(
            _("For that an inventory and a pupil count are needed; on {day} there are none yet.").format(
                day=day(frame.as_of)
            )
        )
        show_link(INVENTORY, _("To the inventory"))
        return
    if ratio.is_group_known:
        trend, ahead = group_in_time(frame)
        frame.card("ratio_answer", lambda: answer(trend_answer(of_whom(frame, ratio), trend, ahead)))
        time_card(frame, ratio, trend, ahead)
    else:
        answer(few_known(ratio))
    frame.card("ratio_tables", lambda: tables_below(frame, ratio))


def tables_below(frame: Frame, ratio: GroupRatio) -> None:
    """By level, by kind and by school, and which devices count."""
    left, right = st.columns([1.25, 1])
    with left, st.container(border=True, height="stretch"):
        st.subheader(_("By level"), anchor=False)
        level_table(ratio_view(frame).levels(frame.as_of), brief=frame.theme.compact)
    with right:
        kinds_card(frame)
    with st.container(border=True):
        st.subheader(_("By school"), anchor=False)
        tables.show_ratios(ratio, brief=frame.theme.compact)
    beside(frame)
    counting_card(ratio.countable, ratio.left_out, charts.reference(frame.as_of))


guard(RATIOS)
show(surroundings())
