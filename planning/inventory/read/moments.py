"""A list that says how many devices there were at several moments: only the last of them are there now."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from planning.core.text import folded
from planning.inventory.read.findings import DraftFleet, Finding
from planning.inventory.read.kind_questions import EACH
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.values.dates import read_purchases
from planning.inventory.values.issue import DROPPED, Option
from planning.workbooks.model import Choice, Problem

_WHEN_FILLED_IN: Final = frozenset(
    {"tijdstempel", "timestamp", "ingevuld op", "voltooiingstijd", "completion time", "starttijd", "start time"}
)
"""Headings of the moment at which a form was filled in."""
_TOLD_BY: Final = ("kind", "brand", "model_as_written", "serial")
_LONGEST: Final = 30  # characters of a day


def moments(plan: ListPlan, draft: DraftFleet, start: int) -> list[Finding]:
    """The question of a list whose devices all stand at a day instead of a place.

    `draft`: of this list alone; `start`: its first record among those of the whole workbook.
    """
    places = draft.columns["location"]
    told = set(places)
    if len(told) < 2 or any(place is None or len(place) > _LONGEST for place in told) or any(draft.columns["serial"]):
        return []
    days = _days(told, dutch=plan.dutch)
    if len(days) < len(told):
        return []
    last = max(told, key=days.__getitem__)
    everywhere = range(len(places))
    only_last = {start + r: {"location": None} if places[r] == last else {DROPPED: True} for r in everywhere}
    values = {"n": str(len(told)), "last": last}
    options = (
        Option(Choice("moments_last", {"last": last}), {EACH: only_last}),
        Option(Choice("moments_all"), {EACH: {start + r: {"location": None} for r in everywhere}}),
    )
    choices = tuple(option.choice for option in options)
    return [Finding(Problem(plan.grid.name, None, None, "must", "moments-counted", "", values, choices), None, options)]


def answered_again(plan: ListPlan, draft: DraftFleet, start: int) -> list[Finding]:
    """The question of a form that somebody filled in again for the same place: the last answer counts."""
    if not any(folded(column.header) in _WHEN_FILLED_IN for column in plan.columns):
        return []
    columns = draft.columns
    # A row of a matrix answers for a whole place; of a list only a row of the same devices answers again.
    told = (columns["location"], *([] if plan.layout == "matrix" else [columns[name] for name in _TOLD_BY]))
    rows: dict[tuple[object, ...], list[int]] = {}  # what is answered -> Excel's rows
    for row, key in zip(columns["row"], zip(*told, strict=True), strict=True):
        if key[0] and row not in rows.setdefault(key, []):
            rows[key].append(row)
    found = []
    for key, own in rows.items():
        for before in own[:-1]:
            records = [start + r for r, row in enumerate(columns["row"]) if row == before]
            options = (
                Option(Choice("answers_last", {"row": str(own[-1])}), {EACH: {r: {DROPPED: True} for r in records}}),
                Option(Choice("answers_all"), {EACH: {r: {} for r in records}}),
            )
            values = {"place": str(key[0]), "row": str(own[-1])}
            choices = tuple(option.choice for option in options)
            problem = Problem(plan.grid.name, before, None, "must", "count-answered-again", "", values, choices)
            found.append(Finding(problem, None, options))
    return found


def _days(told: set[str], *, dutch: bool) -> Mapping[str, date]:
    read = read_purchases(list(told), dutch=dutch, as_of=None)
    return {
        text: moment.period.earliest
        for text in told
        if (moment := read[text]).period.precision == "day" and moment.period.earliest
    }
