"""Kinds, brands and product lines as they were meant: "Lenvo" is Lenovo, "C74O" is C740, "lptp" a laptop.

Only words nobody knows are looked at, and only a word one slip away from exactly one known word is changed (two slips
in a long one): a digit that differs makes another model, and a name like Lenno is no brand. What is shortened is the
one kind whose letters it keeps in their order: all but its vowels, or its beginning before a stop.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from planning.core.text import folded, tokens, word_set
from planning.inventory.words.cell_words import cell_words, first_names, model_words, word_list

_WORD: Final = re.compile(r"[^\W_]+")
_SHORTEST: Final = 6  # letters; in shorter words one slip makes a name or another word
_LONG: Final = 9
_MARGIN: Final = 4.0  # of 100: how much liker the best must be than the next
# Words of other things as well; "paviljoen" is a building.
_GENERAL: Final = word_set("active mobile retina stream switch notecart touchscreen pavilion")
_KINDS: Final = word_set(
    "laptop tablet chromebook notebook desktop computer printer beamer digibord smartbord touchscreen"
)
_LEAST_KEPT: Final = 4  # letters of a word that is shortened
_VOWELS: Final = frozenset("aeiouy")
_LOOKALIKES: Final = str.maketrans("OoIl", "0011")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A text with its slips put right, and the words that changed."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=4096)
def spelled(text: str) -> Spelling:
    """The text as it was meant. A brand is only looked for in the first word, where lists write it."""
    changes: list[tuple[str, str]] = []

    def meant(found: re.Match[str]) -> str:
        word = found.group()
        better = _meant(word, is_first=found.start() == 0) or _shortened(word, text[found.end() :].startswith("."))
        if better is None:
            return word
        changes.append((word, better))
        return better

    return Spelling(_WORD.sub(meant, text), tuple(changes))


def _meant(word: str, *, is_first: bool) -> str | None:
    plain = folded(word)
    if not word.isalpha():
        code = plain if word.isdigit() else word.translate(_LOOKALIKES).lower()
        return code.upper() if code != plain and code in _codes() and plain not in _codes() else None
    if len(plain) < _SHORTEST - 1 or plain in word_list() or plain in first_names():
        return None
    return _likest(plain, _brands() | _lines() if is_first else _lines())


def _shortened(word: str, has_a_stop: bool) -> str | None:
    """The kind that "chrb" and "comp." are short for, where that can be only one."""
    plain = folded(word)
    if len(plain) < _LEAST_KEPT or not plain.isalpha() or plain in word_list() or plain in first_names():
        return None
    found = [kind for kind in _KINDS if has_a_stop and kind.startswith(plain) and kind != plain]
    if not found and _VOWELS.isdisjoint(plain):
        found = [kind for kind in _KINDS if kind[0] == plain[0] and _keeps_order(plain, kind)]
    return found[0] if len(found) == 1 else None


def _keeps_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _likest(word: str, known: frozenset[str]) -> str | None:
    slips = 2 if len(word) >= _LONG else 1
    near = [other for other in known if other[0] == word[0] and OSA.distance(word, other, score_cutoff=slips) <= slips]
    ranked = process.extract(word, near, scorer=fuzz.ratio, limit=2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN):
        return None
    best = ranked[0][0]
    return cell_words("brand").exact(tokens(best)) or best


@cache
def _brands() -> frozenset[str]:
    return frozenset(word for word in model_words().brands if len(word) >= _SHORTEST)


@cache
def _lines() -> frozenset[str]:
    """The words models are called by."""
    named = frozenset(word for word in model_words().letters if len(word) >= _SHORTEST) - _GENERAL
    return named | _KINDS


@cache
def _codes() -> frozenset[str]:
    """The words of models that hold digits."""
    return model_words().codes
