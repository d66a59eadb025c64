"""A list with sheets beside it that hold no devices: a floor plan, a price list, pupil counts, notes."""

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample
from tests.inventory.samples.flavour import heading, purchases, titles, vat
from tests.inventory.samples.words import ALL, CHROMEBOOKS, COUNTED, LAPTOPS, TEACHERS, kind_word
from tests.inventory.samples.writing import finished


def sample(seed: int) -> Sample:
    book = Book("beside_the_list", seed)
    rng = book.rng
    others = [floor_plan, quote, pupils, notes, licences, wishes]
    rng.shuffle(others)
    before = others[: seed % 2]
    for make in before:
        make(book)
    inventory(book)
    for make in others[len(before) :]:
        make(book)
    return finished(book)


def inventory(book: Book) -> None:
    rng = book.rng
    sheet = book.sheet(rng.choice(("Devices", "Inventaris", "lijst")))
    row = titles(book, sheet) + 1
    fields = ["kind", "model", "count", "when", "price", "place"]
    header = [heading(rng, f) for f in fields]
    sheet.aside_line(row, "header", *header)
    for when in purchases(rng, rng.randint(8, 12)):
        row += 1
        model = rng.choice(COUNTED if rng.random() < 0.8 else ALL)
        text, amount, price = model.spelled(rng), notation.amount(rng, rng.randint(1, 20)), float(model.price)
        place = rng.choice(("groep 1/2", "kar 1", "bovenbouw"))
        sheet.line(
            row,
            [
                kind_word(rng, model.kind),
                text,
                amount,
                when,
                notation.euros(rng, price),
                place,
            ],
        )
        book.device(sheet, row, model, amount, text=text, when=when, price=price, vat=vat(header[4]), location=place)


def floor_plan(book: Book) -> None:
    """Rooms where they lie in the building."""
    rng = book.rng
    plan = book.sheet(rng.choice(("plattegrond", "Plattegrond BG")), aside="floor_plan")
    plan.put(1, 2, "Begane grond")
    for place, room in enumerate(
        ("Lokaal 1", "Lokaal 2", "gang", "Lokaal 3", "toiletten", "Teamkamer", "berging", "ingang")
    ):
        plan.put(3 + 4 * (place // 4), 1 + 3 * (place % 4), room)
        if rng.random() < 0.4:
            plan.put(
                4 + 4 * (place // 4), 1 + 3 * (place % 4), rng.choice(("digibord", "AP", "12 chromebooks", "printer"))
            )


def quote(book: Book) -> None:
    """What somebody offered, not what the school has."""
    rng = book.rng
    offer = book.sheet(rng.choice(("offerte", "Offerte Heutink", "prijslijst")), aside="quote")
    offer.put(1, 1, rng.choice(("Offerte nr. 2018-0417", "Prijslijst 2018 (excl. btw)")))
    offer.line(3, ["Artikel", "Aantal", "Prijs per stuk", "Totaal"])
    total = 0
    for row, model in enumerate(rng.sample(CHROMEBOOKS + LAPTOPS, 3), 4):
        count = rng.choice((10, 20, 30))
        offer.line(row, [model.spelled(rng), count, model.price, count * model.price])
        total += count * model.price
    offer.line(8, ["Totaal excl. btw", "", "", total])
    offer.put(10, 1, "Deze offerte is 30 dagen geldig.")


def pupils(book: Book) -> None:
    rng = book.rng
    counts = book.sheet(rng.choice(("leerlingen", "leerlingaantallen", "telling 1 okt")), aside="pupils")
    counts.line(1, ["Groep", "Aantal leerlingen", "Leerkracht"])
    total = 0
    for row, group in enumerate(("1/2", "3", "4", "5", "6", "7", "8"), 2):
        number = rng.randint(18, 31)
        total += number
        counts.line(row, [f"groep {group}", number, rng.choice(TEACHERS)])
    counts.line(9, ["totaal", total])
    book.pupils = total


def notes(book: Book) -> None:
    sheet = book.sheet(book.rng.choice(("aantekeningen", "Info", "to do")), aside="notes")
    for row, text in enumerate(
        (
            "Wachtwoord wifi staat in de map van de directie",
            "Bellen met leverancier over garantie chromebooks",
            "3 ipads terug naar leverancier brengen?",
            "Volgend jaar 15 nieuwe chromebooks aanvragen bij bestuur",
        ),
        1,
    ):
        sheet.put(row, 1, text)


def licences(book: Book) -> None:
    sheet = book.sheet("licenties", aside="licences")
    sheet.line(1, ["Pakket", "Aantal licenties", "Verloopt"])
    for row, (name, count) in enumerate((("Basispoort", 240), ("Office 365", 25), ("Snappet", 110), ("Squla", 60)), 2):
        sheet.line(row, [name, count, "31-7-2019"])


def wishes(book: Book) -> None:
    """What the team would like to buy."""
    rng = book.rng
    sheet = book.sheet(rng.choice(("wensenlijst", "Wensen 2019", "begroting 2019")), aside="wish_list")
    sheet.line(1, ["Wens", "Aantal", "Geschatte kosten"])
    for row, model in enumerate(rng.sample(CHROMEBOOKS, 2), 2):
        sheet.line(row, [model.spelled(rng), rng.choice((15, 30)), f"€ {model.price * 15}"])
    sheet.line(5, ["digibord groep 3 vervangen", 1, "€ 2.400,-"])
