"""A partnership as a person sees it, kept by its own data version (see pages/circles/data.py)."""

from typing import Final

from pages.circles.data import AtCircle, at_circle
from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from planning.core.boards import Kind
from planning.partners.service import PartnersView

_views: Final = AnswerCache[PartnersView](100)


def at_partners(frame: Frame) -> AtCircle | None:
    """The person at the partnership of the address, or at their first; None where they are in none."""
    return at_circle(frame, Kind.PARTNERSHIP)


def view_of(at: AtCircle) -> PartnersView:
    """What they see there."""
    return _views.answer(at.key, lambda: PartnersView(at.seat, at.members, at.contributions))
