"""What the devices of a sheet cost: the amounts of its price column, of how many they are, and with VAT or without."""

import re
from collections.abc import Sequence
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.read.distinct import looked_up, mapped
from planning.inventory.read.findings import TOTAL_CENTS
from planning.inventory.read.price_questions import PricedBy, doubtful_prices, lot_price_issue, price_issue, priced_by
from planning.inventory.read.sheet_draft import Columns, SheetDraft
from planning.inventory.read.usage_model import Rests
from planning.inventory.values.beside import price_and_rest
from planning.inventory.values.issue import Issue
from planning.inventory.values.money import is_of_one, read_price, read_vat, says_each, shared
from planning.inventory.values.redaction import known_part

_CENT: Final = 0.02
_VAT_SAID: Final = {
    **dict.fromkeys(("in", "incl", "inclusief", "included"), "included"),
    **dict.fromkeys(("ex", "excl", "exclusief", "excluded"), "excluded"),
}
_VAT: Final = re.compile(r"\bb\.?t\.?w\b|\bvat\b", re.IGNORECASE)


def price_columns(sheet: SheetDraft) -> Columns:
    """Amounts, of one device or of the whole row, and what is said of their VAT; doubts are asked."""
    heading = sheet.plan.heading("price")
    of_column = _vat_column(sheet)
    written = sheet.cells.cells("price")
    split = {cell: price_and_rest(cell) for cell in dict.fromkeys(written)}
    distinct = {cell: price for cell, (price, _) in split.items()}
    prices = looked_up(distinct, written)
    sheet.find_issues("price", prices, distinct.values(), lambda record: known_part(clean(written[record])))
    if any(rest for _, rest in split.values()):
        sheet.beside.append(Rests("price", [split[cell][1] for cell in written]))
    vat = heading.vat if heading and heading.vat != "unknown" else _vat_above(sheet.above)
    cents = looked_up({cell: price.cents for cell, price in distinct.items()}, written)
    of_all = looked_up({cell: price.of_all for cell, price in distinct.items()}, written)
    by = _priced_by(sheet, [None if every else own for own, every in zip(cents, of_all, strict=True)])
    whole = by is PricedBy.LOT
    if whole and heading and not heading.whole_lot:
        sheet.mention("price-of-lots", {"header": heading.text})
    said = {cell: "unknown" if price.cents is None else price.vat or vat for cell, price in distinct.items()}
    vats = looked_up(said, written)
    if of_column:
        vats = [own if own and said == "unknown" else said for said, own in zip(vats, of_column, strict=True)]
    lots = [whole or every for every in of_all]
    counts = sheet.columns["count"]
    each = [shared(c, n) if lot and c and n else c for c, n, lot in zip(cents, counts, lots, strict=True)]
    uncounted = {finding.record for finding in sheet.findings if finding.problem.code == "count-unclear"}
    if uncounted:  # of how many is asked first
        each = [None if record in uncounted else price for record, price in enumerate(each)]
    column = TOTAL_CENTS if whole else "price_cents"
    for doubtful, too_low in zip(doubtful_prices(sheet.columns["kind"], each), (False, True), strict=True):
        if doubtful:
            first = known_part(clean(written[doubtful[0]]))
            sheet.find(doubtful[0], "price", price_issue(doubtful, cents, column, too_low=too_low), first)
    if by is PricedBy.OPEN:
        _ask_of_what_prices_are(sheet, cents, written)
    columns: Columns = {
        "price_cents": [None if lot else own for own, lot in zip(cents, lots, strict=True)],
        TOTAL_CENTS: [own if lot else None for own, lot in zip(cents, lots, strict=True)],
        "price_vat": vats,
    }
    return columns if sheet.plan.other_price is None else _with_other_price(sheet, columns, sheet.plan.other_price)


def _vat_column(sheet: SheetDraft) -> list[str]:
    """Per record what a column of its own says of the VAT of its price: "ex" under "btw"; empty without one."""
    place = sheet.plan.vat_column
    if place is None:
        return []
    return mapped(lambda cell: _VAT_SAID.get(clean(cell).lower().rstrip("."), ""), sheet.cells.column(place))


def _vat_above(lines: Sequence[str]) -> str:
    """What the lines above a list say of VAT, where they all say the same: "Aankopen (incl. btw)"."""
    said = {read_vat(line) for line in lines if _VAT.search(line)} - {"unknown"}
    return said.pop() if len(said) == 1 else "unknown"


def _ask_of_what_prices_are(sheet: SheetDraft, cents: Sequence[int | None], written: Sequence[Cell]) -> None:
    """Of one device, or of all of the row: asked once for the column."""
    counts = sheet.columns["count"]
    priced = {record: price for record, price in enumerate(cents) if price}
    first, *others = [record for record in priced if counts[record] > 1]
    shown = known_part(clean(written[first]))
    sheet.find(first, "price", lot_price_issue(shown, priced, counts, TOTAL_CENTS), shown)
    row = str(sheet.plan.grid.row_number(sheet.cells.records[first]))
    for record in others:
        sheet.find(record, "price", Issue("price-as-row", "info", {"row": row}), "")


def _priced_by(sheet: SheetDraft, cents: Sequence[int | None]) -> PricedBy:
    """What the amounts of the price column pay for; its heading says, and where it leaves it open they do."""
    heading, place = sheet.plan.heading("price"), sheet.plan.column("price")
    if heading is None or place is None or heading.whole_lot:
        return PricedBy.LOT if heading and heading.whole_lot else PricedBy.EACH
    counts = sheet.columns["count"]
    if not any(cents) or max(counts, default=1) < 2 or sheet.plan.other_price is not None:
        return PricedBy.EACH
    if says_each(heading.text) or not heading.text:
        return PricedBy.EACH
    by = priced_by(sheet.columns["kind"], cents, counts, is_summed=_is_summed(sheet, place))
    return PricedBy.EACH if by is PricedBy.OPEN and is_of_one(heading.text) else by


def _is_summed(sheet: SheetDraft, place: int) -> bool:
    """Below the amounts of the rows stands their sum."""
    column = sheet.plan.grid.column(place)
    own = set(sheet.cells.records)
    numbers = [cell for record in own if isinstance(cell := column[record], (int, float))]
    others = [cell for row, cell in enumerate(column) if row not in own and isinstance(cell, (int, float))]
    return len(numbers) > 1 and any(abs(sum(numbers) - other) < _CENT for other in others)


def _with_other_price(sheet: SheetDraft, columns: Columns, place: int) -> Columns:
    """Where a row has only the price of the whole lot, or only that of one device, that is read."""
    heading = sheet.plan.headings[place]
    others = mapped(read_price, sheet.cells.column(place))
    own, other = ("price_cents", TOTAL_CENTS) if heading.whole_lot else (TOTAL_CENTS, "price_cents")
    cents: list[int | None] = [None] * len(others)
    vats = list(columns["price_vat"])
    for record, price in enumerate(others):
        if columns[own][record] is None and price.cents is not None:
            cents[record], vats[record] = price.cents, price.vat or heading.vat
    return {own: columns[own], other: cents, "price_vat": vats}
