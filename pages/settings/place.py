"""Where the settings are found."""

from typing import Final

from pages.parts.places import Place
from planning.core.rights import Right
from planning.core.translation import N_

SETTINGS: Final = Place(
    "settings", "beheer", N_("Settings"), "settings", rights=(Right.DECIDE, Right.MANAGE, Right.MANAGE_PEOPLE)
)
