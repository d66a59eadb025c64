"""A school beside those of about its size, on literal schools."""

from datetime import date

from planning.ratios.alike import Alike, alike
from planning.ratios.rules import GroupRatio, SchoolRatio


def school(school_id: str, pupils: int, devices: int | None) -> SchoolRatio:
    status = "unknown" if devices is None else "short"
    return SchoolRatio(school_id, school_id, "", pupils, None, devices, devices, 4.0, False, status, None, False, 0, {})


def group(*schools: SchoolRatio) -> GroupRatio:
    return GroupRatio(date(2018, 5, 1), 4.0, schools)


def test_the_median_is_of_the_other_schools_from_two_thirds_to_one_and_a_half_of_the_pupils() -> None:
    found = group(
        school("own", 120, 20), school("a", 80, 20), school("b", 180, 30), school("c", 100, 10),
        school("too small", 79, 1), school("too large", 181, 1),
    )  # fmt: skip
    assert alike(found, "own") == Alike(3, 80, 180, 6.0)


def test_with_fewer_than_three_others_or_without_a_ratio_nothing_is_compared() -> None:
    found = group(school("own", 120, 20), school("a", 120, 20), school("b", 120, 20), school("c", 120, None))
    assert alike(found, "own") is None
    assert alike(found, "c") is None
