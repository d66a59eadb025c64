"""The administration's register of assets: furniture and building between the devices, a subtotal per category."""

from datetime import date

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Cell, Sample, Sheet
from tests.inventory.samples.words import BOARDS, CHROMEBOOKS, LAPTOPS, OTHERS, TABLETS
from tests.inventory.samples.writing import finished

HEADERS = (
    (
        "Activanummer",
        "Omschrijving",
        "Aanschafdatum",
        "Aanschafwaarde",
        "Afschrijvingstermijn",
        "Boekwaarde 31-12-2017",
    ),
    (
        "Actnr.",
        "Omschrijving actief",
        "Datum aanschaf",
        "Aanschafwaarde",
        "Termijn (jr)",
        "Afschr. per jaar",
        "Boekwaarde",
    ),
)
FURNITURE = (
    ("24 st. leerlingtafel en stoel", 4200), ("Directiebureau", 890), ("Vloerbedekking groep 3", 2310),
    ("Verbouwing personeelskamer", 18500), ("Zonwering zuidzijde", 6400), ("Speeltoestel schoolplein", 9100),
    ("Kasten magazijn 6 st.", 1980), ("Methode Wereld in Getallen", 5200),
)  # fmt: skip


OTHER_GOODS = (  # some of these name devices and are none
    ("Computertafels 10 st.", 1900), ("Hoezen iPad 20 st.", 480), ("Opladers chromebook 10 st.", 290),
    ("Installatie digiborden", 1250), ("Garantieverlenging laptops", 640), ("Whiteboard lokaal 6", 310),
    ("Koffiezetapparaat", 420), ("Keukenblok personeelskamer", 3900), ("Licenties Office", 1100),
)  # fmt: skip


def sample(seed: int) -> Sample:
    """0 and 1: a heading and a subtotal per category; 2: a column for it; 3: with what has been disposed of."""
    book = Book("asset_register", seed)
    rng = book.rng
    sheet = book.sheet(rng.choice(("Activastaat", "MVA 2017", "Sheet1")))
    sheet.aside_line(1, "title", f"Activastaat per 31-12-2017 {book.school}")
    sheet.aside_line(2, "title", rng.choice(("Administratiekantoor Concent", "kostenplaats 1204")))
    book.as_of = date(2017, 12, 31)
    headers = HEADERS[seed % 2]
    extra = {2: "Categorie", 3: "Desinvestering"}.get(seed % 4)
    sheet.aside_line(4, "header", *headers, *([extra] if extra else []))
    row, number, grand = 5, 40100 + seed, 0.0
    for category in rng.sample(("Meubilair", "ICT", "Gebouwen en terreinen", "Leermiddelen"), 4):
        if extra != "Categorie":
            coded = rng.random() < 0.5
            sheet.aside_line(row, "section", f"{rng.randint(200, 260)} {category}" if coded else category)
            row += 1
        subtotal = 0.0
        for _ in range(rng.randint(7, 10) if category == "ICT" else rng.randint(2, 3)):
            number += rng.randint(1, 4)
            if category == "ICT":
                if number % 7 == 0:
                    subtotal += plural_line(book, sheet, row, number)
                    row += 1
                    number += 1
                gone = extra == "Desinvestering" and rng.random() < 0.25
                subtotal += device_line(book, sheet, row, number, gone=gone)
                if gone:
                    sheet.put(row, len(headers) + 1, notation.day(rng, 2017, "cell"))
            else:
                subtotal += other_line(book, sheet, row, number)
            if extra == "Categorie":
                sheet.put(row, len(headers) + 1, category)
            row += 1
        if extra != "Categorie":
            words = rng.choice((f"Totaal {category}", f"Subtotaal {category}"))
            sheet.aside_line(row, "subtotal", "", words, "", subtotal)
            row += 1 + rng.randint(0, 1)
        grand += subtotal
    sheet.aside_line(row, "total", "", "Totaal materiële vaste activa", "", grand)
    return finished(book)


def money(book: Book, sheet: Sheet, row: int, value: float, when: notation.When, years: int) -> None:
    """Value, term and book value; the last two say nothing about a device."""
    left = max(0.0, round(value * (1 - min(1, (2017 - when.earliest.year) / years)), 2))
    sheet.line(row, [when, Cell(value, "#,##0.00")], 3)
    rest = [years, left] if book.seed % 2 == 0 else [years, round(value / years, 2), left]
    sheet.line(row, rest, 5)


def other_line(book: Book, sheet: Sheet, row: int, number: int) -> float:
    text, value = book.rng.say(FURNITURE, OTHER_GOODS)
    if book.rng.other:
        book.ask(sheet, row, "maybe_no_device", "noemt een device, is er geen", must=False)
    sheet.line(row, [number, text])
    money(book, sheet, row, float(value), notation.day(book.rng, book.rng.randint(2009, 2016), "cell"), 20)
    sheet.kinds[row] = "not_a_device"
    return float(value)


def plural_line(book: Book, sheet: Sheet, row: int, number: int) -> float:
    """Chromebooks, but how many?"""
    rng = book.rng
    text = rng.choice(("Chromebooks bovenbouw", "Laptops groep 5 t/m 8", "iPads onderbouw"))
    sheet.line(row, [number, text])
    money(book, sheet, row, 5230.0, notation.day(rng, rng.randint(2013, 2016), "cell"), 4)
    book.ask(sheet, row, "quantity_unclear", "aantal ontbreekt", accept=("extract_with_estimate_flagged",))
    return 5230.0


def device_line(book: Book, sheet: Sheet, row: int, number: int, *, gone: bool) -> float:
    """A lot in one description, its value for the whole lot."""
    rng = book.rng
    model = rng.choice(CHROMEBOOKS + TABLETS + LAPTOPS + BOARDS + OTHERS)
    count = 1 if model in OTHERS else rng.choice((1, 2, 5, 10, 15, 20, 24))
    spelled = model.spelled(rng)
    text = spelled if count == 1 else counted(book, count, spelled)
    value = float(model.price * count)
    when = notation.day(rng, rng.randint(2012, 2017), rng.choice(("cell", "dd-mm-yyyy")))
    sheet.line(row, [number, text])
    money(book, sheet, row, value, when, rng.choice((3, 4, 5)))
    state = {"status": "afgevoerd", "status_source": "text"} if gone else {}
    book.device(sheet, row, model, count, text=text, when=when, price=float(model.price), **state)
    return value


def counted(book: Book, count: int, spelled: str) -> str:
    bare = f"{count} x {spelled}" if spelled[0].isdigit() else f"{count} {spelled}"
    usual = f"{count} st. {spelled}", f"{count}x {spelled}", f"{spelled} ({count} stuks)", bare
    other = (
        f"Aanschaf {count} {spelled}",
        f"{spelled} {count} st.",
        f"{spelled}, aantal: {count}",
        f"{count} stuks {spelled}",
    )
    return book.rng.say(usual, other)
