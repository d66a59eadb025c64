"""Devices as read before any answer is applied, and what they leave open; of one sheet or of all together."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from planning.inventory.reading import DEVICE_COLUMNS
from planning.inventory.values.issue import Option
from planning.workbooks.model import Problem

TOTAL_CENTS: Final = "total_cents"
"""Column of a draft: what all devices of a row cost together, where the list gives only that."""
SERIAL_ROW: Final = "serial_row"
SERIAL_COLUMN: Final = "serial_column"
"""Columns of a draft: Excel's row and column of the serial number."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem and what each of its answers changes."""

    problem: Problem
    record: int | None = None  # place in the draft's columns
    options: tuple[Option, ...] = ()
    other: int | None = None  # the record an answer may change besides


@dataclass(slots=True)
class DraftFleet:
    """Devices as read, before any answer is applied: one list for each of reading.DEVICE_COLUMNS."""

    columns: dict[str, list[Any]]
    findings: list[Finding] = field(default_factory=list)


def joined(drafts: Sequence[DraftFleet]) -> DraftFleet:
    """The sheets' devices as one draft; findings keep pointing at their own records."""
    if len(drafts) == 1:
        return drafts[0]
    columns: dict[str, list[Any]] = {name: [] for name in (*DEVICE_COLUMNS, TOTAL_CENTS, SERIAL_ROW, SERIAL_COLUMN)}
    findings = []
    for draft in drafts:
        start = len(columns["row"])
        findings += [
            replace(finding, record=None if finding.record is None else finding.record + start)
            for finding in draft.findings
        ]
        for name, values in draft.columns.items():
            columns[name] += values
    return DraftFleet(columns, findings)
