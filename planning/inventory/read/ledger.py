"""What became of every cell: read, passed over for a reason that holds, or asked; a breach becomes a question.

One question for a sheet and a column, whatever the number of rows: a person answers it once.
"""

from dataclasses import replace
from typing import Final

from planning.inventory.read.findings import Finding
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.second_columns import SecondColumn
from planning.inventory.values.issue import Option
from planning.workbooks.model import Choice, Problem

_DECIDES: Final = frozenset({"serial", "purchased", "status", "support_until"})
"""Fields of which two columns that contradict each other are asked about; of others it is said."""


def second_columns(plan: ListPlan) -> list[Finding]:
    """Columns that claim a field another is read for and do not say the same."""
    return [_of_column(plan, second) for second in plan.seconds if second.differs or second.fills]


def _of_column(plan: ListPlan, second: SecondColumn) -> Finding:
    heading = plan.headings[second.place]
    values = {"header": heading.text, "read": plan.grid.label(second.read), "n": str(second.differs or second.fills)}
    column = plan.grid.label(second.place)
    if second.differs and second.field == "count":
        return _asked(Problem(plan.grid.name, None, column, "must", "second-count", "", values))
    if second.differs and second.field in _DECIDES:
        return _asked(Problem(plan.grid.name, None, column, "must", "column-differs", "", values))
    code = "column-differs" if second.differs else "columns-complete"
    return Finding(Problem(plan.grid.name, None, column, "info", code, "", values))


def _asked(problem: Problem) -> Finding:
    option = Option(Choice("ignore_column"))
    return Finding(replace(problem, choices=(option.choice,)), None, (option,))
