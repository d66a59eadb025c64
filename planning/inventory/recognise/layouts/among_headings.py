"""What a heading between the rows means among the others of its list: rooms, and rounds of purchases."""

from collections.abc import Mapping
from typing import Final

from planning.core.text import tokens, word_set
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.values.claims import Telling, tells_of_state
from planning.inventory.values.devices import kind_named, knows_model
from planning.inventory.values.status import read_remark

_GROUPS: Final = word_set(
    "leerling leerlingen kinderen lln team personeel leerkracht leerkrachten medewerkers collega's pupils students "
    "staff teachers voor van"
)
"""Words for many people, who are in no one room; "Directie" and "IB" are."""
_SEVERAL_ROOMS: Final = 2
_SHORT: Final = 3  # words


def among_rooms(body: Body, says: Mapping[str, str]) -> Mapping[str, str]:
    """Where headings name rooms "Directie" is one of them, and "Leerlingen" ends the room above it."""
    if says.keys() != {"audience"} or _rooms_headed(body) < _SEVERAL_ROOMS:
        return says
    is_room = len(tokens(says["audience"])) <= _SHORT and _GROUPS.isdisjoint(tokens(says["audience"]))
    return {**says, "location": says["audience"] if is_room else ""}


def ends_a_round(body: Body, says: Mapping[str, str]) -> bool:
    """What is still to come was not bought with the lot above it, and "Diversen" among rounds is one without a year."""
    if read_remark(says.get("status", "")).status == "ordered":
        return True
    rounds = bool(body.sections) and all("purchased" in other for other in body.sections.values())
    return rounds and says.keys() == {"kind"} and kind_named(says["kind"]) in (None, "other")


def _rooms_headed(body: Body) -> int:
    return sum(bool(says.get("location")) for says in body.sections.values())


def heads_a_place(body: Body, text: str) -> bool:
    """A line of a word or two, where others like it name the rooms of a school: "Torentje"."""
    rooms = _rooms_headed(body)
    named = not knows_model(text) and tells_of_state(text) is Telling.NOTHING
    return rooms >= _SEVERAL_ROOMS and named and len(tokens(text)) <= _SHORT and "?" not in text
