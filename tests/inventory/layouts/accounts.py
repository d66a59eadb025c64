"""Every row that is not blank ends up somewhere, and in one place only."""

from collections import Counter

from planning.inventory.reading import Reading
from tests.making import Rows


def filled(rows: Rows) -> set[int]:
    """Excel's numbers of the rows in which something stands."""
    return {number for number, row in enumerate(rows, 1) if any(cell not in ("", None) for cell in row)}


def accounted(reading: Reading) -> list[int]:
    """The rows of a reading's devices, of its questions to a person and of what it left out; each once if all is well.

    A question on a row of a device is about that device: the row counts once.
    """
    devices = set(reading.devices["row"])
    asked = {problem.row for problem in reading.problems if problem.row is not None} - devices
    told = Counter([*devices, *asked, *(ignored.row for ignored in reading.ignored_rows)])
    return sorted(told.elements())
