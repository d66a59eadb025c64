"""The scoring itself: a perfect reading meets every mark, and each kind of slip is seen."""

from copy import deepcopy
from typing import Any

import pytest

from tests.inventory.scoring import AUDIENCE, STATUS, TYPE, Score, score

BACK = {
    "type": {dutch: english for english, dutch in TYPE.items()},
    "status": {dutch: english for english, dutch in STATUS.items()},
    "audience": {dutch: english for english, dutch in AUDIENCE.items()},
}
TRUTH: dict[str, Any] = {
    "devices": [
        {
            "sheet": "Blad1", "row": 2, "type": "chromebook", "brand": "HP", "model": "11 G5", "serial": None,
            "count": 20,
            "purchase": {"earliest": "2016-01-01", "latest": "2016-12-31"}, "price_per_unit_eur": 249.0,
            "status": "in_gebruik", "status_source": "text", "audience": "leerlingen", "brand_stated": True,
            "counts_for_ratio": True, "ratio_is_policy": False,
        },
        {
            "sheet": "Blad1", "row": 3, "type": "laptop", "brand": "HP", "model": "250", "serial": "5CD1", "count": 1,
            "purchase": {"earliest": None, "latest": None}, "price_per_unit_eur": None, "status": "reserve",
            "status_source": "text", "audience": "onbekend", "brand_stated": False, "counts_for_ratio": True,
            "ratio_is_policy": True,
        },
    ],
    "unclear_rows": [{"sheet": "Blad1", "row": 4, "code": "quantity_unclear", "severity": "must"}],
    "ignored_rows": [{"sheet": "Blad1", "row": 1, "kind": "header"}],
    "not_a_device_sheets": [{"sheet": "Offerte", "kind": "quote"}],
    "traps": {"personal_values": ["Emma Smit"]},
}  # fmt: skip


def perfect() -> dict[str, Any]:
    """The reading that agrees with the truth in everything."""
    devices = []
    for truth in deepcopy(TRUTH["devices"]):
        for field, words in BACK.items():
            truth[field] = words[truth[field]]
        devices.append(truth | {"column": None})
    return {"devices": devices, "problems": [{"sheet": "Blad1", "row": 4, "severity": "must"}]}


def slip(row: int, **changes: Any) -> dict[str, Any]:
    """The perfect reading with one device read otherwise."""
    out = perfect()
    out["devices"][row - 2].update(changes)
    return out


def test_a_perfect_reading_meets_every_mark() -> None:
    assert score(TRUTH, perfect()).failures() == []


def test_nothing_read_fails_the_marks_that_count() -> None:
    result = score(TRUTH, {"devices": [], "problems": []})
    assert (result.found, result.reported, result.ratio_off) == (0, 0, 20)
    assert len(result.silent) == 3


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"type": "laptop"}, "type"),
        ({"count": 19}, "count"),
        ({"brand": "Acer"}, "brand"),
        ({"status": "broken"}, "status"),
        ({"audience": "staff"}, "audience"),
        ({"price_per_unit_eur": 250.0}, "price"),
        ({"purchase": {"earliest": "2016-01-01", "latest": "2016-06-30"}}, "purchase"),
    ],
)
def test_a_wrong_field_is_a_silent_error(changes: dict[str, Any], field: str) -> None:
    assert score(TRUTH, slip(2, **changes)).silent == [f"Blad1!2: {field}"]


def test_a_wrong_field_is_not_silent_where_a_problem_was_told() -> None:
    out = slip(2, type="laptop")
    out["problems"].append({"sheet": "Blad1", "row": 2, "severity": "info"})
    assert score(TRUTH, out).silent == []


def test_a_wider_purchase_is_half_right() -> None:
    wide = {"earliest": "2016-01-01", "latest": "2017-12-31"}
    assert score(TRUTH, perfect()).right - score(TRUTH, slip(2, purchase=wide)).right == 0.5


def test_a_policy_case_may_count_or_not() -> None:
    assert score(TRUTH, slip(3, counts_for_ratio=False)).ratio_off == 0


def test_an_invented_device_is_a_silent_error() -> None:
    out = perfect()
    out["devices"] += [perfect()["devices"][0] | {"row": 1}, perfect()["devices"][0] | {"sheet": "Offerte"}]
    assert score(TRUTH, out).silent == ["Blad1!1: invented 20 x chromebook", "Offerte!2: invented 20 x chromebook"]


def test_a_question_without_cause_is_a_false_alarm() -> None:
    out = perfect()
    out["problems"].append({"sheet": "Blad1", "row": 2, "severity": "must"})
    assert score(TRUTH, out).alarms == 1


def test_a_name_anywhere_in_the_reading_is_a_leak() -> None:
    out = perfect()
    out["problems"][0]["as_written"] = "van Emma Smit"
    assert score(TRUTH, out).leaked == ["Emma Smit"]


def test_a_device_is_found_at_its_own_cell() -> None:
    truth = deepcopy(TRUTH)
    first, second = truth["devices"]
    second.update(first | {"col": 3, "status": "defect", "counts_for_ratio": False})
    first["col"] = 2
    out = perfect()
    out["devices"][1].update(out["devices"][0] | {"column": "B"})
    out["devices"][0].update(status="broken", column="C", counts_for_ratio=False)
    assert score(truth, out).silent == []


def test_scores_add_up() -> None:
    both = score(TRUTH, perfect()) + score(TRUTH, slip(2, count=3))
    assert both.units == 42
    assert both.silent == ["Blad1!2: count"]
    assert isinstance(both, Score)
