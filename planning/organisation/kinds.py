"""Device kinds: the table data/reference/device_kinds.csv, the source of their codes, names and planning values."""

import csv
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from planning.core.paths import REFERENCE
from planning.core.refusal import Reason
from planning.core.translation import language

LONGEST_LIFE_YEARS: Final = 25
HIGHEST_PRICE_CENTS: Final = 25_000_00

TABLE = REFERENCE / "device_kinds.csv"


@dataclass(frozen=True, slots=True)
class DeviceKind:
    """A kind of device and what a plan assumes of it; a board may set its own life, write-off and price."""

    code: str
    name_nl: str  # one of them, as in running text
    names_nl: str  # several
    name_en: str
    names_en: str
    life_years: int  # years a device serves before its replacement is due
    write_off_years: int  # linear depreciation
    price_cents: int  # one device incl. VAT; 0 where none is bought (printers are leased)
    counts_for_pupils: bool  # may count in pupils per device
    colour: str  # hex, the same in every chart
    source: str  # address, or "" where the values are planning values only
    remark: str  # what the values rest on, in Dutch

    def name(self, count: int = 1) -> str:
        """Its name for `count` devices in the reader's language: "laptop", "laptops"."""
        if language() == "nl":
            return self.name_nl if count == 1 else self.names_nl
        return self.name_en if count == 1 else self.names_en


def read_kinds(path: Path = TABLE) -> tuple[DeviceKind, ...]:
    """All kinds in the table's order. A table that cannot be read is a defect of ours and raises."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_kind(row) for row in csv.DictReader(file))


@cache
def kinds_by_code() -> dict[str, DeviceKind]:
    """The kinds of the shipped table, by code."""
    return {kind.code: kind for kind in read_kinds()}


def kind_reasons(life_years: int, price_cents: int) -> list[Reason]:
    """Why a kind of device cannot have this life span and price (cents, VAT included)."""
    reasons = []
    if not 1 <= life_years <= LONGEST_LIFE_YEARS:
        reasons.append(Reason("life_out_of_range", "life_years", {"read": life_years, "highest": LONGEST_LIFE_YEARS}))
    if not 0 <= price_cents <= HIGHEST_PRICE_CENTS:
        values = {"read": round(price_cents / 100), "highest": HIGHEST_PRICE_CENTS // 100}
        reasons.append(Reason("kind_price_out_of_range", "price_cents", values))
    return reasons


def _kind(row: dict[str, str]) -> DeviceKind:
    return DeviceKind(
        code=row["code"],
        name_nl=row["name_nl"],
        names_nl=row["names_nl"],
        name_en=row["name_en"],
        names_en=row["names_en"],
        life_years=int(row["life_years"]),
        write_off_years=int(row["write_off_years"]),
        price_cents=int(Decimal(row["price_eur"]) * 100),
        counts_for_pupils={"yes": True, "no": False}[row["counts_for_pupils"]],
        colour=row["colour"],
        source=row["source"],
        remark=row["remark"],
    )
