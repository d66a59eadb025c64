"""What a school has to share out in a school year, and the ways it may share it; amounts in cents, fte in 1/10.000."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final

from planning.core.translation import N_
from planning.core.translation import gettext as _

TEACHING, TRAINING, AUTOMATION, DEVICES, SUPPORT = "teaching", "training", "automation", "devices", "support"
POSTS: Final = (TEACHING, TRAINING, AUTOMATION, DEVICES, SUPPORT)
"""What means are shared out over, in the order of every table and chart."""
PAID: Final = POSTS[1:]
"""The posts kept as money; hours of teachers are kept as fte."""
POST_NAMES: Final = {
    TEACHING: N_("teacher hours"),
    TRAINING: N_("training"),
    AUTOMATION: N_("automation"),
    DEVICES: N_("devices"),
    SUPPORT: N_("support"),
}
FTE: Final = 10_000
"""Parts of one fte: a part-time factor has four decimals."""
MOST_VARIANTS: Final = 3


VisionKey = int | str
"""A statement of the board's own vision by its number, or one shared with partners by its key."""


@dataclass(frozen=True)
class SchoolMeans:
    """What a school may share out by itself in a year, beside what lies fixed."""

    school_id: str
    school_year: int  # in which it begins: 2018 is 2018/2019
    per_pupil_cents: int | None = None  # None: the figure of the day
    fixed_cents: int = 0
    formation: int | None = None  # teachers there are whatever it chooses, in 1/10.000 fte; None is not known
    note: str = ""  # what means these are, in its own words


@dataclass(frozen=True)
class Variant:
    """A way to share out the means of a school in a school year."""

    school_id: str
    school_year: int
    number: int  # 1 to MOST_VARIANTS; the others are told beside the first
    name: str
    fte: int = 0  # teachers paid of these means, in 1/10.000
    yearly: Mapping[str, int] = field(default_factory=dict)  # post of PAID -> cents, every year
    once: Mapping[str, int] = field(default_factory=dict)  # post of PAID -> cents, at the start
    target: float | None = None  # pupils per device; None: as it is
    kinds: tuple[str, ...] | None = None  # what may be bought; None: as it is
    vision_id: int | None = None  # the board's own statement it serves
    shared_vision: str | None = (
        None  # or the one it adopted with partners: a key of partners.service.adopted_statements
    )
    vision: str = ""  # as that read when it was named
    explanation: str = ""  # why, in the school's own words
    chosen_at: datetime | None = None  # when the school chose it; None: it did not
    chosen_by: str = ""

    @property
    def key(self) -> tuple[str, int, int]:
        """What it is known by."""
        return self.school_id, self.school_year, self.number

    @property
    def vision_key(self) -> VisionKey | None:
        """The statement it serves, the board's own or a shared one."""
        return self.vision_id if self.shared_vision is None else self.shared_vision

    def serving(self, key: VisionKey | None, words: str) -> "Variant":
        """The same, for another statement."""
        shared = key if isinstance(key, str) else None
        return replace(self, vision_id=None if isinstance(key, str) else key, shared_vision=shared, vision=words)

    @property
    def is_choice(self) -> bool:
        """Whether the school chose it."""
        return self.chosen_at is not None


@dataclass(frozen=True)
class Takeover:
    """A choice of a school that the board took over into its rounds."""

    school_id: str
    school_year: int
    number: int  # of the variant
    name: str  # as it was called then
    at: datetime
    by: str
    before: Mapping[str, object]  # what the school had in the rounds: own target and school choice, as JSON


def first_day(school_year: int) -> date:
    """A school year begins on 1 August."""
    return date(school_year, 8, 1)


def year_name(school_year: int) -> str:
    """2018 -> "2018/2019"."""
    return f"{school_year}/{school_year + 1}"


def post_name(post: str) -> str:
    """A post in the reader's language."""
    return _(POST_NAMES[post])
