"""A network as a person sees it, kept by its own data version (see pages/circles/data.py)."""

from pages.circles.data import AtCircle, at_circle
from pages.parts.frame import Frame
from planning.core.boards import Kind


def at_network(frame: Frame) -> AtCircle | None:
    """The person at the network of the address, or at their first; None where they are in none."""
    return at_circle(frame, Kind.NETWORK)
