"""Where the board report is found."""

from typing import Final

from pages.parts.places import Group, Place
from planning.core.rights import Right
from planning.core.translation import N_

REPORT: Final = Place(
    "report", "rapport", N_("Report"), "summarize", Group.BOARD, rights=(Right.PLAN, Right.READ_PUBLISHED)
)
