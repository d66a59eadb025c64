"""Checks over the whole workbook: serial numbers written twice, and totals that do not add up."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from planning.inventory.read.answers import OTHER, Settlement
from planning.inventory.read.findings import SERIAL_COLUMN, SERIAL_ROW, DraftFleet, Finding
from planning.inventory.reading import StatedTotal
from planning.inventory.recognise.layouts.body import Body, Total
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.values.issue import DROPPED, Option
from planning.inventory.values.serials import serial_key
from planning.workbooks.model import Choice, Problem

_GONE = ("disposed", "missing")
_WAITING = ("serial-duplicate", "count-unclear")


def duplicate_serials(draft: DraftFleet) -> list[Finding]:
    """A problem for every row whose serial number an earlier row has; until a person chooses it counts once.

    Who looks at the earlier row is told there too.
    """
    serials = draft.columns["serial"]
    written = list(filter(None, serials))
    joined = "".join(written)
    if joined.isalnum() and joined == joined.upper() and len(set(written)) == len(written):
        return []  # each is its own key
    keys = [serial_key(serial) if serial else None for serial in serials]
    known = list(filter(None, keys))
    if len(set(known)) == len(known):
        return []
    first: dict[str, int] = {}
    found = []
    told: dict[int, int] = {}  # record -> the first that has its number again
    for record, key in enumerate(keys):
        if key and first.setdefault(key, record) != record:
            found.append(_duplicate(draft, first[key], record))
            told.setdefault(first[key], record)
    return found + [_stands_again(draft, record, again) for record, again in told.items()]


def _stands_again(draft: DraftFleet, first: int, again: int) -> Finding:
    columns = draft.columns
    row, sheet = str(columns["row"][again]), columns["sheet"][again]
    problem = Problem(
        sheet=columns["sheet"][first],
        row=columns[SERIAL_ROW][first],
        column=columns[SERIAL_COLUMN][first],
        severity="info",
        code="serial-stands-again",
        as_written=columns["serial"][first],
        values={"serial": columns["serial"][first], "row": row, "sheet": sheet},
    )
    return Finding(problem, None, ())


def _duplicate(draft: DraftFleet, first: int, again: int) -> Finding:
    columns = draft.columns
    same_model = all(columns[name][first] == columns[name][again] for name in ("kind", "brand", "model"))
    status, first_status = columns["status"][again], columns["status"][first]
    values = {
        "serial": columns["serial"][again],
        "row": str(columns["row"][first]),
        "sheet": columns["sheet"][first],
        "same_model": "yes" if same_model else "no",
        "status": status,
        "first_status": first_status,
    }
    options = [Option(Choice("drop", {"row": values["row"], "sheet": values["sheet"]}), {DROPPED: True})]
    if status != first_status and status in _GONE:
        change = {DROPPED: True, OTHER: {"status": status}}
        options.append(Option(Choice("use_this_status", {"status": status}), change))
    options.append(Option(Choice("keep_without_serial"), {"serial": None}))
    problem = Problem(
        sheet=columns["sheet"][again],
        row=columns[SERIAL_ROW][again],
        column=columns[SERIAL_COLUMN][again],
        severity="must",
        code="serial-duplicate",
        as_written=columns["serial"][again],
        values=values,
        choices=tuple(option.choice for option in options),
    )
    return Finding(problem, again, tuple(options), other=first)


@dataclass(frozen=True, slots=True)
class _Row:
    """What one record adds to a total."""

    row: int  # counted from 0
    kind: str
    block: tuple[int, str | None]  # the heading it stands under, and its school
    devices: int  # as counted now
    left_out: int  # devices of a row that waits for a person: its serial stands elsewhere, or its count is unsure


def check_totals(
    plan: ListPlan, body: Body, draft: DraftFleet, settled: Settlement, start: int
) -> tuple[list[StatedTotal], list[Problem]]:
    """Every total of a sheet against what was counted above it. `start`: the sheet's first record in the draft."""
    if not body.totals:
        return [], []
    rows = _rows(body, draft, settled, start)
    stated, problems = [], []
    since = -1
    for total in sorted(body.totals, key=lambda total: (total.row, total.column)):
        counted, agrees = _agrees(total, rows, since)
        if total.stated is not None:
            stated.append(StatedTotal(plan.grid.name, total.row, total.as_written, agrees))
            if not agrees:
                problems.append(_mismatch(plan, total, counted))
        since = total.below
    return stated, problems


def _rows(body: Body, draft: DraftFleet, settled: Settlement, start: int) -> list[_Row]:
    devices: dict[tuple[str, int, str | None], int] = {}
    kept = settled.columns
    for sheet, row, column, count in zip(kept["sheet"], kept["row"], kept["column"], kept["count"], strict=True):
        devices[sheet, row, column] = devices.get((sheet, row, column), 0) + count
    waiting = {f.record for f in draft.findings if f.problem.code in _WAITING} & settled.dropped
    columns = draft.columns
    headings = sorted(body.sections)
    return [
        _Row(
            place,
            columns["kind"][record],
            (bisect_left(headings, place), columns["school"][record]),
            # Lots of one cell are told together: the first of them stands for all.
            devices.pop((columns["sheet"][record], columns["row"][record], columns["column"][record]), 0),
            columns["count"][record] if record in waiting else 0,
        )
        for record, place in enumerate(body.records, start)
    ]


def _agrees(total: Total, rows: Sequence[_Row], since: int) -> tuple[int, bool]:
    """What was counted for a total, and whether it says the same: over the sheet, or since the total before it."""
    if total.members is not None:
        spans = [[row for row in rows if row.row in total.members]]
    else:
        above = [row for row in rows if row.row < total.below and (total.kind is None or row.kind == total.kind)]
        since_total = [row for row in above if row.row > since]
        block = [row for row in above if row.block == above[-1].block]
        spans = [block, since_total] if total.is_subtotal else [above, since_total, block]
    # What is no device of ours some add up, and others not: "Totaal (zonder koptelefoons)".
    spans += [[row for row in span if row.kind != "other"] for span in spans]
    for span in spans:
        counted = sum(row.devices for row in span)
        # The list itself counts a row that we leave out until a person says what it holds.
        waiting = counted + sum(row.left_out for row in span)
        if span and total.stated in (counted, waiting, *(counted + number for number in total.passed_over)):
            return counted, True
    return sum(row.devices for row in spans[0]), total.stated == 0 and not spans[0]


def _mismatch(plan: ListPlan, total: Total, counted: int) -> Problem:
    # A formula over cells like "3 stuks" adds up to nothing: that is no other count.
    severity = "info" if total.stated == 0 else "must"
    return Problem(
        sheet=plan.grid.name,
        row=total.row,
        column=total.column,
        severity="must" if severity == "must" else "info",
        code="total-mismatch",
        as_written=total.as_written,
        values={"stated": str(total.stated), "counted": str(counted)},
        choices=(Choice("counted", {"counted": str(counted)}),) if severity == "must" else (),
    )
