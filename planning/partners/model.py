"""What partner boards keep together. Each thing is a contribution: it has an owner, and who sees it is chosen by it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class StanceState(StrEnum):
    """How far a board is with a statement of the shared vision."""

    CONCEPT = "concept"
    DISCUSSED = "discussed"
    ADOPTED = "adopted"


class Supply(StrEnum):
    """Whose a piece of infrastructure is, at a board."""

    OWN = "own"
    COMING = "coming"  # on the way to common
    COMMON = "common"


class Meets(StrEnum):
    """Whether a school meets the common standard."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True)
class VisionStatement:
    """A statement of the shared vision; a change of its words is a new version."""

    title: str
    text: str


@dataclass(frozen=True)
class Stance:
    """How a board stands to a statement."""

    state: StanceState
    version: int  # of the statement, as it was read
    on: date
    by: str  # the body that did it, never a name: "college van bestuur", "GMR"
    comment: str = ""
    meaning: str = ""  # what it means for a school


@dataclass(frozen=True)
class RolloutStep:
    """A step by which a school takes a statement up."""

    statement: str  # its key
    school_id: str
    school: str  # its name: other boards do not know its number
    title: str
    due: date
    done_on: date | None = None


@dataclass(frozen=True)
class Standard:
    """What the partners agreed for a piece of infrastructure."""

    text: str
    since: date


@dataclass(frozen=True)
class Infrastructure:
    """Whose a piece of infrastructure is at a board, and from when it is common."""

    supply: Supply
    common_from: date | None = None
    note: str = ""


@dataclass(frozen=True)
class SchoolStanding:
    """How a school stands against the standard of a piece of infrastructure."""

    item: str  # code of data/reference/infrastructure.csv
    school_id: str
    school: str
    meets: Meets
    note: str = ""


@dataclass(frozen=True)
class Upgrade:
    """Something better that can be ordered with a device, at its own price."""

    name: str
    guide_cents: int  # of one, without VAT


@dataclass(frozen=True)
class PriceTier:
    """From this many devices of all partners together, this share comes off the guide price."""

    quantity: int
    share: float


@dataclass(frozen=True)
class OfferedDevice:
    """A device of the fixed list of a joint purchase."""

    kind: str  # of planning.organisation.kinds
    name: str
    guide_cents: int  # of one, without VAT
    upgrades: tuple[Upgrade, ...] = ()
    tiers: tuple[PriceTier, ...] = ()


@dataclass(frozen=True)
class JointPurchase:
    """A yearly round in which partners buy together."""

    year: int
    opens: date
    closes: date  # volumes are handed in until then
    vat_share: float  # 0.21
    types: tuple[OfferedDevice, ...] = ()
    awarded_to: str = ""  # the supplier, once there is one; "" while bids are awaited


@dataclass(frozen=True)
class Volume:
    """How many a board takes along in a joint purchase, or that it does not."""

    counts: Mapping[str, int] = field(default_factory=dict)  # kind -> devices
    plan_version: int | None = None  # the approved plan they come from; None where they were filled in
    declines: bool = False
    why: str = ""


@dataclass(frozen=True)
class PartnerFigures:
    """A board's own figures, as it shares them with its partners."""

    as_of: date
    pupils: int  # of schools with an inventory that counts
    devices: int  # that count for pupils
    short: int  # devices short of the targets
    schools: int  # counted
    of_schools: int  # that there are
    beyond_life_share: float | None = None  # of the counted devices; None where no year is known
    note: str = ""


@dataclass(frozen=True)
class SharedSystem:
    """A system for a function, and at how many schools of a board."""

    name: str
    schools: int


@dataclass(frozen=True)
class SharedFunction:
    """The systems that the schools of a board have for a function, as it shares them; none is a white spot."""

    as_of: date
    schools: int  # of which anything is known
    systems: tuple[SharedSystem, ...] = ()  # those of most schools first


@dataclass(frozen=True)
class InfrastructureItem:
    """A piece of infrastructure that partners can have in common."""

    code: str
    name_nl: str
    name_en: str
