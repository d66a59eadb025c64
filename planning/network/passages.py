"""What a contribution says, as a few texts to read: for the library, where each stands by itself; pure."""

from dataclasses import dataclass
from typing import Final

from planning.circles.model import Contribution
from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.network import meeting_contents as meeting
from planning.network.cycle_contents import LearningQuestion, Reaction, SelfEvaluation, ThemeSketch
from planning.network.decisions import DECIDERS, IctDecision, matters
from planning.network.figures import figure_words
from planning.network.meeting_contents import CycleClosing, LearningStep, MeetingText, SectorYield
from planning.network.themes import THEME_NAMES, NetworkTheme

NOT_BY_ITSELF: Final = (meeting.STEP_REACTION, meeting.GUIDE_NOTE, meeting.STEP_RESULT)
"""Kinds that say nothing without what they are about, or are not for others to read."""


@dataclass(frozen=True)
class Passage:
    """A contribution as it reads."""

    title: str
    texts: tuple[str, ...]


def passage(one: Contribution) -> Passage | None:
    """What there is to read; None where it says nothing by itself."""
    said = one.content
    if one.kind in NOT_BY_ITSELF:
        return None
    match said:
        case SectorYield():
            return Passage(said.title, (said.text,))
        case CycleClosing():
            return Passage(_("The answer to a learning question"), tuple(t for t in (said.answer, said.changed) if t))
        case LearningQuestion():
            return Passage(_("A learning question"), tuple(t for t in (said.text, said.explanation) if t))
        case Reaction():
            return Passage(_about(_("Reaction"), one.key), (said.text,))
        case ThemeSketch():
            figures = " · ".join(figure_words(figure) for figure in said.figures)
            of_day = _("On {day}: {figures}.").format(day=day(said.as_of), figures=figures) if said.as_of else ""
            texts = tuple(text for text in (of_day if figures else "", said.told) if text)
            return Passage(_about(_("Situation sketch"), one.key), texts) if texts else None
        case SelfEvaluation() if said.mean is not None:
            text = _("On average {score} of 5.").format(score=number(said.mean, 1))
            return Passage(_about(_("Self-evaluation"), one.key), (text, *(a.why for a in said.answers if a.why)))
        case IctDecision() if said.now and one.key in matters():
            text = _("Decided by: {who}.").format(who=_(DECIDERS[said.now]))
            return Passage(matters()[one.key].name, tuple(t for t in (text, said.why, said.changed) if t))
        case LearningStep():
            return Passage(_("A step"), (said.what,))
        case MeetingText():
            return Passage(_("Brought into a meeting"), (said.text,))
    return None


def is_yield(one: Contribution) -> bool:
    """Whether it was made for others: what a cycle gave, and its closing."""
    return isinstance(one.content, (SectorYield, CycleClosing))


def _about(title: str, key: str) -> str:
    return f"{title}: {_(THEME_NAMES[NetworkTheme(key)])}" if key in set(NetworkTheme) else title
