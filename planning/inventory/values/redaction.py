"""What may be shown of a text nobody understood: numbers and words of our tables, never a name."""

import csv
import re
from functools import cache
from typing import Final

from planning.core.paths import REFERENCE
from planning.core.text import folded, tokens
from planning.inventory.values.counts import NUMBER_WORDS
from planning.inventory.values.people import without_people
from planning.inventory.words.cell_words import first_names

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’`´-][^\W\d_]+)*")
_HIDDEN: Final = "…"
_COMMON: Final = (
    "en of van in op de het een door naar voor met bij uit tot om is zijn was niet nog wel deels half begin eind medio "
    "circa ongeveer ong ca plm rond omstreeks sinds vanaf per stuk euro eur btw incl excl ex sj schooljaar cursusjaar "
    "jaar jan febr feb mrt maart apr april mei may jun juni jul juli aug augustus sep sept september okt oct oktober "
    "nov november dec december januari februari january february march june july august october voorjaar zomer najaar "
    "herfst winter lente kwartaal q e ste st nd rd th t z x sum som totaal kar karren a m p and the of to waarvan "
    "hele heel paar handvol handjevol stapel stapeltje hoop hoopje boel rits "
    "rijtje reeks zooi zooitje zootje partij lading"
)


def known_part(text: str) -> str:
    """The text with every word we do not know replaced: "gekregen van Emma" -> "gekregen van …"."""
    if not any(c.isalpha() for c in text):
        return text
    return re.sub(rf"{_HIDDEN}(?:\W*{_HIDDEN})+", _HIDDEN, _WORD.sub(_known_or_hidden, text))


def readable(text: str) -> str:
    """As `known_part`, with all words in small letters but first names, for a person to say what they mean."""
    cut = without_people(text)
    return re.sub(rf"{_HIDDEN}(?:\W*{_HIDDEN})+", _HIDDEN, _WORD.sub(_small_or_hidden, cut))


def _small_or_hidden(found: re.Match[str]) -> str:
    word = found.group()
    named = not word.islower() or not first_names().isdisjoint(tokens(word))
    return _known_or_hidden(found) if named else word


def _known_or_hidden(found: re.Match[str]) -> str:
    return found.group() if all(token in _vocabulary() for token in tokens(folded(found.group()))) else _HIDDEN


@cache
def _vocabulary() -> frozenset[str]:
    found = {*_COMMON.split(), *NUMBER_WORDS}
    for table, column in (("cell_words.csv", "words"), ("header_words.csv", "word")):
        with (REFERENCE / table).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found.update(tokens(row[column]))
    return frozenset(found)
