"""What a value leaves open: a code, and for a person the answers with what each changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from planning.workbooks.model import Choice, Severity

DROPPED: Final = "dropped"
"""Key in a change: True where the row yields no device."""
PART: Final = "part"
"""Key in a change: (devices, status) that leave the lot and stand on their own."""
SHARE: Final = "share"
"""As `PART`, of whose they are: (devices, audience)."""
Change = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer and what it changes in the row's device."""

    choice: Choice
    change: Change = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Issue:
    """Something to ask (`must`) or to mention (`info`); the first option holds until a person answers."""

    code: str
    severity: Severity
    values: Mapping[str, str] = field(default_factory=dict)
    options: tuple[Option, ...] = ()
    as_written: str | None = None  # None: the cell itself
