"""A list that says how many devices there were at several moments: only the last of them are there now."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from planning.core.text import folded
from planning.inventory.read.findings import DraftFleet, Finding
from planning.inventory.read.kind_questions import EACH
from planning.inventory.read.titled_purchases import is_called_after_year
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.values.dates import read_purchases
from planning.inventory.values.issue import DROPPED, Option
from planning.inventory.values.periods import NO_PERIOD
from planning.workbooks.model import Choice, Problem

_WHEN_FILLED_IN: Final = frozenset(
    {"tijdstempel", "timestamp", "ingevuld op", "voltooiingstijd", "completion time", "starttijd", "start time"}
)
"""Headings of the moment at which a form was filled in."""
_TOLD_BY: Final = ("kind", "brand", "model_as_written", "serial")
_LONGEST: Final = 30  # characters of a day
_BOUGHT: Final = re.compile(
    r"aankoop|aankopen|aanschaf|aangeschaft|gekocht|bought|purchase|instroom|geleverd|levering|investering|bouwjaar"
)
_STANDS: Final = re.compile(r"\bstand|telling|geteld|verloop|ontwikkeling|peildatum|\b1 okt|\btrend")
_HALF: Final = 0.5
_NEARLY_ALL: Final = 0.8  # of the steps from a year to the next


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
    return [Finding(Problem(plan.grid.name, None, None, "must", "sheet-moments", "", values, choices), None, options)]


def counted_by_year(plan: ListPlan, draft: DraftFleet, start: int) -> list[Finding]:
    """The question of a matrix of kinds by years whose numbers stay: so many there were then, or so many were bought.

    What is bought comes in a few years, and what is there stays. `draft`, `start`: as of `moments`.
    """
    columns = draft.columns
    if plan.layout != "matrix" or plan.body is None or set(columns["purchased_precision"]) != {"year"}:
        return []
    said = folded(" ".join([plan.grid.name, *plan.body.above]))
    if _BOUGHT.search(said):
        return []
    rows: dict[int, Counter[int]] = {}  # Excel's row -> year -> devices
    for row, bought, count in zip(columns["row"], columns["purchased_earliest"], columns["count"], strict=True):
        rows.setdefault(row, Counter())[bought.year] += count
    if any(total.stated == rows[total.row].total() for total in plan.body.totals if total.row in rows):
        return []
    years = sorted({bought.year for bought in columns["purchased_earliest"]})
    stands = bool(_STANDS.search(said))
    if len(years) < (2 if stands else 3) or _staying(rows.values(), years) < (_HALF if stands else _NEARLY_ALL):
        return []
    told = range(len(columns["row"]))
    now = {start + r for r in told if columns["purchased_earliest"][r].year == years[-1]}
    only_last = {start + r: NO_PERIOD.change() if start + r in now else {DROPPED: True} for r in told}
    last = str(years[-1])
    options = (
        Option(Choice("moments_last", {"last": last}), {EACH: only_last}),
        Option(Choice("years_bought"), {EACH: {start + r: {} for r in told}}),
    )
    choices = tuple(option.choice for option in options)
    values = {"n": str(len(years)), "last": last}
    return [Finding(Problem(plan.grid.name, None, None, "must", "sheet-years", "", values, choices), None, options)]


def counted_on_sheets(draft: DraftFleet) -> list[Finding]:
    """The question of sheets called after years that count the same kinds: there were so many, or so many were bought.

    `draft`: of the whole workbook.
    """
    columns = draft.columns
    told: dict[str, list[int]] = {name: [] for name in sorted(set(columns["sheet"])) if is_called_after_year(name)}
    if len(told) < 2:
        return []
    for record, sheet in enumerate(columns["sheet"]):
        if sheet in told:
            told[sheet].append(record)
    everywhere = [record for own in told.values() for record in own]
    if any(columns[name][record] for record in everywhere for name in ("serial", "purchased_earliest")):
        return []
    keys = {name: {tuple(columns[field][r] for field in _TOLD_BY) for r in own} for name, own in told.items()}
    last = max(told)
    alike = [name for name in told if name != last and 2 * len(keys[name] & keys[last]) > len(keys[name])]
    if not alike:
        return []
    before = {record: {DROPPED: True} for name in alike for record in told[name]}
    bought = read_purchases(list(told), as_of=None)
    years = {record: bought[name].period.change() for name, own in told.items() for record in own}
    options = (
        Option(Choice("moments_last", {"last": last}), {EACH: before}),
        Option(Choice("years_bought"), {EACH: years}),
    )
    choices = tuple(option.choice for option in options)
    values = {"n": str(len(alike) + 1), "last": last}
    return [Finding(Problem(last, None, None, "must", "sheet-years", "", values, choices), None, options)]


def _staying(rows: Collection[Counter[int]], years: Sequence[int]) -> float:
    """The share of steps to the next year in which a number is there again, with half of it more or less at most."""
    steps = [(row[one], row[other]) for row in rows for one, other in pairwise(years) if row[one] or row[other]]
    return sum(min(step) >= _HALF * max(step) for step in steps) / len(steps) if len(rows) > 1 and steps else 0.0


def answered_again(plan: ListPlan, draft: DraftFleet, start: int) -> list[Finding]:
    """The question of a form that somebody filled in again for the same place: the last answer counts."""
    if not any(folded(column.header) in _WHEN_FILLED_IN for column in plan.columns):
        return []
    columns = draft.columns
    if any(columns["serial"]):
        return []  # what stands there twice is told by its serial number
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
