"""Names and addresses of people: found to be left out, never to be kept."""

import re
from collections.abc import Iterable
from typing import Final

from planning.core.text import folded, tokens, word_set
from planning.inventory.words.cell_words import cell_words, device_words, first_names

_LONGEST_TITLE: Final = 12  # words
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NAME: Final = r"[A-ZÀ-Þ][\w'’-]*[a-zß-ÿ][\w'’-]*"
_PARTICLES: Final = r"(?:(?:van|de|der|den|el|ten|ter|te|het|'t|la|le|al|bin|ibn|El|De|Van|Den|Der)\s+)*"
_TITLED: Final = re.compile(
    r"[\s(,;/–-]*\b(?i:juf(?:frouw)?|meester|meneer|mevrouw|mevr|mvr|mw|dhr|mr|mrs|miss|ms|leerkracht|lkr|gebruiker|naam)\b"
    rf"\.?:?\s+(?:[A-Z]\.\s*)*{_PARTICLES}{_NAME}(?:\s+{_PARTICLES}{_NAME})*"
    rf"(?:\s*(?:/|en|&|\+|and)\s*(?:(?i:juf|meester)\s+)?{_NAME})*\)?"
)
EVERYBODY: Final = word_set(
    "iedereen algemeen alle allen allemaal allebei beide hele heel gezamenlijk gemeenschappelijk gedeeld samen "
    "wisselend gebouw schoolgebouw school everyone everybody all shared both general building"
)
"""Words for pupils and staff together: nobody is asked which of the two."""
TITLES: Final = word_set("juf juffrouw meester meneer mevrouw mevr dhr mw")
_WITH_PARTICLE: Final = re.compile(
    rf"\b{_NAME}\s+(?:van der|van den|van de|van|de|der|den|el|ten|ter|El|De|Van|Ten|Ter)\s+{_NAME}(?:-{_NAME})?"
)
_FULL_NAME: Final = re.compile(rf"^(?!(?:De|Het|Den|Van|Ten|Ter|La|Le)\s){_NAME}\s+{_PARTICLES}{_NAME}(?:-{_NAME})?$")
_INITIALS: Final = r"(?:[A-ZÀ-Þ]\.\s?){1,4}"
_INITIALLED: Final = re.compile(
    rf"(?:(?i:dhr|mw|mevr|drs|dr|ir|ing)\.?\s)*{_INITIALS}{_PARTICLES}{_NAME}(?:\s?-\s?{_NAME})?"
    rf"|{_NAME}(?:-{_NAME})?,\s?{_INITIALS}(?:\s?(?:van|de|der|den|ten|ter|te|het)\b)*"
)
_CAPITALS: Final = re.compile(rf"(?<!\w){_NAME}(?:\s+{_PARTICLES}{_NAME})*(?!\w)")
_PARTICLE_WORDS: Final = word_set("van de der den el ten ter te het 't la le al bin ibn")
_ON_DAYS: Final = re.compile(
    r"\(\s*(?:(?:ma|di|wo|do|vr|(?:maan|dins|woens|donder|vrij)dag)\b[\s,/&+–-]*(?:(?:en|t/m|tot)\b\s*)?)+\)",
    re.IGNORECASE,
)
"""The days behind a name on which somebody works: gone with the name."""
_AT_SOMEBODY: Final = re.compile(rf"\b(?:bij|van|door|aan)\s+(?P<name>{_NAME})")
_NETWORK: Final = re.compile(r"\b(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\b|\b\d{1,3}(?:\.\d{1,3}){3}\b")


_BEFORE_NAMES: Final = word_set("bij van aan door voor met naar in en of at by of for with")


def without_addresses(text: str) -> str:
    """The text without e-mail and network addresses."""
    if not any(mark in text for mark in "@.:-"):
        return text
    cut = _NETWORK.sub("", _EMAIL.sub("", text))
    return text if cut == text else _tidy(cut)


def without_names(text: str) -> str:
    """As `without_addresses`, and without names that show: behind a title ("juf Esra") or of several words."""
    cut = without_addresses(text)
    if " " not in cut:
        return cut
    left = _WITH_PARTICLE.sub(" ", _TITLED.sub(" ", cut))
    return cut if left == cut else _tidy(left)


def without_people(text: str) -> str:
    """As `without_names`, and without names that no device has: "HP Compaq 6005 Bram Jansen", "iPad Emma"."""
    cut = without_names(text)
    left = _CAPITALS.sub(_unless_a_person, cut)
    return cut if left == cut else _tidy(left)


def _unless_a_person(found: re.Match[str]) -> str:
    """Words that open with a capital: two or more that no table has are a person, and so is a first name."""
    said = found.group().split()
    unknown = [_is_unknown(word) for word in said]
    kept: list[str] = []
    place = 0
    while place < len(said):
        end = place
        while end < len(said) and (unknown[end] or (end > place and said[end].lower() in _PARTICLE_WORDS)):
            end += 1
        names = sum(unknown[place:end])
        if names >= 2 or (names == 1 and folded(said[place]) in first_names()):
            place = end
        else:
            kept.append(said[place])
            place += 1
    return " ".join(kept)


def _is_unknown(word: str) -> bool:
    return word[0].isupper() and word.lower() not in _PARTICLE_WORDS and not set(tokens(word)) & device_words()


def place_without_names(text: str) -> str:
    """A place without people: as `without_names`, and nothing at all where it is a name ("Emma Smit")."""
    named = without_names(text)
    named = named if named == text else _tidy(_ON_DAYS.sub(" ", named))
    cut = _AT_SOMEBODY.sub(_unless_known, named)
    cut = cut if cut == named else _tidy(cut)
    if cut != text and folded(cut) in _BEFORE_NAMES:
        return ""
    if _FULL_NAME.match(cut) and not cell_words("place").find(tokens(cut)):
        return ""
    return cut


def _unless_known(found: re.Match[str]) -> str:
    """ "thuis bij Annelies" is no place of a school's, "bij Lokaal 3" is."""
    known = not _is_unknown(found["name"]) or cell_words("place").find(tokens(found["name"]))
    return found.group() if known else ""


def is_name(text: str) -> bool:
    """The whole text is a person's name or address."""
    return bool(_EMAIL.fullmatch(text)) or (bool(text) and not place_without_names(text))


def is_grown_up(text: str) -> bool:
    """A name as schools write those of grown-ups, who have no first name there: "M. Terpstra", "Bos, P.J."."""
    return bool(_INITIALLED.fullmatch(text))


def whose(text: str) -> str | None:
    """ "staff" or "pupils" where a text says whose a device is, in words that stand for a group; else None."""
    said = tokens(text)
    # A title opens a name; further on it is part of one ("Lisa de Meester").
    hits = [h for h in cell_words("audience").find(said) if h.start == 0 or said[h.start] not in TITLES]
    if not hits:
        return None
    return "staff" if any(hit.value == "staff" for hit in hits) else "pupils"


def titled_audience(lines: Iterable[str]) -> str | None:
    """Whose the devices of a list are by a title that names devices: "Laptops team"; None where it names both."""
    found = set()
    for line in lines:
        said = tokens(line)
        if len(said) <= _LONGEST_TITLE and cell_words("kind").find(said):
            found |= {hit.value for hit in cell_words("audience").find(said)}
    return found.pop() if len(found) == 1 else None


def _tidy(text: str) -> str:
    return re.sub(r"\(\s*\)", "", re.sub(r"\s+", " ", text)).strip(" ,;/-–(")
