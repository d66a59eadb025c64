"""Sections about people and what they set out to do: goals, competences, quality teams."""

from datetime import date

from planning.competences.picture import Picture, largest_gap
from planning.competences.service import progress_of as competences_progress
from planning.core.notation import day, number, short_month_and_year
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.goals.plan import Plan
from planning.goals.sentences import course_word, days_late, figure_name, figure_text, goals_answer
from planning.goals.standing import Standing, standings
from planning.quality_teams.rules import coverage, made, planned, this_school_year
from planning.quality_teams.service import progress_of as teams_progress
from planning.report.choice import ReportChoice
from planning.report.model import (
    ChartKind,
    ReportChart,
    ReportColumn,
    ReportFigure,
    ReportPart,
    ReportSection,
    ReportSeries,
    ReportTable,
    SectionKey,
    Tone,
    Unit,
)
from planning.report.sources import ReportSources
from planning.report.words import bare, section_title


def goals_section(sources: ReportSources, _choice: ReportChoice) -> ReportSection | None:
    """How every goal of the year stands: judged, counted and measured."""
    plan = sources.plan
    if plan is None or not plan.goals:
        return None
    found = standings(plan, sources.as_of)
    columns = (
        ReportColumn("goal", _("Goal"), Unit.TEXT, width=3.2),
        ReportColumn("course", _("How it goes"), Unit.TEXT, width=1.5),
        ReportColumn("done", _("Milestones reached"), Unit.COUNT, is_summed=True),
        ReportColumn("planned", _("of"), Unit.COUNT, is_summed=True, width=0.6),
        ReportColumn("note", _("Late or next"), Unit.TEXT, width=3.2),
    )
    rows = tuple(
        (
            f"{one.goal}. {plan.goal(one.goal).title}",
            course_word(one.course) if one.course else _("nothing planned yet"),
            one.done,
            one.planned,
            _milestone(one, sources.as_of),
        )
        for one in found
    )
    chart = ReportChart(
        ChartKind.BARS,
        _("Part of the milestones reached, by goal"),
        tuple(f"{one.goal}. {plan.goal(one.goal).short}" for one in found),
        (ReportSeries(_("Reached"), tuple(one.done / one.planned if one.planned else None for one in found)),),
        Unit.SHARE,
        tuple(Tone.GOOD if one.is_well else Tone.SHORT if one.late else Tone.FAIR for one in found),
        ((Tone.GOOD, _("on course")), (Tone.FAIR, _("needs attention")), (Tone.SHORT, _("late"))),
    )
    return ReportSection(
        SectionKey.GOALS,
        _("Goals of {year}").format(year=plan.year),
        bare(goals_answer(plan, found, sources.as_of)),
        (),
        (chart, ReportTable(_("How the goals stand"), columns, rows), *_measured(sources, plan)),
    )


def _milestone(one: Standing, as_of: date) -> str:
    if one.late:
        late = one.late[0]
        return f"{late.title} ({days_late(late.days_late(as_of))})"
    return f"{one.next.title} ({day(one.next.due)})" if one.next else "–"


def _measured(sources: ReportSources, plan: Plan) -> list[ReportPart]:
    rows = tuple(
        (f"{part.goal}. {plan.goal(part.goal).short}", figure_name(figure.code), figure_text(figure))
        for part in plan.sub_goals
        for figure in sources.measured.get(part.measure, ())
    )
    columns = (
        ReportColumn("part", _("Goal"), Unit.TEXT, width=2),
        ReportColumn("what", _("What is measured"), Unit.TEXT, width=3.4),
        ReportColumn("now", _("Now"), Unit.TEXT, width=1.2),
    )
    return [ReportTable(_("What is measured of the goals"), columns, rows)] if rows else []


def competences_section(sources: ReportSources, _choice: ReportChoice) -> ReportSection:
    """The level wanted of every core competence beside that of now; nothing of fewer teachers than may be shown."""
    found = sources.competences.picture(sources.as_of)
    progress = competences_progress(sources.competences, sources.as_of)
    title = section_title(SectionKey.COMPETENCES)
    if not found.members:
        message = _("The board has not adopted core competences yet.")
        return ReportSection(SectionKey.COMPETENCES, title, message)
    scanned = _("{n} of {total} schools held a self-scan this year.").format(
        n=number(progress.schools_scanned), total=number(progress.schools)
    )
    worst = largest_gap(found.gaps())
    message = scanned
    if worst is not None and worst.level is not None:
        text = _("In ‘{competence}’ the gap is largest: wanted {wanted}, now {level}.")
        told = text.format(
            competence=worst.member.name, wanted=number(worst.member.wanted), level=number(worst.level, 1)
        )
        message = f"{told} {scanned}"
    note = _("Levels of groups of fewer than five teachers are not shown, and count nowhere.")
    return ReportSection(SectionKey.COMPETENCES, title, message, (), (*_levels(found), note))


def _levels(found: Picture) -> list[ReportPart]:
    gaps = found.gaps()
    shown = [gap for gap in gaps if gap.level is not None]
    parts: list[ReportPart] = []
    if shown:
        parts.append(
            ReportChart(
                ChartKind.BARS,
                _("Level now beside the level wanted"),
                tuple(gap.member.name for gap in shown),
                (
                    ReportSeries(_("now"), tuple(gap.level for gap in shown), Tone.MAIN),
                    ReportSeries(_("wanted"), tuple(float(gap.member.wanted) for gap in shown), Tone.QUIET),
                ),
                Unit.LEVEL,
            )
        )
    columns = (
        ReportColumn("competence", _("Core competence"), Unit.TEXT, width=3.4),
        ReportColumn("wanted", _("Wanted"), Unit.LEVEL),
        ReportColumn("level", _("Now"), Unit.LEVEL),
        ReportColumn("gap", _("Gap"), Unit.LEVEL, "{wanted}-{level}"),
        ReportColumn("schools", _("Schools shown"), Unit.COUNT, width=1.2),
        ReportColumn("there", _("At the level wanted"), Unit.COUNT, width=1.3),
    )
    rows = tuple((gap.member.name, gap.member.wanted, gap.level, gap.gap, gap.shown, gap.at_wanted) for gap in gaps)
    return [*parts, ReportTable(_("Core competences"), columns, rows)]


def teams_section(sources: ReportSources, choice: ReportChoice) -> ReportSection:
    """Visits of iCoaches this school year, by month and school; no names."""
    view, as_of = sources.teams, sources.as_of
    title = section_title(SectionKey.TEAMS)
    if not view.teams:
        return ReportSection(SectionKey.TEAMS, title, _("There is no quality team yet."))
    progress = teams_progress(view, as_of)
    text = ngettext(
        "{n} of {total} school was visited this school year, in {visits} visits.",
        "{n} of {total} schools were visited this school year, in {visits} visits.",
        progress.schools_visited,
    )
    message = text.format(
        n=number(progress.schools_visited), total=number(progress.schools), visits=number(progress.visits)
    )
    quiet = view.quiet(as_of)
    if quiet:
        more = ngettext(
            "At {n} school it is eight weeks ago or longer.",
            "At {n} schools it is eight weeks ago or longer.",
            len(quiet),
        )
        message += " " + more.format(n=number(len(quiet)))
    covered = coverage(view.school_ids, view.visits, as_of)
    months = [at for at, month in enumerate(covered.months) if month <= as_of]
    chart = ReportChart(
        ChartKind.COLUMNS,
        _("Visits made, by month"),
        tuple(short_month_and_year(covered.months[at]) for at in months),
        (ReportSeries(_("Visits"), tuple(sum(done[at] for done in covered.done.values()) for at in months)),),
        Unit.COUNT,
    )
    parts: tuple[ReportPart, ...] = (chart, _visits(sources, choice))
    figures = (
        ReportFigure(_("Teams at work"), progress.teams_active, Unit.COUNT),
        ReportFigure(_("Visits this school year"), progress.visits, Unit.COUNT),
        ReportFigure(
            _("Hours used"),
            round(progress.hours_used),
            Unit.COUNT,
            _("of {n}").format(n=number(progress.hours_available)),
        ),
        ReportFigure(_("Requests without an answer"), progress.requests_open, Unit.COUNT),
    )
    return ReportSection(SectionKey.TEAMS, title, message, figures if sources.is_whole else (), parts)


def _visits(sources: ReportSources, choice: ReportChoice) -> ReportTable:
    view, as_of = sources.teams, sources.as_of
    year, coming = this_school_year(view.visits, as_of), planned(view.visits, as_of)
    columns = (
        ReportColumn("school", _("School"), Unit.TEXT, width=3),
        ReportColumn("visits", _("Visits this school year"), Unit.COUNT, is_summed=True),
        ReportColumn("last", _("Last visit"), Unit.DAY),
        ReportColumn("next", _("Next visit"), Unit.DAY),
    )
    rows = []
    for school in sorted(view.schools, key=lambda one: name_key(one.name)):
        if choice.has(school.school_id):
            key = school.school_id
            rows.append(
                (
                    school.name,
                    sum(visit.school_id == key for visit in year),
                    max((visit.day for visit in made(view.visits, as_of) if visit.school_id == key), default=None),
                    min((visit.day for visit in coming if visit.school_id == key), default=None),
                )
            )
    total = (_("Together"), sum(int(row[1]) for row in rows), None, None) if len(rows) > 1 else None
    return ReportTable(_("Visits by school"), columns, tuple(rows), total)
