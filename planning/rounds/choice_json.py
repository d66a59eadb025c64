"""What a board chose for its rounds, as plain JSON values and back."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from planning.rounds.model import Discount, FixedPurchase, PlanningRules, SchoolChoice, Wishes

Json = dict[str, Any]


def rules_to_json(rules: PlanningRules) -> Json:
    """Only what differs from the product's own choice, so that a better choice of ours reaches who never chose."""
    standard = PlanningRules()
    return {
        f.name: _plain(getattr(rules, f.name))
        for f in fields(PlanningRules)
        if getattr(rules, f.name) != getattr(standard, f.name)
    }


def rules_of_json(found: Mapping[str, Any]) -> PlanningRules:
    """The rules that rules_to_json wrote; a name of an older version is passed over."""
    known = {f.name for f in fields(PlanningRules)}
    values: Json = {name: value for name, value in found.items() if name in known}
    if "ramp" in values:
        values["ramp"] = _ramp(values["ramp"])
    if "discounts" in values:
        values["discounts"] = tuple(Discount(**d) for d in values["discounts"])
    if "without" in values:
        values["without"] = tuple(values["without"])
    return PlanningRules(**values)


def choice_to_json(choice: SchoolChoice) -> Json:
    """A school's choice without the school."""
    return {f.name: _plain(getattr(choice, f.name)) for f in fields(SchoolChoice) if f.name != "school_id"}


def choice_of_json(school_id: str, found: Mapping[str, Any]) -> SchoolChoice:
    """The choice that choice_to_json wrote."""
    kinds = found.get("kinds")
    return SchoolChoice(
        school_id,
        kinds=None if kinds is None else tuple(kinds),
        keep_mix=found.get("keep_mix"),
        set_size=found.get("set_size"),
        ramp=_ramp(found.get("ramp", ())),
        level_targets=dict(found.get("level_targets", {})),
        own_money={int(round_id): cents for round_id, cents in found.get("own_money", {}).items()},
    )


def wishes_to_json(wishes: Wishes) -> Json:
    """Wishes as JSON."""
    return {f.name: _plain(getattr(wishes, f.name)) for f in fields(Wishes)}


def wishes_of_json(found: Mapping[str, Any]) -> Wishes:
    """The wishes that wishes_to_json wrote."""
    return Wishes(
        tuple(found.get("first", ())),
        tuple(found.get("without", ())),
        tuple(FixedPurchase(**fixed) for fixed in found.get("fixed", ())),
    )


def _ramp(steps: Any) -> tuple[tuple[date, float], ...]:
    return tuple((date.fromisoformat(day), float(target)) for day, target in steps)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, (Discount, FixedPurchase)):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    return value
