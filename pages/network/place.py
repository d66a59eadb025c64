"""Where the learning network is found: by a board, and by those who lead it or look in."""

from typing import Final

from pages.parts.places import Group, Place
from planning.core.boards import Kind
from planning.core.rights import Right
from planning.core.translation import N_

NETWORK: Final = Place(
    "network", "leernetwerk", N_("Learning network"), "diversity_3", Group.TOGETHER, rights=(Right.TOGETHER,)
)
GUIDE: Final = Place(
    "guide", "netwerk", N_("Network"), "hub", Group.TOGETHER, rights=(Right.LOOK_IN,), of_circle=Kind.NETWORK
)
