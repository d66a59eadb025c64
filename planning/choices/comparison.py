"""Variants of a school beside each other, line by line: what each post costs and what it gives. Pure.

A post without anything in every variant makes no line, nor does what it gives.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planning.choices.devices import VariantDevices
from planning.choices.model import AUTOMATION, DEVICES, POSTS, SUPPORT, TEACHING, TRAINING, post_name
from planning.choices.rules import PostSums, VariantSums
from planning.choices.sentences import ReckonedVariant
from planning.core.notation import money, month_and_year, number, target_one_in
from planning.core.translation import gettext as _
from planning.rounds.board_plan import NOW

NOTHING = "–"


@dataclass(frozen=True)
class ComparedLine:
    """One line: of a post its yearly amount, or below that something it gives."""

    label: str
    values: tuple[str, ...]  # by variant
    is_post: bool = False


def compared(found: Sequence[ReckonedVariant]) -> tuple[ComparedLine, ...]:
    """The lines of variants, post by post."""
    lines: list[ComparedLine] = []
    for post in POSTS:
        sums = [one.sums.of(post) for one in found]
        if not any(one.yearly or one.once for one in sums):
            continue
        name = post_name(post)
        lines.append(ComparedLine(name[:1].upper() + name[1:], tuple(map(_yearly, sums)), is_post=True))
        lines += _given(_("once"), [_money(one.once) for one in sums])
        for label, give in _GIVEN[post]():
            lines += _given(label, [give(one.sums) for one in found])
        if post == DEVICES:
            lines += _bought(found)
    return tuple(lines)


def _yearly(one: PostSums) -> str:
    """An amount a year, with that of a pupil between brackets."""
    if not one.yearly:
        return NOTHING
    return money(one.yearly) if one.per_pupil is None else f"{money(one.yearly)} ({money(one.per_pupil)})"


def _given(label: str, values: Sequence[str]) -> list[ComparedLine]:
    return [ComparedLine(label, tuple(values))] if any(value != NOTHING for value in values) else []


Give = Callable[[VariantSums], str]


def _teaching() -> list[tuple[str, Give]]:
    return [
        (_("hours a year"), lambda sums: _hours(sums.teaching_hours)),
        (
            _("pupils for every teacher"),
            lambda sums: NOTHING if sums.pupils_per_teacher is None else number(sums.pupils_per_teacher, 1),
        ),
    ]


def _training() -> list[tuple[str, Give]]:
    return [
        (_("hours a year, as the collective agreement (cao) counts"), lambda sums: _hours(sums.training_hours)),
        (
            _("of that for every fte"),
            lambda sums: NOTHING if not sums.training_per_teacher else number(sums.training_per_teacher / 100, 1),
        ),
        (_("what that time of teachers costs beside it"), lambda sums: _money(sums.training_time_cents)),
    ]


def _automation() -> list[tuple[str, Give]]:
    return [(_("paid back at so many hours of teachers saved a year"), lambda sums: _hours(sums.automation_hours))]


def _devices() -> list[tuple[str, Give]]:
    return [
        (_("kept standing, each replaced after its term"), lambda sums: _count(sums.standing, sums.term)),
        (_("kept standing with management included"), lambda sums: number(sums.all_in) if sums.all_in else NOTHING),
        (_("bought once"), lambda sums: number(sums.bought_once) if sums.bought_once else NOTHING),
    ]


def _support() -> list[tuple[str, Give]]:
    return [
        (_("hours a year"), lambda sums: _hours(sums.support_hours)),
        (_("hours once"), lambda sums: _hours(sums.support_hours_once)),
    ]


_GIVEN = {
    TEACHING: _teaching,
    TRAINING: _training,
    AUTOMATION: _automation,
    DEVICES: _devices,
    SUPPORT: _support,
}


def _bought(found: Sequence[ReckonedVariant]) -> list[ComparedLine]:
    plans = [one.devices for one in found]
    if not any(plans):
        return []
    lines = _given(_("bought in the rounds to come"), [_of(one, lambda d: number(d.count)) for one in plans])
    lines += _given(_("of its own money"), [_of(one, lambda d: _money(d.paid_itself)) for one in plans])
    lines += _given(
        _("of the board"), [_of(one, lambda d: _money(sum(r.cost for r in d.plan.rounds) - d.paid_itself))
                            for one in plans]
    )  # fmt: skip
    return lines + _given(_("target reached"), [_of(one, _reached) for one in plans])


def _of(devices: VariantDevices | None, tell: Callable[[VariantDevices], str]) -> str:
    return NOTHING if devices is None else tell(devices)


def _reached(devices: VariantDevices) -> str:
    named, place = target_one_in(devices.target), devices.reached
    if place is None:
        return _("{target}: not yet").format(target=named)
    if place == NOW:
        return _("{target}: already").format(target=named)
    return _("{target}: {month}").format(target=named, month=month_and_year(devices.after[place].on))


def _hours(hundredths: int) -> str:
    return number(hundredths / 100) if hundredths else NOTHING


def _money(cents: int) -> str:
    return money(cents) if cents else NOTHING


def _count(count: int, term: int) -> str:
    return _("{n} ({term} years)").format(n=number(count), term=number(term)) if count else NOTHING
