"""What a board brings in around a meeting, and at the end: each a contribution with a level of its own."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from planning.core.refusal import Reason
from planning.core.translation import N_

PREPARATION, BROUGHT, STEP, STEP_RESULT = "preparation", "brought", "step", "step_result"
"""By the number of the meeting: a step is agreed on at it, and its result told at the next."""
OF_MEETINGS: Final = (PREPARATION, BROUGHT, STEP, STEP_RESULT)
STEP_REACTION: Final = "step_reaction"
"""By step_key of the step that is reacted to."""
CLOSING, SECTOR_YIELD = "closing", "sector_yield"
GUIDE_NOTE: Final = "guide_note"
"""Of the facilitator: to itself, to one board, or to all."""
LONGEST: Final = 2000
LONGEST_WHO: Final = 200


@dataclass(frozen=True)
class MeetingText:
    """A text: a preparation, what was brought in, a reaction."""

    text: str


@dataclass(frozen=True)
class LearningStep:
    """The one step in which a meeting ends for a board."""

    what: str
    with_whom: str
    before: date


class StepState(StrEnum):
    """How far a step came."""

    TAKEN = "taken"
    PARTLY = "partly"
    NOT_YET = "not_yet"


STEP_STATES: Final = {
    StepState.TAKEN: N_("taken"),
    StepState.PARTLY: N_("partly taken"),
    StepState.NOT_YET: N_("not yet"),
}


@dataclass(frozen=True)
class StepResult:
    """What became of a step."""

    state: StepState
    text: str


@dataclass(frozen=True)
class CycleClosing:
    """The end of a cycle: the answer to the learning question in own words, and what changed."""

    answer: str
    changed: str


@dataclass(frozen=True)
class SectorYield:
    """Something made or found that others can use."""

    title: str
    text: str


@dataclass(frozen=True)
class GuideNote:
    """A note of the facilitator about a board, or about the network where `about` is its own number."""

    about: str
    text: str


def step_key(owner: str, number: int) -> str:
    """Which step a reaction is on."""
    return f"{owner}/{number}"


def step_of(key: str) -> tuple[str, int]:
    """The owner and the meeting of the step that a reaction is on."""
    owner, _slash, number = key.partition("/")
    return owner, int(number)


def content_reasons(content: object) -> list[Reason]:
    """Why this cannot be brought in."""
    wanted = {
        MeetingText: ("text",),
        LearningStep: ("what",),
        StepResult: (),
        CycleClosing: ("answer",),
        SectorYield: ("title", "text"),
        GuideNote: ("text",),
    }[type(content)]
    reasons = [Reason("network_text_missing", name) for name in wanted if not getattr(content, name).strip()]
    for name, value in vars(content).items():
        most = LONGEST_WHO if name in ("with_whom", "title") else LONGEST
        if isinstance(value, str) and len(value) > most:
            reasons.append(Reason("network_text_too_long", name, {"n": most, "read": len(value)}))
    return reasons
