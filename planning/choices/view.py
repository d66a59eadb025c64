"""The choices of the schools within a person's reach, as they are kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from planning.choices.devices import device_price, fed
from planning.choices.figures import Figures, OwnValue, PlanningFigure, figures_on
from planning.choices.model import SchoolMeans, Takeover, Variant, first_day
from planning.choices.rules import Rates, VariantSums, means_of, rates_of, sums_of, totals, yearly_of
from planning.core.clock import board_day
from planning.core.refusal import Reason, Refused
from planning.ratios.service import RatioView
from planning.rounds.model import Round, SchoolChoice
from planning.rounds.view import RoundsView


@dataclass(frozen=True)
class ChoicesView:
    """Means, variants and figures, and what the rounds have of them; read once, asked for many years."""

    ratios: RatioView
    table: tuple[PlanningFigure, ...]  # figures with the board's own values
    own_values: tuple[OwnValue, ...]
    means: tuple[SchoolMeans, ...]
    variants: tuple[Variant, ...]
    takeovers: Mapping[str, Takeover]
    rounds: tuple[Round, ...]
    in_rounds: Mapping[str, SchoolChoice]

    def on(self, as_of: date) -> "ChoicesView":
        """The same as far as it was chosen by a day; variants that were not chosen yet then are there, unchosen."""
        board = self.ratios.board  # an example stands still: what is chosen in it now is of its own day
        known = (one if one.chosen_at is None or board_day(board, one.chosen_at) <= as_of else _unchosen(one)
                 for one in self.variants)  # fmt: skip
        return replace(self, variants=tuple(known))

    def figures(self, school_year: int) -> Figures:
        """The figures of a school year: those that hold on its first day."""
        return figures_on(first_day(school_year), self.table)

    def rates(self, school_year: int) -> Rates | None:
        """The same, to reckon with."""
        return rates_of(self.figures(school_year))

    def pupils(self, as_of: date) -> dict[str, int | None]:
        """School -> its pupils by the last count."""
        return {one.school_id: one.pupils for one in self.ratios.on(as_of).schools}

    def means_for(self, school_id: str, school_year: int) -> SchoolMeans:
        """The means of a school in a year: its own, else those of the last year before, else none yet."""
        known = [one for one in self.means if one.school_id == school_id and one.school_year <= school_year]
        if not known:
            return SchoolMeans(school_id, school_year)
        return replace(max(known, key=lambda one: one.school_year), school_year=school_year)

    def yearly_means(self, school_id: str, school_year: int, pupils: int | None) -> int | None:
        """Cents a school may share out in a year; None where nobody said."""
        return means_of(self.means_for(school_id, school_year), pupils, self.figures(school_year))

    def variants_of(self, school_id: str, school_year: int) -> tuple[Variant, ...]:
        """The variants of a school in a year, by number."""
        return tuple(one for one in self.variants if (one.school_id, one.school_year) == (school_id, school_year))

    def choice_of(self, school_id: str, school_year: int) -> Variant | None:
        """What a school chose for a year."""
        return next((one for one in self.variants_of(school_id, school_year) if one.is_choice), None)

    def choices(self, school_year: int) -> dict[str, Variant]:
        """School -> what it chose for a year, in the order of their names."""
        found = {one.school_id: self.choice_of(one.school_id, school_year) for one in self.ratios.schools}
        return {school_id: one for school_id, one in found.items() if one is not None}

    def board_totals(self, school_year: int) -> dict[str, int]:
        """Post -> cents a year that all choices within reach add up to; nothing where a figure is not known."""
        rates = self.rates(school_year)
        return {} if rates is None else totals(yearly_of(one, rates) for one in self.choices(school_year).values())

    def is_fed(self, variant: Variant) -> bool:
        """Whether the rounds have what a variant says: its money, kinds and target."""
        now = self.in_rounds.get(variant.school_id, SchoolChoice(variant.school_id))
        own_target = next((s.own_target for s in self.ratios.schools if s.school_id == variant.school_id), None)
        is_on_target = variant.target is None or variant.target == own_target
        return is_on_target and fed(now, variant, self.rounds) == now

    def sums(self, rounds: RoundsView, variant: Variant) -> VariantSums:
        """What a variant gives and costs; `rounds` are those of its school alone.

        Raises Refused where means or figures are not known.
        """
        school_id, school_year = variant.school_id, variant.school_year
        pupils = self.pupils(rounds.as_of)[school_id]
        yearly_means = self.yearly_means(school_id, school_year, pupils)
        rates = self.rates(school_year)
        if rates is None:
            raise Refused(Reason("figures_missing"))
        if yearly_means is None:
            raise Refused(Reason("means_missing"))
        means = self.means_for(school_id, school_year)
        return sums_of(variant, means, yearly_means, pupils, rates, device_price(rounds, school_id, variant))


def _unchosen(one: Variant) -> Variant:
    return replace(one, chosen_at=None, chosen_by="", explanation="").serving(None, "")
