"""Why one school goes before another, in sentences. Money in cents."""

from collections.abc import Callable, Mapping
from typing import Final

from planning.core.notation import money, number, percent
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.rounds.calendar import RoundCalendar
from planning.rounds.sentences import school_reach
from planning.rounds.solver.explain import (
    BOUND,
    MONEY,
    OVER_AGE,
    OWN_LIMIT,
    PUPILS,
    SHORT,
    SUPPORT,
    Comparison,
    SchoolNeed,
)


def why(calendar: RoundCalendar, found: Comparison, ordered: int) -> list[str]:
    """Why one school goes before another: what both get, in what the first stood worse, and when the other is there.

    `ordered` are the devices of the first in that round that were ordered already.
    """
    first, later = calendar.names[found.first.school], calendar.names[found.later.school]
    text = (
        _("In {round} {first} gets {n} and {later} {other}.")
        if found.later_bought
        else _("In {round} {first} gets {n}, and {later} waits.")
    )
    texts = [
        text.format(
            round=calendar.round(found.round),
            first=first,
            later=later,
            n=ngettext("{n} device", "{n} devices", found.bought).format(n=number(found.bought)),
            other=number(found.later_bought),
        )
    ]
    texts += _bound(first, found, min(ordered, found.bought)) if BOUND in found.reasons else []
    texts += [_REASONS[one](first, later, found.first, found.later) for one in found.reasons if one != BOUND]
    texts += [] if found.reasons else [_("The schools are equally placed, and the money goes no further.")]
    return [*texts, school_reach(calendar, found.later.school, found.later_reach)]


def _bound(first: str, found: Comparison, ordered: int) -> list[str]:
    """How much of what a school gets lay fixed, and how much of that was an order."""
    if ordered == found.bought:
        return [_("What {first} gets is ordered already.").format(first=first)]
    fixed = found.first.bound - ordered
    of_orders = ngettext(
        "Of the devices for {first} {n} of {all} is ordered already.",
        "Of the devices for {first} {n} of {all} are ordered already.",
        ordered,
    )
    of_wishes = ngettext(
        "Of the devices for {first} {n} of {all} is fixed for this round.",
        "Of the devices for {first} {n} of {all} are fixed for this round.",
        fixed,
    )
    return [
        text.format(first=first, n=number(n), all=number(found.bought))
        for n, text in ((ordered, of_orders), (fixed, of_wishes))
        if n > 0
    ]


def _missing(first: str, later: str, one: SchoolNeed, other: SchoolNeed) -> str:
    return _("{first} lacks {share} of its devices, {later} {other}.").format(
        first=first, later=later, share=percent(one.short_share), other=percent(other.short_share)
    )


def _old(first: str, later: str, one: SchoolNeed, other: SchoolNeed) -> str:
    return _("At {first} {share} of the devices is past its life, at {later} {other}.").format(
        first=first, later=later, share=percent(one.over_age_share), other=percent(other.over_age_share)
    )


def _ending(first: str, later: str, one: SchoolNeed, other: SchoolNeed) -> str:
    return ngettext(
        "At {first} the updates of {n} device end within a round, at {later} of {other}.",
        "At {first} the updates of {n} devices end within a round, at {later} of {other}.",
        one.ending,
    ).format(first=first, later=later, n=number(one.ending), other=number(other.ending))


def _pupils(first: str, later: str, one: SchoolNeed, other: SchoolNeed) -> str:
    return ngettext(
        "A device that {first} lacks serves {n} pupil, at {later} {other}.",
        "A device that {first} lacks serves {n} pupils, at {later} {other}.",
        1 if one.pupils == 1 else 2,
    ).format(first=first, later=later, n=number(one.pupils), other=number(other.pupils))


def _cheaper(first: str, later: str, one: SchoolNeed, other: SchoolNeed) -> str:
    return _("A pupil served for a round costs {money} at {first} and {other} at {later}.").format(
        first=first, later=later, money=money(one.money or 0), other=money(other.money or 0)
    )


def _own_limit(first: str, later: str, one: SchoolNeed, other: SchoolNeed) -> str:
    return _("{later} does not have enough budget of its own for one device.").format(later=later)


_REASONS: Final[Mapping[str, Callable[[str, str, SchoolNeed, SchoolNeed], str]]] = {
    OWN_LIMIT: _own_limit,
    SHORT: _missing,
    PUPILS: _pupils,
    MONEY: _cheaper,
    SUPPORT: _ending,
    OVER_AGE: _old,
}
