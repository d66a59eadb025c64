"""One small block of label and value for every device, stacked or two or three across."""

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample, Sheet
from tests.inventory.samples.flavour import pupil, purchases, status_words, titles
from tests.inventory.samples.words import ALL, COUNTED, KIND_WORDS, UNKNOWN_WORDS, Model, kind_word, serial
from tests.inventory.samples.writing import finished

LABELS = {
    "kind": ("Soort", "Apparaat", "Device"),
    "brand": ("Merk", "Fabrikant", "merk"),
    "model": ("Type", "Model", "type"),
    "serial": ("Serienummer", "S/N", "Serienr"),
    "when": ("Aanschaf", "Aanschafdatum", "Gekocht"),
    "price": ("Prijs", "Aanschafprijs"),
    "place": ("Locatie", "Waar", "Lokaal"),
    "user": ("Gebruiker", "Leerling", "Naam"),
    "status": ("Status", "Staat"),
}


OTHER_LABELS = {
    "kind": ("Soort apparaat", "SOORT"),
    "brand": ("Merk apparaat", "MERK"),
    "model": ("Typenummer", "MODEL"),
    "serial": ("Serial number", "SERIENR."),
    "when": ("Datum aankoop", "Gekocht op", "AANSCHAF"),
    "price": ("Kosten", "PRIJS"),
    "place": ("Staat in", "LOKAAL"),
    "user": ("Van wie", "Naam leerling"),
    "status": ("Toestand", "STATUS"),
}


def sample(seed: int) -> Sample:
    """Cards: 0 stacked in two cells, 1 "Merk: HP" in one cell, 2 two or three across, 3 and 4 with a title above."""
    book = Book("device_blocks", seed)
    rng = book.rng
    sheet = book.sheet(rng.choice(("Blad1", "Kaarten", "apparaten")))
    words = {field: rng.say(options, OTHER_LABELS[field]) for field, options in LABELS.items()}
    fields = ["kind", "brand", "model", "serial", "when", *rng.sample(["price", "place", "user", "status"], 3)]
    style = seed % 5
    if style == 4:
        fields.remove("kind")  # the title says it
    across = rng.choice((2, 3)) if style == 2 else 1
    colon = style == 1 or rng.random() < 0.4
    row = titles(book, sheet) + 1
    for number in range(rng.randint(4, 7)):
        if style == 3:
            sheet.aside_line(row, "section", f"Apparaat {number + 1}")
            row += 1
        model = rng.choice(COUNTED if rng.random() < 0.85 else ALL)
        if style == 4:
            sheet.aside_line(row, "section", f"{KIND_WORDS[model.kind][0].strip()} {number + 1}", bold=True)
            row += 1
        for place in range(across):
            if place and number == 3 and rng.random() < 0.5:
                break  # the last card of a line may be missing
            card(book, sheet, row, 1 + place * 3, model, words, fields, one_cell=style == 1, colon=colon)
            model = rng.choice(COUNTED)
        sheet.parts.update(range(row + 1, row + len(fields)))
        row += len(fields) + rng.choice((1, 1, 2))
    return finished(book)


def card(
    book: Book,
    sheet: Sheet,
    row: int,
    col: int,
    model: Model,
    words: dict[str, str],
    fields: list[str],
    *,
    one_cell: bool,
    colon: bool,
) -> None:
    facts, values = described(book, model, fields)
    for offset, field in enumerate(fields):
        value = values.get(field)
        if one_cell:
            shown = value.cell if isinstance(value, notation.When) else value
            form = value.form if isinstance(value, notation.When) else None
            shown = f"{shown:%d-%m-%Y}" if form else shown
            sheet.put(row + offset, col, f"{words[field]}: {'' if shown is None else shown}".strip())
        else:
            sheet.put(row + offset, col, words[field] + (":" if colon else ""))
            sheet.put(row + offset, col + 1, value)
    book.device(sheet, row, model, text=model.brand, col=col, when_row=row + fields.index("when"), **facts)


def described(book: Book, model: Model, fields: list[str]) -> tuple[dict[str, object], dict[str, object]]:
    """What the truth says of a device, and what its card shows."""
    rng = book.rng
    when, number = purchases(rng, 1)[0], serial(rng, model) if rng.random() < 0.9 else None
    status, word = status_words(rng) if "status" in fields else ("in_gebruik", "")
    price = model.price + rng.choice((0, 10, 0.5)) if "price" in fields and rng.random() < 0.8 else None
    values: dict[str, object] = {
        "kind": kind_word(rng, model.kind),
        "brand": model.brand,
        "model": model.name,
        "serial": number or rng.choice(("nvt", "", "onbekend")),
        "when": when,
        "price": notation.euros(rng, price) if price else rng.choice(UNKNOWN_WORDS),
        "place": rng.choice(("groep 7", "Lokaal 3", "kar 2", "mediatheek")),
        "status": word,
    }
    if "user" in fields and rng.random() < 0.6:
        values["user"] = pupil(book)
    facts: dict[str, object] = {"when": when, "serial": number, "price": price, "status": status}
    facts["status_source"] = "text" if "status" in fields else "default"
    return facts, values
