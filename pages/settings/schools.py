"""Settings, part one: the schools of the board, their pupils, and where these come from."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import streamlit as st

from pages.parts.frame import Frame, answer, download, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from pages.settings import counts as settings_counts
from pages.settings import duo_files, forecast, one_school
from planning.core.notation import day, number, target_one_in
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.counts import counts_by_date, latest_counts
from planning.organisation.levels import LEVELS, level_name
from planning.organisation.service import PupilCount, School, pupil_counts, schools
from planning.workbooks.board_table import board_excel

DATES_ON_SCREEN = 3  # the Excel has them all

Counts = Mapping[date, Mapping[str, PupilCount]]


def show(frame: Frame) -> None:
    """The schools, DUO's files, counts by hand and the forecast."""
    mine = schools(frame.person, open_database())
    if not mine:
        answer(_("**Here are your schools, with their pupils.** There is none yet."))
        st.markdown(_("Fetch the file of pupils from DUO and choose it below; your schools come with it."))
        duo_files.show_at_hand(frame)
        left, right = st.columns(2)
        with left:
            duo_files.show(frame.person, {})
        with right:
            one_school.show(frame)
        return
    counts = pupil_counts(frame.person, open_database())
    by_date, last = counts_by_date(counts), latest_counts(counts)
    answer(counts_in_words(len(mine), last))
    schools_card(frame, mine, by_date, last)
    left, right = st.columns(2)
    with left:
        duo_files.show(frame.person, {s.school_id: s.name for s in mine})
        settings_counts.show(frame, mine, by_date)
    with right:
        one_school.show(frame)
    forecast.show(frame, mine, by_date)


def counts_in_words(schools_known: int, last: Mapping[str, PupilCount]) -> str:
    """How many schools and pupils there are, and of when; the bold part alone is true and enough."""
    days = sorted({count.count_date for count in last.values()})
    some = ngettext("{n} school", "{n} schools", schools_known).format(n=number(schools_known))
    if not last:
        return _("**{schools}**; no pupils have been counted yet.").format(schools=some)
    pupils = sum(count.total for count in last.values())
    many = ngettext("{n} pupil", "{n} pupils", pupils).format(n=number(pupils))
    text = _("**{schools} with {pupils}** on {day}.")
    if len(days) > 1:
        text = _("**{schools} with {pupils}** by the last count of each school, {first} to {day}.")
    sentence = text.format(schools=some, pupils=many, first=day(days[0]), day=day(days[-1]))
    if missing := schools_known - len(last):
        text = ngettext("Of {n} school there is no count yet.", "Of {n} schools there is no count yet.", missing)
        sentence += " " + text.format(n=number(missing))
    return sentence


def schools_card(frame: Frame, mine: tuple[School, ...], by_date: Counts, last: Mapping[str, PupilCount]) -> None:
    """All schools with their counts; the same rows as Excel."""
    with st.container(border=True):
        st.subheader(_("The schools"), anchor=False)
        if frame.theme.compact:
            show_table(last_counts_table(mine, last), _("The schools"), beside=True, figures=[_("Pupils")])
        else:
            dates = [day(date_) for date_ in by_date][-DATES_ON_SCREEN:]
            levels = [level_name(level).capitalize() for level in LEVELS]
            show_table(schools_table(mine, by_date, last), _("The schools"), beside=True, figures=[*dates, *levels])
        notes = [_("Levels are those of the last count; DUO counts by age (4–5, 6–8 and 9 years or older).")]
        if any(count.source == "hand" for counted in by_date.values() for count in counted.values()):
            notes.append(_(":material/edit: filled in by hand."))
        notes += [kind_words(kind) for kind in ("Bo", "Sbo", "So", "Vso") if any(kind == s.kind for s in mine)]
        st.caption(" ".join(notes))
        download(
            "schools",
            lambda: schools_excel(frame, mine, by_date),
            _("schools-{board}.xlsx").format(board=frame.board.board_id),
        )


def schools_table(mine: tuple[School, ...], by_date: Counts, last: Mapping[str, PupilCount]) -> pd.DataFrame:
    """The schools as text for the screen."""
    dates = list(by_date)[-DATES_ON_SCREEN:]
    return pd.DataFrame(
        [
            {
                _("BRIN"): s.school_id,
                _("School"): plain(s.name),
                _("Place"): plain(s.place),
                _("Kind"): plain(s.kind),
                _("Own target"): "–" if s.own_target is None else target_one_in(s.own_target),
                **{day(date_): shown(by_date[date_].get(s.school_id)) for date_ in dates},
                **{level_name(level).capitalize(): level_of(last.get(s.school_id), level) for level in LEVELS},
            }
            for s in mine
        ]
    )


def last_counts_table(mine: tuple[School, ...], last: Mapping[str, PupilCount]) -> pd.DataFrame:
    """The schools for a telephone: who, how many and when; the Excel has the rest."""
    return pd.DataFrame(
        [
            {
                _("School"): plain(s.name),
                _("Pupils"): shown(last.get(s.school_id)),
                _("Counted on"): day(last[s.school_id].count_date) if s.school_id in last else "–",
            }
            for s in mine
        ]
    )


def shown(count: PupilCount | None) -> str:
    """A count as a cell; one filled in by hand carries its mark."""
    if count is None:
        return "–"
    return number(count.total) + (" :material/edit:" if count.source == "hand" else "")


def level_of(count: PupilCount | None, level: str) -> str:
    """The pupils of a level as a cell."""
    pupils = None if count is None else getattr(count, level)
    return "–" if pupils is None else number(pupils)


def kind_words(kind: str) -> str:
    """What DUO's letters for a kind of school stand for."""
    return {
        "Bo": _("Bo: primary school."),
        "Sbo": _("Sbo: special primary school."),
        "So": _("So: special education."),
        "Vso": _("Vso: special secondary education."),
    }[kind]


def schools_excel(frame: Frame, mine: tuple[School, ...], by_date: Counts) -> bytes:
    """A row for every school and count date."""
    rows = [
        {
            _("BRIN"): s.school_id,
            _("School"): s.name,
            _("Place"): s.place,
            _("Kind"): s.kind,
            _("Own target"): s.own_target,
            _("Counted on"): count_date,
            _("Pupils"): count.total,
            **{level_name(level).capitalize(): getattr(count, level) for level in LEVELS},
            _("Source"): source_word(count),
        }
        for s in mine
        for count_date, counted in by_date.items()
        if (count := counted.get(s.school_id))
    ]
    about = _("Pupils as DUO counts them on 1 October, or as the board filled them in itself")
    return board_excel(frame.board, frame.as_of, pd.DataFrame(rows), _("Schools and pupils"), about=[about])


def source_word(count: PupilCount) -> str:
    """Where a count comes from."""
    return _("filled in by hand") if count.source == "hand" else "DUO"
