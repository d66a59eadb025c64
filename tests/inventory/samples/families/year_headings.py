"""A heading per year of purchase, the column header once on top or under each heading."""

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample
from tests.inventory.samples.flavour import heading, status_words, titles
from tests.inventory.samples.words import ALL, COUNTED, kind_word, serial
from tests.inventory.samples.writing import finished


def sample(seed: int) -> Sample:
    """Even seeds: lots, one header; odd seeds: single devices, a header under each heading; 4: a merged column."""
    book = Book("year_headings", seed)
    rng = book.rng
    if seed % 5 == 4:
        return merged_years(book)
    sheet = book.sheet(rng.choice(("Blad1", "aanschaf", "ICT")))
    row = titles(book, sheet) + 1
    repeated = bool(seed % 2)
    fields = ["model", "serial", "place", "status"] if repeated else ["model", "count", "place", "remark"]
    header = [heading(rng, f) for f in fields]
    if not repeated:
        sheet.aside_line(row, "header", *header, bold=True)
        row += 1
    way, whole = rng.choice(("year", "bought", "school")), 0
    for year in sorted(rng.sample(range(2012, 2019), rng.randint(3, 4))):
        label, when = titled(book, way, year)
        sheet.aside_line(row, "section", label, bold=True)
        if rng.random() < 0.5:
            sheet.merged.append(f"A{row}:D{row}")
        row += 1
        if repeated:
            sheet.aside_line(row, "header", *header)
            row += 1
        group = 0
        for _ in range(rng.randint(2, 5)):
            model = rng.choice(COUNTED if rng.random() < 0.8 else ALL)
            text = model.spelled(rng)
            amount = notation.Amount(1, 1) if repeated else notation.amount(rng, rng.randint(1, 20))
            number = serial(rng, model) if repeated else None
            status, word = status_words(rng) if repeated else ("in_gebruik", "")
            place = rng.choice(("groep 4", "kar 2", "Lokaal 7"))
            sheet.line(row, [text, number if repeated else amount, place, word])
            source = "text" if repeated else "default"
            book.device(
                sheet, row, model, amount, text=text, serial=number, when=when, status=status, status_source=source
            )
            group, row = group + (amount.count or 0), row + 1
        whole += group
        if not repeated and rng.random() < 0.5:
            sheet.aside_line(row, "subtotal", rng.choice(("subtotaal", "Totaal")), group)
            book.total(sheet, row, 2, group, group, kind="subtotal")
            row += 1
        row += rng.randint(0, 1)
    if not repeated:
        stated = whole + rng.choice((0, 0, 5))
        sheet.aside_line(row + 1, "total", "Totaal devices", stated)
        book.total(sheet, row + 1, 2, stated, whole)
    return finished(book)


def titled(book: Book, way: str, year: int) -> tuple[object, notation.When]:
    """A heading and the purchase that holds for what stands under it."""
    rng = book.rng
    if way == "school":
        usual = f"Schooljaar {year}-{year + 1}", f"schooljaar {year}/{year + 1}"
        label = rng.say(usual, (f"{year}/{year + 1}:", f"SCHOOLJAAR {year}-{year + 1}"))
        return label, notation.in_school_year(year, label)
    usual = f"Aanschaf {year}", f"Aangeschaft in {year}", f"Gekocht {year}"
    other = f"In {year} gekocht", f"AANKOOP {year}", f"--- {year} ---"
    label = year if way == "year" else rng.say(usual, other)
    return label, notation.in_year(year, label)


def merged_years(book: Book) -> Sample:
    """The year once in the first column, merged over the lots bought then."""
    rng = book.rng
    sheet = book.sheet("Blad1")
    row = titles(book, sheet) + 1
    sheet.aside_line(row, "header", "Jaar", *[heading(rng, f) for f in ("kind", "model", "count", "place")])
    for year in sorted(rng.sample(range(2012, 2019), 4)):
        first = row + 1
        when = notation.in_year(year)
        for _ in range(rng.randint(2, 5)):
            row += 1
            model = rng.choice(COUNTED)
            text, count = model.spelled(rng), rng.randint(2, 25)
            kind = kind_word(rng, model.kind)
            sheet.line(row, [kind, text, notation.pieces(rng, count), rng.choice(("groep 4", "kar 2"))], 2)
            book.device(sheet, row, model, count, text=text, when=when)
        sheet.put(first, 1, year)
        sheet.merged.append(f"A{first}:A{row}")
    return finished(book)
