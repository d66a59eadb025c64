"""What the board does about it: measures with an owner and a date, and how far each is. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from planning.core.refusal import Reason
from planning.core.text import name_key
from planning.core.translation import N_
from planning.privacy.norms import LONGEST_OWNER, LONGEST_TITLE, length_reasons

STATES: Final = ("planned", "doing", "done", "dropped")
OPEN: Final = ("planned", "doing")


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as it was on a day; every change is a line of its own, earlier ones stay."""

    measure_id: int | None  # None: new
    title: str
    owner: str
    due: date
    state: str  # one of STATES
    norm: str | None  # the code of the norm it serves
    on: date  # since when this holds
    entered_by: str = ""
    version: int = 0  # the data version that entered it

    def is_late(self, as_of: date) -> bool:
        """Still to do after its date."""
        return self.state in OPEN and self.due < as_of


def measures_on(lines: Iterable[Measure], as_of: date) -> tuple[Measure, ...]:
    """Every measure as it was on a date: late ones first, then by date."""
    found: dict[int | None, Measure] = {}
    for line in sorted(lines, key=lambda line: (line.on, line.version)):
        if line.on <= as_of:
            found[line.measure_id] = line
    return tuple(sorted(found.values(), key=lambda m: (m.state not in OPEN, m.due, name_key(m.title))))


def measure_reasons(measure: Measure, codes: Iterable[str], today: date) -> list[Reason]:
    """Why this cannot be a measure; `codes` are the norms there are."""
    reasons = []
    if not measure.title.strip():
        reasons.append(Reason("measure_without_name", "title"))
    if not measure.owner.strip():
        reasons.append(Reason("measure_without_owner", "owner"))
    if measure.norm is not None and measure.norm not in set(codes):
        reasons.append(Reason("norm_unknown", "norm", {"code": measure.norm}))
    if measure.on > today:
        reasons.append(Reason("measure_to_come"))
    return reasons + length_reasons(
        ("title", N_("The measure"), measure.title, LONGEST_TITLE),
        ("owner", N_("The owner"), measure.owner, LONGEST_OWNER),
    )
