"""A workbook under construction together with the truth it holds."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from tests.inventory.samples.notation import NEVER, Amount, When
from tests.inventory.samples.words import PUPIL_KINDS, SCHOOLS, Model, Voice

OTHER_VOICE = 100  # the first seed of another coordinator's words


@dataclass(frozen=True)
class Cell:
    """A value with what surrounds it: a number format, a colour, a line through it, a formula's cached value."""

    value: object
    form: str | None = None
    fill: str | None = None  # RRGGBB, or a colour of the theme
    strike: bool = False
    bold: bool = False
    cached: object = None  # what Excel last computed for the formula in `value`


@dataclass(frozen=True)
class Sample:
    """A workbook and its truth."""

    name: str
    written: Callable[[], bytes]  # every process collects all samples, and writes those it reads
    truth: dict[str, Any]

    @cached_property
    def content(self) -> bytes:
        """The workbook's bytes."""
        return self.written()


@dataclass
class Sheet:
    """One sheet: its cells, and what each row is."""

    title: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)  # rows that hold no device
    parts: set[int] = field(default_factory=set)  # further rows of a device
    merged: list[str] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden: bool = False
    aside: str | None = None  # why this sheet holds no devices at all

    def put(self, row: int, column: int, value: object, **style: Any) -> None:
        """A value in a cell; nothing and empty text leave it blank."""
        cell = value if isinstance(value, Cell) else Cell(value, **style)
        if isinstance(value, When):
            cell = Cell(value.cell, value.form, **style)
        elif isinstance(value, Amount):
            cell = Cell(value.cell, **style)
        if cell.value is not None and (cell.value != "" or cell.fill):
            self.cells[row, column] = cell

    def line(self, row: int, values: Sequence[object], start: int = 1, **style: Any) -> None:
        for column, value in enumerate(values, start):
            self.put(row, column, value, **style)

    def aside_line(self, row: int, kind: str, *values: object, **style: Any) -> None:
        """A row that holds no device: title, header, total, note."""
        self.line(row, values, **style)
        self.kinds[row] = kind

    @property
    def height(self) -> int:
        return max((row for row, _ in self.cells), default=0)

    @property
    def width(self) -> int:
        return max((column for _, column in self.cells), default=0)


class Book:
    """A sample workbook: sheets, and what a careful person would take from them and ask about."""

    def __init__(self, layout: str, seed: int, as_of: date | None = None, *, many_schools: bool = False) -> None:
        self.layout, self.seed, self.as_of = layout, seed, as_of
        self.rng = Voice(f"{layout} {seed}")
        self.rng.other = seed >= OTHER_VOICE
        self.school: str | None = None if many_schools else self.rng.choice(SCHOOLS)
        self.sheets: list[Sheet] = []
        self.epoch_1904 = False
        self.devices: list[dict[str, Any]] = []
        self.unclear: list[dict[str, Any]] = []
        self.personal: set[str] = set()
        self.staff: set[str] = set()
        self.totals: list[dict[str, Any]] = []
        self.duplicates: list[dict[str, Any]] = []
        self.formula_like: list[dict[str, str]] = []
        self.pupils: object = None

    def sheet(self, title: str, *, hidden: bool = False, aside: str | None = None) -> Sheet:
        made = Sheet(title, hidden=hidden, aside=aside)
        self.sheets.append(made)
        return made

    def device(
        self,
        sheet: Sheet,
        row: int,
        model: Model,
        count: int | Amount = 1,
        *,
        text: str,
        col: int | None = None,
        when: When = NEVER,
        serial: str | None = None,
        price: float | None = None,
        vat: str = "unknown",
        status: str = "in_gebruik",
        status_source: str = "default",
        audience: str = "onbekend",
        location: str | None = None,
        school: str | None = None,
        policy: bool | None = None,
        when_row: int | None = None,
        count_row: int | None = None,
        quiet: bool = False,
    ) -> None:
        """A device or lot that a careful person takes; `text` is all that says what it is.

        `when_row` and `count_row` are the rows of those cells, where they are not on the device's own row.
        """
        if isinstance(count, Amount):
            if count.count is None:
                why = f"aantal is niet bepaald: {count.cell}"
                self.ask(sheet, count_row or row, "quantity_unclear", why, accept=("extract_with_estimate_flagged",))
                return
            count = count.count
        counts = model.kind in PUPIL_KINDS and audience != "personeel"
        counts = counts and status in ("in_gebruik", "reserve", "in_reparatie")
        open_question = status in ("reserve", "in_reparatie") or (
            model.kind in ("laptop", "desktop") and audience == "onbekend"
        )
        self.devices.append(
            {
                "sheet": sheet.title,
                "row": row,
                **({"col": col} if col else {}),
                "type": model.kind,
                "brand": model.brand,
                "model": model.name,
                "model_raw": text,
                "serial": serial,
                "count": count,
                "purchase": when.truth(),
                "price_per_unit_eur": price,
                "price_vat": vat,
                "price_raw": "",
                "status": status,
                "status_source": status_source,
                "audience": audience,
                "location": location,
                "school": school or self.school,
                "type_evidence": "stated",
                "brand_stated": model.names_brand(text),
                "ratio_is_policy": (counts and open_question) if policy is None else policy,
                "counts_for_ratio": counts,
            }
        )
        at = when_row or row
        if when.impossible:
            self.ask(sheet, at, "impossible_date", "deze datum bestaat niet")
        elif not quiet and when.earliest is None:
            self.ask(sheet, at, "purchase_unknown", "aanschafmoment ontbreekt of is onleesbaar", must=False)
        elif not quiet and when.approx:
            self.ask(sheet, at, "purchase_approximate", "aanschafmoment is een schatting", must=False)

    def ask(
        self, sheet: Sheet, row: int, code: str, why: str, *, must: bool = True, accept: tuple[str, ...] = ()
    ) -> None:
        """Something a careful person would ask about a row."""
        severity = "must" if must else "info"
        self.unclear.append(
            {"sheet": sheet.title, "row": row, "code": code, "why": why, "severity": severity, "accept": list(accept)}
        )

    def total(self, sheet: Sheet, row: int, col: int, stated: int, real: int, *, kind: str = "total") -> None:
        """A row with a total; where it disagrees with the rows, somebody has to look."""
        sheet.kinds[row] = kind
        self.totals.append({"sheet": sheet.title, "row": row, "col": col, "stated": stated, "sum_of_rows": real})
        if stated != real:
            self.ask(sheet, row, "total_mismatch", f"totaalregel zegt {stated}, de regels tellen op tot {real}")
        elif any(u["sheet"] == sheet.title and u["code"] == "quantity_unclear" for u in self.unclear):
            self.ask(sheet, row, "total_unverifiable", "niet van elke regel is het aantal bekend", must=False)

    def inert(self, sheet: Sheet, row: int, column: int, text: str) -> None:
        """A text that a spreadsheet must never run."""
        sheet.put(row, column, text)
        self.formula_like.append({"sheet": sheet.title, "cell": f"{letters(column)}{row}", "text": text})

    def truth(self, workbook: str) -> dict[str, Any]:
        """The truth file's content."""
        units: Counter[str] = Counter()
        for device in self.devices:
            units[device["type"]] += device["count"]
        counted = [d for d in self.devices if d["counts_for_ratio"]]
        return {
            "workbook": workbook,
            "family": "own",
            "layout": f"{self.layout} again" if self.rng.other else self.layout,
            "seed": self.seed,
            "index": 0,
            "school": self.school,
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "devices": self.devices,
            "unclear_rows": sorted(self.unclear, key=self.order),
            "ignored_rows": self.ignored(),
            "not_a_device_sheets": [{"sheet": s.title, "kind": s.aside} for s in self.sheets if s.aside],
            "traps": {
                "personal_values": sorted(self.personal),
                "staff_names": sorted(self.staff),
                "formula_like": self.formula_like,
                "stated_totals": self.totals,
                "stated_pupils": self.pupils,
                "duplicates": self.duplicates,
            },
            "formulas_have_values": True,
            "expected": {
                "records": len(self.devices),
                "units": sum(units.values()),
                "units_by_type": dict(units),
                "units_for_ratio": sum(d["count"] for d in counted),
                "units_for_ratio_strict": sum(d["count"] for d in counted if not d["ratio_is_policy"]),
                "must_report": sum(u["severity"] == "must" for u in self.unclear),
            },
        }

    def order(self, asked: dict[str, Any]) -> tuple[int, int, bool]:
        """Rows from top to bottom, the gravest of a row last (a row counts once)."""
        titles = [sheet.title for sheet in self.sheets]
        return titles.index(asked["sheet"]), asked["row"], asked["severity"] == "must"

    def ignored(self) -> list[dict[str, Any]]:
        """Rows of device sheets without a device; a row that is nothing at all is a mistake of the sample."""
        found = []
        asked = {(u["sheet"], u["row"]) for u in self.unclear}
        told = {(d["sheet"], d["row"]) for d in self.devices} | asked
        for sheet in (s for s in self.sheets if not s.aside):
            filled = {row for row, _ in sheet.cells}
            for row in range(1, sheet.height + 1):
                kind = sheet.kinds.get(row) or ("blank" if row not in filled else None)
                if kind:
                    found.append({"sheet": sheet.title, "row": row, "kind": kind})
                elif row not in sheet.parts and (sheet.title, row) not in told:
                    raise AssertionError(f"{self.layout} {self.seed}: {sheet.title}!{row} has no place in the truth")
        return found


def letters(column: int) -> str:
    """Excel's name of a column."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
