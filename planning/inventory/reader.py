"""From the bytes of a workbook to a Reading: open, recognise, read, check, and apply what a person answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from planning.inventory.answers import Settled, settle
from planning.inventory.body import Body, read_body
from planning.inventory.checks import check_totals, duplicate_serials
from planning.inventory.draft import Draft, Finding, draft_devices
from planning.inventory.files import Grid, open_book
from planning.inventory.headings import read_heading
from planning.inventory.layouts.choose import Choice as SheetChoice
from planning.inventory.layouts.choose import choose, layout_of
from planning.inventory.layouts.plan import Plan
from planning.inventory.reading import DEVICE_COLUMNS, Choice, IgnoredRow, Problem, Reading, Sheet, StatedTotal
from planning.inventory.values.dates import read_stated_date
from planning.inventory.values.issue import DROPPED, Option
from planning.inventory.values.text import clean


def read_inventory(
    content: bytes,
    name: str,
    *,
    as_of: date | None = None,
    mapping: Mapping[tuple[str, str], str | None] | None = None,
    answers: Mapping[str, str] | None = None,
) -> Reading:
    """Read one workbook. Raises FileRefused where it cannot be opened or holds no list.

    `as_of`: the day the list holds for; no device was bought long after it. `mapping`: corrections by (sheet, column
    letters), a field of reading.FIELDS or None for "not used". `answers`: Problem.key -> Choice.code.
    """
    book = open_book(content, name)
    choices = choose(book, mapping or {})
    plans = [choice.plan for choice in choices if choice.plan]
    bodies = [read_body(plan) for plan in plans]
    draft = _joined([draft_devices(plan, body, as_of) for plan, body in zip(plans, bodies, strict=True)])
    draft.findings += duplicate_serials(draft, {plan.grid.name: plan.letter("serial") for plan in plans})
    for plan, body in zip(plans, bodies, strict=True):
        draft.findings += _unclear_rows(plan, body)
    settled = settle(draft, answers or {})
    totals, mismatches = _totals(plans, bodies, draft, settled, answers or {})
    problems = [*_hidden(choices), *settled.problems, *mismatches]
    order = {grid.name: place for place, grid in enumerate(book.grids)}
    return Reading(
        file=book.facts,
        layout=layout_of(plans),
        confidence=_confidence(plans, draft),
        sheets=tuple(_sheet(choice) for choice in choices),
        devices=_frame(settled.columns),
        problems=tuple(sorted(problems, key=lambda p: (order[p.sheet], p.row or 0))),
        ignored_rows=_ignored(plans, bodies, draft, mismatches),
        stated_totals=tuple(totals),
        stated_date=_stated_date(plans),
    )


def _joined(drafts: Sequence[Draft]) -> Draft:
    """The sheets' devices as one draft; findings keep pointing at their own records."""
    if len(drafts) == 1:
        return drafts[0]
    columns: dict[str, list[Any]] = {name: [] for name in drafts[0].columns}
    findings = []
    for draft in drafts:
        start = len(columns["row"])
        findings += [
            replace(finding, record=None if finding.record is None else finding.record + start)
            for finding in draft.findings
        ]
        for name, values in draft.columns.items():
            columns[name] += values
    return Draft(columns, findings)


def _unclear_rows(plan: Plan, body: Body) -> list[Finding]:
    """Rows that yield no device, and columns of counts beside the one that was read."""
    options = (Option(Choice("leave_out"), {DROPPED: True}),)
    return [
        Finding(
            Problem(plan.grid.name, row + 1, None, "must", code, "", {}, tuple(option.choice for option in options)),
            None,
            options,
        )
        for row, code in body.unclear
    ] + [
        Finding(
            Problem(
                plan.grid.name,
                None,
                column.column,
                "must",
                "second-count",
                "",
                {"header": column.header, "read": plan.letter("count") or ""},
                (Choice("ignore_column"),),
            ),
            None,
            (Option(Choice("ignore_column")),),
        )
        for column in plan.columns
        if column.why_left_out == "another_column" and read_heading(column.header).field == "count"
    ]


def _totals(
    plans: Sequence[Plan], bodies: Sequence[Body], draft: Draft, settled: Settled, answers: Mapping[str, str]
) -> tuple[list[StatedTotal], list[Problem]]:
    stated: list[StatedTotal] = []
    problems: list[Problem] = []
    start = 0
    for plan, body in zip(plans, bodies, strict=True):
        more, wrong = check_totals(plan, body, draft, settled, start)
        stated += more
        problems += [_answered(problem, answers) for problem in wrong]
        start += len(body.records)
    return stated, problems


def _ignored(
    plans: Sequence[Plan], bodies: Sequence[Body], draft: Draft, mismatches: Sequence[Problem]
) -> tuple[IgnoredRow, ...]:
    """Rows without a device: those set aside, totals nothing is to be asked about, and rows for no device at all."""
    asked = {(problem.sheet, problem.row) for problem in mismatches}
    lots = zip(draft.columns["sheet"], draft.columns["row"], draft.columns["count"], strict=True)
    none = [(sheet, row) for sheet, row, devices in lots if devices == 0]
    found: list[IgnoredRow] = []
    for plan, body in zip(plans, bodies, strict=True):
        name = plan.grid.name
        rows = [*body.ignored]
        rows += [
            IgnoredRow(name, total.row + 1, "total") for total in body.totals if (name, total.row + 1) not in asked
        ]
        rows += [IgnoredRow(name, row, "none") for sheet, row in none if sheet == name]
        found += sorted(rows, key=lambda row: row.row)
    return tuple(found)


def _answered(problem: Problem, answers: Mapping[str, str]) -> Problem:
    given = answers.get(problem.key)
    return replace(problem, answer=given) if given in {choice.code for choice in problem.choices} else problem


def _hidden(choices: Iterable[SheetChoice]) -> list[Problem]:
    """Hidden rows are read like the others, a hidden sheet and cells far outside a list are not; all is said."""
    found = []
    for choice in choices:
        if choice.plan and (cells := choice.grid.far_cells):
            values = {"n": str(len(cells)), "first": cells[0]}
            found.append(Problem(choice.grid.name, None, None, "info", "far-cells", "", values))
        if choice.why == "hidden":
            found.append(Problem(choice.grid.name, None, None, "info", "hidden-sheet", ""))
        elif choice.plan and choice.grid.hidden_rows:
            rows = choice.grid.hidden_rows
            values = {"n": str(len(rows)), "first": str(rows[0]), "last": str(rows[-1])}
            found.append(Problem(choice.grid.name, None, None, "info", "hidden-rows", "", values))
    return found


def _sheet(choice: SheetChoice) -> Sheet:
    if choice.plan is None:
        return Sheet(choice.grid.name, used=False, why=choice.why)
    header_rows = tuple(row + 1 for row in choice.plan.header_rows)
    return Sheet(choice.grid.name, used=True, why=choice.why, header_rows=header_rows, columns=choice.plan.columns)


def _confidence(plans: Sequence[Plan], draft: Draft) -> float:
    """How well the headings were understood, lowered by the share of rows whose kind was not."""
    headings = sum(plan.score for plan in plans) / len(plans)
    unknown = sum(finding.problem.code == "kind-unknown" for finding in draft.findings)
    return round(headings * (1 - unknown / max(1, len(draft.columns["row"]))), 2)


def _stated_date(plans: Sequence[Plan]) -> date | None:
    for plan in plans:
        for found in (read_stated_date(text) for text in _lines_above(plan.grid, plan)):
            if found:
                return found
    return None


def _lines_above(grid: Grid, plan: Plan) -> Iterable[str]:
    top = plan.header_rows[0] if plan.header_rows else 0
    return (clean(cell) for row in grid.rows[:top] for cell in row if cell != "")


def _frame(columns: Mapping[str, list[Any]]) -> pd.DataFrame:
    return pd.DataFrame({name: _series(columns[name], kind) for name, kind in DEVICE_COLUMNS.items()}, copy=False)


def _series(values: list[Any], kind: str) -> pd.Series:
    if kind != "object":
        return pd.Series(values, dtype=kind)
    # Filled by hand: pandas would turn dates into timestamps and None into NaN.
    cells = np.empty(len(values), dtype=object)
    cells[:] = values
    return pd.Series(cells, dtype=object)
