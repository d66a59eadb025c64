"""A device whose kind is open is asked about once for all rows that write it so, where there may be hundreds."""

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Final

from planning.inventory.read.findings import Finding
from planning.inventory.values.issue import Option
from planning.workbooks.model import Problem

_OF_ROWS: Final = {"kind-unknown": "kind-unknown-rows", "kind-conflict": "kind-conflict-rows"}
_MANY: Final = 3  # rows
EACH: Final = "each"
"""Key in a change: the change of every record the answer is for."""


def asked_together(findings: Sequence[Finding], sheets: Collection[str]) -> list[Finding]:
    """The findings, with those that ask for the kind of one model taken together at the first of them.

    Where a kind contradicts its model always; where the model is not known on `sheets`, and where many rows hold it.
    """
    groups: dict[Hashable, list[Finding]] = {}
    for finding in findings:
        problem = finding.problem
        asks = problem.code in _OF_ROWS and (problem.as_written or problem.sheet in sheets)
        key = (problem.sheet, problem.code, problem.as_written) if asks else id(finding)
        groups.setdefault(key, []).append(finding)
    found: list[Finding] = []
    for group in groups.values():
        together = len(group) > 1 and (len(group) >= _MANY or group[0].problem.sheet in sheets or _conflict(group[0]))
        found += [_together(group), *map(_mention(group[0]), group[1:])] if together else group
    return found


def _mention(first: Finding) -> Callable[[Finding], Finding]:
    """Says on a row that its kind is asked at the first of them."""

    def mention(finding: Finding) -> Finding:
        problem = finding.problem
        values = {"row": str(first.problem.row)}
        told = Problem(problem.sheet, problem.row, problem.column, "info", "kind-as-row", "", values)
        return Finding(told, finding.record)

    return mention


def _conflict(finding: Finding) -> bool:
    return finding.problem.code == "kind-conflict"


def _together(group: Sequence[Finding]) -> Finding:
    first = group[0].problem
    records = [finding.record for finding in group]
    options = tuple(Option(option.choice, {EACH: dict.fromkeys(records, option.change)}) for option in group[0].options)
    problem = Problem(
        sheet=first.sheet,
        row=first.row,
        column=first.column,
        severity="must",
        code=_OF_ROWS[first.code],
        as_written=first.as_written,
        values={**first.values, "n": str(len(group))},
        choices=first.choices,
    )
    return Finding(problem, None, options)
