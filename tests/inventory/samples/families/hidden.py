"""Rows somebody hid and sheets somebody hid: devices in the first, an old list or look-up values in the second."""

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample, Sheet
from tests.inventory.samples.flavour import heading, purchases, status_words, titles
from tests.inventory.samples.words import COUNTED, STATUS_WORDS, kind_word, serial
from tests.inventory.samples.writing import finished


def sample(seed: int) -> Sample:
    """Even seeds: hidden rows and hidden look-up values; odd seeds: a hidden sheet with last year's list besides."""
    book = Book("hidden", seed)
    rng = book.rng
    sheet = book.sheet(rng.choice(("Inventaris", "Lijst 2018", "Blad1")))
    row = titles(book, sheet) + 1
    fields = ["kind", "model", "serial", "when", "status"]
    header = [heading(rng, f) for f in fields]
    sheet.aside_line(row, "header", *header)
    lines = []
    for when in purchases(rng, rng.randint(14, 20)):
        row += 1
        model = rng.choice(COUNTED)
        text, number = model.spelled(rng), serial(rng, model)
        status, word = status_words(rng)
        values = [kind_word(rng, model.kind), text, number, when, word]
        sheet.line(row, values)
        lines.append(values)
        book.device(sheet, row, model, text=text, serial=number, when=when, status=status, status_source="text")
    first = row - rng.randint(6, 9)
    sheet.hidden_rows.update(range(first, first + 3))
    for hidden in range(first, first + 3):
        book.ask(sheet, hidden, "hidden_row", "deze regel is verborgen", must=False)
    duplicate(book, sheet, row + 1, lines)
    lookup(book)
    if seed % 2:
        old_list(book, header, lines)
    return finished(book)


def duplicate(book: Book, sheet: Sheet, row: int, lines: list[list[object]]) -> None:
    """The first device once more at the end, its serial written otherwise."""
    kind, text, number, when, _ = lines[0]
    first = row - len(lines)
    sheet.line(row, [kind, text, f" {str(number).lower()}", when, "ok"])
    book.ask(sheet, row, "duplicate_serial", f"serienummer {number} staat ook op regel {first}")
    book.duplicates.append({"sheet": sheet.title, "rows": [first, row], "serial": number})


def lookup(book: Book) -> None:
    """Values for drop-down lists."""
    values = book.sheet("keuzelijsten", hidden=True, aside="lookup")
    values.line(1, ["Soort", "Status"])
    for row, word in enumerate(("Chromebook", "Laptop", "Tablet", "PC", "Digibord"), 2):
        values.line(row, [word, (*STATUS_WORDS, "besteld")[row - 2]])


def old_list(book: Book, header: list[object], lines: list[list[object]]) -> None:
    """Last year's list: the same devices once more, and some that are gone since; nobody wants them counted twice."""
    rng = book.rng
    old: Sheet = book.sheet(rng.choice(("oud 2017", "Blad1 (oud)", "lijst 2016-2017")), hidden=True, aside="old_list")
    old.line(1, header)
    for row, values in enumerate(lines[: len(lines) - 3], 2):
        old.line(row, values)
    model = rng.choice(COUNTED)
    old.line(old.height + 1, [model.kind, model.spelled(rng), serial(rng, model), notation.in_year(2012), "ok"])
