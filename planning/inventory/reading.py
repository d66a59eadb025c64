"""What reading a workbook yields. Values, no behaviour: the reader makes them, the screen and the store take them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import pandas as pd

from planning.workbooks.model import FileFacts, Problem

KINDS: Final = (
    "chromebook", "laptop", "tablet", "desktop", "interactive_board",
    "projector", "printer", "network", "charging_cart", "other",
)  # fmt: skip
PUPIL_KINDS: Final = ("chromebook", "laptop", "tablet", "desktop")
STATUSES: Final = ("in_use", "spare", "in_repair", "broken", "disposed", "missing", "ordered", "unknown")
AUDIENCES: Final = ("pupils", "staff", "unknown")
PRECISIONS: Final = ("day", "month", "year", "school_year", "unknown")
LEVELS: Final = ("lower", "middle", "upper", "shared")

FIELDS: Final = (
    "kind", "brand", "model", "brand_and_model", "serial", "count", "purchased", "price",
    "status", "audience", "location", "school", "support_until", "system", "last_seen",
    "repairs", "note",
)  # fmt: skip
"""What a column can be read as. `note` is looked at for status and doubts, `system` for the end of updates; neither is
kept."""

SUPPORT_SOURCES: Final = ("list", "table", "none_announced", "unknown")
"""Where the end of updates is known from. No end announced and an end nobody knows are two things."""

DEVICE_COLUMNS: Final = {
    "sheet": "str",  # sheet name as in the workbook
    "row": "int64",  # Excel's row, 1-based
    "column": "object",  # Excel's column letter where a row holds several lots, else None
    "kind": "str",  # one of KINDS
    "brand": "object",  # normalised name, None when neither stated nor known from the model
    "model": "object",  # normalised model name
    "model_as_written": "object",
    "serial": "object",  # as written, trimmed; None when absent or a placeholder ("nvt", "?")
    "count": "int64",  # devices in this lot, at least 1
    "purchased_as_written": "object",
    "purchased_precision": "str",  # one of PRECISIONS
    "purchased_earliest": "object",  # datetime.date or None
    "purchased_latest": "object",  # datetime.date or None
    "price_cents": "object",  # int, per unit; None when unknown or not bought
    "price_vat": "str",  # included, excluded, unknown
    "status": "str",  # one of STATUSES
    "audience": "str",  # one of AUDIENCES
    "location": "object",  # room or group as written; never a person's name
    "level": "str",  # one of LEVELS, from the location ("groep 7/8" -> upper), else shared
    "school": "object",  # school as written, only where the list names schools
    "support_until": "object",  # datetime.date or None
    "support_source": "str",  # one of SUPPORT_SOURCES
    "last_seen": "object",  # datetime.date or None: when a management system saw it last
    "repairs": "object",  # int or None
}
"""Columns of `Reading.devices` and what they hold, in this order."""

ASIDE: Final = ""
"""What a person chooses in place of a layout for a sheet that is no list of devices."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a used sheet and what it is read as; `field` None is not read."""

    sheet: str
    column: str
    header: str
    field: str | None
    why_left_out: str | None = (
        None  # "names_people", "not_a_device_field", "wishes", "another_column" (read from there)
    )


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a layout saw in a sheet: a code and the values its text needs."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LayoutOffer:
    """A way a sheet can be read."""

    layout: str
    score: float  # 0..1
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A sheet: used or set aside, and why."""

    sheet: str
    used: bool
    why: str  # a code of words.names: "device_list" where it is used
    header_rows: tuple[int, ...] = ()
    columns: tuple[SheetColumn, ...] = ()
    layout: str | None = None  # of the reading that was used
    offers: tuple[LayoutOffer, ...] = ()  # every way it can be read, surest first
    mark: str | None = None  # its headings before any choice, as a fingerprint; None where none led to a reading


@dataclass(frozen=True, slots=True)
class IgnoredRow:
    """A row that holds no device, and why: a code of words.names."""

    sheet: str
    row: int
    why: str


@dataclass(frozen=True)
class StatedTotal:
    """A total written in the workbook, checked against what was counted; never counted itself."""

    sheet: str
    row: int
    as_written: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class CellPlaces:
    """Where cells of a sheet stand that share a fate: in these rows and in these columns; all of it where in none."""

    sheet: str
    rows: tuple[tuple[int, int], ...] = ()  # first and last of each run, Excel's
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the filled cells of a workbook: each is read, asked about, or passed over for a reason."""

    read: int = 0
    asked: int = 0
    passed_over: Mapping[str, int] = field(default_factory=dict)  # a code of words.names -> cells, most first
    places: Mapping[str, tuple[CellPlaces, ...]] = field(default_factory=dict)  # the same codes -> where they stand

    @property
    def cells(self) -> int:
        """All filled cells."""
        return self.read + self.asked + sum(self.passed_over.values())


@dataclass(frozen=True)
class Reading:
    """One workbook as read: the fleet, what a person has to look at, and what was left out."""

    file: FileFacts
    layout: str  # of most rows; words.names names them all
    confidence: float  # 0..1
    sheets: tuple[Sheet, ...]
    devices: pd.DataFrame  # columns: DEVICE_COLUMNS
    problems: tuple[Problem, ...]
    ignored_rows: tuple[IgnoredRow, ...]
    stated_totals: tuple[StatedTotal, ...]
    stated_date: date | None = None  # "bijgewerkt: 17-10-2018" above the list
    above: tuple[str, ...] = field(default=(), repr=False)  # the lines above the lists; looked at, never kept or shown
    account: Account = field(default_factory=Account)
    row_schools: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """The school as written by (sheet, row), also of rows that yield no device for now; empty where none is named."""

    @property
    def open_problems(self) -> tuple[Problem, ...]:
        """What a person has to decide before this reading can be confirmed."""
        return tuple(problem for problem in self.problems if problem.is_open)

    @property
    def left_out(self) -> tuple[SheetColumn, ...]:
        """Columns whose values were not read."""
        return tuple(c for sheet in self.sheets for c in sheet.columns if c.field is None)
