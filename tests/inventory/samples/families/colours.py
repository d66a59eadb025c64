"""What a colour says: a word with a legend, a question without one; a line through a row is the end of it."""

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample, Sheet
from tests.inventory.samples.flavour import heading, pupil, purchases, titles
from tests.inventory.samples.words import COUNTED, Voice, kind_word, serial
from tests.inventory.samples.writing import finished

FILLS = {  # Excel's own palette; a legend in words only works with these
    "rood": "FF0000",
    "geel": "FFFF00",
    "groen": "92D050",
    "oranje": "FFC000",
    "blauw": "00B0F0",
}
THEMED = {
    "rood": "theme 5 0.4",
    "geel": "theme 7 0.6",
    "groen": "theme 9 0.4",
    "oranje": "theme 5 0.6",
    "blauw": "theme 4 0.6",
}
MEANINGS = {
    "defect": ("defect", "kapot", "stuk"),
    "in_reparatie": ("in reparatie", "ter reparatie"),
    "personeel": ("personeel", "van de leerkracht", "laptop personeel"),
    "afgevoerd": ("afgevoerd", "weg"),
    "reserve": ("reserve",),
}


def sample(seed: int) -> Sample:
    """Legend 0 below, 1 above, 2 nowhere, 4 at the right, 5 on a sheet, 6 against a status; 3 lines through rows."""
    book = Book("colours", seed)
    rng, style = book.rng, seed % 7
    sheet = book.sheet(rng.choice(("Blad1", "Inventaris", "lijst 2018")))
    row = titles(book, sheet) + 1
    shades = THEMED if style == 6 else FILLS
    colours = dict(zip(rng.sample(list(shades), 3), rng.sample(list(MEANINGS), 3), strict=True))
    if style == 1:
        row = legend(rng, sheet, row, colours, shades) + 1
    last = {6: "status"}.get(style, rng.choice(("user", "remark")))
    fields = ["kind", "model", "serial", "when", "place", last]
    sheet.aside_line(row, "header", *[heading(rng, f) for f in fields], fill="D9D9D9", bold=True)
    top = row
    for when in purchases(rng, rng.randint(16, 24)):
        row += 1
        line(book, sheet, row, fields, when, colours, shades, style)
    if style in (0, 6):
        legend(rng, sheet, row + 2, colours, shades)
    elif style == 4:
        legend(rng, sheet, top, colours, shades, start=8, aside=False)
    elif style == 5:
        legend(rng, book.sheet("Legenda", aside="legend"), 1, colours, shades, aside=False)
    return finished(book)


def legend(
    rng: Voice,
    sheet: Sheet,
    row: int,
    colours: dict[str, str],
    shades: dict[str, str],
    *,
    start: int = 1,
    aside: bool = True,
) -> int:
    """What the colours mean, in one of four ways; the next free row."""
    way = rng.choice(("swatch", "filled") if shades is THEMED else ("words", "bare words", "swatch", "filled"))
    sheet.put(row, start, rng.choice(("Legenda", "Betekenis kleuren:", "kleuren:")))
    first = row
    for colour, meaning in colours.items():
        row += 1
        word = rng.choice(MEANINGS[meaning])
        if way in ("words", "bare words"):
            other = f"{colour}: {word}", f"{colour.upper()} IS {word.upper()}", f"{word} ({colour})"
            sheet.put(
                row, start, rng.say((f"{colour} = {word}",), other), fill=shades[colour] if way == "words" else None
            )
        elif way == "swatch":
            sheet.put(row, start, "", fill=shades[colour])
            sheet.put(row, start + 1, word)
        else:
            sheet.put(row, start, word, fill=shades[colour])
    if aside:
        sheet.kinds.update(dict.fromkeys(range(first, row + 1), "legend"))
    return row + 1


def line(
    book: Book,
    sheet: Sheet,
    row: int,
    fields: list[str],
    when: notation.When,
    colours: dict[str, str],
    shades: dict[str, str],
    style: int,
) -> None:
    """A device, its row or only its name marked now and then."""
    rng = book.rng
    model = rng.choice(COUNTED)
    text, number = model.spelled(rng), serial(rng, model)
    marked = rng.random() < 0.3
    colour = rng.choice(list(colours)) if marked and style != 3 else None
    facts: dict[str, object] = {}
    status = ""
    if marked and style == 3:
        facts = {"status": "afgevoerd", "status_source": "strike"}
    elif colour and style == 2:  # nobody knows what it means: as it stands, and ask
        book.ask(sheet, row, "colour_without_legend", "de kleur heeft geen uitleg", must=False)
        facts = {"policy": True}
    elif colour and style == 6 and colours[colour] in ("defect", "afgevoerd") and rng.random() < 0.5:
        status = "in gebruik"
        book.ask(sheet, row, "conflicting_status", "kleur en status spreken elkaar tegen")
        facts = {"policy": True}
    elif colour:
        facts = meaning(colours[colour])
    values: dict[str, object] = {
        "kind": kind_word(rng, model.kind),
        "model": text,
        "serial": number,
        "when": when,
        "place": rng.choice(("groep 6", "kar 1", "Lokaal 9", "mediatheek")),
        "user": pupil(book) if "user" in fields and rng.random() < 0.4 else None,
        "status": status,
    }
    whole = rng.random() < 0.7
    for column, field in enumerate(fields, 1):
        shade = shades[colour] if colour and (whole or column == 2) else None
        value = values.get(field)
        sheet.put(row, column, "" if value is None else value, fill=shade, strike=marked and style == 3)
    book.device(sheet, row, model, text=text, serial=number, when=when, **facts)


def meaning(word: str) -> dict[str, object]:
    if word == "personeel":
        return {"audience": "personeel"}
    return {"status": word, "status_source": "fill"}
