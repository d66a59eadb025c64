"""Words that open a total, and the whole number one states."""

import re
from functools import lru_cache
from typing import Final

from planning.core.text import Cell, clean, folded
from planning.inventory.values.devices import kind_named

_TOTAL: Final = re.compile(
    r"^(?:\(?(?:generaal|algemeen|tussen|eind|sub)?[ -]*[a-z]*(?:totaa?l|total)(?:en|s)?\b(?!\W*loss)"
    r"|som\b|sum\b|(?:alles |te ?)?samen\b|tezamen\b|(?:alles )?bij elkaar\b|opgeteld\b|in totaal\b|alles bijeen\b"
    r"|(?:alles )?tegearre\b|(?:de )?hele school samen\b|grand total\b|tot\.?$)"
)
_SUBTOTAL: Final = re.compile(r"^\(?(?:sub|tussen)[ -]*tot")
_WITHOUT: Final = re.compile(r"\b(?:zonder|excl\w*|behalve|buiten|op|without|except)\b", re.IGNORECASE)
_OF_A_BILL: Final = re.compile(
    r"\W*(?:\d+\s*%\s*)?(?:b\.?t\.?w\b|vat\b|te (?:betalen|voldoen)|(?:reeds )?(?:voldaan|betaald)|aanbetaling"
    r"|afronding|retour emballage|statiegeld|vracht\w*|net(?:to)?\b|bruto?\b|to pay|amount due|balance due)"
)
"""Lines below those of a bill."""
_NUMBER: Final = re.compile(r"^(\d{1,6})\s*(?:stuks|st\.?|x|devices)?$")


@lru_cache(maxsize=8192)
def is_total(text: str) -> bool:
    """The text opens like a total: "Totaal chromebooks", "Som"."""
    return bool(_TOTAL.match(folded(text)))


def is_subtotal(text: str) -> bool:
    """As `is_total`, of a part: "Subtotaal"."""
    return bool(_SUBTOTAL.match(folded(text)))


def is_of_a_bill(text: str) -> bool:
    """A line of money alone below those of a bill: "BTW 21%", "Te betalen"."""
    return bool(_OF_A_BILL.match(folded(text)))


def kind_added_up(text: str) -> str | None:
    """The kind of device a total is of; "Totaal zonder headsets" is of no one kind."""
    return kind_named(_WITHOUT.split(text)[0])


def stated_number(cell: Cell) -> int | None:
    """The whole number of a cell: 24, "24 stuks"; None where it says something else."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and float(cell).is_integer():
        return int(cell)
    found = _NUMBER.match(clean(cell)) if isinstance(cell, str) else None
    return int(found.group(1)) if found else None
