"""Whatever opens a coordinator's file, in a process of its own: reading it, and marking it.

Light to import, so that the command line can start the other process first and load pandas beside it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from planning.core.apart import Allowance, Apart, Ended

if TYPE_CHECKING:
    from typing import Unpack

    from planning.inventory.reading import Reading, Said

_APART: Final = Apart("planning.inventory.apart:warm_up")


class DefectApart(Exception):  # noqa: N818 - says what it is
    """Our own code failed in the process apart; says where, and nothing of the file."""


def start() -> None:
    """Start the process that reads, ahead of the first file; returns at once."""
    _APART.start()


def warm_up() -> None:
    """Load the reader and its tables of words, in the process that every reading is forked from."""
    from planning.inventory.read.reader import read_inventory
    from planning.inventory.write.marking import mark_workbook

    content = b"Soort;Merk;Aantal\nlaptop;HP;1\n"
    mark_workbook(content, read_inventory(content, "lijst.csv"))


def read_apart(content: bytes, name: str, **said: "Unpack[Said]") -> "Reading":
    """`reader.read_inventory` apart. Raises FileRefused, also where the file asks too much time or memory."""
    from planning.inventory.read.reader import read_inventory
    from planning.workbooks.files import refuse_large
    from planning.workbooks.limits import READING

    refuse_large(content)  # it is not even sent
    ended = run(READING, read_inventory, content, name, **said)
    reading: Reading = value_of(ended)
    return reading


def mark_apart(content: bytes, reading: "Reading") -> bytes:
    """`marking.mark_workbook` apart: with the file's own look, else its cells, else the remarks alone."""
    from planning.inventory.write.marking import mark_workbook
    from planning.workbooks.limits import MARKING

    for keep in ("look", "cells"):
        ended = run(MARKING, mark_workbook, content, reading, keep)
        if ended.end in ("done", "defect"):
            marked: bytes = value_of(ended)
            return marked
    return mark_workbook(b"", reading, "remarks")


def run(allowance: Allowance, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Ended:
    """How a function on a file ended apart, and what it took; a refusal is a value here."""
    return _APART.run(allowance, _refusable, function, args, kwargs)


def _refusable(function: Callable[..., Any], args: Any, kwargs: Any) -> Any:
    from planning.workbooks.model import FileRefused

    try:
        return function(*args, **kwargs)
    except FileRefused as refused:
        return refused


def value_of(ended: Ended) -> Any:
    """What a file gave. Raises FileRefused, also for a limit it passed, and DefectApart for what our own code did."""
    from planning.workbooks.model import FileRefused

    if ended.end == "defect":
        raise DefectApart(ended.value)
    if ended.end != "done":
        raise FileRefused({"time": "too_slow", "memory": "too_much_inside", "crash": "damaged"}[ended.end])
    if isinstance(ended.value, FileRefused):
        raise ended.value
    return ended.value
