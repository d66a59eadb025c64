"""Dates and amounts in their odder clothes: serials, 1904, American order, school years, VAT in the cell."""

from datetime import date, timedelta

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample, Sheet
from tests.inventory.samples.flavour import heading, titles
from tests.inventory.samples.notation import When
from tests.inventory.samples.words import COUNTED, Model, kind_word, serial
from tests.inventory.samples.writing import finished


def sample(seed: int) -> Sample:
    """0: serials among dates, 1: the 1904 system, 2: American order, 3: all sorts, impossible ones too."""
    book = Book("odd_dates", seed)
    rng = book.rng
    book.epoch_1904 = seed % 4 == 1
    sheet = book.sheet(rng.choice(("Blad1", "Inventaris", "export")))
    row = titles(book, sheet) + 1
    header = [heading(rng, f) for f in ("kind", "model", "serial", "when")] + ["Prijs"]
    sheet.aside_line(row, "header", *header)
    draw = (serials, epoch, american, everything)[seed % 4]
    for number in range(rng.randint(14, 20)):
        row += 1
        model = rng.choice(COUNTED)
        line(book, sheet, row, model, draw(book, number))
    return finished(book)


def line(book: Book, sheet: Sheet, row: int, model: Model, when: When) -> None:
    rng = book.rng
    text, number = model.spelled(rng), serial(rng, model)
    price, shown, tax = amount(book, model)
    sheet.line(row, [kind_word(rng, model.kind), text, number, when, shown])
    book.device(sheet, row, model, text=text, serial=number, when=when, price=price, vat=tax)


def amount(book: Book, model: Model) -> tuple[float | None, object, str]:
    """An amount, as written, and what it says of VAT."""
    rng = book.rng
    price = float(model.price + rng.choice((0, 0, 1000)))
    whole = f"{int(price):,}".replace(",", ".")
    shown, tax = rng.choice(
        (
            (f"€ {whole},-", "unknown"),
            (f"{int(price)},00", "unknown"),
            (f"€ {whole},00 incl. btw", "incl"),
            (f"{whole},- ex btw", "excl"),
            (f"EUR {whole},00", "unknown"),
            (price, "unknown"),
            (f"{int(price)} euro", "unknown"),
        )
    )
    return (None, rng.choice(("?", "huur", "", "gratis")), "unknown") if rng.random() < 0.15 else (price, shown, tax)


def random_day(book: Book) -> date:
    return date(2013, 1, 1) + timedelta(days=book.rng.randrange(365 * 5))


def serials(book: Book, number: int) -> When:
    """Dates pasted as plain numbers, or as the text of a number."""
    on = random_day(book)
    count = (on - date(1899, 12, 30)).days
    way = book.rng.choice(("number", "text", "cell", "cell"))
    if way == "cell":
        return notation.on_day(on)
    return When(count if way == "number" else str(count), "day", on, on)


def epoch(book: Book, number: int) -> When:
    """A workbook from an old Mac: the same numbers mean days four years later."""
    on = random_day(book)
    return notation.on_day(on)


def american(book: Book, number: int) -> When:
    """A column of month/day/year; some days give the order away."""
    on = random_day(book)
    if number < 4:
        on = on.replace(day=book.rng.randint(13, 28))
    return notation.on_day(on, "us")


def everything(book: Book, number: int) -> When:
    rng = book.rng
    if number in (3, 7):
        return notation.impossible(rng)
    if number == 5:
        return notation.roughly(rng, rng.randint(2013, 2017))
    styles = ("d-m-y", "dd-mm-yyyy", "d mon", "d long", "d/m", "dots", "iso", "cell")
    return rng.choice(
        (notation.on_day(random_day(book), rng.choice(styles)), notation.some(rng), notation.unknown(rng))
    )
