"""Text as people type it: spaces that do not show, capitals, accents and stops make no difference."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_TOKEN: Final = re.compile(r"[a-z]+|\d+")
_PLAIN: Final = re.compile(r"[!-~]+(?: [!-~]+)*")
_UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_ARTICLES: Final = frozenset(("de", "het", "een", "t", "n"))
_IN_FULL: Final = {"st": "sint"}
_LETTERS: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
_SAID: Final = re.compile(r"[0-9]+|[^\W\d_]+")
_LETTERS_ALONE: Final = {code: chr(code).lower() if chr(code).isalpha() else " " for code in range(128)}
_LONGEST: Final = 1_000  # characters of a cell that are looked at: what describes a device is shorter
Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoarseDate:
    """A date cell that shows no day, or only its year: "mei-16" is a month, however the workbook stores it."""

    day: date
    precision: str  # month or year


Cell = str | float | int | bool | date | datetime | time | timedelta | CoarseDate
"""What a grid holds: python-calamine's values ("" is empty) and dates that show less than a day."""


def clean(cell: Cell) -> str:
    """The start of a cell as text: one space between words, nothing that does not show, whole numbers without ".0"."""
    if isinstance(cell, str):
        cell = cell[:_LONGEST]
        if _PLAIN.fullmatch(cell):
            return cell
        return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", cell)).split())
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, CoarseDate):
        return cell.day.strftime("%Y-%m" if cell.precision == "month" else "%Y")
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return str(cell)


def printable(text: str) -> str:
    """The text without signs that nobody sees and that change how it is kept or shown.

    Control signs (PostgreSQL refuses a NUL, Excel and calendars refuse others), signs that turn the order of what
    follows, and half characters. Tabs and line ends stay.
    """
    return _UNPRINTABLE.sub("", text)


NameKey = tuple[tuple[tuple[bool, int, str], ...], str]


def name_key(name: str) -> NameKey:
    """Where a name stands in an alphabetical list, as a Dutch reader looks for it.

    Word for word; capitals, accents and stops make no difference. An article in front is passed over ("De Brink" and
    "'t Hof" stand at B and H, as in a directory), "St." is Sint, ij is i and j (taaladvies.net/ij-alfabetisering), and
    numbers stand by size, before words. Names that read the same stand as they are written.
    """
    said = [_IN_FULL.get(one, one) for one in _SAID.findall(folded(name).translate(_LETTERS))]
    told = said[1:] if len(said) > 1 and said[0] in _ARTICLES else said
    return tuple((True, 0, one) if one[0] > "9" else (False, len(one.lstrip("0")), one) for one in told), name


def folded(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def tokens(text: str) -> Tokens:
    """The words and numbers of a text: "HP250 G5" -> hp, 250, g, 5."""
    return tuple(_TOKEN.findall(folded(text)))


def plain_words(text: str) -> frozenset[str]:
    """The words of letters in a long text in ascii, each once; looked through in a third of the time of `tokens`."""
    return frozenset(text.translate(_LETTERS_ALONE).split())


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for tables written as one line of words."""
    return frozenset(text.split())


def words(text: str) -> str:
    """The text as words alone: "Aanschaf-datum (incl.)" -> "aanschaf datum incl"."""
    return " ".join(tokens(text))


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a text: what it stands for and which tokens it covers."""

    value: str
    start: int
    end: int  # one past the last token

    @property
    def length(self) -> int:
        """Tokens covered."""
        return self.end - self.start


class Phrases:
    """Finds known phrases in a text, longest first; costs as much as the text is long, not as the table is."""

    def __init__(self, known: Mapping[str, str] | Iterable[tuple[str, str]]) -> None:
        pairs = known.items() if isinstance(known, Mapping) else known
        self._values: dict[Tokens, str] = {tokens(phrase): value for phrase, value in pairs}
        self._longest: dict[str, int] = {}
        for phrase in self._values:
            self._longest[phrase[0]] = max(len(phrase), self._longest.get(phrase[0], 0))

    def find(self, text: Tokens) -> list[Hit]:
        """The phrases in `text`, from left to right, none overlapping."""
        if not self.may_be_in(text):
            return []
        hits, start = [], 0
        while start < len(text):
            hit = self._at(text, start)
            if hit:
                hits.append(hit)
            start = hit.end if hit else start + 1
        return hits

    def may_be_in(self, text: Iterable[str]) -> bool:
        """A phrase may start somewhere in `text`; asked first, because most texts hold none."""
        return not self._longest.keys().isdisjoint(text)

    def exact(self, text: Tokens) -> str | None:
        """What the whole of `text` stands for, or None."""
        return self._values.get(text)

    def _at(self, text: Tokens, start: int) -> Hit | None:
        for length in range(min(self._longest.get(text[start], 0), len(text) - start), 0, -1):
            value = self._values.get(text[start : start + length])
            if value is not None:
                return Hit(value, start, start + length)
        return None
