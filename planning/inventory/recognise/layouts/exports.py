"""An export of a device management: its headings are its own, and so is what its rows mean.

Nothing but the columns that say what a device is gets read; the many that name or trace people are left out by name.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from planning.core.text import Cell, clean, words
from planning.inventory.guidance import Corrections
from planning.inventory.reading import Evidence
from planning.inventory.recognise.headings import HeaderRow, Heading, read_heading, with_contents
from planning.inventory.recognise.layouts.column_choice import free_of
from planning.inventory.recognise.layouts.plan import Export, ListPlan
from planning.inventory.recognise.layouts.plan_making import make_plan
from planning.inventory.recognise.layouts.products import ExportHeader, Product, find_export, heading_key
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView, of_plan
from planning.inventory.recognise.layouts.same_device import repeated_rows
from planning.inventory.values.money import read_vat
from planning.inventory.values.people import whose
from planning.inventory.values.units import Units, units_of_categories, units_of_names, units_of_paths
from planning.workbooks.grid import Grid

ROLES: Final = (
    "device_id", "unit", "category", "named", "made", "enrolled", "re_enrolled", "checked_in", "ownership", "month",
    "year", "expired", "released", "apple_type",
)  # fmt: skip
"""What a column of an export can be besides a field: looked at to read the others, and not kept."""
_AGES: Final = ("made", "enrolled", "re_enrolled")  # what tells a device's age where nobody says when it was bought
_UNITS: Final[Mapping[str, Callable[[list[str]], Units | None]]] = {
    "unit": units_of_paths,
    "category": units_of_categories,
    "named": units_of_names,
}
_APPLE_TYPES: Final = {"mobile device": "iPad", "computer": "Mac"}  # Jamf's words for what Apple calls by name
_ENDED: Final = "expired"


def recognise(seen: SheetView) -> Proposal | None:
    """A sheet with the headings of a product's export."""
    export = find_export(seen.grid.rows)
    if export is None or not export.product.is_read:
        return None
    plan = _ExportSheet(seen.grid, export, seen.corrections).plan()
    return of_plan(plan, Evidence("export_headings", {"product": export.product.name}))


def refused(grid: Grid) -> str | None:
    """The code of the refusal where a sheet is an export that says too little of a device, else None."""
    export = find_export(grid.rows)
    return f"export_{export.product.code}" if export and not export.product.is_read else None


@dataclass(frozen=True, slots=True)
class _Column:
    heading: Heading
    role: str | None = None


class _ExportSheet:
    """One export being understood."""

    def __init__(self, grid: Grid, export: ExportHeader, corrections: Corrections) -> None:
        self.grid = grid
        self.product = export.product
        self.header_row = export.row
        self.corrections = corrections
        self.rows = grid.rows[export.row + 1 :]
        self.columns = [_column(clean(cell), export.product) for cell in grid.rows[export.row]]
        self._read_own_columns()
        self._prefer_filled()

    def plan(self) -> ListPlan:
        ages = self._ages()
        for place in self._places("checked_in")[:1]:
            if self._has_values(place):
                self._reads(place, "last_seen")
        units, unit_column = self._units()
        grid = self._rewritten(ages)
        header = HeaderRow((self.header_row,), tuple(column.heading for column in self.columns))
        plan = make_plan(f"export_{self.product.code}", grid, header, self.corrections)
        fields = dict(plan.fields)
        paths = self._places("unit")
        if paths and free_of(self.corrections, self.grid, paths[0]):
            # A unit tells where a device stands and for whom, besides its school.
            fields |= {name: (paths[0],) for name in ("location", "audience") if name not in fields}
        return replace(
            plan,
            score=1.0,
            fields=fields,
            people=(),  # every export has columns of people: that says nothing of whose the devices are
            context={**plan.context, **({"kind": self.product.kind} if self.product.kind else {})},
            empty_count_is_one=True,
            export=Export(
                self.product.code,
                ", ".join(map(self._text, ages)) if ages and fields.get("purchased") == (ages[0],) else None,
                units if fields.get("school") == (unit_column,) else None,
                self._set_aside(fields.get("serial", ())),
            ),
        )

    def _read_own_columns(self) -> None:
        """Somebody added columns by hand: they are read by their headings and what they hold."""
        header = HeaderRow((self.header_row,), tuple(column.heading for column in self.columns))
        settled = with_contents(header, self.grid.rows).headings
        self.columns = [
            replace(column, heading=heading) if heading_key(heading.text) not in self.product.reads_as else column
            for column, heading in zip(self.columns, settled, strict=True)
        ]

    def _prefer_filled(self) -> None:
        """An empty column gives way to another that says the same: products keep the names they once used."""
        fields = {column.heading.field for column in self.columns if column.heading.is_device_field}
        for field in fields:
            places = [place for place, column in enumerate(self.columns) if column.heading.field == field]
            filled = [place for place in places if self._has_values(place)]
            if filled and len(filled) < len(places):
                for place in set(places) - set(filled):
                    self._reads(place, "not_a_device_field")

    def _places(self, role: str) -> list[int]:
        return [place for place, column in enumerate(self.columns) if column.role == role]

    def _text(self, place: int) -> str:
        return self.columns[place].heading.text

    def _values(self, place: int) -> list[str]:
        return [clean(row[place]) for row in self.rows]

    def _has_values(self, place: int) -> bool:
        return any(row[place] != "" for row in self.rows)

    def _reads(self, place: int, field: str | None) -> None:
        column = self.columns[place]
        self.columns[place] = replace(column, heading=replace(column.heading, field=field, score=1.0))

    def _ages(self) -> list[int]:
        """Where nobody says when the devices were bought: the columns that come nearest, of which the first is read."""
        stated = [place for place, column in enumerate(self.columns) if column.heading.field == "purchased"]
        if any(self._has_values(place) for place in stated) or self._corrected("purchased"):
            return []
        ages = [place for role in _AGES for place in self._places(role) if self._has_values(place)]
        if ages:
            for empty in stated:
                self._reads(empty, "not_a_device_field")
            self._reads(ages[0], "purchased")
        return ages

    def _corrected(self, field: str) -> bool:
        return any(sheet == self.grid.name and name == field for (sheet, _), name in self.corrections.items())

    def _units(self) -> tuple[Units | None, int]:
        """Which column names the schools of several; and what the others are then read as."""
        paths, categories = self._places("unit"), self._places("category")
        for place in paths[:1]:
            self._reads(place, "location")
        for place in categories[:1]:
            groups = [whose(text) is not None for text in self._values(place) if text]
            self._reads(place, "audience" if sum(groups) > len(groups) / 2 else "not_a_device_field")
        if any(
            column.heading.field == "school" and self._has_values(place) for place, column in enumerate(self.columns)
        ):
            return None, -1
        for role, find in _UNITS.items():
            for place in self._places(role)[:1]:
                units = find(self._values(place))
                if units:
                    self._reads(place, "school")
                    return units, place
        return None, -1

    def _rewritten(self, ages: Sequence[int]) -> Grid:
        """The sheet with the cells whose meaning only this product's rows have, written as a list would."""
        changes: dict[int, list[Cell]] = {}
        if len(ages) > 1:
            changes[ages[0]] = [next((row[place] for place in ages if row[place] != ""), "") for row in self.rows]
        months, years = self._places("month"), self._places("year")
        if months and years:
            self._reads(years[0], "support_until")
            pairs = zip(self._values(years[0]), self._values(months[0]), strict=True)
            changes[years[0]] = [f"{year}-{month.zfill(2)}" if year and month else _ENDED for year, month in pairs]
        for place in self._places("released")[:1]:
            if self._has_values(place):
                self._reads(place, "status")
                changes[place] = ["released" if row[place] != "" else "" for row in self.rows]
        for place in self._places("apple_type")[:1]:
            self._reads(place, "kind")
            changes[place] = [_APPLE_TYPES.get(words(text), text) for text in self._values(place)]
        if not changes:
            return self.grid
        rows = [list(row) for row in self.rows]
        for place, cells in changes.items():
            for row, cell in zip(rows, cells, strict=True):
                if any(other != "" for other in row):
                    row[place] = cell
        return replace(self.grid, rows=[*self.grid.rows[: self.header_row + 1], *rows])

    def _set_aside(self, serial: Sequence[int]) -> dict[int, str]:
        first = self.header_row + 1
        aside: dict[int, str] = {}
        for place in self._places("ownership")[:1]:
            aside = {
                row: "personal" for row, text in enumerate(self._values(place), first) if words(text) == "personal"
            }
        checked, ids = self._places("checked_in"), self._places("device_id")
        if checked or ids:
            kept = [(row, cells) for row, cells in enumerate(self.rows, first) if row not in aside]
            aside |= dict.fromkeys(repeated_rows(kept, serial, ids, checked), "same_device")
        return aside


def _column(text: str, product: Product) -> _Column:
    reads_as = product.reads_as.get(heading_key(text)) if text else None
    if reads_as is None:
        return _Column(read_heading(text))
    if reads_as in ROLES:
        left = "names_people" if reads_as == "named" else "not_a_device_field"
        return _Column(Heading(text, left, 1.0), reads_as)
    vat = read_vat(text) if reads_as == "price" else "unknown"
    # Of two names for one field the table has the newer first.
    older = list(dict.fromkeys(key for key, field in product.reads_as.items() if field == reads_as))
    return _Column(Heading(text, reads_as, 1.0 - older.index(heading_key(text)) / 1000, vat))
