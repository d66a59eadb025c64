"""What a heading nobody listed means, from its words: "Jaar v. aanschaf", "Waar staat ie?", "Prijs per laptop"."""

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from planning.core.text import tokens
from planning.inventory.words.cell_words import heading_parts

_FIRST: Final = (
    "names_people", "not_a_device_field", "price", "serial", "support_until", "purchased", "count", "school",
    "location", "status", "audience", "note", "system",
)  # fmt: skip
"""Of two that a heading speaks of, the one it asks for: "prijs bij aanschaf" is a price, "aantal laptops" a count."""
_APART: Final = (frozenset({"purchased", "location"}), frozenset({"count", "status"}), frozenset({"count", "location"}))
"""Together they ask for something else: "gekocht bij" is a shop, "aantal defect" part of a count."""
_ASPECTS: Final = frozenset({"filler", "moment", "number", "each", "total", "device", "a_kind"})
_BY_WHOM: Final = ("bij", "door", "via", "from", "by")
_NAMES: Final = ("naam", "name")
_LONG: Final = 6  # letters; one slip in a shorter word makes another word


@lru_cache(maxsize=8192)
def composed(text: str) -> str | None:
    """The field a heading asks for, where every word of it is one that headings are made of; else None."""
    said = [_part(token) for token in tokens(text)]
    if not said or None in said:  # a number makes it a label: "groep 3"
        return None
    parts = frozenset(part for part in said if part)
    if "purchased" in parts and tokens(text)[-1] in _BY_WHOM:
        return "not_a_device_field"  # "besteld bij" is a shop
    asked = parts - _ASPECTS
    if any(apart <= asked for apart in _APART) and not asked & {"names_people", "not_a_device_field"}:
        return None
    if asked == {"price"} and "total" in parts and not parts & {"each", "device", "a_kind"}:
        return "price_total"
    first = next((field for field in _FIRST if field in asked), None)
    return first or _device(asked, parts)


def names_devices(text: str) -> bool:
    """A heading that asks for the name of a device: what its owner calls it, or what it is."""
    parts = {_part(token) for token in tokens(text)}
    own = {"device", "a_kind", "kind", "brand", "model"}
    joined = any(token.endswith(_NAMES) and token not in _NAMES for token in tokens(text))
    named = joined or (not set(_NAMES).isdisjoint(tokens(text)) and bool(parts & own))
    return named and parts - {None} <= own | {"names_people", "filler"}


def _device(asked: frozenset[str], parts: frozenset[str]) -> str | None:
    if "described" in asked or {"brand", "model"} <= asked:
        return "brand_and_model"
    if asked == {"model"} and parts & {"device", "a_kind"} and "number" not in parts:
        return "kind"  # "type apparaat"
    if len(asked) == 1:
        return next(iter(asked))
    if asked:
        return "kind" if asked == {"kind", "model"} else "brand_and_model"
    if "device" in parts:
        return "not_a_device_field" if "number" in parts else "kind"
    if "moment" in parts:
        return "purchased"
    return "count" if "each" in parts else None


@lru_cache(maxsize=8192)
def _part(token: str) -> str | None:
    known = heading_parts()
    if token in known:
        return known[token]
    if len(token) < _LONG:
        return None
    near = {
        part
        for word, part in known.items()
        if len(word) >= _LONG and word[0] == token[0] and OSA.distance(word, token, score_cutoff=1) <= 1
    }
    return near.pop() if len(near) == 1 else None
