"""The devices of one sheet, column by column, with what each row leaves open.

Each distinct value is understood once, whatever the number of rows; only rows with something to ask are looked at one
by one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import repeat
from typing import Any, Final, Protocol, TypeVar

import numpy as np

from planning.core.text import Cell, clean, tokens
from planning.inventory.guidance import Guidance
from planning.inventory.read.findings import SERIAL_AT, TOTAL_CENTS, DraftFleet, Finding
from planning.inventory.read.marks import Meaning, answered, colour_issue, colour_of, read_looks, settle_looks
from planning.inventory.read.usage import read_usage, tells_of_use
from planning.inventory.reading import Problem
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.values.counts import read_count
from planning.inventory.values.dates import (
    PurchaseDate,
    in_its_year,
    one_order,
    order_answered,
    order_issue,
    read_ends,
    read_purchases,
)
from planning.inventory.values.devices import Description, Device, identify, kind_named
from planning.inventory.values.issue import Issue
from planning.inventory.values.money import read_price
from planning.inventory.values.people import place_without_names, without_addresses, without_people
from planning.inventory.values.places import level_of
from planning.inventory.values.redaction import known_part
from planning.inventory.values.serials import read_serial
from planning.inventory.values.support import supports_of

_INHERITED: Final = frozenset({"location", "audience", "school"})
_LASTING: Final = frozenset({"school", "purchased", "location", "kind"})  # until a heading says another
_A = TypeVar("_A")
_B = TypeVar("_B")


class _Value(Protocol):
    """A value as understood, and what it leaves open."""

    @property
    def issue(self) -> Issue | None: ...


def mapped(convert: Callable[[_A], _B], values: Sequence[_A]) -> list[_B]:
    """`convert` of every value, called once for each distinct one."""
    table = {value: convert(value) for value in dict.fromkeys(values)}
    return list(map(table.__getitem__, values))


def _telling(cell: Cell) -> str:
    text = clean(cell)
    return text if tells_of_use(tokens(text)) else ""


def draft_devices(plan: ListPlan, body: Body, guidance: Guidance, legend: Mapping[str, Meaning]) -> DraftFleet:
    """Read the rows of a list that are devices. `legend`: what colours stand for, as marks.read_legend."""
    return _SheetReader(plan, body, guidance, legend).read()


class _SheetReader:
    """One sheet being read: its records' cells, and the columns and findings so far."""

    def __init__(self, plan: ListPlan, body: Body, guidance: Guidance, legend: Mapping[str, Meaning]) -> None:
        self.plan = plan
        self.guidance = guidance
        self.legend = legend
        self.records = body.records
        self.sections = body.sections
        self.findings: list[Finding] = []
        # A table at once: asking every row for every column takes longer than all the rest.
        rows = [plan.grid.rows[place] for place in body.records]
        self.cells = np.empty((len(rows), len(rows[0]) if rows else 0), dtype=object)
        self.cells[:] = rows

    def read(self) -> DraftFleet:
        n = len(self.records)
        columns: dict[str, list[Any]] = {
            "sheet": [self.plan.grid.name] * n,
            "row": self.plan.grid.row_numbers(self.records),
            "column": self._own_columns(),
        }
        columns |= self._devices()
        columns["serial"] = self._serials()
        columns[SERIAL_AT] = self._serial_places()
        columns["count"], in_counts = self._counts()
        columns |= self._purchases()
        columns |= self._prices()
        places = self._places()
        status = self._texts("status")
        usage = read_usage(
            self.plan,
            names=columns["said"],
            status=status,
            inherited_status=self._inherited("status"),
            audience=self._texts("audience"),
            places=places,
            notes=self._texts("note"),
            people=self._people(),
            counts=columns["count"],
            in_counts=in_counts,
        )
        columns["status"], columns["audience"] = usage.status, usage.audience
        for record, name, issue, written in usage.issues:
            self._find(record, name, issue, written)
        if self.plan.grid.marks:
            self._looks(columns, [bool(tokens(text)) for text in status])
        columns["location"] = self._locations(places)
        group = self.plan.group_heading
        columns["level"] = mapped(lambda place: level_of(place, group_heading=group), places)
        columns["school"] = self._schools()
        columns |= self._support(columns["device"])
        del columns["said"], columns["device"]
        return DraftFleet(columns, self.findings)

    def _cells(self, name: str) -> list[Cell]:
        """The field's first column; what its cells leave empty is what stands over them."""
        column = self.plan.column(name)
        own: list[Cell] = [""] * len(self.records) if column is None else self._column(column)
        inherited = self._inherited(name)
        return [cell if cell != "" else text for cell, text in zip(own, inherited, strict=True)] if inherited else own

    def _inherited(self, name: str) -> list[str]:
        """What a heading between the rows or the name of the sheet says of a field, for every record."""
        default = self.plan.context.get(name, "")
        if not any(name in says for says in self.sections.values()):
            return [default] * len(self.records) if default else []
        starts = sorted(self.sections)
        found, place, current = [], 0, ""
        for record in self.records:
            while place < len(starts) and starts[place] < record:
                says = self.sections[starts[place]]
                # What stood above a school's name was said of another school.
                current = says.get(name, current if name in _LASTING and "school" not in says else "")
                place += 1
            found.append(current or default)
        return found

    def _own_columns(self) -> list[str | None]:
        grid = self.plan.grid
        several = grid.origins or grid.beside
        return [grid.own_column(place) for place in self.records] if several else [None] * len(self.records)

    def _serial_places(self) -> list[tuple[int, str | None]]:
        grid, column = self.plan.grid, self.plan.column("serial")
        if grid.origins and column is not None:
            return [grid.cell(place, column) for place in self.records]
        return list(zip(grid.row_numbers(self.records), repeat(self.plan.letter("serial")), strict=False))

    def _column(self, place: int) -> list[Cell]:
        return self.cells[:, place].tolist() if self.records else []

    def _texts(self, name: str) -> list[str]:
        """The field as text; where several columns hold it, all of them."""
        places = self.plan.fields.get(name, ())
        parts = [mapped(clean, self._column(place)) for place in places]
        if not parts:
            own = [""] * len(self.records)
        elif len(parts) == 1:
            own = parts[0]
        else:
            own = mapped(lambda row: ", ".join(text for text in row if text), list(zip(*parts, strict=True)))
        inherited = self._inherited(name) if name in _INHERITED else []
        return [cell or text for cell, text in zip(own, inherited, strict=True)] if inherited else own

    def _places(self) -> list[str]:
        """Where the devices stand; of a unit that names their school too, the rest of it."""
        units, fields = self.plan.units, self.plan.fields
        places = self._texts("location")
        return mapped(units.place_in, places) if units and fields.get("school") == fields.get("location") else places

    def _people(self) -> list[list[str]]:
        """The columns that name people, for as far as their words can tell of use; a name alone becomes ""."""
        return [mapped(_telling, self._column(place)) for place in self.plan.people]

    def _devices(self) -> dict[str, list[Any]]:
        under = self._inherited("kind") or [""] * len(self.records)
        kinds, brands, models, both = map(self._texts, ("kind", "brand", "model", "brand_and_model"))
        rows = list(zip(kinds, brands, models, both, under, strict=True))
        devices = mapped(lambda row: identify(Description(*row[:4], kind_named(row[4])), self.guidance.aliases), rows)
        name = next((n for n in ("brand_and_model", "model", "kind", "brand") if n in self.plan.fields), "kind")
        self._find_names(rows, name)
        self._find_issues(name, devices, lambda record: without_people(" ".join(filter(None, rows[record][:4]))))
        return {
            "kind": [device.kind for device in devices],
            "brand": [device.brand for device in devices],
            "model": [device.model for device in devices],
            "model_as_written": [device.model_as_written for device in devices],
            "said": rows,
            "device": devices,
        }

    def _find_names(self, rows: Sequence[tuple[str, ...]], name: str) -> None:
        """Names in what describes a device were cut; where, is said."""
        named = {row for row in dict.fromkeys(rows) if any(without_people(text) != text for text in row[:4])}
        for record, row in enumerate(rows) if named else ():
            if row in named:
                self._find(record, name, Issue("name-cut", "info"), "")

    def _serials(self) -> list[str | None]:
        cells = self._cells("serial")
        table = {cell: read_serial(cell) for cell in dict.fromkeys(cells)}
        return list(map(table.__getitem__, cells))

    def _counts(self) -> tuple[list[int], list[str]]:
        """Devices of every row, and what its count says besides: "8 (1 defect)"."""
        if "count" not in self.plan.fields:
            return [1] * len(self.records), []
        empty_is_one = self.plan.empty_count_is_one
        cells = self._cells("count")
        counts = mapped(lambda cell: read_count(cell, empty_is_one=empty_is_one), cells)
        self._find_issues("count", counts, lambda record: known_part(clean(cells[record])))
        return [count.devices for count in counts], [count.remark for count in counts]

    def _purchases(self) -> dict[str, list[Any]]:
        n = len(self.records)
        cells = self._cells("purchased")
        if "purchased" not in self.plan.fields and not any(cells):
            self._find_sheet("export-without-purchase" if self.plan.export else "no-purchase-column")
            return {
                "purchased_as_written": [None] * n,
                "purchased_precision": ["unknown"] * n,
                "purchased_earliest": [None] * n,
                "purchased_latest": [None] * n,
            }
        read = partial(read_purchases, cells, dutch=self.plan.dutch, as_of=self.guidance.counted_on)
        if self.plan.export and (header := self.plan.export.age_from):
            self._find_sheet("age-from-another-date", {"header": header})
            table = {cell: in_its_year(bought) for cell, bought in read().items()}
        else:
            table = self._in_order(read(), cells, read)
        purchases = list(map(table.__getitem__, cells))
        written = {cell: known_part(purchase.as_written or "") or None for cell, purchase in table.items()}
        self._find_issues("purchased", purchases, lambda record: written[cells[record]] or "")
        return {
            "purchased_as_written": list(map(written.__getitem__, cells)),
            "purchased_precision": [purchase.period.precision for purchase in purchases],
            "purchased_earliest": [purchase.period.earliest for purchase in purchases],
            "purchased_latest": [purchase.period.latest for purchase in purchases],
        }

    def _in_order(
        self, table: dict[Cell, PurchaseDate], cells: Sequence[Cell], read: Callable[..., dict[Cell, PurchaseDate]]
    ) -> dict[Cell, PurchaseDate]:
        """Dates that can be read two ways are asked about once; the rows only say so."""
        open_cells = {cell for cell, bought in table.items() if bought.issue and bought.issue.code == "date-ambiguous"}
        rows = [record for record, cell in enumerate(cells) if cell in open_cells] if open_cells else []
        if len(rows) < 2 or not one_order(cells):
            return table
        first = table[cells[rows[0]]]
        assert first.issue
        self._find(rows[0], "purchased", order_issue(first.issue, len(rows)), first.as_written or "")
        order = order_answered(self.guidance.date_order)
        if order:
            return read(order=order)
        told = {
            cell: Issue("date-ambiguous", "info", issue.values) for cell in open_cells if (issue := table[cell].issue)
        }
        return {cell: replace(bought, issue=told.get(cell, bought.issue)) for cell, bought in table.items()}

    def _prices(self) -> dict[str, list[Any]]:
        heading = self.plan.heading("price")
        cells = self._cells("price")
        prices = mapped(read_price, cells)
        self._find_issues("price", prices, lambda record: known_part(clean(cells[record])))
        vat = heading.vat if heading else "unknown"
        cents = [price.cents for price in prices]
        whole = bool(heading and heading.whole_lot)
        return {
            "price_cents": [None] * len(cents) if whole else cents,
            TOTAL_CENTS: cents if whole else [None] * len(cents),
            "price_vat": ["unknown" if price.cents is None else price.vat or vat for price in prices],
        }

    def _looks(self, columns: dict[str, list[Any]], stated: Sequence[bool]) -> None:
        """Fills and strike-through; a colour without a legend is asked about once, at the first cell that has it."""
        read_from = sorted({place for places in self.plan.fields.values() for place in places})
        looks = read_looks(self.plan.grid, self.records, read_from, self.legend)
        name = "status" if "status" in self.plan.fields else next(iter(self.plan.fields), "")
        for fill, records in looks.unexplained.items():
            question = self._find(records[0], name, colour_issue(fill, sum(columns["count"][r] for r in records)), "")
            meaning = answered(self.guidance.answer_to(question))
            for record in records:
                looks.meanings[record] = meaning
            for record in records[1:]:
                row = str(self.plan.grid.row_number(self.records[records[0]]))
                self._find(record, name, Issue("colour-as-row", "info", {"row": row, "colour": colour_of(fill)}), "")
        for record, issue in settle_looks(looks, columns["status"], columns["audience"], stated):
            self._find(record, name, issue, "")

    def _locations(self, places: Sequence[str]) -> list[str | None]:
        kept = {place: place_without_names(place) or None for place in dict.fromkeys(places)}
        cut = {place for place, rest in kept.items() if (rest or "") != place}
        if cut:
            for record, place in enumerate(places):
                if place in cut:
                    self._find(record, "location", Issue("name-cut", "info"), kept[place] or "")
        return list(map(kept.__getitem__, places))

    def _schools(self) -> list[str | None]:
        """A school is written once above or beside its devices, so that an empty cell is the one above it; an export
        writes it in every row."""
        if "school" not in self.plan.fields:
            over = self._inherited("school")
            return mapped(lambda name: without_addresses(name) or None, over) if over else [None] * len(self.records)
        units = self.plan.units
        if units:
            heading = self.plan.heading("school")
            if units.is_code and heading:
                self._find_sheet("school-from-code", {"header": heading.text, "schools": ", ".join(units.schools)})
            return mapped(units.school_of, self._texts("school"))
        names = mapped(without_addresses, self._texts("school"))
        if self.plan.export:
            return [name or None for name in names]
        found: list[str | None] = []
        current: str | None = None
        for name in names:
            current = name or current
            found.append(current)
        return found

    def _support(self, devices: Sequence[Device]) -> dict[str, list[Any]]:
        """What the list says goes first; the table says the rest."""
        stated: list[date | None] = [None] * len(devices)
        if "support_until" in self.plan.fields:
            cells = self._cells("support_until")
            table = read_ends(cells, dutch=self.plan.dutch, as_of=self.guidance.counted_on)
            ends = list(map(table.__getitem__, cells))
            self._find_issues("support_until", ends, lambda record: known_part(clean(cells[record])))
            stated = [end.last_day for end in ends]
        found = supports_of(devices, self._texts("system"), self.guidance.counted_on)
        return {
            "support_until": [day or support.until for day, support in zip(stated, found, strict=True)],
            "support_source": ["list" if day else support.source for day, support in zip(stated, found, strict=True)],
        }

    def _find_issues(self, name: str, values: Sequence[_Value], written: Callable[[int], str]) -> None:
        """Equal cells share one value: where none of those leaves anything open, no row is looked at."""
        if not any(value.issue for value in dict(zip(map(id, values), values, strict=True)).values()):
            return
        for record, value in enumerate(values):
            if value.issue is not None:
                self._find(record, name, value.issue, written(record))

    def _find(self, record: int, name: str, issue: Issue, written: str) -> Problem:
        row, column = self.plan.grid.cell(self.records[record], self.plan.column(name))
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

    def _find_sheet(self, code: str, values: Mapping[str, str] | None = None) -> None:
        self.findings.append(Finding(Problem(self.plan.grid.name, None, None, "info", code, "", values or {})))
