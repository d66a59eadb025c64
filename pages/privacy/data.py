"""IBP as its services answer, kept between reruns (see pages/parts/data.py)."""

from typing import Final

from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.server.session import open_database
from planning.attention.privacy import Watched, privacy_signals, watched
from planning.attention.signal import Signal
from planning.core.rights import Right, require
from planning.privacy.attitude_service import AttitudeFacts, attitude
from planning.privacy.facts import PrivacyFacts
from planning.privacy.service import facts

_privacy: Final = AnswerCache[PrivacyFacts](50)
_attitude: Final = AnswerCache[AttitudeFacts](50)
_watched: Final = AnswerCache[Watched](200)


def privacy_view(frame: Frame) -> PrivacyFacts:
    """Policy, norms and measures of the board."""
    require(frame.person, Right.READ)
    return _privacy.answer(frame.key, lambda: facts(frame.person, open_database()))


def attitude_view(frame: Frame) -> AttitudeFacts:
    """Awareness of the schools within reach."""
    require(frame.person, Right.READ)
    return _attitude.answer(frame.key, lambda: attitude(frame.person, open_database()))


def terms_view(frame: Frame) -> Watched:
    """What of IBP this person watches; roles differ in what they may know."""
    return _watched.answer((frame.key, frame.person.role), lambda: watched(frame.person, open_database()))


def urgent_signals(frame: Frame) -> tuple[Signal, ...]:
    """What of IBP needs this person at the moment where the board's clock stands; the clock that ends first before."""
    return privacy_signals(terms_view(frame), frame.moment, frame.as_of)
