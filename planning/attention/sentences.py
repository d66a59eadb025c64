"""What a signal says, in one sentence for a screen and for a report; `**` marks what stands out.

Said elsewhere, as screen and report tell different things of it: the clock of an incident (a report gives no more
than how many run) and own choices of schools (a screen asks to take them over, a report only tells of them). Of the
learning network a report says nothing, so its sentences are with its page.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from planning.attention.devices import DeviceSignal
from planning.attention.goals import LateMilestones
from planning.attention.privacy import PolicyWaits, RegisterSignal
from planning.attention.rounds import PlanDiffers, RoundToOrder
from planning.attention.signal import Signal
from planning.attention.systems import SystemSignal
from planning.attention.teams import TeamSignal
from planning.core.notation import NBSP, day, listed, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.service import School
from planning.ratios.sentences import Named
from planning.rounds.choice_rules import round_name
from planning.rounds.decision import more_or_less_money, other_prices, short_in_all
from planning.rounds.model import Round

NAMED: Final = 4
"""More schools than this are counted, not named."""


def schools_named(signal: Signal, schools: Iterable[School], named: Named) -> str:
    """Its schools by name; a number of them where they are many."""
    n = len(signal.schools)
    if n > NAMED:
        return ngettext("**{n} school**", "**{n} schools**", n).format(n=number(n))
    return listed([f"**{named(school.name)}**" for school in schools if school.school_id in signal.schools])


def devices_sentence(signal: DeviceSignal, schools: Iterable[School], stale_after_days: int, named: Named) -> str:
    """What there is with the devices or pupils of schools, in words that depend on how many schools there are."""
    n = signal.devices
    count = ngettext("{n} device", "{n} devices", n).format(n=number(n)).replace(" ", NBSP)
    counted = n if signal.code in ("support_ends", "past_life") else len(signal.schools)
    return _OF_DEVICES[signal.code](counted).format(
        names=schools_named(signal, schools, named),
        count=f"**{count}**",
        when=day(signal.day) if signal.day else "",
        days=number(stale_after_days),
    )


def _no_inventory(n: int) -> str:
    return ngettext("{names} has no inventory yet.", "{names} have no inventory yet.", n)


def _no_pupils(n: int) -> str:
    return ngettext("{names} has no pupil count yet.", "{names} have no pupil count yet.", n)


def _far_behind(n: int) -> str:
    return ngettext(
        "{names} has fewer than half of the devices it needs: {count} short.",
        "{names} have fewer than half of the devices they need: together {count} short.",
        n,
    )


def _stale(n: int) -> str:
    return ngettext(
        "{names}: inventory older than {days} days, of {when}. The ratio may be off.",
        "{names}: inventories older than {days} days, the oldest of {when}. The ratio may be off.",
        n,
    )


def _list_asked(n: int) -> str:
    return ngettext(
        "{names} has not said yet whether its list is still right; asked by {when}.",
        "{names} have not said yet whether their lists are still right; asked by {when}.",
        n,
    )


def _support_ends(n: int) -> str:
    return ngettext(
        "{count} at {names} gets no updates any more within a year, after {when}, and then does not count.",
        "{count} at {names} get no updates any more within a year, the first after {when}, and then do not count.",
        n,
    )


def _past_life(n: int) -> str:
    return ngettext(
        "{count} at {names} is past its life span and still counts.",
        "{count} at {names} are past their life span and still count.",
        n,
    )


_OF_DEVICES: Final[Mapping[str, Callable[[int], str]]] = {
    "no_inventory": _no_inventory,
    "no_pupils": _no_pupils,
    "far_behind": _far_behind,
    "stale": _stale,
    "list_asked": _list_asked,
    "support_ends": _support_ends,
    "past_life": _past_life,
}


def late_milestones_sentence(signal: LateMilestones, named: Named) -> str:
    """Which milestone is late; of several the one that is so longest."""
    first, n = signal.milestones[0], len(signal.milestones)
    text = ngettext(
        "**Goal {goal}** – {title} ({when}).",
        "**{n} milestones** are late, the longest of goal {goal} – {title} ({when}).",
        n,
    )
    return text.format(n=number(n), goal=first.goal, title=named(first.title), when=day(first.due))


def no_plan_sentence() -> str:
    """That the board approved no plan for the rounds."""
    return _("**No plan is approved yet.** Orders follow from a plan that is.")


def plan_differs_sentence(signal: PlanDiffers) -> str:
    """For how many schools the plan of now is another than the approved one, and what that costs or saves."""
    n = len(signal.schools)
    text = _("**Plan {version}** differs from what is best now.").format(version=number(signal.version))
    parts = []
    if n:
        parts.append(
            ngettext("{n} school gets something else", "{n} schools get something else", n).format(n=number(n))
        )
    if signal.cents:
        parts.append(more_or_less_money(signal.cents))
    if signal.dearer:
        parts.append(other_prices(signal.dearer))
    if signal.together and (beside := short_in_all(signal.together)):
        parts.append(beside)
    told = ", ".join(parts)
    return f"{text} {told[:1].upper()}{told[1:]}." if told else text


def round_to_order_sentence(signal: RoundToOrder, rounds: tuple[Round, ...], named: Named) -> str:
    """How much of a round is to be ordered yet, and when the round is."""
    name = round_name(next(one for one in rounds if one.round_id == signal.round_id), rounds)
    text = ngettext(
        "**{round}**: {n} of the {planned} devices is not ordered yet.",
        "**{round}**: {n} of the {planned} devices are not ordered yet.",
        signal.devices,
    )
    text += " " + (_("The round was on {when}.") if signal.is_past else _("The round is on {when}."))
    n, planned = number(signal.devices), number(signal.planned)
    return text.format(round=named(name), n=n, planned=planned, when=day(signal.on))


def policy_sentence(signal: PolicyWaits) -> str:
    """For whom a version of the policy waits."""
    text = {
        "board": _("**Version {n} of the IBP policy** waits for the board."),
        "gmr": _("**Version {n} of the IBP policy** waits for the consent of the GMR."),
        "review": _("**Version {n} of the IBP policy** was to be looked at again on {when}."),
    }[signal.waits_for]
    if signal.waits_for == "board" and signal.day:
        text += " " + (_("It was planned for {when}.") if signal.is_past else _("It is planned for {when}."))
    return text.format(n=number(signal.version), when=day(signal.day) if signal.day else "")


def agreements_sentence(signal: RegisterSignal) -> str:
    """How many processors have no agreement, and when the first agreement ends."""
    told = []
    if signal.number:
        missing = ngettext(
            "**{n} processor** has no signed agreement.",
            "**{n} processors** have no signed agreement.",
            signal.number,
        )
        told.append(missing.format(n=number(signal.number)))
    if signal.day:
        told.append(_("An agreement ends on {when}.").format(when=day(signal.day)))
    return " ".join(told)


def requests_due_sentence(signal: RegisterSignal) -> str:
    """How many people who ask for their data must be answered, and by when; and who should have been."""
    told = []
    if signal.late:
        text = ngettext(
            "**{n} request** should have been answered by {when}.",
            "**{n} requests** should have been answered, the first by {when}.",
            signal.late,
        )
        told.append((text, signal.late, signal.late_since))
    if signal.number:
        text = ngettext(
            "**{n} request** must be answered by {when}.",
            "**{n} requests** must be answered, the first by {when}.",
            signal.number,
        )
        told.append((text, signal.number, signal.day))
    return " ".join(text.format(n=number(n), when=day(on) if on else "") for text, n, on in told)


def without_agreement_sentence(signal: SystemSignal, named: Named) -> str:
    """How many systems hold personal data without an agreement, the first by name."""
    text = ngettext(
        "**{name}** holds personal data and has no processing agreement that holds.",
        "**{n} systems** hold personal data and have no processing agreement that holds, {name} among them.",
        signal.number,
    )
    return text.format(n=number(signal.number), name=named(signal.name))


def contracts_sentence(signal: SystemSignal, named: Named) -> str:
    """How many contracts are to be decided about, the first by name and date."""
    text = ngettext(
        "The contract of **{name}** asks for a decision by {when}.",
        "**{n} contracts** of systems ask for a decision, the first ({name}) by {when}.",
        signal.number,
    )
    when = day(signal.day) if signal.day else ""
    return text.format(n=number(signal.number), name=named(signal.name), when=when)


def contracts_over_sentence(signal: SystemSignal, named: Named) -> str:
    """How many contracts end and can only be agreed anew, the first by name and date."""
    text = ngettext(
        "The contract of **{name}** ends on {when}; the day to decide about it is over.",
        "**{n} contracts** of systems end and the day to decide about them is over; the first ({name}) ends on {when}.",
        signal.number,
    )
    when = day(signal.day) if signal.day else ""
    return text.format(n=number(signal.number), name=named(signal.name), when=when)


def requests_wait_sentence(signal: TeamSignal, schools: Iterable[School], named: Named) -> str:
    """Which schools wait for an answer of the quality team, and since when."""
    text = ngettext(
        "{names} waits longer than two weeks for an answer of the quality team, since {when}.",
        "{names} wait longer than two weeks for an answer of the quality team, the first since {when}.",
        len(signal.schools),
    )
    return text.format(names=schools_named(signal, schools, named), when=day(signal.day) if signal.day else "")


def not_visited_sentence(signal: TeamSignal, schools: Iterable[School], named: Named) -> str:
    """Which schools stay without a visit."""
    text = ngettext(
        "{names} has seen nobody from a quality team for eight weeks or longer.",
        "{names} have seen nobody from a quality team for eight weeks or longer.",
        len(signal.schools),
    )
    return text.format(names=schools_named(signal, schools, named))
