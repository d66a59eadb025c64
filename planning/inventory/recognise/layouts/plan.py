"""How a part of a sheet is to be read as a list of devices: what a proposal consists of and the reader carries out."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from planning.core.text import words
from planning.inventory.reading import SheetColumn
from planning.inventory.recognise.headings import Heading
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.second_columns import SecondColumn
from planning.inventory.recognise.layouts.stock import Movements
from planning.inventory.recognise.leanings import asks_whether_it_works
from planning.inventory.values.leaving import says_lent, state_headed
from planning.inventory.values.status import YES_NO_HEADINGS
from planning.inventory.values.units import Units
from planning.workbooks.grid import Grid, Place

_ASKED_AS: Final = {"broken": "kapot", "disposed": "weg", "missing": "kwijt"}
_WORKS: Final = "werkt"
_ASKING: Final = frozenset({"het", "nog", "hij", "ie", "ze", "is", "alles", "apparaat", "device", "t"})
"""Words of a question that is answered by yes or no: "Werkt het nog?"."""


@dataclass(frozen=True, slots=True)
class Export:
    """What an export of a device management means by its rows and columns, beyond their fields."""

    product: str  # its code
    age_from: str | None = None  # the heading of the date that stands in for that of purchase
    units: Units | None = None  # how the school column names a school
    set_aside: Mapping[int, str] = field(default_factory=dict)  # row counted from 0 -> why it is no device of ours


@dataclass(frozen=True, slots=True)
class ListPlan:
    """A list of devices: its cells, its columns by field, and what blanks mean."""

    layout: str
    score: float  # 0..1
    grid: Grid
    header_rows: tuple[int, ...]  # rows of the grid, counted from 0
    columns: tuple[SheetColumn, ...]
    fields: Mapping[str, tuple[int, ...]]  # field -> columns counted from 0
    people: tuple[int, ...] = ()  # columns that name people: looked at for "staff", never kept
    headings: Mapping[int, Heading] = field(default_factory=dict)
    dutch: bool = True
    context: Mapping[str, str] = field(default_factory=dict)  # field -> what the sheet's name says of all its devices
    empty_count_is_one: bool = False
    default_audience: str = "unknown"
    export: Export | None = None
    body: Body | None = None  # where the layout made the rows, it has sorted them
    gone: Mapping[int, str] = field(default_factory=dict)  # columns of yes, no and days -> the status of a "yes"
    parts: Mapping[int, str] = field(default_factory=dict)  # columns that count some of a lot -> their status
    vat_column: int | None = None  # a column that says of each price whether VAT is in it
    unsure: tuple[str, ...] = ()  # fields read from a column of which a person is asked whether it holds them
    ages: int | None = None  # a column of how old devices are, where none says when they were bought
    written_off: int | None = None  # a column of yes and no that says of which devices the books are closed
    stock: Movements | None = None  # columns of what came and went
    moments: Mapping[int, date] = field(default_factory=dict)  # columns that count under nothing but a moment
    as_above: tuple[int, ...] = ()  # rows with a serial number only, which are of the sort above them
    seconds: tuple[SecondColumn, ...] = ()  # columns that claim a field which another is read for

    @property
    def first_row(self) -> int:
        """The first row below the headings, counted from 0."""
        return self.header_rows[-1] + 1 if self.header_rows else 0

    @property
    def part_rows(self) -> frozenset[int]:
        """Excel's rows that are further rows of a device, where the layout reads one from several."""
        ignored = self.body.ignored if self.body else ()
        return frozenset(self.grid.rows_of_cells - {row.row for row in ignored})

    @property
    def taken(self) -> frozenset[Place]:
        """The cells of the sheet that a layout which rearranges it reads; none of a sheet as it is."""
        read = {place for places in self.fields.values() for place in places} | {*self.gone, *self.parts}
        return self._origins_of(read)

    @property
    def named(self) -> frozenset[Place]:
        """The cells of such a sheet that name people: of them only is known what they tell of a device's audience."""
        return self._origins_of(set(self.people)) - self.taken

    def _origins_of(self, columns: AbstractSet[int]) -> frozenset[Place]:
        return frozenset(
            place
            for origin in self.grid.origins or ()
            for column, place in enumerate(origin.cells)
            if place and column in columns
        )

    @property
    def tells_status(self) -> bool:
        """It says of some devices how they do: of the others that is known by it too."""
        parts = self.parts or (self.body is not None and self.body.parts)
        return bool({"status", "note"} & self.fields.keys() or self.gone or parts) or self.layout == "template"

    @property
    def lends(self) -> bool:
        """A list of who was handed which device, and when."""
        return bool(self.people) and any(says_lent(heading.text) for heading in self.headings.values())

    @property
    def other_price(self) -> int | None:
        """The column that prices the whole lot where another prices one device, or the other way round."""
        return next((second.place for second in self.seconds if second.whole_lot), None)

    @property
    def units(self) -> Units | None:
        """How the school column of an export names a school."""
        return self.export.units if self.export else None

    def letter(self, name: str) -> str | None:
        """What the column of a field is called; None where the list has none."""
        place = self.column(name)
        return None if place is None else self.grid.label(place)

    def column(self, name: str) -> int | None:
        """The first column of a field, counted from 0; None where the list has none."""
        places = self.fields.get(name)
        return places[0] if places else None

    def heading(self, name: str) -> Heading | None:
        """The heading a field is read under."""
        places = self.fields.get(name)
        return self.headings.get(places[0]) if places else None

    @property
    def named_in(self) -> str:
        """The field that says most of what a device is."""
        return next((name for name in ("brand_and_model", "model", "kind", "brand") if name in self.fields), "kind")

    @property
    def yes_no_heading(self) -> str:
        """The status heading where it is answered by yes or no, else ""."""
        heading = self.heading("status")
        text = " ".join(w for w in words(heading.text).split() if w not in _ASKING) if heading else ""
        if heading is None or text in YES_NO_HEADINGS:
            return text
        away = state_headed(heading.text)
        if away in _ASKED_AS:
            return _ASKED_AS[away]
        return _WORKS if asks_whether_it_works(heading.text) else ""

    @property
    def group_heading(self) -> bool:
        """The place column is headed "groep": a bare 7 is a group."""
        heading = self.heading("location")
        return bool(heading and {"groep", "klas", "group", "grade"} & set(words(heading.text).split()))
