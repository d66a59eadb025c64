"""Sections about devices: where schools stand, how old the fleet is, and how much is known of it."""

from collections.abc import Sequence
from typing import Final

from planning.core.notation import day, listed, money, number, one_in, percent, target_one_in
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.ratios.rules import SchoolRatio, quality_level
from planning.ratios.sentences import group_answer
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
from planning.rounds.model import numbered
from planning.rounds.scenario_plans import running_money

TONES: Final = {"on_target": Tone.GOOD, "nearly": Tone.FAIR, "short": Tone.SHORT, "unknown": Tone.QUIET}
LEVEL_TONES: Final = {"good": Tone.GOOD, "fair": Tone.FAIR, "weak": Tone.SHORT}


def standing(sources: ReportSources, choice: ReportChoice) -> ReportSection:
    """Pupils per device by school, and the fleet they have them with."""
    ratio = sources.ratio
    schools = best_first([school for school in ratio.schools if choice.has(school.school_id)])
    parts: list[ReportPart] = _since(sources)
    if len(ratio.schools) > 1 and (known := [school for school in schools if school.pupils_per_device]):
        parts.append(_ratio_chart(known, ratio.target))
    if schools:
        parts.append(_ratio_table(schools))
    fleet = _fleet_parts(sources)
    if fleet:
        parts += [_fleet_sentence(sources), *fleet]
    return ReportSection(
        SectionKey.STANDING,
        section_title(SectionKey.STANDING) if sources.is_whole else _("Where the school stands"),
        bare(group_answer(ratio, own=not sources.is_whole)),
        _figures(sources),
        tuple(parts),
    )


def _since(sources: ReportSources) -> list[ReportPart]:
    """Where the same schools stood at the last meeting of the board."""
    then, now = sources.before, sources.ratio
    if not then.known or {one.school_id for one in then.known} != {one.school_id for one in now.known}:
        return []
    text = ngettext(
        "On {day} that was {ratio}, with {n} device short and {past} past their life span.",
        "On {day} that was {ratio}, with {n} devices short and {past} past their life span.",
        then.shortage,
    )
    return [
        text.format(
            day=day(sources.since),
            ratio=one_in(then.pupils_per_device),
            n=number(then.shortage),
            past=number(then.past_life),
        )
    ]


def _figures(sources: ReportSources) -> tuple[ReportFigure, ...]:
    ratio = sources.ratio
    if not ratio.known:
        return ()
    of_total = _("of {n}").format(n=number(len(ratio.schools)))
    target = _("target {target}").format(target=target_one_in(ratio.target))
    figures = [ReportFigure(_("Pupils per device"), ratio.pupils_per_device, Unit.ONE_IN, target)]
    if len(ratio.schools) > 1:
        figures.append(ReportFigure(_("Schools on target"), ratio.on_target, Unit.COUNT, of_total))
    figures.append(ReportFigure(_("Devices short"), ratio.shortage, Unit.COUNT))
    counting = _("of {n}").format(n=number(ratio.countable))
    figures.append(ReportFigure(_("Past life span"), ratio.past_life, Unit.COUNT, counting))
    running = running_money(sources.rounds) if sources.rounds is not None else None
    if sources.rounds is not None and running is not None:
        n = numbered(sources.rounds.rounds)[running.round_id]
        name = _("Ordered in {round}").format(round=_("round {n}").format(n=number(n)))
        note = _("{share} of {budget}").format(
            share=percent((running.committed + running.spent) / running.budget) if running.budget else "–",
            budget=money(running.budget),
        )
        figures.append(ReportFigure(name, running.committed + running.spent, Unit.EUROS, note))
    return tuple(figures)


def best_first(schools: Sequence[SchoolRatio]) -> list[SchoolRatio]:
    """As the screens order them: fewest pupils for each device first, those that are not known last."""

    def place(school: SchoolRatio) -> tuple[bool, float, object]:
        ratio = school.pupils_per_device
        return ratio is None, ratio or 0.0, name_key(school.name)

    return sorted(schools, key=place)


def _ratio_chart(schools: Sequence[SchoolRatio], target: float) -> ReportChart:
    return ReportChart(
        ChartKind.BARS,
        _("Pupils per device, by school"),
        tuple(school.name for school in schools),
        (ReportSeries(_("Pupils per device"), tuple(school.pupils_per_device for school in schools)),),
        Unit.ONE_IN,
        tuple(TONES[school.status] for school in schools),
        ((Tone.GOOD, _("on target")), (Tone.FAIR, _("nearly on target")), (Tone.SHORT, _("short of devices"))),
        target,
        _("target of the board"),
    )


def _ratio_table(schools: Sequence[SchoolRatio]) -> ReportTable:
    columns = (
        ReportColumn("school", _("School"), Unit.TEXT, width=3.1),
        ReportColumn("pupils", _("Pupils"), Unit.COUNT, is_summed=True, width=1.1),
        ReportColumn("devices", _("Devices that count"), Unit.COUNT, is_summed=True, width=1.1),
        ReportColumn("ratio", _("Pupils per device"), Unit.ONE_IN, "{pupils}/{devices}", width=1.25),
        ReportColumn("target", _("Target"), Unit.TARGET, width=1.1),
        ReportColumn("needed", _("Needed"), Unit.COUNT, "ROUNDUP({pupils}/{target},0)", is_summed=True),
        ReportColumn("short", _("Short"), Unit.COUNT, "MAX(0,{needed}-{devices})", is_summed=True, width=0.9),
        ReportColumn("past", _("Past life span"), Unit.COUNT, is_summed=True, width=1.2),
    )
    rows = tuple(
        (
            school.name,
            school.pupils,
            school.countable,
            school.pupils_per_device,
            school.target,
            school.needed,
            school.shortage,
            school.past_life if school.counted_on else None,
        )
        for school in schools
    )
    known = [school for school in schools if school.status != "unknown"]
    total = None
    if len(schools) > 1 and known == list(schools):
        pupils, devices = sum(s.pupils or 0 for s in known), sum(s.countable or 0 for s in known)
        needed, short = sum(s.needed or 0 for s in known), sum(s.shortage or 0 for s in known)
        past = sum(s.past_life for s in known)
        total = (_("Together"), pupils, devices, pupils / devices if devices else None, None, needed, short, past)
    title = _("Schools against their target") if len(schools) > 1 else _("The school against its target")
    return ReportTable(title, columns, rows, total)


def _fleet_sentence(sources: ReportSources) -> str:
    ratio = sources.ratio
    text = ngettext(
        "{n} device counts; {old} of them are past their life span.",
        "{n} devices count; {old} of them are past their life span.",
        ratio.countable,
    )
    return text.format(n=number(ratio.countable), old=number(ratio.past_life))


def _fleet_parts(sources: ReportSources) -> list[ReportPart]:
    """The devices that count, by year of purchase and by kind."""
    fleet = sources.ratios.fleet(sources.as_of)
    counting = fleet[fleet["reason"] == "counts"]
    if not len(counting):
        return []
    sums: dict[tuple[int, bool], int] = {}
    kinds: dict[str, list[int]] = {}
    for kind, latest, past, n in zip(
        counting["kind"], counting["purchased_latest"], counting["past_life"], counting["count"], strict=True
    ):
        year = latest.year if latest else 0
        sums[year, past] = sums.get((year, past), 0) + int(n)
        held = kinds.setdefault(kind, [0, 0])
        held[0] += int(n)
        held[1] += int(n) if past else 0
    years = [*sorted({year for year, _past in sums if year}), *([0] if any(not year for year, _past in sums) else [])]
    chart = ReportChart(
        ChartKind.STACK,
        _("Devices that count, by year of purchase"),
        tuple(str(year) if year else _("unknown") for year in years),
        (
            ReportSeries(_("within life span"), tuple(sums.get((year, False), 0) for year in years), Tone.MAIN),
            ReportSeries(_("past life span"), tuple(sums.get((year, True), 0) for year in years), Tone.OTHER),
        ),
        Unit.COUNT,
    )
    columns = (
        ReportColumn("kind", _("Kind"), Unit.TEXT, width=3),
        ReportColumn("devices", _("Devices that count"), Unit.COUNT, is_summed=True),
        ReportColumn("past", _("Past life span"), Unit.COUNT, is_summed=True),
        ReportColumn("share", _("Part past life span"), Unit.SHARE, "{past}/{devices}"),
    )
    rows = tuple(
        (_capital(sources.ratios.kinds[kind].name(2)), n, past, past / n)
        for kind, (n, past) in sorted(kinds.items(), key=lambda item: -item[1][0])
    )
    all_devices, all_past = sum(n for n, _past in kinds.values()), sum(past for _n, past in kinds.values())
    total = (_("Together"), all_devices, all_past, all_past / all_devices)
    return [chart, ReportTable(_("Devices that count, by kind"), columns, rows, total)]


def quality(sources: ReportSources, choice: ReportChoice) -> ReportSection:
    """How much is known of the devices that the ratio is made of."""
    schools = [school for school in sources.ratio.schools if choice.has(school.school_id)]
    known = [school for school in schools if school.quality is not None]
    good = sum(quality_level(school.quality or 0) == "good" for school in known)
    stale = [school.name for school in schools if school.is_stale]
    text = ngettext(
        "For {n} of the {total} school enough is known to rely on.",
        "For {n} of the {total} schools enough is known to rely on.",
        len(schools),
    )
    parts: list[ReportPart] = []
    if stale:
        told = ngettext(
            "The list of {schools} is older than {days} days; what it says may be off.",
            "The lists of {schools} are older than {days} days; what they say may be off.",
            len(stale),
        )
        parts.append(told.format(schools=listed(stale), days=number(sources.board.stale_after_days)))
    missing = [school.name for school in schools if school.counted_on is None]
    if missing:
        parts.append(_("There is no list yet of {schools}.").format(schools=listed(missing)))
    ordered = sorted(known, key=lambda school: (-(school.quality or 0), name_key(school.name)))
    if len(known) > 1:
        parts.append(_quality_chart(ordered))
    parts.append(_quality_table(sources, [*ordered, *(one for one in schools if one not in known)]))
    return ReportSection(
        SectionKey.QUALITY,
        section_title(SectionKey.QUALITY),
        _quality_of(schools[0]) if len(schools) == 1 else text.format(n=number(good), total=number(len(schools))),
        (),
        tuple(parts),
    )


def _quality_of(school: SchoolRatio) -> str:
    """The same of one school."""
    if school.quality is None or school.counted_on is None:
        return _("There is no list yet of {schools}.").format(schools=school.name)
    text = _("Of the devices of {school} {points} of 100 points are known; the list is of {day}.")
    return text.format(school=school.name, points=number(school.quality), day=day(school.counted_on))


def _quality_chart(schools: Sequence[SchoolRatio]) -> ReportChart:
    return ReportChart(
        ChartKind.BARS,
        _("Known of the devices, in points of 100"),
        tuple(school.name for school in schools),
        (ReportSeries(_("Points"), tuple(float(school.quality or 0) for school in schools)),),
        Unit.COUNT,
        tuple(LEVEL_TONES[quality_level(school.quality or 0)] for school in schools),
        ((Tone.GOOD, _("good")), (Tone.FAIR, _("fair")), (Tone.SHORT, _("weak"))),
    )


def _quality_table(sources: ReportSources, schools: Sequence[SchoolRatio]) -> ReportTable:
    words = {"good": _("good"), "fair": _("fair"), "weak": _("weak")}
    rows = tuple(
        (
            school.name,
            school.counted_on,
            (sources.as_of - school.counted_on).days if school.counted_on else None,
            school.quality,
            words[quality_level(school.quality)] if school.quality is not None else None,
        )
        for school in schools
    )
    columns = (
        ReportColumn("school", _("School"), Unit.TEXT, width=3),
        ReportColumn("list", _("Inventory of"), Unit.DAY, width=1.3),
        ReportColumn("age", _("Days old"), Unit.COUNT),
        ReportColumn("points", _("Points"), Unit.COUNT),
        ReportColumn("level", _("Data quality"), Unit.TEXT, width=1.3),
    )
    note = _("Days old on {day}.").format(day=day(sources.as_of))
    return ReportTable(_("How recent and how complete the lists are"), columns, rows, note=note)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
