"""Reading an instance: what it says, and every complaint about it at once."""

import json
from copy import deepcopy
from typing import Any

import pytest

from planning.core.translation import use_language
from planning.rounds.solver.instance import BANDS, Legacy, Tier, Weights
from planning.rounds.solver.instance_json import read_instance
from planning.rounds.solver.json_complaints import InstanceRefused

GOOD: dict[str, Any] = {
    "rounds": 3,
    "types": {
        "cb": {
            "life": 4,
            "max_age": 6,
            "price": 300,
            "support_end": [None, 5, 2],
            "fixed_cost": [1, 2, 3],
            "tiers": [[20, 280]],
        }
    },
    "lines": [
        {
            "school": "A",
            "line": "pupil",
            "weight": 4,
            "types": ["cb"],
            "target": [10, 10, 11],
            "legacy": [{"type": "cb", "age": 3, "count": 6, "support_end": None}],
        }
    ],
    "budget": [3000, 3000, None],
    "carry_over": False,
    "school_budget": {"A": [900, None, 900]},
    "bands": [[1, 10, 1], [1, 4, 2], [1, 1, 4]],
    "objective": {"mode": "lex"},
}


def with_(path: str, value: Any) -> dict[str, Any]:
    """The good instance with one value changed; the path as complaints write it."""
    changed = deepcopy(GOOD)
    at: Any = changed
    *way, last = [int(step) if step.isdigit() else step for step in path.replace("[", ".").replace("]", "").split(".")]
    for step in way:
        at = at[step]
    at[last] = value
    return changed


def complaints(content: Any) -> tuple[str, ...]:
    use_language("en")
    with pytest.raises(InstanceRefused) as refused:
        read_instance(content if isinstance(content, (str, bytes)) else json.dumps(content))
    return refused.value.complaints


def test_an_instance_is_read_as_the_contract_says() -> None:
    instance, notices = read_instance(json.dumps(GOOD))
    kind = instance.types["cb"]
    assert (kind.prices, kind.fixed_costs, kind.support_ends) == ((300,) * 3, (1, 2, 3), (None, 5, 2))
    assert kind.tiers == (Tier(20, (280,) * 3),)
    assert instance.lines[0].legacy == (Legacy("cb", 3, 6, None),)
    assert instance.budgets == (3000, 3000, None)
    assert instance.school_budgets == {"A": (900, None, 900)}
    assert (instance.bands, instance.weights, notices) == (BANDS, None, ())


def test_a_tier_can_have_a_price_for_each_round() -> None:
    instance, _ = read_instance(json.dumps(with_("types.cb.tiers", [[20, [280, 285, 290]]])))
    assert instance.types["cb"].tiers == (Tier(20, (280, 285, 290)),)


def test_what_may_be_left_out_has_its_plain_meaning() -> None:
    content = deepcopy(GOOD)
    for key in ("carry_over", "school_budget", "bands", "objective"):
        del content[key]
    for key in ("support_end", "fixed_cost", "tiers"):
        del content["types"]["cb"][key]
    del content["lines"][0]["legacy"]
    content["budget"] = None
    instance, _ = read_instance(json.dumps(content))
    assert instance.budgets == (None, None, None)
    assert instance.types["cb"].fixed_costs == (0, 0, 0)


def test_weights_make_a_weighted_instance() -> None:
    instance, _ = read_instance(json.dumps(with_("objective", {"mode": "weighted", "weights": [4, 3, 2, 1]})))
    assert instance.weights == Weights(4, 3, 2, 1)


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("rounds", 0, "at least 1"),
        ("rounds", True, "not true or false"),
        ("rounds", 10**6, "at most"),
        ("types.cb.life", "4", "a whole number is expected, not a text"),
        ("types.cb.life", 2.0, "not a number that is not whole"),
        ("types.cb.max_age", 3, "may not be less than the life"),
        ("types.cb.price", [300, 300], "3 values are expected, not 2"),
        ("types.cb.price", -1, "at least 0"),
        ("types.cb.price", 10**30, "at most"),
        ("types.cb.support_end", [None, 1], "3 values are expected, not 2"),
        ("types.cb.tiers", [[20, 280], [20, 270]], "larger quantity"),
        ("types.cb.tiers[0]", [20], "2 values are expected, not 1"),
        ("types.cb.tiers[0][1]", [280], "3 values are expected, not 1"),
        ("lines", {}, "a list is expected, not an object"),
        ("lines[0]", None, "an object is expected, not null"),
        ("lines[0].weight", float("nan"), "a whole number is expected"),
        ("lines[0].types[0]", "tablet", "‘tablet’ is not among the types"),
        ("lines[0].target", [1, 2, 3, 4], "3 values are expected, not 4"),
        ("lines[0].legacy[0].type", "tablet", "‘tablet’ is not among the types"),
        ("lines[0].legacy[0].age", -1, "at least 0"),
        ("budget", 3000, "a list is expected"),
        ("budget", [1, 2], "3 values are expected, not 2"),
        ("carry_over", 1, "true or false is expected"),
        ("school_budget.A", [1], "3 values are expected, not 1"),
        ("bands", [], "at least one band"),
        ("bands", [[1, 4, 1], [1, 10, 2]], "reach further"),
        ("bands[0][1]", 0, "at least 1"),
        ("objective.mode", "best", "“lex” or “weighted”"),
        ("objective", {"mode": "weighted", "weights": [1, 2, 3]}, "4 values are expected, not 3"),
    ],
)
def test_a_value_that_cannot_be_is_told_with_its_place(path: str, value: Any, words: str) -> None:
    (complaint,) = complaints(with_(path, value))
    assert complaint.startswith(path.removesuffix("[1]")[:4])
    assert words in complaint


@pytest.mark.parametrize("key", ["rounds", "types", "lines", "budget"])
def test_a_missing_key_is_told(key: str) -> None:
    content = {name: value for name, value in GOOD.items() if name != key}
    assert f"{key}: this is missing." in complaints(content)


def test_every_complaint_is_told_at_once() -> None:
    content = with_("types.cb.life", None)
    content["lines"][0] |= {"weight": -4, "target": [1, "x"]}
    assert [complaint.split(":")[0] for complaint in complaints(content)] == [
        "types.cb.life",
        "lines[0].weight",
        "lines[0].target",
        "lines[0].target[1]",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "This is not JSON: line 1, column 2"),
        ("", "This is not JSON"),
        (b"\xff\xfe", "not text in UTF-8"),
        ("[" * 2_000, "brackets are too deep"),
        ("9" * 5_000, "a number is too long"),
        ("[]", "an object is expected, not a list"),
        ('{"rounds": 1, "rounds": 2}', "‘rounds’ stands twice"),
    ],
)
def test_what_is_no_instance_at_all_is_refused_in_words(text: str | bytes, words: str) -> None:
    assert any(words in complaint for complaint in complaints(text))


def test_two_lines_of_one_school_and_name_are_refused() -> None:
    content = deepcopy(GOOD)
    content["lines"] *= 2
    assert complaints(content) == ("lines[1]: a line of this school has this name already.",)


def test_numbers_that_cannot_be_added_up_exactly_are_refused() -> None:
    assert "too large together" in complaints(with_("types.cb.price", 10**15))[0]


def test_what_is_not_known_is_noticed_and_left_unread() -> None:
    use_language("en")
    content = deepcopy(GOOD) | {"carryover": True}
    content["school_budget"]["B"] = [1, 1, 1]
    instance, notices = read_instance(json.dumps(content))
    assert notices == ("carryover: not known, left unread.", "school_budget.B: no line is of this school, left unread.")
    assert set(instance.school_budgets) == {"A"}
