"""Rows whose description says how many devices they hold: arranged so that the number has a column of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from planning.core.text import Cell, clean, tokens
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.lines_above import lines_above
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.values.lines import TextLot
from planning.inventory.values.people import whose
from planning.inventory.words.cell_words import cell_words
from planning.workbooks.grid import Grid, Origin

_ADDED: Final = ("count", "kind", "purchased", "location", "status", "audience", "price", "serial", "note")
_TOGETHER: Final = ("location", "note")
"""Fields of which a description may say more than a column of their own."""


@dataclass(slots=True)
class LotRows:
    """The rows of a list so far: its lots, and what the other rows are."""

    rows: list[list[Cell]] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    body: Body = field(default_factory=Body)

    def set_aside(self, grid: Grid, place: int, why: str) -> None:
        """A row that holds no device."""
        self.body.ignore(grid.name, grid.row_number(place) - 1, why)

    def ask(self, plan: ListPlan, place: int) -> None:
        """A row that may hold devices, and nobody can tell which."""
        self.body.ask(plan.grid.row_number(place) - 1)

    def as_written(self, plan: ListPlan, place: int) -> None:
        """A row that is read as it stands."""
        self._append(plan.grid, place, plan.grid.rows[place], [""] * len(_ADDED))

    def add(self, plan: ListPlan, place: int, column: int, lots: Sequence[TextLot], blank: Sequence[int] = ()) -> None:
        """A row for every lot of a description. `blank`: columns of which this row is not read."""
        for lot in _counted_once(plan, place, column, lots):
            row = ["" if at in blank else cell for at, cell in enumerate(plan.grid.rows[place])]
            row[column] = lot.device
            price = plan.column("price")
            if price is not None and row[price] == "" and lot.price:
                row[price] = lot.price
            if price is not None and row[price] != "" and len(lots) > 1:
                row[price] = f"{row[price]} ?"  # of all lots together: nobody can tell what one device cost
            bought = plan.column("purchased")
            purchased = lot.purchased if bought is None or row[bought] == "" else ""
            if bought is not None and purchased:
                row[bought] = purchased
            said: list[Cell] = ["" if plan.column("count") is not None and not lot.sure else lot.count]
            said += [lot.device if lot.kind else "", purchased, *_used(lot)]
            said += ["" if price is not None else lot.price, lot.serial, lot.note]
            self._append(plan.grid, place, row, said)

    def _append(self, grid: Grid, place: int, row: Sequence[Cell], said: Sequence[Cell]) -> None:
        self.rows.append([*row, *said])
        own = tuple(grid.place(place, column) for column in range(len(row)))
        self.origins.append(Origin(place + grid.top, None, (*own, *(None for _ in said))))

    def plan(self, plan: ListPlan, layout: str, score: float) -> ListPlan:
        """The plan over the arranged rows: the list's own columns go before what its descriptions say."""
        width = len(plan.grid.rows[0])
        fields: Mapping[str, tuple[int, ...]] = dict(plan.fields)
        for place, name in enumerate(_ADDED, width):
            if any(row[place] != "" for row in self.rows) and name not in plan.fields:
                fields = {**fields, name: (place,)}
            elif name in _TOGETHER and any(row[place] != "" for row in self.rows):
                fields = {**fields, name: (*plan.fields[name], place)}
        above = plan.grid.rows[: plan.header_rows[0] if plan.header_rows else 0]
        grid = replace(
            plan.grid,
            rows=self.rows,
            origins=tuple(self.origins),
            labels=(*(plan.grid.label(column) for column in range(width)), *_ADDED),
        )
        return replace(
            plan,
            layout=layout,
            score=score,
            grid=grid,
            header_rows=(),
            fields=fields,
            empty_count_is_one=True,
            body=replace(self.body, records=list(range(len(self.rows))), above=lines_above(above)),
        )


def _used(lot: TextLot) -> tuple[str, str, str]:
    """Where a lot is, how it does and whose it is: "Laptop directie" tells whose, and no room."""
    if lot.place and not lot.audience and whose(lot.place) and not cell_words("place").find(tokens(lot.place)):
        return "", lot.status, lot.place
    return lot.place, lot.status, lot.audience


def _counted_once(plan: ListPlan, place: int, column: int, lots: Sequence[TextLot]) -> Sequence[TextLot]:
    """A row with a count of its own holds no more than that: "Wifi, 9 accesspoints" beside 9 is one lot."""
    count = plan.column("count")
    stated = "" if count is None else clean(plan.grid.rows[place][count])
    if len(lots) < 2 or not stated:
        return lots
    same = [lot for lot in lots if lot.sure and lot.count == stated]
    named = " ".join(lot.device for lot in lots)
    return [replace(same[0], device=named)] if len(same) == 1 else [replace(lots[0], device=named)]
