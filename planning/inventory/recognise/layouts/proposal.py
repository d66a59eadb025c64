"""A reading of a sheet that a layout proposes: how sure it is, on what evidence, and the lists it sees."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from planning.inventory.guidance import Corrections
from planning.inventory.reading import Evidence
from planning.inventory.recognise.headings import HeaderRow
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.plan_making import make_plan
from planning.workbooks.grid import Grid


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way to read a sheet; a sheet may hold several lists, each a plan of its own."""

    layout: str
    score: float  # 0..1; beside others the share of the sheet's cells it explains
    plans: tuple[ListPlan, ...]
    evidence: tuple[Evidence, ...] = ()
    sure: bool = True  # False: it is offered, and not read until a person chooses it


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet as every layout looks at it."""

    grid: Grid
    header: HeaderRow | None  # the row of headings, where there is one
    corrections: Corrections = field(default_factory=dict)
    _plans: list[ListPlan] = field(init=False, default_factory=list, repr=False, compare=False)

    def plan(self, layout: str) -> ListPlan | None:
        """The sheet as one list under its headings, in a layout; None without headings."""
        if self.header is None:
            return None
        if not self._plans:
            self._plans.append(make_plan(layout, self.grid, self.header, self.corrections))
        return replace(self._plans[0], layout=layout)


Recogniser = Callable[[SheetView], Proposal | None]
"""Looks at a sheet; None where the layout cannot be its shape."""


def of_plan(plan: ListPlan, evidence: Evidence) -> Proposal:
    """The proposal of a layout that sees one list."""
    return Proposal(plan.layout, plan.score, (plan,), (evidence,))


def headings_seen(plan: ListPlan) -> Evidence:
    """The headings that were known, and where they stand."""
    known = [column.header for column in plan.columns if column.field and column.header]
    rows: Mapping[str, str] = {"row": str(plan.grid.row_number(plan.header_rows[0])) if plan.header_rows else ""}
    return Evidence("headings", {**rows, "headings": ", ".join(known)})
