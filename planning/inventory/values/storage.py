"""Units of memory and storage: what they follow is a size, and no number of devices. Systems write GiB for GB."""

from typing import Final

STORAGE_UNITS: Final = ("gb", "tb", "mb", "gib", "tib", "mib", "gig")
STORAGE: Final = "|".join(STORAGE_UNITS)
"""They as a pattern."""
