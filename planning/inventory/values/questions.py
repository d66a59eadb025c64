"""Questions where a list has words: "Hoeveel chromebooks staan er in je lokaal?" asks for chromebooks.

A form is a list whose headings, or whose rows, ask. What a question asks for stands in it, between the words that make
it one; what it asks of people, of wishes or by yes and no is of no device that is there.
"""

import re
from typing import Final

from planning.core.text import clean, folded, tokens, word_set
from planning.inventory.values.devices import kind_named, knows_model, names_model
from planning.inventory.values.status import read_remark, says_it_works

_LONGEST: Final = 120
_HOW_MANY: Final = re.compile(r"(?:hoeveel|wat is het aantal|how many)\s+(?P<thing>.+)")
_WHICH: Final = re.compile(
    r"(?:(?:in|voor|van|aan) )?(?:welke?|wat is (?:je|jouw|uw|de|het)|which|what is (?:your|the))\s+(?P<thing>.+)"
)
_VERB: Final = re.compile(
    r"\s(?:heeft|hebben|heb|zijn|is|was|staan|staat|hangen|hangt|liggen|ligt|zitten|zit|telt|tellen|gebruik\w*|bezit\w*|kan|kunnen"
    r"|doen|doet|werken|werkt|worden|wordt|beschik\w*|er|do|does|are|have|has|in)\b"
)
_WISHED: Final = re.compile(
    r"\b(?:wilt|wil|willen|wenst|wensen|zou|zouden|nodig|gaat|gaan|denkt|verwacht\w*|mist|tekort|would|will|want|need|plan\w*)\b"
)
_FOR: Final = re.compile(r"\b(?:voor|for)\s+(?P<whose>[\w/ ]+?)\s*$")
_PEOPLE: Final = word_set(
    "leerling leerlingen lln kinderen leerkracht leerkrachten docenten personeelsleden medewerkers collega collegas "
    "groepen klassen lokalen pupils students children teachers staff people classes rooms"
)
_BY_YES_OR_NO: Final = re.compile(
    r"(?:is|zijn|heeft|hebben|heb|bent|beschikt|kunt|kan|wilt|werkt|are|do|does|have|has|can)\s"
)
_ASIDE: Final = re.compile(r"\s*\([^()]*\)\s*$")
"""What is explained behind a question: "(alles meetellen)"."""
OF_WHICH: Final = re.compile(
    r"\b(?:waarvan|daarvan|hiervan|ervan|van (?:die|deze|dezelfde)|of (?:which|these|those|them))\b\s*"
)
"""What follows is of a part of those that were just counted."""
_OF_THEM: Final = re.compile(r"(?:zijn|doen|werken|staan|liggen|are|do)\s+er\b|er\b|(?:zijn|are)\b")
"""How a question goes on that names no device: "Hoeveel zijn er kapot?"."""


def is_question(text: str) -> bool:
    """The text asks, and says so by its sign."""
    asked = _ASIDE.sub("", text).rstrip()
    return asked.endswith("?") and len(tokens(asked)) > 1 and len(text) <= _LONGEST


def asked_for(text: str) -> str:
    """The words of a question that say what is asked for: "chromebooks voor leerlingen"; "" where it asks no such.

    What asks for a part of what was asked before says so: "waarvan chromebooks kapot".
    """
    low = folded(_ASIDE.sub("", clean(text))).rstrip("? ")
    found = _HOW_MANY.match(low) or _WHICH.match(low)
    if found is None or _WISHED.search(low):
        return ""
    thing = _VERB.split(found["thing"], maxsplit=1)[0].strip()
    if _HOW_MANY.match(low) and (OF_WHICH.match(thing) or _OF_THEM.match(found["thing"])):
        return _part_asked_for(thing, found["thing"])
    if _HOW_MANY.match(low) and not _PEOPLE.isdisjoint(tokens(thing)[:1]):
        return ""
    behind = found["thing"][len(thing) :]
    whose = _FOR.search(behind)
    said = [thing, _state_in(behind), f"voor {whose['whose']}" if whose else ""]
    return " ".join(filter(None, said))


def _part_asked_for(thing: str, asked: str) -> str:
    """ "van die chromebooks doen het niet": how many of those are so, or whatever else they are."""
    named = OF_WHICH.sub("", thing) if OF_WHICH.match(thing) else ""
    return " ".join(filter(None, ("waarvan", named, _state_in(asked) or asked.removeprefix(thing).strip())))


def _state_in(asked: str) -> str:
    """The words of a question that say how devices do, other than that they are there."""
    said = read_remark(asked)
    return said.fragment if said.status not in (None, "in_use") or says_it_works(asked) else ""


def asks_for_no_device(text: str) -> bool:
    """A question of a form about pupils, wishes or the wifi: its answer counts no device that is there."""
    if not is_question(text):
        return False
    asked = asked_for(text)
    if asked or not _BY_YES_OR_NO.match(folded(text)):
        return bool(asked or _HOW_MANY.match(folded(text))) and not (kind_named(asked) or knows_model(asked))
    return kind_named(text) in (None, "network") and not names_model(text)
