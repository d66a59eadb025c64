"""Schools named by the units of a device management: a level of a path, a category, or the letters before a hyphen."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from planning.core.text import folded, tokens, word_set
from planning.inventory.values.people import without_addresses
from planning.inventory.values.places import level_of
from planning.inventory.words.cell_words import cell_words

_CODE: Final = re.compile(r"^([A-Z][A-Z0-9]{1,5})[-_ ]\S")
_LEAST_OF_A_CODE: Final = 2  # devices; letters that only one device has may be a person's
_MOST_SCHOOLS: Final = 60
_SUBJECTS: Final = ("kind", "brand", "status", "audience", "place", "pupil_place", "unknown")
_GENERAL: Final = word_set(
    "devices device apparaten apparaat school scholen schools managed beheerd kiosk toets toetsen test examen win pc "
    "mac ios gast guest bestuur stafbureau default standaard overig algemeen root and en of the de het van voor"
)
_GROUP: Final = re.compile(r"\d{1,2}\s*[a-d]?")


@dataclass(frozen=True, slots=True)
class Units:
    """Which part of a unit names a school: a level of its path (counted from 0), or the code it opens with."""

    schools: tuple[str, ...]  # as written, the one with most devices first
    level: int | None = None
    is_code: bool = False

    def school_of(self, unit: str) -> str | None:
        """The school a unit names, as written; None where it names none."""
        if self.is_code:
            found = _CODE.match(unit)
            name = found.group(1) if found else ""
        elif self.level is not None:
            levels = _levels(unit)
            name = levels[self.level] if self.level < len(levels) else ""
        else:
            name = unit
        return name if name in self.schools else None

    def place_in(self, unit: str) -> str:
        """What a path says besides its school: "/Students/De Twister/Groep 7" -> "Students, Groep 7"."""
        return ", ".join(name for name in _levels(unit) if name != self.school_of(unit))


def units_of_paths(paths: Iterable[str]) -> Units | None:
    """The first level of the paths on which most of them name one of several schools."""
    split = [(_levels(path), n) for path, n in Counter(path for path in paths if path).items()]
    devices = sum(n for _, n in split)
    for level in range(max((len(levels) for levels, _ in split), default=0)):
        named: Counter[str] = Counter()
        for levels, n in split:
            if level < len(levels):
                named[levels[level]] += n
        schools = _schools(named, devices)
        if schools:
            return Units(schools, level=level)
    return None


def units_of_categories(categories: Iterable[str]) -> Units | None:
    """Schools in a column of categories: by the code they open with ("DT-Leerling"), else by the whole of them."""
    filled = [category for category in categories if category]
    schools = _schools(Counter(filled), len(filled))
    return units_of_names(filled) or (Units(schools) if schools else None)


def units_of_names(names: Iterable[str]) -> Units | None:
    """Codes that names of devices open with; of such a name nothing else may be kept."""
    filled = [name for name in names if name]
    codes = Counter(found.group(1) for name in filled if (found := _CODE.match(name)))
    known = [code for code, n in codes.most_common() if n >= _LEAST_OF_A_CODE and not _is_general(code)]
    if not 2 <= len(known) <= _MOST_SCHOOLS or sum(codes[code] for code in known) < 0.8 * len(filled):
        return None
    return Units(tuple(known), is_code=True)


def _levels(path: str) -> tuple[str, ...]:
    return tuple(part for part in (piece.strip() for piece in path.split("/")) if part)


def _schools(named: Counter[str], devices: int) -> tuple[str, ...]:
    schools = {name: n for name, n in named.most_common() if not _is_general(name)}
    enough = sum(schools.values()) >= 0.5 * devices
    return tuple(schools) if enough and 2 <= len(schools) <= _MOST_SCHOOLS else ()


def _is_general(name: str) -> bool:
    """Groups, rooms, kinds and the like name no school: "Leerlingen", "Groep 7", "Chromebooks", "2018"."""
    if without_addresses(name) != name or level_of(name) != "shared" or _GROUP.fullmatch(folded(name)):
        return True
    said = tokens(name)
    covered = {
        place for subject in _SUBJECTS for hit in cell_words(subject).find(said) for place in range(hit.start, hit.end)
    }
    return all(place in covered or word in _GENERAL or word.isdigit() for place, word in enumerate(said))
