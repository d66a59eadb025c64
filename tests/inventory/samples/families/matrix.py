"""Groups against kinds, a count in every cell."""

from tests.inventory.samples.book import Book, Cell, Sample, Sheet, letters
from tests.inventory.samples.flavour import teacher, titles
from tests.inventory.samples.words import BOARDS, CHROMEBOOKS, DESKTOPS, LAPTOPS, TABLETS, Model
from tests.inventory.samples.writing import finished

GROUPS = ("Groep 1/2", "Groep 3", "Groep 4", "Groep 5", "Groep 6", "Groep 7", "Groep 8")
BARE = {  # a heading that names the kind only: any brand would be a guess
    "chromebook": ("Chromebooks", "chromebook"),
    "tablet": ("tablets", "Tablets"),
    "laptop": ("Laptops", "laptop"),
    "desktop": ("PC's", "vaste pc's"),
    "digibord": ("Digibord", "Digiborden"),
}


def sample(seed: int) -> Sample:
    """Even seeds have the groups in rows, odd seeds in columns."""
    book = Book("matrix", seed)
    sheet = book.sheet(book.rng.choice(("Blad1", "Overzicht", "Devices per groep")))
    top = titles(book, sheet) + 1
    kinds = headings(book)
    groups = named_groups(book)
    across = bool(seed % 2)
    rows, columns = ([k[1] for k in kinds], groups) if across else (groups, [k[1] for k in kinds])
    sheet.aside_line(top, "header", book.rng.choice(("", "Groep", "lokaal")) if not across else "Soort", *columns)
    last = len(columns) + 2
    sheet.put(top, last, "Totaal")
    sums = [0] * len(columns)
    for number, label in enumerate(rows):
        row, total = top + 1 + number, 0
        sheet.put(row, 1, label)
        for place in range(len(columns)):
            model, stated = kinds[number if across else place]
            group = groups[place if across else number]
            count = cell(book, sheet, row, place + 2, model, stated, group)
            sums[place] += count
            total += count
        sheet.put(row, last, Cell(f"=SUM(B{row}:{letters(last - 1)}{row})", cached=total))
        if not any(d["row"] == row for d in book.devices):
            sheet.kinds[row] = "section"
    totals(book, sheet, top + 2 + len(rows) - 1, sums)
    return finished(book)


def headings(book: Book) -> list[tuple[Model, str]]:
    """Kinds with their heading: a bare kind, or a model with its brand."""
    rng = book.rng
    picked = [rng.choice(c) for c in (CHROMEBOOKS, TABLETS, LAPTOPS, BOARDS)] + [rng.choice(DESKTOPS)] * (
        rng.random() < 0.5
    )
    if rng.random() < 0.5:
        return [(model, rng.choice(BARE[model.kind])) for model in picked]
    return [(model, rng.choice(model.spellings)) for model in picked]


def named_groups(book: Book) -> list[str]:
    """The groups of a school, some with a teacher's name, then those that are no group."""
    rng = book.rng
    groups = [f"{group} ({teacher(book)})" if rng.random() < 0.2 else group for group in GROUPS]
    return [*groups, rng.choice(("Leerplein", "Mediatheek")), rng.choice(("Personeel", "Team", "Directie")), "Reserve"]


def cell(book: Book, sheet: Sheet, row: int, col: int, model: Model, stated: str, group: str) -> int:
    """A count in one of its notations, and the devices it stands for."""
    rng = book.rng
    chance = rng.random()
    if chance < 0.25:
        sheet.put(row, col, rng.choice((0, "-", "", "", "geen")))
        return 0
    count = 1 if model.kind == "digibord" else rng.randint(2, 16)
    facts = about(group)
    broken = 0
    if chance > 0.95 and model.kind != "digibord" and facts.get("status") is None:
        broken = 1
        sheet.put(row, col, f"{count} ({broken} defect)")
    else:
        sheet.put(row, col, rng.choice((count, count, count, f"{count}x", f" {count}", str(count))))
    common = {"text": stated, "col": col, "location": group, "quiet": True}
    book.device(sheet, row, model, count - broken, **common, **facts)
    if broken:
        book.device(sheet, row, model, broken, **common, **facts | {"status": "defect", "status_source": "text"})
        book.ask(sheet, row, "mixed_status_in_lot", f"{broken} van de {count} is defect", accept=("split_lot",))
    return count


def about(group: str) -> dict[str, object]:
    """What the group says: staff do not count, a reserve is a question."""
    if group in ("Personeel", "Team", "Directie"):
        return {"audience": "personeel"}
    if group == "Reserve":
        return {"status": "reserve", "status_source": "text"}
    return {"audience": "leerlingen"} if group.startswith("Groep") else {}


def totals(book: Book, sheet: Sheet, row: int, sums: list[int]) -> None:
    """A total under every column; in one workbook of three a number that is off."""
    wrong = book.rng.randrange(len(sums)) if book.rng.random() < 0.35 else -1
    sheet.put(row, 1, book.rng.choice(("Totaal", "TOTAAL", "totaal devices")))
    for place, real in enumerate(sums):
        stated = real + (3 if place == wrong else 0)
        sheet.put(row, place + 2, stated)
        book.total(sheet, row, place + 2, stated, real)
    sheet.put(row, len(sums) + 2, sum(sums))
