"""The last section: by which rules the figures were made."""

from planning.core.notation import day, listed, number, percent, target_one_in
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.inventory.words.messages import counting_reason_name
from planning.ratios.rules import LEAST_KNOWN
from planning.report.choice import ReportChoice
from planning.report.model import (
    Audience,
    ReportColumn,
    ReportPart,
    ReportPoints,
    ReportSection,
    ReportTable,
    SectionKey,
    Unit,
)
from planning.report.sources import ReportSources
from planning.report.words import section_title


def counted_section(sources: ReportSources, choice: ReportChoice) -> ReportSection:
    """Reference date, which devices count, what a target, a shortage and a life span are, and what is left out."""
    ratio, board = sources.ratio, sources.board
    message = _("All figures hold for {day}, with what was known then.").format(day=day(sources.as_of))
    rules = [
        _(
            "Chromebooks, laptops, tablets and desktops for pupils, in use, that still get updates. "
            "Spare, broken and staff devices do not count."
        ),
        _(
            "The target of the board is {target}. Needed is pupils divided by the target, "
            "rounded up; short is what is needed less what counts, never less than zero."
        ).format(target=target_one_in(board.pupils_per_device)),
        _("The shortage of the group is that of its schools together: a device too many at one school helps no other."),
        _("Nearly on target is short of at most {share} of the devices needed.").format(
            share=percent(board.nearly_share)
        ),
        _("A figure of the group is given where at least {share} of the schools are known.").format(
            share=percent(LEAST_KNOWN)
        ),
        _(
            "A device is past its life span when the years of its kind are over or its updates end; an imprecise date "
            "of purchase counts from its latest possible day."
        ),
        _("A list is out of date after {days} days.").format(days=number(board.stale_after_days)),
        _pupils(sources),
    ]
    if not sources.is_whole:
        rules.append(_("This report is about {schools} only.").format(schools=_named(sources)))
    elif choice.schools:
        rules.append(_("Tables show the schools that were chosen; figures of the group are of all its schools."))
    if choice.audience is Audience.COUNCIL:
        rules.append(_("Names of people, incidents and what waits for the board are left out."))
    parts: list[ReportPart] = [ReportPoints(tuple(rules))]
    if ratio.left_out:
        columns = (
            ReportColumn("why", _("Left out because"), Unit.TEXT, width=3),
            ReportColumn("devices", _("Devices"), Unit.COUNT, is_summed=True),
        )
        rows = tuple((counting_reason_name(reason), n) for reason, n in ratio.left_out.items())
        total = (_("Together"), sum(ratio.left_out.values()))
        parts.append(ReportTable(_("Devices that do not count"), columns, rows, total))
    return ReportSection(SectionKey.COUNTED, section_title(SectionKey.COUNTED), message, (), tuple(parts))


def _pupils(sources: ReportSources) -> str:
    days = sorted({school.count_date for school in sources.ratio.schools if school.count_date})
    if not days:
        return _("Pupils are those of the last count of DUO.")
    return _("Pupils are those of the count of {days}.").format(days=listed([day(one) for one in days]))


def _named(sources: ReportSources) -> str:
    return listed(sorted((school.name for school in sources.ratios.schools), key=name_key))
