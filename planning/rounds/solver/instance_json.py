"""Instances and plans as JSON (`rounds solve`). Every complaint is told at once, with its place."""

import json
from itertools import pairwise
from typing import Any, Final

from planning.core.refusal import Refused, refuse
from planning.core.translation import gettext as _
from planning.rounds.solver.instance import BANDS, Band, DeviceType, FleetLine, Instance, Legacy, Tier, Weights
from planning.rounds.solver.json_values import Reader, joined, shown
from planning.rounds.solver.planner import Solution

MOST_ROUNDS: Final = 200
_MOST_COLUMNS: Final = 1_000_000
_EXACT: Final = 2**53  # whole numbers up to here are exact in the solver
_TOP: Final = ("rounds", "types", "lines", "budget", "carry_over", "school_budget", "bands", "objective")
_TYPE: Final = ("life", "max_age", "price", "support_end", "fixed_cost", "tiers")
_LINE: Final = ("school", "line", "weight", "types", "target", "legacy")
_LEGACY: Final = ("type", "age", "count", "support_end")


def read_instance(text: str | bytes) -> tuple[Instance, tuple[str, ...]]:
    """The instance, and notices of what was left unread. Raises Refused with every complaint."""
    reader = Reader()
    instance = _Instances(reader).read(_parsed(reader, text))
    refuse(dict.fromkeys(reader.complaints))
    refuse(_too_large(instance))
    return instance, tuple(reader.notices)


def plan_as_json(instance: Instance, plan: Solution, seconds: float) -> dict[str, Any]:
    """A plan as `rounds solve --json` prints it: lines and rounds in the order of the instance."""
    buys = sorted(plan.purchases.items(), key=lambda item: (item[0][0], item[0][2], item[0][1]))
    return {
        "buys": [
            {
                "school": instance.lines[place].school,
                "line": instance.lines[place].name,
                "type": code,
                "round": round_,
                "count": count,
            }
            for (place, code, round_), count in buys
        ],
        "objective": {
            "short": plan.values.short,
            "unserved": plan.values.unserved,
            "cost": plan.values.cost,
            "peak": plan.values.peak,
        },
        "lower_bound": plan.lower_bound,
        "gap": plan.gap,
        "proven_optimal": plan.proven_optimal,
        "seconds": round(seconds, 3),
    }


def _parsed(reader: Reader, text: str | bytes) -> Any:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        content = dict(pairs)
        if len(content) < len(pairs):
            twice = {key for key, _value in pairs if sum(key == other for other, _value in pairs) > 1}
            reader.complaints += [
                _("‘{key}’ stands twice in one object.").format(key=shown(key)) for key in sorted(twice)
            ]
        return content

    try:
        return json.loads(text.decode("utf-8-sig") if isinstance(text, bytes) else text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise Refused(
            _("This is not JSON: line {line}, column {column}.").format(line=error.lineno, column=error.colno)
        ) from None
    except UnicodeDecodeError:
        raise Refused(_("This is not JSON: it is not text in UTF-8.")) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, thousands of brackets
        raise Refused(_("This is not JSON that can be read: a number is too long or brackets are too deep.")) from None


class _Instances:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.rounds = 1
        self.codes: frozenset[str] = frozenset()

    def read(self, value: Any) -> Instance:
        top = self.reader.members(value, "", _TOP)
        before = len(self.reader.complaints)
        self.rounds = top.get("rounds", lambda v, at: self.reader.whole(v, at, 1, MOST_ROUNDS), 1)
        if len(self.reader.complaints) > before:  # lengths say nothing where their number is not known
            self.rounds = 0
        types = top.get("types", self._types, {})
        self.codes = frozenset(types)
        lines = top.get("lines", lambda v, at: self.reader.each(v, at, self._line), ())
        self._twice(lines)
        schools = {line.school for line in lines}
        return Instance(
            rounds=self.rounds,
            types=types,
            lines=lines,
            budgets=top.get("budget", self._budgets, ()),
            carry_over=top.get("carry_over", lambda v, at: self.reader.is_a(bool, v, at), False, default=False),
            school_budgets=top.get("school_budget", lambda v, at: self._school_budgets(v, at, schools), {}, default={}),
            bands=top.get("bands", self._bands, BANDS, default=[[b.numerator, b.denominator, b.weight] for b in BANDS]),
            weights=top.get("objective", self._weights, None, default={"mode": "lex"}),
        )

    def _text(self, value: Any, place: str) -> str:
        return self.reader.is_a(str, value, place)

    def _or_null(self, value: Any, place: str) -> int | None:
        return None if value is None else self.reader.whole(value, place)

    def _per_round(self, value: Any, place: str) -> tuple[int, ...]:
        """A number for all rounds, or a list with one for each."""
        if isinstance(value, list):
            return self.reader.each(value, place, self.reader.whole, self.rounds or None)
        return (self.reader.whole(value, place),) * self.rounds

    def _per_round_or_null(self, value: Any, place: str) -> tuple[int | None, ...]:
        return self.reader.each(value, place, self._or_null, self.rounds or None)

    def _budgets(self, value: Any, place: str) -> tuple[int | None, ...]:
        return (None,) * self.rounds if value is None else self._per_round_or_null(value, place)

    def _school_budgets(self, value: Any, place: str, schools: set[str]) -> dict[str, tuple[int | None, ...]]:
        if value is None:
            return {}
        found = {}
        for school, budgets in self.reader.is_a(dict, value, place).items():
            at = joined(place, shown(school))
            found[school] = self._budgets(budgets, at)
            if school not in schools:
                self.reader.notices.append(_("{place}: no line is of this school, left unread.").format(place=at))
        return {school: budgets for school, budgets in found.items() if school in schools}

    def _types(self, value: Any, place: str) -> dict[str, DeviceType]:
        content = self.reader.is_a(dict, value, place)
        return {code: self._type(code, item, joined(place, shown(code))) for code, item in content.items()}

    def _type(self, code: str, value: Any, place: str) -> DeviceType:
        of = self.reader.members(value, place, _TYPE)
        before = len(self.reader.complaints)
        life = of.get("life", lambda v, at: self.reader.whole(v, at, 1), 1)
        max_age = of.get("max_age", lambda v, at: self.reader.whole(v, at, 1), 1)
        if len(self.reader.complaints) == before and max_age < life:
            self.reader.complain(joined(place, "max_age"), _("this may not be less than the life."))
        nothing = (0,) * self.rounds
        return DeviceType(
            code=code,
            life=life,
            max_age=max_age,
            prices=of.get("price", self._per_round, nothing),
            support_ends=of.get("support_end", self._budgets, (None,) * self.rounds, default=None),
            fixed_costs=of.get("fixed_cost", self._per_round, nothing, default=0),
            tiers=of.get("tiers", self._tiers, (), default=[]),
        )

    def _tiers(self, value: Any, place: str) -> tuple[Tier, ...]:
        def tier(item: Any, at: str) -> Tier:
            before = len(self.reader.complaints)
            pair = self.reader.each(item, at, lambda value, _at: value, 2)
            if len(self.reader.complaints) > before:
                return Tier(1, ())
            return Tier(self.reader.whole(pair[0], f"{at}[0]", 1), self._per_round(pair[1], f"{at}[1]"))

        before = len(self.reader.complaints)
        tiers = self.reader.each([] if value is None else value, place, tier)
        if len(self.reader.complaints) == before and any(b.quantity <= a.quantity for a, b in pairwise(tiers)):
            self.reader.complain(place, _("each tier must start at a larger quantity than the one before."))
        return tiers

    def _line(self, value: Any, place: str) -> FleetLine:
        of = self.reader.members(value, place, _LINE)
        return FleetLine(
            school=of.get("school", self._text, ""),
            name=of.get("line", self._text, ""),
            weight=of.get("weight", self.reader.whole, 0),
            types=of.get("types", lambda v, at: self.reader.each(v, at, self._code), ()),
            targets=of.get("target", lambda v, at: self.reader.each(v, at, self.reader.whole, self.rounds or None), ()),
            legacy=of.get("legacy", lambda v, at: self.reader.each(v, at, self._legacy), (), default=[]),
        )

    def _code(self, value: Any, place: str) -> str:
        code = self._text(value, place)
        if isinstance(value, str) and code not in self.codes:
            self.reader.complain(place, _("type ‘{code}’ is not among the types.").format(code=shown(code)))
        return code

    def _legacy(self, value: Any, place: str) -> Legacy:
        of = self.reader.members(value, place, _LEGACY)
        return Legacy(
            type=of.get("type", self._code, ""),
            age=of.get("age", self.reader.whole, 0),
            count=of.get("count", self.reader.whole, 0),
            support_end=of.get("support_end", self._or_null, None, default=None),
        )

    def _bands(self, value: Any, place: str) -> tuple[Band, ...]:
        def band(item: Any, at: str) -> Band:
            before = len(self.reader.complaints)
            three = self.reader.each(item, at, self.reader.whole, 3)
            if len(self.reader.complaints) > before:
                return Band(1, 1, 1)
            return Band(three[0], self.reader.whole(three[1], f"{at}[1]", 1), three[2])

        before = len(self.reader.complaints)
        bands = self.reader.each(value, place, band)
        if len(self.reader.complaints) == before:
            if not bands:
                self.reader.complain(place, _("at least one band is needed."))
            if any(b.numerator * a.denominator <= a.numerator * b.denominator for a, b in pairwise(bands)):
                self.reader.complain(place, _("each band must reach further than the one before."))
        return bands

    def _weights(self, value: Any, place: str) -> Weights | None:
        of = self.reader.members(value, place, ("mode", "weights"))
        mode = of.get("mode", self._text, "lex")
        if mode not in ("lex", "weighted"):
            self.reader.complain(joined(place, "mode"), _("this is “lex” or “weighted”."))
        if mode != "weighted":
            return None
        before = len(self.reader.complaints)
        weights = of.get("weights", lambda v, at: self.reader.each(v, at, self.reader.whole, 4), ())
        return Weights(*weights) if len(self.reader.complaints) == before else None

    def _twice(self, lines: tuple[FleetLine, ...]) -> None:
        seen: set[tuple[str, str]] = set()
        for number, line in enumerate(lines):
            if (line.school, line.name) in seen:
                self.reader.complain(f"lines[{number}]", _("a line of this school has this name already."))
            seen.add((line.school, line.name))
            if len(set(line.types)) < len(line.types):
                self.reader.complain(f"lines[{number}].types", _("a type stands here twice."))


def _too_large(instance: Instance) -> list[str]:
    """An instance must fit in memory, and every sum must be exact."""
    columns = instance.rounds * sum(max(1, len(line.types)) for line in instance.lines)
    if columns > _MOST_COLUMNS:
        return [
            _("The instance is too large: {found} possible purchases, at most {most}.").format(
                found=columns, most=_MOST_COLUMNS
            )
        ]
    prices = {
        code: max([*kind.prices, *(price for tier in kind.tiers for price in tier.prices)], default=0)
        for code, kind in instance.types.items()
    }
    wanted = sum(line.weight * sum(line.targets) for line in instance.lines)
    short = wanted * max(band.weight for band in instance.bands)
    unserved = sum(sum(line.targets) for line in instance.lines)
    dearest = sum(max(line.targets, default=0) * sum(prices[code] for code in line.types) for line in instance.lines)
    cost = instance.rounds * dearest + sum(sum(kind.fixed_costs) for kind in instance.types.values())
    worst = max(short, unserved, cost)
    if instance.weights is not None:
        w = instance.weights
        worst = max(worst, w.short * short + w.unserved * unserved + (w.cost + w.peak) * cost)
    legacy = sum(old.count for line in instance.lines for old in line.legacy)
    if max(worst, legacy) >= _EXACT:
        return [_("The numbers are too large together to add up exactly: give money and weights in a larger unit.")]
    return []
