"""What a way to share out means gives and costs, and why something cannot be; pure, in whole cents.

Every post is told in three ways: once, every year, and for each pupil. Hours come back every year, devices are written
off over their term: what is bought once is paid for only after that term, and what is left then is told.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from planning.choices.figures import Figures, OwnValue
from planning.choices.model import (
    AUTOMATION,
    DEVICES,
    FTE,
    MOST_VARIANTS,
    PAID,
    POSTS,
    SUPPORT,
    TEACHING,
    TRAINING,
    SchoolMeans,
    Variant,
    VisionKey,
)
from planning.core.board_rules import target_reasons
from planning.core.refusal import Cents, Reason, Year

LONGEST_NAME: Final = 40
LONGEST_NOTE: Final = 200
LONGEST_EXPLANATION: Final = 600
LONGEST_FIGURE_REASON: Final = 200
HIGHEST_CENTS: Final = 10_000_000_00
HIGHEST_PER_PUPIL_CENTS: Final = 20_000_00
MOST_FTE: Final = 200 * FTE
FIRST_YEAR, LAST_YEAR = 2015, 2060
HIGHEST_FIGURE: Final = 1_000_000_00


@dataclass(frozen=True)
class Rates:
    """The figures that sums are made with, on the first day of a school year."""

    teacher_cents: int  # of one fte a year
    fte_hours: int  # hundredths of an hour a year
    training_cents: int  # of one fte a year
    training_hours: int  # hundredths of an hour a year that go with it
    all_in_cents: int  # of a device a year, purchase and management
    support_cents: int  # of an hour of support at school


@dataclass(frozen=True)
class DevicePrice:
    """What a plan reckons for one device of the kind a school buys."""

    kind: str
    cents: int
    term: int  # years over which it is written off


@dataclass(frozen=True)
class PostSums:
    """One post of a variant."""

    post: str
    once: int
    yearly: int
    pupils: int | None

    @property
    def per_pupil(self) -> int | None:
        """Cents a year for each pupil; None where they are not known."""
        return None if not self.pupils else rounded(self.yearly, self.pupils)


@dataclass(frozen=True)
class VariantSums:
    """What a variant gives and costs."""

    posts: tuple[PostSums, ...]  # in the order of POSTS
    means: int  # a year
    term: int  # years over which devices are written off
    teaching_hours: int  # hundredths of an hour a year
    pupils_per_teacher: float | None  # None where pupils or formation are not known
    training_hours: int  # hundredths of an hour a year, of all teachers together
    training_per_teacher: int | None  # the same for one fte
    training_time_cents: int  # what the hours of those trained cost a year, beside the training itself
    standing: int  # devices that the yearly money keeps standing
    standing_rest: int  # cents left of it over the term
    bought_once: int  # devices that the money at the start buys
    once_rest: int
    all_in: int  # devices that the yearly money keeps, management included
    automation_hours: int  # hundredths of an hour of teachers a year that it has to save to be paid back
    support_hours: int  # hundredths of an hour a year
    support_hours_once: int  # the same for the money at the start

    @property
    def yearly(self) -> int:
        """Shared out every year."""
        return sum(one.yearly for one in self.posts)

    @property
    def once(self) -> int:
        """Spent at the start."""
        return sum(one.once for one in self.posts)

    @property
    def left(self) -> int:
        """Left every year; below zero where more is shared out than there is."""
        return self.means - self.yearly

    @property
    def left_in_term(self) -> int:
        """Left over the whole term, once what is bought at the start is paid for."""
        return self.term * self.left - self.once

    @property
    def advance(self) -> int:
        """To be paid at the start before the means of later years are there."""
        return max(0, self.once - max(0, self.left))

    def of(self, post: str) -> PostSums:
        """One of its posts."""
        return next(one for one in self.posts if one.post == post)


def rates_of(figures: Figures) -> Rates | None:
    """The figures of a day as rates; None where one of them is not known by then."""
    codes = ("teacher_cost", "hours_per_fte", "training_budget", "training_hours", "device_all_in", "support_hour")
    if not all(code in figures for code in codes):
        return None
    return Rates(*(figures[code].hundredths for code in codes))


def means_of(means: SchoolMeans, pupils: int | None, figures: Figures) -> int | None:
    """Cents a school may share out in a year; None where an amount per pupil or the pupils are not known."""
    per_pupil = means.per_pupil_cents
    if per_pupil is None:
        per_pupil = figures["means_per_pupil"].hundredths if "means_per_pupil" in figures else None
    if per_pupil == 0:
        return means.fixed_cents
    if per_pupil is None or pupils is None:
        return None
    return per_pupil * pupils + means.fixed_cents


def teaching_cents(fte: int, rates: Rates) -> int:
    """What so much of an fte costs a year."""
    return rounded(fte * rates.teacher_cents, FTE)


def yearly_of(variant: Variant, rates: Rates) -> dict[str, int]:
    """Post -> cents every year."""
    return {TEACHING: teaching_cents(variant.fte, rates)} | {post: variant.yearly.get(post, 0) for post in PAID}


def sums_of(
    variant: Variant, means: SchoolMeans, yearly_means: int, pupils: int | None, rates: Rates, device: DevicePrice
) -> VariantSums:
    """What a variant gives and costs with the means, pupils and figures of its school year."""
    yearly = yearly_of(variant, rates)
    teachers = None if means.formation is None else means.formation + variant.fte
    hours = yearly[TRAINING] * rates.training_hours // rates.training_cents
    once = variant.once.get(DEVICES, 0)
    standing = yearly[DEVICES] * device.term // device.cents
    return VariantSums(
        posts=tuple(PostSums(post, variant.once.get(post, 0), yearly[post], pupils) for post in POSTS),
        means=yearly_means,
        term=device.term,
        teaching_hours=rounded(variant.fte * rates.fte_hours, FTE),
        pupils_per_teacher=pupils * FTE / teachers if pupils and teachers else None,
        training_hours=hours,
        training_per_teacher=rounded(hours * FTE, teachers) if teachers else None,
        training_time_cents=rounded(hours * rates.teacher_cents, rates.fte_hours),
        standing=standing,
        standing_rest=yearly[DEVICES] * device.term - standing * device.cents,
        bought_once=once // device.cents,
        once_rest=once % device.cents,
        all_in=yearly[DEVICES] // rates.all_in_cents,
        automation_hours=rounded(yearly[AUTOMATION] * rates.fte_hours, rates.teacher_cents),
        support_hours=rounded(yearly[SUPPORT] * 100, rates.support_cents),
        support_hours_once=rounded(variant.once.get(SUPPORT, 0) * 100, rates.support_cents),
    )


def moved(variant: Variant, source: str, to: str, amount: int, rates: Rates) -> Variant:
    """The same means with so much in another post: 1/10.000 fte where hours of teachers are given, else cents.

    Never more than there is. What does not make up a part of an fte stays where it was: nothing is created or lost.
    """
    if source == to:
        return variant
    cost = yearly_of(variant, rates)
    if source == TEACHING:
        fte = variant.fte - min(amount, variant.fte)
        cents = cost[TEACHING] - teaching_cents(fte, rates)
        return replace(variant, fte=fte, yearly={**variant.yearly, to: cost[to] + cents})
    cents = min(amount, cost[source])
    if to == TEACHING:
        fte = variant.fte + cents * FTE // rates.teacher_cents
        while teaching_cents(fte, rates) - cost[TEACHING] > cents:
            fte -= 1
        spent = teaching_cents(fte, rates) - cost[TEACHING]
        return replace(variant, fte=fte, yearly={**variant.yearly, source: cost[source] - spent})
    return replace(variant, yearly={**variant.yearly, source: cost[source] - cents, to: cost[to] + cents})


def differences(variant: Variant, beside: Variant, rates: Rates) -> dict[str, int]:
    """Post -> cents a year more than in another variant; those that are the same are absent."""
    mine, other = yearly_of(variant, rates), yearly_of(beside, rates)
    return {post: mine[post] - other[post] for post in POSTS if mine[post] != other[post]}


def totals(yearly: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Post -> cents a year of several schools together."""
    found = dict.fromkeys(POSTS, 0)
    for one in yearly:
        for post in POSTS:
            found[post] += one[post]
    return found


def rounded(value: int, by: int) -> int:
    """value / by, half up, without floats; neither is below zero."""
    return (2 * value + by) // (2 * by)


def means_reasons(means: SchoolMeans) -> list[Reason]:
    """Why a school cannot have these means."""
    reasons = []
    if means.per_pupil_cents is not None and not 0 <= means.per_pupil_cents <= HIGHEST_PER_PUPIL_CENTS:
        values = {"read": Cents(means.per_pupil_cents), "highest": Cents(HIGHEST_PER_PUPIL_CENTS)}
        reasons.append(Reason("means_per_pupil_out_of_range", "per_pupil_cents", values))
    if not 0 <= means.fixed_cents <= HIGHEST_CENTS:
        values = {"read": Cents(means.fixed_cents), "highest": Cents(HIGHEST_CENTS)}
        reasons.append(Reason("means_fixed_out_of_range", "fixed_cents", values))
    if means.formation is not None and not 0 <= means.formation <= MOST_FTE:
        reasons.append(Reason("formation_out_of_range", "formation", {"highest": MOST_FTE // FTE}))
    if len(means.note) > LONGEST_NOTE:
        reasons.append(Reason("means_note_too_long", "note", {"n": LONGEST_NOTE}))
    return reasons + year_reasons(means.school_year)


def year_reasons(school_year: int) -> list[Reason]:
    """Why nothing can be chosen for this school year."""
    if FIRST_YEAR <= school_year <= LAST_YEAR:
        return []
    return [Reason("choice_year_out_of_range", None, {"first": Year(FIRST_YEAR), "last": Year(LAST_YEAR)})]


def variant_reasons(
    variant: Variant, others: Collection[Variant], buyable: Collection[str], visions: Collection[VisionKey]
) -> list[Reason]:
    """Why a variant cannot be kept, whatever it costs; `others` are those of its school and year."""
    reasons = year_reasons(variant.school_year)
    if not variant.name:
        reasons.append(Reason("variant_without_name", "name"))
    if len(variant.name) > LONGEST_NAME:
        reasons.append(Reason("variant_name_too_long", "name", {"n": LONGEST_NAME}))
    if any(one.number != variant.number and one.name.casefold() == variant.name.casefold() for one in others):
        reasons.append(Reason("variant_there_already", "name", {"name": variant.name}))
    if not 1 <= variant.number <= MOST_VARIANTS:
        reasons.append(Reason("too_many_variants", None, {"n": MOST_VARIANTS}))
    if not 0 <= variant.fte <= MOST_FTE:
        reasons.append(Reason("variant_fte_out_of_range", "fte", {"highest": MOST_FTE // FTE}))
    for field, amounts in (("yearly", variant.yearly), ("once", variant.once)):
        for post, cents in amounts.items():
            if not 0 <= cents <= HIGHEST_CENTS:
                values = {"read": Cents(cents), "highest": Cents(HIGHEST_CENTS)}
                reasons.append(Reason("post_out_of_range", f"{field}_{post}", values))
    reasons += [] if variant.target is None else target_reasons(variant.target, "target")
    if variant.kinds is not None and not (variant.kinds and set(variant.kinds) <= set(buyable)):
        reasons.append(Reason("variant_kinds_unknown", "kinds"))
    if variant.vision_key is not None and variant.vision_key not in visions:
        reasons.append(Reason("variant_vision_gone", "vision_id"))
    if len(variant.explanation) > LONGEST_EXPLANATION:
        reasons.append(Reason("explanation_too_long", "explanation", {"n": LONGEST_EXPLANATION}))
    return reasons


def money_reasons(sums: VariantSums) -> list[Reason]:
    """Why a variant cannot be paid of its means: more every year, or more at the start than the term brings back."""
    if sums.left < 0:
        values = {"shared": Cents(sums.yearly), "means": Cents(sums.means), "over": Cents(-sums.left)}
        return [Reason("more_than_means", None, values)]
    if sums.left_in_term < 0:
        amounts = {"once": Cents(sums.once), "n": sums.term, "back": Cents(sums.term * sums.left)}
        return [Reason("once_not_paid_back", "once_devices", amounts)]
    return []


def choosing_reasons(explanation: str, vision: VisionKey | None, visions: Collection[VisionKey]) -> list[Reason]:
    """Why a school cannot choose a variant yet."""
    reasons = []
    if not explanation:
        reasons.append(Reason("choice_without_explanation", "explanation"))
    if len(explanation) > LONGEST_EXPLANATION:
        reasons.append(Reason("explanation_too_long", "explanation", {"n": LONGEST_EXPLANATION}))
    if visions and vision not in visions:
        reasons.append(Reason("choice_without_vision", "vision"))
    return reasons


def figure_reasons(value: OwnValue, codes: Collection[str]) -> list[Reason]:
    """Why a board cannot put this value in the place of a shipped one."""
    reasons = []
    if value.code not in codes:
        reasons.append(Reason("figure_unknown", "code"))
    if not 0 < value.hundredths <= HIGHEST_FIGURE:
        values = {"read": value.hundredths / 100, "highest": HIGHEST_FIGURE // 100}
        reasons.append(Reason("figure_out_of_range", "hundredths", values))
    if not FIRST_YEAR <= value.since.year <= LAST_YEAR:
        reasons.append(Reason("figure_day_out_of_range", "since", {"day": value.since}))
    if not value.reason:
        reasons.append(Reason("figure_without_reason", "reason"))
    if len(value.reason) > LONGEST_FIGURE_REASON:
        reasons.append(Reason("figure_reason_too_long", "reason", {"n": LONGEST_FIGURE_REASON}))
    return reasons
