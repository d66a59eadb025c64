"""Which words are Dutch only and which English only, as the product's own texts use them, and where one strays."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile
from typing import Final

import sqlalchemy as sa
from babel.dates import get_day_names, get_month_names

from planning.core.database import metadata
from planning.core.paths import REFERENCE
from planning.core.translation import LANGUAGES, read_catalog

WORD: Final = re.compile(r"(?<![\w-])[^\W\d_]{2,}(?![\w])")
NO_WORDS: Final = re.compile(
    r":material/\w+:|:[a-z-]+\[|\]\([^)]*\)|https?://\S+|mailto:\S+|<[^>]*>|%?\{[^}]*\}|`[^`]*`"
    r"|\S+@\S+|[\w./-]+\.(?:xlsx|pdf|pptx|csv|ics|nl|eu|org|com)\b"
)
"""Icons, colours, addresses, tags, gaps to fill, code and names of files."""
SURE: Final = {
    "nl": {
        "the", "and", "your", "you", "with", "from", "which", "what", "not", "are", "have", "this", "that", "these",
        "its", "by", "when", "where", "been",
    },
    "en": {
        "de", "het", "een", "van", "voor", "niet", "wordt", "zijn", "naar", "geen", "deze", "hoe", "wat", "nog", "bij",
        "uit", "zonder", "wie", "heeft", "hun",
    },
}  # fmt: skip
"""Words that are strange in a language even where a text of it that is not translated holds them."""
START: Final = 24  # signs by which a longer text is known where it is cut off
BOTH: Final = ("English", "Nederlands")
"""What a language calls itself, on the button that leads to it."""


def _words(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(NO_WORDS.sub(" ", text))}


@cache
def strange() -> dict[str, frozenset[str]]:
    """By language, the words it has no text with and the other has: "wanneer" in English, "when" in Dutch."""
    said: dict[str, set[str]] = {code: set() for code in LANGUAGES}
    for message in read_catalog("nl"):
        for code, texts in (("en", message.id), ("nl", message.string)):
            for text in (texts,) if isinstance(texts, str) else texts:
                said[code] |= _words(text)
    for row in _reference():
        for name, text in row.items():
            if name.endswith(("_nl", "_en")):
                said[name[-2:]] |= _words(text)
    for code in LANGUAGES:
        for width in ("wide", "abbreviated"):
            names = (*get_day_names(width, locale=code).values(), *get_month_names(width, locale=code).values())
            said[code] |= {name.strip(".").lower() for name in names}
    return {
        "nl": frozenset(SURE["nl"] | (said["en"] - said["nl"])),
        "en": frozenset(SURE["en"] | (said["nl"] - said["en"])),
    }


def _reference() -> Iterator[dict[str, str]]:
    for path in sorted(REFERENCE.rglob("*.csv")):
        with path.open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                yield {name: text for name, text in row.items() if name and text}


def written_by_people(connection: sa.Connection) -> list[str]:
    """What people and sources say in their own language, longest first: on no page is that translated.

    An English word by itself, without a capital, is not among it: that is a code of ours, shown as it is kept.
    """
    found = {text for row in _reference() for name, text in row.items() if not name.endswith(("_nl", "_en"))}
    for table in metadata.sorted_tables:
        found |= {text for row in connection.execute(table.select()) for text in _strings(list(row))}
    dutch, english = strange()["en"], strange()["nl"]
    texts = {text.strip() for text in found}
    told = {text for text in texts if _words(text) & (dutch | english)}
    codes = {text for text in told if " " not in text and not text[:1].isupper() and not _words(text) & dutch}
    return sorted(told - codes, key=len, reverse=True)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (value, *value.splitlines())
        if value.startswith(("{", "[")):
            try:
                yield from _strings(json.loads(value))
            except ValueError:
                return
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from (*_strings(name), *_strings(one))
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _strings(one)


def strayed(texts: Iterable[str], code: str, written: Iterable[str] = ()) -> list[str]:
    """The texts that say a word of the other language, each with those words, but for what people wrote."""
    found = []
    for text in dict.fromkeys(texts):
        left = re.sub(r"\\(?=\W)|\u2060|\u00ad", "", text).replace("<br>", " ")
        left = left.replace("\u00a0", " ").replace("\u2011", "-")
        for own in (*BOTH, *written) if _words(left) & strange()[code] else ():
            if own and own[:START] in left:
                left = _without(left, own)
        if words := _words(left) & strange()[code]:
            found.append(f"{', '.join(sorted(words))}: {text}")
    return found


def _without(text: str, own: str) -> str:
    """`text` without what a person wrote, also where only its beginning is shown."""
    begins = re.search(rf"(?<!\w){re.escape(own[:START])}" + (r"(?!\w)" if len(own) <= START else ""), text)
    if not begins:
        return text
    length = len(list(takewhile(lambda signs: signs[0] == signs[1], zip(text[begins.start() :], own, strict=False))))
    return _without(text[: begins.start()] + "…" + text[begins.start() + length :], own)
