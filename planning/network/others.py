"""How a board's own scores lie beside those of the others: only what is shared, and never of fewer than three. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import mean
from typing import Final

from planning.circles.model import Contribution
from planning.network.cycle_contents import SelfEvaluation
from planning.network.themes import NetworkTheme

FEWEST: Final = 3
"""Of fewer other boards nothing is shown: who knows its own could reckon theirs."""


@dataclass(frozen=True)
class ThemeScores:
    """The scores on a theme: one's own, and those of the others without a name, lowest first."""

    theme: NetworkTheme
    own: float | None
    others: tuple[float, ...]  # none where there are fewer than FEWEST

    @property
    def mean(self) -> float | None:
        """The mean of the others."""
        return mean(self.others) if self.others else None

    @property
    def difference(self) -> float | None:
        """Own less the mean of the others."""
        return None if self.own is None or self.mean is None else self.own - self.mean


def theme_scores(contributions: Iterable[Contribution], board_id: str) -> tuple[ThemeScores, ...]:
    """The scores of every theme, as far as the contributions that a board may see go."""
    means = {
        (NetworkTheme(one.key), one.owner): one.content.mean
        for one in contributions
        if isinstance(one.content, SelfEvaluation)
    }
    found = []
    for theme in NetworkTheme:
        others = sorted(
            score for (of, owner), score in means.items() if of is theme and owner != board_id and score is not None
        )
        found.append(ThemeScores(theme, means.get((theme, board_id)), tuple(others) if len(others) >= FEWEST else ()))
    return tuple(found)


def largest_difference(scores: Iterable[ThemeScores]) -> ThemeScores | None:
    """The theme on which a board differs most from the others; None where that is not known of any."""
    known = [one for one in scores if one.difference]
    return max(known, key=lambda one: abs(one.difference or 0), default=None)
