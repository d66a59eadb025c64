"""A table on its side: the fields down the first column, a device or lot in every other."""

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample
from tests.inventory.samples.flavour import heading, pupil, purchases, status_words, titles, vat
from tests.inventory.samples.words import ALL, COUNTED, kind_word, serial
from tests.inventory.samples.writing import finished


def sample(seed: int) -> Sample:
    """Even seeds hold lots with a count, odd seeds single devices with a serial."""
    book = Book("transposed", seed)
    rng = book.rng
    sheet = book.sheet(rng.choice(("Blad1", "Overzicht", "ICT")))
    top = titles(book, sheet) + 1
    lots = seed % 2 == 0
    fields = (
        ["kind", "model", "count", "when", "price", "place"]
        if lots
        else ["kind", "model", "serial", "when", "status", "user"]
    )
    if rng.random() < 0.5:
        fields[:2] = ["model", "kind"]
    names = [heading(rng, field) for field in fields]
    numbered = rng.random() < 0.5
    if numbered:
        sheet.put(top, 1, rng.choice(("Nr", "nummer")))
    first = top + numbered
    for offset, name in enumerate(names):
        sheet.put(first + offset, 1, name, bold=True)
    last = 2 + rng.randint(5, 9)
    for col in range(2, last):
        if numbered:
            sheet.put(top, col, col - 1)
        model = rng.choice(COUNTED if rng.random() < 0.8 else ALL)
        text, when = model.spelled(rng), purchases(rng, 1)[0]
        amount = notation.amount(rng, rng.randint(2, 30)) if lots else notation.Amount(1, 1)
        number = None if lots else serial(rng, model)
        status, word = ("in_gebruik", "") if lots else status_words(rng)
        price = float(model.price) if lots and rng.random() < 0.8 else None
        values: dict[str, object] = {
            "kind": kind_word(rng, model.kind),
            "model": text,
            "count": amount,
            "serial": number,
            "when": when,
            "price": notation.euros(rng, price) if price else rng.choice(("?", "-", "gift")),
            "place": rng.choice(("groep 5", "kar 1", "Lokaal 2")),
            "status": word,
            "user": pupil(book) if not lots and rng.random() < 0.5 else None,
        }
        for offset, field in enumerate(fields):
            sheet.put(first + offset, col, values[field])
        source, tax = ("default" if lots else "text"), vat(names[fields.index("price")]) if lots else "unknown"
        rows = {"when_row": first + fields.index("when"), "count_row": first + fields.index("count") if lots else None}
        facts = {"when": when, "serial": number, "price": price, "vat": tax, "status": status, "status_source": source}
        book.device(sheet, first, model, amount, col=col, text=text, **rows, **facts)
    if lots and rng.random() < 0.5:  # a column that adds up
        sheet.put(first, last, rng.choice(("Totaal", "totaal")))
        sheet.put(first + fields.index("count"), last, sum(device["count"] for device in book.devices))
    sheet.parts.update(range(first + 1, first + len(fields)))
    if numbered:
        sheet.kinds[top] = "header"
    return finished(book)
