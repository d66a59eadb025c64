"""What a variant means, and what it gives and gives up beside another, in sentences. Pure."""

from dataclasses import dataclass
from typing import Final

from planning.choices.devices import VariantDevices
from planning.choices.figures import Figures
from planning.choices.model import AUTOMATION, DEVICES, SUPPORT, TEACHING, Variant, post_name
from planning.choices.rules import VariantSums
from planning.choices.texts import write_fte
from planning.core.notation import money, month_and_year, number, target_one_in
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.rounds.board_plan import NOW

UNUSED: Final = 1_000_00
"""Cents from which on money that buys no device is told of: what whole devices happen to leave is less."""


@dataclass(frozen=True)
class ReckonedVariant:
    """A variant with all that is reckoned of it."""

    variant: Variant
    sums: VariantSums
    devices: VariantDevices | None  # None: a plan cannot be made


def unused(devices: VariantDevices) -> str:
    """That own money buys no device any more, where it is more than whole devices happen to leave; else ""."""
    if devices.unused < UNUSED:
        return ""
    text = _("{money} of its own is not needed: there are enough devices by then.")
    return text.format(money=money(devices.unused))


def reaches(devices: VariantDevices) -> list[str]:
    """When the school's target is reached, and that of the board where that is another day."""
    told = [_reached(devices, devices.target, devices.reached)]
    if devices.board_reached != devices.reached:
        told.append(_reached(devices, devices.board_target, devices.board_reached))
    return told


def _reached(devices: VariantDevices, target: float, place: int | None) -> str:
    named = target_one_in(target)
    if place is None:
        return _("{target} is not reached in these rounds.").format(target=named)
    if place == NOW:
        return _("{target} is there already, and stays.").format(target=named)
    text = _("{target} is reached in {month}.")
    return text.format(target=named, month=month_and_year(devices.after[place].on))


def gives(one: ReckonedVariant, beside: ReckonedVariant) -> list[str]:
    """What a variant gives more than another."""
    return [text for sign, text in _changes(one, beside) if sign > 0]


def gives_up(one: ReckonedVariant, beside: ReckonedVariant) -> list[str]:
    """What a variant has less of than another."""
    return [text for sign, text in _changes(one, beside) if sign < 0]


def _changes(one: ReckonedVariant, beside: ReckonedVariant) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    fte = one.variant.fte - beside.variant.fte
    if fte:
        found.append((fte, _teaching(one, beside, abs(fte))))
    hours = one.sums.training_hours - beside.sums.training_hours
    if hours:
        text = _("{hours} hours of training more a year") if hours > 0 else _("{hours} hours of training fewer a year")
        found.append((hours, text.format(hours=number(abs(hours) / 100))))
    for post in (AUTOMATION, DEVICES, SUPPORT):
        cents = one.sums.of(post).yearly - beside.sums.of(post).yearly
        if cents:
            text = _("{money} a year more for {post}") if cents > 0 else _("{money} a year less for {post}")
            told = text.format(money=money(abs(cents)), post=post_name(post))
            found.append((cents, told + _worth(one.sums, beside.sums, post)))
    if one.devices is not None and beside.devices is not None:
        devices = one.devices.count - beside.devices.count
        if devices:
            n = abs(devices)
            if devices > 0:
                text = ngettext("{n} device more in the rounds", "{n} devices more in the rounds", n)
            else:
                text = ngettext("{n} device fewer in the rounds", "{n} devices fewer in the rounds", n)
            found.append((devices, text.format(n=number(n))))
    return found


def _worth(sums: VariantSums, beside: VariantSums, post: str) -> str:
    """What a difference in money for support or automation comes to in hours; "" for devices, told by their number."""
    if post == SUPPORT and (hours := abs(sums.support_hours - beside.support_hours)):
        return _(": {hours} hours").format(hours=number(hours / 100))
    if post == AUTOMATION and (hours := sums.automation_hours - beside.automation_hours) > 0:
        return _(": paid back once it saves {hours} hours of teachers").format(hours=number(hours / 100))
    return ""


def _teaching(one: ReckonedVariant, beside: ReckonedVariant, fte: int) -> str:
    hours = number(abs(one.sums.teaching_hours - beside.sums.teaching_hours) / 100)
    if one.variant.fte > beside.variant.fte:
        text = _("{fte} fte more: {hours} hours of a teacher a year")
    else:
        text = _("{fte} fte fewer: {hours} hours of a teacher a year")
    told = text.format(fte=write_fte(fte), hours=hours)
    now, then = beside.sums.pupils_per_teacher, one.sums.pupils_per_teacher
    if now is None or then is None:
        return told
    text = _("{told}; {then} pupils for every teacher instead of {now}")
    return text.format(told=told, then=number(then, 1), now=number(now, 1))


def balance(sums: VariantSums) -> list[str]:
    """Whether it can be paid: what is left every year, what is paid ahead, and what is left over the term."""
    told = [_("Every year {money} is left.").format(money=money(sums.left))]
    if sums.left < 0:
        return [_("Every year {money} more is shared out than there is.").format(money=money(-sums.left))]
    if sums.once:
        if sums.advance:
            told.append(_("At the start {money} has to be paid in advance.").format(money=money(sums.advance)))
        if sums.left_in_term < 0:
            text = _("After {term} years {money} is still to be paid.")
            told.append(text.format(term=number(sums.term), money=money(-sums.left_in_term)))
        else:
            text = _("Only after {term} years is it paid; {money} is left then.")
            told.append(text.format(term=number(sums.term), money=money(sums.left_in_term)))
    return told


def accent(variant: Variant, beside: Variant | None, differing: dict[str, int]) -> str:
    """What a choice puts more into than the first variant, and takes it from, in a few words."""
    if beside is None or not differing:
        return _("as it is")
    more = [post for post, cents in sorted(differing.items(), key=lambda item: -item[1]) if cents > 0]
    less = [post for post, cents in sorted(differing.items(), key=lambda item: item[1]) if cents < 0]
    parts = [_("more {post}").format(post=post_name(post)) for post in more]
    parts += [
        _("fewer teacher hours") if post == TEACHING else _("less {post}").format(post=post_name(post)) for post in less
    ]
    return ", ".join(parts)


def target_note(figures: Figures) -> str:
    """What the national mean was, for who sets a target; "" where it is not known."""
    known = figures.get("national_ratio")
    if known is None or known.since is None:
        return ""
    text = _("{target} was the national mean in {year} ({source}): since then it is a floor, not an ambition.")
    return text.format(target=target_one_in(known.hundredths / 100), year=known.since.year, source=known.source)
