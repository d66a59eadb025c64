"""What a column holds, where its heading does not tell: from the cells below it, and only where they are plain."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import islice, pairwise
from typing import Final

from planning.core.text import Cell, CoarseDate, clean, tokens
from planning.inventory.values.counts import are_tallies, tallied
from planning.inventory.values.dates import read_purchases
from planning.inventory.values.devices import is_kind_word, knows_model
from planning.inventory.values.people import is_name, whose, without_people
from planning.inventory.values.status import read_remark
from planning.inventory.words.cell_words import cell_words, device_words, first_names

_FEWEST: Final = 2
_PLAIN: Final = 0.8  # of the cells
_LONGEST: Final = 80
_MOST: Final = 300  # devices of one row
_SERIAL: Final = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9/-]{5,24}")
_DIGITS: Final = re.compile(r"\s*[1-9]\d{0,2}\s*")
_COUNT: Final = re.compile(r"\d{1,3}\s*(?:x|st\.?|stks?|stuks?|ex\.?|exemplaren|pcs)|x\s*\d{1,3}", re.IGNORECASE)
_MONEY: Final = re.compile(r"(?:€|eur(?:o)?\b)\s*\d|\d\s*(?:€|,-|\.-|,--|euro?\b)", re.IGNORECASE)


def held(cells: Sequence[Cell]) -> str | None:
    """The field whose values a column holds; None where that is not plain, or where it may name people."""
    if len(cells) < _FEWEST:
        return None
    texts = [clean(cell) for cell in cells]
    if any(len(text) > _LONGEST for text in texts) or any(map(is_name, set(texts))):
        return None
    if _mostly(cells, is_date):
        return "purchased"
    if len(set(texts)) > len(texts) * 0.9 and _mostly(texts, _is_serial):
        return "serial"
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("kind", is_kind_word),
        ("brand", _is_brand),
        ("price", is_money),
        ("count", lambda text: bool(_COUNT.fullmatch(text))),
        ("count", lambda text: tallied(text) is not None and are_tallies(texts)),
        ("status", _is_status),
        ("location", _is_place),
        ("audience", lambda text: whose(text) is not None and len(tokens(text)) <= 2),
    )
    for field, test in tests:
        if _mostly(texts, test):
            return field
    return "brand_and_model" if _are_devices(texts) and not _name_people(texts) else None


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


def is_money(text: str) -> bool:
    """An amount with its sign: "€ 249", "249,-"."""
    return bool(_MONEY.search(text))


def _is_serial(text: str) -> bool:
    return bool(_SERIAL.fullmatch(text)) and not knows_model(text)


def _is_brand(text: str) -> bool:
    return cell_words("brand").exact(tokens(text)) is not None


def _is_status(text: str) -> bool:
    remark = read_remark(text)
    return remark.whole and remark.status is not None


def _is_place(text: str) -> bool:
    said = tokens(re.split(r"[,;(]", text)[0])  # "kast 2, scherm stuk"
    known = all(token in device_words() or token.isdigit() or len(token) <= 2 for token in said)
    return known and bool(cell_words("place").find(said)) and not knows_model(text)


def only_devices(cells: Iterable[Cell]) -> bool:
    """Every cell describes a device in words we know: what stands under "naam apparaat" then names nobody."""
    texts = [clean(cell) for cell in cells]
    return _are_devices(texts) and not _name_people(texts) and all(map(_is_known, texts))


def _are_devices(texts: Sequence[str]) -> bool:
    return len(texts) >= _FEWEST and _mostly(texts, knows_model)


def _name_people(texts: Sequence[str]) -> bool:
    return any(first_names() & set(tokens(text)) or is_name(text) or without_people(text) != text for text in texts)


def _is_known(text: str) -> bool:
    return all(len(token) <= 3 or token.isdigit() or token in device_words() for token in tokens(text))
