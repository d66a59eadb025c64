"""One plain list in every format a school sends: csv in its dialects, xlsm, xls, ods."""

from functools import partial

from tests.inventory.samples import notation
from tests.inventory.samples.book import OTHER_VOICE, Book, Sample
from tests.inventory.samples.flavour import heading, pupil, purchases, status_words, titles, vat
from tests.inventory.samples.ods import ods
from tests.inventory.samples.words import COUNTED, FORMULA_LIKE, kind_word, serial
from tests.inventory.samples.writing import csv_sample, finished, kept

DIALECTS = (
    (";", "utf-8", "\r\n"),
    (",", "utf-8-sig", "\n"),
    ("\t", "utf-8", "\n"),
    (";", "cp1252", "\r\n"),
    (";", "cp1252", "\r"),
    (",", "utf-8", "\r"),
)


def sample(seed: int) -> Sample:
    """The first six seeds are csv, then a workbook with macros' suffix, one of Excel 97 and one of LibreOffice."""
    way = seed % OTHER_VOICE
    if way < len(DIALECTS):
        return csv_sample(plain_list(seed, f"formats_{seed}"), *DIALECTS[way])  # the file's name is its sheet
    if way == 6:
        return finished(plain_list(seed, "Blad1"), ".xlsm")
    if seed == 7:
        return kept("formats_7")
    book = plain_list(seed, "Inventaris")
    name = f"formats_{seed}.ods"
    return Sample(name, partial(ods, book), book.truth(name))


def plain_list(seed: int, title: str) -> Book:
    """One device a row under one header, with people's names and accents in it."""
    book = Book("formats", seed)
    sheet = book.sheet(title)
    rng = book.rng
    row = titles(book, sheet) + 1 if seed % OTHER_VOICE > 5 or rng.random() < 0.4 else 1
    fields = ["kind", "model", "serial", "when", "price", "status", "user", "remark"]
    header = [heading(rng, f) for f in fields]
    sheet.aside_line(row, "header", *header)
    trap, named = row + rng.randint(1, 4), row + rng.randint(5, 9)
    for when in purchases(rng, rng.randint(10, 14)):
        row += 1
        model = rng.choice(COUNTED)
        text, number, price = model.spelled(rng), serial(rng, model), model.price + rng.choice((0.0, 0.95))
        status, word = status_words(rng)
        remark = rng.choice(
            ("", "", "scherm vervangen", "café, beneden", "oplader defect geweest; nu ok", "ruimte é12")
        )
        user = pupil(book) if rng.random() < 0.4 else ""
        written = text
        if row == named:  # a name where a model is asked for
            written = f"{text} {pupil(book)}"
            book.ask(sheet, row, "personal_data", "noemt een leerling", must=False)
        kind = kind_word(rng, model.kind)
        values = [kind, written, number, when, notation.euros(rng, price), word, user, remark]
        sheet.line(row, values)
        if row == trap:
            book.inert(sheet, row, len(fields), rng.choice(FORMULA_LIKE))
        book.device(
            sheet, row, model, text=text, serial=number, when=when, price=price, vat=vat(header[4]), status=status,
            status_source="text",
        )  # fmt: skip
    return book
