"""IBP as its services answer, kept between reruns (see data.py)."""

from typing import Final

from pages.parts.data import DataKey
from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.server.session import open_database
from planning.attention.privacy import Watched, privacy_signals, watched
from planning.attention.signal import Signal
from planning.core.rights import Person, Right, require
from planning.privacy.attitude_service import AttitudeFacts, attitude
from planning.privacy.facts import PrivacyFacts
from planning.privacy.service import facts

_privacy: Final = AnswerCache[PrivacyFacts](50)
_attitude: Final = AnswerCache[AttitudeFacts](50)
_watched: Final = AnswerCache[Watched](200)


def kept_privacy(key: DataKey, person: Person) -> PrivacyFacts:
    """Policy, norms and measures of the board."""
    require(person, Right.READ)
    return _privacy.answer(key, lambda: facts(person, open_database()))


def kept_attitude(key: DataKey, person: Person) -> AttitudeFacts:
    """Awareness of the schools within reach."""
    require(person, Right.READ)
    return _attitude.answer(key, lambda: attitude(person, open_database()))


def kept_watched(key: DataKey, person: Person) -> Watched:
    """What of IBP this person watches; roles differ in what they may know."""
    return _watched.answer((key, person.role), lambda: watched(person, open_database()))


def urgent_signals(frame: Frame) -> tuple[Signal, ...]:
    """What of IBP needs this person at the moment where the board's clock stands; the clock that ends first before."""
    return privacy_signals(kept_watched(frame.key, frame.person), frame.moment, frame.as_of)
