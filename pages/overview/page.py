"""Overzicht: how far are we, and what needs me?"""

import streamlit as st

from pages.goals.view import last_meeting
from pages.inventory.place import INVENTORY
from pages.overview.attention import attention_card, decisions_card, signals_of
from pages.overview.news import news_card
from pages.parts.frame import Frame, answer, heading, now, plain, surroundings, table_and_download
from pages.parts.places import START, go_to, show_link
from pages.parts.refusals import guard
from pages.parts.subject import show_in_rows
from pages.parts.theme import CONFIG
from pages.ratios import charts, tables
from pages.ratios.counting import counting_card
from pages.ratios.data import last_publication, ratio_on
from pages.ratios.metrics import ratio_metrics
from pages.ratios.sentences import group_answer
from pages.report.place import REPORT
from pages.rounds.card import money_tile, planned_marks
from pages.school.deliver import deliver_card
from pages.school.place import SCHOOL
from pages.server.clicks import whole
from pages.server.noting import apart
from pages.server.session import open_database
from pages.subjects import SUBJECTS
from planning.attention.privacy import clocks_together
from planning.core.notation import day, moment, short_month_and_year, target_one_in
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.ratios.rules import GroupRatio, SchoolRatio
from planning.ratios.service import from_json, publish


def dots_card(frame: Frame, ratio: GroupRatio, *, opens: bool) -> None:
    """The dot plot of all schools with its legend, table and download; a mark opens its school."""
    planned, until = planned_marks(frame) if opens else ({}, None)

    def begin() -> None:
        st.subheader(_("How far is every school?"), anchor=False)
        legend = [
            ":green-badge[● " + _("on target") + "]",
            ":yellow-badge[◇ " + _("nearly: at most 10% short") + "]",
            ":red-badge[▶ " + _("short, in devices") + "]",
        ]
        if any(school.has_own_target for school in ratio.schools):
            legend.append(":gray-badge[▎ " + _("own target") + "]")
        if until is not None:
            when = short_month_and_year(until)
            legend.append(":gray-badge[○ " + _("after the approved plan, {month}").format(month=when) + "]")
        if opens:
            legend.append(":small[:gray[" + _("Click a mark to open its school.") + "]]")
        st.markdown(" ".join(legend))

    with st.container(border=True, height="stretch"):
        frame.card("dots_legend", begin, (opens, until))
        figure = frame.chart(
            "dots" if opens else "published",
            lambda: charts.dot_plot(ratio.schools, ratio.target, frame.theme, planned),
            ratio.as_of,
        )
        picked = st.plotly_chart(
            figure,
            theme=None,
            config=CONFIG,
            key="dots",
            on_select="rerun",
            selection_mode="points",
            alt=_("Dot plot: pupils per device of every school, sorted, with the line {target}").format(
                target=target_one_in(ratio.target)
            ),
        )
        points = picked["selection"]["points"]
        if opens and points and points[0].get("customdata"):
            go_to(SCHOOL, school=str(points[0]["customdata"][0]))
        if table_and_download(
            "dots", lambda: tables.ratio_excel(ratio, frame.board), f"ratio-{ratio.as_of.isoformat()}.xlsx"
        ):
            tables.show_ratios(ratio, brief=frame.theme.compact, beside=True)
        unknown = [plain(school.name) for school in ratio.schools if school.status == "unknown"]
        if unknown:
            st.caption(_("Not in the picture: {schools}.").format(schools=", ".join(unknown)))


def publish_card(frame: Frame) -> None:
    """What readers see, and the chair's button to let them see this."""
    last = last_publication(frame)

    def begin() -> None:
        st.subheader(_("For RvT and GMR"), anchor=False)
        if last is None:
            st.markdown(_("Nothing is published yet: supervisors and the GMR see no figures."))
        else:
            st.markdown(
                _("They see the figures of **{day}**, published on {moment} by {name}.").format(
                    day=day(last.as_of), moment=moment(last.published_at), name=plain(last.published_by)
                )
            )

    with st.container(border=True):
        frame.card("published", begin)
        if frame.person.may(Right.DECIDE) and st.button(
            _("Publish the figures of {day}").format(day=day(frame.as_of)),
            icon=":material/publish:",
            key=f"publish_after_{last.published_at if last else None}",  # another by then: a double click is a click
        ):
            with whole():
                publish(frame.person, open_database(), now(), frame.as_of)
            st.toast(_("Published: readers now see the figures of {day}.").format(day=day(frame.as_of)))
            st.rerun()
        if frame.person.may(Right.PLAN):
            text = _("Make a report for the meeting")
            frame.card("to_report", lambda: show_link(REPORT, text, icon=":material/summarize:"))


def show_published(frame: Frame) -> None:
    """The overview of somebody who reads published figures only."""
    last = last_publication(frame)
    heading(frame, _("Overview"), dated=False)
    if last is None:
        answer(_("**The board has not published figures yet.**"))
        st.markdown(_("As soon as the chair publishes them, you see here how far every school is."))
        return
    ratio = from_json(last.figures)
    answer(group_answer(ratio))
    st.caption(
        _("Figures of {day}, published by the board on {moment}.").format(
            day=day(last.as_of), moment=moment(last.published_at)
        )
    )
    if ratio.is_group_known:
        ratio_metrics(ratio, None)
    dots_card(frame, ratio, opens=False)


def show_beginning(frame: Frame) -> None:
    """No inventory at all: say what will be here, who delivers it, and start."""
    answer(_("**Here you see how far every school is.**"))
    st.markdown(
        _(
            "For that an inventory of every school is needed; there is none yet on {day}. "
            "The ICT coordinators deliver them: they upload the list they already have."
        ).format(day=day(frame.as_of))
    )
    show_link(INVENTORY, _("To the inventory"))
    if frame.schools:
        deliver_card(frame)


def show(frame: Frame) -> None:
    """The overview of the schools within reach: the answer, what to decide, what changed, then how far they are."""
    heading(frame, _("Overview"))
    for subject in SUBJECTS:
        subject.beginning(frame)
    ratio = ratio_on(frame, frame.as_of)
    if not ratio.known:
        show_beginning(frame)
        return
    own = frame.person.reach is not None
    frame.card("answer", lambda: answer(group_answer(ratio, own=own)))
    decide, news = st.columns([1.62, 1])
    with news:
        news_card(frame)
    if ratio.is_group_known:
        since, _met = last_meeting(frame)
        frame.card("figures", lambda: ratio_metrics(ratio, ratio_on(frame, since), money_tile(frame)))
    left, right = st.columns([1.62, 1])
    with left:
        if not ratio.is_group_known:
            deliver_card(frame)
        elif len(ratio.schools) > 1:
            dots_card(frame, ratio, opens=True)
        else:
            own_school_card(ratio.schools[0])
    # last, for it may take a while after a change of the data: what is known at once stands there already
    with decide:
        mine, others = map(clocks_together, signals_of(frame))
        decisions_card(frame, mine)
    with right:
        attention_card(frame, others)
    # of a circle of boards also what others did: what they took back is gone at the next run
    of_others = tuple(subject.tile.depends_on(frame) for subject in SUBJECTS if subject.tile)
    frame.card("tiles", lambda: tiles(frame), (frame.person.person_id, of_others))
    # what was known then is for looking back; what readers see is what is known now
    publishes = frame.person.may(Right.READ_PUBLISHED) and frame.key.known_on is None
    with st.container(key="paper_beside"):  # on paper too: below one another the last has a sheet of its own
        counting, *readers = st.columns([1.62, 1] if publishes else 1)
    with counting:
        when = charts.reference(frame.as_of)
        frame.card("counting", lambda: counting_card(ratio.countable, ratio.left_out, when))
    for column in readers:
        with column:
            publish_card(frame)


def tiles(frame: Frame) -> None:
    """What the overview shows of every subject."""
    with apart():  # what they ask of a circle of boards stands in the key of their card
        show_in_rows((one.tile for one in SUBJECTS if one.tile), lambda tile: tile.show(frame))


def own_school_card(school: SchoolRatio) -> None:
    """One school is no picture of schools: the way to its own page."""
    with st.container(border=True, height="stretch"):
        st.subheader(plain(school.name), anchor=False)
        st.markdown(_("Fleet, ratio in time, what the plan brings and the visits stand on the page of your school."))
        show_link(SCHOOL, _("To your school"), icon_position="right", school=school.school_id)


guard(START)
here = surroundings()
if here.person.may(Right.READ):
    show(here)
else:
    show_published(here)
