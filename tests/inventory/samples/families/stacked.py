"""Tables below each other on one sheet, each with its own title, its own columns and words."""

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample, Sheet
from tests.inventory.samples.flavour import heading, pupil, purchases, status_words, titles, vat
from tests.inventory.samples.words import BOARDS, CHROMEBOOKS, LAPTOPS, TABLETS, Model, plural, serial
from tests.inventory.samples.writing import finished

LAYOUTS = (
    ("model", "serial", "when", "place"),
    ("count", "model", "when", "price"),
    ("serial", "model", "user", "status"),
    ("model", "when", "count", "remark"),
)


def sample(seed: int) -> Sample:
    """Even seeds: nothing follows; odd seeds: a list of prices and one of pupils below, which hold no devices."""
    book = Book("stacked", seed)
    rng = book.rng
    sheet = book.sheet(rng.choice(("Blad1", "ICT", "overzicht")))
    row = titles(book, sheet) + 1
    kinds = rng.sample((CHROMEBOOKS, TABLETS, LAPTOPS, BOARDS), rng.randint(3, 4))
    layouts = rng.sample(LAYOUTS, len(kinds))
    for models, fields in zip(kinds, layouts, strict=True):
        sheet.aside_line(row, "section", plural(rng, models[0].kind), bold=True)
        row = table(book, sheet, row + 1 + rng.randint(0, 1), models, fields) + rng.randint(1, 2)
    if seed % 2:
        row = prices(book, sheet, row)
        pupils(book, sheet, row + 1)
    return finished(book)


def table(book: Book, sheet: Sheet, row: int, models: tuple[Model, ...], fields: tuple[str, ...]) -> int:
    """A header with its devices or lots; the next free row."""
    rng = book.rng
    header = [heading(rng, field) for field in fields]
    sheet.aside_line(row, "header", *header, bold=True)
    for when in purchases(rng, rng.randint(2, 6)):
        row += 1
        model = rng.choice(models)
        text = model.spelled(rng)
        facts: dict[str, object] = {}
        values: dict[str, object] = {"model": text, "when": when, "place": rng.choice(("kar 1", "groep 8", "aula"))}
        amount = notation.Amount(1, 1)
        if "when" in fields:
            facts["when"] = when
        if "count" in fields:
            values["count"] = amount = notation.amount(rng, rng.randint(1, 20))
        if "serial" in fields:
            values["serial"] = facts["serial"] = serial(rng, model)
        if "price" in fields:
            facts |= {"price": float(model.price), "vat": vat(header[fields.index("price")])}
            values["price"] = notation.euros(rng, model.price)
        if "status" in fields:
            facts["status"], values["status"] = status_words(rng)
            facts["status_source"] = "text"
        if "user" in fields and rng.random() < 0.5:
            values["user"] = pupil(book)
        sheet.line(row, [values.get(field) for field in fields])
        book.device(sheet, row, model, amount, text=text, **facts)
    return row + 1


def prices(book: Book, sheet: Sheet, row: int) -> int:
    """What new ones cost; the next free row."""
    sheet.aside_line(row, "note", book.rng.choice(("Prijzen nieuw (incl. btw)", "Prijslijst leverancier 2018")))
    for model in book.rng.sample((CHROMEBOOKS[3], TABLETS[3], LAPTOPS[0]), 3):
        row += 1
        sheet.aside_line(row, "note", f"{model.brand} {model.name}", f"€ {model.price},-")
    return row + 1


def pupils(book: Book, sheet: Sheet, row: int) -> None:
    """How many pupils there are, for whoever wants to work out a ratio."""
    rng = book.rng
    sheet.aside_line(row, "note", "Leerlingen 1 oktober")
    whole = 0
    for group in ("onderbouw", "middenbouw", "bovenbouw"):
        row += 1
        number = rng.randint(40, 90)
        whole += number
        sheet.aside_line(row, "note", group, number)
    book.pupils = whole
