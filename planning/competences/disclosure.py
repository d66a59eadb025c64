"""What may be told of a self-scan: the one gate between kept counts and everything that is shown.

A group of fewer than SMALLEST teachers is never shown, nor to be worked out. Four rules make it so:

1. A scan, or a competence in it, with fewer than SMALLEST answers has no figure at all: its counts are not even kept.
2. A number of teachers is told as a multiple of SMALLEST, rounded down. Sums and differences of such numbers, over
   levels, schools or dates, are multiples of SMALLEST again: no subtraction gives 1 to 4.
3. How many teachers chose which level is not told; only their mean, rounded so coarsely (`_step`) that for every set
   of levels several numbers of teachers fit, also for a reader who knows how many teachers answered.
4. Every total, gap, change and comparison is worked out from these released figures, never from the counts
   (picture.py): a view can tell no more than the figures it is made of, however views are laid side by side.

So no second school needs hiding when one is too small: there is no total that the small one is part of.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

SMALLEST: Final = 5
LARGE: Final = 10
"""From so many answers on a mean is told in fifths of a level, below it in halves."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A self-scan as kept. Never leaves the service: `release` makes of it what may be shown."""

    school_id: str
    scanned_on: date
    scale: str
    asked: frozenset[str]  # competences that were questions in it
    counts: Mapping[str, Mapping[int, int]]  # competence -> level -> teachers; of those that enough answered


@dataclass(frozen=True, slots=True)
class ReleasedScan:
    """What may be shown of a self-scan."""

    school_id: str
    scanned_on: date
    scale: str
    asked: frozenset[str]
    teachers: int  # at least so many answered; a multiple of SMALLEST, 0 where it is too small to show
    levels: Mapping[str, float]  # competence -> rounded mean level; without those answered by too few

    @property
    def is_too_small(self) -> bool:
        """Held, but by too few to show anything of it."""
        return self.teachers == 0


def release(scan: Scan) -> ReleasedScan:
    """What may be shown of a scan."""
    answered = max((sum(counts.values()) for counts in scan.counts.values()), default=0)
    levels = {key: level for key, counts in scan.counts.items() if (level := shown_level(counts)) is not None}
    return ReleasedScan(scan.school_id, scan.scanned_on, scan.scale, scan.asked, at_least(answered), levels)


def keepable(counts: Mapping[str, Mapping[int, int]]) -> dict[str, dict[int, int]]:
    """The counts that may be kept: those of competences that enough teachers answered."""
    return {key: dict(levels) for key, levels in counts.items() if sum(levels.values()) >= SMALLEST}


def at_least(teachers: int) -> int:
    """A number of teachers as it may be told: 4 -> 0, 13 -> 10."""
    return teachers // SMALLEST * SMALLEST


def shown_level(counts: Mapping[int, int]) -> float | None:
    """The mean level as it may be told; None where fewer than SMALLEST answered."""
    answered = sum(counts.values())
    if answered < SMALLEST:
        return None
    steps = Fraction(sum(level * n for level, n in counts.items()), answered) / _step(answered)
    return float(int(steps + Fraction(1, 2)) * _step(answered))  # half up


def _step(answered: int) -> Fraction:
    return Fraction(1, 5) if answered >= LARGE else Fraction(1, 2)
