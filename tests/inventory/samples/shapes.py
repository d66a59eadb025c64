"""A given fleet written in each shape, nothing left to chance: for tests that hold for any fleet."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from openpyxl.worksheet.cell_range import CellRange

from tests.inventory.samples.book import Book, Cell, Sheet
from tests.inventory.samples.words import KIND_PLURALS, KIND_WORDS, Model
from tests.inventory.samples.writing import grid, quoted, xlsx


@dataclass(frozen=True)
class Lot:
    """So many of one model, bought in a year, in a room; a single device has a serial."""

    model: Model
    text: str
    count: int
    year: int
    room: str
    serial: str | None = None


Fleet = Sequence[Lot]
HEADINGS = {
    "kind": "Soort", "model": "Merk/type", "serial": "Serienummer", "count": "Aantal", "year": "Aanschaf",
    "room": "Locatie", "brand": "Merk", "name": "Type",
}  # fmt: skip
SINGLE = ("kind", "model", "serial", "year", "room")
MANY = ("count", "model", "year", "room")


def value(lot: Lot, field: str) -> object:
    """What stands in a lot's cell."""
    values: dict[str, object] = {
        "kind": KIND_WORDS[lot.model.kind][0],
        "model": lot.text,
        "serial": lot.serial,
        "count": lot.count,
        "year": lot.year,
        "room": lot.room,
        "brand": lot.model.brand,
        "name": lot.model.name,
    }
    return values[field]


def new() -> tuple[Book, Sheet]:
    book = Book("property", 0)
    return book, book.sheet("Blad1")


def table(sheet: Sheet, fleet: Iterable[Lot], fields: Sequence[str], row: int = 1, col: int = 1) -> int:
    """A header and a row a lot; the next free row."""
    sheet.line(row, [HEADINGS[field] for field in fields], col)
    for lot in fleet:
        row += 1
        sheet.line(row, [value(lot, field) for field in fields], col)
    return row + 1


def flat(fleet: Fleet) -> Book:
    book, sheet = new()
    table(sheet, fleet, SINGLE)
    return book


def lots(fleet: Fleet) -> Book:
    book, sheet = new()
    table(sheet, fleet, MANY)
    return book


def headings(field: str, label: Callable[[Lot], str], fields: Sequence[str]) -> Callable[[Fleet], Book]:
    """One header, then a line for every room or year over what belongs to it."""

    def write(fleet: Fleet) -> Book:
        book, sheet = new()
        row = table(sheet, [], fields)
        for _, members in grouped(fleet, field):
            sheet.put(row, 1, label(members[0]), bold=True)
            for lot in members:
                row += 1
                sheet.line(row, [value(lot, f) for f in fields])
            row += 2
        return book

    return write


def grouped(fleet: Fleet, field: str) -> list[tuple[object, list[Lot]]]:
    ordered = sorted(fleet, key=lambda lot: str(value(lot, field)))
    return [(key, list(members)) for key, members in groupby(ordered, key=lambda lot: value(lot, field))]


def sheet_per_room(fleet: Fleet) -> Book:
    book = Book("property", 0)
    for room, members in grouped(fleet, "room"):
        table(book.sheet(str(room)), members, ("model", "count", "year"))
    return book


def two_row_headers(fleet: Fleet) -> Book:
    book, sheet = new()
    tops = {1: "Device", 5: "Gebruik"}
    for col, name in tops.items():
        sheet.put(1, col, name)
    sheet.merged += ["A1:D1", "E1:F1"]
    table(sheet, fleet, ("kind", "brand", "name", "serial", "year", "room"), 2)
    return book


def transposed(fleet: Fleet) -> Book:
    book, sheet = new()
    for row, field in enumerate(MANY, 1):
        sheet.put(row, 1, HEADINGS[field])
        sheet.line(row, [value(lot, field) for lot in fleet], 2)
    return book


def device_blocks(fleet: Fleet) -> Book:
    book, sheet = new()
    row = 1
    for lot in fleet:
        for field in ("kind", "brand", "name", "serial", "year", "room"):
            sheet.line(row, [HEADINGS[field], value(lot, field)])
            row += 1
        row += 1
    return book


def side_by_side(fleet: Fleet) -> Book:
    """Every kind in its own table, a blank column between."""
    book, sheet = new()
    for place, (_, members) in enumerate(grouped(fleet, "kind")):
        col = 1 + 5 * place
        sheet.put(1, col, KIND_PLURALS[members[0].model.kind][0], bold=True)
        table(sheet, members, MANY, 2, col)
    return book


def matrix(fleet: Fleet) -> Book:
    """Rooms against models; the year is nowhere."""
    book, sheet = new()
    rooms, texts = sorted({lot.room for lot in fleet}), sorted({lot.text for lot in fleet})
    sheet.line(1, ["Groep", *texts])
    for row, room in enumerate(rooms, 2):
        here = Counter(dict.fromkeys(texts, 0))
        here.update({lot.text: lot.count for lot in fleet if lot.room == room})
        sheet.line(row, [room, *(here[text] or None for text in texts)])
    return book


def sentences(fleet: Fleet) -> Book:
    book, sheet = new()
    for row, lot in enumerate(fleet, 1):
        noun = {"tablet": "tablets", "desktop": "computers"}.get(lot.model.kind, f"{lot.model.kind}s")
        noun = noun if lot.count > 1 else noun[:-1]
        sheet.put(
            row, 1, f"{lot.count} {noun} ({lot.model.brand} {lot.model.name}) in {lot.room}, gekocht in {lot.year}"
        )
    return book


def asset_register(fleet: Fleet) -> Book:
    """As the administration keeps it: the number in the words, furniture in between, a sum below."""
    book, sheet = new()
    sheet.line(
        1, ["Activanummer", "Omschrijving", "Aanschafdatum", "Aanschafwaarde", "Afschrijvingstermijn", "Boekwaarde"]
    )
    sheet.line(2, [4001, "Directiebureau", 2011, 890, 10, 178])
    for row, lot in enumerate(fleet, 3):
        worth = lot.count * lot.model.price
        sheet.line(row, [4000 + row, f"{lot.count} st. {lot.text}", lot.year, worth, 4, round(worth / 2, 2)])
    total = sum(lot.count * lot.model.price for lot in fleet) + 890
    sheet.line(len(fleet) + 3, [None, "Totaal", None, total])
    return book


SINGLES: dict[str, Callable[[Fleet], Book]] = {  # a device a row
    "flat": flat,
    "two_row_headers": two_row_headers,
    "device_blocks": device_blocks,
}
LOTS: dict[str, Callable[[Fleet], Book]] = {
    "lots": lots,
    "csv": lots,
    "room_headings": headings("room", lambda lot: lot.room, ("count", "model", "year")),
    "year_headings": headings("year", lambda lot: f"Aanschaf {lot.year}", ("count", "model", "room")),
    "sheet_per_room": sheet_per_room,
    "transposed": transposed,
    "side_by_side": side_by_side,
    "sentences": sentences,
    "asset_register": asset_register,
    "matrix": matrix,
}
SHAPES = SINGLES | LOTS


def written(shape: str, book: Book) -> tuple[str, bytes]:
    """The name and bytes of a file."""
    if shape != "csv":
        return "lijst.xlsx", xlsx(book)
    lines = [";".join(quoted(text, ";") for text in row) for row in grid(book.sheets[0])]
    return "lijst.csv", "\r\n".join(lines).encode()


def moved(book: Book, rows: int, columns: int) -> Book:
    """The same sheets with blank rows above and blank columns before."""
    for sheet in book.sheets:
        sheet.cells = {(row + rows, column + columns): cell for (row, column), cell in sheet.cells.items()}
        areas = [CellRange(area) for area in sheet.merged]
        for area in areas:
            area.shift(col_shift=columns, row_shift=rows)
        sheet.merged = [area.coord for area in areas]
    return book


TOTALS: dict[str, Callable[[int], dict[str, object]]] = {
    "none": lambda count: {},
    "in words": lambda count: {"model": f"Totaal {count} devices"},
    "under the counts": lambda count: {"model": "Totaal", "count": count},
    "a formula": lambda count: {"model": "TOTAAL", "count": Cell("=SUM(A1:A9)", cached=count)},
    "three off": lambda count: {"model": "totaal", "count": count + 3},
}


def arranged(
    fleet: Fleet,
    fields: Sequence[str],
    *,
    titles: Sequence[str] = (),
    blanks: Collection[int] = (),
    total: str = "none",
) -> Book:
    """A list with its columns in any order, titles above, blank rows between, a total below."""
    book, sheet = new()
    for row, title in enumerate(titles, 1):
        sheet.put(row, 1, title)
    row = 1 + len(titles)
    sheet.line(row, [HEADINGS[field] for field in fields])
    for number, lot in enumerate(fleet):
        row += 1 + (number in blanks)
        sheet.line(row, [value(lot, field) for field in fields])
    sums = TOTALS[total](sum(lot.count for lot in fleet))
    sheet.line(row + 1, [sums.get(field) for field in fields])
    return book
