"""What confirming a workbook would do, for one school: nothing is kept until then."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import pandas as pd

from planning.inventory.fleet.compare import by_model, compare, totals
from planning.inventory.fleet.counting import counting_reasons
from planning.inventory.fleet.moves import MoveCheck, Moves
from planning.inventory.fleet.records import Version
from planning.inventory.guidance import UNGUIDED, Guidance
from planning.inventory.memory.shapes import NewChoices, Recollection
from planning.inventory.read.whose_list import LikelySchool
from planning.inventory.reading import Reading

VANISHED_SHARE: Final = 0.5  # more than half of a fleet gone is worth a question


@dataclass(frozen=True)
class Preview:
    """What confirming a workbook would do: nothing is kept until then."""

    school_id: str
    school_name: str
    reading: Reading
    counted_on: date
    before: Version | None  # the inventory it is compared with
    differences: pd.DataFrame  # compare.DIFFERENCE_COLUMNS
    totals: Mapping[str, int]
    reasons: Mapping[str, int]  # devices that count, and those left out by reason
    countable_before: int | None
    guidance: Guidance = UNGUIDED  # what this reading was made with
    recalled: Recollection = field(default_factory=Recollection)  # what earlier choices made of it
    choices: NewChoices = field(default_factory=NewChoices)
    moves: Moves = field(default_factory=dict)  # devices that other schools have, and that moved here
    likely_other: LikelySchool | None = None  # asked before anything else; None once a person said whose list it is

    @property
    def devices(self) -> int:
        """All devices in the workbook, lots counted whole."""
        return int(self.reading.devices["count"].sum())

    @property
    def countable(self) -> int:
        """Devices that count for the ratio on the day of the list."""
        return self.reasons.get("counts", 0)

    @property
    def many_vanish(self) -> bool:
        """More than half of the fleet known is not in this list."""
        return self.before is not None and self.totals["gone"] > VANISHED_SHARE * self.before.devices

    @property
    def is_ready(self) -> bool:
        """Nothing waits for a person any more."""
        return not self.reading.open_problems and self.devices > 0 and self.likely_other is None

    @property
    def differences_by_model(self) -> pd.DataFrame:
        """The differences of each outcome, kind and model together; columns as compare.by_model."""
        return by_model(self.differences)

    def has_new_choices(self, scopes: Collection[str]) -> bool:
        """A person chose something for this shape of list that these scopes do not hold yet."""
        return self.choices.differ_from([one for one in self.recalled.used if one.scope in scopes])


class NotReady(Exception):  # noqa: N818 - a refusal
    """The inventory cannot be confirmed: `code` is open_problems, nothing_read, another_school or changed_meanwhile."""

    def __init__(self, code: str, newest: Version | None = None, school_name: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.newest = newest
        self.school_name = school_name


def make_preview(
    school_id: str,
    school_name: str,
    checked: MoveCheck,
    day: date,
    before: Version | None,
    old: pd.DataFrame,
    guidance: Guidance,
    recalled: Recollection,
    choices: NewChoices,
    likely_other: LikelySchool | None,
) -> Preview:
    """The preview of one school's share of a list; `old` are the lots of the inventory `before`."""
    reading = checked.reading
    differences = compare(old, reading.devices)
    return Preview(
        school_id,
        school_name,
        reading,
        day,
        before,
        differences,
        totals(differences),
        _counted(reading.devices, day),
        _counted(old, day).get("counts", 0) if before else None,
        guidance,
        recalled,
        choices,
        checked.moves,
        likely_other,
    )


def _counted(fleet: pd.DataFrame, as_of: date) -> dict[str, int]:
    if fleet.empty:
        return {}
    reasons = counting_reasons(fleet, as_of)
    return {str(reason): int(n) for reason, n in fleet["count"].astype("int64").groupby(reasons).sum().items()}
