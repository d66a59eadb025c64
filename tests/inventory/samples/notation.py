"""The ways a moment, an amount or a number is written in a cell, each with what it means."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from tests.inventory.samples.words import DAYS, LONG_MONTHS, MONTHS, UNKNOWN_WORDS, Voice


@dataclass(frozen=True)
class When:
    """A purchase moment: the cell as written and the interval it states."""

    cell: object
    precision: str
    earliest: date | None
    latest: date | None
    approx: bool = False
    form: str | None = None  # Excel's number format

    @property
    def impossible(self) -> bool:
        return self.precision == "impossible"

    def truth(self) -> dict[str, object]:
        """The purchase of a truth file."""
        if self.impossible:
            return NEVER.truth()
        start = self.earliest.year - (self.earliest.month < 8) if self.earliest and self.precision != "year" else None
        return {
            "raw": "" if self.cell is None else str(self.cell),
            "precision": self.precision,
            "earliest": self.earliest.isoformat() if self.earliest else None,
            "latest": self.latest.isoformat() if self.latest else None,
            "school_year": f"{start}-{start + 1}" if start else None,
            "approx": self.approx,
        }


@dataclass(frozen=True)
class Amount:
    """A number of devices: the cell as written, and what it states; None where somebody has to say."""

    cell: object
    count: int | None


NEVER = When(None, "unknown", None, None)


USUAL_DAYS = ("cell", "d-m-y", "dd-mm-yyyy", "d mon", "d/m", "dots")
OTHER_DAYS = ("cell", "d long", "dashed month", "spaced", "weekday", "iso")


def unknown(rng: Voice) -> When:
    return When(rng.say(UNKNOWN_WORDS, ("???", "geen idee", "niet bekend", "n.v.t.")), "unknown", None, None)


def impossible(rng: Voice) -> When:
    """A day that never was, or is yet to come."""
    return When(rng.choice(("31-2-2016", "45-3-2016", "12-2081", "30-02-2015", "31-4-2017")), "impossible", None, None)


def day(rng: Voice, year: int, style: str | None = None) -> When:
    """A day, as a date cell or in one of the Dutch notations."""
    on = date(year, rng.randint(1, 12), rng.randint(1, 28))
    return on_day(on, style or rng.say(USUAL_DAYS, OTHER_DAYS))


def on_day(on: date, style: str = "cell") -> When:
    if style == "cell":
        return When(on, "day", on, on, form="dd-mm-yyyy")
    text = {
        "d-m-y": f"{on.day}-{on.month}-{on.year % 100:02}",
        "dd-mm-yyyy": f"{on:%d-%m-%Y}",
        "d mon": f"{on.day} {MONTHS[on.month - 1]} {on.year}",
        "d long": f"{on.day} {LONG_MONTHS[on.month - 1]} {on.year}",
        "d/m": f"{on.day}/{on.month}/{on.year}",
        "dots": f"{on.day}.{on.month}.{on.year}",
        "iso": on.isoformat(),
        "dashed month": f"{on.day}-{MONTHS[on.month - 1]}-{on.year % 100:02}",
        "spaced": f"{on.day} - {on.month} - {on.year}",
        "weekday": f"{DAYS[on.weekday()]} {on.day} {LONG_MONTHS[on.month - 1]} {on.year}",
        "us": f"{on.month}/{on.day}/{on.year}",
    }[style]
    return When(text, "day", on, on)


def month(rng: Voice, year: int) -> When:
    number = rng.randint(1, 12)
    first, last = date(year, number, 1), date(year, number, monthrange(year, number)[1])
    short, long = MONTHS[number - 1], LONG_MONTHS[number - 1]
    texts = [f"{short} '{year % 100}", f"{long} {year}", f"{short}. {year}", f"{short} {year}"]
    if number + 1 != year % 100:  # 12-2013 may as well be a school year
        texts.append(f"{number:02}-{year}")
    other = f"{long.capitalize()} {year}", f"{short}-{year}", f"{year}-{number:02}", f"begin {long} {year}"
    return When(rng.say(texts, other), "month", first, last)


def in_year(year: int, cell: object = None, approx: bool = False) -> When:
    return When(year if cell is None else cell, "year", date(year, 1, 1), date(year, 12, 31), approx)


def school_year(rng: Voice, start: int) -> When:
    short = (start + 1) % 100
    usual = f"{start}/{start + 1}", f"sj {start}-{start + 1}", f"schooljaar {start}-{start + 1}", f"{start}-'{short}"
    other = f"schooljr. {start}/{start + 1}", f"{start} - {start + 1}", f"SJ {start}/{start + 1}", f"{start}/{short}"
    return in_school_year(start, rng.say(usual, other))


def in_school_year(start: int, cell: object) -> When:
    return When(cell, "school_year", date(start, 8, 1), date(start + 1, 7, 31))


def roughly(rng: Voice, year: int) -> When:
    return in_year(year, rng.choice((f"ong. {year}", f"ca. {year}", f"± {year}", f"{year}?")), approx=True)


def some(rng: Voice, low: int = 2013, high: int = 2018) -> When:
    """Any notation, as a column of one school mixes them."""
    year = rng.randint(low, high)
    makers = (day, day, month, school_year, lambda _r, y: in_year(y), lambda _r, y: in_year(y, str(y)))
    return rng.choice(makers)(rng, year)


def euros(rng: Voice, amount: float) -> object:
    """An amount of euros as a person writes it."""
    whole = f"{int(amount):,}".replace(",", ".")
    cents = f"{whole},{round(amount % 1 * 100):02}"
    if amount % 1:
        return rng.choice((amount, cents, f"€ {cents}", f"{cents} euro"))
    usual = int(amount), f"€ {whole},-", f"€{whole}", cents, f"€ {cents}", f"{whole},-"
    return rng.say(usual, (amount, f"EUR {whole}", f"{whole} euro", f"€ {whole},–", f"€ {whole}.-", f"{cents} €"))


def pieces(rng: Voice, count: int) -> object:
    """A number of devices as a person writes it."""
    usual = (count, count, f"{count}x", f"{count} st.", f"{count} stuks", f" {count}", f"{count} x")
    return rng.say(usual, (count, f"{count} stks", f"{count} STUKS", f"{count} st", f"{count}X"))


def amount(rng: Voice, count: int) -> Amount:
    """A number of devices; one in sixteen times nobody can tell how many."""
    if rng.random() < 0.06:
        return Amount(rng.choice((f"ca. {count}", f"± {count}", "?", f"{count}-{count + 3}", "een paar")), None)
    return Amount(pieces(rng, count), count)
