"""What a person answered, carried out on the devices; without an answer the first, careful choice holds."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, Final

from planning.inventory.guidance import Guidance, count_answer, counted_in
from planning.inventory.read.findings import TOTAL_CENTS, DraftFleet, Finding
from planning.inventory.read.kind_questions import EACH
from planning.inventory.reading import DEVICE_COLUMNS
from planning.inventory.values.issue import DROPPED, PART, SHARE, Option
from planning.inventory.values.money import shared
from planning.inventory.values.periods import NO_PERIOD
from planning.workbooks.model import Choice, Problem

OTHER: Final = "other"
"""Key in a change: a change to the record the problem points at besides its own."""
_APART: Final = {PART: "status", SHARE: "audience"}
"""Keys of what leaves a lot -> the column that it has a value of its own in."""
_Part = tuple[int, str, str]
_Parts = dict[int, list[_Part]]
"""By record how many leave the lot, and the column and the value they have of their own."""
_NOT_BOUGHT_YET: Final = {**NO_PERIOD.change(), "purchased_as_written": None}


@dataclass(frozen=True, slots=True)
class Settlement:
    """The devices after all answers, and the rows that yield none for now."""

    columns: dict[str, list[Any]]  # reading.DEVICE_COLUMNS
    problems: tuple[Problem, ...]
    dropped: frozenset[int]  # records of the draft


def settle(draft: DraftFleet, guidance: Guidance) -> Settlement:
    """Apply the answers. One that is no choice of its problem counts as none."""
    columns = _Columns(draft.columns)
    counts = columns["count"]
    none = {record for record, devices in enumerate(counts) if devices == 0} if 0 in counts else set()
    dropped = set(none)
    parts: _Parts = {}
    problems: dict[str, Problem] = {}
    for finding in draft.findings:
        if finding.record in none:
            continue  # of no devices nothing is to be asked
        option, answer = _chosen(finding, guidance)
        # One cell can speak of many devices, as a heading over a column of counts does: it is asked about once.
        problems.setdefault(finding.problem.key, replace(finding.problem, answer=answer) if answer else finding.problem)
        if option and EACH in option.change:
            dropped |= _apply_to_each(option.change[EACH], columns, parts)
        elif option and finding.record is not None:
            for name, value in option.change.items():
                if name == DROPPED:
                    dropped.add(finding.record)
                elif name in _APART:
                    _take_apart(parts, finding.record, name, value)
                elif name == OTHER and finding.other is not None:
                    for other_name, other_value in value.items():  # type: ignore[attr-defined]
                        columns.change(other_name, finding.other, other_value)
                else:
                    columns.change(name, finding.record, value)
    _share_totals(columns)
    _leave(columns, parts)
    return Settlement(_compact(columns, dropped, parts), tuple(problems.values()), frozenset(dropped))


class _Columns(dict[str, list[Any]]):
    """The columns of a draft; one that is changed is copied first, and the others never: most lists change few."""

    def __init__(self, columns: Mapping[str, list[Any]]) -> None:
        super().__init__(columns)
        self._copied: set[str] = set()

    def change(self, name: str, record: int, value: Any) -> None:
        """Put another value at a record."""
        if name not in self._copied:
            self[name] = list(self[name])
            self._copied.add(name)
        self[name][record] = value


def _take_apart(parts: _Parts, record: int, name: str, value: Any) -> None:
    devices, what = value
    parts.setdefault(record, []).append((devices, _APART[name], what))


def _apply_to_each(changes: Any, columns: _Columns, parts: _Parts) -> set[int]:
    """Change every record the answer is for; those that yield no device are given back."""
    for record, change in changes.items():
        for name, value in change.items():
            if name in _APART:
                _take_apart(parts, record, name, value)
            elif name != DROPPED:
                columns.change(name, record, value)
    return {record for record, change in changes.items() if change.get(DROPPED)}


def _chosen(finding: Finding, guidance: Guidance) -> tuple[Option | None, str | None]:
    if not finding.options:
        return None, None
    given = guidance.answer_to(finding.problem)
    counted = counted_in(given)
    if counted and given not in {option.choice.code for option in finding.options}:
        return Option(Choice(count_answer(counted), {"n": str(counted)}), {"count": counted}), given
    return next((option for option in finding.options if option.choice.code == given), finding.options[0]), given


def _share_totals(columns: _Columns) -> None:
    for record, total in enumerate(columns[TOTAL_CENTS]):
        if total is not None:
            columns.change("price_cents", record, shared(total, columns["count"][record]))


def _leave(columns: _Columns, parts: _Parts) -> None:
    """Take the parts out of their lots; an answer that made a lot no larger than a part makes it all one status."""
    for record, own in list(parts.items()):
        left = []
        for devices, name, value in own:
            if devices < columns["count"][record]:
                columns.change("count", record, columns["count"][record] - devices)
                left.append((devices, name, value))
            else:
                columns.change(name, record, value)
        parts[record] = left


def _compact(
    columns: dict[str, list[Any]], dropped: AbstractSet[int], parts: Mapping[int, Sequence[_Part]]
) -> dict[str, list[Any]]:
    """The records that stay, each followed by the parts of it that stand on their own."""
    if not any(parts.values()) and not dropped:
        return {name: columns[name] for name in DEVICE_COLUMNS}
    kept = [record for record in range(len(columns["row"])) if record not in dropped]
    order = [(record, part) for record in kept for part in (None, *parts.get(record, ()))]
    compact = {name: [columns[name][record] for record, _ in order] for name in DEVICE_COLUMNS}
    for place, (_, part) in enumerate(order):
        if part:
            compact["count"][place], name, value = part
            compact[name][place] = value
            if value == "ordered":  # the day on which the others came is not theirs
                for field, unknown in _NOT_BOUGHT_YET.items():
                    compact[field][place] = unknown
    return compact
