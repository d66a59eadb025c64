"""Competences, part one: vision -> competence -> wanted -> now; the heat map of schools; where the gap is."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from pages.competences.chart import heat_map
from pages.competences.data import competences_view
from pages.competences.words import (
    cell_text,
    change_text,
    gap_text,
    levels_text,
    mark,
    not_scanned,
    numbered,
    since,
    teachers,
    too_small,
)
from pages.parts.frame import Frame, plain, table_and_download
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from pages.quality_teams.data import teams_view
from pages.school.place import SCHOOL
from planning.competences.frameworks import OWN, frameworks, scales
from planning.competences.offers import answering, state_name
from planning.competences.picture import CompetenceSet, Gap, Picture
from planning.core.notation import NBSP, day, listed, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.quality_teams.rules import served
from planning.workbooks.board_table import board_excel

NAMED = 8


def show(frame: Frame, adopted: CompetenceSet, found: Picture) -> None:
    """The picture of the schools within reach on the reference date."""
    if found.last:
        heat_card(frame, adopted, found)
    frame.card("competences_below", lambda: below(frame, adopted, found))


def below(frame: Frame, adopted: CompetenceSet, found: Picture) -> None:
    """Where the gap is, and what the competences serve."""
    left, right = st.columns([2, 1])
    with left:
        gaps_card(frame, found)
    with right:
        vision_card(frame, adopted, found)


def heat_card(frame: Frame, adopted: CompetenceSet, found: Picture) -> None:
    """Schools against competences, alphabetically: no ranking."""

    def heat() -> None:
        st.subheader(_("School by school"), anchor=False)
        legend = [
            ":green-badge[● " + _("at the wanted level") + "]",
            ":yellow-badge[◇ " + _("at most half a level below it") + "]",
            ":red-badge[▶ " + _("further below it") + "]",
            ":gray-badge[" + ("<5 " if frame.theme.compact else "") + _("too small: fewer than 5 teachers") + "]",
        ]
        st.markdown(" ".join(legend))
        st.plotly_chart(
            frame.chart("competences", lambda: heat_map(found, frame.theme)),
            theme=None,
            config=CONFIG,
            key="competences_heat",
            alt=_("Heat map: present level of every core competence for each school, schools in alphabetical order"),
        )
        if frame.theme.compact:
            st.caption(numbered(found.members))

    def notes() -> None:
        text = _("Rounded mean level of the teachers of a school, so that nobody is recognised. Levels: {levels}.")
        st.caption(text.format(levels=levels_text(scales()[adopted.scale])))
        missing = not_scanned(found)
        if missing:
            text = ngettext(
                "{n} school without a self-scan: {names}.", "{n} schools without a self-scan: {names}.", len(missing)
            )
            names = missing[:NAMED] + (["…"] if len(missing) > NAMED else [])
            st.caption(text.format(n=number(len(missing)), names=", ".join(names)))

    with st.container(border=True):
        frame.card("competences_heat", heat)
        if table_and_download(
            "competences",
            lambda: heat_excel(frame, adopted, found),
            _("competences-{day}.xlsx").format(day=frame.as_of.isoformat()),
        ):
            show_table(heat_table(found), _("School by school"), beside=True)
        frame.card("competences_notes", notes)


def heat_table(found: Picture) -> list[dict[str, str]]:
    """The same as the heat map, with the date of the scan and the change since the one before."""
    rows = []
    for school in found.schools:
        if school.school_id not in found.last:
            continue
        row = {
            _("School"): f"[{plain(school.name)}]({SCHOOL.url(school=school.school_id)})",
            _("Self-scan of"): since(found, school.school_id),
            _("Answered"): teachers(found.last[school.school_id].teachers),
        }
        for member in found.members:
            cell = found.cell(school.school_id, member)
            change = "" if not cell.change else f" ({change_text(cell.change)})"
            wanted = _("wanted {n}").format(n=number(member.wanted))
            row[f"{plain(member.name)} ({wanted})"] = cell_text(cell) + change
        rows.append(row)
    return rows


def heat_excel(frame: Frame, adopted: CompetenceSet, found: Picture) -> bytes:
    """What may be shown, as numbers."""
    rows = []
    for school in found.schools:
        scan = found.last.get(school.school_id)
        row: dict[str, object] = {
            _("BRIN"): school.school_id,
            _("School"): school.name,
            _("Self-scan of"): scan.scanned_on if scan else None,
            _("Answered"): teachers(scan.teachers) if scan else None,
        }
        for member in found.members:
            cell = found.cell(school.school_id, member)
            row[member.name] = cell.level if cell.level is not None else cell_text(cell)
        rows.append(row)
    about = [
        _("Core competences adopted on {day}").format(day=day(adopted.adopted_on)),
        _("Rounded mean level of the teachers of a school; groups of fewer than 5 teachers are not shown"),
    ]
    return board_excel(frame.board, frame.as_of, pd.DataFrame(rows), _("Core competences"), about=about)


def gaps_card(frame: Frame, found: Picture) -> None:
    """Each competence: wanted, now, gap, change, and what answers it."""
    with st.container(border=True, height="stretch"):
        st.subheader(_("Where the gap is, and what answers it"), anchor=False)
        gaps = sorted(found.gaps(), key=lambda gap: -(gap.gap if gap.gap is not None else -9))
        rows = [_gap_row(frame, gap) for gap in gaps]
        if frame.theme.compact:
            st.markdown("\n".join(_gap_line(row) for row in rows))
        else:
            show_table(
                rows,
                _("Where the gap is, and what answers it"),
                figures=[_("Wanted"), _("Now"), _("Gap"), _("Schools there"), _("Change since before")],
            )
        if any(gap.too_small and not gap.shown for gap in gaps):
            st.caption(too_small())
        compared = max((gap.compared for gap in gaps), default=0)
        if compared:
            text = ngettext(
                "Change: of {n} school that held a scan before.",
                "Change: of {n} schools that held a scan before.",
                compared,
            )
            st.caption(text.format(n=number(compared)))


def _gap_row(frame: Frame, gap: Gap) -> dict[str, str]:
    offers = answering(competences_view(frame).offers, gap.member.key)
    answered = [f"{plain(one.title)} ({state_name(one.state)})" for one in offers]
    visits = served(teams_view(frame).visits, frame.as_of).get(gap.member.key, 0)
    if visits:
        answered.append(ngettext("{n} visit", "{n} visits", visits).format(n=number(visits)))
    level = "–" if gap.level is None else number(gap.level, 1)
    row = {
        _("Competence"): plain(gap.member.name),
        _("Wanted"): number(gap.member.wanted),
        _("Now"): level,
        _("Gap"): "–" if gap.gap is None else gap_text(gap.gap),
    }
    if frame.person.reach is None:
        reached = _("{n} of {total}").format(n=number(gap.at_wanted), total=number(gap.shown))
        row[_("Schools there")] = reached.replace(" ", NBSP)
    return row | {
        _("Change since before"): change_text(gap.change),
        _("Training and visits"): ", ".join(answered) or "–",
    }


def _gap_line(row: Mapping[str, str]) -> str:
    """A row where there is no room for its columns."""
    (_competence, name), *rest = row.items()
    told = [f"{column.lower()}: {text}" for column, text in rest if text != "–"]
    return f"- **{name}** · {' · '.join(told[:3])}  \n  :small[{' · '.join(told[3:])}]"


def vision_card(frame: Frame, adopted: CompetenceSet, found: Picture) -> None:
    """The statements of the vision, and under each the competences that serve it."""
    with st.container(border=True, height="stretch", gap="small"):
        st.subheader(_("From vision to competence"), anchor=False)
        by_key = {gap.member.key: gap for gap in found.gaps()}
        statements = list(dict.fromkeys(text for member in adopted.members for text in member.visions))
        for statement in statements:
            lines = [_line(by_key[one.key]) for one in adopted.members if statement in one.visions]
            st.markdown("  \n".join([f"**‘{plain(statement)}’**", *lines]))
        loose = [_line(by_key[one.key]) for one in adopted.members if not one.visions]
        if loose:
            st.markdown("  \n".join([_("**Not tied to the vision yet**"), *loose]))
        st.caption(
            _("Adopted on {day} by {name}.").format(day=day(adopted.adopted_on), name=plain(adopted.adopted_by))
            + " "
            + sources_text(adopted)
        )


def _line(gap: Gap) -> str:
    wanted = _("wanted {n}").format(n=number(gap.member.wanted))
    if gap.level is None or gap.gap is None:
        return f"{plain(gap.member.name)} · {wanted}"
    now = _("now {n}").format(n=number(gap.level, 1))
    return f"{mark(gap.gap)} {plain(gap.member.name)} · {wanted}, **{now}**"


def sources_text(adopted: CompetenceSet) -> str:
    """The frameworks that competences of a set are from, with licence and address."""
    used = dict.fromkeys(member.source for member in adopted.members if member.source != OWN)
    known = [frameworks()[source] for source in used if source in frameworks()]
    titles = [f"[{one.title}]({one.source})" + (f", {one.licence}" if one.licence else "") for one in known]
    return _("With competences of {frameworks}.").format(frameworks=listed(titles)) if titles else ""
