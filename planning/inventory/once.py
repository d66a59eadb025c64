"""What an export asks in many rows alike is asked once for all of them."""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import Final

from planning.inventory.draft import Finding
from planning.inventory.reading import Choice, Problem
from planning.inventory.values.issue import Option

EACH: Final = "each"
"""Key in a change: the change of every record the answer is for."""
_ORDERS: Final = {"year_only": "years_only", "day_first": "days_first", "month_first": "months_first"}


def asked_once(findings: Sequence[Finding], sheets: Collection[str]) -> list[Finding]:
    """The findings, with those of `sheets` that ask the same taken together where the first of them stands."""
    groups: dict[Hashable, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_question(finding.problem, sheets) or id(finding), []).append(finding)
    return [group[0] if len(group) == 1 else _TOGETHER[group[0].problem.code](group) for group in groups.values()]


def _question(problem: Problem, sheets: Collection[str]) -> Hashable:
    if problem.sheet not in sheets or problem.code not in _TOGETHER:
        return None
    written = problem.as_written if problem.code == "kind-unknown" else ""
    return problem.sheet, problem.code, problem.column, written


def _order(group: Sequence[Finding]) -> Finding:
    """Day or month first: one column is written in one order."""
    first = group[0].problem
    values = {**first.values, "n": str(len(group))}
    days = {option.choice.code: option.choice.values for option in group[0].options}
    options = [_for_each(group, code, Choice(name, days[code])) for code, name in _ORDERS.items()]
    return _finding(first, None, "date-order", values, options)


def _kind(group: Sequence[Finding]) -> Finding:
    first = group[0].problem
    options = [_for_each(group, option.choice.code, option.choice) for option in group[0].options]
    return _finding(first, first.row, "kind-unknown-rows", {"n": str(len(group))}, options)


_TOGETHER: Final[Mapping[str, Callable[[Sequence[Finding]], Finding]]] = {
    "date-ambiguous": _order,
    "kind-unknown": _kind,
}


def _for_each(group: Sequence[Finding], code: str, choice: Choice) -> Option:
    changes = {
        finding.record: option.change for finding in group for option in finding.options if option.choice.code == code
    }
    return Option(choice, {EACH: changes})


def _finding(
    first: Problem, row: int | None, code: str, values: Mapping[str, str], options: Sequence[Option]
) -> Finding:
    choices = tuple(option.choice for option in options)
    problem = Problem(first.sheet, row, first.column, "must", code, first.as_written, values, choices)
    return Finding(problem, None, tuple(options))
