"""Why something cannot be, in the reader's language: the words of all subjects, joined for pages and commands."""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import singledispatch
from typing import Final

from planning.competences import words as competences
from planning.core import words as core
from planning.core.command_line import CommandRefused
from planning.core.notation import clock, day, day_and_month, listed, moment, money, number, percent, target_one_in
from planning.core.refusal import Cents, DayInYear, OneIn, Reason, Refused, Share, Value, Word, Year
from planning.core.rights import ROLE_NAMES, NotAllowed
from planning.core.translation import gettext as _
from planning.goals import words as goals
from planning.inventory.words import reasons as inventory
from planning.organisation import words as organisation
from planning.quality_teams import words as quality_teams

SUBJECTS: Final = (core, organisation, inventory, competences, quality_teams, goals)
REASONS: Final[Mapping[str, str]] = {code: text for subject in SUBJECTS for code, text in subject.REASONS.items()}
"""Code -> what it says, in English; a code stands once in the house."""


def sentence(reason: Reason | str) -> str:
    """What is the matter and what to do, in words."""
    if isinstance(reason, str):
        return reason
    return _(REASONS[reason.code]).format(**{name: written(value) for name, value in reason.values.items()})


def in_words(error: Exception) -> str | None:
    """What a refusal says to the person at the keyboard; None where it is a defect of ours."""
    if isinstance(error, CommandRefused):
        return str(error)
    if isinstance(error, Refused):
        return "\n".join(sentence(reason) for reason in error.reasons)
    if isinstance(error, NotAllowed):
        return _("{name} ({role}) may not do this{where}. Nothing was read or kept.").format(
            name=error.person.name,
            role=_(ROLE_NAMES[error.person.role]),
            where=f" ({error.school_id})" if error.school_id else "",
        )
    return None


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
