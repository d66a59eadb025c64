"""Lots whose number takes some reading."""

from collections.abc import Callable

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Cell, Sample, Sheet
from tests.inventory.samples.flavour import heading, pupil, purchases, titles, vat
from tests.inventory.samples.words import ALL, CHROMEBOOKS, COUNTED, Model
from tests.inventory.samples.writing import finished

CLEAR: dict[str, Callable[[int], object]] = {
    "plain": lambda n: n,
    "times": lambda n: f"{n}x",
    "x before": lambda n: f"x{n}",
    "pieces": lambda n: f"{n} stuks",
    "dotted": lambda n: f"{n} st.",
    "text": lambda n: f" {n} ",
    "carts": lambda n: f"{n // 16} karren van 16",
    "cart": lambda n: f"2 karren à {n // 2}",
    "boxes": lambda n: f"2 dozen van {n // 2}",
    "in a cart": lambda n: f"{n} (in kar)",
    "times times": lambda n: f"2x{n // 2}",
    "sum text": lambda n: f"{n - 3}+3",
}


def sample(seed: int) -> Sample:
    book = Book("lot_notations", seed)
    rng = book.rng
    sheet = book.sheet(rng.choice(("ICT", "Blad1", "tellijst")))
    row = titles(book, sheet) + 1
    header = [heading(rng, f) for f in ("count", "model", "when", "price", "remark")]
    sheet.aside_line(row, "header", *header)
    ways = [*CLEAR, "formula", "formula", "reserve", "about", "range", "doubt", "broken", "total price", "name", "half"]
    rng.shuffle(ways)
    whole = 0
    for way, when in zip(ways, purchases(rng, len(ways)), strict=True):
        row += 1
        whole += lot(book, sheet, row, way, when, vat(header[3]))
        if rng.random() < 0.1:
            row += 1
    sheet.aside_line(row + 2, "note", rng.choice(("NB: opladers apart geteld", "muizen niet meegeteld")))
    return finished(book)


def lot(book: Book, sheet: Sheet, row: int, way: str, when: notation.When, tax: str) -> int:
    """One row; the number of devices that a careful person takes from it."""
    rng = book.rng
    model = rng.choice(
        CHROMEBOOKS if way in ("carts", "cart", "reserve", "name") else COUNTED if rng.random() < 0.85 else ALL
    )
    text, count = model.spelled(rng), 32 if way in ("carts", "cart") else 2 * rng.randint(3, 14)
    price = float(model.price) if rng.random() < 0.8 or way == "total price" else None
    shown = notation.euros(rng, price) if price else rng.choice(("?", "gift ouderraad", "-", "huur"))
    facts = {"text": text, "when": when, "price": price, "vat": tax}
    amount: object = count
    remark = ""
    if way in CLEAR:
        amount = CLEAR[way](count)
        book.device(sheet, row, model, count, **facts)
    elif way == "formula":
        amount = Cell(f"={count - 2}+2", cached=count)
        book.device(sheet, row, model, count, **facts)
    elif way == "total price":
        shown = rng.choice((f"€ {model.price * count:,} totaal".replace(",", "."), f"totaal {model.price * count},00"))
        book.device(sheet, row, model, count, **facts)
    elif way == "name":
        book.device(sheet, row, model, 1, **facts)
        amount, remark = 1, f"van {pupil(book)}"
        book.ask(sheet, row, "personal_data", "noemt een leerling", must=False)
    else:
        amount, remark = asked(book, sheet, row, way, model, count, facts)
    sheet.line(row, [amount, text, when, shown, remark])
    return count


def asked(
    book: Book, sheet: Sheet, row: int, way: str, model: Model, count: int, facts: dict[str, object]
) -> tuple[object, str]:
    """Rows that somebody has to look at: the count as written, and the remark."""
    rng = book.rng
    if way == "reserve":
        book.device(sheet, row, model, count, **facts)
        book.device(sheet, row, model, 3, **facts, status="reserve", status_source="text")
        book.ask(sheet, row, "mixed_status_in_lot", "3 zijn reserve", must=False, accept=("split_lot",))
        return f"{count} + 3 reserve", ""
    if way == "broken":
        book.device(sheet, row, model, count - 2, **facts)
        book.device(sheet, row, model, 2, **facts, status="defect", status_source="text")
        book.ask(sheet, row, "mixed_status_in_lot", f"2 van de {count} zijn defect", accept=("split_lot",))
        return count, rng.choice(("waarvan 2 defect", "2 kapot"))
    if way == "doubt":
        book.device(sheet, row, model, count, **facts)
        book.ask(sheet, row, "note_questions_count", "opmerking trekt het aantal in twijfel", accept=("extract_as_is",))
        return count, rng.choice(
            ("klopt dit aantal nog?", "aantal nog natellen", "uitgeleend aan andere school van het bestuur")
        )
    shown = {
        "about": (f"ca. {count}", f"± {count}", f"ongeveer {count}", f"+/- {count}"),
        "range": (f"{count}-{count + 4}", f"{count} à {count + 2}", f"{count}/{count + 2}"),
        "half": ("een paar", "?", "1 klassenset", f">{count}"),
    }
    written = rng.choice(shown[way])
    book.ask(
        sheet, row, "quantity_unclear", f"aantal is niet bepaald: {written}", accept=("extract_with_estimate_flagged",)
    )
    return written, ""
