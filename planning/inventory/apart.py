"""Reading and marking an inventory in a process of its own.

Light to import, so that the command line can start the other process first and load pandas beside it.
"""

from typing import TYPE_CHECKING

from planning.workbooks import apart, limits

if TYPE_CHECKING:
    from planning.inventory.guidance import Guidance
    from planning.inventory.reading import Reading


def warm_up() -> None:
    """Load the reader and its tables of words, in the process that every reading is forked from."""
    import networkx  # noqa: F401 - asked for by some lists only, and then in every child anew

    from planning.inventory.read.reader import read_inventory
    from planning.inventory.write.marking import mark_workbook

    content = b"Soort;Merk;Aantal\nlaptop;HP;1\n"
    mark_workbook(content, read_inventory(content, "lijst.csv"))


def read_apart(content: bytes, name: str, guidance: "Guidance | None" = None) -> "Reading":
    """`reader.read_inventory` apart. Raises FileRefused, also where the file asks too much time or memory."""
    from planning.inventory.guidance import UNGUIDED
    from planning.inventory.read.reader import read_inventory

    return apart.read_apart(read_inventory, content, name, guidance or UNGUIDED)


def mark_apart(content: bytes, reading: "Reading") -> bytes:
    """`marking.mark_workbook` apart: with the file's own look, else its cells, else the remarks alone."""
    from planning.inventory.write.marking import mark_workbook

    for keep in ("look", "cells"):
        ended = apart.run(limits.MARKING, mark_workbook, content, reading, keep)
        if ended.end in ("done", "defect"):
            marked: bytes = apart.value_of(ended)
            return marked
    return mark_workbook(b"", reading, "remarks")
