"""Devices that a line of text names: where, in which words, and whether it speaks of one or of several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from planning.core.text import folded, tokens, word_set
from planning.inventory.values.devices import as_known
from planning.inventory.values.status import PARTS
from planning.inventory.values.storage import STORAGE
from planning.inventory.words.cell_words import cell_words, models

COVER: Final = "¦"
"""Stands in a text for what was understood already: no letter, digit or space."""
_TOKEN: Final = re.compile(r"[a-z]+|\d+")
_LINK: Final = re.compile(
    r"^[\s()\-–/:,'’.]*(?:(?:is|zijn|betreft)\s+(?:een|de|het|allemaal|alle)?|van|het|merk|type|model|serie|soort|namelijk"
    r"|met|s|tablets?|brand|a|an|of|are)?"
    r"(?:[\s(:\-–]*(?:van|het|merk|type|model|een))*[\s()\-–/:'’.]*$"
)
_INCHES: Final = re.compile(r"^\s1[0-7]\s$")  # "Acer 11 C740"
_CODE: Final = re.compile(
    r"^(?:[\s(-]{0,2}|\s[A-Z][a-z]+\s(?=\w{3}))(?!\d+(?:x|st|stk)\b)"
    r"([A-Za-z]{0,4}-?\d+[A-Za-z]{0,3}(?:[- ]?[Gg]\d)?)(?=[\s),.;:]|$)"
)
_SIZE: Final = re.compile(r"^\s?\(?(\d{1,2}(?:[.,]\d)?\s?(?:inch|\"|''|”))")
_COUNTS_ANEW: Final = re.compile(
    r"^\W*?[,;/+&][\s;,-]*\d{1,3}\s?(?:x\b|st\b|stuks?\b)?\s*[a-z]{2,}"
    rf"|^\s*[:(]\s*\d{{1,3}}\s+(?!inch|gen|{STORAGE}|core)[a-z]{{3,}}"
)
"""Behind a stop a number with a word behind it counts the next device."""
_COUNTED_APART: Final = re.compile(r"[(:,;=]\s*$")
_WITH_UNIT: Final = re.compile(r"\d{1,3}\s?(?:x|st|stks?|stuks?|pcs)\b")
"""A number that opens what stands apart behind a name, with a unit of its own: "iPads (10x)" are no iPads 10."""
_COLON_AND_COUNT: Final = re.compile(r"\s*[:=]\s*\d{1,3}\s*")
"""Nothing but a number behind a colon: "iPads: 9" are nine, and no ninth generation."""
_MANY: Final = word_set("laptops tablets ipads pcs s en")
_MANY_OF: Final = ("karren", "kasten", "borden", "computers", "apparaten", "schermen", "punten")


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a device by its kind, brand or model."""

    start: int
    end: int
    pieces: tuple[str, ...]  # the words of our tables, as written, and the codes behind them: never a name
    kind: str | None
    named: bool  # a brand or model is among them
    plural: bool

    @property
    def text(self) -> str:
        """What names the device."""
        return " ".join(self.pieces)


def lowered(text: str) -> str:
    """Lower case without accents, every character in its place."""
    return "".join(fold if len(fold := folded(c)) == 1 else c for c in text)


def mentions(text: str, low: str) -> list[Mention]:
    """The devices named in `text`, from left to right; `low`: the text as `lowered`, covered where understood."""
    found: list[Mention] = []
    for hit in _hits(text, low):
        last = found[-1] if found else None
        if last and hit.kind == "other" and not PARTS.isdisjoint(tokens(" ".join(hit.pieces))):
            continue  # "HP 250 G5, toetsenbord plakt" is one device
        if last and _joins(last, hit, low[last.end : hit.start]):
            found[-1] = replace(
                last,
                end=hit.end,
                pieces=(*last.pieces, *hit.pieces),
                kind=last.kind or hit.kind,
                named=last.named or hit.named,
                plural=last.plural if last.kind else hit.plural,
            )
        else:
            found.append(hit)
    return [_with_code(mention, text, low) for mention in found]


def _joins(last: Mention, hit: Mention, between: str) -> bool:
    if last.named and hit.named and _INCHES.match(between):
        return True
    if not _LINK.match(between):
        return False
    if not between.strip(" -"):
        return True
    return not (last.kind and hit.kind) or (last.kind == hit.kind and hit.named and not last.named)


def _hits(text: str, low: str) -> Iterator[Mention]:
    """The words of our tables in a text, longest first where they overlap."""
    found: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(low):
        if found and low[match.start()].isdigit() and _counts(low, found[-1][1], match.start()):
            found.append((found[-1][1], found[-1][1]))  # no name goes on past it: "4 iPads, 1 digibord"
        found.append(match.span())
    written = tuple(low[start:end] for start, end in found)
    tokens = tuple(map(as_known, written))
    kinds = [*cell_words("kind").find(tokens), *cell_words("weak_kind").find(tokens)]
    kind = {hit.start: hit for hit in reversed(kinds)}
    named = {hit.start: hit for hit in (*cell_words("brand").find(tokens), *models()[0].find(tokens))}
    past = 0
    for first in sorted(kind.keys() | named.keys()):
        hits = [table[first] for table in (kind, named) if first in table]
        last = max(hit.end for hit in hits)
        start, end = found[first][0], found[last - 1][1]
        if first < past or low[start - 1 : start].isalpha():
            continue
        past = last
        own = kind[first].value if first in kind else None
        yield Mention(start, end, (text[start:end],), own, first in named, _is_plural(written[first:last], own))


def _counts(low: str, past: int, start: int) -> bool:
    """The number behind a name is of how many, and no part of it."""
    apart = _COUNTED_APART.search(low[past:start]) and _WITH_UNIT.match(low[start:])
    return bool(apart or _COUNTS_ANEW.match(low[past:]) or _COLON_AND_COUNT.fullmatch(low[past:]))


def _is_plural(said: tuple[str, ...], kind: str | None) -> bool:
    if kind is None:
        return False
    last = said[-1]
    if last in _MANY:
        return True
    phrases = cell_words("kind")
    stems = [last.removesuffix(ending) for ending in ("s", "en") if last.endswith(ending)]
    return last.endswith(_MANY_OF) or any(phrases.exact((*said[:-1], stem)) is not None for stem in stems)


def _with_code(mention: Mention, text: str, low: str) -> Mention:
    """The model's number behind it belongs to it: "EliteBook 8470p", "ProBook 640 G2", "iPad Air 16GB"."""
    while True:
        rest = text[mention.end :]
        if COVER in low[mention.end : mention.end + 2]:
            return mention
        found = _SIZE.match(rest) or (_CODE.match(rest) if mention.named else None)
        if not found or (found.group(1).isdigit() and not _only_number(found.group(1), rest[found.end() :])):
            return mention
        mention = replace(mention, end=mention.end + found.end(1), pieces=(*mention.pieces, found.group(1)))


def _only_number(number: str, after: str) -> bool:
    """A bare number behind a brand is part of the model where more of the model follows, or it is a long one."""
    return bool(re.match(r"^\s+[Gg]\d", after)) or (len(number) >= 3 and not re.match(r"^(?:19|20)\d\d$", number))
