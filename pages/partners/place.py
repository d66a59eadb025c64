"""Where partner boards are found."""

from typing import Final

from pages.parts.places import Group, Place
from planning.core.boards import Kind
from planning.core.rights import Right
from planning.core.translation import N_

PARTNERS: Final = Place(
    "partners",
    "partners",
    N_("Partners"),
    "handshake",
    Group.TOGETHER,
    rights=(Right.TOGETHER, Right.LOOK_IN),
    of_circle=Kind.PARTNERSHIP,
)
