"""One sheet being read: its cells, the columns made of them so far, and what they leave open."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Protocol, TypeVar

from planning.core.text import Cell, clean
from planning.inventory.guidance import Guidance
from planning.inventory.read.distinct import looked_up
from planning.inventory.read.findings import Finding
from planning.inventory.read.kind_questions import EACH
from planning.inventory.read.marks import Meaning
from planning.inventory.read.record_cells import RecordCells
from planning.inventory.read.usage_model import Question, Rests
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.values.issue import Issue, Option
from planning.inventory.values.redaction import known_part
from planning.workbooks.model import Problem

_AS_ROW: Final = {
    "kind": "kind-as-row", "serial": "serial-as-row", "purchase": "purchase-as-row", "price": "price-as-row",
    "location": "location-as-row", "audience": "audience-as-row", "brand": "brand-as-row",
}  # fmt: skip
"""By what a question is about, what the other rows of it say."""
Columns = Mapping[str, list[Any]]


class _Value(Protocol):
    """A value as understood, and what it leaves open."""

    @property
    def issue(self) -> Issue | None: ...


_V = TypeVar("_V", bound=_Value)


@dataclass(slots=True)
class SheetDraft:
    """One sheet being read: its cells, and the columns and findings so far."""

    cells: RecordCells
    guidance: Guidance
    legend: Mapping[str, Meaning]
    columns: dict[str, list[Any]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    beside: list[Rests] = field(default_factory=list)
    above: Sequence[str] = ()  # the lines over the list
    below: Sequence[str] = ()  # the lines under it
    noted: Sequence[str] = ()  # the lines around it that say what was bought when
    descriptions: Sequence[tuple[str, ...]] = ()  # what the devices are called, each once

    @property
    def plan(self) -> ListPlan:
        return self.cells.plan

    def read(self, name: str, understand: Callable[[Cell], _V]) -> list[_V]:
        """A field's cells, understood, with what they leave open."""
        cells = self.cells.cells(name)
        table = {cell: understand(cell) for cell in dict.fromkeys(cells)}
        values = looked_up(table, cells)
        self.find_issues(name, values, table.values(), lambda record: known_part(clean(cells[record])))
        return values

    def find_issues(
        self, name: str, values: Sequence[_Value], distinct: Iterable[_Value], written: Callable[[int], str]
    ) -> None:
        """What the value of each record leaves open. Where none of the `distinct` does, no record is looked at."""
        if not any(value.issue for value in distinct):
            return
        for record, value in enumerate(values):
            if value.issue is not None:
                self.find(record, name, value.issue, written(record))

    def find(self, record: int, name: str, issue: Issue, written: str) -> Problem:
        """Something a record leaves open, at its cell of a field."""
        row, column = self.cells.excel_cell(record, name)
        problem = Problem(
            sheet=self.plan.grid.name,
            row=row,
            column=column,
            severity=issue.severity,
            code=issue.code,
            as_written=issue.as_written if issue.as_written is not None else written,
            values=issue.values,
            choices=tuple(option.choice for option in issue.options),
        )
        self.findings.append(Finding(problem, record, issue.options))
        return problem

    def ask_once(self, question: Question) -> None:
        """What several records leave open in the same words: asked at the first, mentioned at the others."""
        first = question.records[0]
        options = question.issue.options
        if not question.each:
            options = tuple(Option(o.choice, {EACH: dict.fromkeys(question.records, o.change)}) for o in options)
        asked = self.find(first, question.name, replace(question.issue, options=options), question.written)
        if question.apart and self.guidance.answer_to(asked) == "one_by_one":
            for one in question.apart:
                self.ask_once(one)
            return
        row = str(self.plan.grid.row_number(self.cells.records[first]))
        about, _, _ = question.issue.code.partition("-")
        code = _AS_ROW.get(about, "status-as-row")
        for record in question.records[1:]:
            self.find(record, question.name, Issue(code, "info", {"row": row}), "")

    def mention(self, code: str, values: Mapping[str, str] | None = None) -> None:
        """Something to know of the whole sheet."""
        self.findings.append(Finding(Problem(self.plan.grid.name, None, None, "info", code, "", values or {})))
