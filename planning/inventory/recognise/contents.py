"""What a column holds, as far as its cells tell: for every field how many of them look like a value of it.

Graded, not all or nothing: of ten cells under "Plek" seven may be plain rooms and three a word nobody knows. What
says nothing (blank, "-", "nvt", "?") counts for no field and against none.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from itertools import islice, pairwise
from types import MappingProxyType
from typing import Final

from planning.core.text import Cell, CoarseDate, clean, folded, tokens, word_set
from planning.inventory.values.counts import are_tallies, read_count, tallied
from planning.inventory.values.date_text import MONTH
from planning.inventory.values.dates import read_purchases
from planning.inventory.values.devices import is_kind_word, kind_named, knows_model, names_model
from planning.inventory.values.no_dates import stands_for_none
from planning.inventory.values.people import is_name, whose, without_people
from planning.inventory.values.status import NO, YES, read_remark
from planning.inventory.words.cell_words import cell_words, device_words, first_names

_FEWEST: Final = 2
_PLAIN: Final = 0.8  # of the cells
_LONGEST: Final = 80
_MOST: Final = 300  # devices of one row
_SERIAL: Final = re.compile(r"(?![0-9a-f]{8}-)(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9/-]{5,24}")
_DIGITS: Final = re.compile(r"\s*[1-9]\d{0,2}\s*")
_COUNT: Final = re.compile(r"\d{1,3}\s*(?:x|st\.?|stks?|stuks?|ex\.?|exemplaren|pcs)|x\s*\d{1,3}", re.IGNORECASE)
_MONEY: Final = re.compile(r"(?:€|eur(?:o)?\b)\s*\d|\d\s*(?:€|,-|\.-|,--|euro?\b)", re.IGNORECASE)
_CENTS: Final = re.compile(r"\d{1,3}(?:[.,]?\d{3})*[.,]\d\d")
_NUMBERED: Final = re.compile(r"(\D*?)0*(\d{1,9})")
_MONTH_OF_YEAR: Final = re.compile(rf"{MONTH}\.?[-/']?\d{{2,4}}")
_SERIALS_DIFFER: Final = 0.9  # of the serial numbers in a column
_LONGEST_DATE: Final = 30
_CHEAPEST, _DEAREST = 5, 20_000  # euros that a device or a lot of them costs
_ROOM: Final = re.compile(
    r"(?:kamer|kmr|lokaal|zaal|ruimte|gang|kast|plein|hoek|klas|groep|bouw|zolder|kelder|keuken|vleugel|verdieping|etage"
    r"|kantoor|plek|magazijn|berging|theek|koffer|wagen|(?:^|[a-z]{3})(?:hal|hok|kar)"
    r"|^(?:lok|verd|room|hall|shelf|lab|office|unit|kluis))(?:s|en|tje|jes)?$"
)
"""What a word that names a place ends in, put together or not: "handwerkzaal", "knutselhoek"."""
_ANY_PLACE: Final = word_set("groep gr lokaal lok ruimte klas kamer zaal bouw gebouw school unit room class classroom")
"""Words that ask which: "Hoort bij groep" heads rooms, "Hoort bij groep 3" is one."""
_ROOM_CODE: Final = re.compile(r"[A-Za-z]?\d{1,2}[.-]\d{1,3}[a-z]?|[A-Z]{1,2}-?\d{1,3}|(?:bg|ob|mb|bb)(?:\W+\w+)?")
_GROUPS: Final = re.compile(r"[1-8][ab]?(?:\s*(?:[-/+&,]|t/m|en)\s*[1-8][ab]?)*")
_ANSWERS: Final = YES | NO
_MARKS: Final = frozenset({"x", "v", "✓", "✔", "√", "●", "•", "*", "xx"})
"""Signs in a box that holds."""
_FUNCTIONS: Final = word_set(
    "concierge directeur directrice directie ib iber rt icter secretaresse schoolleider administratie juf meester "
    "meneer mevrouw mevr dhr mw stagiair stagiaire caretaker secretary principal senco adm dir"
)
"""Words for one person's work: they tell whose a device is, and as often who is in charge of it, or where it stands."""
_ROUGHLY: Final = re.compile(r"(?:ca\.?|circa|ong\w*\.?|±|~|plm\.?)\s*\d{1,3}\b")
_MODEL_CODE: Final = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[\w./+\"-]+(?: [\w./+\"-]+){0,3}")
_NOTHING: Final[Mapping[str, float]] = MappingProxyType({})
_WORDY: Final = 4  # words that make a remark
_SHORT_YEAR: Final = re.compile(r"['’](?:0[5-9]|[12]\d)|0[5-9]")
_EARLIEST, _LATEST = 8, 29  # years of this century that are written with two digits
_LABEL: Final = re.compile(r"[A-Z0-9]+(?:[-_][A-Z0-9]+)+")
"""What a device is called in a network: "LT-GR5-01"."""
_LONGEST_PLACE: Final = 6  # words
_LONGEST_AUDIENCE: Final = 5  # words
_ORDER: Final = (
    "purchased",
    "serial",
    "kind",
    "brand",
    "price",
    "count",
    "status",
    "location",
    "audience",
    "brand_and_model",
)
"""Of two fields a column plainly holds the first is meant."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a column's cells look like: of those that say anything the share that may be a value of each field."""

    cells: int  # that say something
    shares: Mapping[str, float]  # field, or names, answers, marks (crosses), years (17), remark -> 0..1

    def share(self, name: str) -> float:
        """How much of it looks like a value of a field: 0 to 1."""
        return self.shares.get(name, 0.0)


EMPTY: Final = Contents(0, _NOTHING)


def contents_of(cells: Iterable[Cell]) -> Contents:
    """What cells of one column look like. Ask it of a sample: it looks at every one."""
    told = Counter(cell for cell in cells if not says_nothing(cell))
    n = told.total()
    if not n:
        return EMPTY
    sums: dict[str, float] = {}
    for cell, times in told.items():
        for name, degree in _likeness(cell).items():
            sums[name] = sums.get(name, 0.0) + degree * times
    if are_tallies(told):
        sums["count"] = float(sum(times for cell, times in told.items() if tallied(clean(cell))))
        sums.pop("marks", None)
    if sums.get("serial", 0) >= n / 2:
        sums["serial"] += _letters_alone(told)
    if "serial" in sums and len(told) <= n * _SERIALS_DIFFER:
        del sums["serial"]
    numbered = sum(times for cell, times in told.items() if _is_small(cell))
    if sums.get("count", 0) > numbered / 2 and sums["count"] + numbered / 2 >= _PLAIN * n:
        sums["count"] += numbered / 2  # beside "7 st." a bare 15 counts as well
    if len(told) == n and _count_on([clean(cell) for cell in told]):
        labels = ("serial", "price", *(["location"] if sums.get("location", n) <= n / 2 else ()))
        sums = {name: total for name, total in sums.items() if name not in labels}
    return Contents(n, MappingProxyType({name: total / n for name, total in sums.items()}))


def held(cells: Sequence[Cell]) -> str | None:
    """The field whose values a column plainly holds; None where that is not plain, or where it may name people."""
    texts = [clean(cell) for cell in cells]
    if len(texts) < _FEWEST or any(len(text) > _LONGEST for text in texts):
        return None
    contents = contents_of(cells)
    if contents.share("names") or contents.cells < _FEWEST:
        return None
    field = next((name for name in _ORDER if contents.share(name) >= _PLAIN), None)
    return None if field == "brand_and_model" and name_people(texts) else field


def is_value(text: str) -> bool:
    """A text is plainly a value of some field: "HP", "lokaal 3"; a word that may head places is none: "Stamgroep"."""
    field = held([text, text])
    if field == "location":
        return bool(cell_words("place").find(tokens(text))) and tokens(text)[-1] not in _ANY_PLACE
    return field is not None


def says_nothing(cell: Cell) -> bool:
    """Blank, or a sign that there is nothing to say: "-", "nvt", "?", "onbekend", a date that stands for none."""
    if isinstance(cell, str):
        return _says_nothing(cell)
    return isinstance(cell, (date, time)) and stands_for_none(cell)


@lru_cache(maxsize=8192)
def _says_nothing(text: str) -> bool:
    said = tokens(text)
    if not said or said == ("x",):
        strokes = tallied(clean(text)) or 0
        return clean(text).lower() not in _MARKS and strokes < 2 and clean(text) != "|"
    return cell_words("unknown").exact(said) is not None or (len(said) > 1 and stands_for_none(text))


def _letters_alone(told: Mapping[Cell, int]) -> int:
    """How many cells are written as the serial numbers beside them are, and happen to hold no digit."""
    lengths = {len(cell) for cell in told if isinstance(cell, str) and _likeness(cell).get("serial")}
    return sum(
        times
        for cell, times in told.items()
        if isinstance(cell, str) and cell.isalpha() and cell.isupper() and len(cell) in lengths
    )


def _is_small(cell: Cell) -> bool:
    """A bare number that may be a count."""
    return 0 < _likeness(cell).get("count", 0) < 1


def is_mark(cell: Cell) -> bool:
    """A cross, a tick or a ticked box."""
    return cell is True or (isinstance(cell, str) and clean(cell).lower() in _MARKS)


def _count_on(texts: Sequence[str]) -> bool:
    """Numbers that count on behind the same letters are labels: "OV-3300", "OV-3301"."""
    parts = [_NUMBERED.fullmatch(text) for text in texts]
    numbers = sorted(int(part[2]) for part in parts if part)
    if len(numbers) < max(_FEWEST, _PLAIN * len(texts)) or len({part[1] for part in parts if part}) > len(texts) / 3:
        return False
    return numbers[-1] - numbers[0] < 10 * len(numbers)


@lru_cache(maxsize=16384, typed=True)
def _likeness(cell: Cell) -> Mapping[str, float]:
    """Field -> how much a cell looks like a value of it: 1 plainly, less where other things look so too."""
    if isinstance(cell, bool):
        return {"answers": 1.0}
    if isinstance(cell, (date, CoarseDate)):
        return {"purchased": 1.0}
    if isinstance(cell, (int, float)):
        return _of_number(float(cell))
    text = clean(cell)
    if len(text) > _LONGEST:
        return {"remark": 1.0}
    if _SHORT_YEAR.fullmatch(text):
        return {"years": 1.0, **_of_number(float(text.lstrip("'’")))}
    return _of_number(float(text)) if text.isdecimal() else _of_text(text)


def _of_number(number: float) -> dict[str, float]:
    if not number.is_integer():
        return {"price": 0.9} if _CHEAPEST <= number <= _DEAREST else {}
    found = {}
    if 2000 <= number <= 2035:
        found["purchased"] = 1.0
    elif _CHEAPEST * 8 <= number <= _DEAREST:
        found["price"] = 0.5
    if 0 < number < _MOST:
        found["count"] = 0.5
    if _EARLIEST <= number <= _LATEST:
        found["years"] = 1.0
    if 1 <= number <= 8:
        found["location"] = 0.3  # a group
    return found


def _of_text(text: str) -> dict[str, float]:
    said = tokens(text)
    found: dict[str, float] = {}
    name = is_name(text)
    if name:
        found["names"] = 1.0
    if text.lower() in _MARKS:
        found["marks"] = 1.0
    if len(said) == 1 and said[0] in _ANSWERS:
        found["answers"] = 1.0
    if is_date(text) or _is_about(text):
        found["purchased"] = 1.0
    if _is_serial(text):
        found["serial"] = 1.0
    if is_money(text):
        found["price"] = 1.0
    elif _is_count(text):
        found["count"] = 1.0
    found |= _of_device(text)
    remark = read_remark(text)
    if remark.status:
        found["status"] = 1.0 if remark.whole else 0.7 if remark.opens else 0.4
    if not name:
        found |= _of_whom_and_where(text)
    if len(said) >= _WORDY:
        found["remark"] = 0.7
    return found


def _is_count(text: str) -> bool:
    if _COUNT.fullmatch(text) or _ROUGHLY.match(text.lower()):
        return True
    if not text[0].isdigit() or kind_named(text):  # "4 iPads, 1 digibord" says of what
        return False
    count = read_count(text, empty_is_one=False)
    return count.devices > 0 and count.issue is None


def _of_device(text: str) -> dict[str, float]:
    if is_kind_word(text):  # "iPad Air" is a kind and a model
        return {"kind": 0.7, "brand_and_model": 1.0} if names_model(text) else {"kind": 1.0, "brand_and_model": 0.6}
    if _is_brand(text):
        return {"brand": 1.0, "brand_and_model": 0.6}
    if names_model(text):
        return {"brand_and_model": 1.0, "model": 1.0}
    if knows_model(text):
        return {"brand_and_model": 1.0, "kind": 0.5 if kind_named(text) else 0.0}
    return {"model": 0.5} if _MODEL_CODE.fullmatch(text) else {}


def _of_whom_and_where(text: str) -> dict[str, float]:
    """Often both: "groep 7" is where a device stands and who has it."""
    said = tokens(text)
    found = {}
    people = whose(text)
    if people and len(said) <= _LONGEST_AUDIENCE:
        found["audience"] = 0.5 if not _FUNCTIONS.isdisjoint(said) else 1.0 if len(said) <= 2 else 0.7
    if looks_like_place(text):
        found["location"] = 1.0
        if "audience" in found:  # a place says whose it is as well, and not the other way round
            found["audience"] = min(0.5, found["audience"])
    elif people == "staff" or _ROOM_CODE.fullmatch(text) or _GROUPS.fullmatch(folded(text)):
        found["location"] = 0.5
    return found


def names_room(text: str) -> bool:
    """A word of it ends as rooms and places do."""
    return any(map(_ROOM.search, tokens(text)))


def looks_like_place(text: str) -> bool:
    """A room, a group, a cupboard: in a word we know or by what a word ends in, and no device."""
    said = tokens(re.split(r"[,;(]", text)[0])  # "kast 2, scherm stuk"
    if not said or len(said) > _LONGEST_PLACE or _LABEL.fullmatch(text) or knows_model(text):
        return False
    return bool(cell_words("place").find(said)) or any(map(_ROOM.search, said))


def are_counts(cells: Sequence[Cell]) -> bool:
    """Small whole numbers, and not those that number the rows."""
    # In a csv a number is text.
    told = [float(cell) if isinstance(cell, str) and _DIGITS.fullmatch(cell) else cell for cell in cells]
    numbers = [int(cell) for cell in told if isinstance(cell, (int, float)) and 0 < cell < _MOST and cell == int(cell)]
    rising = all(later == earlier + 1 for earlier, later in pairwise(numbers))
    return len(numbers) > _FEWEST and len(numbers) >= _PLAIN * len(cells) and not rising


def _mostly(values: Sequence[Cell], test: Callable[..., bool]) -> bool:
    """Nearly all values pass; asks no further than the first few that do not."""
    misses = (value for value in values if not test(value))
    return next(islice(misses, int(len(values) * (1 - _PLAIN) + 1e-9), None), None) is None


def is_date(cell: Cell) -> bool:
    """A day, a month or a year that can be one of purchase."""
    if isinstance(cell, (date, CoarseDate)):
        return True
    if isinstance(cell, (int, float)):
        return not isinstance(cell, bool) and 2000 <= cell <= 2035
    text = clean(cell)
    if text.isdigit():
        return re.fullmatch(r"20[0-3]\d", text) is not None
    bought = read_purchases([cell])[cell] if any(c.isdigit() for c in text) else None
    return bought is not None and bought.period.earliest is not None and bought.issue is None


def _is_about(text: str) -> bool:
    """A moment that is not sure: "2012?", "begin 2018"."""
    if not any(map(str.isdigit, text)) or len(text) > _LONGEST_DATE:
        return False
    return read_purchases([text])[text].period.earliest is not None


def is_money(text: str) -> bool:
    """An amount with its sign, or with cents: "€ 249", "249,-", "369,00"."""
    return bool(_MONEY.search(text) or _CENTS.fullmatch(text))


def _is_serial(text: str) -> bool:
    return bool(_SERIAL.fullmatch(text)) and not knows_model(text) and not _MONTH_OF_YEAR.fullmatch(folded(text))


def _is_brand(text: str) -> bool:
    return cell_words("brand").exact(tokens(text)) is not None


def only_devices(cells: Iterable[Cell]) -> bool:
    """Every cell describes a device in words we know: what stands under "naam apparaat" then names nobody."""
    texts = [clean(cell) for cell in cells]
    return _are_devices(texts) and not name_people(texts) and all(map(_is_known, texts))


def _are_devices(texts: Sequence[str]) -> bool:
    return len(texts) >= _FEWEST and _mostly(texts, knows_model)


def name_people(cells: Iterable[Cell]) -> bool:
    """Somebody's name stands in one of the cells at least."""
    texts = set(map(clean, cells))
    return any(first_names() & set(tokens(text)) or is_name(text) or without_people(text) != text for text in texts)


def _is_known(text: str) -> bool:
    return all(len(token) <= 3 or token.isdigit() or token in device_words() for token in tokens(text))
