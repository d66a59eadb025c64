"""One plain list in every format a school sends: csv in its dialects, xlsm, xls, ods."""

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sample
from tests.inventory.samples.flavour import heading, pupil, purchases, status_words, titles, vat
from tests.inventory.samples.words import COUNTED, KIND_WORDS, serial
from tests.inventory.samples.writing import csv_sample, finished

DIALECTS = (
    (";", "utf-8", "\r\n"),
    (",", "utf-8-sig", "\n"),
    ("\t", "utf-8", "\n"),
    (";", "cp1252", "\r\n"),
    (";", "cp1252", "\r"),
    (",", "utf-8", "\r"),
)


def sample(seed: int) -> Sample:
    """The first six seeds are csv, the seventh a workbook with macros' suffix."""
    book = Book("formats", seed)
    dialect = DIALECTS[seed] if seed < len(DIALECTS) else None
    rng = book.rng
    sheet = book.sheet(f"formats_{seed}" if dialect else "Blad1")
    row = titles(book, sheet) + 1 if not dialect or rng.random() < 0.4 else 1
    fields = ["kind", "model", "serial", "when", "price", "status", "user", "remark"]
    header = [heading(rng, f) for f in fields]
    sheet.aside_line(row, "header", *header)
    for when in purchases(rng, rng.randint(10, 14)):
        row += 1
        model = rng.choice(COUNTED)
        text, number, price = model.spelled(rng), serial(rng, model), model.price + rng.choice((0.0, 0.95))
        status, word = status_words(rng)
        remark = rng.choice(
            ("", "", "scherm vervangen", "café, beneden", "oplader defect geweest; nu ok", "ruimte é12")
        )
        user = pupil(book) if rng.random() < 0.4 else ""
        values = [
            rng.choice(KIND_WORDS[model.kind]),
            text,
            number,
            when,
            notation.euros(rng, price),
            word,
            user,
            remark,
        ]
        sheet.line(row, values)
        book.device(
            sheet, row, model, text=text, serial=number, when=when, price=price, vat=vat(header[4]), status=status,
            status_source="text",
        )  # fmt: skip
    if dialect:
        return csv_sample(book, *dialect)
    return finished(book, ".xlsm")
