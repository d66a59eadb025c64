"""A word as our tables have it: without what a plural, a diminutive or a compound adds to it.

Dutch compounds are named by their last part: a "leerlingpc" is a pc, an "iPadhoes" a hoes.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from planning.core.text import word_set
from planning.inventory.words.cell_words import cell_words, device_words

_SMALL: Final = ("tje", "pje", "kje", "je")
_SHORTEST: Final = 4  # letters of a word that is looked at
_BEFORE: Final = 3  # letters at least that a compound puts before its head
_HEADS: Final = word_set(
    "chromebook laptop notebook netbook ultrabook tablet ipad pc computer desktop werkstation imac macbook mac printer "
    "copier plotter beamer projector digibord smartboard smartbord touchscreen touchscherm touchbord schoolbord switch "
    "router modem firewall accesspoint wifipunt laadkar laadkast laadwagen oplaadkar oplaadkast laadkoffer laadtrolley "
    "monitor beeldscherm camera webcam telefoon smartphone headset koptelefoon tv televisie robot"
)
"""Kinds that compounds are made with; "prikbord" and "toetsenbord" are no boards to us."""
_DOUBLED: Final = frozenset("bdfgklmnprst")


@lru_cache(maxsize=8192)
def kind_word(word: str) -> str:
    """The word of our tables that a word for a device is made of: "printertje" -> printer, "juflaptops" -> laptop.

    Itself where there is none.
    """
    if len(word) < _SHORTEST or not word.isalpha() or word in device_words():
        return word
    return head_of(word, _heads()) or word


def head_of(word: str, heads: frozenset[str]) -> str | None:
    """Which of some words a word is, in another form or as the last part of a compound; None where none of them."""
    forms = list(dict.fromkeys(stems(word)))
    own = next((form for form in forms if form in heads), None)
    return own or next(
        (head for form in forms for start in range(_BEFORE, len(form) - 1) if (head := form[start:]) in heads), None
    )


@cache
def _heads() -> frozenset[str]:
    known = cell_words("kind"), cell_words("weak_kind")
    return frozenset(head for head in _HEADS if any(phrases.exact((head,)) for phrases in known))


def stems(word: str) -> Iterator[str]:
    """The word, and what it may be the plural or the diminutive of."""
    yield word
    yield from _singulars(word)
    one = word.removesuffix("s")
    for ending in _SMALL:
        if one.endswith(ending):
            stem = one.removesuffix(ending)
            yield from (stem, *_undoubled(stem), *_lengthened(stem))


def _singulars(word: str) -> Iterator[str]:
    if word.endswith("s"):
        yield word[:-1]
    if word.endswith("en"):
        stem = word[:-2]
        yield stem
        if len(stem) > 2 and stem[-1] == stem[-2]:
            yield stem[:-1]  # "tassen"
        if stem[-1:] in ("v", "z"):
            stem = stem[:-1] + {"v": "f", "z": "s"}[stem[-1]]  # "hoezen"
            yield stem
        if len(stem) > 2 and stem[-2] in "aeou":
            yield f"{stem[:-1]}{stem[-2]}{stem[-1]}"  # "telefonen", "dozen"


def _undoubled(stem: str) -> Iterator[str]:
    """ "karretje" is of a kar."""
    if stem.endswith("e") and len(stem) > 2 and stem[-2] == stem[-3] and stem[-2] in _DOUBLED:
        yield stem[:-2]
    if stem.endswith("e"):
        yield stem[:-1]


def _lengthened(stem: str) -> Iterator[str]:
    """ "kettinkje" is of a ketting: the g goes."""
    if stem.endswith("in"):
        yield f"{stem}g"
