"""Where the board report is found."""

from typing import Final

from pages.parts.places import Place
from planning.core.rights import Right
from planning.core.translation import N_

REPORT: Final = Place("report", "rapport", N_("Report"), "summarize", rights=(Right.PLAN, Right.READ_PUBLISHED))
