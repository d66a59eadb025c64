"""What a colour says: a word with a legend, a question without one; a line through a row is the end of it."""

from random import Random

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample, Sheet
from tests.inventory.samples.flavour import heading, pupil, purchases, titles
from tests.inventory.samples.words import COUNTED, KIND_WORDS, serial
from tests.inventory.samples.writing import finished

FILLS = {"rood": "FF9999", "geel": "FFFF99", "groen": "99CC99", "oranje": "FFCC66", "blauw": "9DC3E6"}
MEANINGS = {
    "defect": ("defect", "kapot", "stuk"),
    "in_reparatie": ("in reparatie", "ter reparatie"),
    "personeel": ("personeel", "van de leerkracht", "laptop personeel"),
    "afgevoerd": ("afgevoerd", "weg"),
    "reserve": ("reserve",),
}


def sample(seed: int) -> Sample:
    """0: legend below, 1: legend above, 2: colours without legend, 3: lines through rows."""
    book = Book("colours", seed)
    rng, style = book.rng, seed % 4
    sheet = book.sheet(rng.choice(("Blad1", "Inventaris", "lijst 2018")))
    row = titles(book, sheet) + 1
    colours = dict(zip(rng.sample(list(FILLS), 3), rng.sample(list(MEANINGS), 3), strict=True))
    if style == 1:
        row = legend(rng, sheet, row, colours) + 1
    fields = ["kind", "model", "serial", "when", "place"] + (["user"] if rng.random() < 0.5 else ["remark"])
    sheet.aside_line(row, "header", *[heading(rng, f) for f in fields], fill="D9D9D9", bold=True)
    for when in purchases(rng, rng.randint(16, 24)):
        row += 1
        line(book, sheet, row, fields, when, colours, style)
    if style == 0:
        legend(rng, sheet, row + 2, colours)
    return finished(book)


def legend(rng: Random, sheet: Sheet, row: int, colours: dict[str, str]) -> int:
    """What the colours mean, in one of three ways; the next free row."""
    way = rng.choice(("words", "swatch", "filled"))
    sheet.aside_line(row, "legend", rng.choice(("Legenda", "Betekenis kleuren:", "kleuren:")))
    for colour, meaning in colours.items():
        row += 1
        word = rng.choice(MEANINGS[meaning])
        if way == "words":
            sheet.aside_line(row, "legend", f"{colour} = {word}", fill=FILLS[colour] if rng.random() < 0.7 else None)
        elif way == "swatch":
            sheet.aside_line(row, "legend", "")
            sheet.put(row, 1, "", fill=FILLS[colour])
            sheet.put(row, 2, word)
        else:
            sheet.aside_line(row, "legend", word, fill=FILLS[colour])
    if way == "words" and not all((r, 1) in sheet.cells and sheet.cells[r, 1].fill for r in range(row - 2, row + 1)):
        for offset, colour in enumerate(colours):  # the word of the colour must find its shade
            at = sheet.cells[row - 2 + offset, 1]
            sheet.put(row - 2 + offset, 1, at.value, fill=FILLS[colour])
    return row + 1


def line(
    book: Book, sheet: Sheet, row: int, fields: list[str], when: notation.When, colours: dict[str, str], style: int
) -> None:
    rng = book.rng
    model = rng.choice(COUNTED)
    text, number = model.spelled(rng), serial(rng, model)
    values: dict[str, object] = {
        "kind": rng.choice(KIND_WORDS[model.kind]), "model": text, "serial": number, "when": when,
        "place": rng.choice(("groep 6", "kar 1", "Lokaal 9", "mediatheek")),
        "user": pupil(book) if "user" in fields and rng.random() < 0.4 else None,
    }  # fmt: skip
    marked = rng.random() < 0.3
    colour = rng.choice(list(colours)) if marked and style != 3 else None
    facts: dict[str, object] = {}
    if marked and style == 3:
        facts = {"status": "afgevoerd", "status_source": "strike"}
    elif colour and style != 2:
        facts = meaning(colours[colour])
    cells = [values.get(f) for f in fields]
    whole = rng.random() < 0.7
    for column, value in enumerate(cells, 1):
        shade = FILLS[colour] if colour and (whole or column == 2) else None
        sheet.put(row, column, "" if value is None else value, fill=shade, strike=marked and style == 3)
    if colour and style == 2:  # nobody knows what it means: as it stands, and ask
        book.ask(sheet, row, "colour_without_legend", "de kleur heeft geen uitleg", must=False)
        facts = {"policy": True}
    book.device(sheet, row, model, text=text, serial=number, when=when, **facts)


def meaning(word: str) -> dict[str, object]:
    if word == "personeel":
        return {"audience": "personeel"}
    return {"status": word, "status_source": "fill"}
