"""What stands where a device is named, and says that there is none ("geen", "-"), or that it is somebody's own."""

import re
from functools import lru_cache
from typing import Final

from planning.core.text import clean, folded
from planning.inventory.values.devices import is_kind_word, knows_model

_NONE: Final = re.compile(
    r"(?:heeft |er (?:is|staat|hangt) |krijgt |has )?(?:nog |helemaal )?"
    r"(?:geen|niets?|niks|nee|neen|none|no|nothing|nvt|n\.v\.t\.?|n/a)"
    r"(?: (?:eigen )?(?P<what>[a-z-]+))?(?: (?:nodig|gekregen|van school|aanwezig|meer))?(?:\s*[,.;(].*)?"
    r"|(?:is )?(?:niet|neet|net|not) (?:nodig|neudig|nuudig|noadich|needed|required)|hoeft niet|wil(?: er)? geen"
    r"|volgt(?: nog)?|komt nog|nog te (?:bestellen|krijgen|ontvangen)|[-–—/.]+|0"
)
_PROPERTY: Final = re.compile(r"(?:eigenaar|eigendom|owner|bezit)")
_GENERAL: Final = frozenset({"device", "devices", "apparaat", "apparaten", "toestel", "exemplaar", "machine"})
_OWN: Final = re.compile(
    r"(?:.*\b)?(?:eigen|own|prive|personal|persoonlijke) (?P<what>[a-z-]+).*"
    r"|eigen|prive|persoonlijk|personal|private|byod\b.*|prive-?eigendom.*"
)


@lru_cache(maxsize=4096)
def names_none(text: str) -> bool:
    """A cell that would name a device says that there is none; "geen merk" is another thing."""
    found = _NONE.fullmatch(folded(clean(text)))
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
