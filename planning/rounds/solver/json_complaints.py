"""What is the matter with an instance in JSON, in the sender's language: pydantic's findings in our words."""

from collections.abc import Iterator
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from planning.core.translation import N_
from planning.core.translation import gettext as _

ONE, EACH = "one for all rounds", "one for each round"
"""How a value by round was given; stands in pydantic's places, and in no place we tell."""

_KINDS: Final = {
    bool: N_("true or false"),
    int: N_("a whole number"),
    float: N_("a number that is not whole"),
    str: N_("a text"),
    list: N_("a list"),
    dict: N_("an object"),
    type(None): N_("null"),
}
_EXPECTED: Final = {
    "bool_type": bool,
    "int_type": int,
    "string_type": str,
    "list_type": list,
    "tuple_type": list,
    "dict_type": dict,
    "model_type": dict,
    "model_attributes_type": dict,
}
_COMPLAINTS: Final = {
    "missing": N_("this is missing."),
    "greater_than_equal": N_("at least {least} is expected."),
    "less_than_equal": N_("at most {most} is expected."),
    "length": N_("{expected} values are expected, not {found}."),
    "max_age": N_("this may not be less than the life."),
    "tiers": N_("each tier must start at a larger quantity than the one before."),
    "bands": N_("each band must reach further than the one before."),
    "too_short": N_("at least one band is needed."),
    "type": N_("type ‘{code}’ is not among the types."),
    "type_twice": N_("a type stands here twice."),
    "line_twice": N_("a line of this school has this name already."),
    "union_tag_not_found": N_("this is missing."),
    "union_tag_invalid": N_("this is “lex” or “weighted”."),
}
"""What is the matter, by pydantic's code or our own."""


class InstanceRefused(Exception):  # noqa: N818 - a refusal is not an error of ours
    """An instance that cannot be solved; `complaints` say where and why, in the sender's language."""

    def __init__(self, *complaints: str) -> None:
        super().__init__("\n".join(complaints))
        self.complaints = complaints


def complaints(error: ValidationError, inside: tuple[int | str, ...] = ()) -> Iterator[str]:
    """What pydantic found, in our words, each with its place and never with the value itself."""
    for one in error.errors():
        code, where = one["type"], inside + one["loc"]
        if where[:1] == ("objective",):  # its mode chooses what the object is
            where = (*where[:1], *where[2:], *(["mode"] if code.startswith("union_tag") else []))
        place = place_of(where)
        yield f"{place}: {_text(one)}" if place else _text(one)
        if code == "length":
            try:
                one["ctx"]["values"].validate_python(one["input"])
            except ValidationError as error_inside:
                yield from complaints(error_inside, where)


def _text(error: ErrorDetails) -> str:
    code, context = error["type"], error.get("ctx", {})
    if code not in _EXPECTED:
        return _(_COMPLAINTS[code]).format(least=context.get("ge"), most=context.get("le"), **context)
    expected, found = _(_KINDS[_EXPECTED[code]]), _(_KINDS[type(error["input"])])
    return _("{expected} is expected, not {found}.").format(expected=expected, found=found)


def place_of(where: tuple[int | str, ...]) -> str:
    """Where a value stands: "types.cb.tiers[0][1]"."""
    parts = [part for part in where if part not in (ONE, EACH)]
    return "".join(f"[{part}]" if isinstance(part, int) else f".{shown(part)}" for part in parts).removeprefix(".")


def shown(key: str) -> str:
    """A key as it can be printed."""
    short = key if len(key) <= 40 else key[:39] + "…"
    return "".join(letter if letter.isprintable() else "?" for letter in short)
