"""Labels that count on: "CB01 t/m CB24" are the labels of twenty-four devices."""

import re
from functools import lru_cache
from typing import Final

from planning.core.text import folded, tokens
from planning.inventory.values.devices import is_kind_word, knows_model, names_model
from planning.inventory.words.cell_words import cell_words

NAME: Final = r"[a-z]{1,4}(?:[-_ ][a-z]{1,4})?"
NUMBER: Final = r"\d{1,4}"
_SHORTEST: Final = 3  # of a label in a line; "G1" is a generation
_MOST: Final = 300  # devices with labels that follow each other
_TO: Final = r"\s*(?:t/m|tm|t\.?m\.?|tot en met|tot|-|–|to|\.\.\.?)\s*"


def _label(name: str) -> str:
    """A label as a pattern: letters, or none, in a group of this name, and its number in another."""
    return rf"(?P<{name}>(?:{NAME})?[-_ ]?(?:\d+[-_.])?)(?P<{name}_n>{NUMBER})"


RANGE: Final = re.compile(_label("a") + _TO + _label("b"))
_IN_A_LINE: Final = re.compile(
    rf"(?<![\w-])(?P<a>[A-Z]{{1,4}}[-_]?)(?P<a_n>{NUMBER}){_TO}(?P<b>(?:[A-Z]{{1,4}}[-_]?)?)(?P<b_n>{NUMBER})(?![\w/])"
)
_BARE: Final = re.compile(
    rf"(?:\b(?:nrs?\.?|nummers?|genummerd|labels?|gelabeld|stickers?)[\s:]+(?:van\s+)?)(?P<a>)(?P<a_n>0*1){_TO}(?P<b>)"
    rf"(?P<b_n>{NUMBER})(?![\w/.,-])",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r"(?<![\w.,/-])\d{1,4}(?![\w/-])")


_NAMED: Final = r"(?:[A-Z]{1,4}[-_ ]?0\d{1,2}|[A-Z]{1,4}[-_]\d{1,3}|[A-Z]{1,2}\d{2})(?![\w/.-])"
_NUMBERED: Final = r"(?:(?i:nrs?\.?|nummers?|laptopnrs?\.?)\s|#)\s*\d{1,3}(?![\w/.,-])"
_NEXT: Final = r"\s*(?:,|/|&|\+|\ben\b)\s*"
_NAMED_ONES: Final = re.compile(
    rf"(?<![\w/.-])(?:{_NAMED}(?:{_NEXT}{_NAMED})*|{_NUMBERED}(?:{_NEXT}#?\d{{1,3}}(?![\w/.-]))*)"
)


@lru_cache(maxsize=8192)
def with_named_counted(text: str) -> str:
    """A remark with how many devices it names by their labels: "B07 en B09 kapot" is of two, and no seven or nine."""
    return _NAMED_ONES.sub(_how_many, text) if any(map(str.isdigit, text)) else text


def _how_many(found: re.Match[str]) -> str:
    named = re.findall(r"\d+", found.group())
    is_model = any(map(names_model, re.split(_NEXT, found.group())))
    return found.group() if is_model else str(len(named))


def labels_between(found: re.Match[str]) -> int | None:
    """How many labels a range of RANGE names; None where its two labels are of different sorts."""
    first, last = int(found["a_n"]), int(found["b_n"])
    same = found["b"].lower() in ("", found["a"].lower())
    return last - first + 1 if same and first <= last < first + _MOST else None


def with_labels_counted(text: str) -> str:
    """A line with the number of its labels in their place: "chromebooks CB01 t/m CB25" -> "25 chromebooks".

    Where the line says the number itself the labels go; two ranges, and rooms and groups, stay as they are.
    """
    ranges = [*_IN_A_LINE.finditer(text), *_BARE.finditer(text)]
    if len(ranges) != 1 or cell_words("place").find(tokens(ranges[0]["a"])):
        return text
    found = ranges[0]
    number = labels_between(found)
    if not number or number < 2:
        return text
    before, behind = text[: found.start()].rstrip(" (:"), text[found.end() :].lstrip(" ):=-–")
    last = tokens(before)[-2:]
    of_devices = not last or any(map(knows_model, (last[-1], " ".join(last))))
    told = _COUNTED.findall(folded(f"{before} ¦ {behind}"))
    numbered = not found["a"] and str(number) in told  # "30 chromebooks (2015), nr 1 t/m 30"
    if 0 < len(found["a"]) < _SHORTEST - len(found["a_n"]) or not (of_devices or numbered):
        return text  # behind anything but a device they are labels of something else
    joined = "" if behind.startswith((",", ";", ".")) else " "
    if str(number) in told:
        return f"{before}{joined}{behind}".strip()
    rest, _, word = before.rpartition(" ")
    if not before or is_kind_word(word):
        return f"{rest} {number} {word or 'stuks'}{joined}{behind}".strip()
    return f"{before} ({number} stuks){joined}{behind}".strip()
