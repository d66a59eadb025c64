"""Sections about what asks for attention, and what is asked to decide."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from planning.attention import sentences as say
from planning.attention.devices import DeviceSignal
from planning.attention.goals import LateMilestones
from planning.attention.privacy import PolicyWaits, RegisterSignal
from planning.attention.rounds import PlanDiffers, RoundToOrder
from planning.attention.signal import Signal
from planning.attention.systems import SystemSignal
from planning.core.notation import number
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
    "contract_over": N_("Systems"),
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
        return ReportSection(SectionKey.ATTENTION, title, _("Nothing needs attention on this date."))
    told = _told(sources, found)
    text = ngettext("{n} thing needs attention.", "{n} things need attention.", len(told))
    columns = (
        ReportColumn("subject", _("About"), Unit.TEXT, width=1),
        ReportColumn("what", _("What needs attention, worst first"), Unit.TEXT, width=5),
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


def _devices(sources: ReportSources, signal: DeviceSignal) -> str:
    return say.devices_sentence(signal, sources.ratios.schools, sources.board.stale_after_days, str)


def _late(_sources: ReportSources, signal: LateMilestones) -> str:
    """On a screen the badge says that it is late."""
    told = say.late_milestones_sentence(signal, str)
    return told if len(signal.milestones) > 1 else _("A milestone is late: {what}").format(what=told)


def _to_order(sources: ReportSources, signal: RoundToOrder) -> str:
    return say.round_to_order_sentence(signal, sources.rounds.rounds if sources.rounds else (), str)


def _request(_sources: ReportSources, signal: RegisterSignal) -> str:
    """On a screen the badge says what sort of request."""
    return _("From people who ask for their data: {what}").format(what=say.requests_due_sentence(signal))


def _own_choices(sources: ReportSources, signal: Signal) -> str:
    """Said here and not with the other sentences: the screen asks to act on it, a report tells it."""
    text = ngettext(
        "{schools} made its own choice, which the rounds do not have yet.",
        "{schools} made their own choice, which the rounds do not have yet.",
        len(signal.schools),
    )
    return text.format(schools=say.schools_named(signal, sources.ratios.schools, str))


_SENTENCES: Final[Mapping[str, Callable[[ReportSources, Any], str]]] = {
    "request_due": _request,
    "no_plan": lambda _s, _g: say.no_plan_sentence(),
    "plan_differs": lambda _s, signal: say.plan_differs_sentence(signal),
    "round_to_order": _to_order,
    "policy_waits": lambda _s, signal: say.policy_sentence(signal),
    "agreements": lambda _s, signal: say.agreements_sentence(signal),
    "system_without_agreement": lambda _s, signal: say.without_agreement_sentence(signal, str),
    "contract_ends": lambda _s, signal: say.contracts_sentence(signal, str),
    "contract_over": lambda _s, signal: say.contracts_over_sentence(signal, str),
    "no_inventory": _devices,
    "no_pupils": _devices,
    "far_behind": _devices,
    "late_milestone": _late,
    "choice_waits": _own_choices,
    "list_asked": _devices,
    "stale": _devices,
    "requests_wait": lambda sources, signal: say.requests_wait_sentence(signal, sources.ratios.schools, str),
    "support_ends": _devices,
    "not_visited": lambda sources, signal: say.not_visited_sentence(signal, sources.ratios.schools, str),
    "past_life": _devices,
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
        return ReportSection(SectionKey.DECISIONS, title, _("No decision is asked for."))
    text = ngettext("{n} decision is asked for.", "{n} decisions are asked for.", len(asked))
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
