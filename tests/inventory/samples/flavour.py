"""What surrounds a list in a real workbook: titles above, remarks with names, sheets that are something else."""

from datetime import date

from tests.inventory.samples import notation
from tests.inventory.samples.book import Book, Sheet
from tests.inventory.samples.words import OTHER_STATUS_WORDS, PLACES, PUPILS, STATUS_WORDS, TEACHERS, Model, Voice

HEADINGS = {
    "kind": ("Soort", "soort", "Device", "Type apparaat"),
    "model": ("Merk/type", "Merk en type", "Omschrijving", "Artikel", "Merk / model"),
    "serial": ("Serienummer", "serie nr", "S/N", "Serienr."),
    "count": ("Aantal", "aantal", "Aantl", "# stuks"),
    "when": ("Aanschaf", "Aanschafdatum", "aankoop dd", "Datum aanschaf", "Aankoopdatum"),
    "price": ("Prijs (incl. BTW)", "Prijs per stuk incl. btw", "Prijs ex btw", "stuksprijs (excl. BTW)"),
    "place": ("Locatie", "Waar", "Ruimte", "Lokaal/groep"),
    "status": ("Status", "status", "Staat"),
    "remark": ("Opmerkingen", "opm.", "Opmerking", "Bijzonderheden"),
    "user": ("Gebruiker", "Leerling", "In gebruik bij", "Naam"),
}


OTHER_HEADINGS = {
    "kind": ("apparaat", "SOORT", "Type device"),
    "model": ("merk & type", "Naam apparaat", "MERK/TYPE", "Apparaat (merk en type)"),
    "serial": ("serial", "SERIENUMMER", "serienr / SN", "Serial number"),
    "count": ("st.", "AANTAL", "hoeveel", "Aant."),
    "when": ("jaar van aanschaf", "GEKOCHT OP", "aangeschaft", "Aanschaf (datum)"),
    "price": ("prijs per st. incl BTW", "Kosten per stuk (excl. btw)", "PRIJS P/ST INCL."),
    "place": ("staat in", "LOKAAL", "plek", "Groep/lokaal"),
    "status": ("toestand", "STATUS", "werkt?"),
    "remark": ("bijz.", "OPMERKINGEN", "notities", "toelichting"),
    "user": ("van wie", "NAAM LEERLING", "gebruikt door", "leerling/leerkracht"),
}


def heading(rng: Voice, field: str) -> str:
    return rng.say(HEADINGS[field], OTHER_HEADINGS[field])


def vat(header: str) -> str:
    return "incl" if "incl" in header.lower() else "excl"


def titles(book: Book, sheet: Sheet, row: int = 1) -> int:
    """One to three lines above a list; the next free row."""
    rng = book.rng
    school = book.school or "alle scholen"
    place = rng.choice(PLACES)
    usual = f"Inventaris ICT {school}", f"{school} - overzicht devices", f"ICT-middelen {school} te {place}"
    other = f"Devices van {school}", f"{school}: wat staat waar?", f"COMPUTERS EN TABLETS {school.upper()}"
    lines = [rng.say(usual, other)]
    if rng.random() < 0.6:
        on = book.as_of = date(2018, rng.randint(9, 12), rng.randint(1, 28))
        usual = f"bijgewerkt: {on:%-d-%-m-%Y}", f"Stand per {on:%d-%m-%Y}"
        lines.append(rng.say(usual, (f"laatst aangepast {on:%d-%m-%Y}", f"peildatum {on:%-d-%-m-%Y}")))
    if rng.random() < 0.4:
        usual = "ICT-coördinator: zie teamsite", "oude lijst staat op de server"
        lines.append(rng.say(usual, ("wijzigingen doorgeven aan de ICT-er a.u.b.", "wordt nog aangevuld!")))
    for line in lines:
        sheet.aside_line(row, "title", line)
        row += 1
    return row + rng.randint(0, 1)


def purchases(rng: Voice, count: int, low: int = 2013, high: int = 2018) -> list[notation.When]:
    """Moments in mixed notation, one in nine unknown, one in twenty a day that never was."""
    return [purchase(rng, low, high) for _ in range(count)]


def purchase(rng: Voice, low: int, high: int) -> notation.When:
    chance = rng.random()
    if chance < 0.05:
        return notation.impossible(rng)
    return notation.unknown(rng) if chance < 0.16 else notation.some(rng, low, high)


def status_words(rng: Voice) -> tuple[str, str]:
    """A status and a word for it; mostly in use."""
    status = rng.choice(("in_gebruik",) * 7 + ("defect", "afgevoerd", "reserve", "in_reparatie"))
    return status, rng.say(STATUS_WORDS[status], OTHER_STATUS_WORDS[status])


def pupil(book: Book) -> str:
    """A pupil's name, to be kept out of everything."""
    name = book.rng.choice(PUPILS)
    book.personal.add(name)
    return name


def teacher(book: Book) -> str:
    name = book.rng.choice(TEACHERS)
    book.staff.add(name)
    return name


def lot_of(rng: Voice, models: tuple[Model, ...], low: int = 3, high: int = 30) -> tuple[Model, str, int]:
    """A model, the way it is written here, and how many."""
    model = rng.choice(models)
    return model, model.spelled(rng), rng.randint(low, high)


def distinct(rng: Voice, models: tuple[Model, ...], count: int) -> list[Model]:
    return rng.sample(list(models), min(count, len(models)))
