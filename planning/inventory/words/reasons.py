"""What the reasons of inventories say: why something about a list cannot be."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {"nothing_to_forget": N_("Choose what is to be forgotten.")}
