"""Which school of the board a text names: its BRIN, its name, or something like it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from planning.core.text import tokens, word_set, words
from planning.organisation.names import calling_name
from planning.organisation.records import School

_BRIN: Final = re.compile(r"(?<![A-Z0-9])(\d{2}[A-Z]{2})(\d{2})?(?![A-Z0-9])")
_PARTS: Final = re.compile(r"[/\\>|]")  # an organisational unit: "/Scholen/De Klimboom/Leerlingen"
_SAYS_LITTLE: Final = word_set("de het t een school basisschool bs obs rkbs kbs pcbs cbs sbo ssbo locatie te in")
_ALIKE: Final = 80.0  # of 100; "klimbom" for "klimboom" has 93
_PLACE: Final = 81.0  # the place alone: it can be
_PART: Final = 90.0  # "Anna" for "Sint Anna"
_SHOWN: Final = 3
_LONG: Final = 4  # letters: a shorter word of a school's name also stands in texts that do not mean the school
_JOINED: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")  # "InventarisTwister"


@dataclass(frozen=True, slots=True)
class Match:
    """The school a text names, or those it may name, likeliest first; none where it names another or no school."""

    school: School | None
    candidates: tuple[School, ...] = ()


def match_school(written: str, schools: Sequence[School]) -> Match:
    """The school of a text. Sure are a BRIN of the board and a name as it is, with its place or without."""
    brin = _BRIN.search(written.upper())
    if brin:
        coded = [school for school in schools if school.school_id.startswith("".join(brin.groups("")))]
        return Match(coded[0]) if len(coded) == 1 else Match(None, tuple(coded))
    parts = [words(part) for part in (written, *_PARTS.split(written)) if words(part)]
    named = [school for school in schools if any(part in _whole_names(school) for part in parts)]
    if len(named) == 1:
        return Match(named[0])
    scored = [(max((_likeness(part, school) for part in parts), default=0.0), school) for school in schools]
    likely = sorted((one for one in scored if one[0] >= _ALIKE), key=lambda one: (-one[0], one[1].school_id))
    return Match(None, tuple(school for _, school in likely[:_SHOWN]))


def schools_named(text: str, schools: Sequence[School]) -> tuple[School, ...]:
    """The schools whose number or name stands somewhere in a text: "Inventaris Twister maart 2018" -> De Twister.

    A name that is a part of another one found there ("Anna" in "Sint Anna") names nobody.
    """
    codes = {"".join(found.groups("")) for found in _BRIN.finditer(text.upper())}
    coded = [one for one in schools if any(one.school_id.startswith(code) for code in codes)]
    if len(coded) == 1:
        return (coded[0],)
    said = tokens(_JOINED.sub(" ", text))
    spans = {school.school_id: span for school in schools if (span := _span(said, school))}
    whole = {
        key
        for key, (start, end) in spans.items()
        if not any(first <= start and end <= last and last - first > end - start for first, last in spans.values())
    }
    return tuple(school for school in schools if school.school_id in whole)


def _span(said: Sequence[str], school: School) -> tuple[int, int] | None:
    """Where a text names a school: by its whole name, or by what tells it from others; never by its place alone."""
    telling = tokens(_telling(school.name))
    short = sum(map(len, telling)) < _LONG or telling == tokens(_telling(school.place))
    for name in (tokens(school.name), *([] if short else [telling])):
        for start in range(len(said) - len(name) + 1):
            if tuple(said[start : start + len(name)]) == name:
                return start, start + len(name)
    return None


def _whole_names(school: School) -> set[str]:
    name, place = words(school.name), words(school.place)
    return {name, f"{name} {place}", f"{place} {name}", f"{name} in {place}", f"{name} te {place}"}


def _likeness(text: str, school: School) -> float:
    """How much a text is like a school's name, with its place or without; what every school is does not count."""
    short, name, place = _telling(calling_name(text)), _telling(school.name), _telling(school.place)
    if not short:
        return 0.0
    if short == place:
        return _PLACE
    if short in _initials(school.name):
        return _PART
    if set(short.split()) <= set(f"{name} {place}".split()):
        return _PART
    return max(fuzz.ratio(short, name), fuzz.ratio(short, f"{name} {place}"), fuzz.ratio(short, f"{place} {name}"))


def _initials(name: str) -> set[str]:
    """ "De Klimboom" -> dk, kl, kli, klim: what an administration puts before a hyphen."""
    said, short = words(name).split(), _telling(name)
    return {"".join(word[0] for word in said)} | {short[:length] for length in (2, 3, 4)}


def _telling(text: str) -> str:
    said = ["sint" if word == "st" else word for word in words(text).split()]
    return " ".join(_not_all(said, [word for word in said if word not in _SAYS_LITTLE]))


def _not_all(said: list[str], left: list[str]) -> Iterable[str]:
    return left or said  # a school may be called "De School"
