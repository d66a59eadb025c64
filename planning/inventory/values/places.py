"""What a place tells of who uses the devices there: the level, and pupils or staff."""

import re
from typing import Final

from planning.core.text import folded, tokens
from planning.inventory.values.people import place_without_names, whose
from planning.inventory.words.cell_words import cell_words

_LEVEL_OF_GROUP: Final = {
    1: "lower", 2: "lower", 3: "middle", 4: "middle", 5: "middle", 6: "upper", 7: "upper", 8: "upper",
}  # fmt: skip
"""Groups of a Dutch primary school; the levels are the project's glossary."""
_GROUPS: Final = re.compile(
    r"\b(?:groep(?:en)?|gr|klas|unit|grade|class)\b\.?\s*((?:[1-8]\s*[a-d]?\b\s*(?:[-/+&,]|t/m|en|tot)?\s*)+)"
)
_BARE_GROUPS: Final = re.compile(r"^((?:[1-8]\s*[a-d]?\s*(?:[-/+&,]|t/m|en)?\s*)+)$")
_LEVEL_WORDS: Final = {
    "kleuters": "lower", "kleuterbouw": "lower", "onderbouw": "lower", "ob": "lower",
    "middenbouw": "middle", "mb": "middle", "bovenbouw": "upper", "bb": "upper",
}  # fmt: skip


def level_of(place: str, *, group_heading: bool = False) -> str:
    """The level a place belongs to; "shared" where it spans two or none is named. `group_heading`: "7" is a group."""
    text = folded(place)
    found = _GROUPS.search(text) or (_BARE_GROUPS.match(text) if group_heading else None)
    if found:
        levels = {_LEVEL_OF_GROUP[group] for group in _groups(found.group(1))}
    else:
        levels = {_LEVEL_WORDS[word] for word in tokens(text) if word in _LEVEL_WORDS}
    return levels.pop() if len(levels) == 1 else "shared"


def audience_of(place: str, *, group_heading: bool = False) -> str | None:
    """Who uses what stands in a place: staff in the staff room, pupils in a classroom; None where it tells nothing."""
    room = place_without_names(place)  # the room of "juf Esra" is still a classroom
    if whose(room) == "staff":
        return "staff"
    if cell_words("pupil_place").find(tokens(room)) or (group_heading and _BARE_GROUPS.match(folded(room))):
        return "pupils"
    return whose(place)


def _groups(text: str) -> set[int]:
    numbers = [int(n) for n in re.findall(r"[1-8]", text)]
    if len(numbers) == 2 and re.search(r"-|t/m|tot", text):
        return set(range(min(numbers), max(numbers) + 1))
    return set(numbers)
