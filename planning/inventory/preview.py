"""What confirming a workbook would do, for one school: nothing is kept until then."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import pandas as pd

from planning.inventory.fleet.compare import by_model, compare, totals
from planning.inventory.fleet.counting import COUNTS, counting_reasons
from planning.inventory.fleet.known import lost, with_known
from planning.inventory.fleet.moves import MoveCheck, Moves
from planning.inventory.fleet.records import Version
from planning.inventory.fleet.rest import has_system, kinds_missing, staying
from planning.inventory.guidance import UNGUIDED, Guidance
from planning.inventory.memory.shapes import NewChoices, Recollection
from planning.inventory.read.whose_list import LikelySchool, Place
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
    guidance: Guidance = UNGUIDED  # what this reading was made with
    recalled: Recollection = field(default_factory=Recollection)  # what earlier choices made of it
    choices: NewChoices = field(default_factory=NewChoices)
    moves: Moves = field(default_factory=dict)  # devices that other schools have, and that moved here
    likely_other: LikelySchool | None = None  # asked before anything else; None once a person said whose list it is
    stated_in: Place | None = None  # where the day of the list was found; None where nothing says it
    newest: Version | None = None  # the inventory that holds now and goes on doing so: the list is older
    fleet: pd.DataFrame = field(default_factory=pd.DataFrame)  # what would be kept: the list and what stays beside it
    kinds_missing: tuple[str, ...] = ()  # kinds of which the school has several and the list none
    lost: Mapping[str, int] = field(default_factory=dict)  # field of fleet.known.KNOWN -> devices it was known of

    @property
    def read(self) -> int:
        """All devices in the workbook, lots counted whole."""
        return int(self.reading.devices["count"].sum())

    @property
    def devices(self) -> int:
        """All devices of the inventory that confirming makes: those read, and those that stay beside them."""
        return int(self.fleet["count"].sum())

    @property
    def disposed(self) -> int:
        """Devices that the inventory names and that are there no more, by its own words."""
        return 0 if self.fleet.empty else int(self.fleet["count"].where(self.fleet["status"] == "disposed", 0).sum())

    def countable(self, on: date) -> int:
        """Devices that count for the ratio on a day: on the day of the list, or later, when fewer get updates."""
        if self.fleet.empty:
            return 0
        return int(self.fleet["count"].astype("int64")[counting_reasons(self.fleet, on) == COUNTS].sum())

    @property
    def many_vanish(self) -> bool:
        """More than half of the fleet known would go."""
        return self.before is not None and self.totals["gone"] > VANISHED_SHARE * self.before.devices

    @property
    def choices_left(self) -> int:
        """How often a person has to choose before it can take effect."""
        return len(self.reading.open_problems) + self.asks_rest + self.asks_known

    @property
    def is_nothing(self) -> bool:
        """All that the list holds is of another school, or was left out by an answer."""
        return not self.read and not self.reading.open_problems

    @property
    def is_ready(self) -> bool:
        """Nothing waits for a person any more."""
        waits = self.likely_other or self.asks_rest or self.asks_known or self.reading.open_problems
        return not waits and self.read > 0

    @property
    def asks_rest(self) -> bool:
        """The list may be a part of the whole: more than half of the fleet would go, or all of a kind."""
        is_a_part = self.read > 0 and (self.many_vanish or bool(self.kinds_missing))
        return self.guidance.rest is None and is_a_part

    @property
    def is_of_a_system(self) -> bool:
        """The list is an export of a management system whose devices can be told from others."""
        return has_system(self.reading.layout)

    @property
    def asks_known(self) -> bool:
        """Something was known of devices that the list no longer says."""
        return self.guidance.keep_known is None and bool(self.lost)

    @property
    def differences_by_model(self) -> pd.DataFrame:
        """The differences of each outcome, kind and model together; columns as compare.by_model."""
        return by_model(self.differences)

    def has_new_choices(self, scopes: Collection[str]) -> bool:
        """A person chose something for this shape of list that these scopes do not hold yet."""
        return self.choices.differ_from([one for one in self.recalled.used if one.scope in scopes])


class NotReady(Exception):  # noqa: N818 - a refusal
    """The inventory cannot be confirmed: `code` is nothing_read, another_school, may_be_a_part, lost_known,
    open_problems or changed_meanwhile."""

    def __init__(self, code: str, newest: Version | None = None, school_name: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.newest = newest
        self.school_name = school_name


@dataclass(frozen=True)
class ListFacts:
    """What is known of a school's share of a list besides its devices."""

    school_id: str
    school_name: str
    day: date
    stated_in: Place | None
    before: Version | None  # the inventory that held on that day
    newest: Version | None  # the one that holds now, where the list is older
    likely_other: LikelySchool | None


def make_preview(
    facts: ListFacts,
    checked: MoveCheck,
    old: pd.DataFrame,
    guidance: Guidance,
    recalled: Recollection,
    choices: NewChoices,
) -> Preview:
    """The preview of one school's share of a list; `old` are the lots of the inventory before."""
    reading = checked.reading
    missed = lost(old, reading.devices)
    if missed and guidance.keep_known:
        reading = replace(reading, devices=with_known(old, reading.devices))
    stays = staying(old, reading.devices, reading.layout, guidance.rest)
    fleet = pd.concat([reading.devices, stays], ignore_index=True) if len(stays) else reading.devices
    differences = compare(old, fleet)
    return Preview(
        facts.school_id,
        facts.school_name,
        reading,
        facts.day,
        facts.before,
        differences,
        totals(differences),
        guidance,
        recalled,
        choices,
        checked.moves,
        facts.likely_other,
        facts.stated_in,
        facts.newest,
        fleet,
        tuple(kinds_missing(old, reading.devices)) if facts.before else (),
        missed,
    )
