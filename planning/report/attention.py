"""Sections about what asks for attention, and what is asked to decide."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from planning.attention.devices import DeviceSignal
from planning.attention.goals import LateMilestones
from planning.attention.privacy import PolicyWaits, RegisterSignal
from planning.attention.rounds import PlanDiffers, RoundToOrder
from planning.attention.signal import Signal
from planning.attention.systems import SystemSignal
from planning.attention.teams import TeamSignal
from planning.core.notation import day, listed, money, number
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
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
from planning.report.words import bare, section_title
from planning.rounds.choice_rules import round_name

_NAMED: Final = 4
SUBJECTS: Final = {
    "incident": N_("IBP"),
    "request_due": N_("IBP"),
    "no_plan": N_("Rounds"),
    "plan_differs": N_("Rounds"),
    "round_to_order": N_("Rounds"),
    "policy_waits": N_("IBP"),
    "agreements": N_("IBP"),
    "system_without_agreement": N_("Systems"),
    "contract_ends": N_("Systems"),
    "no_inventory": N_("Devices"),
    "no_pupils": N_("Devices"),
    "far_behind": N_("Devices"),
    "late_milestone": N_("Goals"),
    "choice_waits": N_("Choices"),
    "list_asked": N_("Devices"),
    "stale": N_("Devices"),
    "requests_wait": N_("Quality teams"),
    "support_ends": N_("Devices"),
    "not_visited": N_("Quality teams"),
    "past_life": N_("Devices"),
}
"""What a signal is about; those of the learning network are no news for who reads a report."""
OF_INCIDENTS: Final = frozenset(("incident", "request_due"))
"""Told as a number only, and to the supervisors only."""


def attention_section(sources: ReportSources, choice: ReportChoice) -> ReportSection:
    """Everything that asks for attention, worst first."""
    found = [signal for signal in sources.signals() if signal.code in SUBJECTS and _may_know(signal, choice)]
    title = section_title(SectionKey.ATTENTION)
    if not found:
        return ReportSection(SectionKey.ATTENTION, title, _("Nothing asks for attention on this date."))
    told = _told(sources, found)
    text = ngettext("{n} thing asks for attention.", "{n} things ask for attention.", len(told))
    columns = (
        ReportColumn("subject", _("About"), Unit.TEXT, width=1),
        ReportColumn("what", _("What asks for attention, worst first"), Unit.TEXT, width=5),
    )
    table = ReportTable(title, columns, tuple(told))
    return ReportSection(SectionKey.ATTENTION, title, text.format(n=number(len(told))), (), (table,))


def _may_know(signal: Signal, choice: ReportChoice) -> bool:
    return signal.code not in OF_INCIDENTS or choice.audience is Audience.SUPERVISORS


def _told(sources: ReportSources, found: Sequence[Signal]) -> list[tuple[str, str]]:
    """Subject and sentence; clocks of incidents together, without a school or a word of what it is about."""
    clocks = sum(signal.code == "incident" for signal in found)
    told = []
    if clocks:
        text = ngettext(
            "The 72 hours of {n} incident are running.", "The 72 hours of {n} incidents are running.", clocks
        )
        told.append((_("IBP"), text.format(n=number(clocks))))
    others = (signal for signal in found if signal.code != "incident")
    return told + [(_(SUBJECTS[signal.code]), sentence_of(sources, signal)) for signal in others]


def sentence_of(sources: ReportSources, signal: Signal) -> str:
    """What a signal says, as on the screens."""
    return bare(_SENTENCES[signal.code](sources, signal))


def _schools(sources: ReportSources, signal: Signal) -> str:
    n = len(signal.schools)
    if n > _NAMED:
        return ngettext("{n} school", "{n} schools", n).format(n=number(n))
    return listed([school.name for school in sources.ratios.schools if school.school_id in signal.schools])


def _devices(words: Callable[[int], str]) -> Callable[[ReportSources, Any], str]:
    """A sentence whose words depend on how many schools it is about."""

    def text(sources: ReportSources, signal: DeviceSignal) -> str:
        n = signal.devices
        count = ngettext("{n} device", "{n} devices", n).format(n=number(n))
        return words(len(signal.schools)).format(
            names=_schools(sources, signal),
            count=count,
            when=day(signal.day) if signal.day else "",
            days=number(sources.board.stale_after_days),
        )

    return text


def _late(_sources: ReportSources, signal: LateMilestones) -> str:
    first, n = signal.milestones[0], len(signal.milestones)
    text = ngettext(
        "**Goal {goal}** – {title} ({when}).",
        "**{n} milestones** are late, the longest of goal {goal} – {title} ({when}).",
        n,
    )
    told = text.format(n=number(n), goal=first.goal, title=first.title, when=day(first.due))
    return _("A milestone is late: {what}").format(what=told[:1].lower() + told[1:]) if n == 1 else told


def _differs(_sources: ReportSources, signal: PlanDiffers) -> str:
    n = len(signal.schools)
    text = _("**Plan {version}** differs from what is best now.").format(version=number(signal.version))
    schools = ngettext("{n} school gets something else", "{n} schools get something else", n).format(n=number(n))
    if not signal.cents:
        return f"{text} {schools[:1].upper()}{schools[1:]}."
    more = _("{money} more in all") if signal.cents > 0 else _("{money} less in all")
    return f"{text} {schools[:1].upper()}{schools[1:]}, {more.format(money=money(abs(signal.cents)))}."


def _to_order(sources: ReportSources, signal: RoundToOrder) -> str:
    rounds = sources.rounds.rounds if sources.rounds else ()
    name = next((round_name(one, rounds) for one in rounds if one.round_id == signal.round_id), _("Round"))
    text = ngettext(
        "**{round}**: {n} of the {planned} devices is not ordered yet. The round is on {when}.",
        "**{round}**: {n} of the {planned} devices are not ordered yet. The round is on {when}.",
        signal.devices,
    )
    n, planned = number(signal.devices), number(signal.planned)
    return text.format(round=name, n=n, planned=planned, when=day(signal.on))


def _policy(_sources: ReportSources, signal: PolicyWaits) -> str:
    text = {
        "board": _("**Version {n} of the IBP policy** waits for the board."),
        "gmr": _("**Version {n} of the IBP policy** waits for the consent of the GMR."),
        "review": _("**Version {n} of the IBP policy** was to be looked at again on {when}."),
    }[signal.waits_for]
    planned = _(" It is planned on {when}.") if signal.waits_for == "board" and signal.day else ""
    return (text + planned).format(n=number(signal.version), when=day(signal.day) if signal.day else "")


def _agreements(_sources: ReportSources, signal: RegisterSignal) -> str:
    told = []
    if signal.number:
        text = ngettext(
            "**{n} processor** has no signed agreement.", "**{n} processors** have no signed agreement.", signal.number
        )
        told.append(text.format(n=number(signal.number)))
    if signal.day:
        told.append(_("An agreement ends on {when}.").format(when=day(signal.day)))
    return " ".join(told)


def _request(_sources: ReportSources, signal: RegisterSignal) -> str:
    text = ngettext(
        "**{n} request** must be answered by {when}.",
        "**{n} requests** must be answered, the first by {when}.",
        signal.number,
    )
    told = text.format(n=number(signal.number), when=day(signal.day) if signal.day else "")
    return _("Of people who ask for their data: {what}").format(what=told)


def _lacking(_sources: ReportSources, signal: SystemSignal) -> str:
    return ngettext(
        "**{name}** holds personal data and has no processing agreement that holds.",
        "**{n} systems** hold personal data and have no processing agreement that holds, {name} among them.",
        signal.number,
    ).format(n=number(signal.number), name=signal.name)


def _contract(_sources: ReportSources, signal: SystemSignal) -> str:
    text = ngettext(
        "The contract of **{name}** asks for a decision by {when}.",
        "**{n} contracts** of systems ask for a decision, the first ({name}) by {when}.",
        signal.number,
    )
    return text.format(n=number(signal.number), name=signal.name, when=day(signal.day) if signal.day else "")


def _waiting(sources: ReportSources, signal: TeamSignal) -> str:
    text = ngettext(
        "{names} waits longer than two weeks for an answer of the quality team, since {when}.",
        "{names} wait longer than two weeks for an answer of the quality team, the first since {when}.",
        len(signal.schools),
    )
    return text.format(names=_schools(sources, signal), when=day(signal.day) if signal.day else "")


def _quiet(sources: ReportSources, signal: TeamSignal) -> str:
    text = ngettext(
        "{names} saw nobody of a quality team for eight weeks or longer.",
        "{names} saw nobody of a quality team for eight weeks or longer.",
        len(signal.schools),
    )
    return text.format(names=_schools(sources, signal))


def _own_choices(sources: ReportSources, signal: Signal) -> str:
    text = ngettext(
        "{schools} made its own choice, which the rounds do not have yet.",
        "{schools} made their own choice, which the rounds do not have yet.",
        len(signal.schools),
    )
    return text.format(schools=_schools(sources, signal))


_SENTENCES: Final[Mapping[str, Callable[[ReportSources, Any], str]]] = {
    "request_due": _request,
    "no_plan": lambda _s, _g: _("**No plan is approved yet.** Orders follow from a plan that is."),
    "plan_differs": _differs,
    "round_to_order": _to_order,
    "policy_waits": _policy,
    "agreements": _agreements,
    "system_without_agreement": _lacking,
    "contract_ends": _contract,
    "no_inventory": _devices(lambda n: ngettext("{names} has no inventory yet.", "{names} have no inventory yet.", n)),
    "no_pupils": _devices(lambda n: ngettext("{names} has no pupil count yet.", "{names} have no pupil count yet.", n)),
    "far_behind": _devices(
        lambda n: ngettext(
            "{names} has fewer than half of the devices it needs: {count} short.",
            "{names} have fewer than half of the devices they need: together {count} short.",
            n,
        )
    ),
    "late_milestone": _late,
    "choice_waits": _own_choices,
    "list_asked": _devices(
        lambda n: ngettext(
            "{names} has not said yet whether its list is still right; asked by {when}.",
            "{names} have not said yet whether their lists are still right; asked by {when}.",
            n,
        )
    ),
    "stale": _devices(
        lambda n: ngettext(
            "{names}: inventory older than {days} days, of {when}. The ratio may be off.",
            "{names}: inventories older than {days} days, the oldest of {when}. The ratio may be off.",
            n,
        )
    ),
    "requests_wait": _waiting,
    "support_ends": _devices(
        lambda _n: _(
            "{count} at {names} get no updates any more within a year, the first after {when}, and then do not count."
        )
    ),
    "not_visited": _quiet,
    "past_life": _devices(lambda _n: _("{count} at {names} are past their life span and still count.")),
}


def decisions_section(sources: ReportSources, choice: ReportChoice) -> ReportSection | None:
    """What is asked to decide: in the board's own words, and what waits for a decision by the data."""
    asked = list(choice.decisions)
    if choice.audience is Audience.SUPERVISORS:
        asked += [text for signal in sources.signals() if (text := _decision(sources, signal))]
    elif choice.audience is Audience.COUNCIL:
        asked += [
            _("To consent to version {n} of the IBP policy.").format(n=number(signal.version))
            for signal in sources.signals()
            if isinstance(signal, PolicyWaits) and signal.waits_for == "gmr"
        ]
    title = section_title(SectionKey.DECISIONS)
    if not asked:
        return ReportSection(SectionKey.DECISIONS, title, _("No decision is asked."))
    text = ngettext("{n} decision is asked.", "{n} decisions are asked.", len(asked))
    parts: tuple[ReportPart, ...] = (ReportPoints(tuple(asked)),)
    return ReportSection(SectionKey.DECISIONS, title, text.format(n=number(len(asked))), (), parts)


def _decision(sources: ReportSources, signal: Signal) -> str:
    if signal.code == "no_plan":
        return _("To approve a plan for the rounds.")
    if isinstance(signal, PlanDiffers):
        version = number(signal.version)
        return _("To keep plan {version} for the rounds, or to approve what is best now.").format(version=version)
    if isinstance(signal, PolicyWaits) and signal.waits_for in ("board", "review"):
        text = {
            "board": _("To adopt version {n} of the IBP policy."),
            "review": _("To look at version {n} of the IBP policy again."),
        }[signal.waits_for]
        return text.format(n=number(signal.version))
    if isinstance(signal, SystemSignal) and signal.code == "contract_ends":
        text = ngettext(
            "To end or go on with {n} contract of a system.",
            "To end or go on with {n} contracts of systems.",
            signal.number,
        )
        return text.format(n=number(signal.number))
    return ""
