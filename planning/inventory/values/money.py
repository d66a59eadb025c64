"""Prices as people write them, in euro cents."""

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from planning.core.text import Cell, clean, folded, tokens
from planning.inventory.values.issue import Issue
from planning.inventory.words.cell_words import cell_words

_MOST: Final = Decimal(100_000)  # no single school device costs more
_CURRENCY: Final = re.compile(r"€|eur(?:o'?s?)?\b|[:;]")
_DASHES: Final = re.compile(r"[.,]\s*(?:-{1,2}|–|—|=)")
_EACH: Final = re.compile(
    r"(?:\bper\s?|\bp\.?\s?/?\s?|/\s?)(?:stuk|stk|st|device|apparaat|laptop|chromebook|ipad|tablet|eenheid|unit|piece|s)\b\.?"
    r"|\b(?:stuk|each|elk|a)\b\.?|[à@]"
)
_OF_ALL: Final = re.compile(r"\b(?:in |het )?(?:totaal|samen|total)\b\.?:?|\bvoor (?:alles|allemaal|de hele partij)\b")
_ROUGHLY: Final = re.compile(r"^(?:±|~|ca\.?|circa|ongeveer|ong\.?|plm\.?|rond|about)\s*")
_EXCLUDED: Final = re.compile(r"\b(?:ex[ck]l?(?:usief|uding)?|ex)\b\.?\s*(?:b\.?t\.?w\.?|vat)?")
_INCLUDED: Final = re.compile(r"\b(?:in[ck]l?(?:usief|uding)?|in)\b\.?\s*(?:b\.?t\.?w\.?|vat)?")
_OF_A_DEVICE: Final = re.compile(r"\bper (?:device|apparaat|laptop|eenheid|unit|chromebook|ipad)|\bunit\b|\bp\.?\s?st")
_PRICE: Final = re.compile(r"prijs|price|waarde|\bcost\b|p/s")
_NEGATIVE: Final = re.compile(r"\([\d., ]+\)")  # as a bookkeeper writes what was paid back
_AMOUNT: Final = re.compile(r"^-?\d[\d., ]*$")


@dataclass(frozen=True, slots=True)
class Price:
    """Cents as written, and what the cell itself says of VAT; None where the list gives no price."""

    cents: int | None
    vat: str | None = None  # included, excluded
    issue: Issue | None = None
    of_all: bool = False  # the cell says it is what all devices of its row cost


NO_PRICE: Final = Price(None)
_UNCLEAR: Final = Price(None, None, Issue("price-unclear", "info"))


def read_price(cell: Cell) -> Price:
    """What a price cell says; a gift, a lease and "?" are no price, and a text that is none is said so."""
    if isinstance(cell, bool):
        return _UNCLEAR
    if isinstance(cell, (int, float)):
        return _priced(Decimal(str(cell)), None, rough=False)
    written = clean(cell)
    said = tokens(written)
    if not said or cell_words("unknown").exact(said) or cell_words("not_bought").find(said):
        return NO_PRICE
    text = _CURRENCY.sub(" ", folded(written)).strip()
    vat = "excluded" if _EXCLUDED.search(text) else "included" if _INCLUDED.search(text) else None
    text = _EXCLUDED.sub(" ", _INCLUDED.sub(" ", text)) if vat else text
    of_all = bool(_OF_ALL.search(text))
    text = (_OF_ALL.sub(" ", text) if of_all else text).strip()
    plain = _ROUGHLY.sub("", text)
    rough = plain != text
    if _NEGATIVE.fullmatch(plain):
        return _UNCLEAR
    amount = _amount(_EACH.sub(" ", _DASHES.sub("", plain)).strip(" ()"))
    return _UNCLEAR if amount is None else replace(_priced(amount, vat, rough), of_all=of_all)


def read_vat(header: str) -> str:
    """What a heading says of VAT: "Prijs (excl. BTW)" -> excluded; unknown where it says nothing."""
    text = folded(header)
    if _EXCLUDED.search(text) or "zonder btw" in text:
        return "excluded"
    return (
        "included" if re.search(r"\bin(?:cl?(?:usief)?)?\b\.?\s*(?:b\.?t\.?w|vat)|in[ck]l|met btw", text) else "unknown"
    )


def says_each(header: str) -> bool:
    """A heading says that its amounts are of one device: "Prijs per stuk", "Stukprijs"."""
    return bool(_EACH.search(folded(header)) or "stukprijs" in folded(header) or _OF_A_DEVICE.search(folded(header)))


def is_of_one(header: str) -> bool:
    """A heading asks for a price; what was paid in all is an amount, costs or a sum."""
    return bool(_PRICE.search(folded(header)))


def shared(cents: int, devices: int) -> int:
    """The price of one of `devices` that cost `cents` together, half up."""
    return int((Decimal(cents) / devices).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _priced(amount: Decimal, vat: str | None, rough: bool) -> Price:
    if amount == 0:
        return NO_PRICE
    if not 0 < amount <= _MOST:
        return _UNCLEAR
    cents = int((amount * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    return Price(cents, vat, Issue("price-approximate", "info") if rough else None)


def _amount(text: str) -> Decimal | None:
    compact = text.replace(" ", "")
    if not _AMOUNT.match(text) or not compact:
        return None
    last_comma, last_stop = compact.rfind(","), compact.rfind(".")
    if last_comma >= 0 and last_stop >= 0:
        decimal = "," if last_comma > last_stop else "."
        return _decimal(compact, decimal)
    mark = "," if last_comma >= 0 else "." if last_stop >= 0 else ""
    # Three digits behind each mark are thousands, in Dutch and in English; anything else is cents.
    if not mark or all(len(part) == 3 for part in compact.split(mark)[1:]):
        return _decimal(compact.replace(mark, "") if mark else compact, "")
    return _decimal(compact, mark) if compact.count(mark) == 1 else None


def _decimal(compact: str, decimal: str) -> Decimal | None:
    whole, _, cents = compact.rpartition(decimal) if decimal else (compact, "", "")
    digits = whole.replace(",", "").replace(".", "")
    if len(cents) > 2 and decimal:
        cents = cents[:4]
    return Decimal(f"{digits}.{cents or '0'}") if digits.lstrip("-").isdigit() else None
