"""School: how is this school doing, now and next year?"""

import pandas as pd
import streamlit as st

from pages.inventory.place import INVENTORY
from pages.overview.attention import decisions_card, signals_of
from pages.parts import sections, state
from pages.parts.frame import Frame, answer, heading, plain, surroundings, table_and_download
from pages.parts.metrics import plain_metric
from pages.parts.places import show_link
from pages.parts.refusals import guard, guard_school
from pages.parts.sections import Section, show_section
from pages.parts.show import show_table
from pages.parts.subject import show_in_rows
from pages.parts.theme import CONFIG
from pages.ratios import charts, tables
from pages.ratios.counting import counting_card
from pages.ratios.data import like_sized, ratio_on, ratio_view, school_in_time
from pages.ratios.levels import level_table
from pages.ratios.quality import quality_card, quality_words
from pages.ratios.sentences import group_answer, school_answer
from pages.rounds.card import plan_sentence, plan_tile, planned_rows
from pages.school import fleet
from pages.school.chart import fleet_bars
from pages.school.deliver import deliver_card
from pages.school.place import SCHOOL
from pages.subjects import SUBJECTS
from planning.core.notation import day, number, one_in, signed, target_one_in
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.ratios.alike import FEWEST
from planning.ratios.rules import GroupRatio, SchoolRatio
from planning.workbooks.board_table import board_excel, what_counts


def metrics(frame: Frame, school: SchoolRatio) -> None:
    """Ratio, countable, past life span, all devices."""
    trend, _ahead = school_in_time(frame, school.school_id)
    past = charts.points(trend, "day")[:-1]  # the last point is the reference date itself
    # the inventory that holds now is the last of them; what it is compared with is the one before
    before = past[-2][1] if len(past) > 1 else None
    now = school.pupils_per_device
    change = signed(now - before, 1) if now and before and round(now - before, 1) else None
    with st.grid(4, min_column_width=150):
        st.metric(
            _("Pupils per device"),
            one_in(now),
            change,
            delta_color="inverse",
            delta_description=_("was {ratio}").format(ratio=one_in(before)) if change else None,
            border=True,
            height="stretch",
        )
        counting = _("of the {n} that count").format(n=number(school.countable or 0))
        needed = _("needed: {n}").format(n=number(school.needed or 0))
        plain_metric(_("Devices that count"), number(school.countable or 0), needed)
        plain_metric(_("Past life span"), number(school.past_life), counting)
        if not plan_tile(frame, school.school_id):
            n = sum(school.left_out.values())
            left_out = ngettext("{n} does not count", "{n} do not count", n).format(n=number(n))
            plain_metric(_("In the inventory"), number(school.devices or 0), left_out)
    st.caption(compared(frame, school))


def compared(frame: Frame, school: SchoolRatio) -> str:
    """Beside the schools of about its size, or that there are too few of them."""
    found = like_sized(frame, school.school_id)
    if found is None:
        return _("Fewer than {n} other schools are about as large: there is nothing to compare with.").format(n=FEWEST)
    text = _(
        ":material/compare_arrows: The middle one of **{n} other schools of about this size** ({smallest} to {largest} "
        "pupils) stands at **{ratio}**, {school} at {own}. Counted are devices that count, on {day}."
    )
    return text.format(
        n=number(found.schools),
        smallest=number(found.smallest),
        largest=number(found.largest),
        ratio=one_in(found.pupils_per_device),
        school=plain(school.name),
        own=one_in(school.pupils_per_device),
        day=day(frame.as_of),
    )


def time_card(frame: Frame, school: SchoolRatio) -> None:
    """From past to future: what was, what the approved plan brings, and what comes when nothing is bought."""
    trend, ahead = school_in_time(frame, school.school_id)
    rows = planned_rows(frame, school.school_id)

    def table() -> pd.DataFrame:
        return tables.time_table(trend, ahead, rows)

    def picture() -> None:
        past, soon = charts.points(trend, "day"), charts.points(ahead, "count_date")
        planned = [(when, ratio) for when, _what, _pupils, _devices, ratio, _short in rows if ratio is not None]
        st.subheader(_("From past to future"), anchor=False)
        notes = [_("○ dotted: with the pupil forecast when nothing is bought")]
        if planned:
            notes.insert(0, _("◆ dashed: after each round of the approved plan"))
        notes += [note] if (note := charts.off_note(past, soon, school.target)) else []
        st.caption(" · ".join([_("Pupils per device"), *notes]))
        st.plotly_chart(
            frame.chart(
                "school_time",
                lambda: charts.ratio_in_time(past, soon, school.target, frame.theme, planned),
                school.school_id,
            ),
            theme=None,
            config=CONFIG,
            key="school_time",
            alt=_("Line chart: pupils per device of {school} in time, with the target {target}").format(
                school=school.name, target=target_one_in(school.target)
            ),
        )

    with st.container(border=True, height="stretch"):
        frame.card("school_time", picture, (school.school_id, tuple(rows)))
        if table_and_download(
            "school_time",
            lambda: tables.time_excel(table(), frame.board, frame.as_of, school.name),
            f"verloop-{school.school_id}-{frame.as_of.isoformat()}.xlsx",
        ):
            tables.show_time(table())


def fleet_card(frame: Frame, school: SchoolRatio) -> None:
    """The school's own fleet by kind and year."""

    def cohorts() -> pd.DataFrame:
        return ratio_view(frame).fleet(frame.as_of, school.school_id)

    kinds = ratio_view(frame).kinds

    def picture() -> None:
        rows = fleet.bars(cohorts(), kinds, brief=frame.theme.compact)
        st.subheader(_("Its own fleet"), anchor=False)
        st.caption(_("Pupil devices by kind and year of purchase · hatched does not count"))
        st.plotly_chart(
            frame.chart("school_fleet", lambda: fleet_bars(rows, frame.theme), school.school_id),
            theme=None,
            config=CONFIG,
            key="school_fleet",
            alt=_("Bar chart: devices of {school} by kind and year of purchase, newest first").format(
                school=school.name
            ),
        )

    with st.container(border=True, height="stretch"):
        frame.card("school_fleet", picture, school.school_id)
        if table_and_download(
            "fleet",
            lambda: board_excel(
                frame.board,
                frame.as_of,
                fleet.table(cohorts(), kinds),
                _("Fleet"),
                of=f"{frame.board.name} – {school.name}",
                about=[what_counts()],
            ),
            f"vloot-{school.school_id}-{frame.as_of.isoformat()}.xlsx",
        ):
            show_table(fleet.table(cohorts(), kinds), _("Its own fleet"), beside=True, figures=[_("Devices")])


def show_cards(frame: Frame, school: SchoolRatio) -> None:
    """What every subject tells of this school."""
    cards = (subject.school_card for subject in SUBJECTS if subject.school_card)
    known = (card for card in cards if school.countable is not None or not card.needs_inventory)
    show_in_rows(known, lambda card: card.show(frame, school.school_id))


def show(frame: Frame, school: SchoolRatio) -> None:
    """One school on one page."""
    known = [s.school_id for s in frame.schools]
    if len(known) > 1:
        show_link(SCHOOL, _("All schools"), icon=":material/arrow_back:", deel="scholen")
    heading(frame, school.name, schools=known, school=school.school_id)
    planned = plan_sentence(frame, school.school_id, on_target=school.status == "on_target")
    answer(" ".join(part for part in (school_answer(school), planned) if part))
    facts = [plain(school.place), f"BRIN {school.school_id}"]
    if school.pupils is not None and school.count_date:
        text = ngettext("{n} pupil (counted on {day})", "{n} pupils (counted on {day})", school.pupils)
        facts.append(text.format(n=number(school.pupils), day=day(school.count_date)))
    if school.counted_on:
        stale = " :orange-badge[:material/history: " + _("out of date") + "]" if school.is_stale else ""
        days = (frame.as_of - school.counted_on).days
        age = ngettext("inventory of {day}, {n} day old", "inventory of {day}, {n} days old", days).format(
            day=day(school.counted_on), n=number(days)
        )
        facts.append(age + stale)
    if school.quality is not None:
        facts.append(_("data quality {points}").format(points=quality_words(school.quality)))
    st.caption(" · ".join(facts))
    if frame.person.reach is not None:
        mine = [signal for signal in signals_of(frame)[0] if school.school_id in signal.schools]
        if mine:
            decisions_card(frame, mine)
    if school.countable is None:
        st.markdown(
            _("As soon as the coordinator uploads the inventory, you see here the fleet, the ratio and what comes.")
        )
        show_link(INVENTORY, _("To the inventory"))
        show_cards(frame, school)
        return
    frame.card("school_figures", lambda: metrics(frame, school), school.school_id)
    left, right = st.columns([1.25, 1])
    with left:
        time_card(frame, school)
    with right:
        fleet_card(frame, school)
    frame.card("school_below", lambda: below(frame, school), school.school_id)
    show_cards(frame, school)


def below(frame: Frame, school: SchoolRatio) -> None:
    """Which devices count, the levels, and how good the data are."""
    left, right = st.columns(2)
    with left:
        counting_card(school.countable or 0, school.left_out, charts.reference(frame.as_of))
    with right, st.container(border=True, height="stretch"):
        st.subheader(_("By level"), anchor=False)
        level_table(ratio_view(frame).levels(frame.as_of, school.school_id), brief=frame.theme.compact)
    quality_card(ratio_view(frame).quality(frame.as_of, school.school_id))


def show_all(frame: Frame) -> None:
    """No school is chosen: every school with how it stands, and who must hand in an inventory."""
    ratio = ratio_on(frame, frame.as_of)
    heading(frame, _("School"), schools=[s.school_id for s in frame.schools])
    answer(group_answer(ratio, own=frame.person.reach is not None))
    parts = {
        "scholen": Section(_("All schools"), "school", (Right.READ,), lambda _frame: every_school(frame, ratio)),
        "inventarissen": Section(_("Who hands in a list?"), "assignment_late", (Right.READ,), deliver_card),
    }
    show_section(frame, parts, key="schools_section", label=_("Part of the schools"))


def every_school(frame: Frame, ratio: GroupRatio) -> None:
    """Every school within reach, that which is short of most first."""
    st.caption(_("Most short first, on {day}. A school's name opens its page.").format(day=day(frame.as_of)))
    tables.show_ratios(ratio, brief=frame.theme.compact, schools=tables.worst_first(ratio.schools))


guard(SCHOOL)
here = surroundings()
asks_all = sections.ADDRESS in st.query_params and state.SCHOOL not in st.query_params
chosen = None if asks_all else state.school([s.school_id for s in here.schools])
if chosen is None:
    show_all(here)
else:
    guard_school(chosen)
    show(here, next(s for s in ratio_on(here, here.as_of).schools if s.school_id == chosen))
