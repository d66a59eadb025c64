"""Groups against kinds, a count in every cell."""

from collections.abc import Callable
from typing import Any

from tests.inventory.samples.book import Book, Cell, Sample, Sheet, letters
from tests.inventory.samples.flavour import teacher, titles
from tests.inventory.samples.notation import in_school_year, in_year
from tests.inventory.samples.words import BOARDS, CHROMEBOOKS, DESKTOPS, LAPTOPS, OTHER_PLURALS, TABLETS, Model
from tests.inventory.samples.writing import finished

Draw = Callable[[int, int, int, int], int]  # place in rows and columns, cell's row and column; the count
GROUPS = ("Groep 1/2", "Groep 3", "Groep 4", "Groep 5", "Groep 6", "Groep 7", "Groep 8")
BARE = {  # a heading that names the kind only: any brand would be a guess
    "chromebook": ("Chromebooks", "chromebook"),
    "tablet": ("tablets", "Tablets"),
    "laptop": ("Laptops", "laptop"),
    "desktop": ("PC's", "vaste pc's"),
    "digibord": ("Digibord", "Digiborden"),
}


def sample(seed: int) -> Sample:
    """0: groups in rows, 1: groups in columns, 2: with pupils and teachers beside, 3 and 4: models by year."""
    book = Book("matrix", seed)
    sheet = book.sheet(book.rng.choice(("Blad1", "Overzicht", "Devices per groep")))
    top = titles(book, sheet) + 1
    way = seed % 5
    if way in (3, 4):
        by_year(book, sheet, top, school_years=way == 4)
        return finished(book)
    kinds, groups = headings(book), named_groups(book)
    names = [name for _, name in kinds]
    if way == 1:
        table(
            book, sheet, top, "Soort", names, groups,
            lambda r, c, row, col: cell(book, sheet, row, col, *kinds[r], groups[c]),
        )  # fmt: skip
    else:
        corner = book.rng.choice(("", "Groep", "lokaal"))
        beside = people_columns(book, sheet, top, groups) if way == 2 else 0
        table(
            book, sheet, top, corner, groups, names,
            lambda r, c, row, col: cell(book, sheet, row, col, *kinds[c], groups[r]), beside,
        )  # fmt: skip
    return finished(book)


def table(
    book: Book, sheet: Sheet, top: int, corner: str, rows: list[str], columns: list[Any], draw: Draw, beside: int = 0
) -> None:
    """Labels, cells and totals; `beside` columns between the labels and the counts hold something else."""
    first = 2 + beside
    last = first + len(columns)
    sheet.kinds[top] = "header"
    sheet.put(top, 1, corner)
    sheet.line(top, [*columns, book.rng.choice(("Totaal", "totaal"))], first, bold=True)
    sums = [0] * len(columns)
    for number, label in enumerate(rows):
        row = top + 1 + number
        sheet.put(row, 1, label)
        counts = [draw(number, place, row, first + place) for place in range(len(columns))]
        sums = [total + count for total, count in zip(sums, counts, strict=True)]
        sheet.put(row, last, Cell(f"=SUM({letters(first)}{row}:{letters(last - 1)}{row})", cached=sum(counts)))
        if not any(place["row"] == row for place in book.devices + book.unclear):
            sheet.kinds[row] = "section"
    totals(book, sheet, top + 1 + len(rows), first, sums)


def people_columns(book: Book, sheet: Sheet, top: int, groups: list[str]) -> int:
    """How many pupils a group has and who teaches it: neither is a device."""
    rng = book.rng
    sheet.line(
        top, [rng.choice(("Aantal leerlingen", "lln", "leerlingen")), rng.choice(("Leerkracht", "leerkracht(en)"))], 2
    )
    whole = 0
    for row, group in enumerate(groups, top + 1):
        if group.lower().startswith("groep"):
            number = rng.randint(17, 31)
            whole += number
            sheet.line(row, [number, teacher(book)], 2)
    book.pupils = whole
    sheet.put(top + 1 + len(groups), 2, whole)
    return 2


def by_year(book: Book, sheet: Sheet, top: int, *, school_years: bool) -> None:
    """Models against the years they were bought in."""
    rng = book.rng
    start = rng.randint(2011, 2014)
    models = [*rng.sample(CHROMEBOOKS, 3), *rng.sample(TABLETS, 2), rng.choice(LAPTOPS), rng.choice(BOARDS)]
    texts = [model.spelled(rng) for model in models]
    years = range(start, start + 5)
    whens = [in_school_year(y, f"{y}-{y + 1}") if school_years else in_year(y) for y in years]

    def draw(r: int, c: int, row: int, col: int) -> int:
        if rng.random() < 0.55:
            sheet.put(row, col, rng.choice((0, "-", "", "", "")))
            return 0
        count = rng.randint(1, 4) if models[r].kind == "digibord" else rng.randint(2, 24)
        sheet.put(row, col, count)
        book.device(sheet, row, models[r], count, text=texts[r], col=col, when=whens[c])
        return count

    table(book, sheet, top, rng.choice(("", "aangeschaft in", "Merk/type")), texts, [when.cell for when in whens], draw)


def headings(book: Book) -> list[tuple[Model, str]]:
    """Kinds with their heading: a bare kind, or a model with its brand."""
    rng = book.rng
    picked = [rng.choice(c) for c in (CHROMEBOOKS, TABLETS, LAPTOPS, BOARDS)] + [rng.choice(DESKTOPS)] * (
        rng.random() < 0.5
    )
    if rng.random() < 0.5:
        return [(model, rng.say(BARE[model.kind], OTHER_PLURALS[model.kind])) for model in picked]
    return [(model, model.spelled(rng)) for model in picked]


def named_groups(book: Book) -> list[str]:
    """The groups of a school, some with a teacher's name, then those that are no group."""
    rng = book.rng
    if rng.other:
        return [*(f"groep {name}" for name in ("1/2a", "1/2b", "3", "4/5", "6", "7/8")), "hal", "directie", "reserve"]
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
    if chance < 0.27:
        sheet.put(row, col, rng.choice(("?", "ca. 10", "5 à 6")))
        book.ask(sheet, row, "quantity_unclear", f"aantal is niet bepaald bij {group}")
        return 0
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
    if group.lower() in ("personeel", "team", "directie"):
        return {"audience": "personeel"}
    if group.lower() == "reserve":
        return {"status": "reserve", "status_source": "text"}
    return {"audience": "leerlingen"} if group.lower().startswith("groep") else {}


def totals(book: Book, sheet: Sheet, row: int, first: int, sums: list[int]) -> None:
    """A total under every column; in one workbook of three a number that is off."""
    wrong = book.rng.randrange(len(sums)) if book.rng.random() < 0.35 else -1
    sheet.put(row, 1, book.rng.choice(("Totaal", "TOTAAL", "totaal devices")))
    for place, real in enumerate(sums):
        stated = real + (3 if place == wrong else 0)
        sheet.put(row, first + place, stated)
        book.total(sheet, row, first + place, stated, real)
    sheet.put(row, first + len(sums), sum(sums))
