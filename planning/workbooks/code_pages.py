"""The letters behind bytes that name no code page, and behind text that was read in the wrong one."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

# Excel in Dutch saves "csv" in the first, old programs and MS-DOS (437 has the same small letters) in the second, a Mac
# in the third. Of equals the first holds.
_CODE_PAGES: Final = ("cp1252", "cp850", "mac_roman")
_SAMPLE: Final = 2000  # letters beyond ascii
_BEYOND_ASCII: Final = re.compile(r"(.?)([^\x00-\x7f])(?=(.?))", re.DOTALL)
_OFTEN: Final = frozenset("éëèïöüÉËÈÏÖÜ")  # in Dutch; the others stand in names and loans
_SOMETIMES: Final = frozenset("áàâäêíîóôúûçñÁÀÂÄÊÍÎÓÔÚÛÇÑ")
_BEHIND_A_WORD: Final = frozenset("’”…")
_BEFORE_A_WORD: Final = frozenset("‘“")
_BETWEEN: Final = frozenset("€–—•°±²³½¼¾·§®©™\xa0")

_CONTINUED: Final = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_TWICE: Final = re.compile(f"[ÂÃ][{re.escape(_CONTINUED)}]|â[{re.escape(_CONTINUED)}]{{2}}")
_BYTES: Final = {letter: 0x80 + place for place, letter in enumerate(_CONTINUED)}


def decoded(content: bytes) -> str:
    """Text in the code page whose letters make the likeliest Dutch, where it is no unicode."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode(likely_page(content), "replace")


def likely_page(content: bytes) -> str:
    """The code page, of those with a byte for each letter, that makes the likeliest Dutch."""
    return max(_CODE_PAGES, key=lambda page: _likeliness(content.decode(page, "replace")))


def mended(text: str) -> str:
    """Text without what unicode becomes where a program took it for cp1252, once or more: "BelgiÃ«" -> "België"."""
    while (better := _TWICE.sub(_once, text)) != text:
        text = better
    return text


def _once(found: re.Match[str]) -> str:
    written = bytes(_BYTES.get(letter, ord(letter)) for letter in found.group())
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        return found.group()


def _likeliness(text: str) -> int:
    return sum(_weights(text))


def _weights(text: str) -> Iterator[int]:
    for found in islice(_BEYOND_ASCII.finditer(text), _SAMPLE):
        before, letter, after = found.groups()
        if letter.isalpha():
            yield _weight_of_letter(before, letter, after)
        elif letter in _BEHIND_A_WORD:
            yield 2 * (before.isalnum() and (letter == "’" or not after.isalpha()))
        elif letter in _BEFORE_A_WORD:
            yield 2 * (not before.isalnum())
        else:
            yield letter in _BETWEEN


def _weight_of_letter(before: str, letter: str, after: str) -> int:
    in_a_word = before.isalpha() or after.isalpha()
    if before.isdigit() or after.isdigit() or (letter.isupper() and before.islower()):
        return 0  # "10ö", "CafÇ"
    return (2 * (letter in _OFTEN) or letter in _SOMETIMES) if in_a_word else letter in _SOMETIMES
