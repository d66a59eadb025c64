"""Somebody wrote it down in plain Dutch, a sentence a row."""

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample, Sheet
from tests.inventory.samples.flavour import titles
from tests.inventory.samples.words import BOARDS, CHROMEBOOKS, DESKTOPS, LAPTOPS, PUPILS, TABLETS, Model, plural
from tests.inventory.samples.writing import finished

NUMBERS = {2: "twee", 3: "drie", 4: "vier", 5: "vijf", 6: "zes", 8: "acht", 10: "tien", 12: "twaalf"}
PLURAL = {
    "chromebook": "chromebooks",
    "tablet": "ipads",
    "laptop": "laptops",
    "desktop": "vaste computers",
    "digibord": "digiborden",
}
PLACES = ("in groep 7/8", "bij de kleuters", "in de mediatheek", "op het leerplein", "voor groep 5 en 6", "in lokaal 4")


def sample(seed: int) -> Sample:
    book = Book("sentences", seed)
    rng = book.rng
    sheet = book.sheet(rng.choice(("Blad1", "Devices", "notities")))
    row = titles(book, sheet) + 1
    if rng.random() < 0.5:
        sheet.aside_line(
            row, "note", rng.choice(("Hierbij wat wij op school hebben staan:", "Onze apparatuur op een rij:"))
        )
        row += 1
    writers = [unknown_age, two_kinds, one_of_a_person, broken_part, board, old_ones, unsure, gift, named, spare]
    if seed % 3 == 2:
        return labelled(book, sheet, row)
    if seed % 2:  # a list with dashes rather than whole sentences
        writers += [dashed, dashed, several_lines]
    for write in [many, *rng.sample(writers, len(writers)), many]:
        write(book, sheet, row)
        row += 1 + (rng.random() < 0.15)
    sheet.aside_line(
        row + 1,
        "note",
        rng.choice(("Vragen? Bel gerust.", "Groeten van de ICT-werkgroep", "De opladers zijn niet geteld.")),
    )
    return finished(book)


def moment(book: Book) -> tuple[str, notation.When]:
    """A clause with the moment of purchase."""
    rng = book.rng
    year = rng.randint(2013, 2018)
    kind = rng.choice(("year", "month", "school"))
    if kind == "year":
        return rng.choice((f"gekocht in {year}", f"uit {year}", f"aangeschaft in {year}")), notation.in_year(year)
    if kind == "school":
        return f"aangeschaft in schooljaar {year}/{year + 1}", notation.in_school_year(year, f"{year}/{year + 1}")
    when = notation.month(rng, year)
    long = notation.LONG_MONTHS[when.earliest.month - 1]
    return f"gekocht in {long} {year}", when


def written(model: Model) -> str:
    """Brand and model, as one names a device in a sentence."""
    name = model.name.replace(" Chromebook", "").replace("Chromebook ", "")
    return name if model.brand == "Apple" else f"{model.brand} {name}"


def many(book: Book, sheet: Sheet, row: int) -> None:
    rng = book.rng
    model, count = rng.choice(CHROMEBOOKS + LAPTOPS), rng.randint(8, 32)
    clause, when = moment(book)
    place, noun = rng.choice(PLACES), PLURAL[model.kind]
    usual = (
        f"{count} {noun} ({written(model)}) {place}, {clause}",
        f"We hebben {count} {noun} van {written(model)} {place}, {clause}.",
        f"{place.capitalize()} staan {count} {noun} ({written(model)}), {clause}.",
    )
    other = (
        f"Wij beschikken over {count} {noun}, merk {written(model)}, {clause} ({place})",
        f"{place.capitalize()}: {count} {noun} {written(model)} - {clause}",
        f"Er zijn {clause} {count} {noun} ({written(model)}) {place}.",
    )
    text = rng.say(usual, other)
    sheet.put(row, 1, text)
    book.device(sheet, row, model, count, text=text, when=when, location=place)


def unknown_age(book: Book, sheet: Sheet, row: int) -> None:
    model, place = TABLETS[0], book.rng.choice(PLACES)
    count = book.rng.choice(list(NUMBERS))
    shown = book.rng.choice((str(count), NUMBERS[count]))
    other = f"{place} hebben we {shown} ipads, geen idee van wanneer", f"Ook {shown} iPads {place} (aanschaf onbekend)"
    text = book.rng.say((f"Verder nog {shown} ipads {place}, weet niet hoe oud",), other)
    sheet.put(row, 1, text)
    book.device(sheet, row, model, count, text=text, location=place)


def two_kinds(book: Book, sheet: Sheet, row: int) -> None:
    rng = book.rng
    chromebook, tablet = CHROMEBOOKS[rng.randrange(len(CHROMEBOOKS))], TABLETS[rng.randrange(4)]
    first, second, place = rng.randint(10, 30), rng.randint(3, 9), rng.choice(PLACES)
    clause, when = moment(book)
    usual = (f"{first} chromebooks van {chromebook.brand} en {second} iPads {place}, allemaal {clause}.",)
    other = (f"{first} {chromebook.brand} chromebooks + {second} ipads {place}, beide {clause}",)
    text = rng.say(usual, other)
    sheet.put(row, 1, text)
    book.device(sheet, row, chromebook, first, text=text, when=when, location=place)
    book.device(sheet, row, tablet, second, text="iPads", when=when, location=place)


def one_of_a_person(book: Book, sheet: Sheet, row: int) -> None:
    rng = book.rng
    model, year = rng.choice(LAPTOPS), rng.randint(2013, 2018)
    owner = rng.choice(("de directeur", "de IB-er", "de administratie"))
    has = f"{owner.capitalize()} heeft een laptop ({written(model)}) uit {year}."
    other = has, f"1 laptop voor {owner}: {written(model)}, {year}"
    text = rng.say((f"De laptop van {owner} is een {written(model)} uit {year}",), other)
    sheet.put(row, 1, text)
    book.device(sheet, row, model, text=text, when=notation.in_year(year), audience="personeel")


def broken_part(book: Book, sheet: Sheet, row: int) -> None:
    rng = book.rng
    model, count, broken = rng.choice(CHROMEBOOKS), rng.randint(10, 25), rng.randint(2, 4)
    clause, when = moment(book)
    usual = (f"{count} chromebooks {written(model)}, {clause}, waarvan {broken} defect",)
    other = (
        f"Van de {count} chromebooks ({written(model)}, {clause}) zijn er {broken} kapot.",
        f"{count} chromebooks {written(model)}, {clause}; {broken} ervan doen het niet meer",
    )
    text = rng.say(usual, other)
    sheet.put(row, 1, text)
    book.device(sheet, row, model, count - broken, text=text, when=when)
    book.device(sheet, row, model, broken, text=text, when=when, status="defect", status_source="text")
    book.ask(sheet, row, "mixed_status_in_lot", f"{broken} van de {count} zijn defect", accept=("split_lot",))


def board(book: Book, sheet: Sheet, row: int) -> None:
    rng = book.rng
    model, count, year = BOARDS[rng.randrange(2)], rng.randint(6, 10), rng.randint(2014, 2018)
    usual = (f"In alle lokalen hangt een digibord van {model.brand}, in totaal {count} stuks, uit {year}.",)
    other = (f"Elk lokaal heeft een digibord ({model.brand}), dat zijn er {count}, gekocht in {year}",)
    text = rng.say(usual, other)
    sheet.put(row, 1, text)
    book.device(sheet, row, model, count, text=text, when=notation.in_year(year))


def old_ones(book: Book, sheet: Sheet, row: int) -> None:
    rng = book.rng
    model, count = rng.choice(DESKTOPS), rng.choice(list(NUMBERS))
    usual = (f"De {NUMBERS[count]} oude computers ({written(model)}) uit 2012 zijn afgevoerd.",)
    other = (f"{count} vaste pc's {written(model)} van 2012 zijn naar de milieustraat gebracht",)
    text = rng.say(usual, other)
    sheet.put(row, 1, text)
    book.device(
        sheet, row, model, count, text=text, when=notation.in_year(2012), status="afgevoerd", status_source="text"
    )


def unsure(book: Book, sheet: Sheet, row: int) -> None:
    text = book.rng.choice(
        ("Ook nog een stuk of 5 oude laptops in de kast", "Ongeveer 10 tablets van Samsung, moet ik nog tellen")
    )
    sheet.put(row, 1, text)
    book.ask(sheet, row, "quantity_unclear", "aantal is niet bepaald", accept=("extract_with_estimate_flagged",))


def gift(book: Book, sheet: Sheet, row: int) -> None:
    rng = book.rng
    model, count, year = TABLETS[2], rng.choice(list(NUMBERS)), rng.randint(2014, 2017)
    text = f"{count} {model.name}'s gekregen van de ouderraad in {year}"
    sheet.put(row, 1, text)
    book.device(sheet, row, model, count, text=text, when=notation.in_year(year))


def named(book: Book, sheet: Sheet, row: int) -> None:
    rng = book.rng
    model, name, year = rng.choice(CHROMEBOOKS), rng.choice(PUPILS), rng.randint(2015, 2018)
    book.personal.add(name)
    text = f"1 chromebook ({written(model)}) voor {name}, gekocht in {year}"
    sheet.put(row, 1, text)
    book.device(sheet, row, model, text=text, when=notation.in_year(year))
    book.ask(sheet, row, "personal_data", "noemt een leerling", must=False)


def spare(book: Book, sheet: Sheet, row: int) -> None:
    rng = book.rng
    model, count, year = rng.choice(CHROMEBOOKS), rng.choice(list(NUMBERS)), rng.randint(2015, 2018)
    usual = (f"Er liggen nog {count} chromebooks ({written(model)}, {year}) als reserve in de kast.",)
    other = (f"Reserve: {count} chromebooks {written(model)} uit {year}, liggen in het magazijn",)
    text = rng.say(usual, other)
    sheet.put(row, 1, text)
    book.device(
        sheet, row, model, count, text=text, when=notation.in_year(year), status="reserve", status_source="text"
    )


def dashed(book: Book, sheet: Sheet, row: int) -> None:
    rng = book.rng
    model, count, year = rng.choice(CHROMEBOOKS + LAPTOPS + DESKTOPS), rng.randint(2, 20), rng.randint(2013, 2018)
    amount = rng.choice((f"{count} x", f"{count}x", f"{count} stuks"))
    text = f"- {amount} {written(model)} {PLURAL[model.kind].rstrip('s')} ({year})"
    sheet.put(row, 1, text)
    book.device(sheet, row, model, count, text=text, when=notation.in_year(year))


def several_lines(book: Book, sheet: Sheet, row: int) -> None:
    """Two lines typed in one cell."""
    rng = book.rng
    first, second, year = rng.randint(10, 20), rng.randint(3, 9), rng.randint(2014, 2018)
    model, board_model = rng.choice(CHROMEBOOKS), BOARDS[0]
    lines = (
        f"{first} chromebooks ({written(model)}) uit {year}",
        f"{second} digiborden van {board_model.brand} uit {year}",
    )
    text = "\n".join(lines)
    sheet.put(row, 1, text)
    book.device(sheet, row, model, first, text=text, when=notation.in_year(year))
    book.device(sheet, row, board_model, second, text=text, when=notation.in_year(year))


def labelled(book: Book, sheet: Sheet, row: int) -> Sample:
    """The kind in the first column, the rest of the story beside it."""
    rng = book.rng
    for models in rng.sample((CHROMEBOOKS, LAPTOPS, DESKTOPS, BOARDS), 4):
        label = plural(rng, models[0].kind)
        for model in rng.sample(models, 2):
            count, place = rng.randint(2, 20), rng.choice(PLACES)
            clause, when = moment(book)
            text = f"{count} stuks, {written(model)}, {clause}, {place}"
            sheet.line(row, [label, text])
            book.device(sheet, row, model, count, text=text, when=when, location=place)
            row, label = row + 1, rng.choice(("", label))
    return finished(book)
