"""What a variant means, and what it gives and gives up beside another, in sentences. Pure."""

from dataclasses import dataclass
from typing import Final

from planning.choices.devices import VariantDevices
from planning.choices.figures import Figures
from planning.choices.model import AUTOMATION, DEVICES, SUPPORT, TEACHING, TRAINING, Variant, post_name
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


def meaning(one: ReckonedVariant) -> list[str]:
    """What a variant means by itself, a sentence for each post that has something."""
    sums, variant, told = one.sums, one.variant, []
    if variant.fte:
        text = _("Teacher hours: {fte} fte, {hours} hours a year.")
        told.append(text.format(fte=write_fte(variant.fte), hours=number(sums.teaching_hours / 100)))
    if sums.pupils_per_teacher is not None:
        told.append(_("{n} pupils for every teacher.").format(n=number(sums.pupils_per_teacher, 1)))
    if sums.of(TRAINING).yearly:
        told.append(_training(sums))
    told += _devices(one)
    return told


def _training(sums: VariantSums) -> str:
    hours = number(sums.training_hours / 100)
    if sums.training_per_teacher is None:
        text = _("Training, as the cao reckons: {hours} hours a year; that time of teachers costs {money} beside it.")
        return text.format(hours=hours, money=money(sums.training_time_cents))
    text = _(
        "Training, as the cao reckons: {each} hours for every fte, {hours} in all; that time costs {money} beside it."
    )
    each = number(sums.training_per_teacher / 100, 1)
    return text.format(each=each, hours=hours, money=money(sums.training_time_cents))


def _devices(one: ReckonedVariant) -> list[str]:
    sums, told = one.sums, []
    if sums.of(DEVICES).yearly:
        text = _(
            "Devices: keeps {n} standing, new after {term} years, with {rest} left; with management included {all}."
        )
        told.append(
            text.format(
                n=number(sums.standing),
                term=number(sums.term),
                rest=money(sums.standing_rest),
                all=number(sums.all_in),
            )
        )
    if sums.of(DEVICES).once:
        text = _("Once: {n} devices; {rest} is left of it.")
        told.append(text.format(n=number(sums.bought_once), rest=money(sums.once_rest)))
    if one.devices is None:
        told.append(_("When the target is reached is known once there are an inventory, a pupil count and a round."))
    else:
        told.append(_bought(one.devices))
        told += reaches(one.devices)
    return told


def _bought(devices: VariantDevices) -> str:
    n = devices.count
    cost = sum(one.cost for one in devices.plan.rounds)
    text = ngettext(
        "In the rounds to come: {n} device, for {own} of its own and {board} of the board.",
        "In the rounds to come: {n} devices, for {own} of its own and {board} of the board.",
        n,
    )
    told = text.format(n=number(n), own=money(devices.paid_itself), board=money(cost - devices.paid_itself))
    if devices.unused < UNUSED:
        return told
    rest = _("{money} of its own is not needed: then there are devices enough.").format(money=money(devices.unused))
    return f"{told} {rest}"


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
            found.append((cents, text.format(money=money(abs(cents)), post=post_name(post))))
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
            told.append(_("At the start {money} is to be paid ahead.").format(money=money(sums.advance)))
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
