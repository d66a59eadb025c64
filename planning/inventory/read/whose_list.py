"""Whose list a workbook seems to be: its titles, its file's name and its serial numbers, held against all schools.

A list that says of its rows of which school they are is divided instead (schools.py).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from planning.inventory.read.school_names import schools_named
from planning.inventory.reading import Reading
from planning.inventory.values.serials import serial_key
from planning.organisation.records import School

Place = Literal["title", "heading", "sheet", "file", "serials"]
_SHARE: Final = 0.5  # of the serial numbers: more than half at one school says whose list it is
_FEWEST: Final = 2  # one device can have moved


@dataclass(frozen=True)
class LikelySchool:
    """A school that a list seems to be of, and not of the one it is handed in for; and what says so."""

    school_id: str
    place: Place  # where its name stands; "serials" where only the devices tell
    serials: int = 0  # devices of the list that stand in its inventories
    all_serials: int = 0  # devices of the list with a serial number


def likely_other(
    reading: Reading, chosen: str, schools: Sequence[School], held: Mapping[str, Collection[str]]
) -> LikelySchool | None:
    """The other school that a list seems to be of; None where nothing speaks against the one `chosen`.

    `held`: school -> the serial numbers (values.serials.serial_key) of its inventories.
    """
    keys = [key for serial in reading.devices["serial"] if isinstance(serial, str) and (key := serial_key(serial))]
    enough = max(_FEWEST, _SHARE * len(keys) + 0.5)
    own = sum(key in held.get(chosen, ()) for key in keys)
    if own >= enough:
        return None
    at = Counter({one: sum(key in known for key in keys) for one, known in held.items() if one != chosen})
    by_serials = next((one for one, n in at.most_common(1) if n >= enough and n > own), None)
    named = _named(reading, chosen, schools)
    if by_serials and (named is None or named[1] != by_serials):
        return LikelySchool(by_serials, "serials", at[by_serials], len(keys))
    return LikelySchool(named[1], named[0], at[named[1]], len(keys)) if named else None


def titles(reading: Reading) -> Iterable[tuple[Place, str]]:
    """What names a list as a whole: the lines above it, its sheet where there is one, its file."""
    yield from (("title", line) for line in reading.above)
    used = [sheet.sheet for sheet in reading.sheets if sheet.used]
    if len(used) == 1:
        yield "sheet", used[0]
    yield "file", reading.file.name.rsplit(".", 1)[0]


def _named(reading: Reading, chosen: str, schools: Sequence[School]) -> tuple[Place, str] | None:
    """Where the first other school is named; None where the one chosen is named as well."""
    found = None
    for place, text in titles(reading):
        named = [school.school_id for school in schools_named(text, schools)]
        if chosen in named:
            return None
        if len(named) == 1 and found is None:
            found = place, named[0]
    return found
