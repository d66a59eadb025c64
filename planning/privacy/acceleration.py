"""The acceleration question (versnellingsvraag): from an idea to an answer that is shared, with a dated log. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from planning.core.refusal import Reason
from planning.core.translation import N_
from planning.privacy.norms import length_reasons

STEPS: Final = ("idea", "submitted", "approved", "rejected", "plan", "execution", "answered", "shared")
PATH: Final = tuple(step for step in STEPS if step != "rejected")
_NEXT: Final = {
    None: ("idea",),
    "idea": ("submitted",),
    "submitted": ("approved", "rejected"),
    "approved": ("plan",),
    "rejected": ("idea", "submitted"),
    "plan": ("execution",),
    "execution": ("answered",),
    "answered": ("shared",),
    "shared": (),
}
"""The steps that may follow a step; a question that was rejected may be asked again."""
LONGEST_TITLE: Final = 200
LONGEST_TEXT: Final = 2_000


@dataclass(frozen=True, slots=True)
class QuestionLogLine:
    """Something that happened to the question: a new step, or a result or note within the step it is in."""

    on: date
    step: str  # one of STEPS
    note: str
    entered_by: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class AccelerationQuestion:
    """A question that boards ask together; one of them keeps the log, the others read along."""

    board_id: str  # the board that keeps it
    question_id: int  # 0: new
    title: str
    question: str
    partners: tuple[str, ...]  # numbers of the other boards
    log: tuple[QuestionLogLine, ...] = ()  # oldest first

    def log_on(self, as_of: date) -> tuple[QuestionLogLine, ...]:
        """What had happened by a date, oldest first."""
        return tuple(line for line in self.log if line.on <= as_of)

    def step_on(self, as_of: date) -> str | None:
        """The step it was in on a date; None before there was one."""
        lines = self.log_on(as_of)
        return lines[-1].step if lines else None


def in_order(lines: Iterable[QuestionLogLine]) -> tuple[QuestionLogLine, ...]:
    """Log lines, oldest first; of one day in the order they were entered."""
    return tuple(sorted(lines, key=lambda line: (line.on, line.version)))


def next_steps(step: str | None) -> tuple[str, ...]:
    """The steps that may follow a step."""
    return _NEXT[step]


def question_reasons(question: AccelerationQuestion) -> list[Reason]:
    """Why this cannot be a question."""
    reasons = []
    if not question.title.strip():
        reasons.append(Reason("question_without_name", "title"))
    if not question.question.strip():
        reasons.append(Reason("question_empty", "question"))
    return reasons + length_reasons(
        ("title", N_("The name"), question.title, LONGEST_TITLE),
        ("question", N_("The question"), question.question, LONGEST_TEXT),
    )


def line_reasons(log: Sequence[QuestionLogLine], line: QuestionLogLine, today: date) -> list[Reason]:
    """Why this line cannot be added to a log (oldest first)."""
    reasons = []
    now = log[-1] if log else None
    if now is not None and line.on < now.on:
        reasons.append(Reason("step_before_last", "on"))
    if line.on > today:
        reasons.append(Reason("step_to_come", "on"))
    same = now is not None and line.step == now.step
    if not same and line.step not in next_steps(now.step if now else None):
        reasons.append(Reason("step_out_of_order", "step"))
    if same and not line.note.strip():
        reasons.append(Reason("step_without_note", "note"))
    return reasons + length_reasons(("note", N_("What happened"), line.note, LONGEST_TEXT))
