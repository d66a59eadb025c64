"""IBP as its services answer, kept between reruns (see pages/parts/data.py)."""

from typing import Final

from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.server.noting import once
from pages.server.session import open_database
from planning.attention import privacy as attention
from planning.attention.privacy import TermsView, privacy_signals
from planning.attention.signal import Signal
from planning.core.rights import Right, require
from planning.privacy import attitude_service, service
from planning.privacy.attitude_service import AttitudeView
from planning.privacy.facts import PrivacyView

_views: Final = AnswerCache[PrivacyView](50)
_attitude: Final = AnswerCache[AttitudeView](50)
_terms: Final = AnswerCache[TermsView](200)


def privacy_view(frame: Frame) -> PrivacyView:
    """Policy, norms and measures of the board."""
    require(frame.person, Right.READ)
    return _views.answer(frame.key, lambda: service.privacy_view(frame.person, open_database()))


def attitude_view(frame: Frame) -> AttitudeView:
    """Awareness of the schools within reach."""
    require(frame.person, Right.READ)
    return _attitude.answer(frame.key, lambda: attitude_service.attitude_view(frame.person, open_database()))


def terms_view(frame: Frame) -> TermsView:
    """What of IBP this person watches; roles differ in what they may know."""
    return _terms.answer((frame.key, frame.person.role), lambda: attention.terms_view(frame.person, open_database()))


def urgent_signals(frame: Frame) -> tuple[Signal, ...]:
    """What of IBP needs this person at the moment where the board's clock stands; the clock that ends first before."""
    policy = privacy_view(frame).policy if frame.person.reach is None else ()
    terms = terms_view(frame)
    return once(("urgent", frame.as_of), lambda: privacy_signals(terms, frame.moment, frame.as_of, policy))
