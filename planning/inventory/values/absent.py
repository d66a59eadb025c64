"""What stands where a device is named, and says that there is none ("geen", "-"), or that it is somebody's own."""

import re
from functools import lru_cache
from typing import Final

from planning.core.text import clean, folded
from planning.inventory.values.devices import is_kind_word, knows_model

_PLAIN: Final = r"(?:geen|nee|neen|nul|none|no|nvt|n\.v\.t\.?|n/a|[-–—/.]+|0+(?:\s?(?:x|st|stuks))?)"
_PLAINLY: Final = re.compile(_PLAIN)
_NONE: Final = re.compile(
    r"(?:heeft |er (?:is|staat|hangt) |krijgt |has )?(?:nog |helemaal )?"
    r"(?:geen|niets?|niks|nee|neen|none|no|nothing|nvt)"
    r"(?: (?:eigen )?(?P<what>[a-z-]+))?(?: (?:nodig|gekregen|van school|aanwezig|meer))?(?:\s*[,.;(].*)?"
    r"|(?:is )?(?:niet|neet|net|not) (?:nodig|neudig|nuudig|noadich|needed|required)|hoeft niet|wil(?: er)? geen"
    rf"|volgt(?: nog)?|komt nog|nog te (?:bestellen|krijgen|ontvangen)|{_PLAIN}"
)
_EMPTY: Final = re.compile(
    r"\W*(?:(?:is|staat|nog|nu|helemaal) )*"
    r"(?:leeg|lege|vrij|niets|niks|empty|nothing|geen (?:ict|apparatuur|apparaten|devices|computers))"
    r"(?: (?:vakje|vak|plek|plaats|slot|space|place|bay|lokaal|ruimte|kamer|room|aanwezig))?\W*"
)
_PROPERTY: Final = re.compile(r"(?:eigenaar|eigendom|owner|bezit)")
_GENERAL: Final = frozenset({"device", "devices", "apparaat", "apparaten", "toestel", "exemplaar", "machine"})
_OWN: Final = re.compile(
    r"(?:.*\b)?(?:eigen|own|prive|personal|persoonlijke) (?P<what>[a-z-]+).*"
    r"|eigen|prive|persoonlijk|personal|private|byod\b.*|prive-?eigendom.*"
)


def is_none(text: str) -> bool:
    """A cell that may count or name devices says that there is none, and nothing else: "geen", "n.v.t.", "-", "0"."""
    return _PLAINLY.fullmatch(folded(clean(text)).strip("() ")) is not None


def is_empty(text: str) -> bool:
    """A slot or a room has nothing in it: "leeg vakje", "geen apparatuur"."""
    return _EMPTY.fullmatch(folded(clean(text))) is not None


@lru_cache(maxsize=4096)
def names_none(text: str) -> bool:
    """A cell that would name a device says that there is none; "geen merk" is another thing."""
    found = _NONE.fullmatch(folded(clean(text)).strip("() "))
    return found is not None and (not found["what"] or _is_of_devices(found["what"]))


@lru_cache(maxsize=4096)
def names_an_own(text: str) -> bool:
    """A cell that would name a device says that it is its user's: "eigen laptop", "privé"; "eigen beheer" does not."""
    found = _OWN.fullmatch(folded(clean(text)))
    return found is not None and (not found["what"] or _is_of_devices(found["what"]))


def asks_whose_property(heading: str) -> bool:
    """A heading asks whose a device is to keep: "Eigenaar", "Eigendom van"; not who uses it."""
    return _PROPERTY.match(folded(heading)) is not None


def _is_of_devices(word: str) -> bool:
    return word in _GENERAL or is_kind_word(word) or knows_model(word)
