"""A change that cannot be made: what is the matter, as data. All reasons at once.

What a reason says stands in the words of its subject; planning.refusals makes the sentence.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from functools import singledispatch

from planning.core.notation import clock, day, day_and_month, listed, moment, money, number, percent, target_one_in
from planning.core.translation import gettext as _


class Cents(int):
    """An amount of money, written in whole euros."""


class Share(float):
    """A part of a whole, written in percents."""


class OneIn(float):
    """Pupils for every device, written as a target is set: 1 in 4."""


class Year(int):
    """A calendar year, written without a separator."""


class Word(str):
    """An English text of the code, translated when it is shown."""

    __slots__ = ()


@dataclasses.dataclass(frozen=True, slots=True)
class DayInYear:
    """A day of which the year is plain."""

    day: date


Value = str | int | float | date | time | DayInYear | tuple["Value", ...]
"""What fills a gap of a sentence; its type says how the reader's language writes it. Several are listed."""


@dataclasses.dataclass(frozen=True)
class Reason:
    """One thing that is the matter."""

    code: str  # one in the house; its words are in the REASONS of its subject
    field: str | None = None  # what is to be filled in otherwise, by the name it has in what was asked
    values: Mapping[str, Value] = dataclasses.field(default_factory=dict, hash=False)


class Refused(Exception):  # noqa: N818 - a refusal is not an error of ours
    """What was asked cannot be; `reasons` say why. Nothing was written."""

    def __init__(self, *reasons: Reason) -> None:
        super().__init__(", ".join(reason.code for reason in reasons))
        self.reasons = reasons


def refuse(reasons: Iterable[Reason]) -> None:
    """Raise Refused when there is a reason to."""
    found = tuple(reasons)
    if found:
        raise Refused(*found)


def in_sentence(reason: Reason, words: Mapping[str, str]) -> str:
    """What is the matter and what to do, in the reader's language; `words` are those of its subject, by code."""
    return _(words[reason.code]).format(**{name: written(value) for name, value in reason.values.items()})


@singledispatch
def written(value: object) -> str:
    """A value as the reader's language writes its type."""
    raise TypeError(f"no notation for {type(value).__name__}")


@written.register
def _text(value: str) -> str:
    return value


@written.register
def _word(value: Word) -> str:
    return _(value)


@written.register
def _number(value: int) -> str:
    return number(value)


@written.register
def _year(value: Year) -> str:
    return str(int(value))


@written.register
def _money(value: Cents) -> str:
    return money(value)


@written.register
def _share(value: Share) -> str:
    return percent(value)


@written.register
def _target(value: OneIn) -> str:
    return target_one_in(value)


@written.register
def _day(value: date) -> str:
    return day(value)


@written.register
def _day_in_year(value: DayInYear) -> str:
    return day_and_month(value.day)


@written.register
def _moment(value: datetime) -> str:
    return moment(value)


@written.register
def _clock(value: time) -> str:
    return clock(value)


@written.register(tuple)
def _several(values: tuple[Value, ...]) -> str:
    return listed([written(value) for value in values])
