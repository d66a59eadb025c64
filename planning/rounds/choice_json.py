"""What a board chose for its rounds, as plain JSON values and back; a name of an older version is passed over."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import TypeAdapter

from planning.rounds.model import PlanningRules, SchoolChoice, Wishes

Json = dict[str, Any]

_RULES: Final = TypeAdapter(PlanningRules)
_CHOICE: Final = TypeAdapter(SchoolChoice)
_WISHES: Final = TypeAdapter(Wishes)


def rules_to_json(rules: PlanningRules) -> Json:
    """Only what differs from the product's own choice, so that a better choice of ours reaches who never chose."""
    chosen, standard = (_RULES.dump_python(one, mode="json") for one in (rules, PlanningRules()))
    return {name: value for name, value in chosen.items() if value != standard[name]}


def rules_from_json(found: Mapping[str, Any]) -> PlanningRules:
    """The rules that rules_to_json wrote."""
    return _RULES.validate_python(found)


def choice_to_json(choice: SchoolChoice) -> Json:
    """A school's choice without the school."""
    found: Json = _CHOICE.dump_python(
        choice, mode="json", exclude={"school_id", *(() if choice.origin else ["origin"])}
    )
    return found


def choice_from_json(school_id: str, found: Mapping[str, Any]) -> SchoolChoice:
    """The choice that choice_to_json wrote."""
    return _CHOICE.validate_python({**found, "school_id": school_id})


def wishes_to_json(wishes: Wishes) -> Json:
    """Wishes as JSON."""
    found: Json = _WISHES.dump_python(wishes, mode="json")
    return found


def wishes_from_json(found: Mapping[str, Any]) -> Wishes:
    """The wishes that wishes_to_json wrote."""
    return _WISHES.validate_python(found)
