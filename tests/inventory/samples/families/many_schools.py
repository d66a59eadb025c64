"""Several schools in one workbook: a column, a heading per school, or a sheet per school."""

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample, Sheet
from tests.inventory.samples.flavour import heading, purchases
from tests.inventory.samples.words import ALL, COUNTED, PLACES, SCHOOLS, kind_word
from tests.inventory.samples.writing import finished

BRINS = {name: f"{10 + i:02}{'ABCDEFGHKL'[i]}{'QRSTVWXYZP'[i]}00" for i, name in enumerate(SCHOOLS)}


def sample(seed: int) -> Sample:
    """0: a column with full or short names, 1: a heading per school, 2: a sheet per school, 3: a column with codes."""
    book = Book("many_schools", seed, many_schools=True)
    schools = book.rng.sample(SCHOOLS, 4)
    book.pupils = {}
    (column, headings, sheets, column)[seed % 4](book, schools)
    return finished(book)


def fields(book: Book, *first: str) -> list[object]:
    return [*first, *(heading(book.rng, f) for f in ("kind", "model", "count", "when"))]


def lot(book: Book, sheet: Sheet, row: int, school: str, start: int) -> int:
    rng = book.rng
    model = rng.choice(COUNTED if rng.random() < 0.75 else ALL)
    text, amount, when = model.spelled(rng), notation.amount(rng, rng.randint(2, 30)), purchases(rng, 1)[0]
    sheet.line(row, [kind_word(rng, model.kind), text, amount, when], start)
    book.device(sheet, row, model, amount, text=text, when=when, school=school)
    return amount.count or 0


def short(name: str) -> str:
    """As colleagues call a school: without its denomination."""
    return name.split(" ", 1)[1]


def misspelt(name: str) -> str:
    """A letter dropped or doubled in the last word, as happens."""
    rest, last = name.rsplit(" ", 1)
    return f"{rest} {last[:3] + last[4:]}" if len(last) > 5 else f"{rest} {last}{last[-1]}"


def column(book: Book, schools: list[str]) -> None:
    """The school in its own column, written differently from row to row."""
    rng = book.rng
    coded = book.seed % 4 == 3
    sheet = book.sheet(rng.choice(("Alle scholen", "Bestuur", "Totaal")))
    sheet.aside_line(1, "title", "Stichting Openbaar Onderwijs Veldzicht – devices 2018")
    sheet.aside_line(3, "header", *fields(book, "BRIN" if coded else "School"))
    row = 4
    for school in schools:
        for _ in range(rng.randint(3, 5)):
            label = BRINS[school] if coded else rng.choice((school, school, short(school), school.upper()))
            if not coded and rng.random() < 0.1:
                label = misspelt(school)
                book.ask(sheet, row, "school_unclear", "schoolnaam wijkt af", must=False)
            sheet.put(row, 1, label)
            lot(book, sheet, row, school, 2)
            row += 1


def headings(book: Book, schools: list[str]) -> None:
    """A line with the school's name over its own devices, with a subtotal now and then."""
    rng = book.rng
    sheet = book.sheet(rng.choice(("Overzicht", "Blad1")))
    sheet.aside_line(1, "title", "Overzicht devices alle scholen")
    sheet.aside_line(2, "header", *fields(book))
    row, whole = 3, 0
    for school in schools:
        usual = school, f"{school} ({rng.choice(PLACES)})", f"{BRINS[school]} {school}"
        label = rng.say(usual, (f"School: {school}", school.upper(), f"{schools.index(school) + 1}. {school}"))
        sheet.aside_line(row, "section", label, bold=True)
        sheet.merged.append(f"A{row}:D{row}")
        count = 0
        for _ in range(rng.randint(3, 5)):
            row += 1
            count += lot(book, sheet, row, school, 1)
        row += 1
        if rng.random() < 0.6:
            stated = count + rng.choice((0, 0, 0, 2))
            sheet.aside_line(row, "subtotal", "", f"Totaal {short(school)}", stated)
            book.total(sheet, row, 3, stated, count, kind="subtotal")
            row += 1
        whole += count
        row += 1
    sheet.aside_line(row, "total", "", "Totaal bestuur", whole)
    book.total(sheet, row, 3, whole, whole)


def sheets(book: Book, schools: list[str]) -> None:
    """A sheet per school, the last with another order of columns' words."""
    rng = book.rng
    for school in schools:
        sheet = book.sheet(short(school)[:31])
        row = 1
        if rng.random() < 0.6:
            sheet.aside_line(1, "title", rng.choice((f"Inventaris {school}", school)))
            row = rng.randint(2, 3)
        sheet.aside_line(row, "header", *fields(book))
        for _ in range(rng.randint(3, 5)):
            row += 1
            lot(book, sheet, row, school, 1)
