"""What a board brings in on its way to a question, and what the facilitator says to it: kinds and their content."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

SKETCH: Final = "sketch"  # of a board, by theme: its own figures as they were, and what it says beside them
ANSWERS: Final = "answers"  # of a board, by theme: its self-evaluation
REACTION: Final = "reaction"  # of a board, by theme, and WHOLE for all of it: what somebody thinks of it
QUESTION: Final = "question"  # of a board: its learning question, version by version
ADOPTED: Final = "adopted"  # of a board: which version it works on
COMMENT: Final = "comment"  # of the facilitator, to a board: beside one version of its question
INTAKE: Final = "intake"  # of the facilitator, to a board: the talk about its question
DATES: Final = "dates"  # of the facilitator, to all: before when everything is to be there

WHOLE: Final = ""
"""The key of what there is one of."""


@dataclass(frozen=True)
class SketchFigure:
    """A figure of the board's own as it was: a number, or so many of a total; None is not known."""

    code: str  # one of planning/network/figures.py
    value: float | None
    total: float | None = None

    @property
    def share(self) -> float | None:
        """The number, or its share of the total: what can be laid beside that of another board."""
        if self.value is None or self.total is None:
            return self.value
        return self.value / self.total if self.total else None


@dataclass(frozen=True)
class ThemeSketch:
    """How a board stands on one theme."""

    as_of: date | None = None  # of the figures; None while there are none
    figures: tuple[SketchFigure, ...] = ()
    told: str = ""  # what the figures do not say, by hand


@dataclass(frozen=True)
class ItemAnswer:
    """What a board says of itself on one item."""

    item: str
    score: int | None  # 1 to 5; None is "I do not know"
    why: str = ""


@dataclass(frozen=True)
class SelfEvaluation:
    """The items of one theme that are answered."""

    answers: tuple[ItemAnswer, ...] = ()

    def answer(self, item: str) -> ItemAnswer | None:
        """The answer to one item."""
        return next((one for one in self.answers if one.item == item), None)

    @property
    def mean(self) -> float | None:
        """The mean score; None where no item has one."""
        scores = [one.score for one in self.answers if one.score is not None]
        return sum(scores) / len(scores) if scores else None


@dataclass(frozen=True)
class Reaction:
    """What a board member thinks of how the board stands."""

    text: str


@dataclass(frozen=True)
class LearningQuestion:
    """A learning question as it was worded once."""

    text: str
    explanation: str = ""
    about: tuple[str, ...] = ()  # keys of themes.ABOUT_NAMES
    considered: dict[str, str] = field(default_factory=dict)  # code of a check -> what was thought of it
    goal: tuple[int, int] | None = None  # the goal of the board's plan it belongs to: year, goal


@dataclass(frozen=True)
class AdoptedQuestion:
    """The version of its question that a board works on."""

    version: int
    on: date


@dataclass(frozen=True)
class Comment:
    """What the facilitator says beside a version of a question."""

    version: int
    text: str


@dataclass(frozen=True)
class IntakeTalk:
    """The talk of a board and the facilitator about the question."""

    on: date
    is_held: bool


@dataclass(frozen=True)
class CycleDates:
    """The days before which a board has done what comes before the first meeting."""

    sketch: date
    reaction: date
    concept: date
    intake: date
    adopted: date
