"""From a purchase to the rows of an inventory at one moment: what is listed, in what state, with which serial."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from data.examples.maker.serials import serials

KINDS: Final = {
    "cb": "chromebook", "lap": "laptop", "tab": "tablet", "desk": "desktop", "board": "interactive_board",
    "beam": "projector", "print": "printer", "net": "network", "cart": "charging_cart",
}  # fmt: skip
STATES: Final = {
    "": "in_use", "s": "spare", "r": "in_repair", "b": "broken", "m": "missing", "d": "disposed", "o": "ordered",
}  # fmt: skip
PUPIL_KINDS: Final = ("chromebook", "laptop", "tablet", "desktop")
WITH_SERIAL: Final = (*PUPIL_KINDS, "projector", "printer")


@dataclass(frozen=True, slots=True)
class Lot:
    """One row: a device, or `count` equal devices in one state."""

    kind: str  # as in reading.KINDS
    brand: str
    model: str
    serial: str | None
    count: int
    bought: str  # "2017-09-11", "2017-09", "2017", "2016/2017" or "?"
    price: int | None  # euros incl. VAT, one device
    support_until: date | None
    status: str  # as in reading.STATUSES
    audience: str  # "pupils" or "staff"
    place: str

    def counts_on(self, day: date) -> bool:
        """For pupils, working and still supported on `day` (the product's own rule, restated for the example)."""
        supported = self.support_until is None or self.support_until >= day
        return self.kind in PUPIL_KINDS and self.audience == "pupils" and self.status == "in_use" and supported


@dataclass(frozen=True, slots=True)
class Purchase:
    """Equal devices bought together, and what the school lists of them at each moment."""

    school_id: str
    number: int  # its place among the school's purchases: with the school it seeds the serials
    kind: str
    staff: bool
    brand: str
    model: str
    bought: str
    price: int | None
    support_until: date | None
    places: tuple[str, ...]
    moments: tuple[str, ...]  # "7 1r", "-"


def read_purchase(school_id: str, number: int, *cells: str) -> Purchase:
    """A purchase by its cells, as in fleets.csv."""
    kind, brand, model, bought, price, until, places, *moments = cells
    return Purchase(
        school_id=school_id,
        number=number,
        kind=KINDS[kind.removesuffix("*")],
        staff=kind.endswith("*"),
        brand=brand,
        model=model,
        bought=bought,
        price=int(price) if price else None,
        support_until=date.fromisoformat(until) if until else None,
        places=tuple(place.strip() for place in places.split(",")),
        moments=tuple(moments),
    )


def lots_at(purchases: Sequence[Purchase], moment: int) -> list[Lot]:
    """The rows of a coordinator who counts: one for every purchase and state."""
    return [lot for purchase in purchases for lot in _lots(purchase, moment)]


def devices_at(purchases: Sequence[Purchase], moment: int) -> list[Lot]:
    """The rows of a coordinator who lists every device; a device keeps its serial from one moment to the next."""
    rows: list[Lot] = []
    for purchase in purchases:
        known = _serials(purchase) if purchase.kind in WITH_SERIAL else None
        position = 0
        for lot in _lots(purchase, moment):
            for _ in range(lot.count):
                place = purchase.places[position * len(purchase.places) // size(purchase)]
                rows.append(replace(lot, count=1, serial=known[position] if known else None, place=place))
                position += 1
    return rows


def size(purchase: Purchase) -> int:
    """The most devices the school ever lists of a purchase."""
    return max(sum(count for count, _ in _states(moment)) for moment in purchase.moments)


def _serials(purchase: Purchase) -> list[str]:
    seed = f"{purchase.school_id}/{purchase.number}/{purchase.model}"
    return serials(seed, purchase.brand, purchase.bought, size(purchase))


def _lots(purchase: Purchase, moment: int) -> Iterator[Lot]:
    for count, state in _states(purchase.moments[moment]):
        yield Lot(
            kind=purchase.kind,
            brand=purchase.brand,
            model=purchase.model,
            serial=None,
            count=count,
            bought=purchase.bought,
            price=purchase.price,
            support_until=purchase.support_until,
            status=STATES[state],
            audience="staff" if purchase.staff else "pupils",
            place=purchase.places[0],
        )


def _states(moment: str) -> list[tuple[int, str]]:
    """ "7 1r" -> [(7, ""), (1, "r")]; "-" -> []."""
    return [(int(count), state) for count, state in re.findall(r"(\d+)([a-z]?)", moment)]
