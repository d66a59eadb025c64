"""Counts split by who uses them or by whether they work: models in rows, a column for each answer."""

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Cell, Sample, Sheet, letters
from tests.inventory.samples.flavour import heading, purchases, titles
from tests.inventory.samples.words import BOARDS, CHROMEBOOKS, COUNTED, LAPTOPS, TABLETS, Model
from tests.inventory.samples.writing import finished

Facts = dict[str, object]
USERS: dict[str, Facts] = {
    "Leerlingen": {"audience": "leerlingen"},
    "Leerkrachten": {"audience": "personeel"},
    "Reserve": {"status": "reserve", "status_source": "text"},
}
STATES: dict[str, Facts] = {
    "In gebruik": {"status_source": "text"},
    "Defect": {"status": "defect", "status_source": "text"},
    "In reparatie": {"status": "in_reparatie", "status_source": "text"},
}
WORKS: dict[str, Facts] = {"werkt": {"status_source": "text"}, "defect": {"status": "defect", "status_source": "text"}}


def sample(seed: int) -> Sample:
    """0: by user, 1: by state, 2: groups against kinds, each kind with a column that works and one that does not."""
    book = Book("matrix_states", seed)
    sheet = book.sheet(book.rng.choice(("Blad1", "Telling", "Overzicht")))
    top = titles(book, sheet) + 1
    if seed % 3 == 2:
        two_tiers(book, sheet, top)
    else:
        by_answer(book, sheet, top, USERS if seed % 3 == 0 else STATES)
    return finished(book)


def by_answer(book: Book, sheet: Sheet, top: int, answers: dict[str, Facts]) -> None:
    """Model and year of purchase on the left, a count for each answer, their sum at the end."""
    rng = book.rng
    last = 3 + len(answers)
    sheet.aside_line(top, "header", heading(rng, "model"), heading(rng, "when"), *answers, "Totaal")
    row, whole = top, 0
    for model in rng.sample(COUNTED, rng.randint(5, 8)):
        row += 1
        text, when = model.spelled(rng), purchases(rng, 1)[0]
        sheet.line(row, [text, when])
        counts = [
            cell(book, sheet, row, 3 + place, model, text, when, facts) for place, facts in enumerate(answers.values())
        ]
        if not any(counts):
            counts[0] = rng.randint(2, 9)
            put(book, sheet, row, 3, model, counts[0], text, when, next(iter(answers.values())))
        sheet.put(row, last, Cell(f"=SUM(C{row}:{letters(last - 1)}{row})", cached=sum(counts)))
        whole += sum(counts)
    sheet.put(row + 1, 1, "Totaal")
    sheet.put(row + 1, last, whole)
    book.total(sheet, row + 1, last, whole, whole)


def cell(
    book: Book, sheet: Sheet, row: int, col: int, model: Model, text: str, when: notation.When, facts: Facts
) -> int:
    """A count now and then, else one of the ways to write nothing."""
    if book.rng.random() < 0.4:
        sheet.put(row, col, book.rng.choice((0, "-", "", "")))
        return 0
    count = book.rng.randint(1, 24)
    put(book, sheet, row, col, model, count, text, when, facts)
    return count


def put(
    book: Book, sheet: Sheet, row: int, col: int, model: Model, count: int, text: str, when: notation.When, facts: Facts
) -> None:
    sheet.put(row, col, count)
    book.device(sheet, row, model, count, text=text, col=col, when=when, **facts)


def two_tiers(book: Book, sheet: Sheet, top: int) -> None:
    """The kind in a merged cell over its two columns."""
    rng = book.rng
    kinds = [
        (rng.choice(CHROMEBOOKS), "Chromebooks"),
        (rng.choice(TABLETS), "Tablets"),
        (rng.choice(LAPTOPS), "Laptops"),
    ]
    kinds.append((rng.choice(BOARDS), "Digiborden"))
    sheet.kinds.update({top: "header", top + 1: "header"})
    sheet.put(top + 1, 1, "Groep")
    for place, (_, name) in enumerate(kinds):
        col = 2 + 2 * place
        sheet.put(top, col, name, bold=True)
        sheet.merged.append(f"{letters(col)}{top}:{letters(col + 1)}{top}")
        sheet.line(top + 1, list(WORKS), col)
    for row, group in enumerate(("1/2", "3", "4", "5", "6", "7", "8"), top + 2):
        sheet.put(row, 1, f"Groep {group}")
        for place, (model, name) in enumerate(kinds):
            for offset, facts in enumerate(WORKS.values()):
                count = rng.choice((0, 0, 1)) if offset or model.kind == "digibord" else rng.randint(2, 14)
                col = 2 + 2 * place + offset
                sheet.put(row, col, count or rng.choice((0, "")))
                if count:
                    about = facts | {"audience": "leerlingen", "location": f"Groep {group}"}
                    book.device(sheet, row, model, count, text=name, col=col, quiet=True, **about)
