"""A header of two rows with merged cells, below title lines and room for a logo."""

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample, letters
from tests.inventory.samples.flavour import pupil, purchases, status_words
from tests.inventory.samples.words import COUNTED, FORMULA_LIKE, PLACES, kind_word, serial
from tests.inventory.samples.writing import finished

GROUPS = {
    "Device": ("kind", "brand", "model", "serial"),
    "Aanschaf": ("when", "price"),
    "Gebruik": ("place", "status", "user"),
}
TOPS = {
    "Device": ("Device", "Apparaat", "Gegevens apparaat"),
    "Aanschaf": ("Aanschaf", "Aankoop"),
    "Gebruik": ("Gebruik", "In de school"),
}
UNDER = {
    "kind": ("soort", "Soort"),
    "brand": ("merk", "Merk"),
    "model": ("type", "model"),
    "serial": ("serienr", "serienummer"),
    "when": ("datum", "wanneer", "d.d."),
    "price": ("prijs incl. btw", "bedrag per stuk", "prijs p.st. ex btw"),
    "place": ("lokaal", "locatie"),
    "status": ("status", "staat"),
    "user": ("naam", "gebruiker"),
}


def sample(seed: int) -> Sample:
    book = Book("two_row_headers", seed)
    rng = book.rng
    sheet = book.sheet(rng.choice(("Inventaris", "Blad1", "ICT-middelen")))
    row = 1
    if rng.random() < 0.6:  # an empty row or two, where the picture of the logo floats
        row += rng.randint(1, 3)
    for text in (book.school, f"Inventarislijst ICT {rng.choice(PLACES)}", "invullen door de ICT-coördinator")[
        : rng.randint(2, 3)
    ]:
        sheet.aside_line(row, "title", text)
        sheet.merged.append(f"A{row}:F{row}")
        row += 1
    top = row + rng.randint(0, 1)
    names = rng.sample(list(GROUPS), 3) if seed % 2 else list(GROUPS)
    fields: list[str] = []
    col = 1
    for name in names:
        members = [f for f in GROUPS[name] if f != "user" or rng.random() < 0.6]
        sheet.put(top, col, rng.choice(TOPS[name]), bold=True)
        sheet.merged.append(f"{letters(col)}{top}:{letters(col + len(members) - 1)}{top}")
        fields += members
        col += len(members)
    sheet.kinds[top] = "header"
    header = [rng.choice(UNDER[f]) for f in fields]
    sheet.aside_line(top + 1, "header", *header)
    if seed % 3 == 2:  # a column with one heading, as tall as both rows
        sheet.put(top, col, "Opmerkingen")
        sheet.merged.append(f"{letters(col)}{top}:{letters(col)}{top + 1}")
    row = top + 2
    for when in purchases(rng, rng.randint(12, 18)):
        model = rng.choice(COUNTED)
        number, price = serial(rng, model), float(model.price)
        status, word = status_words(rng)
        values: dict[str, object] = {
            "kind": kind_word(rng, model.kind), "brand": model.brand, "model": model.name, "serial": number,
            "when": when, "price": notation.euros(rng, price), "place": rng.choice(("groep 3", "kar 2", "aula")),
            "status": word, "user": pupil(book) if "user" in fields and rng.random() < 0.4 else None,
        }  # fmt: skip
        sheet.line(row, [values[f] for f in fields])
        book.device(
            sheet,
            row,
            model,
            text=model.brand,
            when=when,
            serial=number,
            price=price,
            status=status,
            status_source="text",
        )
        if seed % 3 == 2 and rng.random() < 0.3:
            book.inert(sheet, row, col, rng.choice(FORMULA_LIKE))
        row += 1
    if rng.random() < 0.5:
        stated = row - top - 2
        sheet.aside_line(row + 1, "total", f"Totaal: {stated} stuks")
    return finished(book)
