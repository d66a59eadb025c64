"""Two tables next to each other, a blank column between them."""

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample, Sheet
from tests.inventory.samples.flavour import heading, pupil, purchases, status_words, titles
from tests.inventory.samples.words import BOARDS, CHROMEBOOKS, LAPTOPS, TABLETS, Model, plural, serial
from tests.inventory.samples.writing import finished


def sample(seed: int) -> Sample:
    """Even seeds list devices with serials, odd seeds lots with a total; from 2 on the tables do not start level."""
    book = Book("side_by_side", seed)
    rng = book.rng
    sheet = book.sheet(rng.choice(("Blad1", "ICT", "inventaris 2018")))
    top = titles(book, sheet) + 1
    draw = singles if seed % 2 == 0 else lots
    left = draw(book, sheet, top, 1, CHROMEBOOKS)
    lower = top + (rng.randint(1, 2) if seed > 1 else 0)
    middle = draw(book, sheet, lower, left + 2 + rng.randint(0, 1), TABLETS)
    if rng.random() < 0.5:
        draw(book, sheet, top, middle + 2, LAPTOPS if seed % 2 == 0 else LAPTOPS + BOARDS)
    taken = {device["row"] for device in book.devices}
    sheet.kinds.update({row: "header" for row in (top, top + 1, lower, lower + 1) if row not in taken})
    for row in [row for row in sheet.kinds if row in taken]:  # a total beside a device is no row of its own
        del sheet.kinds[row]
    return finished(book)


def singles(book: Book, sheet: Sheet, top: int, start: int, models: tuple[Model, ...]) -> int:
    """A device a row, under a title with the kind; the last column used."""
    rng = book.rng
    fields = rng.choice(
        (
            ("model", "serial", "when", "place"),
            ("serial", "model", "when", "status"),
            ("model", "serial", "when", "user"),
        )
    )
    sheet.put(top, start, plural(rng, models[0].kind), bold=True)
    sheet.line(top + 1, [heading(rng, f) for f in fields], start, bold=True)
    row = top + 2
    for model in rng.sample(models, 2):
        for when in purchases(rng, 1) * rng.randint(3, 6):
            text, number = model.spelled(rng), serial(rng, model)
            status, word = status_words(rng) if "status" in fields else ("in_gebruik", "")
            values = {
                "model": text,
                "serial": number,
                "when": when,
                "place": rng.choice(("groep 7", "kar 1")),
                "status": word,
            }
            if "user" in fields and rng.random() < 0.6:
                values["user"] = pupil(book)
            sheet.line(row, [values.get(f) for f in fields], start)
            source = "text" if "status" in fields else "default"
            book.device(sheet, row, model, text=text, when=when, serial=number, status=status, status_source=source)
            row += 1
    return start + len(fields) - 1


def lots(book: Book, sheet: Sheet, top: int, start: int, models: tuple[Model, ...]) -> int:
    """A lot a row, with a count and a total of its own."""
    rng = book.rng
    fields = rng.choice((("count", "model", "when"), ("model", "count", "when", "place")))
    sheet.put(top, start, rng.choice(("Onderbouw", "Bovenbouw", "Beneden", "Boven", "Lokalen 1-4")), bold=True)
    sheet.line(top + 1, [heading(rng, f) for f in fields], start, bold=True)
    whole = 0
    for row in range(top + 2, top + 2 + rng.randint(3, 6)):
        model, count = rng.choice(models), rng.randint(2, 20)
        if any(d["row"] == row and d["count"] == count and d["type"] == model.kind for d in book.devices):
            count += 1
        text, when, amount = model.spelled(rng), purchases(rng, 1)[0], notation.amount(rng, count)
        values = {
            "count": amount,
            "model": text,
            "when": when,
            "place": rng.choice(("gr 3", "hal boven")),
        }
        sheet.line(row, [values.get(f) for f in fields], start)
        book.device(sheet, row, model, amount, text=text, when=when)
        whole += amount.count or 0
    if rng.random() < 0.5:
        sums = {"model": rng.choice(("Totaal", "totaal")), "count": whole}
        sheet.line(row + 1, [sums.get(f) for f in fields], start)
        book.total(sheet, row + 1, start + fields.index("count"), whole, whole)
    return start + len(fields) - 1
