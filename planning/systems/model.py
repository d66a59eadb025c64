"""What is known of a system at a school, and the functions systems fulfil; pure.

A line is one system for one function at one school; who sees to it is a role, never a name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from planning.core.translation import language

GROUPS: Final = ("pupils", "learning", "testing", "access", "steering", "ground")
"""Groups of functions, in the order in which they are shown."""
LIVES: Final = ("plan", "introducing", "in_use", "phasing_out", "out")
IN_SERVICE: Final = ("introducing", "in_use", "phasing_out")
"""The states in which a school has the system; a plan and what is gone do not count."""
LOCATIONS: Final = ("eu", "outside")
MARKS: Final = ("covenant", "edu_v")
DPIAS: Final = ("not_needed", "to_do", "done")
STANDARDS: Final = ("UWLR", "OSO", "ECK iD")
"""Offered to choose from; another may be typed."""
RENEWALS: Final = ("automatic", "ends", "agreed")
"""After the last day: on for another year, over, or agreed anew."""
JUDGEMENTS: Final = ("keep", "improve", "replace", "stop")
DECIDERS: Final = ("central", "school")
LOWEST_SATISFACTION: Final = 1
HIGHEST_SATISFACTION: Final = 5

CODES: Final[Mapping[str, tuple[str, ...]]] = {
    "data_location": LOCATIONS,
    "dpia": DPIAS,
    "renewal": RENEWALS,
    "life": LIVES,
    "judgement": JUDGEMENTS,
    "decided": DECIDERS,
}
"""The fields of a line that say one of a few things."""

FunctionOrigin = Literal["rosa", "own", "board"]


@dataclass(frozen=True, slots=True)
class SystemFunction:
    """What a system does for a school; named by ROSA, by us, or by the board."""

    code: str
    group: str  # of GROUPS
    name_nl: str
    name_en: str
    origin: FunctionOrigin = "board"
    is_used: bool = True  # whether this board keeps track of it

    @property
    def name(self) -> str:
        """Its name in the reader's language."""
        return self.name_nl if language() == "nl" else self.name_en


@dataclass(frozen=True)
class SystemLine:
    """One system for one function at one school. None and "" are not known."""

    school_id: str
    function: str  # code of a SystemFunction
    system: str
    supplier: str = ""
    variant: str = ""  # edition or module
    owner: str = ""  # a role
    manager: str = ""  # a role: who sees to it day by day
    data_location: str | None = None  # of LOCATIONS
    agreement_model: str | None = None  # of MODELS in planning.privacy.registers
    agreement_on: date | None = None  # signed, as the school knows it; the register of IBP says what holds
    through_service: bool | None = None  # through Kennisnet's Dienst Verwerkersovereenkomsten
    marks: tuple[str, ...] = ()  # of MARKS
    has_personal_data: bool | None = None
    personal_data: str = ""  # which kinds
    dpia: str | None = None  # of DPIAS
    standards: tuple[str, ...] = ()
    single_sign_on: bool | None = None
    two_factor_staff: bool | None = None
    two_factor_pupils: bool | None = None
    starts_on: date | None = None
    ends_on: date | None = None  # the last day of the contract
    notice_on: date | None = None  # the last day on which it can be ended by its last day
    renewal: str | None = None  # of RENEWALS
    per_pupil_cents: int | None = None  # a pupil a year
    per_school_cents: int | None = None  # the school a year, beside what is paid per pupil
    life: str = "in_use"  # of LIVES
    judgement: str | None = None  # of JUDGEMENTS
    judgement_reason: str = ""
    judged_on: date | None = None
    satisfaction: int | None = None  # of the school, 1 to 5
    decided: str | None = None  # of DECIDERS
    in_use_on: date | None = None  # the first day on which the school has it
    out_on: date | None = None  # the last one
    recorded_on: date | None = None  # when it was first kept; None: before that was noted
    line_id: int = 0  # 0: not kept yet

    @property
    def is_in_service(self) -> bool:
        """Whether the school has it now."""
        return self.life in IN_SERVICE


@dataclass(frozen=True)
class PastLine:
    """What was known of a line until a change."""

    until: date  # the day of the change: from then on something else is known
    line: SystemLine


@dataclass(frozen=True)
class HarmonisingStep:
    """A step towards one system for a function, kept as a milestone of the goal plan."""

    function: str
    system: str  # the one to go to; "" where that is still to be chosen
    year: int  # of the plan
    milestone: int
    step_id: int = 0


@dataclass(frozen=True)
class SystemsColumn:
    """A place whose systems are compared: a school of a board, or a board among boards."""

    key: str
    name: str
    lines: tuple[SystemLine, ...]
    pupils: int | None = None
    told: frozenset[str] | None = None  # the functions of which it is known what there is; None: any, once one is

    @property
    def is_known(self) -> bool:
        """Whether anything was filled in; without, an empty function says nothing."""
        return bool(self.lines or self.told)

    def tells(self, function: str) -> bool:
        """Whether it is known what there is for a function, if only nothing."""
        return self.is_known if self.told is None else function in self.told
