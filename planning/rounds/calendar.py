"""What rounds and schools are called where a person reads about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from planning.core.notation import listed, month_and_year
from planning.core.translation import gettext as _
from planning.core.translation import ngettext


@dataclass(frozen=True, slots=True)
class RoundCalendar:
    """The rounds and schools of a plan, for its sentences."""

    starts: tuple[date, ...]  # by round
    names: Mapping[str, str]  # by school, as they may be shown
    first: int = 1  # the number of the first round: rounds that have been are numbered too

    def round(self, round_: int) -> str:
        """Round 2 -> "ronde 3 (september 2019)"."""
        return _("round {number} ({month})").format(
            number=round_ + self.first, month=month_and_year(self.starts[round_])
        )

    def rounds(self, rounds: Sequence[int]) -> str:
        """[0, 2] -> "ronde 1 en 3"."""
        numbers = listed([str(round_ + self.first) for round_ in rounds])
        return ngettext("round {numbers}", "rounds {numbers}", len(rounds)).format(numbers=numbers)
