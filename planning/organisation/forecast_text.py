"""How the forecast of pupils came about, in one paragraph with the figures used."""

from collections.abc import Collection, Mapping
from datetime import date
from itertools import pairwise
from typing import Final

import pandas as pd

from planning.core.notation import day, listed, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.forecast import Progression, group_totals, intake, progression

_MOVING_UP: Final = range(4, 10)  # ages at which nearly everyone stays
_LEAVING: Final = (10, 11, 12)


def method_text(
    counts: pd.DataFrame,
    *,
    overrides: Mapping[tuple[str, date], int] | None = None,
    special_schools: Collection[str] = (),
) -> str:
    """Which counts the forecast rests on, how the group grew, and which rates and intake were used."""
    if counts.empty:
        return _("There is no forecast yet: no pupils have been counted.")
    known = progression(counts, special_schools=special_schools)
    days = sorted(pd.to_datetime(counts["count_date"]).dt.date.unique())
    with_ages = counts["ages"].map(lambda ages: isinstance(ages, Mapping) and bool(ages))
    special = len(set(special_schools) & set(counts["school_id"]))
    sentences = [
        ngettext("The forecast rests on the count of {days}.", "The forecast rests on the counts of {days}.", len(days))
        .format(days=listed([day(d) for d in days])),
        *_growth(group_totals(counts)),
        *_moving_up(known),
        _new_pupils(intake(counts, special_schools=special_schools), with_ages=bool(with_ages.any())),
    ]  # fmt: skip
    if special:
        sentences.append(
            ngettext(
                "One special school keeps its last count, because children come to it at every age.",
                "{n} special schools keep their last count, because children come to them at every age.",
                special,
            ).format(n=special)
        )
    if not with_ages.all():
        sentences.append(_("Where a count tells no ages, the ages expected for that day meet the number counted."))
    if overrides:
        sentences.append(
            _("A school's own figure takes precedence over the forecast; later years follow it in proportion.")
        )
    return " ".join(sentences)


def _growth(totals: Mapping[date, int]) -> list[str]:
    text = _("Between {first} and {second} the whole group went from {before} to {after} pupils ({growth}).")
    return [
        text.format(
            first=day(first),
            second=day(second),
            before=number(before),
            after=number(after),
            growth=_change(before, after),
        )
        for (first, before), (second, after) in pairwise(totals.items())
        if before
    ]


def _change(before: int, after: int) -> str:
    share = (after / before - 1) * 100
    sign = "+" if share >= 0.05 else ""
    return f"{sign}{_percent(share)}" if abs(share) >= 0.05 else _percent(0)


def _percent(value: float) -> str:
    return f"{number(value, 1)}%"


def _moving_up(known: Progression) -> list[str]:
    measured = [age for age in (*_MOVING_UP, *_LEAVING) if known.is_measured(age)]
    leaving = {f"at_{age}": _percent(known.rate(age) * 100) for age in _LEAVING}
    if not measured:
        text = _(
            "The ages of this group cannot be followed from one year to the next yet. So everyone younger than "
            "10 moves up a year; of the pupils aged 10 {at_10} is there a year later, aged 11 {at_11} and aged 12 "
            "{at_12}, as in all regular Dutch primary schools from October 2015 to October 2016 (DUO)."
        )
        return [text.format(**leaving)]
    young = [known.seen[age] for age in _MOVING_UP if known.is_measured(age)]
    staying = sum(after for _before, after in young) / sum(before for before, _after in young) if young else 1.0
    text = _(
        "Every age moves up a year as it did in the whole group: of the pupils aged 4 to 9 {staying} was there a year "
        "later, of those aged 10 {at_10}, aged 11 {at_11} and aged 12 {at_12}."
    )
    sentences = [text.format(staying=_percent(staying * 100), **leaving)]
    if missing := [str(age) for age in (*_MOVING_UP, *_LEAVING) if not known.is_measured(age)]:
        few = _("Too few pupils aged {ages} were followed; for them we use the pattern of all Dutch primary schools.")
        sentences.append(few.format(ages=listed(missing)))
    return sentences


def _new_pupils(per_year: float, *, with_ages: bool) -> str:
    if not with_ages:
        return _("No ages are known; we take every age from 4 to 11 to be equally large.")
    text = _("New pupils (4 years and younger): the mean of each school's counts, together {n} a year.")
    return text.format(n=number(per_year))
