"""From the bytes of a workbook to a Reading: open, recognise, read, check, and apply what a person answered."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial
from itertools import accumulate, groupby, islice
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa

from planning.core.garbage import not_collected
from planning.inventory.guidance import UNGUIDED, Guidance
from planning.inventory.read.answers import Settlement, settle
from planning.inventory.read.checks import check_totals, duplicate_serials
from planning.inventory.read.draft import draft_devices
from planning.inventory.read.findings import DraftFleet, Finding, joined
from planning.inventory.read.kind_questions import EACH, asked_together
from planning.inventory.read.ledger import SheetLedger, account, rows_passed_over, second_columns, states_told_above
from planning.inventory.read.marks import Meaning, colour_explained, read_legend, with_colours_apart
from planning.inventory.read.moments import answered_again, counted_by_year, counted_on_sheets, moments
from planning.inventory.read.noted_purchases import with_notes
from planning.inventory.read.quotations import as_the_cell_says
from planning.inventory.read.sheet_names import unclear_names
from planning.inventory.read.sums import SheetFleet, Sum, adds_up_sheets, lines_above, sums
from planning.inventory.read.unread import CellQuestion, unread_cells
from planning.inventory.read.versions import earlier_versions, told_again
from planning.inventory.reading import DEVICE_COLUMNS, IgnoredRow, LayoutOffer, Reading, Sheet, StatedTotal
from planning.inventory.recognise.headings import names_legend
from planning.inventory.recognise.layouts.aside import names_wishes, tells_what_came
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.choose import SheetProposals, choose, layout_of
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.sorting import read_body
from planning.inventory.recognise.sections import without_purchase
from planning.inventory.values.dates import read_stated_date
from planning.inventory.values.issue import DROPPED, Option
from planning.inventory.values.serials import serial_key
from planning.workbooks.columns import column_number
from planning.workbooks.files import Book, open_book
from planning.workbooks.model import Choice, Problem

_STR: Final = pd.StringDtype(na_value=np.nan)  # the type that pandas calls "str"
_AGAIN: Final = {"date-order": "date-order-again", "date-midnight": "date-midnight-again"}
"""Questions a file asks once, and what another sheet says in their place."""


@not_collected()
def read_inventory(content: bytes, name: str, guidance: Guidance = UNGUIDED) -> Reading:
    """Read one workbook. Raises FileRefused where it cannot be opened or holds no list."""
    return read_book(open_book(content, name), guidance)


def read_book(book: Book, guidance: Guidance = UNGUIDED) -> Reading:
    """Read a workbook that was opened. Raises FileRefused where it holds no list."""
    sheets = choose(book, guidance)
    named = book.facts.name.rpartition(".")[0]
    guidance = replace(guidance, notation=_notation(sheets, guidance), file_name=named)
    plans = [plan for sheet in sheets for plan in sheet.plans]
    bodies = with_notes({grid.name: grid for grid in book.grids}, plans, [read_body(plan) for plan in plans])
    legend = _legend(book, plans, bodies)
    drafts = [draft_devices(plan, body, guidance, legend) for plan, body in zip(plans, bodies, strict=True)]
    for plan in plans:
        plan.grid.forget_distinct()  # what follows asks for whole columns, and needs the room
    bodies, drafts = _without_sums_beside(plans, bodies, drafts, guidance, legend)
    sheets, plans, bodies, drafts, asked = _without_repeats(sheets, plans, bodies, drafts, guidance)
    starts = accumulate((len(one.columns["row"]) for one in drafts), initial=0)
    counted_again = [
        finding
        for plan, one, start in zip(plans, drafts, starts, strict=False)
        for asked in (moments, counted_by_year, answered_again)
        for finding in asked(plan, one, start)
    ]
    draft = joined(drafts)
    draft.findings += [*counted_again, *counted_on_sheets(draft)]
    draft.findings += _sums_asked(draft, asked)
    draft.findings += unclear_names(
        draft,
        [name for name in dict.fromkeys(p.grid.name for p in plans) if not guidance.speaks_of(name)],
        {
            plan.grid.name
            for plan, body in zip(plans, bodies, strict=True)
            if names_wishes(plan.grid.name) and tells_what_came(plan, body)
        },
    )
    findings = asked_together(
        _asked_once(draft.findings), {plan.grid.name for plan in plans if plan.export or plan.layout == "serials"}
    )
    draft.findings = [*findings, *duplicate_serials(draft)]
    by_status = cache(partial(_by_status, draft))
    for plan, body in zip(plans, bodies, strict=True):
        draft.findings += [*_unclear_rows(plan, body), *rows_passed_over(plan, body)]
        draft.findings += states_told_above(plan, body, by_status)
    unread = _unread(sheets, plans, bodies, draft)
    draft.findings += [one.finding for one in unread]
    settled = settle(draft, guidance)
    totals, mismatches = _totals(plans, bodies, draft, settled, guidance)
    said = [problem for body in bodies for problem in body.problems]
    grids = {grid.name: grid for grid in book.grids}
    asked_of_cells = (as_the_cell_says(problem, grids) for problem in settled.problems)
    problems = [*_hidden(sheets), *_unseen(sheets, plans, bodies), *said, *asked_of_cells, *mismatches]
    order = {grid.name: place for place, grid in enumerate(book.grids)}
    ignored = _ignored(plans, bodies, draft, mismatches)
    return Reading(
        file=book.facts,
        layout=layout_of(plans),
        confidence=_confidence(plans, draft),
        sheets=tuple(map(_sheet, sheets)),
        devices=_frame(settled.columns),
        problems=tuple(sorted(problems, key=lambda p: (order[p.sheet], p.row or 0))),
        ignored_rows=ignored,
        stated_totals=tuple(totals),
        stated_date=_stated_date(bodies),
        above=tuple(line for body in bodies for line in body.above),
        row_schools=_row_schools(draft),
        account=account(_ledgers(sheets, plans, bodies, draft, ignored, problems, unread)),
    )


def _ledgers(
    sheets: Sequence[SheetProposals],
    plans: Sequence[ListPlan],
    bodies: Sequence[Body],
    draft: DraftFleet,
    ignored: Sequence[IgnoredRow],
    problems: Sequence[Problem],
    unread: Sequence[CellQuestion],
) -> Iterator[SheetLedger]:
    """Every sheet with what is known of its rows and columns."""
    devices = _rows_of_devices(draft)
    for sheet in sheets:
        grid = sheet.grid
        own = [(plan, body) for plan, body in zip(plans, bodies, strict=True) if plan.grid.name == grid.name]
        rearranged = any(plan.grid.origins for plan, _ in own)
        taken = {place for plan, _ in own for place in plan.taken}
        named = {place for plan, _ in own for place in plan.named}
        open_keys = {p.key for p in problems if p.is_open}
        open_cells = [p for p in problems if p.sheet == grid.name and p.is_open and p.row]
        rows = devices.setdefault(grid.name, set())
        # a total beside the devices of its row sets none of them aside
        aside = {total.row: "total" for _, body in own for total in body.totals if total.row not in rows}
        aside |= {row.row: row.why for row in ignored if row.sheet == grid.name}
        rows.update(place[0] + 1 for place in taken | named)
        rows.difference_update(row for row, why in aside.items() if why != "part")
        yield SheetLedger(
            grid=grid,
            set_aside=None if sheet.proposal else sheet.why,
            devices=rows,
            taken=taken if rearranged else None,
            named=named,
            ignored=aside,
            left_out={
                column_number(column.column) - 1: column.why_left_out or "not_a_device_field"
                for plan, _ in own
                for column in plan.columns
                if column.field is None and column.column.isalpha()
            },
            headings={plan.grid.row_number(row) for plan, _ in own for row in plan.header_rows},
            asked={p.row for p in open_cells if p.row} | {u.row for _, body in own for u in body.unclear},
            asked_cells={
                (p.row - 1, column_number(p.column) - 1)
                for p in open_cells
                if p.row and p.column and p.column.isalpha()
            },
            unread={
                place
                for one in unread
                if one.finding.problem.sheet == grid.name and one.finding.problem.key in open_keys
                for place in one.cells
            },
        )


def _rows_of_devices(draft: DraftFleet) -> dict[str, set[int]]:
    """By sheet Excel's rows that hold devices."""
    found: dict[str, set[int]] = {}
    rows = iter(draft.columns["row"])
    for name, records in groupby(draft.columns["sheet"]):
        found.setdefault(name, set()).update(islice(rows, len(list(records))))
    return found


def _by_status(draft: DraftFleet) -> dict[str, Counter[str]]:
    """By sheet how many devices are in what state."""
    columns = draft.columns
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for sheet, status, devices in zip(columns["sheet"], columns["status"], columns["count"], strict=True):
        found[sheet][status] += devices
    return found


def _unread(
    sheets: Sequence[SheetProposals], plans: Sequence[ListPlan], bodies: Sequence[Body], draft: DraftFleet
) -> list[CellQuestion]:
    """What cells hold that no list took."""

    @cache
    def serials() -> frozenset[str]:
        return frozenset(serial_key(serial) for serial in draft.columns["serial"] if serial)

    found = []
    for sheet in sheets:
        own = [(plan, body) for plan, body in zip(plans, bodies, strict=True) if plan.grid.name == sheet.grid.name]
        found += unread_cells(sheet.grid, own, serials) if own else []
    return found


def _without_sums_beside(
    plans: Sequence[ListPlan],
    bodies: Sequence[Body],
    drafts: Sequence[DraftFleet],
    guidance: Guidance,
    legend: Mapping[str, Meaning],
) -> tuple[list[Body], list[DraftFleet]]:
    """Set aside the lists that add up another on the same sheet: below it, or beside."""
    kept, counted = list(bodies), list(drafts)
    by_sheet: dict[str, list[int]] = {}
    for place, plan in enumerate(plans):
        by_sheet.setdefault(plan.grid.name, []).append(place)
    for name, places in by_sheet.items():
        if len(places) < 2 or guidance.speaks_of(name):
            continue
        found = sums([SheetFleet("", (), drafts[place]) for place in places])
        for place in (place for place, what in zip(places, found, strict=True) if what is Sum.AGREES):
            rows = [IgnoredRow(name, row, "other_table") for row in dict.fromkeys(drafts[place].columns["row"])]
            kept[place] = replace(bodies[place], records=[], ignored=[*bodies[place].ignored, *rows], totals=[])
            counted[place] = draft_devices(plans[place], kept[place], guidance, legend)
    return kept, counted


def _without_repeats(
    sheets: Sequence[SheetProposals],
    plans: Sequence[ListPlan],
    bodies: Sequence[Body],
    drafts: Sequence[DraftFleet],
    guidance: Guidance,
) -> tuple[tuple[SheetProposals, ...], list[ListPlan], list[Body], list[DraftFleet], set[str]]:
    """Set aside the sheets that tell of the others' devices again: earlier versions, and what adds them up.

    And which only say that they add up; none of which a person spoke.
    """
    by_sheet: dict[str, list[int]] = {}
    for place, plan in enumerate(plans):
        by_sheet.setdefault(plan.grid.name, []).append(place)
    aside: dict[str, str] = {}
    asked: set[str] = set()
    if len(by_sheet) > 1:
        grids = {sheet.grid.name: sheet.grid for sheet in sheets}
        fleets = [
            SheetFleet(name, list(lines_above(grids[name])), joined([drafts[p] for p in places]))
            for name, places in by_sheet.items()
        ]
        aside = dict.fromkeys(earlier_versions(fleets, guidance.counted_on or date.max), "earlier_version")
        left = [fleet for fleet in fleets if fleet.name not in aside]
        aside |= dict.fromkeys(told_again(left, grids), "told_again")
        left = [fleet for fleet in left if fleet.name not in aside]
        found = {fleet.name: what for fleet, what in zip(left, sums(left), strict=True)}
        aside |= {name: "sum_sheet" for name, what in found.items() if what is Sum.AGREES}
        aside |= {
            name: "sum_sheet"
            for name, places in by_sheet.items()
            if name not in aside and all(adds_up_sheets(plans[p], bodies[p], left) for p in places)
        }
        asked = {name for name, what in found.items() if what is Sum.DIFFERS and not guidance.speaks_of(name)}
        aside = {name: why for name, why in aside.items() if not guidance.speaks_of(name)}
    kept = [place for place, plan in enumerate(plans) if plan.grid.name not in aside]
    told = tuple(
        replace(sheet, proposal=None, why=aside[sheet.grid.name])
        if sheet.grid.name in aside and sheet.proposal
        else sheet
        for sheet in sheets
    )
    return told, [plans[p] for p in kept], [bodies[p] for p in kept], [drafts[p] for p in kept], asked


def _sums_asked(draft: DraftFleet, sheets: set[str]) -> list[Finding]:
    """A sheet that says it adds up the others and does not: left out until a person says what it is."""
    found = []
    for name in sorted(sheets):
        records = [record for record, sheet in enumerate(draft.columns["sheet"]) if sheet == name]
        leave = Option(Choice("sheet_leave_out"), {EACH: {record: {DROPPED: True} for record in records}})
        options = (leave, Option(Choice("sheet_count")))
        choices = tuple(option.choice for option in options)
        found.append(Finding(Problem(name, None, None, "must", "sheet-sums-differ", "", {}, choices), None, options))
    return found


def _notation(sheets: Iterable[SheetProposals], guidance: Guidance) -> dict[tuple[str, str], str]:
    """What was answered before of how lists with these headings are written."""
    shapes = guidance.shapes
    known = ((sheet.grid.name, shapes[sheet.mark]) for sheet in sheets if sheet.mark in shapes)
    return {(name, code): answer for name, shape in known for code, answer in shape.answers.items()}


def _asked_once(findings: Iterable[Finding]) -> list[Finding]:
    """How dates are written is asked once for a file: on other sheets the question is only mentioned."""
    asked = set[str]()
    kept = []
    for finding in findings:
        code = finding.problem.code
        if code in asked:
            mention = replace(finding.problem, severity="info", code=_AGAIN[code], choices=())
            finding = replace(finding, problem=mention, options=())
        elif code in _AGAIN:
            asked.add(code)
        kept.append(finding)
    return kept


def _legend(book: Book, plans: Sequence[ListPlan], bodies: Sequence[Body]) -> dict[str, Meaning]:
    """What the colours of a workbook stand for; one legend serves all its sheets."""
    if not any(grid.marks for grid in book.grids):
        return {}
    devices: dict[str, dict[int, frozenset[int]]] = {}
    for plan, body in zip(plans, bodies, strict=True):
        columns = {*_headed(plan), *(place for places in plan.fields.values() for place in places)}
        of_sheet = devices.setdefault(plan.grid.name, {})
        for header in plan.header_rows:
            of_sheet[plan.grid.row_number(header) - 1] = frozenset(place + plan.grid.left for place in columns)
        for record in body.records:
            for row, column in filter(None, (plan.grid.place(record, column) for column in columns)):
                of_sheet[row] = of_sheet.get(row, frozenset()) | {column}
    legend: dict[str, Meaning] = {}
    for grid in book.grids:
        legend = read_legend(grid, devices.get(grid.name, {})) | legend
    return with_colours_apart(legend, {mark.fill for grid in book.grids for mark in grid.marks.values() if mark.fill})


def _headed(plan: ListPlan) -> list[int]:
    """The columns under a heading of the list's own: what stands there explains no colour."""
    return [place for place, heading in plan.headings.items() if heading.text and not names_legend(heading.text)]


def _unclear_rows(plan: ListPlan, body: Body) -> list[Finding]:
    """Rows that yield no device, and columns that say something else than the one that was read."""
    options = (Option(Choice("leave_out"), {DROPPED: True}),)
    choices = tuple(option.choice for option in options)
    return [
        Finding(
            Problem(plan.grid.name, u.row, u.column, "must", u.code, u.as_written, choices=choices),
            None,
            options,
        )
        for u in body.unclear
    ] + second_columns(plan)


def _totals(
    plans: Sequence[ListPlan], bodies: Sequence[Body], draft: DraftFleet, settled: Settlement, guidance: Guidance
) -> tuple[list[StatedTotal], list[Problem]]:
    stated: list[StatedTotal] = []
    problems: list[Problem] = []
    start = 0
    for plan, body in zip(plans, bodies, strict=True):
        more, wrong = check_totals(plan, body, draft, settled, start)
        stated += more
        problems += map(guidance.answered, wrong)
        start += len(body.records)
    return stated, problems


def _ignored(
    plans: Sequence[ListPlan], bodies: Sequence[Body], draft: DraftFleet, mismatches: Sequence[Problem]
) -> tuple[IgnoredRow, ...]:
    """Rows without a device of their own: set aside, totals nothing is asked about, for no device, parts of one."""
    asked = {(problem.sheet, problem.row) for problem in mismatches}
    asked |= {(f.problem.sheet, f.problem.row) for f in draft.findings if f.problem.code.startswith("row-")}
    asked |= {(plan.grid.name, u.row) for plan, body in zip(plans, bodies, strict=True) for u in body.unclear}
    columns = draft.columns
    empty = [r for r, devices in enumerate(columns["count"]) if devices == 0] if 0 in columns["count"] else []
    none = {(columns["sheet"][record], columns["row"][record]) for record in empty}
    found: dict[tuple[str, int], str] = {}
    for plan, body in zip(plans, bodies, strict=True):
        for ignored in body.ignored:
            found.setdefault((ignored.sheet, ignored.row), ignored.why)
        for row in plan.part_rows - {f.problem.row for f in draft.findings if f.problem.sheet == plan.grid.name}:
            found.setdefault((plan.grid.name, row), "part")
        for total in body.totals:
            found.setdefault((plan.grid.name, total.row), "total")
    for place in sorted(none):
        found.setdefault(place, "none")
    # A row of lists beside each other, or of a matrix, can hold devices and something else: it is told of once.
    devices = _rows_of_devices(draft)
    rows = [
        IgnoredRow(*place, why)
        for place, why in found.items()
        if place not in asked and (place in none or place[1] not in devices.get(place[0], ()))
    ]
    order = {plan.grid.name: place for place, plan in enumerate(plans)}
    return tuple(sorted(rows, key=lambda row: (order[row.sheet], row.row)))


def _hidden(sheets: Iterable[SheetProposals]) -> list[Problem]:
    """Hidden rows are read like the others, a hidden sheet and cells far outside a list are not; all is said."""
    found = []
    for sheet in sheets:
        name = sheet.grid.name
        if sheet.proposal and (cells := sheet.grid.far_cells):
            values = {"n": str(len(cells)), "first": cells[0]}
            found.append(Problem(name, None, None, "info", "far-cells", "", values))
        if sheet.why == "hidden":
            found.append(Problem(name, None, None, "info", "hidden-sheet", ""))
        elif sheet.proposal and sheet.grid.hidden_rows:
            rows = sheet.grid.hidden_rows
            values = {"n": str(len(rows)), "first": str(rows[0]), "last": str(rows[-1])}
            code = "hidden-row" if len(rows) == 1 else "hidden-rows"
            found.append(Problem(name, None, None, "info", code, "", values))
        if sheet.proposal and sheet.why != "hidden" and (columns := sheet.grid.hidden_columns):
            found.append(Problem(name, None, None, "info", "hidden-columns", "", {"columns": ", ".join(columns)}))
    return found


def _unseen(sheets: Iterable[SheetProposals], plans: Sequence[ListPlan], bodies: Sequence[Body]) -> list[Problem]:
    """Where words explain colours that a file cannot show, or rules colour cells, that is said."""
    used = [sheet.grid for sheet in sheets if sheet.proposal]
    found = [Problem(grid.name, None, None, "info", "colours-by-rules", "") for grid in used if grid.coloured_by_rules]
    for grid in (grid for grid in used if "colours" not in grid.looks):
        own = [(plan, body) for plan, body in zip(plans, bodies, strict=True) if plan.grid.name == grid.name]
        devices = {plan.grid.row_number(record) - 1 for plan, body in own for record in body.records}
        headed = {column + plan.grid.left for plan, _ in own for column in _headed(plan)}
        beside = sorted(set(range(len(grid.rows[0]))) - headed) if grid.rows else []
        if colour := colour_explained(grid, devices, beside):
            found.append(Problem(grid.name, None, None, "info", "colours-unseen", "", {"colour": colour}))
    return found


def _sheet(sheet: SheetProposals) -> Sheet:
    header_rows = {plan.grid.row_number(row) for plan in sheet.plans for row in plan.header_rows}
    sorted_by_layout = [row for plan in sheet.plans if plan.body for row in plan.body.ignored]
    header_rows |= {row.row for row in sorted_by_layout if row.why == "header"}
    return Sheet(
        sheet.grid.name,
        used=sheet.proposal is not None,
        why=sheet.why,
        header_rows=tuple(sorted(header_rows)),
        columns=sheet.columns,
        layout=sheet.proposal.layout if sheet.proposal else None,
        offers=tuple(LayoutOffer(p.layout, p.score, p.evidence) for p in sheet.proposals),
        mark=sheet.mark,
    )


def _confidence(plans: Sequence[ListPlan], draft: DraftFleet) -> float:
    """How well the headings were understood, lowered by the share of rows whose kind was not."""
    headings = sum(plan.score for plan in plans) / max(1, len(plans))
    unknown = sum(finding.problem.code == "kind-unknown" for finding in draft.findings)
    return round(headings * (1 - unknown / max(1, len(draft.columns["row"]))), 2)


def _stated_date(bodies: Sequence[Body]) -> date | None:
    lines = (without_purchase(line) for body in bodies for line in body.above)
    return next(filter(None, map(read_stated_date, lines)), None)


def _row_schools(draft: DraftFleet) -> dict[tuple[str, int], str]:
    columns = draft.columns
    if not any(columns["school"]):
        return {}
    rows = zip(columns["sheet"], columns["row"], columns["school"], strict=True)
    return {(sheet, row): school for sheet, row, school in rows if school}


def _frame(columns: Mapping[str, list[Any]]) -> pd.DataFrame:
    index = pd.RangeIndex(len(columns["row"]))
    arrays = {name: _array(columns[name], kind, index) for name, kind in DEVICE_COLUMNS.items()}
    return pd.DataFrame(arrays, index=index, copy=False)


def _array(values: list[Any], kind: str, index: pd.RangeIndex) -> Any:
    if kind == "str":  # by way of Arrow, which takes half the time that pandas takes to look at each value
        return pd.arrays.ArrowStringArray(pa.array(values, pa.large_string()), dtype=_STR)  # type: ignore[call-arg]
    cells = np.fromiter(values, dtype=kind, count=len(values))
    # No bare array of objects: pandas would turn dates into timestamps and None into NaN.
    return pd.Series(cells, index, dtype=object, copy=False) if kind == "object" else cells
