"""Instances and plans as JSON (`rounds solve`). Every complaint is told at once, with its place."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Any, Final, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Strict,
    Tag,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from planning.core.translation import gettext as _
from planning.rounds.solver.instance import BANDS, Band, DeviceType, FleetLine, Instance, Legacy, Tier, Weights
from planning.rounds.solver.json_complaints import EACH, ONE, InstanceRefused, complaints, place_of, shown
from planning.rounds.solver.planner import Solution

MOST_ROUNDS: Final = 200
LARGEST: Final = 10**15
"""No number may be larger: what is added up must stay exact."""
_MOST_COLUMNS: Final = 1_000_000
_EXACT: Final = 2**53  # whole numbers up to here are exact in the solver

Info = ValidationInfo[dict[str, Any]]
"""What is known before: how many rounds, which types, and the lines read so far."""
Whole = Annotated[int, Field(ge=0, le=LARGEST)]
Positive = Annotated[int, Field(ge=1, le=LARGEST)]


def _long(expected: int | None, values: TypeAdapter[Any]) -> BeforeValidator:
    """A list of this length, None for one value a round; one of another is told with what ails its `values`."""

    def check(value: Any, info: Info) -> Any:
        length = expected or info.context["rounds"]  # not known: then lengths say nothing
        if isinstance(value, list) and length and len(value) != length:
            raise PydanticCustomError("length", "length", {"expected": length, "found": len(value), "values": values})
        return value

    return BeforeValidator(check)


def _rising(code: Literal["tiers", "bands"], start: Callable[[Any], int | Fraction]) -> AfterValidator:
    def check(steps: list[Any]) -> list[Any]:
        if any(start(after) <= start(before) for before, after in pairwise(steps)):
            raise PydanticCustomError(code, code)
        return steps

    return AfterValidator(check)


def _among_the_types(code: str, info: Info) -> str:
    if code not in info.context["types"]:
        raise PydanticCustomError("type", "type", {"code": shown(code)})
    return code


def _once(codes: list[str]) -> list[str]:
    if len(set(codes)) < len(codes):
        raise PydanticCustomError("type_twice", "type twice")
    return codes


_WHOLES: Final = TypeAdapter(list[Whole], config=ConfigDict(strict=True))
_WHOLES_OR_NULL: Final = TypeAdapter(list[Whole | None], config=ConfigDict(strict=True))
ByRound = Annotated[list[Whole], _long(None, _WHOLES)]
Limits = Annotated[list[Whole | None], _long(None, _WHOLES_OR_NULL)] | None
PerRound = Annotated[
    Annotated[Whole, Tag(ONE)] | Annotated[ByRound, Tag(EACH)],
    Discriminator(lambda value: EACH if isinstance(value, list) else ONE),
]
TypeCode = Annotated[str, AfterValidator(_among_the_types)]
# JSON knows no tuples: a list stands for one
PriceStep = Annotated[tuple[Positive, PerRound], Strict(False), _long(2, TypeAdapter(list[Any]))]
Share = Annotated[tuple[Whole, Positive, Whole], Strict(False), _long(3, _WHOLES)]


class _Json(BaseModel):
    """An object; what it does not know stays beside it, to be told."""

    model_config = ConfigDict(strict=True, extra="allow")


class _Type(_Json):
    life: Positive
    max_age: Positive
    price: PerRound
    support_end: Limits = None
    fixed_cost: PerRound = 0
    tiers: Annotated[list[PriceStep], _rising("tiers", lambda step: step[0])] | None = None

    @field_validator("max_age")
    @classmethod
    def _not_under_the_life(cls, max_age: int, info: Info) -> int:
        if max_age < info.data.get("life", 0):
            raise PydanticCustomError("max_age", "max age")
        return max_age


class _Legacy(_Json):
    type: TypeCode
    age: Whole
    count: Whole
    support_end: Whole | None = None


class _Line(_Json):
    school: str
    line: str
    weight: Whole
    types: Annotated[list[TypeCode], AfterValidator(_once)]
    target: ByRound
    legacy: list[_Legacy] = []

    @model_validator(mode="after")
    def _is_new(self, info: Info) -> Self:
        names = info.context["lines"]
        if (self.school, self.line) in names:
            raise PydanticCustomError("line_twice", "line twice")
        names.add((self.school, self.line))
        return self


class _LexicographicObjective(_Json):
    mode: Literal["lex"] = "lex"
    weights: Any = None  # of no use here


class _WeightedObjective(_Json):
    mode: Literal["weighted"]
    weights: Annotated[list[Whole], _long(4, _WHOLES)]


class _InstanceJson(_Json):
    """The planning problem as the contract writes it."""

    rounds: Annotated[int, Field(ge=1, le=MOST_ROUNDS)]
    types: dict[str, _Type]
    lines: list[_Line]
    budget: Limits
    carry_over: bool = False
    school_budget: dict[str, Limits] | None = None
    bands: Annotated[list[Share], Field(min_length=1), _rising("bands", lambda band: Fraction(band[0], band[1]))] = [
        (band.numerator, band.denominator, band.weight) for band in BANDS
    ]
    objective: Annotated[_LexicographicObjective | _WeightedObjective, Field(discriminator="mode")] = (
        _LexicographicObjective()
    )

    def instance(self) -> Instance:
        """The same as the planner knows it."""
        schools = {line.school for line in self.lines}
        goal = self.objective
        return Instance(
            rounds=self.rounds,
            types={code: self._type(code, kind) for code, kind in self.types.items()},
            lines=tuple(
                FleetLine(
                    school=line.school,
                    name=line.line,
                    weight=line.weight,
                    types=tuple(line.types),
                    targets=tuple(line.target),
                    legacy=tuple(Legacy(old.type, old.age, old.count, old.support_end) for old in line.legacy),
                )
                for line in self.lines
            ),
            budgets=self._limits(self.budget),
            carry_over=self.carry_over,
            school_budgets={
                school: self._limits(budget)
                for school, budget in (self.school_budget or {}).items()
                if school in schools
            },
            bands=tuple(Band(*band) for band in self.bands),
            weights=Weights(*goal.weights) if isinstance(goal, _WeightedObjective) else None,
        )

    def unread(self) -> Iterator[str]:
        """The places of what was left unread, each with why."""
        yield from (_("{place}: not known, left unread.").format(place=place) for place in _unknown(self, ()))
        schools = {line.school for line in self.lines}
        for school in self.school_budget or {}:
            if school not in schools:
                place = place_of(("school_budget", school))
                yield _("{place}: no line is of this school, left unread.").format(place=place)

    def _type(self, code: str, kind: _Type) -> DeviceType:
        return DeviceType(
            code=code,
            life=kind.life,
            max_age=kind.max_age,
            prices=self._per_round(kind.price),
            support_ends=self._limits(kind.support_end),
            fixed_costs=self._per_round(kind.fixed_cost),
            tiers=tuple(Tier(quantity, self._per_round(price)) for quantity, price in kind.tiers or ()),
        )

    def _per_round(self, value: int | list[int]) -> tuple[int, ...]:
        return tuple(value) if isinstance(value, list) else (value,) * self.rounds

    def _limits(self, value: list[int | None] | None) -> tuple[int | None, ...]:
        return (None,) * self.rounds if value is None else tuple(value)


def read_instance(text: str | bytes) -> tuple[Instance, tuple[str, ...]]:
    """The instance, and notices of what was left unread. Raises InstanceRefused with every complaint."""
    content, twice = _parsed(text)
    told = content if isinstance(content, dict) else {}
    rounds, types = told.get("rounds"), told.get("types")
    context = {
        "rounds": rounds if type(rounds) is int and 1 <= rounds <= MOST_ROUNDS else None,
        "types": types if isinstance(types, dict) else {},
        "lines": set[tuple[str, str]](),
    }
    try:
        problem = _InstanceJson.model_validate(content, context=context)
    except ValidationError as error:
        raise InstanceRefused(*dict.fromkeys([*twice, *complaints(error)])) from None
    instance = problem.instance()
    if found := [*twice, *_too_large(instance)]:
        raise InstanceRefused(*found)
    return instance, tuple(problem.unread())


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
        "objective": asdict(plan.values),
        "lower_bound": plan.lower_bound,
        "gap": plan.gap,
        "proven_optimal": plan.proven_optimal,
        "seconds": round(seconds, 3),
    }


def _parsed(text: str | bytes) -> tuple[Any, list[str]]:
    """The values, and a complaint for each key that stands twice in one object."""
    found: list[str] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        content = dict(pairs)
        if len(content) < len(pairs):
            twice = {key for key, _value in pairs if sum(key == other for other, _value in pairs) > 1}
            found.extend(_("‘{key}’ stands twice in one object.").format(key=shown(key)) for key in sorted(twice))
        return content

    try:
        content = json.loads(text.decode("utf-8-sig") if isinstance(text, bytes) else text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise InstanceRefused(
            _("This is not JSON: line {line}, column {column}.").format(line=error.lineno, column=error.colno)
        ) from None
    except UnicodeDecodeError:
        raise InstanceRefused(_("This is not JSON: it is not text in UTF-8.")) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, thousands of brackets
        told = _("This is not JSON that can be read: a number is too long or brackets are too deep.")
        raise InstanceRefused(told) from None
    return content, found


def _unknown(value: Any, where: tuple[int | str, ...]) -> Iterator[str]:
    """The places of keys that no object of the contract has."""
    if isinstance(value, BaseModel):
        yield from (place_of((*where, key)) for key in value.model_extra or {})
        for name in type(value).model_fields:
            yield from _unknown(getattr(value, name), (*where, name))
    elif isinstance(value, (list, dict)):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _unknown(item, (*where, key))


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
