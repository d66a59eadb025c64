"""Sheets with the values that the columns of other sheets are filled in with: "Keuzelijsten" holds no devices."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from planning.core.text import clean, folded
from planning.inventory.recognise.layouts.plan import ListPlan

_TOLD_APART: Final = frozenset({"serial", "model", "brand_and_model", "count", "price", "purchased", "note"})
"""Fields that say something of one device or lot, and are chosen from no list."""
_FEWEST: Final = 2  # values
_MOSTLY: Final = 0.6  # of the values somebody chose already
_MORE: Final = 2  # times as many rows hold them
_CHOICES: Final = re.compile(
    r"\b(?:keuze(?:s|lijst\w*|menu\w*)?|opties|lijstjes|lijsten|dropdown|validatie|waarden(?:lijst)?|choices|options|lookups?)\b"
)
"""Names of sheets that leave less to be shown."""

Columns = Mapping[str, Sequence[str]]
"""Heading -> the texts below it."""


def are_choices(plans: Sequence[ListPlan], others: Sequence[ListPlan]) -> bool:
    """Every column holds each value once, under a heading of another sheet that is mostly filled in with them."""
    more = 1 if any(_CHOICES.search(folded(plan.grid.name)) for plan in plans) else _MORE
    if not plans or any(plan.body or _TOLD_APART & plan.fields.keys() for plan in plans):
        return False
    filled = list(map(_columns, others))
    return all(
        len(texts) >= _FEWEST
        and len(set(texts)) == len(texts)
        and any(_are_chosen_from(texts, columns.get(heading, ()), more) for columns in filled)
        for plan in plans
        for heading, texts in _columns(plan).items()
    )


def _are_chosen_from(values: Sequence[str], texts: Sequence[str], more: int) -> bool:
    chosen = set(texts)
    used = sum(value in chosen for value in values)
    return used >= _MOSTLY * len(values) and len(texts) >= more * len(values) and chosen <= set(values)


def _columns(plan: ListPlan) -> Columns:
    rows = plan.grid.rows[plan.first_row :]
    return {
        folded(heading.text): [folded(text) for row in rows if (text := clean(row[place]))]
        for place, heading in plan.headings.items()
        if heading.text
    }
