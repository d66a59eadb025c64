"""The cycle of a board in a network: its phases with their dates, what is done, what is next and what is late. Pure.

The order is that of the PO-Raad's script; the days before the first meeting are a proposal of ours.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from planning.circles.model import Contribution
from planning.core.translation import N_
from planning.network import cycle_contents as cycle
from planning.network.cycle_contents import CycleDates, IntakeTalk, SelfEvaluation, ThemeSketch
from planning.network.meeting_contents import CLOSING, PREPARATION, STEP
from planning.network.meetings import LAST_NUMBER, STARTING, Meeting
from planning.network.themes import evaluation_items

MEETINGS: Final = range(STARTING + 1, LAST_NUMBER + 1)
"""Those in which boards work on their questions."""


class Phase(StrEnum):
    """A part of the cycle."""

    INTRODUCTION = "introduction"
    SKETCH = "sketch"
    REACTION = "reaction"
    CONCEPT = "concept"
    INTAKE = "intake"
    ADOPTED = "adopted"
    PREPARATION = "preparation"
    MEETING = "meeting"
    STEP = "step"
    EVALUATION = "evaluation"


PHASE_NAMES: Final = {
    Phase.INTRODUCTION: N_("Getting acquainted"),
    Phase.SKETCH: N_("Situation sketch"),
    Phase.REACTION: N_("Reaction"),
    Phase.CONCEPT: N_("First learning question"),
    Phase.INTAKE: N_("Intake"),
    Phase.ADOPTED: N_("Learning question adopted"),
    Phase.PREPARATION: N_("Preparation"),
    Phase.MEETING: N_("Meeting"),
    Phase.STEP: N_("Step"),
    Phase.EVALUATION: N_("Evaluation"),
}
HAPPENS: Final = (Phase.INTRODUCTION, Phase.INTAKE, Phase.MEETING)
"""What is held on its day with others: a board cannot be late with it."""


@dataclass(frozen=True)
class CyclePart:
    """A phase of one board."""

    phase: Phase
    meeting: int | None  # of preparation, meeting and step
    due: date | None  # before the end of which day; None is not set yet
    is_done: bool

    def is_late(self, day: date) -> bool:
        """Whether it was to be handed in before a day and is not there."""
        return not self.is_done and self.phase not in HAPPENS and self.due is not None and self.due < day


@dataclass(frozen=True)
class CycleState:
    """What a board has brought in by now."""

    answered: int  # items of the self-evaluation
    items: int  # that there are
    has_figures: bool
    reactions: int  # themes with a reaction, and the whole
    version: int  # of the question; 0 where there is none
    intake_held: bool
    adopted_version: int | None
    prepared: frozenset[int]  # meetings
    steps: frozenset[int]  # meetings after which a step was agreed on
    is_closed: bool

    @property
    def is_sketched(self) -> bool:
        """Whether the sketch is whole: every item is answered, and the figures are there."""
        return self.answered == self.items and self.has_figures

    @property
    def is_adopted(self) -> bool:
        """Whether the board adopted its question."""
        return self.adopted_version is not None


def state_of(contributions: Iterable[Contribution], board_id: str) -> CycleState:
    """What a board has brought in, of the contributions that a person may see, each as it is in force."""
    seen = tuple(contributions)
    mine = [one for one in seen if one.owner == board_id]
    known = {item.code for item in evaluation_items()}
    answered = {
        answer.item for one in mine if isinstance(one.content, SelfEvaluation) for answer in one.content.answers
    }
    adopted = next((one.content for one in mine if isinstance(one.content, cycle.AdoptedQuestion)), None)
    return CycleState(
        answered=len(answered & known),
        items=len(known),
        has_figures=any(isinstance(one.content, ThemeSketch) and one.content.as_of for one in mine),
        reactions=sum(one.kind == cycle.REACTION for one in mine),
        version=max((one.version for one in mine if one.kind == cycle.QUESTION), default=0),
        intake_held=any(one.content.is_held for one in seen if _is_intake(one, board_id)),  # type: ignore[attr-defined]
        adopted_version=adopted.version if adopted else None,
        prepared=_meetings(mine, PREPARATION),
        steps=_meetings(mine, STEP),
        is_closed=any(one.kind == CLOSING for one in mine),
    )


def proposed_dates(first_meeting: date) -> CycleDates:
    """Before when everything is to be there, counted back from the first meeting: a week for each."""
    days = [first_meeting - timedelta(weeks=weeks) for weeks in (5, 4, 3, 2, 1)]
    return CycleDates(*days)


def dates_of(contributions: Iterable[Contribution], meetings: Mapping[int, date]) -> CycleDates | None:
    """The dates that the facilitator set, else those proposed; None without a first meeting."""
    set_by_guide = next((one.content for one in contributions if isinstance(one.content, CycleDates)), None)
    first = meetings.get(MEETINGS[0])
    return set_by_guide or (proposed_dates(first) if first else None)


def cycle_parts(
    state: CycleState, dates: CycleDates | None, meetings: Mapping[int, date], day: date
) -> tuple[CyclePart, ...]:
    """Every phase in its order. `meetings` are days by number, 0 the starting meeting; `day` is today."""
    start = meetings.get(STARTING)
    found = [
        CyclePart(Phase.INTRODUCTION, None, start, start is None or start < day),
        CyclePart(Phase.SKETCH, None, dates.sketch if dates else None, state.is_sketched),
        CyclePart(Phase.REACTION, None, dates.reaction if dates else None, state.reactions > 0),
        CyclePart(Phase.CONCEPT, None, dates.concept if dates else None, state.version > 0),
        CyclePart(Phase.INTAKE, None, dates.intake if dates else None, state.intake_held or state.is_adopted),
        CyclePart(Phase.ADOPTED, None, dates.adopted if dates else None, state.is_adopted),
    ]
    for number in MEETINGS:
        on, following = meetings.get(number), meetings.get(number + 1)
        is_over = on is not None and on < day
        found += [
            CyclePart(Phase.PREPARATION, number, on, number in state.prepared or is_over),
            CyclePart(Phase.MEETING, number, on, is_over),
            CyclePart(Phase.STEP, number, following, number in state.steps),
        ]
    return (*found, CyclePart(Phase.EVALUATION, None, None, state.is_closed))


def now_at(found: Iterable[CyclePart]) -> CyclePart | None:
    """Where a board is: the first phase that is not done; None where all is."""
    return next((part for part in found if not part.is_done), None)


def late(found: Iterable[CyclePart], day: date) -> tuple[CyclePart, ...]:
    """What was to be handed in before a day and is not there, longest late first."""
    behind = (part for part in found if part.is_late(day))
    return tuple(sorted(behind, key=lambda part: part.due or day))


def days_of(meetings: Iterable[Meeting]) -> dict[int, date]:
    """The day of every meeting, by its number."""
    return {one.number: one.day for one in meetings}


def _is_intake(one: Contribution, board_id: str) -> bool:
    return isinstance(one.content, IntakeTalk) and one.key == board_id


def _meetings(mine: Iterable[Contribution], kind: str) -> frozenset[int]:
    return frozenset(int(one.key) for one in mine if one.kind == kind and one.key.isdecimal())
