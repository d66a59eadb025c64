"""Where the network is found."""

from typing import Final

from pages.parts.places import Place
from planning.core.translation import N_

NETWORK: Final = Place("network", "netwerk", N_("Network"), "hub")
