"""The registers of IBP: processing activities, processors with their agreements, DPIAs and rights requests; pure."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from planning.core.text import clean

ENDING_WITHIN: Final = timedelta(days=90)
NEAR_TERM: Final = timedelta(days=7)
TERM_MONTHS: Final = 1
EXTENDED_MONTHS: Final = 3
"""AVG art. 12 lid 3: answer within one month of receipt, with two months more where that is told within the first."""

BASES: Final = ("consent", "contract", "obligation", "vital", "public_task", "interest")
"""AVG art. 6 lid 1, a to f."""
MODELS: Final = ("2.0", "3.0", "4.0", "own")
"""Versions of the model agreement of the Privacyconvenant, or the party's own text."""
REQUESTS: Final = ("access", "rectification", "erasure", "restriction", "portability", "objection")
"""AVG art. 15 to 21."""

AgreementState = Literal["signed", "ending", "ended", "unsigned"]
DpiaState = Literal["unknown", "not_needed", "to_do", "done", "review"]
RequestState = Literal["open", "near", "late", "answered"]


@dataclass(frozen=True)
class Processing:
    """One activity with personal data (AVG art. 30)."""

    name: str
    purpose: str = ""
    legal_basis: str | None = None  # of BASES
    subjects: str = ""
    data: str = ""
    recipients: str = ""
    retention: str = ""
    owner: str = ""  # a role, not a person
    processors: tuple[str, ...] = ()  # names of parties, as in the register of processors
    entry_id: int = 0  # 0: not kept yet

    @property
    def is_complete(self) -> bool:
        """Whether everything is there that AVG art. 30 asks; recipients and processors may be none."""
        asked = (self.purpose, self.legal_basis, self.subjects, self.data, self.retention, self.owner)
        return all(asked)


@dataclass(frozen=True)
class Processor:
    """A party that processes data for the board, and the agreement with it."""

    party: str
    product: str = ""
    model: str | None = None  # of MODELS
    signed_on: date | None = None
    ends_on: date | None = None  # the last day; None: no end
    entry_id: int = 0

    def state(self, as_of: date) -> AgreementState:
        """How the agreement stands on a date."""
        if self.signed_on is None or self.signed_on > as_of:
            return "unsigned"
        if self.ends_on is None or self.ends_on > as_of + ENDING_WITHIN:
            return "signed"
        return "ended" if self.ends_on < as_of else "ending"

    def is_in_force(self, as_of: date) -> bool:
        """Whether a signed agreement holds on a date."""
        return self.state(as_of) in ("signed", "ending")


@dataclass(frozen=True)
class Dpia:
    """Whether a data protection impact assessment is needed for something, and how far it is."""

    subject: str
    needed: bool | None = None  # None: not looked at yet
    why: str = ""
    done_on: date | None = None
    result: str = ""
    review_on: date | None = None
    entry_id: int = 0

    def state(self, as_of: date) -> DpiaState:
        """How far it is on a date."""
        if self.needed is None:
            return "unknown"
        if not self.needed:
            return "not_needed"
        if self.done_on is None or self.done_on > as_of:
            return "to_do"
        return "review" if self.review_on is not None and self.review_on <= as_of else "done"


@dataclass(frozen=True)
class RightsRequest:
    """Somebody asked to use a right. Who is not kept here: only the school's own reference."""

    school_id: str | None  # None: the board itself
    reference: str
    kind: str  # of REQUESTS
    received_on: date
    extended_on: date | None = None  # when it was told that it takes two months more
    answered_on: date | None = None
    outcome: str = ""
    entry_id: int = 0

    @property
    def due_on(self) -> date:
        """The last day to answer."""
        return months_later(self.received_on, TERM_MONTHS if self.extended_on is None else EXTENDED_MONTHS)

    def state(self, as_of: date) -> RequestState:
        """How it stands on a date."""
        if self.answered_on is not None and self.answered_on <= as_of:
            return "answered"
        if self.due_on < as_of:
            return "late"
        return "near" if self.due_on <= as_of + NEAR_TERM else "open"


Entry = Processing | Processor | Dpia | RightsRequest


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or that month's last: 31 January -> 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class RegisterProgress:
    """How far the registers are; counts only."""

    activities: int
    complete: int
    processors: int
    in_force: int  # with a signed agreement that holds
    unsigned: int
    ending: int
    ended: int
    dpias_needed: int
    dpias_done: int


def progress_of(
    activities: Sequence[Processing], processors: Sequence[Processor], dpias: Sequence[Dpia], as_of: date
) -> RegisterProgress:
    """The counts of the three registers on a date."""
    states = [processor.state(as_of) for processor in processors]
    needed = [dpia.state(as_of) for dpia in dpias if dpia.needed]
    return RegisterProgress(
        activities=len(activities),
        complete=sum(activity.is_complete for activity in activities),
        processors=len(processors),
        in_force=states.count("signed") + states.count("ending"),
        unsigned=states.count("unsigned"),
        ending=states.count("ending"),
        ended=states.count("ended"),
        dpias_needed=len(needed),
        dpias_done=len(needed) - needed.count("to_do"),
    )


def without_agreement(activity: Processing, processors: Sequence[Processor], as_of: date) -> tuple[str, ...]:
    """The processors of an activity with whom no signed agreement holds, or that the register does not know."""
    held = {folded_name(processor.party) for processor in processors if processor.is_in_force(as_of)}
    return tuple(name for name in activity.processors if folded_name(name) not in held)


def folded_name(name: str) -> str:
    """A name for comparing: capitals and spaces make no difference."""
    return clean(name).casefold()
