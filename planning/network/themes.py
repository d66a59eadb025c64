"""The themes a board looks at itself by, and the items of its self-evaluation, which are data."""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from planning.core.paths import REFERENCE
from planning.core.translation import N_, language


class NetworkTheme(StrEnum):
    """What ICT in a board of schools rests on: the four that Kennisnet keeps in balance, leadership, and IBP."""

    INFRASTRUCTURE = "infrastructure"
    VISION = "vision"
    LEADERSHIP = "leadership"
    CONTENT = "content"
    IBP = "ibp"
    EXPERTISE = "expertise"


CENTRAL: Final = "central"
"""What a learning question can be about beside a theme: what is decided for all schools, and what by each."""

THEME_NAMES: Final = {
    NetworkTheme.INFRASTRUCTURE: N_("Infrastructure"),
    NetworkTheme.VISION: N_("Vision"),
    NetworkTheme.LEADERSHIP: N_("Leadership"),
    NetworkTheme.CONTENT: N_("Content"),
    NetworkTheme.IBP: N_("IBP"),
    NetworkTheme.EXPERTISE: N_("Expertise"),
}
ABOUT_NAMES: Final = {**{theme.value: name for theme, name in THEME_NAMES.items()}, CENTRAL: N_("Central or decentral")}
"""What a learning question can be about, by key."""

LOWEST, HIGHEST = 1, 5
"""The scale: 1 is not begun yet, 5 goes by itself."""


@dataclass(frozen=True)
class EvaluationItem:
    """A question of the self-evaluation, answered from 1 to 5 or with "I do not know"."""

    code: str
    theme: NetworkTheme
    is_central: bool  # whether it asks who decides
    text_nl: str
    text_en: str

    @property
    def text(self) -> str:
        """In the reader's language."""
        return self.text_nl if language() == "nl" else self.text_en


@cache
def evaluation_items() -> tuple[EvaluationItem, ...]:
    """The items, theme by theme."""
    with (REFERENCE / "network_items.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            EvaluationItem(
                row["code"], NetworkTheme(row["theme"]), row["central"] == "1", row["text_nl"], row["text_en"]
            )
            for row in csv.DictReader(file)
        )


def items_of(theme: NetworkTheme) -> tuple[EvaluationItem, ...]:
    """The items of one theme."""
    return tuple(item for item in evaluation_items() if item.theme is theme)
