"""A sheet for every room, with what stands there."""

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample
from tests.inventory.samples.flavour import heading, purchases, status_words, teacher
from tests.inventory.samples.words import ALL, COUNTED, serial
from tests.inventory.samples.writing import finished


def sample(seed: int) -> Sample:
    """Even seeds: lots; odd seeds: single devices, some moved to another sheet and listed twice."""
    book = Book("sheet_per_room", seed)
    rng = book.rng
    singles = bool(seed % 2)
    corridor = ("Lokaal 1", "Lokaal 2", "Groep 3", "Groep 4", "Groep 7-8", "Gang boven", "Speelzaal")
    rooms = [*rng.sample(corridor, 4), "Teamkamer"]
    fields = ["model", "serial", "when", "status"] if singles else ["model", "count", "when", "remark"]
    header = [heading(rng, f) for f in fields]
    seen: list[tuple[str, int, str]] = []
    for room in rooms:
        sheet = book.sheet(room)
        row = 1
        if rng.random() < 0.7:
            with_name = room[0] in "LG" and rng.random() < 0.4
            sheet.aside_line(row, "title", f"{room} ({teacher(book)})" if with_name else f"Inventaris {room.lower()}")
            row += rng.randint(1, 2)
        sheet.aside_line(row, "header", *(header if rng.random() < 0.8 else [h.upper() for h in header]))
        staff = room == "Teamkamer"
        for when in purchases(rng, rng.randint(2, 6)):
            row += 1
            model = rng.choice(COUNTED if rng.random() < 0.8 else ALL)
            text = model.spelled(rng)
            amount = notation.Amount(1, 1) if singles else notation.amount(rng, rng.randint(1, 12))
            number = serial(rng, model) if singles else None
            status, word = status_words(rng) if singles else ("in_gebruik", "")
            sheet.line(row, [text, number if singles else amount, when, word])
            source = "text" if singles else "default"
            policy = True if staff and status != "defect" and status != "afgevoerd" else None
            book.device(
                sheet, row, model, amount, text=text, serial=number, when=when, status=status, status_source=source,
                location=room, policy=policy,
            )  # fmt: skip
            if number:
                seen.append((room, row, number))
    if singles:
        twice(book, seen, fields)
    else:
        summary(book, rooms)
    return finished(book)


def twice(book: Book, seen: list[tuple[str, int, str]], fields: list[str]) -> None:
    """One device stands on two sheets: it moved, and nobody took it off the old list."""
    room, row, number = seen[0]
    last = book.sheets[-1]
    first = book.sheets[0]
    again = last.height + 1
    for column in range(1, len(fields) + 1):
        if (row, column) in first.cells:
            last.put(again, column, first.cells[row, column])
    book.ask(last, again, "duplicate_serial", f"serienummer {number} staat ook op {room} regel {row}")
    book.duplicates.append(
        {"sheet": last.title, "rows": [again], "other_sheet": room, "other_row": row, "serial": number}
    )


def summary(book: Book, rooms: list[str]) -> None:
    """Every room once more with its number: a check for a reader, no devices."""
    sheet = book.sheet(book.rng.choice(("Totaaloverzicht", "Samenvatting")), aside="summary")
    sheet.line(1, ["Lokaal", "Aantal devices"])
    for row, room in enumerate(rooms, 2):
        sheet.line(row, [room, sum(d["count"] for d in book.devices if d["sheet"] == room)])
    sheet.line(len(rooms) + 2, ["Totaal", sum(d["count"] for d in book.devices)])
