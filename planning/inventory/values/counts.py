"""How many devices a cell says: "30x", "2 karren van 16", or that nobody knows for sure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from planning.core.text import Cell, clean, folded, tokens, word_set
from planning.inventory.values.issue import DROPPED, Issue, Option
from planning.inventory.values.status import read_remark
from planning.inventory.words.cell_words import cell_words
from planning.workbooks.model import Choice

MOST_IN_ONE_LOT: Final = 1000  # a lot of more devices than a school has pupils is another number
_UNDER_TWENTY: Final = {
    word: number
    for number, names in enumerate(
        (
            "een one", "twee two", "drie three", "vier four", "vijf five", "zes six", "zeven seven", "acht eight",
            "negen nine", "tien ten", "elf eleven", "twaalf twelve", "dertien thirteen", "veertien fourteen",
            "vijftien fifteen", "zestien sixteen", "zeventien seventeen", "achttien eighteen", "negentien nineteen",
            "twintig twenty",
        ),
        start=1,
    )
    for word in names.split()
}  # fmt: skip
_TENS: Final = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
    "negentig": 90,
}  # fmt: skip
_ENGLISH_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
NUMBER_WORDS: Final = (
    _UNDER_TWENTY
    | _TENS
    | _ENGLISH_TENS
    | {"honderd": 100, "hundred": 100}
    | {
        f"{unit}en{ten}": tens + number
        for ten, tens in _TENS.items()
        for unit, number in _UNDER_TWENTY.items()
        if number < 10
    }
)
"""Numbers in words, without accents: "vijfentwintig"."""
_HALVES: Final = {"half": 6, "een half": 6, "half a": 6, "anderhalf": 18, "anderhalve": 18}
_WORD: Final = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
DOZENS: Final = (
    rf"(?:(?P<half>{'|'.join(sorted(_HALVES, key=len, reverse=True))})\s+(?:dozijn|dozen)"
    rf"|(?:(?P<dozens>\d{{1,2}}|{_WORD})\s*(?:x\s*)?)?(?:dozijn(?:en|tjes?)?|dozyn)"
    r"|(?P<english>a|one|two|three|four|five)\s+dozen)"
)
"""Twelve, or some times that. Dutch "dozen" are boxes, of which nobody knows how much they hold."""
_IN_DOZENS: Final = re.compile(rf"\b{DOZENS}\b")
_SPLIT_TENS: Final = re.compile(
    rf"\b(?P<unit>{_WORD})\s*-?\s*en\s*-?\s*(?P<ten>{'|'.join(_TENS)})\b"
    rf"|\b(?P<english>{'|'.join(_ENGLISH_TENS)})[\s-](?P<one>{_WORD})\b"
)
_UNIT: Final = (
    r"(?:x|st|stk|stks|stuk|stuks|ex|exemplaren|pcs|pieces|devices?|apparaten|laptops?|ipads?|tablets?|chromebooks?"
    r"|computers?|pc'?s)"
)
_ARTICLES: Final = frozenset({"een", "one"})
_ONE_OR_MORE: Final = re.compile(r"\b(?:een|one)(?=\s+(?:of|a|tot|or|to)\s+\d)")
_ONE_PIECE: Final = re.compile(rf"^(?:een|one)(?P<unit>\s*(?:{_UNIT}\.?)?)$")
_NUMBER_WORD: Final = re.compile(rf"\b(?:{_WORD})\b")
_WHOLE: Final = re.compile(rf"^(?:aantal:?\s*)?(?:x\s*)?(\d+)(?:[.,]0+)?\s*{_UNIT}?\.?$")
_SUM: Final = re.compile(r"^=?\s*\d+(?:\s*[+*]\s*\d+)+$|^=\s*\d+$")
_GROUPS: Final = re.compile(
    r"^(\d+)\s*(?:x|volle)?\s*(?:laad|ipad|laptop|tablet|chromebook)?"
    r"(?:karren|kar|kasten|kast|koffers|koffer|dozen|doos|sets|set|trolleys?|wagens?|carts?)\s*"
    r"(?:van|a|met|x|of|with|\()\s*(\d+)\s*(?:stuks|devices|st)?\)?$|^(\d+)\s*[x*]\s*(\d+)$"
)
_RANGE: Final = re.compile(r"^(\d+)\s*(?:[-–/]|tot|a|of|to|t/m)\s*(\d+)$")
_ROUGHLY: Final = re.compile(
    r"^(?:±|~|\+/-|>|<|ca\.?|circa|ong\.?|ongeveer|plm\.?|rond(?: de)?|minstens|minimaal|max\.?|bijna|ruim|about"
    r"|approx\.?)\s*(\d+)"
)
_MARKS: Final = re.compile(r"(?:[x×✗✕]+|[|/]+|[il1]*[il][il1]*|[v✓✔]+|[*•●■]+)")
"""Strokes and crosses of a tally, each of one device."""
_ANY: Final = re.compile(r"\d+")
_NUMBERED: Final = re.compile(
    r"\b(?:(?:stam|jaar)?groep(?:en)?|gr|klas(?:sen)?|leerjaar|leerjaren|lokaal|lokalen|lok|ruimte|kamer|kar|kast|kluis"
    r"|unit|verdieping|etage|rij|regel|vak|group|grade|class|room|cart|row)\b\.?:?\s*"
    r"\d+[a-z]?\b(?:\s*(?:/|-|,|&|\+|en|t/m|tot|and)\s*\d+[a-z]?\b)*(?!\s*(?:x|stuks?|st)\b)"
)
"""Numbers that name what stands before them, and count nothing: "samen met groep 4"."""
_WITH_REMARK: Final = re.compile(
    rf"^(\d+)\s*(?:{_UNIT}\b\.?)?\s*[(,;:/–-]?\s*(?!(?:of|or|a|tot|to)\b)((?:\d+\s*)?[a-z].*?)\)?$"
)
_AROUND: Final = word_set("in op bij uit de het een voor naar the at on")
_OF: Final = word_set("van voor bij tbv alleen de het een of for the")
_TOGETHER: Final = word_set("totaal samen tot in total")
_AND_MORE: Final = re.compile(r"^(\d+)\s*([a-z ]*?)\s*(\+|&|\ben\b|\bplus\b|[/,;]|\s)\s*((\d+)\s*[a-z].*)$")
_ADDED: Final = frozenset({"+", "&", "en", "plus"})
_EXPLAINED: Final = re.compile(
    r"^(\d+)\s*(?:[(=]|\s)\s*=?\s*(\d+(?:\s*[+*x]\s*\d+)+)\s*\)?$|^(\d+(?:\s*[+*x]\s*\d+)+)\s*=\s*(\d+)$"
)
_BEFORE: Final = re.compile(
    r"^(\d+)\s*[(,]?\s*(?:was|waren|ipv|i\.p\.v\.|in plaats van|eerst|voorheen|vorig jaar)\s+\d+\)?$"
)
_AGAIN: Final = re.compile(r"^(\d+)\s*[(=]\s*\1\s*\)?$")
_PARTS: Final = re.compile(r"\s+(?:en|and)\s+|\s*[,;/&+]\s*")


@dataclass(frozen=True, slots=True)
class Count:
    """Devices in a lot; 0 where the list says there are none."""

    devices: int
    issue: Issue | None = None
    remark: str = ""  # what the cell says beside the number: "1 defect"


def read_count(cell: Cell, *, empty_is_one: bool, in_marks: bool = False) -> Count:
    """What a cell of the count column says. Where it is unclear the row counts for nothing until a person chooses.

    `in_marks`: others of its column are tallies, so that one mark is one device.
    """
    if isinstance(cell, date):  # Excel made a date of "4-9"
        return _unclear(sorted({cell.day, cell.month}))
    if isinstance(cell, float) and not cell.is_integer():
        return _unclear([int(cell)])
    text = in_digits(folded(clean(cell)).strip().rstrip(",.;: "))
    marks = tallied(text) or 0
    if marks > 1 or (marks and in_marks):
        return Count(marks)
    if _says_nothing(text):
        return Count(1) if empty_is_one and text in ("", "-") else _unclear([1])
    number = _whole(text)
    if number is not None:
        return Count(number) if number <= MOST_IN_ONE_LOT else _unclear([number])
    if (told := _told_twice(text)) and told <= MOST_IN_ONE_LOT:
        return Count(told)
    groups = _GROUPS.match(text)
    if groups:
        several, each = (int(part) for part in groups.groups() if part)
        return Count(several * each, Issue("count-computed", "info", {"count": str(several * each)}))
    noted = _noted(text)
    if noted and noted.devices <= MOST_IN_ONE_LOT:
        return noted
    between = _RANGE.match(text)
    if between:
        return _unclear([int(part) for part in between.groups()])
    roughly = _ROUGHLY.match(text)
    numbers = [int(roughly.group(1))] if roughly else [int(n) for n in _ANY.findall(_NUMBERED.sub(" ", text))]
    return _unclear(numbers)


def in_digits(text: str) -> str:
    """A text (lower case, no accents) with its numbers in digits: "twee dozijn", "acht stuks".

    "Een" is an article, except before what counts pieces and in "een of twee".
    """
    text = _SPLIT_TENS.sub(_joined, _IN_DOZENS.sub(_times_twelve, text))
    text = _ONE_PIECE.sub(r"1\g<unit>", text)
    text = _NUMBER_WORD.sub(lambda m: m[0] if m[0] in _ARTICLES else str(NUMBER_WORDS[m[0]]), text)
    return _ONE_OR_MORE.sub("1", text)


def _times_twelve(found: re.Match[str]) -> str:
    if found["half"]:
        return str(_HALVES[found["half"]])
    several = found["dozens"] or found["english"] or "een"
    return str(12 * (int(several) if several.isdigit() else NUMBER_WORDS.get(several, 1)))


def _joined(found: re.Match[str]) -> str:
    ten, one = (found["ten"], found["unit"]) if found["ten"] else (found["english"], found["one"])
    return str(NUMBER_WORDS[ten] + NUMBER_WORDS[one])


def are_tallies(cells: Iterable[Cell]) -> bool:
    """Some of the cells of a column are plainly a tally, of more than one mark."""
    return any(isinstance(cell, str) and (tallied(clean(cell)) or 0) > 1 for cell in cells)


def _told_twice(text: str) -> int | None:
    """ "30 (2x15)", "12 (twaalf)" and "24 (was 26)": a number, and how one comes to it, again, or what it was before.

    None where they differ.
    """
    if before := _BEFORE.match(text) or _AGAIN.match(text):
        return int(before[1])
    found = _EXPLAINED.match(text)
    if not found:
        return None
    stated, written = int(found[1] or found[4]), (found[2] or found[3]).replace("x", "*")
    return stated if sum(map(_product, written.split("+"))) == stated else None


def tallied(text: str) -> int | None:
    """How many marks a tally holds: "xxxxx xx", "|||| |"; None where it is none."""
    written = folded(text).replace(" ", "")
    return len(written) if written and not written.isdigit() and _MARKS.fullmatch(written) else None


def _says_nothing(text: str) -> bool:
    said = tokens(text)
    return not said or cell_words("unknown").exact(said) is not None


def _whole(text: str) -> int | None:
    plain = _WHOLE.match(text)
    if plain:
        return int(plain.group(1))
    if _SUM.match(text):
        # Only digits, + and *: products first, as Excel reads it.
        terms = text.lstrip("= ").split("+")
        return sum(_product(term) for term in terms)
    return NUMBER_WORDS.get(text)


def _noted(text: str) -> Count | None:
    """ "8 (1 defect)", "12 + 3 reserve", "5 kapot": a number, and what holds for some or all of them."""
    more = _AND_MORE.match(text)
    if more and read_remark(more[4]).part == int(more[5]):
        works = read_remark(more[2]).status == "in_use"  # "7 goed, 1 stuk" are eight
        if works or (not more[2] and more[3] in _ADDED):
            return Count(int(more[1]) + int(more[5]), remark=more[4])
    found = _WITH_REMARK.match(text)
    if not found:
        return None
    remark = read_remark(found[2])
    if (not remark.understood and _is_place(found[2])) or folded(found[2]) in _TOGETHER:
        return Count(int(found[1]))  # "8 (in kar 2)": where they are changes nothing
    if not remark.understood and _is_of_whom(found[2]):
        return Count(int(found[1]), remark=found[2])
    numbers = len(_ANY.findall(found[2]))
    clear = numbers == len(parts_in(found[2])) if remark.part else numbers == 0 and (remark.whole or bool(remark.doubt))
    return Count(int(found[1]), remark=found[2]) if clear else None


def parts_in(text: str) -> list[str]:
    """The clauses of a remark that each say something of a part of a lot: "waarvan 1 defect en 2 reserve"."""
    clauses = _PARTS.split(text)
    return clauses if len(clauses) > 1 and all(read_remark(clause).part for clause in clauses) else [text]


def _is_place(text: str) -> bool:
    """Nothing but where devices are: "in kar 2", "lokaal 4", "groep 5 en 6"."""
    said = tokens(text)
    hits = cell_words("place").find(said)
    covered = {place for hit in hits for place in range(hit.start, hit.end)}
    rest = [place for place, token in enumerate(said) if place not in covered and token not in _AROUND]
    # A number anywhere but behind its place counts something: "2 in lokaal 3", "karren a 16".
    numbers = all(
        (said[p].isdigit() and p - 1 in covered) or (len(said[p]) == 1 and said[p - 1].isdigit()) for p in rest
    )
    return bool(hits) and not said[0].isdigit() and numbers


def _is_of_whom(text: str) -> bool:
    """Nothing but whose devices are: "van de IB", "leerlingen"."""
    said = tuple(word for word in tokens(text) if word not in _OF)
    return cell_words("audience").exact(said) is not None


def _product(term: str) -> int:
    result = 1
    for factor in term.split("*"):
        result *= int(factor)
    return result


def _unclear(numbers: list[int]) -> Count:
    possible = [n for n in dict.fromkeys(numbers) if 1 <= n <= MOST_IN_ONE_LOT][:4]
    options = [Option(Choice("leave_out"), {DROPPED: True})]
    options += [Option(Choice(f"count_{n}", {"n": str(n)}), {"count": n}) for n in possible]
    return Count(possible[0] if possible else 1, Issue("count-unclear", "must", options=tuple(options)))
