"""The notes that people hang on cells, which calamine does not give; here those of an xlsx.

The XML is searched with plain patterns, never parsed: a hostile file has nothing to expand.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from posixpath import dirname, join, normpath
from typing import Final

from planning.workbooks.cell_styles import TAG, attributes
from planning.workbooks.columns import column_number
from planning.workbooks.grid import Place

OURS: Final = "Vlootplan"
"""Who wrote the notes in a list that was marked here."""
_RELATION: Final = re.compile(TAG + rb"Relationship\s([^>]*)>")
_AUTHORS: Final = re.compile(TAG + rb"author(?:\s*/>|>([^<]*)<)")
_NOTE: Final = re.compile(TAG + rb"comment\s([^>]*)>(.*?)</(?:\w+:)?comment>", re.DOTALL)
_TEXT: Final = re.compile(TAG + rb"t(?:\s[^>]*)?>([^<]*)<")
_CELL: Final = re.compile(rb"([A-Z]{1,3})([1-9]\d{0,6})")
_THREAD: Final = re.compile(r"^\[[^\]]*\].*?\n\s*\w+:\s*\n", re.DOTALL)
"""What Excel writes for older versions of itself above a note of a conversation."""
_SIGNED: Final = re.compile(r"^[^\n:]{1,60}:\s*\n")
_MOST: Final = 5_000
_LONGEST: Final = 500  # signs that are read of a note


def notes_of(sheet: str, part: Callable[[str], bytes]) -> dict[Place, str]:
    """Cell, counted from 0 -> what its note says, without who signed it. `part` gives a part of the file by name."""
    relations = part(f"{dirname(sheet)}/_rels/{sheet.rpartition('/')[2]}.rels")
    found: dict[Place, str] = {}
    for relation in map(attributes, _RELATION.findall(relations)):
        if relation.get(b"Type", b"").endswith(b"/comments"):
            target = relation.get(b"Target", b"").decode("utf-8", "replace")
            name = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(sheet), target))
            found.update(_notes(part(name)))
    return found


def unsigned(text: str) -> str:
    """What a note says, without the name that programs write above it."""
    return _SIGNED.sub("", _THREAD.sub("", text[:_LONGEST])).strip()


def _notes(comments: bytes) -> Iterator[tuple[Place, str]]:
    authors = [unescape(name.decode("utf-8", "replace")) for name in _AUTHORS.findall(comments)]
    for number, (tag, body) in enumerate(_NOTE.findall(comments)):
        told = attributes(tag)
        cell, author = _CELL.fullmatch(told.get(b"ref", b"")), told.get(b"authorId", b"")
        by = authors[int(author)] if author.isdigit() and int(author) < len(authors) else ""
        said = unsigned(unescape(b"".join(_TEXT.findall(body)).decode("utf-8", "replace")))
        if number < _MOST and cell and said and by != OURS:
            yield (int(cell[2]) - 1, column_number(cell[1].decode()) - 1), said
