"""One school's fleet as lines of a planning problem: what it wants, what it has, what may be bought for it. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from planning.organisation.records import School
from planning.ratios.rules import years_later
from planning.rounds.model import SchoolChoice, Wishes
from planning.rounds.round_dates import RoundDates
from planning.rounds.solver.instance import Bound, DeviceType, FleetLine, Legacy
from planning.rounds.view import RoundsView
from planning.rounds.wanted import Pupils, devices_wanted, pupils_on, split, target_on, with_reserve

FIRST: Final = 20
"""How many times a school that goes first weighs: more than shortage bands and targets make schools differ."""


@dataclass(frozen=True)
class Batch:
    """Devices of a school that count today, or are on their way."""

    kind: str
    count: int
    bought: date
    updates_until: date | None  # None: no end is known


@dataclass(frozen=True)
class Stock:
    """What a school has."""

    batches: tuple[Batch, ...] = ()
    spares: int = 0

    def of(self, kinds: Iterable[str]) -> int:
        """Devices of these kinds."""
        wanted = set(kinds)
        return sum(one.count for one in self.batches if one.kind in wanted)


def stocks_of(view: RoundsView) -> dict[str, Stock]:
    """School -> what counts today by the rule of the ratios and what is on its way, and how many are spare."""
    batches: dict[str, list[Batch]] = {}
    spares: Counter[str] = Counter()
    for row in view.fleet.to_dict("records"):
        if row["reason"] == "counts":
            # nothing is called older than it may be: an unknown purchase was made on the day it was counted
            bought = row["purchased_latest"] or row["counted_on"]
            one = Batch(row["kind"], int(row["count"]), bought, row["support_until"])
            batches.setdefault(row["school_id"], []).append(one)
        elif row["reason"] == "spare":
            spares[row["school_id"]] += int(row["count"])
    past = {r.round_id: r.on for r in view.rounds if r.on < view.as_of}
    for progress in view.progress.values():
        order = progress.order
        if progress.coming and order.round_id in past:
            coming = Batch(order.kind, progress.coming, max(order.ordered_on, past[order.round_id]), None)
            batches.setdefault(order.school_id, []).append(coming)
    schools = batches.keys() | spares.keys()
    return {school_id: Stock(tuple(batches.get(school_id, ())), spares[school_id]) for school_id in schools}


def lines_of(
    view: RoundsView,
    school: School,
    stock: Stock,
    pupils: Sequence[Pupils],
    dates: RoundDates,
    types: Mapping[str, DeviceType],
    wishes: Wishes,
) -> list[FleetLine]:
    """The lines of a school: one for each kind it keeps in its mix, or one for all it may buy."""
    choice = view.choices.get(school.school_id, SchoolChoice(school.school_id))
    kinds = kinds_for(view, choice, stock, wishes)
    keep_mix = view.rules.keep_mix if choice.keep_mix is None else choice.keep_mix
    groups = [(kind,) for kind in kinds] if keep_mix else [kinds]
    leading = max(range(len(groups)), key=lambda place: stock.of(groups[place]))
    # what is no longer bought is replaced by what the school has most of
    home = dict.fromkeys(types, leading) | {kind: place for place, group in enumerate(groups) for kind in group}
    shares = [stock.of(kind for kind in types if home[kind] == place) for place in range(len(groups))]
    targets = [split(total, shares) for total in wanted_by(view, school, choice, stock, pupils, dates)]
    weight = round(school.own_target or view.ratios.board.pupils_per_device)
    lines = [
        FleetLine(
            school=school.school_id,
            name=group[0] if keep_mix else "",
            weight=max(1, weight) * (FIRST if school.school_id in wishes.first else 1),
            types=group,
            targets=tuple(of_round[place] for of_round in targets),
            legacy=legacy_of((one for one in stock.batches if home[one.kind] == place), dates, types, view),
            set_size=choice.set_size or view.rules.set_size,
        )
        for place, group in enumerate(groups)
    ]
    for bound in bounds_of(view, school.school_id, wishes, lines[0].set_size):
        place = home[bound.type]
        lines[place] = _with_bound(lines[place], bound, len(dates.days))
    return lines


def kinds_for(view: RoundsView, choice: SchoolChoice, stock: Stock, wishes: Wishes) -> tuple[str, ...]:
    """The kinds to buy for a school: its own choice, else what it has, without what is no longer wanted.

    Where nothing is left, the cheapest kind for pupils.
    """
    refused = {*view.rules.without, *wishes.without}
    kinds = view.ratios.kinds
    buyable = [code for code, kind in kinds.items() if kind.counts_for_pupils and kind.price_cents > 0]
    asked = choice.kinds if choice.kinds is not None else {one.kind for one in stock.batches}
    chosen = tuple(kind for kind in buyable if kind in asked and kind not in refused)
    if chosen:
        return chosen
    left = [kind for kind in buyable if kind not in refused] or buyable
    return (min(left, key=lambda kind: (kinds[kind].price_cents, kind)),)


def wanted_by(
    view: RoundsView, school: School, choice: SchoolChoice, stock: Stock, pupils: Sequence[Pupils], dates: RoundDates
) -> list[int]:
    """Devices a school wants in each round, by its own target and ramp, else by the board's."""
    ramp = choice.ramp or (() if school.own_target else view.rules.ramp)
    now = school.own_target or view.ratios.board.pupils_per_device
    wanted = []
    for day in dates.days:
        needed = devices_wanted(pupils_on(pupils, day), target_on(now, ramp, day), choice.level_targets)
        wanted.append(with_reserve(needed, view.rules.reserve_share, stock.spares))
    return wanted


def legacy_of(
    batches: Iterable[Batch], dates: RoundDates, types: Mapping[str, DeviceType], view: RoundsView
) -> tuple[Legacy, ...]:
    """What is there, as ages and ends in rounds; what counts today and in no round to come ends in round 0."""
    sums: Counter[tuple[str, int, int]] = Counter()
    for one in batches:
        life = view.ratios.kinds[one.kind].life_years
        due, last = (years_later(one.bought, years) for years in (life, life + view.rules.beyond_life_years))
        counts = min(dates.before(last), dates.until(one.updates_until))
        sums[one.kind, dates.age(due, types[one.kind].life), counts] += one.count
    return tuple(
        Legacy(kind, age, count, counts if counts < len(dates.days) else None)
        for (kind, age, counts), count in sorted(sums.items())
    )


def bounds_of(view: RoundsView, school_id: str, wishes: Wishes, set_size: int) -> list[Bound]:
    """What is ordered already and in no inventory yet, and what a person fixed; whole sets."""
    place = {r.round_id: t for t, r in enumerate(view.to_come)}
    least: Counter[tuple[str, int]] = Counter()
    for progress in view.progress.values():
        if progress.order.school_id == school_id and progress.order.round_id in place:
            least[progress.order.kind, place[progress.order.round_id]] += progress.coming
    most: dict[tuple[str, int], int] = {}
    for fixed in wishes.fixed:
        if fixed.school_id == school_id and fixed.round_id in place:
            key = fixed.kind, place[fixed.round_id]
            least[key] = max(least[key], fixed.at_least)
            if fixed.at_most is not None:
                most[key] = max(fixed.at_most, least[key])
    sets = {key: -(-n // set_size) * set_size for key, n in least.items()}
    return [
        Bound(kind, t, n, None if (kind, t) not in most else max(most[kind, t], n))
        for (kind, t), n in sorted(sets.items())
        if n or (kind, t) in most
    ]


def needs_most(lines: Sequence[FleetLine], types: Mapping[str, DeviceType]) -> list[int]:
    """The line of each school that is short, or has devices past their life span, in round 0; neediest first."""
    best: dict[str, tuple[int, int, int]] = {}
    for at, line in enumerate(lines):
        young = sum(old.count for old in line.legacy if old.age < types[old.type].life)
        there = sum(old.count for old in line.legacy)
        need = max(0, line.targets[0] - there), max(0, line.targets[0] - young), -at
        if any(need[:2]) and need > best.get(line.school, (0, 0, 0)):
            best[line.school] = need
    return [-at for _short, _old, at in sorted(best.values(), reverse=True)]


def with_something(line: FleetLine, types: Mapping[str, DeviceType]) -> FleetLine:
    """The line, bound to get at least one set of its cheapest kind in the first round."""
    kind = min(line.types, key=lambda code: (types[code].prices[0], code))
    same = next((b for b in line.bounds if (b.type, b.round) == (kind, 0)), Bound(kind, 0))
    new = replace(same, at_least=max(same.at_least, line.set_size))
    return replace(line, bounds=(*(b for b in line.bounds if b != same), new))


def _with_bound(line: FleetLine, bound: Bound, rounds: int) -> FleetLine:
    if bound.type in line.types:
        return replace(line, bounds=(*line.bounds, bound))
    # not one of its kinds: bought where a person fixed it and in no other round
    nowhere = tuple(Bound(bound.type, t, 0, 0) for t in range(rounds) if t != bound.round)
    return replace(line, types=(*line.types, bound.type), bounds=(*line.bounds, *nowhere, bound))
