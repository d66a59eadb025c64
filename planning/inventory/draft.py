"""The devices of one sheet, column by column, with what each row leaves open.

Each distinct value is understood once, whatever the number of rows; only rows with something to ask are looked at one
by one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Protocol, TypeVar

import numpy as np

from planning.inventory.body import Body
from planning.inventory.layouts.plan import Plan
from planning.inventory.reading import Problem
from planning.inventory.redaction import known_part
from planning.inventory.usage import read_usage, tells_of_use
from planning.inventory.values.counts import read_count
from planning.inventory.values.dates import in_its_year, read_ends, read_purchases
from planning.inventory.values.devices import Described, Device, identify
from planning.inventory.values.issue import Issue, Option
from planning.inventory.values.money import read_price
from planning.inventory.values.people import place_without_names, without_addresses, without_names
from planning.inventory.values.places import level_of
from planning.inventory.values.serials import read_serial
from planning.inventory.values.support import Support, support_of
from planning.inventory.values.text import Cell, clean, tokens

TOTAL_CENTS: Final = "total_cents"
"""Column of a draft: what all devices of a row cost together, where the list gives only that."""
_A = TypeVar("_A")
_B = TypeVar("_B")


class _Understood(Protocol):
    """A value as understood, and what it leaves open."""

    @property
    def issue(self) -> Issue | None: ...


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem and what each of its answers changes."""

    problem: Problem
    record: int | None = None  # place in the draft's columns
    options: tuple[Option, ...] = ()
    other: int | None = None  # the record an answer may change besides


@dataclass(slots=True)
class Draft:
    """Devices as read, before any answer is applied: one list for each of reading.DEVICE_COLUMNS."""

    columns: dict[str, list[Any]]
    findings: list[Finding] = field(default_factory=list)


def mapped(convert: Callable[[_A], _B], values: Sequence[_A]) -> list[_B]:
    """`convert` of every value, called once for each distinct one."""
    table = {value: convert(value) for value in dict.fromkeys(values)}
    return list(map(table.__getitem__, values))


def _telling(cell: Cell) -> str:
    text = clean(cell)
    return text if tells_of_use(tokens(text)) else ""


def draft_devices(plan: Plan, body: Body, as_of: date | None) -> Draft:
    """Read the rows of a sheet that are devices."""
    reader = _SheetReader(plan, body, as_of)
    return reader.read()


class _SheetReader:
    """One sheet being read: its records' cells, and the columns and findings so far."""

    def __init__(self, plan: Plan, body: Body, as_of: date | None) -> None:
        self.plan = plan
        self.as_of = as_of
        self.records = body.records
        self.sections = body.sections
        self.findings: list[Finding] = []
        # A table at once: asking every row for every column takes longer than all the rest.
        rows = [plan.grid.rows[place] for place in body.records]
        self.cells = np.empty((len(rows), len(rows[0]) if rows else 0), dtype=object)
        self.cells[:] = rows

    def read(self) -> Draft:
        n = len(self.records)
        columns: dict[str, list[Any]] = {
            "sheet": [self.plan.grid.name] * n,
            "row": [place + 1 for place in self.records],
            "column": [None] * n,
        }
        columns |= self._devices()
        columns["serial"] = self._serials()
        columns["count"] = self._counts()
        columns |= self._purchases()
        columns |= self._prices()
        places = self._places()
        usage = read_usage(
            self.plan,
            names=columns["said"],
            status=self._texts("status"),
            audience=self._texts("audience"),
            places=places,
            notes=self._texts("note"),
            people=self._people(),
            counts=columns["count"],
        )
        columns["status"], columns["audience"] = usage.status, usage.audience
        for record, name, issue, written in usage.issues:
            self._find(record, name, issue, written)
        columns["location"] = self._locations(places)
        group = self.plan.group_heading
        columns["level"] = mapped(lambda place: level_of(place, group_heading=group), places)
        columns["school"] = self._schools()
        columns |= self._support(columns["device"])
        del columns["said"], columns["device"]
        return Draft(columns, self.findings)

    def _cells(self, name: str) -> list[Cell]:
        places = self.plan.fields.get(name)
        if not places:
            return [""] * len(self.records)
        return self._column(places[0])

    def _column(self, place: int) -> list[Cell]:
        return self.cells[:, place].tolist() if self.records else []

    def _texts(self, name: str) -> list[str]:
        """The field as text; where several columns hold it, all of them."""
        places = self.plan.fields.get(name, ())
        parts = [mapped(clean, self._column(place)) for place in places]
        if not parts:
            return [""] * len(self.records)
        if len(parts) == 1:
            return parts[0]
        return mapped(lambda row: ", ".join(text for text in row if text), list(zip(*parts, strict=True)))

    def _people(self) -> list[list[str]]:
        """The columns that name people, for as far as their words can tell of use; a name alone becomes ""."""
        return [mapped(_telling, self._column(place)) for place in self.plan.people]

    def _devices(self) -> dict[str, list[Any]]:
        kind = self.plan.sheet_kind
        kinds, brands, models, both = map(self._texts, ("kind", "brand", "model", "brand_and_model"))
        rows = list(zip(kinds, brands, models, both, strict=True))
        devices = mapped(lambda row: identify(Described(row[0], row[1], row[2], row[3], kind)), rows)
        name = next((n for n in ("brand_and_model", "model", "kind", "brand") if n in self.plan.fields), "kind")
        self._find_issues(name, devices, lambda record: without_names(" ".join(filter(None, rows[record]))))
        return {
            "kind": [device.kind for device in devices],
            "brand": [device.brand for device in devices],
            "model": [device.model for device in devices],
            "model_as_written": [device.model_as_written for device in devices],
            "said": rows,
            "device": devices,
        }

    def _serials(self) -> list[str | None]:
        cells = self._cells("serial")
        table = {cell: read_serial(cell) for cell in dict.fromkeys(cells)}
        return list(map(table.__getitem__, cells))

    def _counts(self) -> list[int]:
        if "count" not in self.plan.fields:
            return [1] * len(self.records)
        empty_is_one = self.plan.empty_count_is_one
        cells = self._cells("count")
        counts = mapped(lambda cell: read_count(cell, empty_is_one=empty_is_one), cells)
        self._find_issues("count", counts, lambda record: known_part(clean(cells[record])))
        return [count.devices for count in counts]

    def _purchases(self) -> dict[str, list[Any]]:
        n = len(self.records)
        if "purchased" not in self.plan.fields:
            self._find_sheet("export-without-purchase" if self.plan.product else "no-purchase-column")
            return {
                "purchased_as_written": [None] * n,
                "purchased_precision": ["unknown"] * n,
                "purchased_earliest": [None] * n,
                "purchased_latest": [None] * n,
            }
        cells = self._cells("purchased")
        table = read_purchases(cells, dutch=self.plan.dutch, as_of=self.as_of)
        if self.plan.age_from:
            self._find_sheet("age-from-another-date", {"header": self.plan.age_from})
            table = {cell: in_its_year(purchase) for cell, purchase in table.items()}
        purchases = list(map(table.__getitem__, cells))
        written = {cell: known_part(purchase.as_written or "") or None for cell, purchase in table.items()}
        self._find_issues("purchased", purchases, lambda record: written[cells[record]] or "")
        return {
            "purchased_as_written": list(map(written.__getitem__, cells)),
            "purchased_precision": [purchase.period.precision for purchase in purchases],
            "purchased_earliest": [purchase.period.earliest for purchase in purchases],
            "purchased_latest": [purchase.period.latest for purchase in purchases],
        }

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

    def _places(self) -> list[str]:
        if "location" not in self.plan.fields:
            return self._sections()
        units = self.plan.units
        places = self._texts("location")
        one_column = self.plan.fields.get("school") == self.plan.fields["location"]
        return mapped(units.place_in, places) if units and one_column else places

    def _sections(self) -> list[str]:
        """Without a column of places: the heading between the rows under which a record stands."""
        if not self.sections:
            return [""] * len(self.records)
        starts = sorted(self.sections)
        found, place, current = [], 0, ""
        for record in self.records:
            while place < len(starts) and starts[place] < record:
                current = self.sections[starts[place]]
                place += 1
            found.append(current)
        return found

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
            return [None] * len(self.records)
        units = self.plan.units
        if units:
            heading = self.plan.heading("school")
            if units.is_code and heading:
                self._find_sheet("school-from-code", {"header": heading.text, "schools": ", ".join(units.schools)})
            return mapped(units.school_of, self._texts("school"))
        names = mapped(without_addresses, self._texts("school"))
        if self.plan.product:
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
            table = read_ends(cells, dutch=self.plan.dutch, as_of=self.as_of)
            ends = list(map(table.__getitem__, cells))
            self._find_issues("support_until", ends, lambda record: known_part(clean(cells[record])))
            stated = [end.last_day for end in ends]
        found = self._known_support(devices)
        return {
            "support_until": [day or support.until for day, support in zip(stated, found, strict=True)],
            "support_source": ["list" if day else support.source for day, support in zip(stated, found, strict=True)],
        }

    def _known_support(self, devices: Sequence[Device]) -> list[Support]:
        # Equal rows share one device: its identity tells them apart faster than all it holds.
        known = {id(device): device for device in devices}

        def support(row: tuple[int, str]) -> Support:
            device = known[row[0]]
            return support_of(device.kind, device.brand, device.model, device.model_as_written, row[1], self.as_of)

        return mapped(support, list(zip(map(id, devices), self._texts("system"), strict=True)))

    def _find_issues(self, name: str, values: Sequence[_Understood], written: Callable[[int], str]) -> None:
        """Equal cells share one value: where none of those leaves anything open, no row is looked at."""
        if not any(value.issue for value in dict(zip(map(id, values), values, strict=True)).values()):
            return
        for record, value in enumerate(values):
            if value.issue is not None:
                self._find(record, name, value.issue, written(record))

    def _find(self, record: int, name: str, issue: Issue, written: str) -> None:
        problem = Problem(
            sheet=self.plan.grid.name,
            row=self.records[record] + 1,
            column=self.plan.letter(name),
            severity=issue.severity,
            code=issue.code,
            as_written=issue.as_written if issue.as_written is not None else written,
            values=issue.values,
            choices=tuple(option.choice for option in issue.options),
        )
        self.findings.append(Finding(problem, record, issue.options))

    def _find_sheet(self, code: str, values: Mapping[str, str] | None = None) -> None:
        self.findings.append(Finding(Problem(self.plan.grid.name, None, None, "info", code, "", values or {})))
