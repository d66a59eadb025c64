"""Leernetwerk, part "stand": how we stand, what we think of it, our question and the five meetings, on one screen."""

from pages.network.data import at_network
from pages.parts.frame import Frame, answer
from planning.core.translation import gettext as _


def show(frame: Frame) -> None:
    """The answer, then the cards."""
    at = at_network(frame)
    assert at is not None
    answer(_("**Begin with your situation sketch.**"))
