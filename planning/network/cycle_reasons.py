"""Why something of the cycle cannot be kept as it is said; pure."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from planning.core.refusal import Reason
from planning.network.cycle_contents import CycleDates, ItemAnswer, LearningQuestion
from planning.network.themes import ABOUT_NAMES, HIGHEST, LOWEST, NetworkTheme, items_of

LONGEST: Final = 2000  # signs of a text
LONGEST_QUESTION: Final = 300
LONGEST_WHY: Final = 500


def text_reasons(field: str, text: str, *, longest: int = LONGEST, may_be_empty: bool = True) -> list[Reason]:
    """Why a text cannot stand so."""
    reasons = []
    if not (may_be_empty or text.strip()):
        reasons.append(Reason("cycle_text_empty", field))
    if len(text) > longest:
        reasons.append(Reason("cycle_text_too_long", field, {"n": longest, "read": len(text)}))
    return reasons


def answer_reasons(theme: NetworkTheme, answers: Iterable[ItemAnswer]) -> list[Reason]:
    """Why answers on the items of a theme cannot be so; LookupError for an item that is not of it."""
    known = {item.code for item in items_of(theme)}
    reasons = []
    for one in answers:
        if one.item not in known:
            raise LookupError(one.item)
        if one.score is not None and not LOWEST <= one.score <= HIGHEST:
            reasons.append(Reason("score_out_of_range", one.item, {"read": one.score}))
        reasons += text_reasons(one.item, one.why, longest=LONGEST_WHY)
    return reasons


def question_reasons(new: LearningQuestion) -> list[Reason]:
    """Why a learning question cannot stand so."""
    if any(one not in ABOUT_NAMES for one in new.about):
        raise LookupError(new.about)
    reasons = text_reasons("text", new.text, longest=LONGEST_QUESTION, may_be_empty=False)
    reasons += text_reasons("explanation", new.explanation)
    for code, thought in new.considered.items():
        reasons += text_reasons(code, thought, longest=LONGEST_WHY)
    return reasons


def dates_reasons(dates: CycleDates) -> list[Reason]:
    """Why the dates cannot be so: each step follows the one before."""
    return [
        Reason("cycle_dates_turned", after, {"day": getattr(dates, before)})
        for before, after in pairwise(vars(dates))
        if getattr(dates, after) < getattr(dates, before)
    ]
