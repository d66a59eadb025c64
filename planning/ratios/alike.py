"""A school beside schools of about its size: what is usual there. Pure."""

from dataclasses import dataclass
from math import ceil, floor
from statistics import median
from typing import Final

from planning.ratios.rules import GroupRatio

SMALLEST: Final = 2 / 3
LARGEST: Final = 3 / 2
"""Pupils of a school of about the same size, as a share of the own pupils. A convention of ours."""
FEWEST: Final = 3
"""Schools below which there is no comparison: it would tell of single schools, and a median of two is an average."""


@dataclass(frozen=True)
class Alike:
    """The other schools of about the same size that have a ratio on the reference date."""

    schools: int
    smallest: int  # pupils, the bounds that were looked between
    largest: int
    pupils_per_device: float  # their median


def alike(ratio: GroupRatio, school_id: str) -> Alike | None:
    """The other schools of about the size of this one; None where they are fewer than FEWEST, or it is unknown."""
    own = next((school for school in ratio.known if school.school_id == school_id), None)
    if own is None or not own.pupils:
        return None
    smallest, largest = ceil(own.pupils * SMALLEST), floor(own.pupils * LARGEST)
    found = [
        school.pupils_per_device
        for school in ratio.known
        if school is not own and school.pupils_per_device and smallest <= (school.pupils or 0) <= largest
    ]
    return Alike(len(found), smallest, largest, median(found)) if len(found) >= FEWEST else None
